//! The diary from the command line: what was noted, and what could not be.

use std::fmt::Display;

use super::amounts::{clock_hour, decimal, entries};

// The diary is not opened.
pub const NO_SAVE: &str = "--no-save keeps the diary closed; leave that flag out";
pub const EMPTY: &str = "The diary is empty. `uncramp log` logs a cramp.";

// What became of an entry; its number and what it says stand behind it.
pub const NOTED: &str = "Logged";
pub const CHANGED: &str = "Changed";
pub const AS_BEFORE: &str = "Unchanged";
pub const REMOVED: &str = "Removed";
pub const UNDO_TAKES_IT_BACK: &str = "Undo: `uncramp diary undo`";
/// `Logged #1: cramp, 28 Nov 03:10`
pub fn became(what: &str, id: impl Display, name: &str, at: &str, details: &str) -> String {
    let gap = if details.is_empty() { "" } else { ": " };
    format!("{what} #{id}: {name}, {at}{gap}{details}.")
}

/// Two cramps in one minute may be one that was logged twice.
pub fn same_minute(other: impl Display) -> String {
    format!(
        "Another cramp is logged at the same minute (#{other}). If it is the same one, undo this."
    )
}

// Nights without a cramp.
pub const QUIET_WAS_KNOWN: &str = "Nothing to log: that was known already.";
pub fn quiet_night(night: impl Display) -> String {
    format!("Logged: no cramp in the night of {night}.")
}
pub fn quiet_nights(count: usize, first: impl Display, last: impl Display) -> String {
    format!("Logged: no cramp in {count} nights from {first} to {last}.")
}
pub const THE_OTHER_WAS_KNOWN: &str = "The other one was known already.";
pub const THE_OTHERS_WERE_KNOWN: &str = "The others were known already.";
/// `flag`: says something of a cramp.
pub fn none_and(flag: &str) -> String {
    format!("`--none` says that there was no cramp, so `--{flag}` cannot stand beside it")
}
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
        (_, 0) => format!("Undone: {gone} removed."),
        (0, 1) => "Undone: 1 change reverted.".to_owned(),
        (0, _) => format!("Undone: {back} restored."),
        _ => format!("Undone: {gone} removed, {back} restored."),
    }
}

// An import.
pub fn imported(new: usize, known: usize) -> String {
    format!("Imported: {new} new, {known} already there.")
}
/// Two cramps in one minute may be one that was logged twice.
pub fn imported_same_minute(count: usize) -> String {
    match count {
        1 => "1 cramp began in the same minute as another.".to_owned(),
        count => format!("{count} cramps began in the same minute as another."),
    }
}
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

// The charts as sentences, for reading aloud.
pub const EMPTY_AND_HOW: &str = "The diary is empty. `uncramp log` logs a cramp, `uncramp log --none` a night \
     without one.";
pub const SILENT_LEFT_OUT: &str = "Weeks and nights with nothing noted are left out.";
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
pub const NO_CRAMP: &str = "no cramp";
pub const STRETCHED: &str = "stretched";
/// `facts`: separated by commas.
pub fn week(first: impl Display, facts: &str) -> String {
    format!("Week of {first}: {facts}.")
}
/// `nights`: such as `Sun 2 cramps and stretched`, separated by commas.
pub fn its_nights(nights: &str) -> String {
    format!("Its nights: {nights}.")
}
/// One or both of what a night had.
pub fn night(day: &str, cramps: Option<&str>, stretched: Option<&str>) -> Option<String> {
    match (cramps, stretched) {
        (Some(cramps), Some(stretched)) => Some(format!("{day} {cramps} and {stretched}")),
        (Some(one), None) | (None, Some(one)) => Some(format!("{day} {one}")),
        (None, None) => None,
    }
}
pub fn nights_known(known: u32, of: u32) -> String {
    format!("{known} of {of} nights known")
}
pub fn stretched_on(nights: &str) -> String {
    format!("stretched on {nights}")
}
pub fn mean_pain(pain: f64) -> String {
    format!("average pain {}", decimal(pain))
}
pub fn middle_length(minutes: f64) -> String {
    format!("median length {} min", decimal(minutes))
}
/// Cramps on so many nights, nights without one, nights with nothing noted.
pub fn since(first: impl Display, cramps: &str, on: &str, without: &str, silent: u32) -> String {
    format!(
        "Since {first}: {cramps} on {on}; {without} without a cramp, {silent} with nothing noted."
    )
}
pub fn most_often(hour: u8, next: u8, times: u32) -> String {
    let [hour, next] = [hour, next].map(clock_hour);
    format!("Most often between {hour} and {next} ({times}).")
}
pub fn by_hour(counts: &str) -> String {
    format!("By hour: {counts}.")
}
pub fn by_muscle(counts: &str) -> String {
    format!("Muscle: {counts}.")
}
pub fn by_leg(counts: &str) -> String {
    format!("Leg: {counts}.")
}
pub fn kept(on: u32, nights: &str) -> String {
    format!("Stretched on {on} of {nights}.")
}
pub fn kept_since_first(on: u32, nights: &str) -> String {
    format!("Stretched on {on} of {nights} since the first session.")
}
pub fn kept_as_planned(on: u32, nights: &str) -> String {
    format!("Stretched on {on} of {nights} planned.")
}

