//! How the words of the format are written in a guide file, and in JSON.

use super::raw::{Care, Evidence, Kind, Position, Sides};

impl Kind {
    /// The word for it in a guide file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Menu => "menu",
            Self::Symptom => "symptom",
            Self::Cause => "cause",
            Self::Relief => "relief",
            Self::Warning => "warning",
            Self::Topic => "topic",
        }
    }
}

impl Care {
    /// The word for it in a guide file.
    pub fn word(self) -> &'static str {
        match self {
            Self::SelfCare => "self-care",
            Self::Routine => "routine",
            Self::Urgent => "urgent",
            Self::Emergency => "emergency",
        }
    }
}

impl Evidence {
    /// The word for it in a guide file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Mixed => "mixed",
            Self::Weak => "weak",
            Self::Expert => "expert",
        }
    }
}

impl Position {
    /// The word for it in a guide file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lying => "lying",
            Self::Seated => "seated",
            Self::Standing => "standing",
        }
    }
}

impl Sides {
    /// The word for it in a guide file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Alternate => "alternate",
            Self::Each => "each",
            Self::Both => "both",
        }
    }
}
