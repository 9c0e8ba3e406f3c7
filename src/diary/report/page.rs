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

/// A heading and what stands below it.
struct Section {
    title: &'static str,
    items: Vec<Item>,
}

/// One thing that is said, on so many lines at most. Of all sections together these are 46, with
/// their headings and the title 66.
struct Item {
    text: String,
    lines: usize,
}

impl Item {
    fn new(text: impl Into<String>) -> Self {
        Self::within(1, text)
    }

    fn within(lines: usize, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { text, lines }
    }

    /// Its lines, so many cells wide; with dots where it was cut.
    fn wrapped(&self, width: usize) -> Vec<String> {
        let mut lines = wrap_plain(&self.text, width);
        if lines.len() > self.lines {
            let rest = lines.split_off(self.lines.saturating_sub(1)).join(" ");
            lines.push(fitted(&rest, width));
        }
        lines
    }
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
        for item in section.items {
            let mut begin = "  ";
            for line in item.wrapped(MOST_CELLS - 4) {
                lines.push(format!("{begin}{line}"));
                begin = "    ";
            }
        }
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
        for item in section.items {
            let text = escaped(&item.text);
            let mut begin = "- ";
            for line in (Item { text, ..item }).wrapped(MOST_CELLS - 3) {
                // Within a point of a list this would begin another one.
                let mark = if line.starts_with(['-', '+']) {
                    "\\"
                } else {
                    ""
                };
                lines.push(format!("{begin}{mark}{line}"));
                begin = "  ";
            }
        }
    }
    bounded(lines)
}

const ORIGIN: &str = "The person's own notes; no diagnosis.";

/// No diary makes a page that is too long; the cut only proves it.
fn bounded(lines: Vec<String>) -> Vec<String> {
    let fits = |line: String| line.trim_end().to_owned();
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
            items: signs(report),
        },
        Section {
            title: "How often",
            items: how_often(report),
        },
        Section {
            title: "When and where",
            items: when_and_where(report),
        },
        Section {
            title: "How strong",
            items: how_strong(report),
        },
        Section {
            title: "What helped, what was tried",
            items: helped(report),
        },
        Section {
            title: "Stretching",
            items: stretching(report),
        },
        Section {
            title: "Conditions and medicines noted",
            items: background(report),
        },
    ];
    if !report.notes.is_empty() {
        sections.push(Section {
            title: "Last notes",
            items: report.notes.iter().take(3).map(noted).collect(),
        });
    }
    sections.push(Section {
        title: "Questions to ask",
        items: QUESTIONS.map(Item::new).into(),
    });
    sections
}

/// The last signs, one line each, and how many others there are.
fn signs(report: &Report) -> Vec<Item> {
    const MOST: usize = 4;
    let signs = &report.danger_signs;
    if signs.is_empty() {
        return vec![Item::new("None was noted in this time.")];
    }
    let skipped = signs.len().saturating_sub(MOST);
    let mut items: Vec<Item> = signs[skipped..].iter().map(noted).collect();
    if skipped > 0 {
        items.push(Item::new(format!("{skipped} more before these.")));
    }
    items
}

fn how_often(report: &Report) -> Vec<Item> {
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
        "Cramps in each quarter of this time: {a}, {b}, {c}, {d}."
    ));
    lines.into_iter().map(Item::new).collect()
}

fn when_and_where(report: &Report) -> Vec<Item> {
    if report.cramps == 0 {
        return vec![Item::new(NOTHING)];
    }
    let [afternoon, evening, night, morning] = report.by_time;
    let [left, right, both, unknown] = report.legs;
    vec![
        Item::new(format!(
            "{} of {} began from 21:00 to 07:00.",
            report.at_night, report.cramps
        )),
        Item::new(format!(
            "12-18 h: {afternoon}, 18-24 h: {evening}, 0-6 h: {night}, 6-12 h: {morning}."
        )),
        Item::within(2, format!("Muscle: {}.", list(&report.muscles))),
        Item::new(format!(
            "Leg: left {left}, right {right}, both {both}, not noted {unknown}."
        )),
    ]
}

