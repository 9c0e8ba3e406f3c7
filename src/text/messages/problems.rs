//! What is said of a guide file as a whole: how many problems, and what no rule of `check` found.

use std::fmt::Display;

// How many problems there are: `2 errors, 1 warning`.
pub const NO_PROBLEMS: &str = "no problems";
pub fn errors(count: usize) -> String {
    match count {
        1 => "1 error".to_owned(),
        count => format!("{count} errors"),
    }
}
pub fn warnings(count: usize) -> String {
    match count {
        1 => "1 warning".to_owned(),
        count => format!("{count} warnings"),
    }
}
/// Below those that are shown.
pub fn and_more(count: usize) -> String {
    format!("and {count} more; fix these first")
}

// A guide that passed and still cannot be used; page or key stands before each but the first.
pub fn unusable(fault: impl Display) -> String {
    format!("the guide cannot be used: {fault}")
}
pub const BUILT_IN: &str = "the built-in guide";
pub const NO_MOVES: &str = "`default` names a muscle and pose without moves";
pub fn no_node(id: &str) -> String {
    format!("no node is named `{id}`")
}
pub fn no_key(key: &str) -> String {
    format!("`{key}` is missing")
}
