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
                    && part
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())),
                "{word}"
            );
            assert!(seen.insert(word), "{word} is used twice");
        }
    }
}
