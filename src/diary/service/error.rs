//! Why a running program's diary did not do something, in words for the reader.

use std::fmt;

use crate::diary::store::StoreError;

/// Why something was not done. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiaryError {
    /// The reason, a sentence without its capital and full stop.
    pub why: String,
    /// Another program is writing; it may work in a moment.
    pub busy: bool,
}

impl From<StoreError> for DiaryError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy(..) => Self {
                why: "the diary is busy (another program is writing to it); try again in a moment"
                    .to_owned(),
                busy: true,
            },
            other => Self::from(other.to_string().as_str()),
        }
    }
}

impl From<&str> for DiaryError {
    fn from(why: &str) -> Self {
        Self { why: why.to_owned(), busy: false }
    }
}

impl fmt::Display for DiaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}
