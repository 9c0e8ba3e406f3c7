//! The report laid out as a page, as plain text or as Markdown.

use super::{Dated, MOST_CELLS, MOST_LINES, MOST_LISTED, Range, Report, Said};
use crate::diary::table::counted;
use crate::diary::transfer::escaped;
use crate::wrap::{cells, wrap_plain};

/// Questions worth asking; the same for everybody, so that nothing is read into the diary.
const QUESTIONS: [&str; 5] = [
    "Could any of my medicines or supplements be behind this?",
    "Do I need an examination or a test, and what would it show?",
    "Which sign should make me come back or call at once?",
    "Is stretching safe for me? Is anything else worth trying?",
    "When should we look at this again?",
];

/// Lines that one section may take beside its heading.
const SECTION: usize = 5;

/// A heading and its lines.
struct Section {
    title: &'static str,
    lines: Vec<String>,
}

/// The page as plain text.
pub fn text(report: &Report) -> Vec<String> {
    let mut lines = vec![
        format!("Leg cramp diary, {} to {}", report.from, report.to),
        format!("Made with uncramp on {}. {}", report.made, ORIGIN),
    ];
    for section in sections(report) {
        lines.push(String::new());
        lines.push(section.title.to_uppercase());
        lines.extend(section.lines.into_iter().map(|line| format!("  {line}")));
    }
    bounded(lines)
}

/// The page as Markdown.
pub fn markdown(report: &Report) -> Vec<String> {
    let mut lines = vec![
        format!("# Leg cramp diary, {} to {}", report.from, report.to),
        format!("Made with uncramp on {}. {}", report.made, ORIGIN),
    ];
    for section in sections(report) {
        lines.push(String::new());
        lines.push(format!("## {}", section.title));
        let escape = |line: String| format!("- {}", fitted(&escaped(&line), MOST_CELLS - 2));
        lines.extend(section.lines.into_iter().map(escape));
    }
    bounded(lines)
}

const ORIGIN: &str = "The person's own notes; no diagnosis.";

/// Cuts what is too wide. No diary makes a page that is too long; the last cut only proves it.
fn bounded(lines: Vec<String>) -> Vec<String> {
    let fits = |line: String| fitted(&line, MOST_CELLS);
    lines.into_iter().map(fits).take(MOST_LINES).collect()
}

/// A text cut to a width, with dots where it was cut.
fn fitted(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.trim_end().to_owned();
    }
    let cut = crate::wrap::fit(text, width.saturating_sub(3)).trim_end();
    // A cut after a backslash would hide the first dot from Markdown.
    let cut = cut.trim_end_matches('\\');
    format!("{cut}...")
}

fn sections(report: &Report) -> Vec<Section> {
    let mut sections = vec![
        Section {
            title: "Danger signs noted",
            lines: signs(report),
        },
        Section {
            title: "How often",
            lines: how_often(report),
        },
        Section {
            title: "When and where",
            lines: when_and_where(report),
        },
        Section {
            title: "How strong",
            lines: how_strong(report),
        },
        Section {
            title: "What helped, what was tried",
            lines: helped(report),
        },
        Section {
            title: "Stretching",
            lines: stretching(report),
        },
        Section {
            title: "Conditions and medicines noted",
            lines: background(report),
        },
    ];
    if !report.notes.is_empty() {
        sections.push(Section {
            title: "Last notes",
            lines: listed(&report.notes, 3),
        });
    }
    sections.push(Section {
        title: "Questions to ask",
        lines: QUESTIONS.map(str::to_owned).to_vec(),
    });
    for section in &mut sections {
        section.lines.truncate(SECTION);
    }
    sections
}

fn signs(report: &Report) -> Vec<String> {
    if report.danger_signs.is_empty() {
        return vec!["None was noted in this time.".to_owned()];
    }
    listed(&report.danger_signs, 4)
}

fn how_often(report: &Report) -> Vec<String> {
    let mut lines = vec![format!(
        "{} on {} of {}.",
        counted(report.cramps, "cramp"),
        report.nights_with_cramp,
        counted(report.nights, "night")
    )];
    let quiet = report.nights_known - report.nights_with_cramp;
    lines.push(format!(
        "Noted as free of cramps: {}. Nothing noted: {}.",
        counted(quiet, "night"),
        counted(report.nights - report.nights_known, "night")
    ));
    lines.push(match report.cramps_a_week {
        Some(rate) => format!("{rate:.1} a week, over the nights that are known."),
        None => "Too few nights are known for a number a week.".to_owned(),
    });
    let [a, b, c, d] = report.cramps_by_quarter;
    lines.push(format!(
        "From the first quarter of this time to the last: {a}, {b}, {c}, {d}."
    ));
    lines
}

