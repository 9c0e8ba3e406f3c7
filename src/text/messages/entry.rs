//! What is asked and said about one entry of the diary.

// The form of a cramp.
pub const BEGAN: &str = "when";
pub const WHEN_DID_IT_BEGIN: &str = "When did it begin?";
pub const LEGS: [&str; 3] = ["left", "right", "both"];
pub const YES_NO: [&str; 2] = ["yes", "no"];
pub const FORM_KEYS: &str =
    "Up, Down: move. Left, Right: change. Esc: done. Everything is saved as you go.";
pub fn details_of(at: &str) -> String {
    format!("The cramp of {at}")
}

// An answer that cannot be taken.
pub fn text_too_long(most: usize, letters: usize) -> String {
    format!("a text may have {most} letters; this one has {letters}")
}

// A file that cannot be imported; line, entry or column stands before each.
pub fn wrong_number_of_cells(cells: usize, columns: usize) -> String {
    let cell = if cells == 1 { "cell" } else { "cells" };
    let column = if columns == 1 { "column" } else { "columns" };
    format!("has {cells} {cell} where the first line names {columns} {column}")
}
pub fn not_a_text(column: &str) -> String {
    format!("{column}: not a text")
}
pub fn not_a_number(column: &str, given: &str, most: u64) -> String {
    format!("{column}: `{given}` is not a whole number from 0 to {most}")
}
pub fn neither_true_nor_false(column: &str, given: &str) -> String {
    format!("{column}: `{given}` is neither true nor false")
}
/// `words`: those that there are.
pub fn none_of(column: &str, given: &str, words: &str) -> String {
    format!("{column}: `{given}` is none of {words}")
}
pub fn missing(column: &str) -> String {
    format!("{column}: is missing")
}
