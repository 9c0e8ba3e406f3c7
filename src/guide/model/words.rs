//! The words a guide uses for what the program says in many places.

use crate::guide::raw::{Care, GuideWords};
use crate::text::messages::amounts::lower;
use crate::text::messages::labels;

const NOT_SURE: &str = "Not sure";
const NONE_OF_THESE: &str = "None of these";

impl GuideWords {
    /// The answer "none of these" within a sentence.
    pub fn none_within(&self) -> String {
        lower(&self.none)
    }

    /// A text of the program with the guide's own words for the two answers.
    pub(crate) fn in_place(&self, text: &str) -> String {
        text.replace(NONE_OF_THESE, &self.none)
            .replace(&NONE_OF_THESE.to_lowercase(), &self.none_within())
            .replace(&NOT_SURE.to_lowercase(), &self.not_sure.to_lowercase())
    }

    /// How soon to get help, in a few words.
    pub fn care(&self, care: Care) -> &str {
        [&self.self_care, &self.routine, &self.urgent, &self.emergency][care as usize]
    }

    /// The same with the usual words where the guide has none of its own.
    #[must_use]
    pub(crate) fn or_usual(mut self) -> Self {
        for (own, usual) in [
            (&mut self.not_sure, NOT_SURE),
            (&mut self.none, NONE_OF_THESE),
            (&mut self.left, labels::LEFT_LEG),
            (&mut self.right, labels::RIGHT_LEG),
            (&mut self.both, labels::BOTH_LEGS),
            (&mut self.self_care, "Self-care"),
            (&mut self.routine, "See a doctor"),
            (&mut self.urgent, "Urgent: get help today"),
            (&mut self.emergency, "Emergency: get help now"),
        ] {
            if own.is_empty() {
                usual.clone_into(own);
            }
        }
        self
    }
}
