//! The names of all problems. Stable: other people's scripts rely on them.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal, $severity:ident $(, $help:literal)?;)+) => {
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

            /// How it is mended, where that is always the same.
            pub(crate) fn help(self) -> Option<&'static str> {
                match self {
                    $(Self::$name => [$($help)?].first().copied(),)+
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
    EmptyFile = "empty-file", Error,
        "a guide needs at least schema, title, version, language, notice, start and nodes";
    /// The file has more values than any guide.
    TooLarge = "too-large", Error;
    /// A character that could steer a terminal or hide text.
    ControlCharacter = "control-character", Error,
        "delete this character or its escape; it is invisible in most editors";
    /// A line break that editors count differently.
    LineBreak = "line-break", Error, "end lines with LF or CR LF";
    /// The YAML cannot be parsed.
    Syntax = "syntax", Error;
    /// Values nested deeper than any guide needs.
    TooDeep = "too-deep", Error, "look for brackets or indentation that never end";
    /// An anchor, alias, tag or merge key.
    Alias = "alias", Error,
        "write values out where they are needed; text that begins with `&`, `*` or `!` needs quotes";
    /// More than one YAML document.
    SeveralDocuments = "several-documents", Error,
        "keep one guide a file; delete this line and what follows";
    /// A key written twice in one mapping.
    DuplicateKey = "duplicate-key", Error, "delete one of the two, or rename it";
    /// The two parsers read the file differently.
    ParsersDisagree = "parsers-disagree", Error, "write unusual values in double quotes";
    /// The check found nothing wrong, and yet the guide cannot be used.
    ProgramFault = "program-fault", Error, "uncramp is wrong here, not the guide: please report it";
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
    UnusedSource = "unused-source", Warning, "name it where it belongs, or delete it";
    /// A stretch that nothing names.
    UnusedStretch = "unused-stretch", Warning, "name it where it belongs, or delete it";
    /// A routine that nothing names.
    UnusedRoutine = "unused-routine", Warning, "name it where it belongs, or delete it";
    /// A way to rescue from a page that is no menu.
    RescueOutsideMenu = "rescue-outside-menu", Error,
        "name a node here; only a menu may lead to rescue, where the guide has one";
    /// A name of a node whose kind does not fit there.
    WrongKind = "wrong-kind", Error;
    /// A key that this kind of node may not have.
    FieldNotForKind = "field-not-for-kind", Error;
    /// A symptom without `not_sure`.
    MissingNotSure = "missing-not-sure", Error,
        "say where \"not sure\" leads: it is key 0 on every question";
    /// An outcome that does not say how soon to get help.
    MissingCare = "missing-care", Error,
        "say how soon to get help: self-care, routine, urgent or emergency";
    /// Claims without a grade of evidence.
    MissingEvidence = "missing-evidence", Error,
        "say how well this is supported: good, mixed, weak or expert";
    /// Claims without a source.
    MissingSource = "missing-source", Error, "name at least one key of `sources` that says this";
    /// A page with nothing to read.
    EmptyPage = "empty-page", Error, "say something on this page";
    /// More than nine numbered options.
    TooManyOptions = "too-many-options", Error,
        "at most 9 can be chosen by digit; split the page in two";
    /// Two options of a page with the same label.
    EqualLabels = "equal-labels", Error, "word one of them differently";
    /// Braces around a word that is not replaced.
    UnknownPlaceholder = "unknown-placeholder", Warning;
    /// Words after ` #`, which YAML takes for a comment.
    CutText = "cut-text", Warning, "put the text in quotes, or the comment on a line of its own";
    /// Markdown that is not shown as such, or a mark without an end.
    Markdown = "markdown", Warning,
        "use paragraphs, lists, **strong**, *emphasis* and [links](node-id)";
    /// A text that names an option by its number.
    NumberedOption = "numbered-option", Warning,
        "say what the option says; numbers change when options do";
    /// A source that does not say what it is or how it was read.
    SourceDetails = "source-details", Warning,
        "`kind` says what it is (guideline, review, trial, study, service, manual), `seen` how it was read (page, abstract, copy)";
    /// An answer that leads back to its own question.
    SelfLoop = "self-loop", Warning, "lead on to another page; going back is a key of its own";
    /// A page that no way leads to.
    Unreachable = "unreachable", Error,
        "lead to it from an option, `see_also` or a link, or delete it";
    /// A menu or question without options.
    DeadEnd = "dead-end", Error, "add `options`, each with a `label` and where it leads `to`";
    /// Questions that lead round in a circle and never to an outcome.
    NoWayOut = "no-way-out", Error,
        "let at least one answer lead to a cause, relief, warning or topic";
    /// A path with more answers than `limits` allows.
    TooManyAnswers = "too-many-answers", Error,
        "ask less on this path, or raise `limits: {answers: …}`";
    /// `clear` on a choice of a menu, or on more than one answer of a question.
    ClearMisplaced = "clear-misplaced", Error,
        "only the answer \"none of these\" of a question is `clear`";
    /// A question of the danger screen without exactly one "none of these".
    ScreenClear = "screen-clear", Error,
        "mark the answer \"none of these\", and no other, with `clear: true`";
    /// An answer of the danger screen that does not lead straight to a warning.
    ScreenAnswer = "screen-answer", Error,
        "lead straight to a node of kind warning, or mark the answer `clear: true`";
    /// A "not sure" of the danger screen that is not taken seriously enough.
    ScreenNotSure = "screen-not-sure", Error,
        "unknown counts as yes: lead straight to a warning of at least the lowest care of the signs";
    /// A path of answers to advice that goes round the danger screen.
    Unscreened = "unscreened", Error,
        "lead to the danger question first; only its \"none of these\" may lead on to advice";
    /// A muscle without moves in every pose.
    RescueMoveMissing = "rescue-move-missing", Error,
        "every muscle has moves lying, seated and standing";
    /// A step of rescue that is too long to read in pain.
    StepTooLong = "step-too-long", Error, "say it in fewer words: it is read in pain, in the dark";
    /// A rescue limit beyond ten minutes.
    RescueLimit = "rescue-limit", Error, "write at most 10m";
    /// A first muscle of rescue that has no moves.
    RescueDefault = "rescue-default", Error;
    /// A length of time that no one should hold, rest or wait.
    DurationRange = "duration-range", Error;
    /// A routine in a guide that says to nobody that they must not do it.
    RoutineWithoutCheck = "routine-without-check", Error,
        "write `rescue` with a `check` that says who must not do these stretches, or leave `rescue` out";
    /// A routine of more than two hours.
    RoutineTooLong = "routine-too-long", Error,
        "a routine takes at most 2 hours; shorten holds, or repeat less";
    /// A routine without steps.
    EmptyRoutine = "empty-routine", Error, "add at least one stretch with its times";
    /// A thing beside a figure with the wrong number of points.
    PropPoints = "prop-points", Error;
    /// A stretch or rescue move without a figure.
    NoFigure = "no-figure", Warning, "add `figure` with the poses start and hold";
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
