//! What a typed line asks for.

use crate::app::key::{KeyName, KeyPress};
use crate::app::keymap::{Action, Context, PRESSED_DIGIT, RescueAction, resolve};
use crate::guide::raw::Pose;
use crate::stretch::Leg;
use crate::text::is_unsafe;

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypedLine {
    /// The same as a key of the full screen.
    Key(KeyPress),
    /// The choice with this number.
    Item(usize),
    /// In rescue: the leg that cramps.
    Leg(Leg),
    /// In rescue: how the person lies, sits or stands.
    Pose(Pose),
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

/// What is typed here for this action, as the help names it; `None` where nothing is.
pub(crate) fn typed(context: Context, action: Action) -> Option<String> {
    match action {
        _ if matches!(context, Context::Form | Context::Standby) => return None,
        Action::Pick(PRESSED_DIGIT) | Action::Rescue(RescueAction::Muscle(_)) => {
            return Some("A number".to_owned());
        }
        Action::Search if context == Context::Search => return None,
        Action::Search => return Some("/ and words".to_owned()),
        _ => {}
    }
    let is_of = |key: KeyPress| resolve(context, key) == Some(action);
    let asks = |line: &str| match read(line, context) {
        TypedLine::Key(key) => is_of(key),
        TypedLine::Item(_) => line.chars().next().is_some_and(|digit| is_of(KeyPress::char(digit))),
        TypedLine::Help => action == Action::Help,
        TypedLine::Leave => action == Action::Leave,
        _ => false,
    };
    let letter = ('a'..='z').chain("0?+-".chars()).map(String::from).find(|line| asks(line));
    let enter = asks("").then(|| "Enter alone".to_owned());
    letter.into_iter().chain(enter).reduce(|one, other| format!("{one} or {other}"))
}

/// Reads a line that was typed here.
pub(crate) fn read(line: &str, context: Context) -> TypedLine {
    let line = line.trim();
    // An arrow key sends an escape sequence, which is no answer.
    if line.contains('\u{1b}') && context != Context::Standby {
        return unknown(line);
    }
    if context == Context::Form {
        return in_form(line);
    }
    let word = line.to_lowercase();
    let short = WORDS.iter().find_map(|(long, short)| (*long == word).then_some(*short));
    let word = short.unwrap_or(&word);
    match (word, context) {
        ("?", _) => return TypedLine::Help,
        ("q", _) => return TypedLine::Leave,
        ("b", Context::Guide) => return TypedLine::Key(KeyPress::plain(KeyName::Left)),
        ("b", _) => return TypedLine::Key(KeyPress::plain(KeyName::Esc)),
        // Enter alone goes on where there is one way on, and says a page again.
        ("", Context::Guide | Context::ListOverlay | Context::Search | Context::Diary) => {
            return TypedLine::Repeat;
        }
        ("", _) => return TypedLine::Key(KeyPress::plain(KeyName::Enter)),
        // In standby every other line opens rescue.
        (_, Context::Standby) => return TypedLine::Key(KeyPress::plain(KeyName::Other)),
        ("/", _) => return TypedLine::Search(String::new()),
        _ => {}
    }
    if let Some(query) = line.strip_prefix('/') {
        return TypedLine::Search(query.trim().to_owned());
    }
    if let Ok(number) = word.parse::<usize>() {
        return item(context, number);
    }
    if context == Context::Rescue {
        if let Some(pose) = Pose::parse(word) {
            return TypedLine::Pose(pose);
        }
        if let Some(leg) = Leg::ALL.into_iter().find(|leg| leg.word() == word) {
            return TypedLine::Leg(leg);
        }
    }
    key(context, word).map_or_else(|| unknown(line), TypedLine::Key)
}

/// What was typed, as far as it is shown again.
fn unknown(line: &str) -> TypedLine {
    TypedLine::Unknown(line.chars().filter(|c| !is_unsafe(*c)).take(40).collect())
}

/// In a form a line is the answer; Enter alone skips the question, `q` all the rest.
fn in_form(line: &str) -> TypedLine {
    match line {
        "" => TypedLine::Key(KeyPress::plain(KeyName::Enter)),
        "q" | "Q" => TypedLine::Key(KeyPress::plain(KeyName::Esc)),
        text => TypedLine::Text(text.to_owned()),
    }
}

/// In rescue a number is a key, that of a muscle.
fn item(context: Context, number: usize) -> TypedLine {
    let digit = u32::try_from(number).ok();
    let key = digit.and_then(|n| char::from_digit(n, 10)).map(KeyPress::char);
    let is_key = |key: &KeyPress| context == Context::Rescue && resolve(context, *key).is_some();
    key.filter(is_key).map_or(TypedLine::Item(number), TypedLine::Key)
}

/// The key of the full screen that this letter stands for, where its effect can be told in lines.
fn key(context: Context, word: &str) -> Option<KeyPress> {
    let mut letters = word.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    let key = match (context, letter) {
        (Context::Guide, 'a') => KeyPress::plain(KeyName::Tab),
        (Context::Timer, 'p') => KeyPress::char(' '),
        (_, 'e') => KeyPress::plain(KeyName::F(2)),
        (_, 'c') => KeyPress::plain(KeyName::F(3)),
        _ => KeyPress::char(letter),
    };
    let is_for_the_eye = |action: &Action| {
        matches!(action, Action::Theme | Action::Print | Action::FullScreen | Action::Move(_))
    };
    resolve(context, key).filter(|action| !is_for_the_eye(action)).map(|_| key)
}
