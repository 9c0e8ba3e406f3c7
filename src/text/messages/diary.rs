//! The diary from the command line: what was noted, and what could not be.

use std::fmt::Display;

use super::amounts::entries;

// What became of an entry; its number and what it says stand behind it.
pub(crate) const NOTED: &str = "Logged";
pub(crate) const CHANGED: &str = "Changed";
pub(crate) const AS_BEFORE: &str = "Unchanged";
pub(crate) const UNDO_TAKES_IT_BACK: &str = "Undo: `uncramp diary undo`";
/// `Logged #1: cramp, 28 Nov 03:10`
pub(crate) fn became(what: &str, id: impl Display, name: &str, at: &str, details: &str) -> String {
    let gap = if details.is_empty() { "" } else { ": " };
    format!("{what} #{id}: {name}, {at}{gap}{details}.")
}

// The last change is taken back.
/// Entries that are gone with the change, and those that are there as before it.
pub(crate) fn undone(removed: usize, restored: usize) -> String {
    let (gone, back) = (entries(removed), entries(restored));
    match (removed, restored) {
        (0, 0) => "Undone: nothing had changed.".to_owned(),
        (_, 0) => format!("Undone: {gone} removed."),
        (0, 1) => "Undone: 1 change reverted.".to_owned(),
        (0, _) => format!("Undone: {back} restored."),
        _ => format!("Undone: {gone} removed, {back} restored."),
    }
}

// An import.
pub(crate) fn imported(new: usize, known: usize) -> String {
    format!("Imported: {new} new, {known} already there.")
}
/// Two cramps in one minute may be one that was logged twice.
pub(crate) fn imported_same_minute(count: usize) -> String {
    match count {
        1 => "1 cramp began in the same minute as another.".to_owned(),
        count => format!("{count} cramps began in the same minute as another."),
    }
}

// Everything is to be deleted.
pub(crate) fn type_yes(count: usize, file: impl Display) -> String {
    match count {
        1 => format!("this deletes the one entry of {file} for good; type yes to do it"),
        count => format!("this deletes all {count} entries of {file} for good; type yes to do it"),
    }
}

// Why the diary cannot be used; its file or folder is named in each.
pub(crate) const NO_HOME: &str =
    "there is no home folder to keep the diary in; name a folder with --data-dir";

// What could not be done, while the program runs on.
pub(crate) fn entry_gone(id: impl Display) -> String {
    format!("entry {id} is gone")
}
