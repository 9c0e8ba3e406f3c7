//! The names of all problems. Stable: other people's scripts rely on them.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal, $severity:ident;)+) => {
        /// What kind of problem it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code as it is printed: kebab-case words.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }

            /// How bad it is when nothing makes it worse.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    /// The bytes are no UTF-8 text.
    NotUtf8 = "not-utf8", Error;
    /// There is nothing in the file.
    EmptyFile = "empty-file", Error;
    /// The file is larger than 64 MiB.
    TooLarge = "too-large", Error;
    /// A character that could steer a terminal or hide text.
    ControlCharacter = "control-character", Error;
    /// A line break that editors count differently.
    LineBreak = "line-break", Error;
    /// The YAML cannot be parsed.
    Syntax = "syntax", Error;
    /// Values nested deeper than any guide needs.
    TooDeep = "too-deep", Error;
    /// An anchor, alias, tag or merge key.
    Alias = "alias", Error;
    /// More than one YAML document.
    SeveralDocuments = "several-documents", Error;
    /// A key written twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// The two parsers read the file differently.
    ParsersDisagree = "parsers-disagree", Error;
    /// The format version is not 1.
    WrongSchema = "wrong-schema", Error;
    /// A key that must be there is not.
    MissingKey = "missing-key", Error;
    /// A key the format does not know.
    UnknownKey = "unknown-key", Error;
    /// A value of the wrong type.
    WrongType = "wrong-type", Error;
    /// A word that is none of those allowed.
    UnknownWord = "unknown-word", Error;
    /// A text, label or title that is empty.
    EmptyText = "empty-text", Error;
    /// An id that is not lower-case words with hyphens.
    BadId = "bad-id", Error;
    /// A length of time that cannot be read.
    BadDuration = "bad-duration", Error;
    /// A day that is none.
    BadDate = "bad-date", Error;
    /// A language that is none.
    BadLanguage = "bad-language", Error;
    /// An address that is none.
    BadUrl = "bad-url", Error;
    /// A number that is too small or too large.
    OutOfRange = "out-of-range", Error;
    /// A joint of a figure that is not there.
    MissingJoint = "missing-joint", Error;
    /// A name of a node that does not exist.
    UnknownNode = "unknown-node", Error;
    /// A name of a source that does not exist.
    UnknownSource = "unknown-source", Error;
    /// A name of a stretch that does not exist.
    UnknownStretch = "unknown-stretch", Error;
    /// A name of a routine that does not exist.
    UnknownRoutine = "unknown-routine", Error;
    /// A source that nothing names.
    UnusedSource = "unused-source", Warning;
    /// A stretch that nothing names.
    UnusedStretch = "unused-stretch", Warning;
    /// A routine that nothing names.
    UnusedRoutine = "unused-routine", Warning;
    /// A way to rescue from a page that is no menu.
    RescueOutsideMenu = "rescue-outside-menu", Error;
    /// A name of a node whose kind does not fit there.
    WrongKind = "wrong-kind", Error;
    /// A key that this kind of node may not have.
    FieldNotForKind = "field-not-for-kind", Error;
    /// A symptom without `not_sure`.
    MissingNotSure = "missing-not-sure", Error;
    /// An outcome that does not say how soon to get help.
    MissingCare = "missing-care", Error;
    /// Claims without a grade of evidence.
    MissingEvidence = "missing-evidence", Error;
    /// Claims without a source.
    MissingSource = "missing-source", Error;
    /// A page with nothing to read.
    EmptyPage = "empty-page", Error;
    /// More than nine numbered options.
    TooManyOptions = "too-many-options", Error;
    /// Two options of a page with the same label.
    EqualLabels = "equal-labels", Error;
    /// Braces around a word that is not replaced.
    UnknownPlaceholder = "unknown-placeholder", Warning;
    /// Words after ` #`, which YAML takes for a comment.
    CutText = "cut-text", Warning;
    /// Markdown that is not shown as such, or a mark without an end.
    Markdown = "markdown", Warning;
    /// A text that names an option by its number.
    NumberedOption = "numbered-option", Warning;
    /// A source that does not say what it is or how it was read.
    SourceDetails = "source-details", Warning;
    /// An answer that leads back to its own question.
    SelfLoop = "self-loop", Warning;
    /// A page that no way leads to.
    Unreachable = "unreachable", Error;
    /// A menu or question without options.
    DeadEnd = "dead-end", Error;
    /// Questions that lead round in a circle and never to an outcome.
    NoWayOut = "no-way-out", Error;
    /// A path with more answers than `limits` allows.
    TooManyAnswers = "too-many-answers", Error;
    /// `clear` on a choice of a menu, or on more than one answer of a question.
    ClearMisplaced = "clear-misplaced", Error;
    /// A question of the danger screen without exactly one "none of these".
    ScreenClear = "screen-clear", Error;
    /// An answer of the danger screen that does not lead straight to a warning.
    ScreenAnswer = "screen-answer", Error;
    /// A "not sure" of the danger screen that is not taken seriously enough.
    ScreenNotSure = "screen-not-sure", Error;
    /// A path of answers to advice that goes round the danger screen.
    Unscreened = "unscreened", Error;
    /// A muscle without moves in every position.
    RescueMoveMissing = "rescue-move-missing", Error;
    /// A step of rescue that is too long to read in pain.
    StepTooLong = "step-too-long", Error;
    /// A rescue limit beyond ten minutes.
    RescueLimit = "rescue-limit", Error;
    /// A first muscle of rescue that has no moves.
    RescueDefault = "rescue-default", Error;
    /// A length of time that no one should hold, rest or wait.
    DurationRange = "duration-range", Error;
    /// A routine of more than two hours.
    RoutineTooLong = "routine-too-long", Error;
    /// A routine without steps.
    EmptyRoutine = "empty-routine", Error;
    /// A thing beside a figure with the wrong number of points.
    PropPoints = "prop-points", Error;
    /// A stretch or rescue move without a figure.
    NoFigure = "no-figure", Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_is_a_kebab_case_word_of_its_own() {
        let mut seen = HashSet::new();
        for code in Code::ALL {
            let word = code.word();
            assert!(
                word.split('-').all(|part| !part.is_empty()
                    && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())),
                "{word}"
            );
            assert!(seen.insert(word), "{word} is used twice");
        }
    }
}
