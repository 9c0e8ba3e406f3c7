//! The kinds of values a field of a cramp can have: how each is typed, shown and stored.

use serde_json::Value;

use super::{Cramp, Lasted, Leg, NoteText, Scale, words};
use crate::diary::row::{EntryRow, given};

/// Reads a field.
type Get<T> = fn(&Cramp) -> Option<&T>;
/// Writes a field.
type Set<T> = fn(&mut Cramp, Option<T>);

/// How a field of each kind is reached.
#[derive(Debug, Clone, Copy)]
pub(super) enum Access {
    Muscle(Get<NoteText>, Set<NoteText>),
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
    pub(super) fn kind(self) -> FieldKind {
        match self {
            Self::Muscle(..) => FieldKind::Muscle,
            Self::Leg(..) => FieldKind::Leg,
            Self::Minutes(..) => FieldKind::Minutes,
            Self::Scale(..) => FieldKind::Scale,
            Self::Drinks(..) => FieldKind::Drinks,
            Self::YesNo(..) => FieldKind::YesNo,
            Self::Text(..) => FieldKind::Text,
        }
    }

    pub(super) fn write(self, cramp: &mut Cramp, typed: &str) -> Result<(), String> {
        match self {
            Self::Muscle(_, set) => set(cramp, muscle(typed)?),
            Self::Text(_, set) => set(cramp, NoteText::parse(typed)?),
            Self::Leg(_, set) => set(cramp, unless_empty(typed, leg)?),
            Self::Minutes(_, set) => set(cramp, unless_empty(typed, Lasted::parse_minutes)?),
            Self::Scale(_, set) => set(cramp, unless_empty(typed, Scale::parse)?),
            Self::Drinks(_, set) => set(cramp, unless_empty(typed, drinks)?),
            Self::YesNo(_, set) => set(cramp, unless_empty(typed, yes_or_no)?),
        }
        Ok(())
    }

    pub(super) fn typed(self, cramp: &Cramp) -> Option<String> {
        Some(match self {
            Self::Muscle(get, _) | Self::Text(get, _) => get(cramp)?.to_string(),
            Self::Leg(get, _) => get(cramp)?.word().to_owned(),
            Self::Minutes(get, _) => {
                let seconds = get(cramp)?.seconds();
                match (seconds / 60, seconds % 60) {
                    (minutes, 0) => minutes.to_string(),
                    (minutes, seconds) => format!("{minutes}:{seconds:02}"),
                }
            }
            Self::Scale(get, _) => get(cramp)?.value().to_string(),
            Self::Drinks(get, _) => get(cramp)?.to_string(),
            Self::YesNo(get, _) => if *get(cramp)? { "yes" } else { "no" }.to_owned(),
        })
    }

    pub(super) fn stored(self, cramp: &Cramp) -> Value {
        match self {
            Self::Muscle(get, _) | Self::Text(get, _) => get(cramp).map(NoteText::as_str).into(),
            Self::Leg(get, _) => get(cramp).map(|leg| leg.word()).into(),
            Self::Minutes(get, _) => get(cramp).map(|lasted| lasted.seconds()).into(),
            Self::Scale(get, _) => get(cramp).map(|scale| scale.value()).into(),
            Self::Drinks(get, _) => get(cramp).copied().into(),
            Self::YesNo(get, _) => get(cramp).copied().into(),
        }
    }

    pub(super) fn restore(
        self,
        cramp: &mut Cramp,
        column: &str,
        row: &EntryRow,
    ) -> Result<(), String> {
        match self {
            Self::Muscle(_, set) | Self::Text(_, set) => {
                let text = NoteText::parse(row.text(column)?);
                set(cramp, text.map_err(|why| format!("{column}: {why}"))?);
            }
            Self::Leg(_, set) => {
                let word = row.text(column)?;
                let leg = legs().find(|leg| leg.word() == word);
                if leg.is_none() && !word.is_empty() {
                    return Err(words::none_of(column, word, "left, right, both"));
                }
                set(cramp, leg);
            }
            Self::Minutes(_, set) => {
                let seconds = row.number(column, Lasted::MOST.into())?;
                set(cramp, seconds.and_then(Lasted::from_seconds));
            }
            Self::Scale(_, set) => {
                set(cramp, row.number(column, Scale::MOST.into())?.and_then(Scale::new));
            }
            Self::Drinks(_, set) => set(cramp, row.number(column, u8::MAX.into())?),
            Self::YesNo(_, set) => match row.value(column) {
                Value::Null => set(cramp, None),
                Value::Bool(yes) => set(cramp, Some(*yes)),
                other => return Err(words::neither_true_nor_false(column, &given(other))),
            },
        }
        Ok(())
    }
}

fn unless_empty<T>(
    typed: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    (!typed.is_empty()).then(|| parse(typed)).transpose()
}

fn legs() -> impl Iterator<Item = Leg> {
    [Leg::Left, Leg::Right, Leg::Both].into_iter()
}

/// A leg by its number, its word, or the first letter of that.
fn leg(typed: &str) -> Result<Leg, String> {
    let typed = typed.to_lowercase();
    let is_meant = |(number, leg): &(&str, Leg)| {
        [*number, leg.word(), &leg.word()[..1]].contains(&typed.as_str())
    };
    let found = ["1", "2", "3"].into_iter().zip(legs()).find(is_meant);
    found.map(|(_, leg)| leg).ok_or_else(|| "Write left, right or both.".to_owned())
}

/// A muscle: the numbers are those of a cramp now.
fn muscle(typed: &str) -> Result<Option<NoteText>, String> {
    match typed {
        "1" => NoteText::parse("calf"),
        "2" => NoteText::parse("hamstring"),
        "3" => NoteText::parse("thigh"),
        "4" => NoteText::parse("foot"),
        "" => Ok(None),
        _ if typed.chars().all(|c| c.is_ascii_digit()) => {
            Err("Write 1, 2, 3, 4 or a word.".to_owned())
        }
        _ => NoteText::parse(typed),
    }
}

fn drinks(typed: &str) -> Result<u8, String> {
    let drinks = typed.parse();
    drinks.map_err(|_| format!("`{typed}` is not a whole number of drinks from 0 to {}", u8::MAX))
}

fn yes_or_no(typed: &str) -> Result<bool, String> {
    match typed.to_lowercase().as_str() {
        "yes" | "y" | "true" => Ok(true),
        "no" | "n" | "false" => Ok(false),
        _ => Err(format!("`{typed}` is neither yes nor no")),
    }
}
