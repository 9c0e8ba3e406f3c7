//! A command of the reader's own, such as a sound: a program and its arguments, for no shell.

use std::{fmt, iter};

use anyhow::Context;

/// A program with its arguments. Started without a shell, so nothing in it has a meaning of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandLine {
    /// The program: a name or a path, never empty when it was read from a text.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
}

impl CommandLine {
    /// Splits a text into words as a shell does, at white space outside quotes.
    ///
    /// # Errors
    /// A sentence saying what is wrong with the text.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let words = shlex::split(text)
            .with_context(|| format!("`{text}` ends inside quotes or with a backslash"))?;
        let mut words = words.into_iter();
        let program = words.next().filter(|program| !program.is_empty());
        let program = program.context("the name of a command is missing")?;
        Ok(Self { program, arguments: words.collect() })
    }
}

impl fmt::Display for CommandLine {
    /// One line that [`Self::parse`] takes apart into the same words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = iter::once(&self.program).chain(&self.arguments).map(String::as_str);
        let line = shlex::Quoter::new().allow_nul(true).join(words);
        f.write_str(&line.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        let CommandLine { program, arguments } = CommandLine::parse(text).unwrap();
        std::iter::once(program).chain(arguments).collect()
    }

    #[test]
    fn a_command_is_split_at_spaces_outside_quotes() {
        assert_eq!(words("paplay  a.wav"), ["paplay", "a.wav"]);
        assert_eq!(words("play 'my bell.wav' \"\""), ["play", "my bell.wav", ""]);
        assert_eq!(words("a;rm b"), ["a;rm", "b"]);
    }

    #[test]
    fn a_command_that_names_nothing_is_refused() {
        for text in ["", "  ", "''", "say 'x"] {
            assert!(CommandLine::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_command_is_written_so_that_it_is_read_back_word_for_word(
            program in "[a-c '\"]{1,6}",
            arguments in prop::collection::vec("[a-c \t'\"]{0,6}", 0..4),
        ) {
            let command = CommandLine { program, arguments };
            prop_assert_eq!(CommandLine::parse(&command.to_string()).unwrap(), command);
        }
    }
}
