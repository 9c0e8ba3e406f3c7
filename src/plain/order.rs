//! What a typed line asks for.

use crate::app::key::{Code, Key};
use crate::app::keymap::Context;
use crate::app::state::State;
use crate::guide::markup::clean;
use crate::stretch::Leg;

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// The same as a key of the full screen.
    Key(Key),
    /// The choice with this number.
    Item(usize),
    /// In rescue: the leg that cramps.
    Leg(Leg),
    /// A search for these words.
    Search(String),
    /// Leave the program.
    Leave,
    /// Say the page again.
    Repeat,
    /// Say what can be typed.
    Help,
    /// Nothing that is known.
    Unknown(String),
}

/// Words for the letters, for those who would rather write them out.
const WORDS: [(&str, &str); 18] = [
    ("danger", "e"),
    ("cramp", "c"),
    ("back", "b"),
    ("help", "?"),
    ("quit", "q"),
    ("leave", "q"),
    ("exit", "q"),
    ("stretch", "s"),
    ("answers", "a"),
    ("tab", "a"),
    ("sources", "i"),
    ("pause", "p"),
    ("next", "n"),
    ("search", "/"),
    ("log", "l"),
    ("undo", "u"),
    ("diary", "d"),
    ("details", "w"),
];

/// Reads a line, typed where `state` is.
pub fn read(line: &str, state: &State) -> Order {
    let line = line.trim();
    let context = state.context();
    if let Some(query) = line.strip_prefix('/') {
        return Order::Search(query.trim().to_owned());
    }
    let word = line.to_lowercase();
    let short = WORDS
        .iter()
        .find_map(|(long, short)| (*long == word).then_some(*short));
    let word = short.unwrap_or(&word);
    match word {
        "" => return empty(context),
        "/" => return Order::Search(String::new()),
        "?" => return Order::Help,
        "q" => return Order::Leave,
        _ => {}
    }
    if let Ok(number) = word.parse::<usize>() {
        return item(context, number);
    }
    let leg = [Leg::Left, Leg::Right, Leg::Both]
        .into_iter()
        .find(|leg| context == Context::Rescue && leg.word() == word);
    if let Some(leg) = leg {
        return Order::Leg(leg);
    }
    key(context, word).map_or_else(
        || Order::Unknown(clean(line).chars().take(40).collect()),
        Order::Key,
    )
}

/// Enter alone goes on where there is one way on, and says a page again.
fn empty(context: Context) -> Order {
    match context {
        Context::Door | Context::Rescue | Context::Summary => Order::Key(Key::plain(Code::Enter)),
        Context::Standby => Order::Key(Key::plain(Code::Other)),
        Context::Timer => Order::Key(Key::char(' ')),
        _ => Order::Repeat,
    }
}

fn item(context: Context, number: usize) -> Order {
    match (context, u32::try_from(number).ok().filter(|n| *n <= 9)) {
        (Context::Rescue, Some(n)) => {
            char::from_digit(n, 10).map_or(Order::Item(number), |c| Order::Key(Key::char(c)))
        }
        _ => Order::Item(number),
    }
}

fn key(context: Context, word: &str) -> Option<Key> {
    let own = match (context, word) {
        (Context::Guide, "b") => Key::plain(Code::Left),
        (Context::Guide, "a") => Key::plain(Code::Tab),
        (Context::Guide, "s" | "r") => letter(word)?,
        (_, "b") => Key::plain(Code::Esc),
        (Context::Guide, "i") => Key::char('i'),
        (Context::Diary, "n") => Key::char('n'),
        (Context::Timer, "p") => Key::char(' '),
        (Context::Timer, "n" | "x" | "r" | "s" | "m" | "v" | "+" | "-") => letter(word)?,
        (Context::Rescue, "lying" | "bed") => Key::char('b'),
        (Context::Rescue, "sitting" | "seated" | "sit") => Key::char('s'),
        (Context::Rescue, "standing" | "stand") => Key::char('w'),
        (Context::Rescue, "-" | "x") => letter(word)?,
        (Context::Standby, _) => Key::plain(Code::Other),
        (_, "e") => Key::plain(Code::F(2)),
        (_, "l" | "u") if context != Context::Search => letter(word)?,
        (Context::Rescue, _) => return None,
        (_, "c") => Key::plain(Code::F(3)),
        (Context::Guide | Context::Sheet | Context::Summary, "d") => Key::char('d'),
        (Context::Guide | Context::Sheet | Context::Summary | Context::Diary, "w") => letter(word)?,
        _ => return None,
    };
    Some(own)
}

fn letter(word: &str) -> Option<Key> {
    word.chars().next().map(Key::char)
}
