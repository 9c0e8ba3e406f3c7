//! The report laid out as a page, as plain text or as Markdown.

use super::{CrampReport, Dated, MOST_CELLS, MOST_LINES, MOST_LISTED};
use crate::diary::summary::{Count, Range};
use crate::diary::transfer::escaped;
use crate::diary::trial::Status;
use crate::text::messages::amounts::{self, cramps, decimal, nights as nights_of};
use crate::text::wrap::{cells, wrap_plain};

/// A heading and what stands below it.
struct ReportSection {
    title: &'static str,
    items: Vec<ReportItem>,
}

/// One thing that is said, on so many lines at most. Of all sections together these are 46, with
/// their headings and the title 66.
struct ReportItem {
    text: String,
    lines: usize,
}

impl ReportItem {
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

/// Worth asking; the same for everybody, so that nothing is read into the diary.
const QUESTIONS: [&str; 5] = [
    "Could any of my medicines or supplements be behind this?",
    "Do I need an examination or a test, and what would it show?",
    "Which sign should make me come back or call at once?",
    "Is stretching safe for me? Is anything else worth trying?",
    "When should we look at this again?",
];

const NONE: &str = "None noted.";
const NO_CRAMP: &str = "No cramp noted.";

/// The page as plain text.
pub fn text(report: &CrampReport) -> Vec<String> {
    page(report, false)
}

/// The page as Markdown.
pub fn markdown(report: &CrampReport) -> Vec<String> {
    page(report, true)
}

fn page(report: &CrampReport, is_markdown: bool) -> Vec<String> {
    let either = |plain, markdown| if is_markdown { markdown } else { plain };
    let (point, hang) = (either("  ", "- "), either("    ", "  "));
    let title = format!(
        "Leg cramp diary, {} to {}",
        report.nights.run.first.short(),
        report.nights.run.last.short()
    );
    let made = amounts::day(report.made);
    let mut lines = vec![
        format!("{}{title}", either("", "# ")),
        format!("Made with uncramp on {made}. Patient's own notes, not a diagnosis."),
    ];
    for section in sections(report) {
        lines.push(String::new());
        let title = section.title;
        lines.push(if is_markdown { format!("## {title}") } else { title.to_uppercase() });
        for item in section.items {
            let text = if is_markdown { escaped(&item.text) } else { item.text };
            let mut begin = point;
            for line in (ReportItem { text, ..item })
                .wrapped(MOST_CELLS - hang.len() - usize::from(is_markdown))
            {
                // Within a point of a Markdown list this would begin another one.
                let mark = if is_markdown && line.starts_with(['-', '+']) { "\\" } else { "" };
                lines.push(format!("{begin}{mark}{line}"));
                begin = hang;
            }
        }
    }
    // No diary makes a page that is too long; the cut only proves it.
    lines.into_iter().map(|line| line.trim_end().to_owned()).take(MOST_LINES).collect()
}

/// A text cut to a width, with dots where it was cut.
fn fitted(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.trim_end().to_owned();
    }
    let cut = crate::text::wrap::fit(text, width.saturating_sub(3)).trim_end();
    // A cut after a backslash would hide the first dot from Markdown.
    let cut = cut.trim_end_matches('\\');
    format!("{cut}...")
}

fn sections(report: &CrampReport) -> Vec<ReportSection> {
    let mut sections = vec![
        ReportSection { title: "Danger signs noted", items: signs(report) },
        ReportSection { title: "How often", items: how_often(report) },
        ReportSection { title: "When and where", items: when_and_where(report) },
        ReportSection { title: "How strong", items: how_strong(report) },
        ReportSection { title: "What helped, what was tried", items: helped(report) },
        ReportSection { title: "Stretching", items: stretching(report) },
        ReportSection { title: "Conditions and medicines noted", items: background(report) },
    ];
    if !report.notes.is_empty() {
        sections.push(ReportSection {
            title: "Last notes",
            items: report.notes.iter().take(3).map(noted).collect(),
        });
    }
    sections.push(ReportSection {
        title: "Questions to ask",
        items: QUESTIONS.map(ReportItem::new).into(),
    });
    sections
}

/// The last signs, one line each, and how many others there are.
fn signs(report: &CrampReport) -> Vec<ReportItem> {
    const MOST: usize = 4;
    let signs = &report.danger_signs;
    if signs.is_empty() {
        return vec![ReportItem::new(NONE)];
    }
    let skipped = signs.len().saturating_sub(MOST);
    let mut items: Vec<ReportItem> = signs[skipped..].iter().map(noted).collect();
    if skipped > 0 {
        items.push(ReportItem::new(format!("{skipped} more before these.")));
    }
    items
}

fn how_often(report: &CrampReport) -> Vec<ReportItem> {
    let [a, b, c, d] = report.quarters;
    let (cramps, nights) = (cramps(report.nights.cramps), nights_of(report.nights.nights));
    let quiet = nights_of(report.nights.known - report.nights.with_cramp);
    let unknown = nights_of(report.nights.silent());
    let rate = report
        .nights
        .a_week()
        .map(|rate| format!("{rate:.1} a week, counting only nights with a record."));
    let lines = [
        format!("{cramps} on {} of {nights}.", report.nights.with_cramp),
        format!("Noted as free of cramps: {quiet}. Nothing noted: {unknown}."),
        rate.unwrap_or_else(|| "Too few nights have a record for a number a week.".to_owned()),
        format!("Cramps in each quarter of this time: {a}, {b}, {c}, {d}."),
    ];
    lines.map(ReportItem::new).into()
}

