//! What the commands print that have no file of their own here.

use std::fmt::Display;

// The system refused.
pub fn not_read(file: impl Display, why: &str) -> String {
    format!("{file} cannot be read: {why}")
}
pub fn not_written(file: impl Display, why: &str) -> String {
    format!("{file} cannot be written: {why}")
}
pub fn output_not_written(why: &str) -> String {
    format!("the output cannot be written: {why}")
}
// The answers to the questions about a cramp.
pub fn answers_not_read(why: &str) -> String {
    format!("the answers cannot be read: {why}")
}

// A guide with mistakes.
pub fn guide_has_errors(file: impl Display) -> String {
    format!("{file} has errors; `uncramp check {file}` names them")
}
/// What is used comes first: a narrow window cuts the rest off.
pub fn built_in_is_used(why: &str) -> String {
    format!("the built-in guide is used: {why}")
}
/// Below the first of the mistakes.
pub fn guide_is_unusable(file: impl Display) -> String {
    format!(
        "This guide cannot be used. `uncramp check {file}` shows each mistake and how to mend it"
    )
}
