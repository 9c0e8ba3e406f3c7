//! Why a running program's diary did not do something, in words for the reader.

use std::fmt;

use super::StoreError;

/// Why something was not done. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiaryError {
    /// The reason, a sentence without its capital and full stop.
    pub why: String,
    /// Another program holds the file: it may work in a moment.
    pub passes: bool,
}

impl From<StoreError> for DiaryError {
    fn from(error: StoreError) -> Self {
        Self {
            why: error.to_string(),
            passes: matches!(error, StoreError::Busy { .. }),
        }
    }
}

impl From<&str> for DiaryError {
    fn from(why: &str) -> Self {
        Self {
            why: why.to_owned(),
            passes: false,
        }
    }
}

impl fmt::Display for DiaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}
