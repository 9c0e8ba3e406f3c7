//! A command of the reader's own, such as a sound: a program and its arguments, for no shell.

use std::fmt;

/// A program with its arguments. Started without a shell, so nothing in it has a meaning of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandLine {
    /// The program: a name or a path, never empty when it was read from a text.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
}

impl CommandLine {
    /// Splits a text at white space; quotes of either kind keep words together.
    ///
    /// # Errors
    /// A sentence saying what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut words = split(text)?.into_iter();
        match words.next() {
            Some(program) if !program.is_empty() => {
                Ok(Self { program, arguments: words.collect() })
            }
            _ => Err("the name of a command is missing".to_owned()),
        }
    }
}

impl fmt::Display for CommandLine {
    /// One line that [`Self::parse`] takes apart into the same words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quoted(&self.program))?;
        for argument in &self.arguments {
            write!(f, " {}", quoted(argument))?;
        }
        Ok(())
    }
}

fn split(text: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in text.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    if let Some(open) = quote {
        return Err(format!("`{text}` has an opening {open} without a closing one"));
    }
    words.extend(word);
    Ok(words)
}

fn quoted(word: &str) -> String {
    let is_bare = |c: char| !c.is_whitespace() && !matches!(c, '"' | '\'');
    if !word.is_empty() && word.chars().all(is_bare) {
        return word.to_owned();
    }
    // A double quote stands between single ones, beside what stands between double ones.
    format!("\"{}\"", word.replace('"', "\"'\"'\""))
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
            prop_assert_eq!(CommandLine::parse(&command.to_string()), Ok(command));
        }
    }
}
