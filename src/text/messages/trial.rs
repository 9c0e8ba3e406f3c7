//! The self-trial: where it stands, and how it ended.

use std::fmt::Display;

use super::amounts::nights;

// `uncramp trial`: begins one and ends one.
pub const BEFORE_IT_BEGINS: &str = "Before any stretch: do not stretch a leg that is swollen, hot, red, cold, numb or \
     injured; `uncramp show danger` lists the signs. Logging one (`l` on its page) ends the trial. \
     Log every cramp (`uncramp log`) and every night without one (`uncramp log --none`).";
/// `sign`: its title in the guide; `entry`: its number in the diary.
pub fn fresh_sign(day: impl Display, sign: &str, entry: impl Display) -> String {
    format!(
        "you logged a danger sign on {day}: {sign}\nHave it looked at before you stretch. If it was \
         logged by mistake: `uncramp diary remove {entry}`"
    )
}
pub const IS_RUNNING: &str =
    "a self-trial is running; `uncramp trial status` shows it, `uncramp trial stop` ends it";
pub const NOT_RUNNING: &str = "no self-trial is running; `uncramp trial start` begins one";
pub const NO_TRIAL: &str = "There is no self-trial. `uncramp trial start` begins one.";

// Where it stands.
pub fn as_ever(began: impl Display, night: u32, of: i32, stretching: impl Display) -> String {
    format!(
        "Self-trial since {began}: night {night} of {of}, no change yet (baseline). The \
         stretching begins on {stretching}."
    )
}
pub fn with_stretching(began: impl Display, night: u32, of: i32, until: impl Display) -> String {
    format!(
        "Self-trial since {began}: night {night} of {of} with stretching (`uncramp stretch`), \
         until {until}."
    )
}
pub fn over(began: impl Display) -> String {
    format!("Self-trial since {began}: all nights are over.")
}
pub fn stopped(began: impl Display) -> String {
    format!("Self-trial since {began}: stopped.")
}
/// `sign`: its title in the guide.
pub fn ended_by_sign(began: impl Display, day: impl Display, sign: &str) -> String {
    format!("Self-trial since {began}: ended on {day}, when you logged a danger sign: {sign}.")
}

// Its two parts.
pub const BEFORE: &str = "Before";
pub const WITH_STRETCHING: &str = "With stretching";
pub fn no_night_over(part: &str) -> String {
    format!("{part}: no night is over yet.")
}
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
pub fn without_a_word(nights: &str) -> String {
    format!(
        "{nights} with nothing noted: if there was no cramp, say so with `uncramp log --none --at DAY`."
    )
}
pub fn stretched(on: u32, planned: &str) -> String {
    format!("Stretched on {on} of {planned} planned.")
}
pub fn stretched_so_far(on: u32, planned: &str) -> String {
    format!("Stretched on {on} of {planned} planned so far.")
}

// The result in a word or two, and why.
pub const TOO_EARLY: &str = "too early";
pub const NO_CLEAR_CHANGE: &str = "no clear change";
pub const FEWER_OR_MILDER: &str = "fewer or milder";
pub const MORE_OR_STRONGER: &str = "more or stronger";
pub const LOOKING_EARLY: &str = "the nights are not over. Early results mislead.";
pub const SIGN_FIRST: &str = "the danger sign comes first.";
pub const PERHAPS_CHANCE: &str = "the difference is no larger than chance alone may make it. That \
     does not prove that stretching does nothing.";
pub const BETTER_THAN_CHANCE: &str =
    "more than chance alone would usually make; stretching may or may not be the reason.";
pub const WORSE_THAN_CHANCE: &str =
    "more than chance alone would usually make. Ask a doctor or pharmacist about it.";
pub fn result(result: &str, why: &str) -> String {
    format!("Result: {result}: {why}")
}
/// On the page for the doctor: what to do about it is said to the person.
pub const RESULT_TOO_EARLY: &str = "Result: too early to tell.";
/// `page`: the id of the page of the sign.
pub fn result_with_sign(result: &str, page: &str) -> String {
    format!(
        "Result: {result}: the danger sign comes first. `uncramp show {page}` or `uncramp card` \
         says what to do; see a doctor before you stretch again."
    )
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

// The comparison behind it.
pub fn times_as_often(times: &str, low: &str, high: &str) -> String {
    format!("Cramps came {times} times as often as before (likely between {low} and {high}).")
}
/// Where nothing can be divided by; `low`: how many times as often at least.
pub fn none_before(low: &str) -> String {
    format!("No cramp came before, some did after (likely at least {low} times as often).")
}
pub const NO_CRAMP: &str = "There was no cramp before or after.";
/// Points of 10, with their sign.
pub fn pain_changed(middle: f64, low: f64, high: f64) -> String {
    format!("Pain changed by {middle:+.1} points of 10 (likely between {low:+.1} and {high:+.1}).")
}
pub const TOO_FEW_PAINS: &str = "Too few nights have a pain rating to compare pain.";
pub const METHOD: &str = "Method: exact interval for the ratio of two rates (as R's poisson.test), \
     widened when cramps come in bunches; Welch's interval (1947) for pain, night by night. Both \
     together err in at most 1 of 20 comparisons. Nights with nothing noted are left out, not \
     counted as free of cramps. Measures and six weeks: Hallegraeff 2012 (J Physiother 58: 17).";
pub const LIMITS: &str = "There is no control group: cramps come and go by themselves, so any \
     change may be chance. Do not put off a doctor because of this.";
