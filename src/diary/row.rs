//! An entry as a flat row: the one shape that the file, the exports and the undo log share.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::entry::{
    About, Cramp, Details, Entry, EntryId, Lasted, Quiet, Record, Remark, Scale, Sign, Stretched,
    Trial,
};
use super::stamp::{Night, Stamp};
use super::words::Words;
use crate::stretch::Leg;
use crate::text::messages::entry as words;

/// The names of the columns, in the order they are written.
pub const COLUMNS: [&str; 24] = [
    "id",
    "kind",
    "at",
    "night",
    "seconds",
    "pain",
    "sleep",
    "muscle",
    "leg",
    "done",
    "helped",
    "activity",
    "alcohol",
    "heat",
    "medicine",
    "note",
    "details",
    "routine",
    "completed",
    "skipped",
    "planned",
    "left_ms",
    "right_ms",
    "until",
];

/// One entry, every value in its own column. Columns that an entry does not use are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Number of the entry; in an import, 0 or none asks for a new one.
    #[serde(default)]
    pub id: i64,
    /// `cramp`, `quiet`, `stretch`, `sign`, `condition`, `medicine`, `tried` or `trial`.
    pub kind: String,
    /// Local time with its offset, and the zone where it is known.
    pub at: String,
    /// The day on which its night begins; worked out from `at`, except for `quiet`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub night: Option<String>,
    /// How long a cramp lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<u8>,
    /// How much sleep was disturbed, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<u8>,
    /// The muscle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub muscle: Option<String>,
    /// `left`, `right` or `both`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leg: Option<String>,
    /// What was done during a cramp.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<String>,
    /// What helped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helped: Option<String>,
    /// What the day had been like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Drinks that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alcohol: Option<u8>,
    /// Heat, or loss of fluid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heat: Option<bool>,
    /// A new medicine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medicine: Option<String>,
    /// The note of a cramp; the text of a remark; the title of a danger sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// `missing`, `asked` or `given`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// Id of a routine; of a danger sign, id of its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routine: Option<String>,
    /// Holds that ran to their end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<u32>,
    /// Holds that were skipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<u32>,
    /// Holds of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<u32>,
    /// How long the left leg was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_ms: Option<u64>,
    /// How long the right leg was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right_ms: Option<u64>,
    /// When a self-trial was stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// The longest that a leg can have been held in a session, in milliseconds: a day.
pub(crate) const MOST_HELD: u64 = 86_400_000;

impl From<&Entry> for Row {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id.0,
            ..Self::of(&entry.record)
        }
    }
}

impl Row {
    /// The row of a record that has no number yet.
    pub fn of(record: &Record) -> Self {
        let row = Self {
            at: record.at().to_string(),
            night: Some(record.night().to_string()),
            ..Self::default()
        };
        match record {
            Record::Cramp(cramp) => row.with_cramp(cramp),
            Record::Stretched(session) => Self {
                kind: "stretch".to_owned(),
                routine: owned(Some(&session.routine)),
                completed: Some(session.completed),
                skipped: Some(session.skipped),
                planned: Some(session.planned),
                left_ms: Some(crate::stretch::millis(session.left)),
                right_ms: Some(crate::stretch::millis(session.right)),
                ..row
            },
            Record::Sign(sign) => Self {
                kind: "sign".to_owned(),
                routine: owned(Some(&sign.node)),
                note: owned(Some(&sign.title)),
                ..row
            },
            Record::Remark(remark) => Self {
                kind: remark.about.word().to_owned(),
                note: owned(Some(&remark.text)),
                ..row
            },
            Record::Quiet(_) => Self {
                kind: "quiet".to_owned(),
                ..row
            },
            Record::Trial(trial) => Self {
                kind: "trial".to_owned(),
                until: trial.stopped.as_ref().map(Stamp::to_string),
                ..row
            },
        }
    }

    fn with_cramp(self, cramp: &Cramp) -> Self {
        Self {
            kind: "cramp".to_owned(),
            seconds: cramp.lasted.map(Lasted::seconds),
            pain: cramp.pain.map(Scale::value),
            sleep: cramp.sleep.map(Scale::value),
            muscle: owned(cramp.muscle.as_ref()),
            leg: cramp.leg.map(|leg| leg.word().to_owned()),
            done: owned(cramp.done.as_ref()),
            helped: owned(cramp.helped.as_ref()),
            activity: owned(cramp.activity.as_ref()),
            alcohol: cramp.alcohol,
            heat: cramp.heat,
            medicine: owned(cramp.medicine.as_ref()),
            note: owned(cramp.note.as_ref()),
            details: Some(details_word(cramp.details).to_owned()),
            ..self
        }
    }

    /// The entry.
    ///
    /// # Errors
    /// A sentence naming the column and what is wrong with it.
    pub fn entry(&self) -> Result<Entry, String> {
        if self.id < 0 {
            return Err(words::below_zero("id", self.id));
        }
        Ok(Entry {
            id: EntryId(self.id),
            record: self.record()?,
        })
    }

