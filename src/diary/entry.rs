//! What can stand in the diary. Each value has a type that cannot hold a wrong one.

use std::fmt;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use super::field::Field;
use super::night::Night;
use super::note_text::NoteText;
use super::stamp::Stamp;
use crate::stretch::Leg;
use crate::text::messages::diary;

/// Number of an entry, from 1. It is used again only once the whole diary was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub i64);

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A rating from 0 (none) to 10 (the worst).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Scale(u8);

impl Scale {
    /// The highest value.
    pub const MOST: u8 = 10;

    /// `None` above 10.
    pub fn new(value: u8) -> Option<Self> {
        (value <= Self::MOST).then_some(Self(value))
    }

    /// From 0 to 10.
    pub fn value(self) -> u8 {
        self.0
    }
}

/// How long a cramp lasted: whole seconds, at most a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Lasted(u32);

impl Lasted {
    /// The longest, in seconds.
    pub const MOST: u32 = 24 * 60 * 60;

    /// Reads minutes, such as `3` or `2.5`, or minutes and seconds such as `2:30`.
    pub fn parse_minutes(text: &str) -> Result<Self> {
        let text = text.trim();
        let (minutes, seconds) = text.split_once(':').unwrap_or((text, "00"));
        let minutes: Option<f64> = minutes.replace(',', ".").parse().ok();
        let seconds = seconds.parse().ok().filter(|n: &u8| seconds.len() == 2 && *n < 60);
        let length = minutes.zip(seconds);
        let length = length.map(|(minutes, n)| (minutes * 60.0).round() + f64::from(n));
        let length = length.and_then(|length| Duration::try_from_secs_f64(length).ok());
        let length = length.and_then(|length| u32::try_from(length.as_secs()).ok());
        length.and_then(Self::from_seconds).with_context(|| {
            let most = Self::MOST / 60;
            format!("`{text}` is not a number of minutes from 0 to {most}, such as 3 or 1:40")
        })
    }

    /// `None` when it is longer than a day.
    pub fn from_seconds(seconds: u32) -> Option<Self> {
        (seconds <= Self::MOST).then_some(Self(seconds))
    }

    /// This length, cut to a day.
    pub fn of(length: Duration) -> Self {
        let seconds = u32::try_from(length.as_secs()).unwrap_or(Self::MOST);
        Self(seconds.min(Self::MOST))
    }

    /// In seconds.
    pub fn seconds(self) -> u32 {
        self.0
    }

    /// In minutes.
    pub fn minutes(self) -> f64 {
        f64::from(self.0) / 60.0
    }
}

/// Whether the person was asked for the details that one key press cannot give.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Details {
    /// Not given and not asked for.
    #[default]
    Missing,
    /// Asked for once; the diary does not ask again.
    Asked,
    /// At least one other field was filled in, or emptied, by the person.
    Given,
}

/// A cramp.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cramp {
    /// When it began.
    pub began: Stamp,
    /// How long it lasted.
    pub lasted: Option<Lasted>,
    /// How much it hurt.
    pub pain: Option<Scale>,
    /// How much it disturbed sleep.
    pub sleep: Option<Scale>,
    /// The id of a muscle of the guide, or any other word.
    pub muscle: Option<NoteText>,
    /// The left leg, the right one or both.
    pub leg: Option<Leg>,
    /// What the person did during it, or what the page of a cramp showed.
    pub done: Option<NoteText>,
    /// What helped against it.
    pub helped: Option<NoteText>,
    /// What the day before it was like.
    pub activity: Option<NoteText>,
    /// How many alcoholic drinks that day.
    pub alcohol: Option<u8>,
    /// Whether the day before it had hot weather or a loss of fluid.
    pub heat: Option<bool>,
    /// A medicine or supplement that was new.
    pub medicine: Option<NoteText>,
    /// Anything else.
    pub note: Option<NoteText>,
    /// Whether the diary still has to ask for the other fields.
    pub details: Details,
}

impl Cramp {
    /// A cramp of which only the beginning is known.
    pub fn at(began: Stamp) -> Self {
        Self { began, ..Self::default() }
    }

    /// The minute in which it began, the same for two that may be one.
    pub(crate) fn minute(&self) -> i64 {
        self.began.seconds().div_euclid(60)
    }
}

/// A stretch session that has ended or was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretched {
    /// When it began.
    pub began: Stamp,
    /// Id of the routine.
    pub routine: NoteText,
    /// Holds that were finished.
    pub completed: u32,
    /// Holds that were skipped.
    pub skipped: u32,
    /// Holds of the plan.
    pub planned: u32,
    /// How long the left leg was held, in milliseconds.
    pub left_ms: u64,
    /// How long the right leg was held, in milliseconds.
    pub right_ms: u64,
}

impl Stretched {
    /// Whether it counts as stretching that night: at least half of its holds were finished.
    pub fn counts(&self) -> bool {
        self.completed > 0 && u64::from(self.completed) * 2 >= u64::from(self.planned)
    }
}

/// A danger sign that the person has logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// When it was logged.
    pub logged: Stamp,
    /// Id of its page in the guide.
    pub node: NoteText,
    /// What the page is called.
    pub title: NoteText,
}

words! {
    /// What a remark is about.
    #[derive(ValueEnum)]
    pub enum RemarkTopic {
        /// A condition you have
        Condition = "condition",
        /// A medicine or supplement you take
        Medicine = "medicine",
        /// Something you tried against the cramps
        Tried = "tried",
    }
}

