//! The diary of cramps and stretches.
//!
//! Everything here but [`store`] is pure: it knows no file, database or clock. The edge hands in
//! the moment; entries keep the local time of the place where they were made.

pub mod chart;

pub mod entry;
pub(crate) mod field;
pub mod jot;
pub(crate) mod nights;
pub mod note_text;
pub(crate) mod overview;
pub(crate) mod questions;
pub mod report;
pub mod request;
pub(crate) mod row;
pub mod service;
pub mod stamp;
pub(crate) mod stats;
pub mod store;
pub(crate) mod table;
pub mod transfer;
pub(crate) mod trial;
pub(crate) mod when;

use entry::{Cramp, Entry, EntryId, Record, Remark, Sign, Stretched, Trial};
use stamp::Stamp;

/// Everything the diary says, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diary {
    entries: Vec<Entry>,
}

impl Diary {
    /// A diary of these entries, in whatever order.
    pub fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_by_key(|entry| (entry.record.at().seconds(), entry.id));
        Self { entries }
    }

    /// The entries, the oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this number.
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// What it says from one moment to another, both included.
    #[must_use]
    pub fn between(&self, from: &Stamp, to: &Stamp) -> Self {
        let within = |entry: &&Entry| {
            let at = entry.record.at().instant();
            from.instant() <= at && at <= to.instant()
        };
        Self { entries: self.entries.iter().filter(within).cloned().collect() }
    }

    /// The cramps.
    pub fn cramps(&self) -> impl Iterator<Item = &Cramp> {
        self.records().filter_map(|record| match record {
            Record::Cramp(cramp) => Some(&**cramp),
            _ => None,
        })
    }

    /// A cramp that began in the same minute, where there is one.
    pub fn cramp_in_minute(&self, began: &Stamp) -> Option<EntryId> {
        let minute = began.seconds().div_euclid(60);
        let is_there = |entry: &&Entry| {
            matches!(entry.record, Record::Cramp(_))
                && entry.record.at().seconds().div_euclid(60) == minute
        };
        self.entries.iter().find(is_there).map(|entry| entry.id)
    }

    /// The stretch sessions.
    pub fn sessions(&self) -> impl Iterator<Item = &Stretched> {
        self.records().filter_map(|record| match record {
            Record::Stretched(session) => Some(session),
            _ => None,
        })
    }

    /// The danger signs.
    pub fn signs(&self) -> impl Iterator<Item = &Sign> {
        self.records().filter_map(|record| match record {
            Record::Sign(sign) => Some(sign),
            _ => None,
        })
    }

    /// Conditions, medicines and things tried.
    pub fn remarks(&self) -> impl Iterator<Item = &Remark> {
        self.records().filter_map(|record| match record {
            Record::Remark(remark) => Some(remark),
            _ => None,
        })
    }

    /// The self-trials, with their numbers.
    pub fn trials(&self) -> impl DoubleEndedIterator<Item = (EntryId, &Trial)> {
        self.entries.iter().filter_map(|entry| match &entry.record {
            Record::Trial(trial) => Some((entry.id, trial)),
            _ => None,
        })
    }

    fn records(&self) -> impl DoubleEndedIterator<Item = &Record> {
        self.entries.iter().map(|entry| &entry.record)
    }
}
