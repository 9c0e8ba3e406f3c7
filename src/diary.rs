//! The diary of cramps and stretches.
//!
//! Only [`store`] and [`service`] know a file or a clock; everything else is told which moment it is.
//! An entry keeps the local time of the place where it was made.

pub(crate) mod diary_night;
pub mod entry;
pub(crate) mod field;
pub(crate) mod night;
pub mod note_text;
pub(crate) mod overview;
pub mod report;
pub mod request;
pub(crate) mod row;
pub mod service;
pub mod stamp;
pub mod statistics;
pub mod store;
pub(crate) mod summary;
pub mod transfer;
pub(crate) mod trial;
pub(crate) mod when;

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use diary_night::DiaryNight;
use entry::{Cramp, Entry, EntryId, Record, Sign, Stretched, Trial};
use night::{Night, Run};

/// The entries of a diary, night by night.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diary {
    nights: BTreeMap<Night, DiaryNight>,
}

impl Diary {
    /// A diary of these entries, which may come in any order.
    pub fn new(entries: Vec<Entry>) -> Self {
        let night = |(night, mut entries): (_, Vec<Entry>)| {
            // A cramp makes it void that there was none; in the file both stay.
            if entries.iter().any(|entry| entry.record.cramp().is_some()) {
                entries.retain(|entry| !matches!(entry.record, Record::Quiet(_)));
            }
            (night, DiaryNight::new(night, entries))
        };
        Self { nights: by_night(entries).into_iter().map(night).collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.nights.is_empty()
    }

    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.nights.values().flat_map(|night| &night.entries)
    }

    /// What is logged of a night; an empty one where nothing is.
    pub(crate) fn on(&self, night: Night) -> DiaryNight {
        self.nights.get(&night).cloned().unwrap_or_else(|| DiaryNight::new(night, Vec::new()))
    }

    /// Whether a night can be logged as one without a cramp; the error says why not.
    pub(crate) fn may_be_quiet(&self, night: Night) -> Result<()> {
        let logged = self.on(night);
        let days = night.days(None);
        ensure!(logged.count() == 0, "there is a cramp in the night of {days}");
        ensure!(!logged.is_known(), "the night of {days} is logged already");
        Ok(())
    }

    /// The nights of a run that have entries, the oldest first.
    pub(crate) fn within(&self, run: Run) -> impl Iterator<Item = &DiaryNight> {
        // A range that ends before it begins would panic.
        let last = run.last.max(run.first);
        self.nights
            .range(run.first..=last)
            .map(|(_, night)| night)
            .filter(move |night| run.contains(night.night))
    }

    /// Every night of a run, the oldest first, also those without an entry.
    pub(crate) fn every(&self, run: Run) -> Vec<DiaryNight> {
        let nights = i32::try_from(run.nights()).unwrap_or(0);
        (0..nights).map(|nth| self.on(run.first.plus(nth))).collect()
    }

    /// The first night of which something is known, be it a danger sign.
    pub(crate) fn first(&self) -> Option<Night> {
        let is_shown = |night: &&DiaryNight| night.is_logged() || night.has_sign();
        self.nights.values().find(is_shown).map(|night| night.night)
    }

    /// A cramp that began in the same minute as this one, where there is one.
    pub(crate) fn same_minute(&self, cramp: &Cramp) -> Option<EntryId> {
        let is_in_it = |other: &Cramp| other.minute() == cramp.minute();
        let mut entries = self.entries();
        entries.find(|entry| entry.record.cramp().is_some_and(is_in_it)).map(|entry| entry.id)
    }

    pub(crate) fn sessions(&self) -> impl Iterator<Item = &Stretched> {
        self.entries().filter_map(|entry| entry.record.session())
    }

    pub(crate) fn signs(&self) -> impl DoubleEndedIterator<Item = (EntryId, &Sign)> {
        self.entries().filter_map(|entry| Some((entry.id, entry.record.sign()?)))
    }

    pub(crate) fn trials(&self) -> impl DoubleEndedIterator<Item = (EntryId, &Trial)> {
        self.entries().filter_map(|entry| Some((entry.id, entry.record.trial()?)))
    }
}

/// All entries, also the void ones, under their nights.
pub(crate) fn by_night(mut entries: Vec<Entry>) -> BTreeMap<Night, Vec<Entry>> {
    // A night without a cramp may be logged days later, so it stands last in its night.
    entries.sort_by_key(|Entry { id, record }| {
        (matches!(record, Record::Quiet(_)), record.at().seconds(), *id)
    });
    let mut nights: BTreeMap<Night, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        nights.entry(entry.record.night()).or_default().push(entry);
    }
    nights
}
