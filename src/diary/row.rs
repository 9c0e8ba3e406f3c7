//! An entry as a flat row: the one shape that the file, the exports and the undo log share.

use std::time::Duration;

use jiff::tz::TimeZone;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Map, Value};

use super::entry::{
    Cramp, Details, Entry, EntryId, Quiet, Record, Remark, RemarkTopic, Sign, Stretched, Trial,
};
use super::field::{Field, FieldKind};
use super::note_text::NoteText;
use super::stamp::{Night, Stamp};
use crate::text::messages::entry as words;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Number,
    YesNo,
    Text,
}

/// The columns before those of a cramp's fields, and those after them.
const FIRST: [(&str, Holds); 4] =
    [("id", Holds::Number), ("kind", Holds::Text), ("at", Holds::Text), ("night", Holds::Text)];
const LAST: [(&str, Holds); 8] = [
    ("details", Holds::Text),
    ("routine", Holds::Text),
    ("completed", Holds::Number),
    ("skipped", Holds::Number),
    ("planned", Holds::Number),
    ("left_ms", Holds::Number),
    ("right_ms", Holds::Number),
    ("until", Holds::Text),
];

/// Every column and what it holds, in the order in which they are written.
pub(crate) fn columns() -> impl Iterator<Item = (&'static str, Holds)> {
    let fields = Field::all().map(|field| {
        let holds = match field.kind() {
            FieldKind::Minutes | FieldKind::Scale | FieldKind::Drinks => Holds::Number,
            FieldKind::YesNo => Holds::YesNo,
            FieldKind::Muscle | FieldKind::Leg | FieldKind::Text => Holds::Text,
        };
        (field.column(), holds)
    });
    FIRST.into_iter().chain(fields).chain(LAST)
}

/// One entry, every value under the name of its column. What an entry does not use is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryRow(Map<String, Value>);

/// The longest that a leg can have been held in a session, in milliseconds: a day.
pub(crate) const MOST_HELD: u64 = 86_400_000;

impl From<&Entry> for EntryRow {
    fn from(entry: &Entry) -> Self {
        Self::of(&entry.record).numbered(entry.id)
    }
}

impl EntryRow {
    /// The row of a record that has no number yet.
    pub fn of(record: &Record) -> Self {
        let mut row = Self::default();
        row.put("at", record.at().to_string());
        row.put("night", record.night().to_string());
        let kind = match record {
            Record::Cramp(cramp) => {
                row.put("details", details_word(cramp.details));
                for field in Field::all() {
                    row.put(field.column(), field.stored(cramp));
                }
                "cramp"
            }
            Record::Stretched(session) => {
                row.put("routine", session.routine.as_str());
                row.put("completed", session.completed);
                row.put("skipped", session.skipped);
                row.put("planned", session.planned);
                row.put("left_ms", crate::stretch::millis(session.left));
                row.put("right_ms", crate::stretch::millis(session.right));
                "stretch"
            }
            Record::Sign(sign) => {
                row.put("routine", sign.node.as_str());
                row.put("note", sign.title.as_str());
                "sign"
            }
            Record::Remark(remark) => {
                row.put("note", remark.text.as_str());
                remark.about.word()
            }
            Record::Quiet(_) => "quiet",
            Record::Trial(trial) => {
                row.put("until", trial.stopped.as_ref().map(Stamp::to_string));
                "trial"
            }
        };
        row.put("kind", kind);
        row
    }

    /// The same under this number.
    #[must_use]
    pub fn numbered(mut self, id: EntryId) -> Self {
        self.put("id", id.0);
        self
    }

    /// Puts a value in its column; null leaves it empty.
    pub(crate) fn put(&mut self, column: &str, value: impl Into<Value>) {
        match value.into() {
            Value::Null => self.0.remove(column),
            value => self.0.insert(column.to_owned(), value),
        };
    }

    /// What a column holds; null where it is empty.
    pub(crate) fn value(&self, column: &str) -> &Value {
        self.0.get(column).unwrap_or(&Value::Null)
    }

    /// The text of a column; empty where it holds nothing.
    pub(crate) fn text(&self, column: &str) -> Result<&str, String> {
        match self.value(column) {
            Value::Null => Ok(""),
            other => other.as_str().ok_or_else(|| words::not_a_text(column)),
        }
    }

    pub(crate) fn number<T: TryFrom<u64>>(
        &self,
        column: &str,
        most: u64,
    ) -> Result<Option<T>, String> {
        let value = self.value(column);
        if value.is_null() {
            return Ok(None);
        }
        let number = value.as_u64().filter(|number| *number <= most);
        let number = number.and_then(|number| T::try_from(number).ok());
        number.map(Some).ok_or_else(|| words::not_a_number(column, &given(value), most))
    }

