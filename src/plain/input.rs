//! What a typed line asks for.

use crate::app::key::{Code, Key};
use crate::app::keymap::{Context, resolve};
use crate::app::state::State;
use crate::guide::markup::clean;
use crate::guide::raw::Position;
use crate::stretch::Leg;

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The same as a key of the full screen.
    Key(Key),
    /// The choice with this number.
    Item(usize),
    /// In rescue: the leg that cramps.
    Leg(Leg),
    /// In rescue: how the person is placed.
    Position(Position),
    /// In a form: what is written into the field.
    Text(String),
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
const WORDS: [(&str, &str); 19] = [
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
    ("none", "n"),
    ("search", "/"),
    ("log", "l"),
    ("undo", "u"),
    ("diary", "d"),
    ("details", "w"),
];

/// Reads a line, typed where `state` is.
pub fn read(line: &str, state: &State) -> Input {
    let line = line.trim();
    let context = state.context();
    if context == Context::Form {
        return in_form(line);
    }
    let word = line.to_lowercase();
    let short = WORDS
        .iter()
        .find_map(|(long, short)| (*long == word).then_some(*short));
    let word = short.unwrap_or(&word);
    match word {
        "?" => return Input::Help,
        "q" => return Input::Leave,
        "b" => return Input::Key(back(context)),
        // Whatever it was to mean, in standby it is the cramp button.
        _ if context == Context::Standby => return Input::Key(Key::plain(Code::Other)),
        "" => return empty(context),
        "/" => return Input::Search(String::new()),
        _ => {}
    }
    if let Some(query) = line.strip_prefix('/') {
        return Input::Search(query.trim().to_owned());
    }
    if let Ok(number) = word.parse::<usize>() {
        return item(context, number);
    }
    if context == Context::Rescue
        && let Some(position) = position(word)
    {
        return Input::Position(position);
    }
    let leg = [Leg::Left, Leg::Right, Leg::Both]
        .into_iter()
        .find(|leg| context == Context::Rescue && leg.word() == word);
    if let Some(leg) = leg {
        return Input::Leg(leg);
    }
    key(context, word).map_or_else(
        || Input::Unknown(clean(line).chars().take(40).collect()),
        Input::Key,
    )
}

/// In a form a line is the answer; Enter alone skips the question, `q` all the rest.
fn in_form(line: &str) -> Input {
    match line {
        "" => Input::Key(Key::plain(Code::Enter)),
        "q" | "Q" => Input::Key(Key::plain(Code::Esc)),
        text => Input::Text(text.to_owned()),
    }
}

/// Enter alone goes on where there is one way on, and says a page again.
fn empty(context: Context) -> Input {
    match context {
        Context::SafetyGate | Context::Rescue | Context::Summary => {
            Input::Key(Key::plain(Code::Enter))
        }
        Context::Timer => Input::Key(Key::char(' ')),
        _ => Input::Repeat,
    }
}

/// In rescue a number is a key, that of a muscle.
fn item(context: Context, number: usize) -> Input {
    let digit = u32::try_from(number).ok();
    let key = digit.and_then(|n| char::from_digit(n, 10)).map(Key::char);
    let is_key = |key: &Key| context == Context::Rescue && resolve(context, *key).is_some();
    key.filter(is_key).map_or(Input::Item(number), Input::Key)
}

/// How the person is placed, by its word.
fn position(word: &str) -> Option<Position> {
    Some(match word {
        "lying" | "bed" => Position::Lying,
        "sitting" | "seated" | "sit" => Position::Seated,
        "standing" | "stand" => Position::Standing,
        _ => return None,
    })
}

fn back(context: Context) -> Key {
    Key::plain(match context {
        Context::Guide => Code::Left,
        _ => Code::Esc,
    })
}

fn key(context: Context, word: &str) -> Option<Key> {
    let own = match (context, word) {
        (Context::Guide, "a") => Key::plain(Code::Tab),
        (Context::Guide, "s" | "r" | "n") => letter(word)?,
        (Context::Guide, "i") => Key::char('i'),
        (Context::Diary, "n") => Key::char('n'),
        (Context::Timer, "p") => Key::char(' '),
        (Context::Timer, "n" | "x" | "r" | "s" | "m" | "v" | "+" | "=" | "-" | "i") => {
            letter(word)?
        }
        (Context::Rescue, "-" | "x" | "i") => letter(word)?,
        (_, "e") => Key::plain(Code::F(2)),
        (_, "l" | "u") if context != Context::Search => letter(word)?,
        (Context::Rescue, _) => return None,
        (_, "c") => Key::plain(Code::F(3)),
        (Context::Guide | Context::ListOverlay | Context::Summary, "d") => Key::char('d'),
        (Context::Guide | Context::ListOverlay | Context::Summary | Context::Diary, "w") => {
            letter(word)?
        }
        _ => return None,
    };
    Some(own)
}

fn letter(word: &str) -> Option<Key> {
    word.chars().next().map(Key::char)
}
