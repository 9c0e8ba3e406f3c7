//! What the diary says of one night.

use super::entry::{Cramp, Entry, Record, Sign, Stretched};
use super::night::Night;
use super::summary::to_u32;

/// What the diary says of one night.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiaryNight {
    pub night: Night,
    /// How many cramps it brought; `None` where nothing is logged, because there may have been one.
    pub known: Option<u32>,
    /// Whether a stretch session counts for it.
    pub stretched: bool,
    /// Its entries, the earliest first.
    pub entries: Vec<Entry>,
}

impl DiaryNight {
    pub(super) fn new(night: Night, entries: Vec<Entry>) -> Self {
        let cramps = entries.iter().filter(|entry| entry.record.cramp().is_some());
        let is_quiet = entries.iter().any(|entry| matches!(entry.record, Record::Quiet(_)));
        let known = Some(to_u32(cramps.count())).filter(|cramps| *cramps > 0 || is_quiet);
        let mut sessions = entries.iter().filter_map(|entry| entry.record.session());
        let stretched = sessions.any(Stretched::counts);
        Self { night, known, stretched, entries }
    }

    /// Whether it is known how many cramps there were.
    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// Whether anything is known of it: cramps, none, or stretching.
    pub fn is_logged(&self) -> bool {
        self.is_known() || self.stretched
    }

    /// How many cramps are logged, which may be fewer than there were.
    pub fn count(&self) -> u32 {
        self.known.unwrap_or(0)
    }

    pub fn cramps(&self) -> impl Iterator<Item = &Cramp> {
        self.entries.iter().filter_map(|entry| entry.record.cramp())
    }

    /// Its danger signs, the earliest first.
    pub fn signs(&self) -> impl Iterator<Item = &Sign> {
        self.entries.iter().filter_map(|entry| entry.record.sign())
    }

    /// Whether a danger sign was logged.
    pub fn has_sign(&self) -> bool {
        self.signs().next().is_some()
    }
}