fn when_and_where(report: &CrampReport) -> Vec<ReportItem> {
    if report.nights.cramps == 0 {
        return vec![ReportItem::new(NO_CRAMP)];
    }
    let [noon, evening, night, morning] = report.by_time();
    let [left, right, both, unknown] = report.nights.legs;
    let (at_night, cramps) = (report.at_night(), report.nights.cramps);
    vec![
        ReportItem::new(format!("{at_night} of {cramps} began between 9 pm and 7 am.")),
        ReportItem::new(format!(
            "Noon to 6 pm: {noon}, to midnight: {evening}, to 6 am: {night}, to noon: {morning}."
        )),
        ReportItem::within(2, format!("Muscle: {}.", list(&report.muscles))),
        ReportItem::new(format!(
            "Leg: left {left}, right {right}, both {both}, not noted {unknown}."
        )),
    ]
}

fn how_strong(report: &CrampReport) -> Vec<ReportItem> {
    if report.nights.cramps == 0 {
        return vec![ReportItem::new(NO_CRAMP)];
    }
    let no_unit = str::to_owned;
    vec![
        spread(
            "Length",
            report.nights.minutes,
            |value| format!("{value} min"),
            report.nights.cramps,
        ),
        spread("Pain, 0 to 10", report.nights.pain, no_unit, report.nights.cramps),
        spread("Sleep disturbed, 0 to 10", report.nights.sleep, no_unit, report.nights.cramps),
    ]
}

fn helped(report: &CrampReport) -> Vec<ReportItem> {
    let tried: Vec<String> = last(&report.tried, MOST_LISTED);
    let mut items = vec![
        ReportItem::within(2, format!("Helped: {}.", list(&report.helped))),
        ReportItem::new(format!("Done during the cramp: {}.", list(&report.done))),
        ReportItem::within(2, format!("Tried: {}.", or_nothing(&tried))),
        ReportItem::within(2, format!("Days before: {}.", list(&report.activities))),
    ];
    if report.after_alcohol + report.after_heat > 0 {
        let told = format!(
            "Cramps after alcohol: {}; after hot weather or loss of fluid: {}.",
            report.after_alcohol, report.after_heat
        );
        items.push(ReportItem::new(told));
    }
    items
}

fn stretching(report: &CrampReport) -> Vec<ReportItem> {
    let sessions = report.sessions();
    let mut items = vec![ReportItem::new(if sessions == 0 {
        NONE.to_owned()
    } else {
        format!(
            "On {} of {}; {}: {}.",
            report.nights.stretched,
            nights_of(report.nights.nights),
            amounts::sessions(sessions),
            list(&report.routines)
        )
    })];
    // Of a self-trial: where it stands, the result, the numbers; its method is not for this page.
    if let Some(trial) = report.trial.as_ref().map(Status::brief) {
        items.push(ReportItem::within(2, &trial.stage));
        items.extend(trial.result.iter().map(|result| ReportItem::within(2, result)));
        items.extend(trial.numbers.iter().map(ReportItem::new));
    }
    items
}

fn background(report: &CrampReport) -> Vec<ReportItem> {
    let list = |noted| or_nothing(&last(noted, 12));
    vec![
        ReportItem::within(2, format!("Conditions: {}.", list(&report.conditions))),
        ReportItem::within(3, format!("Medicines: {}.", list(&report.medicines))),
    ]
}

/// `with_unit` puts the unit of what is measured beside a value.
fn spread(
    name: &str,
    range: Option<Range>,
    with_unit: fn(&str) -> String,
    cramps: u32,
) -> ReportItem {
    let Some(range) = range else {
        return ReportItem::new(format!("{name}: not noted."));
    };
    let [low, middle, high] = [range.low, range.median, range.high].map(decimal);
    let middle = with_unit(&middle);
    let values = match range.known {
        1 => middle,
        _ if low == high => format!("always {middle}"),
        _ => format!("median {middle} (range {low}-{high})"),
    };
    let cramps = self::cramps(cramps);
    ReportItem::new(format!("{name}: {values}; noted for {} of {cramps}.", range.known))
}

/// The most frequent answers, and how many others there are.
fn list(counts: &[Count]) -> String {
    // One more takes no more room than to say so.
    let most = if counts.len() == MOST_LISTED + 1 { counts.len() } else { MOST_LISTED };
    let shown = counts.iter().take(most);
    let mut words: Vec<String> =
        shown.map(|count| format!("{} ({})", fitted(&count.what, 24), count.times)).collect();
    if counts.len() > most {
        words.push(format!("{} more", counts.len() - most));
    }
    or_nothing(&words)
}

/// The last of these, with their days.
fn last(noted: &[Dated], most: usize) -> Vec<String> {
    let skipped = noted.len().saturating_sub(most);
    let told = noted[skipped..].iter();
    let mut words: Vec<String> = told
        .map(|noted| format!("{} ({})", fitted(&noted.text, 40), amounts::day(noted.day)))
        .collect();
    if skipped > 0 {
        words.push(format!("{skipped} more"));
    }
    words
}

/// Words with their day, on one line.
fn noted(noted: &Dated) -> ReportItem {
    ReportItem::new(format!("{}: {}", amounts::day(noted.day), noted.text))
}

fn or_nothing(words: &[String]) -> String {
    if words.is_empty() { "nothing noted".to_owned() } else { words.join(", ") }
}
