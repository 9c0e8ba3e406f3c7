//! The page for the doctor.

use std::fmt::Display;

// Its head.
pub fn title(from: impl Display, to: impl Display) -> String {
    format!("Leg cramp diary, {from} to {to}")
}
pub fn origin(made: impl Display) -> String {
    format!("Made with uncramp on {made}. Patient's own notes, not a diagnosis.")
}

// Where nothing is noted.
pub const NONE: &str = "None noted.";
pub const NO_CRAMP: &str = "No cramp noted.";

/// In a list of words.
pub fn more(count: usize) -> String {
    format!("{count} more")
}

// How often.
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
/// Left, right, both, not noted.
pub fn legs([left, right, both, unknown]: [u32; 4]) -> String {
    format!("Leg: left {left}, right {right}, both {both}, not noted {unknown}.")
}

// How strong.
pub fn always(value: &str) -> String {
    format!("always {value}")
}

// What helped, what was tried.
pub fn helped(list: &str) -> String {
    format!("Helped: {list}.")
}
pub fn tried(list: &str) -> String {
    format!("Tried: {list}.")
}

// Conditions and medicines.
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