/// Something about the person that the report should say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// When it was logged.
    pub logged: Stamp,
    /// What it is about.
    pub about: RemarkTopic,
    /// In the person's own words.
    pub text: NoteText,
}

/// A night without a cramp. The person has to say so: a night without an entry may have had one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiet {
    /// When the person said so.
    pub logged: Stamp,
    /// The night that was free of cramps, which may be long before it was logged.
    pub night: Night,
}

/// A self-trial: first two weeks as usual, then stretching every night.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// When it began.
    pub began: Stamp,
    /// When the person stopped it.
    pub stopped: Option<Stamp>,
}

/// What an entry records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A cramp.
    Cramp(Box<Cramp>),
    /// A stretch session.
    Stretched(Stretched),
    /// A danger sign.
    Sign(Sign),
    /// A condition, a medicine or something tried.
    Remark(Remark),
    /// A night without a cramp.
    Quiet(Quiet),
    /// A self-trial.
    Trial(Trial),
}

impl Record {
    /// When it was, or was logged.
    pub fn at(&self) -> &Stamp {
        match self {
            Self::Cramp(cramp) => &cramp.began,
            Self::Stretched(session) => &session.began,
            Self::Sign(sign) => &sign.logged,
            Self::Remark(remark) => &remark.logged,
            Self::Quiet(quiet) => &quiet.logged,
            Self::Trial(trial) => &trial.began,
        }
    }

    /// The night it belongs to.
    pub fn night(&self) -> Night {
        match self {
            Self::Quiet(quiet) => quiet.night,
            other => other.at().night(),
        }
    }

    pub(crate) fn cramp(&self) -> Option<&Cramp> {
        if let Self::Cramp(cramp) = self { Some(cramp) } else { None }
    }

    pub(crate) fn session(&self) -> Option<&Stretched> {
        if let Self::Stretched(session) = self { Some(session) } else { None }
    }

    pub(crate) fn sign(&self) -> Option<&Sign> {
        if let Self::Sign(sign) = self { Some(sign) } else { None }
    }

    pub(crate) fn trial(&self) -> Option<&Trial> {
        if let Self::Trial(trial) = self { Some(trial) } else { None }
    }

    /// Its kind in a word or two, for a list.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Cramp(_) => "cramp",
            Self::Stretched(_) => "stretch",
            Self::Sign(_) => "danger sign",
            Self::Remark(remark) => remark.about.word(),
            Self::Quiet(_) => diary::NO_CRAMP,
            Self::Trial(_) => "self-trial",
        }
    }

    /// When it was, without the year where that is this one; of a night without a cramp, the night.
    pub(crate) fn when(&self, this_year: Option<i16>) -> String {
        match self {
            Self::Quiet(quiet) => quiet.night.days(this_year),
            other => other.at().date_and_time(this_year),
        }
    }

    /// What it is called in a sentence: `cramp of 29 Nov 03:10`.
    pub(crate) fn label(&self, this_year: Option<i16>) -> String {
        let (name, when) = (self.name(), self.when(this_year));
        match self {
            Self::Quiet(_) => format!("{name} in the night of {when}"),
            Self::Sign(_) | Self::Remark(_) => format!("{name} of {when} ({})", self.details()),
            _ => format!("{name} of {when}"),
        }
    }

    /// What is logged of it besides its kind and time, in one line.
    pub fn details(&self) -> String {
        match self {
            Self::Cramp(cramp) => {
                Field::all().filter_map(|field| field.shown(cramp)).collect::<Vec<_>>().join(", ")
            }
            Self::Stretched(Stretched { routine, completed, planned, .. }) => {
                format!("{routine}, {completed} of {planned} holds")
            }
            Self::Sign(sign) => sign.title.to_string(),
            Self::Remark(remark) => remark.text.to_string(),
            Self::Trial(Trial { stopped: Some(stopped), .. }) => {
                format!("stopped {}", stopped.date_and_time(None))
            }
            Self::Quiet(_) | Self::Trial(_) => String::new(),
        }
    }
}

/// A record under its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Never used again, even once the entry is removed.
    pub id: EntryId,
    /// What happened, or was logged.
    pub record: Record,
}

/// An entry of a file that is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedEntry {
    /// Its number, where the file gives it one above 0; without one it gets a new number.
    pub id: Option<EntryId>,
    /// What happened, or was logged.
    pub record: Record,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cramp_lasts_a_day_at_most() {
        assert_eq!(Lasted::of(Duration::from_secs(1 << 40)).seconds(), 86_400);
        assert_eq!(Lasted::from_seconds(86_401), None);
    }

    #[test]
    fn minutes_are_read_whole_with_a_part_or_with_seconds() {
        let read = |text| Lasted::parse_minutes(text).map(Lasted::seconds).ok();
        assert_eq!(["3", "2.5", "2,5", "2:30", "0.1"].map(read), [180, 150, 150, 150, 6].map(Some));
        for text in ["", "-1", "1441", "2:3", "2:60", "nan", "inf", "1e9", "4294967296:00", "2 min"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_session_counts_when_half_of_it_was_held() {
        let session = |completed| Stretched {
            began: Stamp::from_numbers(0, 0, None).unwrap(),
            routine: NoteText::cut("bedtime").unwrap(),
            completed,
            skipped: 0,
            planned: 12,
            left_ms: 0,
            right_ms: 0,
        };
        assert!(session(6).counts() && !session(5).counts());
    }
}
