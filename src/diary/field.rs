//! The fields of a cramp: one table that the file, the exports, the command line, the questions
//! and the form all read.

use serde_json::Value;

use super::entry::{Cramp, Details, Lasted, Scale};
use super::note_text::NoteText;
use super::row::EntryRow;
use crate::stretch::Leg;
use crate::text::messages::{amounts, entry as words};

mod value;

use value::Access;
pub use value::FieldKind;

/// Something that can be said about a cramp besides when it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The muscle.
    Muscle,
    /// The leg.
    Leg,
    /// How long it lasted.
    Minutes,
    /// How much it hurt.
    Pain,
    /// How much it disturbed sleep.
    Sleep,
    /// What was done during the cramp.
    Done,
    /// What helped.
    Helped,
    /// What the day was like.
    Activity,
    /// Alcoholic drinks that day.
    Alcohol,
    /// Hot weather, or loss of fluid.
    Heat,
    /// A new medicine.
    Medicine,
    /// Anything else.
    Note,
}

/// One row of the table.
#[derive(Debug)]
struct FieldRow {
    field: Field,
    /// The word for it on the command line.
    name: &'static str,
    /// Its column in the file, in CSV and in JSON.
    column: &'static str,
    /// Its name in a list and in the form.
    label: &'static str,
    /// What is asked about it; empty where nothing is, as the program itself fills it in.
    question: &'static str,
    /// What `--help` says of its flag.
    help: &'static str,
    access: Access,
}

/// Reads and writes the field of [`Cramp`] with this name.
macro_rules! access {
    ($kind:ident, $name:ident) => {
        Access::$kind(|cramp| cramp.$name.as_ref(), |cramp, value| cramp.$name = value)
    };
}

/// Every field, in the order in which they are shown and asked for.
const FIELDS: [FieldRow; 12] = [
    FieldRow {
        field: Field::Muscle,
        name: "muscle",
        column: "muscle",
        label: "muscle",
        question: "Which muscle: 1 calf, 2 hamstring (back of the thigh), 3 thigh (front of the \
                   thigh), 4 foot, or another word?",
        help: "The muscle: calf, hamstring (back of the thigh), thigh (its front), foot or any \
               other word",
        access: access!(Muscle, muscle),
    },
    FieldRow {
        field: Field::Leg,
        name: "leg",
        column: "leg",
        label: "leg",
        question: "Which leg: 1 left, 2 right or 3 both?",
        help: "Which leg",
        access: access!(Leg, leg),
    },
    FieldRow {
        field: Field::Minutes,
        name: "minutes",
        column: "seconds",
        label: "minutes",
        question: "How many minutes did it last?",
        help: "How long it lasted, in minutes",
        access: access!(Minutes, lasted),
    },
    FieldRow {
        field: Field::Pain,
        name: "pain",
        column: "pain",
        label: "pain",
        question: "How much did it hurt, 0 (not at all) to 10 (worst)?",
        help: "How much it hurt, 0 (not at all) to 10 (worst)",
        access: access!(Scale, pain),
    },
    FieldRow {
        field: Field::Sleep,
        name: "sleep",
        column: "sleep",
        label: "sleep disturbed",
        question: "How much did it disturb your sleep, 0 (not at all) to 10 (worst)?",
        help: "How much it disturbed your sleep, 0 (not at all) to 10 (worst)",
        access: access!(Scale, sleep),
    },
    FieldRow {
        field: Field::Done,
        name: "done",
        column: "done",
        label: "done",
        question: "",
        help: "",
        access: access!(Text, done),
    },
    FieldRow {
        field: Field::Helped,
        name: "helped",
        column: "helped",
        label: "helped",
        question: "What helped?",
        help: "What helped",
        access: access!(Text, helped),
    },
    FieldRow {
        field: Field::Activity,
        name: "activity",
        column: "activity",
        label: "activity",
        question: "What was the day like?",
        help: "What the day was like",
        access: access!(Text, activity),
    },
    FieldRow {
        field: Field::Alcohol,
        name: "alcohol",
        column: "alcohol",
        label: "drinks",
        question: "How many alcoholic drinks that day?",
        help: "Alcoholic drinks that day",
        access: access!(Drinks, alcohol),
    },
    FieldRow {
        field: Field::Heat,
        name: "heat",
        column: "heat",
        label: "heat",
        question: "Was there hot weather, or loss of fluid: yes or no?",
        help: "Hot weather, or loss of fluid; `--heat=no` where there was none",
        access: access!(YesNo, heat),
    },
    FieldRow {
        field: Field::Medicine,
        name: "medicine",
        column: "medicine",
        label: "new medicine",
        question: "Was there a new medicine or supplement, and which?",
        help: "A new medicine or supplement",
        access: access!(Text, medicine),
    },
    FieldRow {
        field: Field::Note,
        name: "note",
        column: "note",
        label: "note",
        question: "Anything else?",
        help: "Anything else",
        access: access!(Text, note),
    },
];

