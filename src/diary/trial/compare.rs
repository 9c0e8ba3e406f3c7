//! The comparison of before and after, and what it shows.

use super::interval::{EventCount, Interval, dispersion, mean_difference, rate_ratio};
use super::{BASELINE_NEEDED, STRETCHING_NEEDED, Stage};
use crate::diary::summary::NightSummary;

/// The error of each of the two intervals. Both together are wrong in at most one comparison of
/// twenty (Bonferroni).
const ERROR: f64 = 0.05 / 2.0;

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

/// What can be said.
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
    pub(super) fn of(before: &NightSummary, after: &NightSummary) -> Option<Self> {
        let count = |nights: &NightSummary| EventCount {
            events: f64::from(nights.cramps),
            nights: f64::from(nights.known),
        };
        if before.known == 0 || after.known == 0 {
            return None;
        }
        let dispersion = dispersion(&[&before.counts, &after.counts]);
        let rated = before.pains.len().min(after.pains.len()) >= RATED_NEEDED;
        Some(Self {
            ratio: rate_ratio(count(before), count(after), dispersion, ERROR),
            pain: rated.then(|| mean_difference(&before.pains, &after.pains, ERROR)).flatten(),
        })
    }
}

impl Verdict {
    pub(super) fn of(
        stage: &Stage,
        before: &NightSummary,
        after: &NightSummary,
        comparison: Option<&Comparison>,
    ) -> Self {
        let is_over = matches!(stage, Stage::Over | Stage::Stopped);
        let is_enough = before.known >= BASELINE_NEEDED && after.known >= STRETCHING_NEEDED;
        match comparison {
            Some(comparison) if is_over && is_enough => Self::plain(comparison),
            _ => Self::TooEarly,
        }
    }

    /// What the two intervals show. Where they disagree, the worse result counts.
    fn plain(comparison: &Comparison) -> Self {
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
