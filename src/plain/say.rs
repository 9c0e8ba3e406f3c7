//! What is said: a page with a number before each choice, and what can be typed.

use std::fmt::Write as _;

use crate::app::keymap::Context;
use crate::app::page::Page;
use crate::app::state::State;
use crate::app::view::{SheetKind, View};
use crate::diary::table;
use crate::guide::markup::clean;
use crate::guide::raw::Muscle;

/// Said once, before the first page.
pub const WELCOME: &str =
    "Type a number and press Enter. e: danger signs. c: a cramp now.\n?: help. q: leave.";

/// How many results of a search are said.
const MOST_FOUND: usize = 12;

/// The number of each choice of a page. A choice keeps the digit of its key;
/// those without one are counted on from the highest.
pub fn numbers(page: &Page) -> Vec<usize> {
    let digit = |key: Option<char>| key.and_then(|key| key.to_digit(10)).map(|n| n as usize);
    let highest = page.items.iter().filter_map(|item| digit(item.key)).max();
    let mut next = highest.unwrap_or(0);
    page.items
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
pub fn page(page: &Page) -> String {
    let numbers = numbers(page);
    let text = page.text();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (item, number) in page.items.iter().zip(numbers) {
        if item.key.is_none()
            && let Some(line) = lines.get_mut(item.lines.start)
        {
            *line = format!("  {number}  {}", line.trim_start());
        }
    }
    lines.iter().fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

/// What stands before the reader now, except a session or a cramp.
pub fn view(state: &State) -> String {
    match state.above.last() {
        Some(View::Door(_)) => {
            let check = clean(state.guide.safety());
            format!("{check}\nEnter: none of these, start. e: danger signs. b: back.\n")
        }
        Some(View::Standby) => "Standby. Enter: a cramp now. q or b: leave.\n".to_owned(),
        Some(View::Sheet(sheet)) if matches!(sheet.kind, SheetKind::Answers) => {
            format!("{}b: back.\n", page(&sheet.page))
        }
        Some(View::Search(search)) => found(&search.page),
        Some(View::Diary(charts)) => {
            let mut text = table::lines(&charts.stats).join("\n");
            text.push_str("\nn: no cramp last night. b: back.\n");
            text
        }
        _ => page(state.visible_page().0.page),
    }
}

/// A notice in the words of this face: what are Tab and the arrow on a keyboard are `a` and `b`
/// here. After the `last` one the program leaves, and no letter is read any more.
pub fn notice(notice: &str, last: bool) -> String {
    let words = notice.replace("Tab ", "a ");
    let words = words.replace("Left goes back", "b goes back");
    if last {
        let undo = "`uncramp diary undo` takes it back.";
        return words.replace("u takes it back.", undo);
    }
    words
}

/// What a search found, the best first.
fn found(results: &Page) -> String {
    let text = page(results);
    // The first line is the search field itself.
    let mut lines: Vec<&str> = text.lines().skip(2).take(MOST_FOUND).collect();
    if results.items.len() > MOST_FOUND {
        lines.push("There is more; another word would narrow it down.");
    }
    lines.push("A number opens that line. b: back.");
    lines.join("\n") + "\n"
}

/// What can be typed here.
pub fn help(context: Context) -> String {
    let own: &[&str] = match context {
        Context::Guide => &[
            "A number: choose that line. 0: not sure.",
            "s: start the stretches that fit. a: your answers, to change one.",
            "/ and words: search. i: sources and words of this page. r: start over.",
            "Enter alone: say the page again.",
        ],
        Context::Sheet => &["A number: choose that line."],
        Context::Search => &["A number: open that line."],
        Context::Door => &["Enter alone: none of these, start the stretches."],
        Context::Timer => &[
            "p or Enter alone: pause, and go on. n: skip this phase. x: swap the legs.",
            "+ and -: 10 seconds more or less. r: start again. s: sit instead, at the start.",
            "`uncramp stretch --ready 30s` leaves more time to listen before each stretch.",
        ],
        Context::Summary => &["Enter alone: done."],
        Context::Rescue => &[
            "Enter alone: it has let go. -: it began a minute earlier.",
            "A number: the muscle. lying, sitting, standing: how you are.",
            "left, right, both: the leg. x: the next of them, or not said.",
        ],
        Context::Diary => &["n: no cramp last night: note it. Enter alone: say it again."],
        Context::Standby => {
            return "Enter, or any other line: a cramp now. q or b: leave.".to_owned();
        }
    };
    let mut text = String::new();
    for line in own {
        let _ = writeln!(text, "{line}");
    }
    match context {
        Context::Guide | Context::Sheet | Context::Summary => {
            text.push_str(
                "l: log a cramp. u: take it back. w: write more about it. d: the diary.\n",
            );
        }
        Context::Diary => {
            text.push_str("l: log a cramp. u: take it back. w: write more about it.\n");
        }
        Context::Door | Context::Timer => {
            text.push_str("l: log a cramp. u: take it back.\n");
        }
        Context::Rescue => text.push_str("l: log this cramp now. u: take it back.\n"),
        Context::Search | Context::Standby => {}
    }
    text.push_str("e: danger signs. c: a cramp now. b: back. ?: this help. q: leave.");
    text
}

/// The muscles with their numbers, in the guide's order.
pub fn muscles<'a>(names: impl Iterator<Item = &'a Muscle>) -> String {
    let rows: Vec<String> = (1..)
        .zip(names)
        .map(|(n, name)| format!("{n} {name}"))
        .collect();
    rows.join(", ")
}
