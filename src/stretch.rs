//! Stretch sessions and cramps as pure functions of elapsed time.
//!
//! Instants are given by the runtime, counted from the start of the program: for sessions a
//! [`Duration`](std::time::Duration) on the monotonic clock, for a cramp a [`cramp::BootTime`].

pub mod breath;
pub mod cramp;
pub mod cue;
pub mod listing;
pub mod motion;
pub mod plan;
pub mod session;
pub mod stopwatch;
pub mod summary;

use crate::guide::model::GuideWords;
use crate::text::messages::labels;

words! {
    /// A leg, or both at once.
    #[derive(Default)]
    pub enum Leg {
        /// The left leg.
        #[default]
        Left = "left",
        /// The right leg.
        Right = "right",
        /// Both legs at once.
        Both = "both",
    }
}

impl Leg {
    /// The one that a word or its first letter means.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        Self::ALL.into_iter().find(|leg| leg.word() == text || leg.word()[..1] == text)
    }

    /// The leg that takes turns with this one; both stay both.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Both => Self::Both,
        }
    }

    /// Which it is in the words of a guide: `left leg`.
    pub fn named(self, words: &GuideWords) -> &str {
        match self {
            Self::Left => &words.left,
            Self::Right => &words.right,
            Self::Both => &words.both,
        }
    }

    /// Which it is, as it is said where no guide is at hand: `left leg`.
    pub fn said(self) -> &'static str {
        match self {
            Self::Left => labels::LEFT_LEG,
            Self::Right => labels::RIGHT_LEG,
            Self::Both => labels::BOTH_LEGS,
        }
    }
}

/// A length in whole milliseconds.
pub(crate) fn millis(length: std::time::Duration) -> u64 {
    u64::try_from(length.as_millis()).unwrap_or(u64::MAX)
}
