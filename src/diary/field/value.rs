//! The kinds of values a field of a cramp can have: how each is typed and stored.

use serde_json::Value;

use crate::diary::entry::{Cramp, Lasted, Scale};
use crate::diary::note_text::NoteText;
use crate::diary::row::{number, text, yes_no};
use crate::stretch::Leg;

/// Reads a field.
type Get<T> = fn(&Cramp) -> Option<&T>;
/// Writes a field.
type Set<T> = fn(&mut Cramp, Option<T>);

/// How a field of each type is reached.
#[derive(Debug, Clone, Copy)]
pub(super) enum Access {
    Leg(Get<Leg>, Set<Leg>),
    Minutes(Get<Lasted>, Set<Lasted>),
    Scale(Get<Scale>, Set<Scale>),
    Drinks(Get<u8>, Set<u8>),
    YesNo(Get<bool>, Set<bool>),
    Text(Get<NoteText>, Set<NoteText>),
}

/// What can be written into a field, so that a form offers the right way to do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A muscle: one of the guide's, or another word.
    Muscle,
    /// Left, right or both.
    Leg,
    /// Minutes, or minutes and seconds such as 1:40.
    Minutes,
    /// 0 to 10.
    Scale,
    /// A count of drinks.
    Drinks,
    /// Yes or no.
    YesNo,
    /// Any words.
    Text,
}

impl Access {
    pub(super) fn stored(self, cramp: &Cramp) -> Value {
        match self {
            Self::Text(get, _) => get(cramp).map(NoteText::as_str).into(),
            Self::Leg(get, _) => get(cramp).map(|leg| leg.word()).into(),
            Self::Minutes(get, _) => get(cramp).map(|lasted| lasted.seconds()).into(),
            Self::Scale(get, _) => get(cramp).map(|scale| scale.value()).into(),
            Self::Drinks(get, _) => get(cramp).copied().into(),
            Self::YesNo(get, _) => get(cramp).copied().into(),
        }
    }

    pub(super) fn restore(self, cramp: &mut Cramp, value: &Value) -> Result<(), String> {
        match self {
            Self::Text(_, set) => set(cramp, NoteText::parse(text(value)?)?),
            Self::Leg(_, set) => set(cramp, leg(text(value)?)?),
            Self::Minutes(_, set) => {
                set(cramp, number(value, Lasted::MOST.into())?.and_then(Lasted::from_seconds));
            }
            Self::Scale(_, set) => {
                set(cramp, number(value, Scale::MOST.into())?.and_then(Scale::new));
            }
            Self::Drinks(_, set) => set(cramp, number(value, u8::MAX.into())?),
            Self::YesNo(_, set) => set(cramp, yes_no(value)?),
        }
        Ok(())
    }
}

impl FieldKind {
    /// What a person has typed, as it is stored.
    pub(super) fn parse(self, typed: &str) -> Result<Value, String> {
        if typed.is_empty() {
            return Ok(Value::Null);
        }
        Ok(match self {
            Self::Muscle => muscle(typed)?.into(),
            Self::Minutes => Lasted::parse_minutes(typed)?.seconds().into(),
            _ => typed.into(),
        })
    }

    /// What a person would type for a value that is stored.
    pub(super) fn typed(self, value: &Value) -> Option<String> {
        Some(match value {
            Value::Null => return None,
            Value::String(text) => text.clone(),
            Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            number if self == Self::Minutes => {
                let seconds = number.as_u64()?;
                match (seconds / 60, seconds % 60) {
                    (minutes, 0) => minutes.to_string(),
                    (minutes, seconds) => format!("{minutes}:{seconds:02}"),
                }
            }
            number => number.to_string(),
        })
    }
}

/// A leg by its number, its word, or the first letter of that.
fn leg(text: &str) -> Result<Option<Leg>, String> {
    match text.to_lowercase().as_str() {
        "" => Ok(None),
        "1" | "left" | "l" => Ok(Some(Leg::Left)),
        "2" | "right" | "r" => Ok(Some(Leg::Right)),
        "3" | "both" | "b" => Ok(Some(Leg::Both)),
        _ => Err(format!("`{text}` is not a leg: write left, right or both")),
    }
}

/// A muscle: the numbers are those of a cramp now.
fn muscle(typed: &str) -> Result<&str, String> {
    match typed {
        "1" => Ok("calf"),
        "2" => Ok("hamstring"),
        "3" => Ok("thigh"),
        "4" => Ok("foot"),
        _ if typed.chars().all(|c| c.is_ascii_digit()) => {
            Err("Write 1, 2, 3, 4 or a word.".to_owned())
        }
        _ => Ok(typed),
    }
}
