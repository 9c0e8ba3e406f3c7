//! What is said: a page with a number before each choice, and what can be typed.

use std::fmt::Write as _;

use crate::app::keymap::Context;
use crate::app::labels;
use crate::app::page::{Item, PageLines};
use crate::app::state::State;
use crate::app::view::{ListKind, View};
use crate::diary::table;
use crate::guide::raw::Muscle;
use crate::text::clean;
use crate::text::messages::plain as words;

/// How many results of a search are said.
const MOST_FOUND: usize = 12;

/// The number of each choice of a page. A choice keeps the digit of its key;
/// those without one are counted on from the highest.
pub(crate) fn numbers(items: &[Item]) -> Vec<usize> {
    let digit = |key: Option<char>| key.and_then(|key| key.to_digit(10)).map(|n| n as usize);
    let highest = items.iter().filter_map(|item| digit(item.key)).max();
    let mut next = highest.unwrap_or(0);
    items
        .iter()
        .map(|item| {
            digit(item.key).unwrap_or_else(|| {
                next += 1;
                next
            })
        })
        .collect()
}

/// A page as lines, each choice with its number.
pub(crate) fn page(page: &PageLines) -> String {
    let numbers = numbers(&page.items);
    let text = page.text();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (item, number) in page.items.iter().zip(numbers) {
        if item.key.is_none()
            && let Some(line) = lines.get_mut(item.lines.start)
        {
            *line = format!("  {number}  {}", line.trim_start());
        }
    }
    lines.join("\n") + "\n"
}

/// What stands before the reader now, except a session or a cramp.
pub(crate) fn view(state: &State) -> String {
    let lines = || state.page().lines(state.page_width());
    match state.overlays.last() {
        Some(View::SafetyGate(_)) => {
            let check = clean(state.guide.safety());
            format!("{check}\n{}\n", words::at_the_gate(&clean(&state.guide.words.none_within())))
        }
        Some(View::Standby { .. }) => format!("{}\n", words::IN_STANDBY),
        Some(View::ListOverlay(sheet)) if matches!(sheet.kind, ListKind::Answers) => {
            format!("{}{}\n", page(&lines()), words::BELOW_ANSWERS)
        }
        Some(View::Search(_)) => found(&lines()),
        Some(View::Diary(charts)) => {
            let mut text = table::lines(charts).join("\n");
            let _ = writeln!(text, "\n{}", words::BELOW_THE_DIARY);
            text
        }
        _ => page(&lines()),
    }
}

/// What a search found, the best first.
fn found(results: &PageLines) -> String {
    let text = page(results);
    let more = results.items.get(MOST_FOUND);
    let end = more.map_or(results.lines.len(), |item| item.lines.start);
    // The first line is the heading.
    let mut lines: Vec<&str> = text.lines().take(end).skip(1).collect();
    if more.is_some() {
        lines.push(words::MORE_IS_FOUND);
    }
    lines.push(words::BELOW_A_SEARCH);
    lines.join("\n") + "\n"
}

/// What can be typed here.
pub(crate) fn help(context: Context) -> String {
    let (own, log) = match context {
        Context::Guide => (words::IN_THE_GUIDE, Some(words::LOG_IN_THE_GUIDE)),
        Context::ListOverlay => (words::IN_A_LIST, Some(words::LOG_IN_THE_GUIDE)),
        Context::Search => (words::IN_A_SEARCH, None),
        Context::SafetyGate => (words::HELP_AT_THE_GATE, Some(words::LOG_IN_A_SESSION)),
        Context::Timer => (words::HELP_IN_A_SESSION, Some(words::LOG_IN_A_SESSION)),
        Context::Summary => (words::AFTER_A_SESSION, Some(words::LOG_IN_THE_GUIDE)),
        Context::Rescue => (words::HELP_IN_A_CRAMP, Some(words::LOG_IN_A_CRAMP)),
        Context::Diary => (words::IN_THE_DIARY, Some(words::LOG_IN_THE_DIARY)),
        Context::Form => (words::IN_A_FORM, None),
        Context::Standby => return words::HELP_IN_STANDBY.to_owned(),
    };
    let lines = own.iter().copied().chain(log).chain([words::EVERYWHERE]);
    lines.collect::<Vec<_>>().join("\n")
}

/// The muscles with their numbers, in the guide's order.
pub(crate) fn muscles<'a>(names: impl Iterator<Item = &'a Muscle>) -> String {
    let rows: Vec<String> =
        (1..).zip(names).map(|(n, name)| format!("{n} {}", labels::muscle(name))).collect();
    rows.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::page::{Goal, Writer};

    #[test]
    fn in_a_narrow_window_as_much_is_found_as_in_a_wide_one() {
        let mut writer = Writer::new();
        writer.title("Found");
        for _ in 0..=MOST_FOUND {
            writer.item(None, "a page with a long name", Goal::Glossary);
        }
        let said = found(&writer.finish().lines(20));
        assert!(said.starts_with("  1  a page with a"), "{said}");
        assert_eq!(said.matches("a page with").count(), MOST_FOUND, "{said}");
        assert!(said.contains(words::MORE_IS_FOUND), "{said}");
    }
}