    fn note(&self, column: &str) -> Result<NoteText, String> {
        let note = NoteText::parse(self.text(column)?).map_err(|why| format!("{column}: {why}"))?;
        note.ok_or_else(|| words::missing(column))
    }

    fn stamp(&self, column: &str) -> Result<Option<Stamp>, String> {
        let text = Some(self.text(column)?).filter(|text| !text.is_empty());
        let stamp = text.map(Stamp::parse).transpose();
        stamp.map_err(|why| format!("{column}: {why}"))
    }

    /// The same with an offset for every time that has none, as the clocks of this zone show it.
    #[must_use]
    pub(crate) fn in_zone(mut self, zone: &TimeZone) -> Self {
        for column in ["at", "until"] {
            let text = self.value(column).as_str();
            let local = text.filter(|text| Stamp::parse(text).is_err());
            if let Some(stamp) = local.and_then(|text| Stamp::parse_local(text, zone)) {
                self.put(column, stamp.to_string());
            }
        }
        self
    }

    /// The number of the entry; 0 asks for a new one.
    pub(crate) fn id(&self) -> Result<EntryId, String> {
        match self.value("id") {
            Value::Null => Ok(EntryId(0)),
            other => match other.as_i64() {
                Some(id) if id < 0 => {
                    Err(format!("{}: {id} is below 0; 0 asks for a new one", "id"))
                }
                Some(id) => Ok(EntryId(id)),
                None => Err(words::not_a_number("id", &given(other), i64::MAX.unsigned_abs())),
            },
        }
    }

    /// The entry.
    pub fn entry(&self) -> Result<Entry, String> {
        Ok(Entry { id: self.id()?, record: self.record()? })
    }

    /// The record, whatever its number.
    pub fn record(&self) -> Result<Record, String> {
        let at = self.stamp("at")?.ok_or_else(|| words::missing("at"))?;
        let remark = |about, noted| {
            let text = self.note("note")?;
            Ok(Record::Remark(Remark { noted, about, text }))
        };
        match self.text("kind")? {
            "cramp" => self.cramp(at).map(|cramp| Record::Cramp(Box::new(cramp))),
            "stretch" => self.stretched(at).map(Record::Stretched),
            "sign" => Ok(Record::Sign(Sign {
                noted: at,
                node: self.note("routine")?,
                title: self.note("note")?,
            })),
            "condition" => remark(RemarkTopic::Condition, at),
            "medicine" => remark(RemarkTopic::Medicine, at),
            "tried" => remark(RemarkTopic::Tried, at),
            "quiet" => {
                let night = match self.text("night")? {
                    "" => at.night(),
                    day => Night(day.parse().map_err(|_| "night: not a day".to_owned())?),
                };
                Ok(Record::Quiet(Quiet { noted: at, night }))
            }
            "trial" => Ok(Record::Trial(Trial { began: at, stopped: self.stamp("until")? })),
            other => Err(words::none_of("kind", other, KINDS)),
        }
    }

    fn cramp(&self, began: Stamp) -> Result<Cramp, String> {
        let mut cramp = Cramp::at(began);
        for field in Field::all() {
            field.restore(&mut cramp, self)?;
        }
        cramp.details = match self.text("details")? {
            "" | "given" => Details::Given,
            "asked" => Details::Asked,
            "missing" => Details::Missing,
            other => return Err(words::none_of("details", other, "missing, asked, given")),
        };
        Ok(cramp)
    }

    fn stretched(&self, began: Stamp) -> Result<Stretched, String> {
        let holds = |column| Ok::<_, String>(self.number(column, u32::MAX.into())?.unwrap_or(0));
        let held = |column| {
            let held = self.number(column, MOST_HELD)?;
            Ok::<_, String>(Duration::from_millis(held.unwrap_or(0)))
        };
        Ok(Stretched {
            began,
            routine: self.note("routine")?,
            completed: holds("completed")?,
            skipped: holds("skipped")?,
            planned: holds("planned")?,
            left: held("left_ms")?,
            right: held("right_ms")?,
        })
    }
}

impl Serialize for EntryRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let filled = columns().filter_map(|(name, _)| Some((name, self.0.get(name)?)));
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in filled {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for EntryRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut row = Self::default();
        for (name, value) in Map::deserialize(deserializer)? {
            if !columns().any(|(known, _)| known == name) {
                return Err(de::Error::custom(format!("unknown name `{name}`")));
            }
            row.put(&name, value);
        }
        Ok(row)
    }
}

/// A value as it stands in the file that it was read from.
pub(crate) fn given(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The words for `kind`, as they are written.
const KINDS: &str = "cramp, quiet, stretch, sign, condition, medicine, tried, trial";

fn details_word(details: Details) -> &'static str {
    match details {
        Details::Missing => "missing",
        Details::Asked => "asked",
        Details::Given => "given",
    }
}

#[cfg(test)]
pub(crate) mod tests;
