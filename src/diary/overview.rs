//! What the diary screen shows besides its charts: each night with its entries, the figures that
//! matter with what they were before, and how far the self-trial is.

use std::collections::BTreeMap;

use super::Diary;
use super::entry::{Cramp, Entry, Lasted, Record, Scale};
use super::nights::{Facts, Nights, Run};
use super::stamp::Night;
use super::stats::{Week, median};
use super::trial::{self, BASELINE, STRETCHING, Stage};

/// Nights that the figures are counted over, without a self-trial.
const FIGURE_NIGHTS: i32 = 42;

/// Whether a night brought cramps, as the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NightMark {
    /// So many cramps.
    Cramps(u32),
    /// The person said that there was none.
    Quiet,
    /// Nothing was said of it.
    NotNoted,
}

/// One night of the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiaryNight {
    /// The night, by the day on which it begins.
    pub night: Night,
    /// Whether it brought cramps.
    pub mark: NightMark,
    /// Whether a stretch session counts for it.
    pub stretched: bool,
    /// Its entries, the earliest first. `Field::typed` and `Field::shown` give what a cramp says,
    /// `transfer::details` what any entry says in a line.
    pub entries: Vec<Entry>,
}

impl DiaryNight {
    fn new(night: Night, facts: Facts, entries: Vec<Entry>) -> Self {
        Self {
            night,
            mark: match (facts.cramps, facts.quiet) {
                (0, true) => NightMark::Quiet,
                (0, false) => NightMark::NotNoted,
                (cramps, _) => NightMark::Cramps(cramps),
            },
            stretched: facts.stretched,
            entries,
        }
    }
}

/// One number that matters, with what it was before.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeyFigure {
    /// Now; `None` where too little is known.
    pub now: Option<f64>,
    /// In the time before; `None` where too little is known.
    pub before: Option<f64>,
    /// Week by week, as `Stats::weeks`; `None` in a week of which nothing is known.
    pub weekly: Vec<Option<f64>>,
}

/// The figures above the charts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The nights that `now` is counted over: those of stretching in the self-trial, or else the
    /// last six weeks.
    pub now: Run,
    /// The nights that `before` is counted over: the trial's two weeks before, or else the six
    /// weeks before `now`.
    pub before: Run,
    /// Cramps a week. Needs two known nights in three.
    pub cramps: KeyFigure,
    /// The median pain, 0 to 10.
    pub pain: KeyFigure,
    /// The median length in minutes.
    pub minutes: KeyFigure,
    /// Nights with stretching; week by week as well.
    pub stretched: KeyFigure,
    /// Nights of `now` of which anything is known: `stretched` is so many of these.
    pub stretched_of: u32,
}

/// How far the self-trial is: `night 31 of 56`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrialProgress {
    /// The coming or running night, from 1.
    pub night: u32,
    /// Nights in all.
    pub of: u32,
    /// Whether the nights of stretching have begun.
    pub stretching: bool,
}

/// Every night of a run, the oldest first, also those of which nothing is noted.
pub fn nights(diary: &Diary, facts: &Nights, run: Run) -> Vec<DiaryNight> {
    let mut entries: BTreeMap<Night, Vec<Entry>> = BTreeMap::new();
    for entry in diary.entries() {
        let night = entry.record.night();
        if run.contains(night) {
            entries.entry(night).or_default().push(entry.clone());
        }
    }
    let count = i32::try_from(run.nights()).unwrap_or(0);
    (0..count)
        .map(|offset| {
            let night = run.first.plus(offset);
            let entries = entries.remove(&night).unwrap_or_default();
            DiaryNight::new(night, facts.on(night), entries)
        })
        .collect()
}

/// The last nights up to tonight, so many of them, for the home screen.
pub fn last_nights(diary: &Diary, tonight: Night, count: u16) -> Vec<DiaryNight> {
    let count = i32::from(count.max(1));
    let run = Run::from(tonight.plus(1 - count), count);
    nights(diary, &Nights::of(diary), run)
}

impl Figures {
    /// The figures of a diary, with these weeks beside them.
    pub fn of(diary: &Diary, facts: &Nights, tonight: Night, weeks: &[Week]) -> Self {
        let (before, now) = compared(diary, tonight);
        let share = |run: Run| f64::from(facts.tally(run).stretched);
        let heard = |run: Run| facts.within(run).count() > 0;
        let is_known = |week: &&Week| week.tally.known > 0;
        Self {
            now,
            before,
            cramps: KeyFigure {
                now: facts.tally(now).a_week(),
                before: facts.tally(before).a_week(),
                weekly: (weeks.iter())
                    .map(|week| Some(week).filter(is_known))
                    .map(|week| week.map(|week| f64::from(week.tally.cramps)))
                    .collect(),
            },
            pain: middle(diary, now, before, weeks, |cramp| {
                cramp.pain.map(|pain| f64::from(Scale::value(pain)))
            }),
            minutes: middle(diary, now, before, weeks, |cramp| cramp.lasted.map(Lasted::minutes)),
            stretched: KeyFigure {
                now: heard(now).then(|| share(now)),
                before: heard(before).then(|| share(before)),
                weekly: (weeks.iter())
                    .map(|week| heard(week.run).then(|| share(week.run)))
                    .collect(),
            },
            stretched_of: u32::try_from(facts.within(now).count()).unwrap_or(u32::MAX),
        }
    }
}

/// What is compared with what: before, now.
fn compared(diary: &Diary, tonight: Night) -> (Run, Run) {
    if let Some(status) = trial::last(diary, tonight)
        && matches!(status.stage, Stage::Stretching { .. } | Stage::Over)
    {
        return (status.trial.baseline(), status.trial.stretching().up_to(tonight));
    }
    let now = Run::from(tonight.plus(1 - FIGURE_NIGHTS), FIGURE_NIGHTS);
    let before = Run::from(now.first.plus(-FIGURE_NIGHTS), FIGURE_NIGHTS);
    (before, now)
}

fn middle(
    diary: &Diary,
    now: Run,
    before: Run,
    weeks: &[Week],
    value: fn(&Cramp) -> Option<f64>,
) -> KeyFigure {
    let mut values: Vec<(Night, f64)> = Vec::new();
    for entry in diary.entries() {
        if let Record::Cramp(cramp) = &entry.record {
            values.extend(value(cramp).map(|value| (entry.record.night(), value)));
        }
    }
    let of = |run: Run| {
        let within = values.iter().filter(|(night, _)| run.contains(*night));
        median(within.map(|(_, value)| *value).collect())
    };
    KeyFigure {
        now: of(now),
        before: of(before),
        weekly: weeks.iter().map(|week| of(week.run)).collect(),
    }
}

/// How far a running self-trial is; `None` where none runs.
pub fn trial_progress(diary: &Diary, tonight: Night) -> Option<TrialProgress> {
    let [before, all] = [BASELINE, BASELINE + STRETCHING].map(i32::unsigned_abs);
    match trial::last(diary, tonight)?.stage {
        Stage::Baseline { night } => Some(TrialProgress { night, of: all, stretching: false }),
        Stage::Stretching { night } => {
            Some(TrialProgress { night: before + night, of: all, stretching: true })
        }
        Stage::Over | Stage::Stopped | Stage::Danger(_) => None,
    }
}

#[cfg(test)]
mod tests;
