//! An entry as a flat row, for the file, the exports and the undo log.

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;
use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::entry::{
    Cramp, Details, Entry, EntryId, ImportedEntry, Quiet, Record, Remark, RemarkTopic, Sign,
    Stretched, Trial,
};
use super::field::Field;
use super::night::Night;
use super::note_text::NoteText;
use super::stamp::Stamp;

/// The columns before and after those of a cramp's fields.
const FIRST: [&str; 4] = ["id", "kind", "at", "night"];
const LAST: [&str; 8] =
    ["details", "routine", "completed", "skipped", "planned", "left_ms", "right_ms", "until"];

/// Every column, in the order in which they are written.
pub(crate) fn columns() -> impl Iterator<Item = &'static str> {
    FIRST.into_iter().chain(Field::all().map(|field| field.column)).chain(LAST)
}

/// One entry, with each value under the name of its column. Unused columns are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct EntryRow(Map<String, Value>);

const MISSING: &str = "is missing";

/// The longest that a leg can have been held in a session, in milliseconds: a day.
pub(crate) const MOST_HELD: u64 = 86_400_000;

impl From<&Entry> for EntryRow {
    fn from(entry: &Entry) -> Self {
        Self::of(Some(entry.id), &entry.record)
    }
}

impl EntryRow {
    /// A row of an export or of the undo log.
    pub(crate) fn new(mut values: Map<String, Value>) -> Result<Self> {
        let is_unknown = |name: &&String| !columns().any(|known| known == *name);
        if let Some(name) = values.keys().find(is_unknown) {
            bail!("unknown name `{name}`");
        }
        values.retain(|_, value| !value.is_null());
        Ok(Self(values))
    }

