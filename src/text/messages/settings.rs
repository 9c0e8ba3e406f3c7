//! The settings file and what is wrong in it.

use std::fmt::Display;

use super::mistakes::meant;

// The head of a file that `uncramp config init` writes.
pub const HEAD: &str = "\
# Settings of uncramp. Remove `#: ` from a line to switch it on.
# Flags and environment variables override this file.
";

// What is wrong in a file. Its name and the line stand before each of these.
pub const TOO_LARGE: &str = "is larger than 1 MiB, so it is not a config file";
pub const NOT_TEXT: &str = "is not UTF-8 text";
/// `why`: what the reader of YAML says.
pub fn not_yaml(why: &str) -> String {
    format!("this is not YAML: {why}")
}
pub const NOT_LINES: &str = "a config file is lines of `key: value`";
pub const KEY_NOT_A_WORD: &str = "a key must be one word";
pub fn unknown_key(name: &str, near: &str) -> String {
    format!("unknown key `{name}`{}", meant(&[near]))
}
pub fn unknown_key_of(name: &str, keys: &[&str]) -> String {
    format!("unknown key `{name}`; the keys are {}", keys.join(", "))
}
pub fn given_twice(key: &str) -> String {
    format!("`{key}` is given twice; the first one is used")
}

// What a key takes instead of what it was given. The key stands before each of these.
pub const ONE_VALUE: &str = "takes a single value";
pub const ON_OR_OFF: &str = "write on or off";
pub const LEFT_OR_RIGHT: &str = "write left or right";
pub const ONE_LINE: &str = "write one line of text";
pub const A_NUMBER: &str = "write a number to call, in quotes, such as \"112\"";

// A key with a value that does not go with the guide.
pub fn no_such_bedtime(routine: &str) -> String {
    format!("`bedtime: {routine}` in the config file names no routine of this guide")
}

// `uncramp config`.
pub fn not_set(key: &str) -> String {
    format!("# {key}: not set")
}
pub fn left_as_it_is(file: impl Display) -> String {
    format!("{file} exists and is left as it is")
}
pub const NO_HOME: &str = "this user has no home folder; name a file with --config FILE";

// A value that cannot be taken, wherever it was given.
/// `names`: those that there are.
pub fn no_such_theme(given: &str, names: &str) -> String {
    format!("`{given}` is not a theme; choose one of {names}")
}
pub const OFF_BELL_OR_COMMAND: &str = "write off, bell, or a command";
pub const OFF_AUTO_OR_COMMAND: &str = "write off, auto, or a command";
pub const COMMAND_WITHOUT_NAME: &str = "the name of a command is missing";
/// `quote`: the mark that opens and is never closed.
pub fn quote_not_closed(command: &str, quote: char) -> String {
    format!("`{command}` has an opening {quote} without a closing one")
}
