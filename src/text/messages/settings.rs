//! The settings file and what is wrong in it.

use super::mistakes::meant;

// What is wrong in a file. Its name and the line stand before each of these.
pub(crate) fn unknown_key(name: &str, near: &str) -> String {
    format!("unknown key `{name}`{}", meant(&[near]))
}
pub(crate) fn unknown_key_of(name: &str, keys: &[&str]) -> String {
    format!("unknown key `{name}`; the keys are {}", keys.join(", "))
}

// A value that cannot be taken, wherever it was given.
/// `names`: those that there are.
pub(crate) fn no_such_theme(given: &str, names: &str) -> String {
    format!("`{given}` is not a theme; choose one of {names}")
}
pub(crate) const OFF_BELL_OR_COMMAND: &str = "write off, bell, or a command";
pub(crate) const OFF_AUTO_OR_COMMAND: &str = "write off, auto, or a command";
pub(crate) const COMMAND_WITHOUT_NAME: &str = "the name of a command is missing";
/// `quote`: the mark that opens and is never closed.
pub(crate) fn quote_not_closed(command: &str, quote: char) -> String {
    format!("`{command}` has an opening {quote} without a closing one")
}
