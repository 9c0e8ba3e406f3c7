//! The fields of a cramp: one table that the file, the exports, the command line, the questions
//! and the form all read.

use serde_json::Value;

use super::entry::{Cramp, Details};
use crate::text::messages::amounts;

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
    kind: FieldKind,
    access: Access,
}

impl FieldRow {
    /// A field whose column and label are its name.
    const fn new(field: Field, name: &'static str, kind: FieldKind, access: Access) -> Self {
        Self { field, name, column: name, label: name, question: "", help: "", kind, access }
    }

    const fn column(self, column: &'static str) -> Self {
        Self { column, ..self }
    }

    const fn label(self, label: &'static str) -> Self {
        Self { label, ..self }
    }

    const fn asked(self, question: &'static str, help: &'static str) -> Self {
        Self { question, help, ..self }
    }
}

/// Reads and writes the member of [`Cramp`] with this name.
macro_rules! access {
    ($kind:ident, $name:ident) => {
        Access::$kind(|cramp| cramp.$name.as_ref(), |cramp, value| cramp.$name = value)
    };
}

/// Every field, in the order in which they are shown and asked for.
const FIELDS: [FieldRow; 12] = [
    FieldRow::new(Field::Muscle, "muscle", FieldKind::Muscle, access!(Text, muscle)).asked(
        "Which muscle: 1 calf, 2 hamstring (back of the thigh), 3 thigh (front of the thigh), \
         4 foot, or another word?",
        "The muscle: calf, hamstring (back of the thigh), thigh (its front), foot or any other word",
    ),
    FieldRow::new(Field::Leg, "leg", FieldKind::Leg, access!(Leg, leg))
        .asked("Which leg: 1 left, 2 right or 3 both?", "Which leg"),
    FieldRow::new(Field::Minutes, "minutes", FieldKind::Minutes, access!(Minutes, lasted))
        .column("seconds")
        .asked("How many minutes did it last?", "How long it lasted, in minutes"),
    FieldRow::new(Field::Pain, "pain", FieldKind::Scale, access!(Scale, pain)).asked(
        "How much did it hurt, 0 (not at all) to 10 (worst)?",
        "How much it hurt, 0 (not at all) to 10 (worst)",
    ),
    FieldRow::new(Field::Sleep, "sleep", FieldKind::Scale, access!(Scale, sleep))
        .label("sleep disturbed")
        .asked(
            "How much did it disturb your sleep, 0 (not at all) to 10 (worst)?",
            "How much it disturbed your sleep, 0 (not at all) to 10 (worst)",
        ),
    FieldRow::new(Field::Done, "done", FieldKind::Text, access!(Text, done)),
    FieldRow::new(Field::Helped, "helped", FieldKind::Text, access!(Text, helped))
        .asked("What helped?", "What helped"),
    FieldRow::new(Field::Activity, "activity", FieldKind::Text, access!(Text, activity))
        .asked("What was the day like?", "What the day was like"),
    FieldRow::new(Field::Alcohol, "alcohol", FieldKind::Drinks, access!(Drinks, alcohol))
        .label("drinks")
        .asked("How many alcoholic drinks that day?", "Alcoholic drinks that day"),
    FieldRow::new(Field::Heat, "heat", FieldKind::YesNo, access!(YesNo, heat)).asked(
        "Was there hot weather, or loss of fluid: yes or no?",
        "Hot weather, or loss of fluid; `--heat=no` where there was none",
    ),
    FieldRow::new(Field::Medicine, "medicine", FieldKind::Text, access!(Text, medicine))
        .label("new medicine")
        .asked(
            "Was there a new medicine or supplement, and which?",
            "A new medicine or supplement",
        ),
    FieldRow::new(Field::Note, "note", FieldKind::Text, access!(Text, note))
        .asked("Anything else?", "Anything else"),
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
        self.row().kind
    }

    /// Writes what a person has typed; nothing empties the field.
    pub fn write(self, cramp: &mut Cramp, typed: &str) -> Result<(), String> {
        self.restore(cramp, &self.kind().parse(typed.trim())?)?;
        cramp.details = Details::Given;
        Ok(())
    }

    /// Whether this can be written into it.
    pub fn check(self, typed: &str) -> Result<(), String> {
        self.write(&mut Cramp::default(), typed)
    }

    /// What a person would type for its value; `None` where nothing is noted.
    pub fn typed(self, cramp: &Cramp) -> Option<String> {
        self.kind().typed(&self.stored(cramp))
    }

    /// Its value in a list, such as `pain 6` or `helped: walking`.
    pub fn shown(self, cramp: &Cramp) -> Option<String> {
        let (typed, label) = (self.typed(cramp)?, self.label());
        Some(match self.kind() {
            FieldKind::Muscle => typed,
            FieldKind::Leg => cramp.leg?.said().to_owned(),
            FieldKind::Minutes => amounts::length(cramp.lasted?.seconds()),
            FieldKind::Drinks => amounts::drinks(cramp.alcohol?.into()),
            FieldKind::Scale => format!("{label} {typed}"),
            FieldKind::YesNo if typed == "yes" => label.to_owned(),
            FieldKind::YesNo => format!("no {label}"),
            FieldKind::Text => format!("{label}: {typed}"),
        })
    }

    /// Its value as the file and the exports keep it; null where nothing is noted.
    pub(crate) fn stored(self, cramp: &Cramp) -> Value {
        self.row().access.stored(cramp)
    }

    /// Writes a value that the file or an import has kept.
    pub(crate) fn restore(self, cramp: &mut Cramp, value: &Value) -> Result<(), String> {
        self.row().access.restore(cramp, value)
    }
}

#[cfg(test)]
mod tests;
