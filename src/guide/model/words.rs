//! The words a guide uses for what the program says in many places.

use crate::guide::raw::{Care, RawWords};
use crate::text::messages::amounts::lower;
use crate::text::messages::labels;

const NOT_SURE: &str = "Not sure";
const NONE_OF_THESE: &str = "None of these";

/// The guide's own words, or the usual ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideWords {
    /// The answer "not sure".
    pub not_sure: String,
    /// The answer "none of these".
    pub none: String,
    /// The left side of the body.
    pub left: String,
    /// The right side of the body.
    pub right: String,
    /// Both sides at once.
    pub both: String,
    /// How soon to get help, in the order of [`Care`].
    care: [String; 4],
}

impl GuideWords {
    /// The answer "none of these" within a sentence.
    pub fn none_within(&self) -> String {
        lower(&self.none)
    }

    /// A text of the program with the guide's own words for the two answers.
    pub fn in_place(&self, text: &str) -> String {
        text.replace(NONE_OF_THESE, &self.none)
            .replace(&NONE_OF_THESE.to_lowercase(), &self.none_within())
            .replace(&NOT_SURE.to_lowercase(), &self.not_sure.to_lowercase())
    }

    /// How soon to get help, in a few words.
    pub fn care(&self, care: Care) -> &str {
        &self.care[care as usize]
    }
}

impl From<RawWords> for GuideWords {
    fn from(own: RawWords) -> Self {
        let or = |own: Option<String>, usual: &'static str| own.unwrap_or_else(|| usual.to_owned());
        Self {
            not_sure: or(own.not_sure, NOT_SURE),
            none: or(own.none, NONE_OF_THESE),
            left: or(own.left, labels::LEFT_LEG),
            right: or(own.right, labels::RIGHT_LEG),
            both: or(own.both, labels::BOTH_LEGS),
            care: [
                or(own.self_care, "Self-care"),
                or(own.routine, "See a doctor"),
                or(own.urgent, "Urgent: get help today"),
                or(own.emergency, "Emergency: get help now"),
            ],
        }
    }
}
