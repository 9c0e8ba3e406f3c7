//! The numbers that the charts of the diary show, week by week and night by night.

use super::Diary;
use super::diary_night::DiaryNight;
use super::night::{Night, Run};
use super::summary::NightSummary;
use super::trial::{self, Stage, Status};

/// The most weeks that [`Statistics::of`] looks back: ten years.
const MOST_WEEKS: u16 = 522;

/// Weeks of the small charts, with the running one.
const RECENT_WEEKS: i32 = 9;

/// Nights that the values are counted over, without a self-trial.
const VALUE_NIGHTS: i32 = 42;

/// An important number, now and in the time before.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct KeyValue {
    /// Now; `None` where too little is known.
    pub now: Option<f64>,
    /// In the time before; `None` where too little is known.
    pub before: Option<f64>,
    /// Week by week, as `Statistics::weeks`; `None` in a week of which nothing is known.
    pub weekly: Vec<Option<f64>>,
}

/// The four values above the charts. In a self-trial they compare the nights of stretching with the
/// nights before it, otherwise the last six weeks with the six weeks before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeyValues {
    /// Cramps a week. Needs two known nights in three.
    pub cramps: KeyValue,
    /// The median pain, 0 to 10.
    pub pain: KeyValue,
    /// The median length in minutes.
    pub minutes: KeyValue,
    /// How many nights had stretching.
    pub stretched: KeyValue,
    /// Nights of which anything is known; `stretched` counts some of these.
    pub stretched_of: u32,
}

/// In how many nights the person did stretch, of those in which it was to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StretchedNights {
    pub stretched: u32,
    /// Nights of stretching that a self-trial planned, or all since the first session.
    pub nights: u32,
    /// Whether a self-trial planned them.
    pub by_trial: bool,
}

/// Everything that the charts show of a diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistics {
    /// Whether the diary says nothing at all.
    pub(crate) is_empty: bool,
    /// Whole weeks from Monday on, the oldest first; the last one ends tonight.
    pub(crate) weeks: Vec<NightSummary>,
    /// All these weeks together.
    pub(crate) all: NightSummary,
    /// The last of them, at most nine.
    pub(crate) recent: NightSummary,
    /// Every night of these weeks, the oldest first, with its entries.
    pub(crate) nights: Vec<DiaryNight>,
    pub(crate) values: KeyValues,
    /// Nights with stretching and all that count; `None` when there never was a session nor a trial.
    pub(crate) stretching: Option<StretchedNights>,
    /// The night of the self-trial, from 1, while one runs.
    pub(crate) trial_night: Option<u32>,
}

impl Statistics {
    /// Of a diary in this night, over ten years at most.
    pub fn of(diary: &Diary, tonight: Night) -> Self {
        Self::over(diary, tonight, MOST_WEEKS)
    }

    /// The same over at most this many weeks, from the first entry up to tonight.
    pub fn over(diary: &Diary, tonight: Night, most_weeks: u16) -> Self {
        let monday =
            |night: Night| night.plus(-i32::from(night.0.weekday().to_monday_zero_offset()));
        let this_week = monday(tonight);
        let oldest = diary.first().unwrap_or(tonight).min(tonight);
        let lived = monday(oldest).until(this_week) / 7 + 1;
        let count = lived.clamp(1, i32::from(most_weeks.max(1)));
        let last_weeks = |weeks: i32| Run { first: this_week.plus(7 - 7 * weeks), last: tonight };
        let run = last_weeks(count);
        let week =
            |nth| NightSummary::of(diary, Run::starting(run.first.plus(7 * nth), 7).up_to(tonight));
        let weeks: Vec<NightSummary> = (0..count).map(week).collect();
        let trial = trial::last(diary, tonight);
        Self {
            is_empty: diary.is_empty(),
            all: NightSummary::of(diary, run),
            recent: NightSummary::of(diary, last_weeks(count.min(RECENT_WEEKS))),
            values: KeyValues::of(diary, trial.as_ref(), tonight, &weeks),
            stretching: StretchedNights::of(diary, trial.as_ref(), tonight),
            trial_night: trial.and_then(|trial| trial.night()),
            weeks,
            nights: diary.every(run),
        }
    }
}

/// A self-trial whose nights of stretching have begun, until as many nights have passed since.
fn stretching(trial: Option<&Status>, tonight: Night) -> Option<&Status> {
    let trial = trial.filter(|trial| tonight <= trial.trial.stretching().last.plus(VALUE_NIGHTS));
    trial.filter(|trial| matches!(trial.stage, Stage::Stretching { .. } | Stage::Over))
}

impl KeyValues {
    fn of(diary: &Diary, trial: Option<&Status>, tonight: Night, weeks: &[NightSummary]) -> Self {
        let (before, now) = if let Some(Status { trial, .. }) = stretching(trial, tonight) {
            (trial.baseline(), trial.stretching().up_to(tonight))
        } else {
            let now = Run::ending(tonight, VALUE_NIGHTS);
            (Run::ending(now.first.plus(-1), VALUE_NIGHTS), now)
        };
        let [before, now] = [before, now].map(|run| NightSummary::of(diary, run));
        let value = |of: fn(&NightSummary) -> Option<f64>| KeyValue {
            now: of(&now),
            before: of(&before),
            weekly: weeks.iter().map(of).collect(),
        };
        let cramps = |week: &NightSummary| (week.known > 0).then(|| f64::from(week.cramps));
        Self {
            cramps: KeyValue {
                weekly: weeks.iter().map(cramps).collect(),
                ..value(NightSummary::a_week)
            },
            pain: value(|nights| Some(nights.pain?.median)),
            minutes: value(|nights| Some(nights.minutes?.median)),
            stretched: value(|nights| (nights.logged > 0).then(|| f64::from(nights.stretched))),
            stretched_of: now.logged,
        }
    }
}

impl StretchedNights {
    fn of(diary: &Diary, trial: Option<&Status>, tonight: Night) -> Option<Self> {
        let (run, by_trial) = match stretching(trial, tonight) {
            Some(trial) => (trial.after.run, true),
            None => (Run { first: diary.sessions().next()?.began.night(), last: tonight }, false),
        };
        let nights = NightSummary::of(diary, run);
        Some(Self { stretched: nights.stretched, nights: nights.nights, by_trial })
    }
}

#[cfg(test)]
mod tests;