// Why the diary cannot be used; its file or folder is named in each.
pub fn folder_unusable(path: impl Display, why: &str) -> String {
    format!("the diary's folder {path} cannot be used: {why}; name another with --data-dir")
}
pub fn not_opened(path: impl Display, why: &str) -> String {
    format!("the diary {path} cannot be opened: {why}; name another folder with --data-dir")
}
pub fn newer(path: impl Display, format: u32) -> String {
    format!(
        "the diary {path} comes from a newer version of uncramp (format {format}); it was not \
         touched: use that version, or name another folder with --data-dir"
    )
}
pub fn foreign(path: impl Display) -> String {
    format!(
        "{path} is not a diary of uncramp, or its beginning is damaged; it was not touched: move it away, or name another \
         folder with --data-dir"
    )
}
pub fn damaged(path: impl Display, what: &str) -> String {
    format!(
        "the diary {path} is damaged ({what}); it was not touched: move it away and put a copy in \
         its place, or import an export into a new one"
    )
}
pub fn read_only(path: impl Display) -> String {
    format!(
        "the diary {path} cannot be written: its file or folder is read-only; name another folder \
         with --data-dir"
    )
}
pub fn disk_full(path: impl Display) -> String {
    format!("the diary {path} was not changed: the disk is full; make room and do it again")
}
/// The same while a program runs: the reader has no file in mind.
pub const BUSY: &str =
    "the diary is busy (another program is writing to it); try again in a moment";
pub fn busy(path: impl Display) -> String {
    format!("the diary {path} is held by another program; try again when that is done")
}
pub fn not_changed(path: impl Display, what: &str) -> String {
    format!("the diary {path} was not changed: {what}")
}
pub const NO_HOME: &str =
    "there is no home folder to keep the diary in; name a folder with --data-dir";
pub const CLOSED: &str = "--no-save keeps the diary closed";

// How it is damaged.
pub const AT_OUT_OF_RANGE: &str = "at: out of range";
pub fn wrong_entry(id: impl Display, what: &str) -> String {
    format!("entry {id}: {what}")
}

// What could not be done, while the program runs on.
pub fn leg_not_noted(why: &str) -> String {
    format!("The leg was not saved: {why}")
}
pub fn session_not_kept(why: &str) -> String {
    format!("The session cannot be saved: {why}")
}
pub fn without_the_diary(why: &str) -> String {
    format!("Without the diary: {why}")
}
pub fn entry_gone(id: impl Display) -> String {
    format!("entry {id} is gone")
}
pub fn cramp_in_night(night: impl Display) -> String {
    format!("there is a cramp in the night of {night}")
}
pub fn night_noted(night: impl Display) -> String {
    format!("the night of {night} is noted already")
}

// Offered at the start.
pub fn one_without_details(at: &str) -> String {
    format!("The cramp of {at} has no details yet. w: add them.")
}
pub fn some_without_details(count: usize, last: &str) -> String {
    format!("{count} cramps have no details yet, the last of {last}. w: add them.")
}
