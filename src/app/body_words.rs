//! How cramps and turns of the legs are said.

use crate::guide::raw::{Pose, Sides};

/// A cramp in a few words: `calf, left leg, lying`.
pub(crate) fn cramp(muscle: &str, leg: Option<&str>, pose: Pose) -> String {
    let leg = leg.map_or_else(String::new, |leg| format!("{leg}, "));
    format!("{muscle}, {leg}{}", pose.word())
}

/// How the legs take turns, in a word or two.
pub(crate) fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::Alternate => "alternating legs",
        Sides::Each => "one leg, then the other",
        Sides::Both => "both legs at once",
    }
}
