//! The report laid out as a page, as plain text or as Markdown.

use super::{CrampReport, Dated, MOST_CELLS, MOST_LINES, MOST_LISTED};
use crate::diary::summary::{Count, Spread};
use crate::diary::trial::Status;
use crate::text::markdown::escaped;
use crate::text::messages::amounts::{self, cramps, decimal, nights};
use crate::text::messages::dates;
use crate::text::wrap::{cells, fit, wrap_plain};

/// Questions worth asking. They are the same for everybody, so that they claim nothing about the
/// diary.
const QUESTIONS: [&str; 5] = [
    "Could any of my medicines or supplements be behind this?",
    "Do I need an examination or a test, and what would it show?",
    "Which sign should make me come back or call at once?",
    "Is stretching safe for me? Is anything else worth trying?",
    "When should we look at this again?",
];

const NONE: &str = "None logged.";
const NO_CRAMP: &str = "No cramp logged.";

/// Letters that a text may have, the most that leave the report one page.
const LETTERS: [usize; 4] = [200, 80, 40, 24];

/// The lines of the page, as plain text or as Markdown.
pub fn page(report: &CrampReport, is_markdown: bool) -> Vec<String> {
    let pages = LETTERS.map(|letters| page_with(report, is_markdown, letters)).into_iter();
    pages
        .reduce(|long, short| if long.len() <= MOST_LINES { long } else { short })
        .unwrap_or_default()
}

fn page_with(report: &CrampReport, is_markdown: bool, letters: usize) -> Vec<String> {
    let run = report.nights.run;
    let title = format!("Leg cramp diary, {} to {}", run.first.full_date(), run.last.full_date());
    let made = dates::full(report.made);
    let mut page = ReportPage {
        is_markdown,
        letters,
        lines: vec![
            format!("{}{title}", if is_markdown { "# " } else { "" }),
            format!("Made with uncramp on {made}. Patient's own notes, not a diagnosis."),
        ],
    };
    signs(&mut page, report);
    how_often(&mut page, report);
    when_and_where(&mut page, report);
    how_strong(&mut page, report);
    helped(&mut page, report);
    stretching(&mut page, report);
    background(&mut page, report);
    if !report.notes.is_empty() {
        page.section("Last notes");
        report.notes.iter().take(3).for_each(|note| page.dated_item(note));
    }
    page.section("Questions to ask");
    for question in QUESTIONS {
        page.item(question);
    }
    page.lines
}

/// The part of the page that is written. Where texts are cut soonest, its sections have at most 46
/// lines, and 66 with their headings and the title.
struct ReportPage {
    lines: Vec<String>,
    is_markdown: bool,
    letters: usize,
}

impl ReportPage {
    fn section(&mut self, title: &str) {
        self.lines.push(String::new());
        let title = if self.is_markdown { format!("## {title}") } else { title.to_uppercase() };
        self.lines.push(title);
    }

    fn item(&mut self, text: &str) {
        self.item_within(1, text);
    }

    /// Adds a text of at most so many lines, more where texts may be long, with dots where it was cut.
    fn item_within(&mut self, usual: usize, text: &str) {
        let most = usual + self.letters / 32;
        let (text, mut begin, hang) = if self.is_markdown {
            (escaped(text), "- ", "  ")
        } else {
            (text.to_owned(), "  ", "    ")
        };
        let width = MOST_CELLS - hang.len() - usize::from(self.is_markdown);
        let mut lines = wrap_plain(&text, width);
        if lines.len() > most {
            let rest = lines.split_off(most - 1).join(" ");
            lines.push(fitted(&rest, width));
        }
        for line in lines {
            // Such a line would begin a new point of the Markdown list.
            let mark = if self.is_markdown && line.starts_with(['-', '+']) { "\\" } else { "" };
            self.lines.push(format!("{begin}{mark}{line}").trim_end().to_owned());
            begin = hang;
        }
    }

    fn dated_item(&mut self, logged: &Dated) {
        let text = fitted(&logged.text, self.letters.max(MOST_CELLS));
        self.item(&format!("{}: {text}", dates::full(logged.day)));
    }

    /// The most frequent answers, and how many others there are.
    fn list(&self, counts: &[Count]) -> String {
        // One more answer takes no more room than `1 more`.
        let most = if counts.len() == MOST_LISTED + 1 { counts.len() } else { MOST_LISTED };
        let shown = counts.iter().take(most).map(|count| (&*count.what, count.times.to_string()));
        self.joined(shown, counts.len().saturating_sub(most))
    }

    /// The last of these, each with its day.
    fn last(&self, logged: &[Dated], most: usize) -> String {
        let skipped = logged.len().saturating_sub(most);
        let shown = logged[skipped..].iter();
        self.joined(shown.map(|logged| (&*logged.text, dates::full(logged.day))), skipped)
    }

    fn joined<'a>(&self, shown: impl Iterator<Item = (&'a str, String)>, more: usize) -> String {
        let words = shown.map(|(text, note)| format!("{} ({note})", fitted(text, self.letters)));
        let words: Vec<String> = words.chain((more > 0).then(|| format!("{more} more"))).collect();
        if words.is_empty() { "nothing logged".to_owned() } else { words.join(", ") }
    }
}

