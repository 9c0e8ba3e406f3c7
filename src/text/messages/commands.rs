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
    format!("{file} has mistakes; `uncramp check {file}` shows them")
}
/// What is used comes first: a narrow window cuts the rest off.
pub fn built_in_is_used(why: &str) -> String {
    format!("the built-in guide is used: {why}")
}
/// Below the first of the mistakes.
pub fn guide_is_unusable(file: impl Display) -> String {
    format!(
        "This guide cannot be used. `uncramp check {file}` shows each mistake and how to fix it"
    )
}

// A cramp, with the name of a muscle that the guide has no steps for.
pub fn no_steps_for(name: &str, instead: &str) -> String {
    format!("there are no steps for `{name}`; these are for the {instead}")
}
/// The same on the screen, above its keys: one to the number of `muscles`.
pub fn no_steps_but_keys(name: &str, instead: &str, muscles: usize) -> String {
    format!(
        "There are no steps for `{name}`; these are for the {instead}. Press 1 to {muscles} for another muscle."
    )
}

// The full screen.
pub const NEEDS_TERMINAL: &str =
    "this needs a terminal; use --plain to work line by line without one";

// `uncramp search`.
pub fn nothing_found(query: &str) -> String {
    format!("Nothing found for \"{query}\". Try a shorter word, or a different one.")
}
pub fn show_prints_it(id: &str) -> String {
    format!("`uncramp show {id}` prints a whole page.")
}

// `uncramp answer`.
pub const RESCUE: &str = "A cramp now";
pub const STARTS_RESCUE: &str = "This opens the help for a cramp now: `uncramp now`.";
/// `place`: the first answer is 1; `why`: one of the three below.
pub fn wrong_answer(place: usize, given: &str, why: &str) -> String {
    format!("answer {place} ({given}): {why}")
}
pub const RESCUE_IS_THE_END: &str =
    "the answer before it opens the help for a cramp now, so no answer can follow";
pub fn asks_nothing(page: &str) -> String {
    format!("`{page}` is the end of this path; it asks nothing more")
}
pub fn has_answers(page: &str, keys: &[String]) -> String {
    format!("`{page}` has the answers {}", keys.join(", "))
}

// `uncramp graph`: the ways of a page that are not numbered.
pub const RELIEF: &str = "relief";
pub const SEE_ALSO: &str = "see also";
pub const LINK: &str = "link";
/// A page whose own ways are drawn further up.
pub fn drawn_above(page: &str) -> String {
    format!("{page} (above)")
}

// `uncramp check`.
pub fn no_problems(file: &str) -> String {
    format!("{file}: no problems")
}
pub const BUILT_IN_FILE: &str = "guide.yaml (built-in)";

// `uncramp paths`.
pub fn paths(count: u128, answered: u128) -> String {
    match (count, answered) {
        (1, 0) => "1 path, which answers no question".to_owned(),
        (1, _) => "1 path, which answers questions".to_owned(),
        (count, 1) => format!("{count} paths, 1 of them answers questions"),
        (count, some) => format!("{count} paths, {some} of them answer questions"),
    }
}
pub fn answers_on_a_path(longest: usize, median: usize) -> String {
    format!("answers on a path: longest {longest}, median {median}")
}
// The head of its table; the first two columns are at least so wide.
pub const ENDS: &str = "ends";
pub const PATHS: &str = "paths";
pub const ANSWERS: &str = "answers";
pub const CARE: &str = "care";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_path_is_not_one_paths() {
        assert_eq!(paths(1, 0), "1 path, which answers no question");
        assert_eq!(paths(1, 1), "1 path, which answers questions");
        assert_eq!(paths(3, 1), "3 paths, 1 of them answers questions");
        assert_eq!(paths(3, 2), "3 paths, 2 of them answer questions");
    }
}
