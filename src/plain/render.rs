//! What is said: a page with a number before each choice, and what can be typed.

use super::typed_line;
use crate::app::diary_status::HOME_NIGHTS;
use crate::app::keymap::{self, Action, Context};
use crate::app::page::{Page, PageLines};
use crate::app::state::State;
use crate::app::view::{ListKind, View};
use crate::diary::overview;
use crate::guide::raw::Muscle;
use crate::guide::{Guide, muscle};
use crate::text::messages::amounts;

const MORE_IS_FOUND: &str = "There is more. Add a word to narrow it down.";

/// How many results of a search are said.
const MOST_FOUND: usize = 12;

/// The number of each choice of a page. A choice keeps the digit of its key;
/// those without one are counted on from the highest.
pub(crate) fn numbers(keys: impl Iterator<Item = Option<char>>) -> Vec<usize> {
    let digit = |key: Option<char>| key.and_then(|key| key.to_digit(10)).map(|n| n as usize);
    let digits: Vec<Option<usize>> = keys.map(digit).collect();
    let mut free = digits.iter().flatten().max().unwrap_or(&0) + 1..;
    digits.iter().filter_map(|digit| digit.or_else(|| free.next())).collect()
}

/// A page as lines, each choice with its number.
fn numbered(mut page: Page, width: usize) -> PageLines {
    let numbers = numbers(page.choices_mut().map(|choice| choice.key));
    for (choice, number) in page.choices_mut().zip(numbers) {
        if choice.key.is_none() {
            choice.lead.insert_str(0, &format!("{number}  "));
        }
    }
    page.lines(width)
}

/// What stands before the reader now, except a session or a cramp.
pub(crate) fn view(state: &State) -> String {
    let lines = || numbered(state.page(), state.page_width());
    match state.overlays.last() {
        Some(View::SafetyGate(_)) => {
            let check = state.guide.safety();
            let none = state.guide.words.none_within();
            let danger = danger_key(&state.guide);
            format!("{check}\nEnter: {none}, start.{danger} b: back.\n")
        }
        Some(View::Standby { .. }) => "Standby. Enter: a cramp now. q or b: leave.\n".to_owned(),
        Some(View::ListOverlay(list)) if matches!(list.kind, ListKind::Answers) => {
            lines().text() + "b: back.\n"
        }
        Some(View::Search(_)) => search_results(&lines()),
        Some(View::Diary(view)) => {
            overview::lines(&view.statistics).join("\n") + "\nn: no cramp last night. b: back.\n"
        }
        _ => lines().text() + &last_nights(state).unwrap_or_default(),
    }
}

/// What the first page says of the diary.
fn last_nights(state: &State) -> Option<String> {
    let is_first = state.top_reading().trail.here() == state.guide.start;
    if !is_first || state.context() != Context::Guide || !state.has_last_nights() {
        return None;
    }
    let (_, nights) = state.diary_status.compared();
    let cramps: usize = nights.iter().map(|night| night.cramps().count()).sum();
    let stretched = nights.iter().filter(|night| night.stretched).count();
    let cramps = amounts::counted(cramps, "cramp", "cramps");
    let nights = amounts::counted(stretched, "night", "nights");
    Some(format!("\nLast {HOME_NIGHTS} nights: {cramps}, stretched on {nights}. d: the diary.\n"))
}

/// The key for the danger signs, where the guide has some.
pub(crate) fn danger_key(guide: &Guide) -> &'static str {
    if guide.danger.is_some() { " e: danger signs." } else { "" }
}

/// What is said before the first page.
pub(crate) fn welcome(guide: &Guide) -> String {
    let danger = danger_key(guide);
    let cramp = if guide.rescue.is_some() { " c: a cramp now." } else { "" };
    format!("Type a number and press Enter.{danger}{cramp}\n?: help. q: leave.\n")
}

/// What a search found, the best first.
fn search_results(results: &PageLines) -> String {
    let text = results.text();
    let more = results.items.get(MOST_FOUND);
    let end = more.map_or(results.lines.len(), |item| item.lines.start);
    // The first line is the heading.
    let mut lines: Vec<&str> = text.lines().take(end).skip(1).collect();
    if more.is_some() {
        lines.push(MORE_IS_FOUND);
    }
    lines.push("A number opens that line. b: back.");
    lines.join("\n") + "\n"
}

/// What can be typed here, by the table of keys; last what no key stands for.
pub(crate) fn help(guide: &Guide, context: Context) -> String {
    let own: &[&str] = match context {
        Context::Form => &["A line: the answer. Enter alone: skip the question. q: done."],
        Context::Standby => &["Enter, or any other line: a cramp now. q or b: leave."],
        Context::Search => &["A number: open that line.", "/ and words: search again.", SAY_AGAIN],
        Context::Guide | Context::ListOverlay | Context::Diary => &[SAY_AGAIN],
        Context::Rescue => {
            &["lying, seated, standing: how you are.", "left, right, both: the leg."]
        }
        Context::Timer => {
            &["`uncramp stretch --ready 30s` leaves more time to listen before each stretch."]
        }
        Context::SafetyGate | Context::Summary => &[],
    };
    let mut lines: Vec<String> = Vec::new();
    for row in keymap::bindings(context).filter(|row| keymap::has_use(guide, row.action)) {
        if let Some(typed) = typed_line::typed(context, row.action) {
            let what = match row.action {
                Action::Help => "This help",
                // On the full screen it may only close what lies over a page.
                Action::Leave => "Leave",
                _ => row.help,
            };
            lines.push(format!("{typed}: {}.", amounts::lower(what)));
        }
    }
    lines.extend(own.iter().map(|line| (*line).to_owned()));
    guide.words.in_place(&lines.join("\n"))
}

const SAY_AGAIN: &str = "Enter alone: say it again.";

/// The muscles with their numbers, in the guide's order.
pub(crate) fn muscles<'a>(names: impl Iterator<Item = &'a Muscle>) -> String {
    let rows: Vec<String> =
        (1..).zip(names).map(|(n, name)| format!("{n} {}", muscle::with_part(name))).collect();
    rows.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::page::{Goal, Writer};
    use crate::guide::load;

    #[test]
    fn a_guide_without_cramps_and_danger_signs_is_offered_no_key_for_them() {
        let text = "{schema: 1, title: T, version: '1', language: en, notice: N, start: a, \
                    rescue: none, danger: none, diary: none, \
                    nodes: {a: {kind: topic, title: A, text: B}}}";
        let bare = load::parse("f", text.as_bytes()).unwrap();
        let whole = crate::guide::built_in().unwrap();
        let said = |guide: &Guide| welcome(guide) + &help(guide, Context::Guide);
        for key in ["e: danger", "c: a cramp now", "l: log", "d: the diary", "s: start"] {
            assert!(said(&whole).contains(key) && !said(&bare).contains(key), "{key}");
        }
    }

    #[test]
    fn in_a_narrow_window_as_much_is_found_as_in_a_wide_one() {
        let mut writer = Writer::new();
        writer.title("Found");
        for _ in 0..=MOST_FOUND {
            writer.item(None, "a page with a long name", Goal::Glossary);
        }
        let said = search_results(&numbered(writer.finish(), 20));
        assert!(said.starts_with("  1  a page with a"), "{said}");
        assert_eq!(said.matches("a page with").count(), MOST_FOUND, "{said}");
        assert!(said.contains(MORE_IS_FOUND), "{said}");
    }
}