    /// The record, whatever its number.
    ///
    /// # Errors
    /// As [`Self::entry`].
    pub fn record(&self) -> Result<Record, String> {
        self.record_at(Stamp::parse(&self.at).map_err(|why| format!("at: {why}"))?)
    }

    /// The record with this time, whatever `at` says.
    ///
    /// # Errors
    /// As [`Self::entry`].
    pub(crate) fn record_at(&self, at: Stamp) -> Result<Record, String> {
        let remark = |about| {
            Ok(Record::Remark(Remark {
                noted: at.clone(),
                about,
                text: needed("note", self.note.as_ref())?,
            }))
        };
        match self.kind.as_str() {
            "cramp" => self.cramp(at).map(|cramp| Record::Cramp(Box::new(cramp))),
            "stretch" => self.stretched(at).map(Record::Stretched),
            "sign" => Ok(Record::Sign(Sign {
                noted: at,
                node: needed("routine", self.routine.as_ref())?,
                title: needed("note", self.note.as_ref())?,
            })),
            "condition" => remark(About::Condition),
            "medicine" => remark(About::Medicine),
            "tried" => remark(About::Tried),
            "quiet" => {
                let night = self.night.as_deref().map(str::parse);
                let night = night.transpose().map_err(|_| words::not_a_day("night"))?;
                Ok(Record::Quiet(Quiet {
                    night: night.map_or_else(|| at.night(), Night),
                    noted: at,
                }))
            }
            "trial" => {
                let until = self.until.as_deref().map(Stamp::parse).transpose();
                Ok(Record::Trial(Trial {
                    began: at,
                    stopped: until.map_err(|why| format!("until: {why}"))?,
                }))
            }
            other => Err(words::none_of("kind", other, KINDS)),
        }
    }

    fn cramp(&self, began: Stamp) -> Result<Cramp, String> {
        let scale = |name: &str, value: Option<u8>| match value.map(Scale::new) {
            Some(None) => Err(words::off_the_scale(name)),
            value => Ok(value.flatten()),
        };
        let lasted = self.seconds.map(Lasted::from_seconds);
        if lasted == Some(None) {
            return Err(words::over_a_day("seconds", u64::from(Lasted::MOST)));
        }
        Ok(Cramp {
            began,
            lasted: lasted.flatten(),
            pain: scale("pain", self.pain)?,
            sleep: scale("sleep", self.sleep)?,
            muscle: optional("muscle", self.muscle.as_ref())?,
            leg: self.leg.as_deref().map(leg).transpose()?,
            done: optional("done", self.done.as_ref())?,
            helped: optional("helped", self.helped.as_ref())?,
            activity: optional("activity", self.activity.as_ref())?,
            alcohol: self.alcohol,
            heat: self.heat,
            medicine: optional("medicine", self.medicine.as_ref())?,
            note: optional("note", self.note.as_ref())?,
            details: match self.details.as_deref() {
                None | Some("given") => Details::Given,
                Some("asked") => Details::Asked,
                Some("missing") => Details::Missing,
                Some(other) => {
                    return Err(words::none_of("details", other, "missing, asked, given"));
                }
            },
        })
    }

    fn stretched(&self, began: Stamp) -> Result<Stretched, String> {
        let held = |name: &str, ms: Option<u64>| match ms.unwrap_or(0) {
            ms if ms > MOST_HELD => Err(words::over_a_day(name, MOST_HELD)),
            ms => Ok(Duration::from_millis(ms)),
        };
        Ok(Stretched {
            began,
            routine: needed("routine", self.routine.as_ref())?,
            completed: self.completed.unwrap_or(0),
            skipped: self.skipped.unwrap_or(0),
            planned: self.planned.unwrap_or(0),
            left: held("left_ms", self.left_ms)?,
            right: held("right_ms", self.right_ms)?,
        })
    }
}

/// The words for `kind`, as they are written.
const KINDS: &str = "cramp, quiet, stretch, sign, condition, medicine, tried, trial";

fn owned(words: Option<&Words>) -> Option<String> {
    words.map(|words| words.as_str().to_owned())
}

fn optional(name: &str, text: Option<&String>) -> Result<Option<Words>, String> {
    let words = text.map(|text| Words::parse(text)).transpose();
    Ok(words.map_err(|why| format!("{name}: {why}"))?.flatten())
}

fn needed(name: &str, text: Option<&String>) -> Result<Words, String> {
    optional(name, text)?.ok_or_else(|| words::missing(name))
}

fn leg(word: &str) -> Result<Leg, String> {
    [Leg::Left, Leg::Right, Leg::Both]
        .into_iter()
        .find(|leg| leg.word() == word)
        .ok_or_else(|| words::none_of("leg", word, "left, right, both"))
}

fn details_word(details: Details) -> &'static str {
    match details {
        Details::Missing => "missing",
        Details::Asked => "asked",
        Details::Given => "given",
    }
}

#[cfg(test)]
pub(crate) mod tests;
