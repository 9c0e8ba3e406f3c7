//! What each night brought. A night of which nothing was said is unknown, not free of cramps.

use std::collections::BTreeMap;

use super::Diary;
use super::entry::{Record, Scale};
use super::stamp::Night;

/// What one night brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Cramps.
    pub cramps: u32,
    /// The person said there was no cramp.
    pub quiet: bool,
    /// A stretch session counts for it.
    pub stretched: bool,
    /// Cramps of which the pain is known.
    pub rated: u32,
    /// Sum of their pain.
    pub pain: u32,
}

impl Facts {
    /// Whether it is known how many cramps there were.
    pub fn is_known(&self) -> bool {
        self.cramps > 0 || self.quiet
    }

    /// The mean pain of its cramps, where any is known.
    pub fn mean_pain(&self) -> Option<f64> {
        (self.rated > 0).then(|| f64::from(self.pain) / f64::from(self.rated))
    }
}

/// A run of nights, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The first night.
    pub first: Night,
    /// The last night; before the first, the run is empty.
    pub last: Night,
}

impl Run {
    /// So many nights from this one on.
    pub fn from(first: Night, nights: i32) -> Self {
        Self { first, last: first.plus(nights - 1) }
    }

    /// How many nights it has.
    pub fn nights(self) -> u32 {
        u32::try_from(self.first.until(self.last) + 1).unwrap_or(0)
    }

    /// Whether this night is one of it.
    pub fn contains(self, night: Night) -> bool {
        self.first <= night && night <= self.last
    }

    /// The part of it up to this night.
    #[must_use]
    pub fn up_to(self, last: Night) -> Self {
        Self { last: self.last.min(last), ..self }
    }
}

/// The nights of which something is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nights(BTreeMap<Night, Facts>);

/// Counts over a run of nights.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NightTally {
    /// Nights in all.
    pub nights: u32,
    /// Nights of which it is known how many cramps there were.
    pub known: u32,
    /// Nights with a cramp.
    pub with_cramp: u32,
    /// Cramps.
    pub cramps: u32,
    /// Nights with stretching.
    pub stretched: u32,
}

impl NightTally {
    /// Cramps a week, if enough nights are known: two in three.
    pub fn a_week(&self) -> Option<f64> {
        let enough = self.known > 0 && self.known * 3 >= self.nights * 2;
        enough.then(|| self.known_a_week())
    }

    /// Cramps in seven of the nights that are known; 0 when none is.
    pub fn known_a_week(&self) -> f64 {
        f64::from(self.cramps) * 7.0 / f64::from(self.known.max(1))
    }

    /// Nights of which nothing was said.
    pub fn silent(&self) -> u32 {
        self.nights.saturating_sub(self.known)
    }
}

impl Nights {
    /// What a diary says of each night.
    pub fn of(diary: &Diary) -> Self {
        let mut nights: BTreeMap<Night, Facts> = BTreeMap::new();
        for record in diary.records() {
            match record {
                Record::Cramp(cramp) => {
                    let facts = nights.entry(record.night()).or_default();
                    facts.cramps += 1;
                    if let Some(pain) = cramp.pain.map(Scale::value) {
                        facts.rated += 1;
                        facts.pain += u32::from(pain);
                    }
                }
                Record::Quiet(_) => nights.entry(record.night()).or_default().quiet = true,
                Record::Stretched(session) if session.counts() => {
                    nights.entry(record.night()).or_default().stretched = true;
                }
                _ => {}
            }
        }
        Self(nights)
    }

    /// What is known of a night.
    pub fn on(&self, night: Night) -> Facts {
        self.0.get(&night).copied().unwrap_or_default()
    }

    /// The nights of a run of which something is known, in order.
    pub fn within(&self, run: Run) -> impl Iterator<Item = (Night, Facts)> + '_ {
        // A range that ends before it begins would panic.
        let last = run.last.max(run.first);
        let empty = run.last < run.first;
        self.0
            .range(run.first..=last)
            .filter(move |_| !empty)
            .map(|(night, facts)| (*night, *facts))
    }

    /// The first night of which something is known.
    pub fn first(&self) -> Option<Night> {
        self.0.keys().next().copied()
    }

    /// Counts over a run of nights.
    pub fn tally(&self, run: Run) -> NightTally {
        let mut tally = NightTally { nights: run.nights(), ..NightTally::default() };
        for (_, facts) in self.within(run) {
            tally.known += u32::from(facts.is_known());
            tally.with_cramp += u32::from(facts.cramps > 0);
            tally.cramps += facts.cramps;
            tally.stretched += u32::from(facts.stretched);
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Cramp, Entry, EntryId, Quiet};
    use crate::diary::stamp::Stamp;

    fn diary(records: Vec<Record>) -> Diary {
        let entry = |(at, record)| Entry { id: EntryId(at), record };
        Diary::new((1..).zip(records).map(entry).collect())
    }

    fn cramp(at: &str) -> Record {
        Record::Cramp(Box::new(Cramp::at(Stamp::parse(at).unwrap())))
    }

    fn quiet(night: &str) -> Record {
        Record::Quiet(Quiet {
            noted: Stamp::parse("2026-04-01T09:00:00+02:00").unwrap(),
            night: Night(night.parse().unwrap()),
        })
    }

    #[test]
    fn a_night_without_a_word_is_not_a_night_without_a_cramp() {
        let nights = Nights::of(&diary(vec![
            cramp("2026-03-05T03:10:00+01:00"),
            cramp("2026-03-04T23:10:00+01:00"),
            quiet("2026-03-06"),
        ]));
        let run = Run::from(Night("2026-03-04".parse().unwrap()), 7);
        let tally = nights.tally(run);
        assert_eq!((tally.nights, tally.known, tally.silent()), (7, 2, 5));
        assert_eq!((tally.cramps, tally.with_cramp), (2, 1));
        assert_eq!(tally.a_week(), None);
        let short = nights.tally(run.up_to(run.first.plus(2)));
        assert_eq!(short.a_week(), Some(7.0));
    }

    #[test]
    fn an_empty_run_has_no_nights() {
        let nights = Nights::of(&diary(vec![cramp("2026-03-05T03:10:00+01:00")]));
        let first = Night("2026-03-04".parse().unwrap());
        let run = Run::from(first, 7).up_to(first.plus(-3));
        assert_eq!(nights.tally(run), NightTally::default());
    }
}
