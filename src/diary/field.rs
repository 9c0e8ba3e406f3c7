//! The fields of a cramp: one table for the file, the exports, the command line, the questions
//! and the form.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::entry::{Cramp, Details, Lasted, Scale};
use super::note_text::NoteText;
use super::row::{number, text, yes_no};
use crate::guide::muscle;
use crate::stretch::Leg;
use crate::text::messages::amounts;

/// Something that can be said about a cramp besides when it began.
#[derive(Debug)]
pub struct Field {
    /// The word for it on the command line.
    pub name: &'static str,
    /// Its column in the file, in CSV and in JSON.
    pub(crate) column: &'static str,
    /// Its name in a list and in the form, such as `new medicine`.
    pub label: &'static str,
    /// `None` where the program fills it in by itself.
    asked: Option<Asked>,
    /// What a cramp keeps of it, as the file stores it.
    stored: fn(&Cramp) -> Value,
    pub(crate) kind: FieldKind,
}

/// How a person is asked for a field.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The question.
    pub question: &'static str,
    /// What `--help` says of its flag.
    pub(crate) help: &'static str,
}

/// What can be written into a field, and where a cramp keeps it.
#[derive(Debug)]
pub(crate) enum FieldKind {
    /// One of the guide's muscles, or another word.
    Muscle(Set<NoteText>),
    /// Left, right or both.
    Leg(Set<Leg>),
    /// Minutes, or minutes and seconds such as 1:40.
    Minutes(Set<Lasted>),
    /// 0 to 10.
    Scale(Set<Scale>),
    /// A count of drinks.
    Drinks(Set<u8>),
    /// Yes or no.
    YesNo(Set<bool>),
    /// Any words.
    Text(Set<NoteText>),
}

/// Writes a value into a cramp.
type Set<T> = fn(&mut Cramp, Option<T>);

/// The field with this name and of this kind, which this member of [`Cramp`] keeps.
macro_rules! field {
    ($name:literal, $kind:ident, $member:ident) => {
        Field {
            name: $name,
            column: $name,
            label: $name,
            asked: None,
            stored: |cramp| json!(cramp.$member),
            kind: FieldKind::$kind(|cramp, value| cramp.$member = value),
        }
    };
}

/// Every field, in the order in which they are shown and asked for.
static FIELDS: [Field; 12] = [
    field!("muscle", Muscle, muscle).asked(
        "Which muscle: 1 calf, 2 hamstring (back of the thigh), 3 thigh (front of the thigh), \
         4 foot, or another word?",
        "The muscle: calf, hamstring (back of the thigh), thigh (its front), foot or any other word",
    ),
    field!("leg", Leg, leg)
        .asked("Which leg: 1 left, 2 right or 3 both?", "Which leg"),
    field!("minutes", Minutes, lasted)
        .column(SECONDS)
        .asked("How many minutes did it last?", "How long it lasted, in minutes"),
    field!("pain", Scale, pain).asked(
        "How much did it hurt, 0 (not at all) to 10 (worst)?",
        "How much it hurt, 0 (not at all) to 10 (worst)",
    ),
    field!("sleep", Scale, sleep).label("sleep disturbed").asked(
        "How much did it disturb your sleep, 0 (not at all) to 10 (worst)?",
        "How much it disturbed your sleep, 0 (not at all) to 10 (worst)",
    ),
    field!("done", Text, done),
    field!("helped", Text, helped).asked("What helped?", "What helped"),
    field!("activity", Text, activity)
        .asked("What was the day like?", "What the day was like"),
    field!("alcohol", Drinks, alcohol)
        .label("drinks")
        .asked("How many alcoholic drinks that day?", "Alcoholic drinks that day"),
    field!("heat", YesNo, heat).asked(
        "Was there hot weather, or loss of fluid: yes or no?",
        "Hot weather, or loss of fluid; `--heat=no` where there was none",
    ),
    field!("medicine", Text, medicine).label("new medicine").asked(
        "Was there a new medicine or supplement, and which?",
        "A new medicine or supplement",
    ),
    field!("note", Text, note).asked("Anything else?", "Anything else"),
];

/// The column of how long a cramp lasted.
pub(crate) const SECONDS: &str = "seconds";

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Field {}

impl Field {
    /// A field whose column and label are its name.
    const fn column(self, column: &'static str) -> Self {
        Self { column, ..self }
    }

    const fn label(self, label: &'static str) -> Self {
        Self { label, ..self }
    }

    const fn asked(self, question: &'static str, help: &'static str) -> Self {
        Self { asked: Some(Asked { question, help }), ..self }
    }