impl Field {
    /// Every field, in the order in which they are shown and asked for.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        FIELDS.iter().map(|row| row.field)
    }

    /// Those that a person fills in.
    pub fn asked() -> impl Iterator<Item = Self> + Clone {
        Self::all().filter(|field| !field.question().is_empty())
    }

    fn row(self) -> &'static FieldRow {
        // The table has a row for each, in any order.
        let row = FIELDS.iter().find(|row| row.field == self);
        row.unwrap_or(&FIELDS[0])
    }

    /// The field with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|field| field.name() == name)
    }

    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Its column in the file, in CSV and in JSON.
    pub(crate) fn column(self) -> &'static str {
        self.row().column
    }

    /// Its name in a list and in a form, such as `new medicine`.
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// What is asked about it; empty where nothing is.
    pub fn question(self) -> &'static str {
        self.row().question
    }

    /// What `--help` says of its flag.
    pub(crate) fn help(self) -> &'static str {
        self.row().help
    }

    /// What can be written into it.
    pub fn kind(self) -> FieldKind {
        self.row().access.kind()
    }

    /// Writes what a person has typed; nothing empties the field.
    pub fn write(self, cramp: &mut Cramp, typed: &str) -> Result<(), String> {
        self.row().access.write(cramp, typed.trim())?;
        cramp.details = Details::Given;
        Ok(())
    }

    /// Whether this can be written into it.
    pub fn check(self, typed: &str) -> Result<(), String> {
        self.write(&mut Cramp::default(), typed)
    }

    /// What a person would type for its value; `None` where nothing is noted.
    pub fn typed(self, cramp: &Cramp) -> Option<String> {
        self.row().access.typed(cramp)
    }

    /// Its value in a list, such as `pain 6` or `helped: walking`.
    pub fn shown(self, cramp: &Cramp) -> Option<String> {
        let typed = self.typed(cramp)?;
        Some(match self.row().access {
            Access::Muscle(..) => typed,
            Access::Leg(get, _) => get(cramp)?.said().to_owned(),
            Access::Minutes(get, _) => amounts::length(get(cramp)?.seconds()),
            Access::Drinks(get, _) => amounts::drinks(u32::from(*get(cramp)?)),
            Access::Scale(..) => format!("{} {typed}", self.label()),
            Access::YesNo(get, _) if *get(cramp)? => self.label().to_owned(),
            Access::YesNo(..) => format!("no {}", self.label()),
            Access::Text(..) => format!("{}: {typed}", self.label()),
        })
    }

    /// Its value as the file and the exports keep it; null where nothing is noted.
    pub(crate) fn stored(self, cramp: &Cramp) -> Value {
        self.row().access.stored(cramp)
    }

    /// Takes over its value of a row of the file or of an import.
    pub(crate) fn restore(self, cramp: &mut Cramp, row: &EntryRow) -> Result<(), String> {
        self.row().access.restore(cramp, self.column(), row)
    }
}

#[cfg(test)]
mod tests;
