//! How sure a difference is: intervals for a ratio of counts and for a difference of means.
//!
//! * Counts: the exact interval for the ratio of two rates. Given the sum of two counts, the
//!   second is binomial; its interval is that of Clopper and Pearson (Biometrika 26, 1934). It is
//!   what `poisson.test` of R and the package `rateratio.test` (M. P. Fay) compute. It rests on
//!   cramps coming independently of each other; where they come in bunches, the counts are first
//!   divided by the dispersion (Pearson's chi-square over its degrees of freedom, never below 1),
//!   which widens the interval: `McCullagh` and Nelder, Generalized Linear Models, 1989, ch. 6.
//! * Means: Welch's t interval (Biometrika 34, 1947), which does not ask for equal spreads.

use serde::Serialize;
use statrs::distribution::{Beta, ContinuousCDF, StudentsT};
use statrs::statistics::Statistics;

use crate::diary::summary::to_u32;

/// The error of each of the two intervals of a self-trial. Both together are wrong in at most one comparison of
/// twenty (Bonferroni).
pub(super) const ERROR: f64 = 0.05 / 2.0;

/// A range that holds the true value with a given probability.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Interval {
    /// The best guess.
    pub middle: f64,
    pub low: f64,
    /// The upper end; infinite when nothing bounds it, which is null in JSON.
    pub high: f64,
}

/// Counts over so many nights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct EventCount {
    pub events: f64,
    /// In how many nights, above 0.
    pub nights: f64,
}

/// How many times as often events came after as before, at this error probability.
///
/// `None` when there was no event at all.
pub(crate) fn rate_ratio(
    before: EventCount,
    after: EventCount,
    dispersion: f64,
    error: f64,
) -> Option<Interval> {
    let spread = dispersion.max(1.0);
    let (x, y) = (before.events / spread, after.events / spread);
    if x + y <= 0.0 {
        return None;
    }
    let odds = |share: f64| share / (1.0 - share);
    let nights = before.nights / after.nights;
    // Each end is computed from the share on its own side, which stays exact when it is tiny.
    let low = if y > 0.0 { odds(beta_quantile(error / 2.0, y, x + 1.0)?) * nights } else { 0.0 };
    let high = if x > 0.0 {
        nights / odds(beta_quantile(error / 2.0, x, y + 1.0)?)
    } else {
        f64::INFINITY
    };
    let middle = after.events / after.nights / (before.events / before.nights);
    Some(Interval { middle, low, high })
}

/// How much more the counts of single nights spread than independent events would: 1 or above.
pub(crate) fn dispersion(groups: &[&[u32]]) -> f64 {
    let mut chi_square = 0.0;
    let mut freedom = 0.0;
    for counts in groups {
        let mean = counts.iter().map(|n| f64::from(*n)).mean();
        if mean > 0.0 {
            let squares = counts.iter().map(|n| (f64::from(*n) - mean).powi(2));
            chi_square += squares.sum::<f64>() / mean;
            freedom += f64::from(to_u32(counts.len())) - 1.0;
        }
    }
    if freedom > 0.0 { (chi_square / freedom).max(1.0) } else { 1.0 }
}

/// The variance that rounding to whole numbers gives a rating.
const ROUNDING: f64 = 1.0 / 12.0;

/// How much higher the mean is after than before, at this error probability.
///
/// `None` with fewer than two values on a side.
pub(crate) fn mean_difference(before: &[f64], after: &[f64], error: f64) -> Option<Interval> {
    if before.len() < 2 || after.len() < 2 {
        return None;
    }
    let (n, m) = (f64::from(to_u32(before.len())), f64::from(to_u32(after.len())));
    // Even equal ratings are uncertain, because the scale has only whole numbers.
    let (a, b) = (before.variance().max(ROUNDING) / n, after.variance().max(ROUNDING) / m);
    let freedom = (a + b).powi(2) / (a * a / (n - 1.0) + b * b / (m - 1.0));
    let reach = student_quantile(1.0 - error / 2.0, freedom)? * (a + b).sqrt();
    let middle = after.mean() - before.mean();
    Some(Interval { middle, low: middle - reach, high: middle + reach })
}

/// The value that Student's t stays below with this probability.
fn student_quantile(probability: f64, freedom: f64) -> Option<f64> {
    Some(StudentsT::new(0.0, 1.0, freedom).ok()?.inverse_cdf(probability))
}

/// The value that a beta variable stays below with this probability.
fn beta_quantile(probability: f64, a: f64, b: f64) -> Option<f64> {
    Some(Beta::new(a, b).ok()?.inverse_cdf(probability))
}

#[cfg(test)]
mod tests;
