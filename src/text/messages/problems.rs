//! What is said of a guide file as a whole: how many problems, and what no rule of `check` found.

use std::fmt::Display;

// How many problems there are: `2 errors, 1 warning`.
pub(crate) const NO_PROBLEMS: &str = "no problems";
pub(crate) fn errors(count: usize) -> String {
    match count {
        1 => "1 error".to_owned(),
        count => format!("{count} errors"),
    }
}
pub(crate) fn warnings(count: usize) -> String {
    match count {
        1 => "1 warning".to_owned(),
        count => format!("{count} warnings"),
    }
}
/// Below those that are shown.
pub(crate) fn and_more(count: usize) -> String {
    format!("and {count} more; fix these first")
}

// A guide that passed and still cannot be used; page or key stands before each but the first.
pub(crate) fn unusable(fault: impl Display) -> String {
    format!("the guide cannot be used: {fault}")
}
pub(crate) const BUILT_IN: &str = "the built-in guide";
pub(crate) const NO_MOVES: &str = "`default` names a muscle and pose without moves";
pub(crate) fn no_node(id: &str) -> String {
    format!("no node is named `{id}`")
}
pub(crate) fn no_key(key: &str) -> String {
    format!("`{key}` is missing")
}
