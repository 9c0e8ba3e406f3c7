//! The diary on the screen.

pub(crate) const DIARY: &str = "Diary";
pub(crate) const NIGHTS: &str = "Nights";
pub(crate) const PAIN: &str = "Pain";
pub(crate) const WHERE: &str = "Where";
pub(crate) const CRAMPS_A_WEEK: &str = "Cramps a week";
pub(crate) const TIME_OF_NIGHT: &str = "Time of night";

// Before the first entry.
pub(crate) const BEGIN: &str = "Begin here";
pub(crate) const EMPTY: &str = "Nothing is noted yet. Two keys are enough:";
pub(crate) const FIRST_KEYS: [(&str, &str); 2] =
    [("l", "log a cramp: when, where, how long, how bad"), ("n", "a night without a cramp")];
pub(crate) const QUIET_NIGHTS_COUNT: &str = "Nights without a cramp count too: only with them can you see \
    whether cramps get fewer. Stretches that you do here are noted by themselves.";
pub(crate) const IT_WILL_SHOW: &str = "What you will see";
pub(crate) const IT_WILL_SHOW_LINES: [&str; 4] = [
    "How many cramps a week, and how many there were before",
    "How much they hurt, and how long they last",
    "At what time of night they come",
    "Which muscle, which leg, and the nights with stretches",
];
pub(crate) const FOR_THE_DOCTOR: &str = "For the doctor";
pub(crate) const FOR_THE_DOCTOR_LINES: [&str; 3] = [
    "The command uncramp report puts it on one page to take along.",
    "The command uncramp trial finds out whether stretching helps you.",
    "The diary stays on this computer.",
];

/// From one day to another.
pub(crate) fn span(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

// The four figures.
pub(crate) const CRAMPS_IN_A_WEEK: &str = "cramps a week";
pub(crate) const MEDIAN_PAIN: &str = "median pain, 0-10";
pub(crate) const MEDIAN_MINUTES: &str = "median minutes";
pub(crate) const STRETCHED: &str = "nights stretched";

/// What a figure was before.
pub(crate) fn was(before: &str) -> String {
    format!("was {before}")
}

/// Of how many nights.
pub(crate) fn of_nights(count: u32) -> String {
    format!("of {count}")
}

// The days in three letters, from Monday on.
pub(crate) const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

// What the signs of the nights mean, each behind its sign.
pub(crate) const SIGN_CRAMPS: &str = " cramps ";
pub(crate) const SIGN_NONE: &str = " none ";
pub(crate) const SIGN_STRETCHED: &str = " stretched ";
pub(crate) const SIGN_NOT_NOTED: &str = " blank: not noted";

// One night.
pub(crate) const NO_CRAMP: &str = "no cramp";
pub(crate) const NOT_NOTED: &str = "not noted";

/// `mark`: what a night brought.
pub(crate) fn and_stretched(mark: &str) -> String {
    format!("{mark}, stretched")
}

/// When a cramp began, and what was noted of it.
pub(crate) fn cramp(time: &str, noted: &str) -> String {
    if noted.is_empty() { time.to_owned() } else { format!("{time} {noted}") }
}

// In place of a chart.
pub(crate) const NO_PAIN: &str = "No pain was noted in this time.";
pub(crate) const NO_CRAMPS: &str = "No cramp in this time.";

// The first page.
pub(crate) const LAST_NIGHTS: &str = "Last 14 nights";
pub(crate) const KEY_DIARY: &str = "d diary";

/// How many cramps as many nights before brought.
pub(crate) fn was_before(cramps: u32) -> String {
    format!("was {cramps} before")
}

/// How far the self-trial is.
pub(crate) fn trial(night: u32, of: u32) -> String {
    format!("trial: night {night} of {of}")
}
