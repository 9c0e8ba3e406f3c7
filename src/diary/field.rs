//! The fields of a cramp: one table for the file, the exports, the command line, the questions
//! and the form.

use serde_json::Value;

use super::entry::{Cramp, Details, Lasted, Scale};
use super::note_text::NoteText;
use super::row::{number, text, yes_no};
use crate::stretch::Leg;
use crate::text::messages::amounts;

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
    /// What is asked about it; empty where the program fills it in by itself.
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
        // Every field has a row; a test proves it.
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

    /// Writes what a person has typed; an empty text empties the field.
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
            FieldKind::Minutes => length(cramp.lasted?.seconds()),
            FieldKind::Drinks => amounts::counted(cramp.alcohol?, "drink", "drinks"),
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

    /// Writes a value that was read from the file or an import.
    pub(crate) fn restore(self, cramp: &mut Cramp, value: &Value) -> Result<(), String> {
        self.row().access.restore(cramp, value)
    }
}

/// Reads a field.
type Get<T> = fn(&Cramp) -> Option<&T>;
/// Writes a field.
type Set<T> = fn(&mut Cramp, Option<T>);

/// How a field of each type is read and written.
#[derive(Debug, Clone, Copy)]
enum Access {
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
    fn stored(self, cramp: &Cramp) -> Value {
        match self {
            Self::Text(get, _) => get(cramp).map(NoteText::as_str).into(),
            Self::Leg(get, _) => get(cramp).map(|leg| leg.word()).into(),
            Self::Minutes(get, _) => get(cramp).map(|lasted| lasted.seconds()).into(),
            Self::Scale(get, _) => get(cramp).map(|scale| scale.value()).into(),
            Self::Drinks(get, _) => get(cramp).copied().into(),
            Self::YesNo(get, _) => get(cramp).copied().into(),
        }
    }

    fn restore(self, cramp: &mut Cramp, value: &Value) -> Result<(), String> {
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
    fn parse(self, typed: &str) -> Result<Value, String> {
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
    fn typed(self, value: &Value) -> Option<String> {
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

/// A muscle by its number or its name. The numbers are those on the screen during a cramp.
fn muscle(typed: &str) -> Result<&str, String> {
    match typed {
        "1" => Ok("calf"),
        "2" => Ok("hamstring"),
        "3" => Ok("thigh"),
        "4" => Ok("foot"),
        _ if typed.chars().all(|c| c.is_ascii_digit()) => {
            Err("Write 1, 2, 3, 4 or a word.".to_owned())
        }
        _ => Ok(muscle_named(typed).unwrap_or(typed)),
    }
}

/// The muscle that an everyday word means.
pub(crate) fn muscle_named(word: &str) -> Option<&'static str> {
    match word.trim().to_lowercase().as_str() {
        "calf" | "calfs" | "calves" => Some("calf"),
        "hamstring" | "hamstrings" => Some("hamstring"),
        "thigh" | "thighs" | "quad" | "quads" | "quadriceps" => Some("thigh"),
        "foot" | "feet" => Some("foot"),
        _ => None,
    }
}

/// A length of time in short: `45 s`, `4 min`, `4 min 30 s`.
fn length(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}

#[cfg(test)]
mod tests;