fn how_strong(report: &Report) -> Vec<Item> {
    if report.cramps == 0 {
        return vec![Item::new(NOTHING)];
    }
    vec![
        spread("Length", report.minutes, " min", report.cramps),
        spread("Pain, 0 to 10", report.pain, "", report.cramps),
        spread("Sleep disturbed, 0 to 10", report.sleep, "", report.cramps),
    ]
}

fn helped(report: &Report) -> Vec<Item> {
    let tried: Vec<String> = last(&report.tried, MOST_LISTED);
    let mut items = vec![
        Item::within(2, format!("Helped: {}.", list(&report.helped))),
        Item::new(format!("Done meanwhile: {}.", list(&report.done))),
        Item::within(2, format!("Tried: {}.", or_nothing(&tried))),
        Item::within(2, format!("Days before: {}.", list(&report.activities))),
    ];
    if report.after_alcohol + report.after_heat > 0 {
        items.push(Item::new(format!(
            "Cramps after alcohol: {}; after heat or loss of fluid: {}.",
            report.after_alcohol, report.after_heat
        )));
    }
    items
}

fn stretching(report: &Report) -> Vec<Item> {
    let done = &report.stretching;
    let mut items = vec![Item::new(if done.sessions == 0 {
        "None was noted in this time.".to_owned()
    } else {
        format!(
            "On {} of {}; {}: {}.",
            done.nights,
            counted(report.nights, "night"),
            counted(done.sessions, "session"),
            list(&done.routines)
        )
    })];
    // Of a self-trial: where it stands, the result, the numbers; its method is not for this page.
    let told = ["Self-trial", "Result", "Cramps", "Pain changed"];
    let is_told = |line: &&String| told.iter().any(|word| line.starts_with(word));
    for line in report.trial.iter().filter(is_told) {
        items.push(if line.starts_with("Result: too early") {
            // What to do about it is said to the person, not to the reader of the page.
            Item::new("Result: too early to tell.")
        } else if line.starts_with("Cramps") || line.starts_with("Pain") {
            Item::new(line)
        } else {
            Item::within(2, line)
        });
    }
    items
}

fn background(report: &Report) -> Vec<Item> {
    let item = |lines, name, noted| {
        let words = or_nothing(&last(noted, 12));
        Item::within(lines, format!("{name}: {words}."))
    };
    vec![
        item(2, "Conditions", &report.conditions),
        item(3, "Medicines", &report.medicines),
    ]
}

const NOTHING: &str = "No cramp was noted in this time.";

fn spread(name: &str, range: Option<Range>, unit: &str, cramps: u32) -> Item {
    let Some(range) = range else {
        return Item::new(format!("{name}: not noted."));
    };
    let [low, middle, high] = [range.low, range.median, range.high].map(short);
    let values = match range.known {
        1 => format!("{middle}{unit}"),
        _ if low == high => format!("always {middle}{unit}"),
        _ => format!("middle {middle}{unit}, from {low} to {high}"),
    };
    let cramps = counted(cramps, "cramp");
    Item::new(format!(
        "{name}: {values} ({} of {cramps} noted).",
        range.known
    ))
}

/// At most one digit behind the point, and none where it is 0.
fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// The most frequent answers, and how many others there are.
fn list(said: &[Said]) -> String {
    // One more takes no more room than to say so.
    let most = if said.len() == MOST_LISTED + 1 {
        said.len()
    } else {
        MOST_LISTED
    };
    let shown = said.iter().take(most);
    let mut words: Vec<String> = shown
        .map(|said| format!("{} ({})", fitted(&said.what, 24), said.times))
        .collect();
    if said.len() > most {
        words.push(format!("{} more", said.len() - most));
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

/// Words with their day, on one line.
fn noted(noted: &Dated) -> Item {
    Item::new(format!("{}: {}", noted.day, noted.text))
}

fn or_nothing(words: &[String]) -> String {
    if words.is_empty() {
        "nothing noted".to_owned()
    } else {
        words.join(", ")
    }
}
