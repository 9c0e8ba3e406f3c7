//! The diary: its screen and its commands.

pub(crate) const DIARY: &str = "Diary";
pub(crate) const NOT_LOGGED: &str = "not logged";
pub(crate) const NO_CRAMP: &str = "no cramp";
/// Before a number of nights.
pub(crate) const STRETCHED_ON: &str = "stretched on ";

/// The days in three letters, from Monday on.
pub(crate) const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

pub(crate) const HOW_TO_UNDO: &str = "Undo: `uncramp diary undo`";

/// Why the diary cannot be used.
pub(crate) const NO_HOME: &str =
    "there is no home folder to keep the diary in; name a folder with --data-dir";