/// A text cut to a width, behind a word, with dots where it was cut.
fn fitted(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.trim_end().to_owned();
    }
    let cut = fit(text, width.saturating_sub(3));
    let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    // A backslash at the end would make Markdown swallow the first dot.
    let cut = cut.trim_end().trim_end_matches('\\');
    format!("{cut}...")
}

/// The last signs, and how many others there are.
fn signs(page: &mut ReportPage, report: &CrampReport) {
    const MOST: usize = 4;
    page.section("Danger signs logged");
    let signs = &report.danger_signs;
    if signs.is_empty() {
        page.item(NONE);
    }
    let skipped = signs.len().saturating_sub(MOST);
    signs[skipped..].iter().for_each(|sign| page.dated_item(sign));
    if skipped > 0 {
        page.item(&format!("{skipped} more before these."));
    }
}

fn how_often(page: &mut ReportPage, report: &CrampReport) {
    page.section("How often");
    let all = &report.nights;
    page.item(&format!("{} on {} of {}.", cramps(all.cramps), all.with_cramp, nights(all.nights)));
    page.item(&format!(
        "Logged as free of cramps: {}. Nothing logged: {}.",
        nights(all.known - all.with_cramp),
        nights(all.unlogged())
    ));
    page.item(&all.a_week().map_or_else(
        || "Too few nights have a record for a number a week.".to_owned(),
        |rate| format!("{rate:.1} a week, counting only nights with a record."),
    ));
    let [a, b, c, d] = report.quarters;
    page.item(&format!("Cramps in each quarter of this time: {a}, {b}, {c}, {d}."));
}

fn when_and_where(page: &mut ReportPage, report: &CrampReport) {
    page.section("When and where");
    if report.nights.cramps == 0 {
        return page.item(NO_CRAMP);
    }
    let (at_night, cramps) = (report.at_night(), report.nights.cramps);
    let [noon, evening, night, morning] = report.by_time();
    let [left, right, both, unknown] = report.nights.legs;
    page.item(&format!("{at_night} of {cramps} began between 9 pm and 7 am."));
    page.item(&format!(
        "Noon to 6 pm: {noon}, to midnight: {evening}, to 6 am: {night}, to noon: {morning}."
    ));
    page.item_within(2, &format!("Muscle: {}.", page.list(&report.muscles)));
    page.item(&format!("Leg: left {left}, right {right}, both {both}, not logged {unknown}."));
}

fn how_strong(page: &mut ReportPage, report: &CrampReport) {
    page.section("How strong");
    let all = &report.nights;
    if all.cramps == 0 {
        return page.item(NO_CRAMP);
    }
    page.item(&spread("Length", all.minutes, " min", all.cramps));
    page.item(&spread("Pain, 0 to 10", all.pain, "", all.cramps));
    page.item(&spread("Sleep disturbed, 0 to 10", all.sleep, "", all.cramps));
}

fn helped(page: &mut ReportPage, report: &CrampReport) {
    page.section("What helped, what was tried");
    page.item_within(2, &format!("Helped: {}.", page.list(&report.helped)));
    page.item(&format!("Done during the cramp: {}.", page.list(&report.done)));
    page.item_within(2, &format!("Tried: {}.", page.last(&report.tried, MOST_LISTED)));
    page.item_within(2, &format!("Days before: {}.", page.list(&report.activities)));
    let (alcohol, heat) = (report.after_alcohol, report.after_heat);
    if alcohol + heat > 0 {
        page.item(&format!(
            "Cramps after alcohol: {alcohol}; after hot weather or loss of fluid: {heat}."
        ));
    }
}

fn stretching(page: &mut ReportPage, report: &CrampReport) {
    page.section("Stretching");
    let sessions = report.sessions();
    if sessions == 0 {
        page.item(NONE);
    } else {
        page.item(&format!(
            "On {} of {}; {}: {}.",
            report.nights.stretched,
            nights(report.nights.nights),
            amounts::counted(sessions, "session", "sessions"),
            page.list(&report.routines)
        ));
    }
    // The page gives the state of a self-trial, its result and its numbers, but not its method.
    for (most, text) in report.trial.as_ref().map(Status::brief).unwrap_or_default() {
        page.item_within(most, &text);
    }
}

fn background(page: &mut ReportPage, report: &CrampReport) {
    page.section("Conditions and medicines logged");
    page.item_within(2, &format!("Conditions: {}.", page.last(&report.conditions, 12)));
    page.item_within(3, &format!("Medicines: {}.", page.last(&report.medicines, 12)));
}

fn spread(name: &str, range: Option<Spread>, unit: &str, all: u32) -> String {
    let Some(range) = range else {
        return format!("{name}: not logged.");
    };
    let [low, middle, high] = [range.low, range.median, range.high].map(decimal);
    let values = match range.known {
        1 => format!("{middle}{unit}"),
        _ if low == high => format!("always {middle}{unit}"),
        _ => format!("median {middle}{unit} (range {low}-{high})"),
    };
    format!("{name}: {values}; logged for {} of {}.", range.known, cramps(all))
}
