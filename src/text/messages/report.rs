//! The page for the doctor.

use std::fmt::Display;

// Its head.
pub fn title(from: impl Display, to: impl Display) -> String {
    format!("Leg cramp diary, {from} to {to}")
}
pub fn origin(made: impl Display) -> String {
    format!("Made with uncramp on {made}. Patient's own notes, not a diagnosis.")
}

// Its sections, in this order.
pub const DANGER_SIGNS: &str = "Danger signs noted";
pub const HOW_OFTEN: &str = "How often";
pub const WHEN_AND_WHERE: &str = "When and where";
pub const HOW_STRONG: &str = "How strong";
pub const HELPED_AND_TRIED: &str = "What helped, what was tried";
pub const STRETCHING: &str = "Stretching";
pub const BACKGROUND: &str = "Conditions and medicines noted";
pub const LAST_NOTES: &str = "Last notes";
pub const TO_ASK: &str = "Questions to ask";

// Where nothing is noted.
pub const NONE: &str = "None noted.";
pub const NO_CRAMP: &str = "No cramp noted.";
pub const NOTHING: &str = "nothing noted";

/// Older ones that are not on the page.
pub fn more_before(count: usize) -> String {
    format!("{count} more before these.")
}

/// In a list of words.
pub fn more(count: usize) -> String {
    format!("{count} more")
}

// How often.
pub fn cramps_on(cramps: &str, with_cramp: u32, nights: &str) -> String {
    format!("{cramps} on {with_cramp} of {nights}.")
}
pub fn quiet_and_unknown(quiet: &str, unknown: &str) -> String {
    format!("Noted as free of cramps: {quiet}. Nothing noted: {unknown}.")
}
pub fn a_week(rate: f64) -> String {
    format!("{rate:.1} a week, counting only nights with a record.")
}
pub const TOO_FEW_NIGHTS: &str = "Too few nights have a record for a number a week.";
pub fn by_quarter([a, b, c, d]: [u32; 4]) -> String {
    format!("Cramps in each quarter of this time: {a}, {b}, {c}, {d}.")
}

// When and where.
pub fn at_night(at_night: u32, cramps: u32) -> String {
    format!("{at_night} of {cramps} began between 9 pm and 7 am.")
}
/// Afternoon, evening, night, morning.
pub fn by_time([a, b, c, d]: [u32; 4]) -> String {
    format!("Noon to 6 pm: {a}, to midnight: {b}, to 6 am: {c}, to noon: {d}.")
}
pub fn muscles(list: &str) -> String {
    format!("Muscle: {list}.")
}
/// Left, right, both, not noted.
pub fn legs([left, right, both, unknown]: [u32; 4]) -> String {
    format!("Leg: left {left}, right {right}, both {both}, not noted {unknown}.")
}

// How strong.
pub const LENGTH: &str = "Length";
pub const PAIN: &str = "Pain, 0 to 10";
pub const SLEEP: &str = "Sleep disturbed, 0 to 10";
pub fn minutes(value: &str) -> String {
    format!("{value} min")
}
pub fn not_noted(what: &str) -> String {
    format!("{what}: not noted.")
}
pub fn always(value: &str) -> String {
    format!("always {value}")
}
pub fn middle(value: &str, low: &str, high: &str) -> String {
    format!("median {value} (range {low}-{high})")
}
pub fn spread(what: &str, values: &str, known: u32, cramps: &str) -> String {
    format!("{what}: {values}; noted for {known} of {cramps}.")
}

// What helped, what was tried.
pub fn helped(list: &str) -> String {
    format!("Helped: {list}.")
}
pub fn done(list: &str) -> String {
    format!("Done during the cramp: {list}.")
}
pub fn tried(list: &str) -> String {
    format!("Tried: {list}.")
}
pub fn days_before(list: &str) -> String {
    format!("Days before: {list}.")
}
pub fn after_alcohol_and_heat(alcohol: u32, heat: u32) -> String {
    format!("Cramps after alcohol: {alcohol}; after hot weather or loss of fluid: {heat}.")
}

// Stretching.
pub fn stretched(on: u32, nights: &str, sessions: &str, routines: &str) -> String {
    format!("On {on} of {nights}; {sessions}: {routines}.")
}

// Conditions and medicines.
pub fn conditions(list: &str) -> String {
    format!("Conditions: {list}.")
}
pub fn medicines(list: &str) -> String {
    format!("Medicines: {list}.")
}

// Worth asking; the same for everybody, so that nothing is read into the diary.
pub const QUESTIONS: [&str; 5] = [
    "Could any of my medicines or supplements be behind this?",
    "Do I need an examination or a test, and what would it show?",
    "Which sign should make me come back or call at once?",
    "Is stretching safe for me? Is anything else worth trying?",
    "When should we look at this again?",
];
