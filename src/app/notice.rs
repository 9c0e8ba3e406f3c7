//! The one line above the keys: what just happened.

use std::borrow::Cow;

use crate::diary::request::Subject;
use crate::text::messages::diary as words;

/// What is told in one line until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A sentence.
    Said(Cow<'static, str>),
    /// A sentence that names a key, and the same with what is typed line by line instead.
    NamesKey {
        /// On the full screen.
        screen: &'static str,
        /// Line by line.
        lines: &'static str,
    },
    /// An entry was written to the diary.
    Logged {
        /// What it is about.
        subject: Subject,
        /// What else is to be said of it.
        more: Option<&'static str>,
        /// Whether a key adds details to it on this screen.
        details_key: bool,
    },
}

impl From<&'static str> for Notice {
    fn from(text: &'static str) -> Self {
        Self::Said(text.into())
    }
}

impl From<String> for Notice {
    fn from(text: String) -> Self {
        Self::Said(text.into())
    }
}

/// Where a notice is read: the keys have other names there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// The full screen.
    Screen,
    /// Line by line.
    Lines,
    /// Line by line, as the program leaves and reads no key any more.
    LastLine,
}

/// Several notices in one line.
pub fn line(notices: &[Notice], surface: Surface) -> String {
    let texts: Vec<String> = notices.iter().map(|notice| notice.text(surface)).collect();
    texts.join(" ")
}

impl Notice {
    /// The words of a notice.
    pub fn text(&self, surface: Surface) -> String {
        match self {
            Self::Said(text) => text.clone().into_owned(),
            Self::NamesKey { screen, .. } if surface == Surface::Screen => (*screen).to_owned(),
            Self::NamesKey { lines, .. } => (*lines).to_owned(),
            Self::Logged { subject, more, details_key } => {
                let what = match subject {
                    Subject::Cramp => "Cramp logged.",
                    Subject::Stretched => "Stretching logged.",
                    Subject::Sign(_) => "Danger sign logged.",
                    Subject::Quiet => "Logged: no cramp last night.",
                };
                let undo = match surface {
                    Surface::Screen | Surface::Lines => "Press u to undo.",
                    Surface::LastLine => words::HOW_TO_UNDO,
                };
                let details = details_key.then_some("w: add details.");
                let said = [Some(what), *more, Some(undo), details];
                said.into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_names_no_key_that_nobody_reads_any_more() {
        let logged = Notice::Logged { subject: Subject::Stretched, more: None, details_key: false };
        assert_eq!(logged.text(Surface::Lines), "Stretching logged. Press u to undo.");
        let last = logged.text(Surface::LastLine);
        assert!(!last.contains("Press"), "{last}");
        assert!(last.contains("`uncramp diary undo`"), "{last}");
    }
}
