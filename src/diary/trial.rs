//! The self-trial: two weeks as usual, then six weeks of stretching every night.
//!
//! It measures how many cramps there are and how much they hurt, as the trial of Hallegraeff and
//! others did in 2012. It has no control group, so a change may have come by itself.

use super::Diary;
use super::entry::{EntryId, Sign, Trial};
use super::night::{Night, Run};
use super::stamp::Stamp;
use super::summary::{NightSummary, nights_needed};

pub(crate) mod interval;
mod sentences;

use interval::{ERROR, EventCount, Interval, dispersion, mean_difference, rate_ratio};

/// Nights before the stretching begins.
pub(crate) const BASELINE: i32 = 14;
pub(crate) const STRETCHING: i32 = 42;
/// All nights of a trial.
pub(crate) const NIGHTS: i32 = BASELINE + STRETCHING;
/// How many nights of the baseline must be known for a result.
pub(crate) const BASELINE_NEEDED: u32 = nights_needed(BASELINE.unsigned_abs());
/// How many nights of stretching must be known for a result.
pub(crate) const STRETCHING_NEEDED: u32 = nights_needed(STRETCHING.unsigned_abs());

/// Where a self-trial stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Stage {
    /// In the two weeks before.
    Baseline {
        /// The coming or running night, from 1.
        night: u32,
    },
    /// In the six weeks of stretching.
    Stretching {
        /// The coming or running night, from 1.
        night: u32,
    },
    Over,
    Stopped,
    /// A danger sign was logged, which ends it.
    Danger(Sign),
}

/// The state and the result of a self-trial.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Status {
    pub id: EntryId,
    pub trial: Trial,
    pub stage: Stage,
    /// The nights before the stretching that are over.
    pub before: NightSummary,
    /// The nights of stretching that are over.
    pub after: NightSummary,
    /// The comparison of before and after, once all is over and enough is known.
    pub comparison: Option<Comparison>,
    pub verdict: Verdict,
}

impl Status {
    /// The coming or running night, from 1 to [`NIGHTS`], while the trial runs.
    pub(crate) fn night(&self) -> Option<u32> {
        match self.stage {
            Stage::Baseline { night } => Some(night),
            Stage::Stretching { night } => Some(BASELINE.unsigned_abs() + night),
            Stage::Over | Stage::Stopped | Stage::Danger(_) => None,
        }
    }
}

impl Trial {
    /// A trial started in the morning begins with the coming night.
    pub(crate) fn baseline(&self) -> Run {
        Run::starting(Night(self.began.local().date()), BASELINE)
    }

    pub(crate) fn stretching(&self) -> Run {
        Run::starting(self.baseline().last.plus(1), STRETCHING)
    }
}

/// The state of the last self-trial in this night; `None` when there is none.
pub(crate) fn last(diary: &Diary, tonight: Night) -> Option<Status> {
    let (id, trial) = diary.trials().next_back()?;
    let (baseline, stretching) = (trial.baseline(), trial.stretching());
    let sign = ending_sign(diary, trial);
    let ended = sign.map(|sign| &sign.logged).or(trial.stopped.as_ref()).map(Stamp::night);
    // Only nights that are over count, and the night in which a trial ends does not.
    let over = ended.map_or(tonight, |night| night.min(tonight)).plus(-1);
    let before = NightSummary::of(diary, baseline.up_to(over));
    let after = NightSummary::of(diary, stretching.up_to(over));
    let stage = match sign {
        Some(sign) => Stage::Danger(sign.clone()),
        None if trial.stopped.is_some() => Stage::Stopped,
        None => stage(baseline, stretching, tonight),
    };
    let is_over = matches!(stage, Stage::Over | Stage::Stopped);
    let is_enough = before.known >= BASELINE_NEEDED && after.known >= STRETCHING_NEEDED;
    let comparison = (is_over && is_enough).then(|| Comparison::of(&before, &after));
    let verdict = comparison.as_ref().map_or(Verdict::TooEarly, Verdict::of);
    Some(Status { id, trial: trial.clone(), stage, before, after, comparison, verdict })
}

/// Whether a trial runs in this night.
pub(crate) fn is_running(diary: &Diary, tonight: Night) -> bool {
    last(diary, tonight).is_some_and(|status| status.night().is_some())
}

/// A danger sign logged in the last two weeks, which is a reason not to begin.
pub(crate) fn fresh_sign(diary: &Diary, tonight: Night) -> Option<(EntryId, &Sign)> {
    diary.signs().rev().find(|(_, sign)| sign.logged.night() > tonight.plus(-BASELINE))
}

fn stage(baseline: Run, stretching: Run, tonight: Night) -> Stage {
    let nth = |first: Night| u32::try_from(first.until(tonight) + 1).unwrap_or(1).max(1);
    if tonight <= baseline.last {
        Stage::Baseline { night: nth(baseline.first) }
    } else if tonight <= stretching.last {
        Stage::Stretching { night: nth(stretching.first) }
    } else {
        Stage::Over
    }
}

/// The first danger sign logged while the trial ran.
fn ending_sign<'a>(diary: &'a Diary, trial: &Trial) -> Option<&'a Sign> {
    diary.signs().map(|(_, sign)| sign).find(|sign| {
        let at = sign.logged.instant();
        let stopped = trial.stopped.as_ref().is_some_and(|stop| stop.instant() < at);
        at >= trial.began.instant() && sign.logged.night() <= trial.stretching().last && !stopped
    })
}

/// Pain is compared only when each part has this many nights with a rated cramp.
const RATED_NEEDED: usize = 5;

/// The comparison of before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Comparison {
    /// How many times as often cramps came; `None` when there was none at all.
    pub ratio: Option<Interval>,
    /// How much more they hurt, in points; `None` when too few were rated.
    pub pain: Option<Interval>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing yet.
    TooEarly,
    /// No clear difference in number or pain.
    NoClearChange,
    /// Cramps were clearly fewer, or hurt clearly less.
    FewerOrMilder,
    /// Cramps were clearly more, or hurt clearly more.
    MoreOrStronger,
}

impl Comparison {
    fn of(before: &NightSummary, after: &NightSummary) -> Self {
        let count = |nights: &NightSummary| EventCount {
            events: f64::from(nights.cramps),
            nights: f64::from(nights.known),
        };
        let dispersion = dispersion(&[&before.counts, &after.counts]);
        let rated = before.pains.len().min(after.pains.len()) >= RATED_NEEDED;
        Self {
            ratio: rate_ratio(count(before), count(after), dispersion, ERROR),
            pain: rated.then(|| mean_difference(&before.pains, &after.pains, ERROR)).flatten(),
        }
    }
}

impl Verdict {
    /// What the two intervals show. Where they disagree, the worse result counts.
    fn of(comparison: &Comparison) -> Self {
        let Comparison { ratio, pain, .. } = comparison;
        let is = |wanted: fn(&Interval, f64) -> bool| {
            ratio.is_some_and(|ratio| wanted(&ratio, 1.0))
                || pain.is_some_and(|pain| wanted(&pain, 0.0))
        };
        if is(|interval, even| interval.low > even) {
            Self::MoreOrStronger
        } else if is(|interval, even| interval.high < even) {
            Self::FewerOrMilder
        } else {
            Self::NoClearChange
        }
    }

    /// The words for it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::TooEarly => "too early",
            Self::NoClearChange => "no clear change",
            Self::FewerOrMilder => "fewer or milder",
            Self::MoreOrStronger => "more or stronger",
        }
    }
}

#[cfg(test)]
mod tests;
