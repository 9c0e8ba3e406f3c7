//! What a typed line asks for.

use crate::app::key::{KeyName, KeyPress};
use crate::app::keymap::{Action, Context, PRESSED_DIGIT, RescueAction, TimerAction, resolve};
use crate::app::message::Message;
use crate::guide::raw::Pose;
use crate::stretch::Leg;
use crate::text::is_unsafe;

/// What a line asks for.
#[derive(Debug, Clone)]
pub(crate) enum TypedLine {
    /// The same as a key of the full screen, an answer, or to leave.
    Message(Message),
    /// The choice with this number.
    Item(usize),
    /// A search for these words.
    Search(String),
    /// Say the page again.
    Repeat,
    /// Say what can be typed.
    Help,
    /// Nothing that is known.
    Unknown(String),
}

/// Words for the letters, for those who would rather write them out.
const WORDS: [(&str, &[&str]); 15] = [
    ("e", &["danger"]),
    ("c", &["cramp"]),
    ("b", &["back"]),
    ("?", &["help"]),
    ("q", &["quit", "leave", "exit"]),
    ("s", &["stretch"]),
    ("a", &["answers", "tab"]),
    ("i", &["sources"]),
    ("p", &["pause"]),
    ("n", &["next", "none"]),
    ("/", &["search"]),
    ("l", &["log"]),
    ("u", &["undo"]),
    ("d", &["diary"]),
    ("w", &["details"]),
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
    let asks = |line: &str| match read(line, context) {
        TypedLine::Message(Message::Pressed(key)) => resolve(context, key) == Some(action),
        TypedLine::Message(Message::Asked(asked)) => asked == action,
        TypedLine::Message(Message::Quit) => action == Action::Leave,
        TypedLine::Help => action == Action::Help,
        TypedLine::Item(0) => action == Action::Pick('0'),
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
    let short = WORDS.iter().find_map(|(short, long)| long.contains(&&*word).then_some(*short));
    let word = short.unwrap_or(&word);
    match (word, context) {
        ("?", _) => return TypedLine::Help,
        ("q", _) | ("b", Context::Standby) => return TypedLine::Message(Message::Quit),
        ("b", Context::Guide) => return asked(Action::Previous),
        ("b", _) => return asked(Action::Back),
        // Enter alone goes on where there is one way on, and says a page again.
        ("", Context::Guide | Context::ListOverlay | Context::Search | Context::Diary) => {
            return TypedLine::Repeat;
        }
        ("", _) => return enter(),
        // In standby every other line opens rescue.
        (_, Context::Standby) => return asked(Action::CrampNow),
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
            return TypedLine::Message(Message::CrampPose(pose));
        }
        if let Some(leg) = Leg::ALL.into_iter().find(|leg| leg.word() == word) {
            return TypedLine::Message(Message::CrampLeg(leg));
        }
    }
    action(context, word).map_or_else(|| unknown(line), asked)
}

fn asked(action: Action) -> TypedLine {
    TypedLine::Message(Message::Asked(action))
}

fn enter() -> TypedLine {
    TypedLine::Message(Message::Pressed(KeyPress::plain(KeyName::Enter)))
}

/// What was typed, as far as it is shown again.
fn unknown(line: &str) -> TypedLine {
    TypedLine::Unknown(line.chars().filter(|c| !is_unsafe(*c)).take(40).collect())
}

/// In a form a line is the answer; Enter alone skips the question, `q` all the rest.
fn in_form(line: &str) -> TypedLine {
    match line {
        "" => enter(),
        "q" | "Q" => asked(Action::Back),
        text => TypedLine::Message(Message::Answered(text.to_owned())),
    }
}

/// In rescue a number is a key, that of a muscle.
fn item(context: Context, number: usize) -> TypedLine {
    let digit = u32::try_from(number).ok().and_then(|number| char::from_digit(number, 10));
    match digit.and_then(|digit| resolve(context, KeyPress::char(digit))) {
        Some(muscle @ Action::Rescue(_)) => asked(muscle),
        _ => TypedLine::Item(number),
    }
}

/// What the key of the full screen with this letter asks for, where its effect can be told in lines.
fn action(context: Context, word: &str) -> Option<Action> {
    let mut letters = word.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    let action = match (context, letter) {
        (Context::Guide, 'a') => Action::Trail,
        (Context::Timer, 'p') => Action::Timer(TimerAction::Pause),
        // There the full screen has function keys for them.
        (Context::Search, 'e') => Action::Danger,
        (Context::Search, 'c') => Action::CrampNow,
        _ => resolve(context, KeyPress::char(letter))?,
    };
    let is_for_the_eye =
        matches!(action, Action::Theme | Action::Print | Action::FullScreen | Action::Move(_));
    (!is_for_the_eye).then_some(action)
}
