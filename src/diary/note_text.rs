//! What a person wrote: one line, clean, never empty.

use std::fmt;

use anyhow::{Result, ensure};

use serde::Serialize;

use crate::text::is_unsafe;

/// The longest text, in letters.
pub const MOST: usize = 500;

/// One line of text without control characters: at least one visible letter, at most [`MOST`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct NoteText(String);

impl NoteText {
    /// Cleans a text; `None` when nothing is left. Line breaks become spaces.
    pub fn parse(text: &str) -> Result<Option<Self>> {
        let clean = squeezed(text);
        let length = clean.chars().count();
        ensure!(length <= MOST, "a text may have {MOST} letters; this one has {length}");
        Ok((!clean.is_empty()).then_some(Self(clean)))
    }

    /// Cleans a text and cuts it if it is too long. For texts that the program writes itself.
    pub fn cut(text: &str) -> Option<Self> {
        let clean: String = squeezed(text).chars().take(MOST).collect();
        let clean = clean.trim_end();
        (!clean.is_empty()).then(|| Self(clean.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NoteText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Turns each run of white space and control characters into one space, and drops invisible marks
/// and those that would change the direction of writing.
fn squeezed(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words = words.map(|word| word.replace(is_unsafe, "")).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn control_characters_and_line_breaks_become_spaces() {
        let words =
            NoteText::parse(" warm\n\ttowel \u{1b}[2J\u{202e}\u{61c}\u{2028} ").unwrap().unwrap();
        assert_eq!(words.as_str(), "warm towel [2J");
        assert_eq!(NoteText::parse(" \n\u{7} ").unwrap(), None);
    }

    #[test]
    fn a_text_that_is_too_long_is_refused_or_cut() {
        let long = "ä".repeat(MOST + 1);
        assert!(NoteText::parse(&long).unwrap_err().to_string().contains("501"));
        assert_eq!(NoteText::cut(&long).unwrap().as_str().chars().count(), MOST);
    }

    proptest! {
        #[test]
        fn cleaning_a_clean_text_changes_nothing(text in "\\PC{0,40}|.{0,40}") {
            if let Some(words) = NoteText::parse(&text).unwrap() {
                prop_assert_eq!(NoteText::parse(words.as_str()).unwrap(), Some(words));
            }
        }
    }
}