fn when_and_where(report: &Report) -> Vec<String> {
    if report.cramps == 0 {
        return vec![NOTHING.to_owned()];
    }
    let [afternoon, evening, night, morning] = report.by_time;
    let [left, right, both, unknown] = report.legs;
    vec![
        format!(
            "{} of {} began from 21:00 to 07:00.",
            report.at_night, report.cramps
        ),
        format!("12-18 h: {afternoon}, 18-24 h: {evening}, 0-6 h: {night}, 6-12 h: {morning}."),
        format!("Muscle: {}.", list(&report.muscles)),
        format!("Leg: left {left}, right {right}, both {both}, not noted {unknown}."),
    ]
}

fn how_strong(report: &Report) -> Vec<String> {
    if report.cramps == 0 {
        return vec![NOTHING.to_owned()];
    }
    vec![
        spread("Length", report.minutes, " min", report.cramps),
        spread("Pain, 0 to 10", report.pain, "", report.cramps),
        spread("Sleep disturbed, 0 to 10", report.sleep, "", report.cramps),
    ]
}

fn helped(report: &Report) -> Vec<String> {
    let tried: Vec<String> = last(&report.tried, MOST_LISTED);
    let mut lines = vec![
        format!("Helped: {}.", list(&report.helped)),
        format!("Done meanwhile: {}.", list(&report.done)),
        format!("Tried: {}.", or_nothing(&tried)),
        format!("Days before: {}.", list(&report.activities)),
    ];
    if report.after_alcohol + report.after_heat > 0 {
        lines.push(format!(
            "Cramps after alcohol: {}; after heat or loss of fluid: {}.",
            report.after_alcohol, report.after_heat
        ));
    }
    lines
}

fn stretching(report: &Report) -> Vec<String> {
    let done = &report.stretching;
    let mut lines = if done.sessions == 0 {
        vec!["None was noted in this time.".to_owned()]
    } else {
        vec![format!(
            "On {} of {}; {}: {}.",
            done.nights,
            counted(report.nights, "night"),
            counted(done.sessions, "session"),
            list(&done.routines)
        )]
    };
    // Of a self-trial: where it stands, the numbers, the result; its method is not for this page.
    let told = report.trial.iter().filter(|line| {
        line.starts_with("Self-trial") || line.starts_with("Result") || line.starts_with("Cramps")
    });
    for line in told {
        // What to do about it is said to the person, not to the reader of the page.
        let line = match line.strip_prefix("Result: too early") {
            Some(_) => "Result: too early to tell.",
            None => line.as_str(),
        };
        lines.extend(wrap_plain(line, MOST_CELLS - 2).into_iter().take(2));
    }
    lines
}

fn background(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, noted, most) in [
        ("Conditions", &report.conditions, 2),
        ("Medicines", &report.medicines, 3),
    ] {
        let all = format!("{name}: {}.", or_nothing(&last(noted, 12)));
        let wrapped = wrap_plain(&all, MOST_CELLS - 2);
        let cut = wrapped.len() > most;
        lines.extend(wrapped.into_iter().take(most));
        if cut && let Some(line) = lines.last_mut() {
            *line = format!("{}...", crate::wrap::fit(line, MOST_CELLS - 5));
        }
    }
    lines
}

const NOTHING: &str = "No cramp was noted in this time.";

fn spread(name: &str, range: Option<Range>, unit: &str, cramps: u32) -> String {
    match range {
        Some(range) => format!(
            "{name}: middle {}{unit}, from {} to {} ({} of {} noted).",
            short(range.median),
            short(range.low),
            short(range.high),
            range.known,
            counted(cramps, "cramp")
        ),
        None => format!("{name}: not noted."),
    }
}

/// At most one digit behind the point, and none where it is 0.
fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// The most frequent answers, and how many others there are.
fn list(said: &[Said]) -> String {
    let shown = said.iter().take(MOST_LISTED);
    let mut words: Vec<String> = shown
        .map(|said| format!("{} ({})", fitted(&said.what, 24), said.times))
        .collect();
    if said.len() > MOST_LISTED {
        words.push(format!("{} more", said.len() - MOST_LISTED));
    }
    or_nothing(&words)
}

/// The last of these, with their days.
fn last(noted: &[Dated], most: usize) -> Vec<String> {
    let skipped = noted.len().saturating_sub(most);
    let told = noted[skipped..].iter();
    let mut words: Vec<String> = told
        .map(|noted| format!("{} ({})", fitted(&noted.text, 40), noted.day))
        .collect();
    if skipped > 0 {
        words.push(format!("{skipped} more"));
    }
    words
}

/// One line each, the last ones, and how many others there are.
fn listed(noted: &[Dated], most: usize) -> Vec<String> {
    let skipped = noted.len().saturating_sub(most);
    let told = noted[skipped..].iter();
    let mut lines: Vec<String> = told
        .map(|noted| format!("{}: {}", noted.day, noted.text))
        .collect();
    if skipped > 0 {
        lines.push(format!("{skipped} more."));
    }
    lines
}

fn or_nothing(words: &[String]) -> String {
    if words.is_empty() {
        "nothing noted".to_owned()
    } else {
        words.join(", ")
    }
}