    /// Every field, in the order in which they are shown and asked for.
    pub fn all() -> impl ExactSizeIterator<Item = &'static Self> + Clone {
        FIELDS.iter()
    }

    /// Those that a person fills in.
    pub fn all_asked() -> impl Iterator<Item = (&'static Self, Asked)> + Clone {
        Self::all().filter_map(|field| Some((field, field.asked?)))
    }

    /// The field with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::all().find(|field| field.name == name)
    }

    /// Writes what a person has typed; an empty text empties the field.
    pub fn write(&self, cramp: &mut Cramp, typed: &str) -> Result<()> {
        let value = match (typed.trim(), &self.kind) {
            ("", _) => Value::Null,
            (typed, FieldKind::Muscle(_)) => muscle(typed)?.into(),
            (typed, FieldKind::Minutes(_)) => Lasted::parse_minutes(typed)?.seconds().into(),
            (typed, _) => typed.into(),
        };
        self.restore(cramp, &value)?;
        cramp.details = Details::Given;
        Ok(())
    }

    /// What this means once it is written, such as `calf` for `1`; or why it cannot be written.
    pub(crate) fn read(&self, typed: &str) -> Result<String> {
        let mut cramp = Cramp::default();
        self.write(&mut cramp, typed)?;
        Ok(self.typed(&cramp).unwrap_or_default())
    }

    /// What a person would type for its value; `None` where nothing is logged.
    pub fn typed(&self, cramp: &Cramp) -> Option<String> {
        Some(match (self.stored(cramp), &self.kind) {
            (Value::Null, _) => return None,
            (Value::String(text), _) => text,
            (Value::Bool(yes), _) => if yes { "yes" } else { "no" }.to_owned(),
            (number, FieldKind::Minutes(_)) => {
                let clock = amounts::clock(Duration::from_secs(number.as_u64()?));
                clock.strip_suffix(":00").map_or(clock.clone(), str::to_owned)
            }
            (number, _) => number.to_string(),
        })
    }

    /// Its value in a list, such as `pain 6` or `helped: walking`.
    pub fn shown(&self, cramp: &Cramp) -> Option<String> {
        let (typed, label) = (self.typed(cramp)?, self.label);
        Some(match &self.kind {
            FieldKind::Muscle(_) => typed,
            FieldKind::Leg(_) => Leg::parse(&typed)?.said().to_owned(),
            FieldKind::Minutes(_) => format!("{typed} min"),
            FieldKind::Drinks(_) => amounts::counted(typed.parse::<u8>().ok()?, "drink", "drinks"),
            FieldKind::Scale(_) => format!("{label} {typed}"),
            FieldKind::YesNo(_) if typed == "yes" => label.to_owned(),
            FieldKind::YesNo(_) => format!("no {label}"),
            FieldKind::Text(_) => format!("{label}: {typed}"),
        })
    }

    /// What its number counts.
    pub(crate) fn unit(&self) -> &'static str {
        match &self.kind {
            FieldKind::Minutes(_) => "min",
            FieldKind::Scale(_) => "0-10",
            _ => "",
        }
    }

    /// Its value as the file and the exports keep it; null where nothing is logged.
    pub(crate) fn stored(&self, cramp: &Cramp) -> Value {
        (self.stored)(cramp)
    }

    /// Writes a value that was read from the file or an import.
    pub(crate) fn restore(&self, cramp: &mut Cramp, value: &Value) -> Result<()> {
        match &self.kind {
            FieldKind::Muscle(set) | FieldKind::Text(set) => {
                set(cramp, NoteText::parse(text(value)?)?);
            }
            FieldKind::Leg(set) => set(cramp, leg(text(value)?)?),
            FieldKind::Minutes(set) => {
                let seconds = number(value, Lasted::MOST.into())?;
                set(cramp, seconds.and_then(Lasted::from_seconds));
            }
            FieldKind::Scale(set) => {
                set(cramp, number(value, Scale::MOST.into())?.and_then(Scale::new));
            }
            FieldKind::Drinks(set) => set(cramp, number(value, u8::MAX.into())?),
            FieldKind::YesNo(set) => set(cramp, yes_no(value)?),
        }
        Ok(())
    }
}

/// A leg by its number, its word, or the first letter of that.
fn leg(text: &str) -> Result<Option<Leg>> {
    let leg = match text {
        "" => return Ok(None),
        "1" => Some(Leg::Left),
        "2" => Some(Leg::Right),
        "3" => Some(Leg::Both),
        word => Leg::parse(word),
    };
    leg.map(Some).with_context(|| format!("`{text}` is not a leg: write left, right or both"))
}

/// A muscle by its number or its name. The numbers are those that the question names, also where the
/// reader's own guide has other muscles or another order.
fn muscle(typed: &str) -> Result<&str> {
    if typed.chars().all(|c| c.is_ascii_digit()) {
        let number = typed.parse().ok();
        return number.and_then(muscle::numbered).context("Write 1, 2, 3, 4 or a word.");
    }
    Ok(muscle::named(typed).unwrap_or(typed))
}

#[cfg(test)]
mod tests;
