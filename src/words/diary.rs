//! The diary from the command line: what was noted, and what could not be.

use std::fmt::Display;

use super::amounts::entries;

// The diary is not opened.
pub const NO_SAVE: &str = "--no-save leaves the diary closed; leave that flag out";
pub const EMPTY: &str = "The diary is empty. `uncramp log` notes a cramp.";

// What became of an entry; its number stands before it, and what it says behind it.
pub const NOTED: &str = "noted";
pub const CHANGED: &str = "changed";
pub const AS_BEFORE: &str = "as before";
pub const REMOVED: &str = "removed";
pub const UNDO_TAKES_IT_BACK: &str = "`uncramp diary undo` takes it back.";

// Nights without a cramp.
pub const QUIET_WAS_KNOWN: &str = "Nothing to note: that was known already.";
pub fn quiet_night(night: impl Display) -> String {
    format!("Noted: no cramp in the night of {night}.")
}
pub fn quiet_nights(count: usize, first: impl Display, last: impl Display) -> String {
    format!("Noted: no cramp in {count} nights from {first} to {last}.")
}
pub const THE_OTHER_WAS_KNOWN: &str = "The other one was known already.";
pub const THE_OTHERS_WERE_KNOWN: &str = "The others were known already.";
pub fn not_quiet(night: impl Display) -> String {
    format!("there is a cramp in the night of {night}; `uncramp diary list` shows it")
}

// An entry that is to be changed.
pub fn no_entry(number: impl Display) -> String {
    format!("there is no entry {number}; `uncramp diary list` shows the numbers")
}
pub const SAY_WHAT_TO_CHANGE: &str = "say what to change, such as `--pain 6`; without it the questions need a terminal. \
     `uncramp diary edit --help` lists everything";
/// `kind`: what the entry is instead.
pub fn no_cramp(number: impl Display, kind: &str) -> String {
    format!(
        "entry {number} is not a cramp but: {kind}; only cramps can be edited, \
         `uncramp diary remove {number}` removes it"
    )
}

// A note.
pub fn wrong_note(why: impl Display) -> String {
    format!("the note: {why}")
}
pub const EMPTY_NOTE: &str = "the note is empty";

// The last change is taken back.
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo.";
/// Entries that are gone with the change, and those that are there as before it.
pub fn undone(removed: usize, restored: usize) -> String {
    let (gone, back) = (entries(removed), entries(restored));
    match (removed, restored) {
        (0, 0) => "Undone: nothing had changed.".to_owned(),
        (_, 0) => format!("Undone: {gone} taken away."),
        (0, _) => format!("Undone: {back} back as before."),
        _ => format!("Undone: {gone} taken away, {back} back as before."),
    }
}

// An import.
pub fn imported(new: usize, known: usize) -> String {
    format!("Imported: {new} new, {known} known already.")
}
pub const UNDO_TAKES_THEM_BACK: &str = "`uncramp diary undo` takes them back.";
/// The wrong lines of the file stand below this, then how many more there are.
pub fn nothing_imported(file: impl Display) -> String {
    format!("{file}: nothing was imported:")
}
pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}
pub const TOO_LARGE: &str = "it is larger than 256 MiB; no diary is";

// Everything is to be deleted.
pub const NOTHING_TO_ERASE: &str = "There is no diary to erase.";
pub fn type_yes(count: usize, file: impl Display) -> String {
    match count {
        1 => format!("this deletes the one entry of {file} for good; type yes to do it"),
        count => format!("this deletes all {count} entries of {file} for good; type yes to do it"),
    }
}
pub const ERASED: &str = "Everything is deleted.";
pub const NOT_ERASED: &str = "Nothing was deleted.";
