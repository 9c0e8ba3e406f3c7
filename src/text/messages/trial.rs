//! The self-trial: where it stands, and how it ended.

use std::fmt::Display;

use super::amounts::nights;

// Where it stands.
pub fn over(began: impl Display) -> String {
    format!("Self-trial since {began}: all nights are over.")
}
pub fn stopped(began: impl Display) -> String {
    format!("Self-trial since {began}: stopped.")
}

// Its two parts.
/// `nights` over, `known` of them, the cramps with how many a week, the mean pain.
pub fn part(
    part: &str,
    nights: &str,
    known: u32,
    cramps: Option<(&str, f64)>,
    pain: Option<f64>,
) -> String {
    let cramps = cramps.map(|(cramps, rate)| format!(", {cramps}, {rate:.1} a week"));
    let pain = pain.map(|pain| format!(", average pain {pain:.1}"));
    let (cramps, pain) = (cramps.unwrap_or_default(), pain.unwrap_or_default());
    format!("{part}: {nights} over, {known} known{cramps}{pain}.")
}

// The result in a word or two, and why.
pub fn result(result: &str, why: &str) -> String {
    format!("Result: {result}: {why}")
}
pub fn few_before(known: u32, needed: u32) -> String {
    few(known, "before", needed)
}
pub fn few_with_stretching(known: u32, needed: u32) -> String {
    few(known, "with stretching", needed)
}
fn few(known: u32, when: &str, needed: u32) -> String {
    let (nights, are) = (nights(known), if known == 1 { "is" } else { "are" });
    format!(
        "Result: too early: {nights} {when} {are} known, and {needed} are needed. A night without \
         a cramp counts once you say so: `uncramp log --none --at DAY`."
    )
}