    /// The row of a record, under this number if it has one.
    pub(crate) fn of(id: Option<EntryId>, record: &Record) -> Self {
        let mut row = Self::default();
        row.put("id", id.map(|id| id.0));
        row.put("at", record.at().to_string());
        row.put("night", record.night().to_string());
        let kind = match record {
            Record::Cramp(cramp) => {
                row.put("details", json!(cramp.details));
                for field in Field::all() {
                    row.put(field.column, field.stored(cramp));
                }
                "cramp"
            }
            Record::Stretched(session) => {
                row.put("routine", session.routine.as_str());
                row.put("completed", session.completed);
                row.put("skipped", session.skipped);
                row.put("planned", session.planned);
                row.put("left_ms", session.left_ms);
                row.put("right_ms", session.right_ms);
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

    /// Reads a column; an error names it.
    fn read<'a, T>(&'a self, column: &str, read: impl FnOnce(&'a Value) -> Result<T>) -> Result<T> {
        read(self.value(column)).with_context(|| column.to_owned())
    }

    /// The entry, from a file that is imported.
    pub(crate) fn imported(&self, zone: &TimeZone) -> Result<ImportedEntry> {
        let id = self.read("id", |value| number(value, i64::MAX.unsigned_abs()))?;
        Ok(ImportedEntry { id: id.filter(|id| *id > 0).map(EntryId), record: self.record(zone)? })
    }

    /// The record, whatever its number. A time without an offset is one of this zone.
    pub(crate) fn record(&self, zone: &TimeZone) -> Result<Record> {
        let at = self.read("at", |value| stamp(value, zone)?.context(MISSING))?;
        match self.read("kind", text)? {
            "cramp" => self.cramp(at).map(|cramp| Record::Cramp(Box::new(cramp))),
            "stretch" => self.stretched(at).map(Record::Stretched),
            "sign" => Ok(Record::Sign(Sign {
                logged: at,
                node: self.read("routine", required_text)?,
                title: self.read("note", required_text)?,
            })),
            "quiet" => {
                let night = match self.read("night", text)? {
                    "" => at.night(),
                    day => Night(day.parse().map_err(|_| anyhow!("night: not a day"))?),
                };
                Ok(Record::Quiet(Quiet { logged: at, night }))
            }
            "trial" => Ok(Record::Trial(Trial {
                began: at,
                stopped: self.read("until", |value| stamp(value, zone))?,
            })),
            other => match RemarkTopic::from_str(other, false) {
                Ok(about) => {
                    let text = self.read("note", required_text)?;
                    Ok(Record::Remark(Remark { logged: at, about, text }))
                }
                Err(_) => bail!(
                    "kind: `{other}` is none of cramp, quiet, stretch, sign, condition, medicine, \
                     tried, trial"
                ),
            },
        }
    }

    fn cramp(&self, began: Stamp) -> Result<Cramp> {
        let mut cramp = Cramp::at(began);
        for field in Field::all() {
            self.read(field.column, |value| field.restore(&mut cramp, value))?;
        }
        cramp.details = match self.read("details", text)? {
            "" => Details::Given,
            word => serde_json::from_value(word.into())
                .map_err(|_| anyhow!("details: `{word}` is none of missing, asked, given"))?,
        };
        Ok(cramp)
    }

    fn count<T: TryFrom<u64> + Default>(&self, column: &str, most: u64) -> Result<T> {
        Ok(self.read(column, |value| number(value, most))?.unwrap_or_default())
    }

    fn stretched(&self, began: Stamp) -> Result<Stretched> {
        let holds = |column| self.count::<u32>(column, u32::MAX.into());
        let held = |column| self.count::<u64>(column, MOST_HELD);
        Ok(Stretched {
            began,
            routine: self.read("routine", required_text)?,
            completed: holds("completed")?,
            skipped: holds("skipped")?,
            planned: holds("planned")?,
            left_ms: held("left_ms")?,
            right_ms: held("right_ms")?,
        })
    }
}

/// A text; empty where nothing is logged.
pub(crate) fn text(value: &Value) -> Result<&str> {
    if value.is_null() { Ok("") } else { value.as_str().context("not a text") }
}

/// A whole number from 0 on, also as a text, because a table holds only texts.
pub(crate) fn number<T: TryFrom<u64>>(value: &Value, most: u64) -> Result<Option<T>> {
    let number = match value {
        Value::Null => return Ok(None),
        Value::String(text) => whole(text.trim()),
        other => other.as_u64(),
    };
    let number = number.filter(|number| *number <= most);
    let number = number.and_then(|number| T::try_from(number).ok()).map(Some);
    number.with_context(|| format!("`{}` is not a whole number from 0 to {most}", as_text(value)))
}

/// A whole number as a spreadsheet may write it: `7`, `7.0`, or `7,0` where the comma is the
/// decimal mark.
fn whole(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    part.bytes().all(|digit| digit == b'0').then(|| whole.parse().ok()).flatten()
}

/// Yes or no, also in the words and numbers of a table or of the database.
pub(crate) fn yes_no(value: &Value) -> Result<Option<bool>> {
    match as_text(value).trim().to_lowercase().as_str() {
        "null" => Ok(None),
        "true" | "yes" | "y" | "1" => Ok(Some(true)),
        "false" | "no" | "n" | "0" => Ok(Some(false)),
        other => bail!("`{other}` is neither yes nor no"),
    }
}

fn required_text(value: &Value) -> Result<NoteText> {
    NoteText::parse(text(value)?)?.context(MISSING)
}

fn stamp(value: &Value, zone: &TimeZone) -> Result<Option<Stamp>> {
    let text = Some(text(value)?).filter(|text| !text.is_empty());
    let read = |text| Stamp::parse(text).or_else(|why| Stamp::parse_local(text, zone).ok_or(why));
    text.map(read).transpose()
}

/// A value as the file spells it.
fn as_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl Serialize for EntryRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(columns().filter_map(|name| Some((name, self.0.get(name)?))))
    }
}

#[cfg(test)]
pub(crate) mod tests;
