//! What `doctor` finds, and how to fix it.

// What is looked at: the first column.
pub const GUIDE: &str = "guide";
pub const TERMINAL: &str = "terminal";
pub const SIZE: &str = "size";
pub const COLOURS: &str = "colours";
pub const CHARACTERS: &str = "characters";
pub const MODE: &str = "mode";
pub const VOICE: &str = "voice";
pub const CONFIG_FILE: &str = "config file";

// The guide, by its title and version; `uncramp -V` says the same.
pub fn last_checked(guide: &str, day: &str) -> String {
    format!("{guide}, last checked {day}")
}
pub fn checked_days_ago(guide: &str, day: &str, days: i32) -> String {
    match days {
        0 => format!("{guide}, last checked {day}, today"),
        1 => format!("{guide}, last checked {day}, yesterday"),
        days => format!("{guide}, last checked {day}, {days} days ago"),
    }
}
pub fn never_checked(guide: &str) -> String {
    format!("{guide}, not dated")
}

// The size of its window.
pub fn size(columns: u16, rows: u16) -> String {
    format!("{columns} columns, {rows} rows")
}

// Programs of the system, and what to do where there is none.
pub const NOT_FOUND: &str = "not found";
pub fn voice_after(voice: &str, failing: &[String]) -> String {
    format!("{voice} ({})", does_not_work(failing))
}
pub fn does_not_work(programs: &[String]) -> String {
    let verb = if programs.len() == 1 { "does" } else { "do" };
    format!("{} {verb} not work here", programs.join(" and "))
}
pub const INSTALL_A_VOICE: &str = "install speech-dispatcher or espeak-ng for --voice";
// Files and folders.
pub const NO_HOME: &str = "this user has no home folder";
