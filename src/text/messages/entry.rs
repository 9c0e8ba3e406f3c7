//! What is asked and said about one entry of the diary.

use std::fmt::Display;

// The columns of the diary as a Markdown table.
pub const HEAD: [&str; 4] = ["id", "when", "what", "details"];

// What it is, in a list.
pub const CRAMP: &str = "cramp";
pub const STRETCH: &str = "stretch";
pub const SIGN: &str = "danger sign";
pub const QUIET: &str = "no cramp";
pub const TRIAL: &str = "self-trial";

// What it says, in a list.
/// Said to have been absent: `no heat`.
pub fn not(label: &str) -> String {
    format!("no {label}")
}
pub fn holds(routine: impl Display, done: u32, of: u32) -> String {
    format!("{routine}, {done} of {of} holds")
}
/// `27 Nov 2026 night`, as long as a day with its time.
pub fn night(day: &str) -> String {
    format!("{day} night")
}
pub fn stopped(at: &str) -> String {
    format!("stopped {at}")
}

// The form of a cramp.
pub const BEGAN: &str = "when";
pub const WHEN_DID_IT_BEGIN: &str = "When did it begin?";
pub const LEGS: [&str; 3] = ["left", "right", "both"];
pub const YES_NO: [&str; 2] = ["yes", "no"];
pub const FORM_KEYS: &str =
    "Up, Down: move. Left, Right: change. Esc: done. All is saved as you go.";
pub fn details_of(at: &str) -> String {
    format!("The cramp of {at}")
}

// Asked line by line about a cramp.
pub fn about_the_cramp(at: &str) -> String {
    format!("The cramp of {at}. Press Enter to skip a question, q to finish.")
}

// An answer that cannot be taken.
pub const WRITE_A_LEG: &str = "Write left, right or both.";
pub const WRITE_A_MUSCLE: &str = "Write 1, 2, 3, 4 or a word.";
pub fn not_a_scale(given: &str) -> String {
    format!("`{given}` is not a whole number from 0 (none) to 10 (worst)")
}
pub fn not_minutes(given: &str, most: u32) -> String {
    format!("`{given}` is not a number of minutes from 0 to {most}, such as 3 or 1:40")
}
pub fn not_drinks(given: &str, most: u8) -> String {
    format!("`{given}` is not a whole number of drinks from 0 to {most}")
}
pub fn not_yes_or_no(given: &str) -> String {
    format!("`{given}` is neither yes nor no")
}
pub fn text_too_long(most: usize, letters: usize) -> String {
    format!("a text may have {most} letters; this one has {letters}")
}

// A time that cannot be taken.
pub const FORMS_OF_TIME: &str = "write 03:10, yesterday 23:40, 20 minutes ago or 2026-03-05 03:10";
pub fn not_a_time(given: &str) -> String {
    format!("`{given}` is not a time: {FORMS_OF_TIME}")
}
pub fn not_yet(given: &str) -> String {
    format!("`{given}` has not come yet; give a time that is past")
}
pub fn night_not_over(night: impl Display) -> String {
    format!("the night of {night} is not over: say in the morning how it was")
}
pub fn long_ago(given: &str, years: i64) -> String {
    format!("`{given}` is over {years} years ago: look at the year")
}
/// A time of day that the clocks went over.
pub fn never_was(hour: i8, minute: i8, day: impl Display) -> String {
    format!(
        "there was no {hour:02}:{minute:02} on {day}: the clocks went forward; give the time \
         before or after"
    )
}

// A file that cannot be imported; line, entry or column stands before each.
pub fn too_many(most: usize) -> String {
    format!("more than {most} entries")
}
pub fn breaks_off(line: usize) -> String {
    format!("the file breaks off in line {line}; is it the whole of it?")
}
pub fn not_json(why: impl Display) -> String {
    format!("not a diary in JSON: {why}")
}
pub fn other_format(format: u32, ours: u32) -> String {
    format!("this export has format {format}; this version reads format {ours}")
}
pub fn entry_number(number: usize) -> String {
    format!("entry {number}")
}
pub fn line_number(number: usize) -> String {
    format!("line {number}")
}
/// `columns`: some of those that there are.
pub fn neither_json_nor_csv(columns: &str) -> String {
    format!(
        "this is neither JSON nor CSV of a diary: the first line must name the columns with \
         commas between them, such as {columns}"
    )
}
pub fn unknown_column(name: &str) -> String {
    format!("line 1: unknown column `{name}`")
}
pub fn unknown_name(name: &str) -> String {
    format!("unknown name `{name}`")
}
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
pub fn below_zero(column: &str, given: i64) -> String {
    format!("{column}: {given} is below 0; 0 asks for a new one")
}
pub fn not_a_day(column: &str) -> String {
    format!("{column}: not a day")
}
pub fn missing(column: &str) -> String {
    format!("{column}: is missing")
}
pub fn no_time_with_offset(given: &str) -> String {
    format!("`{given}` is not a time with its offset, such as 2026-03-05T03:10:00+01:00")
}
