//! What `doctor` finds, and how to fix it.

// What is looked at: the first column.
pub const PROGRAM: &str = "program";
pub const GUIDE: &str = "guide";
pub const TERMINAL: &str = "terminal";
pub const SIZE: &str = "size";
pub const COLOURS: &str = "colours";
pub const CHARACTERS: &str = "characters";
pub const MODE: &str = "mode";
pub const SOUND: &str = "sound";
pub const VOICE: &str = "voice";
pub const NOTIFICATION: &str = "notification";
pub const KEEP_AWAKE: &str = "keep awake";
pub const CONFIG_FILE: &str = "config file";
pub const DATA_FOLDER: &str = "data folder";
pub const DIARY: &str = "diary";

// Before what is found: whether it is as it should be.
pub const FINE: &str = "ok";
pub const LACKING: &str = "--";

// The guide, by its title and version; `uncramp -V` says the same.
pub fn the_guide(described: &str) -> String {
    format!("guide {described}")
}
pub const BUILT_IN: &str = "built in";
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
/// At least two years.
pub fn checked_years_ago(guide: &str, day: &str, years: i32) -> String {
    format!("{guide}, last checked {day}, {years} years ago")
}
/// `why`: what is wrong with the chosen file.
pub fn built_in_instead(why: &str) -> String {
    format!("the built-in guide is used, because {why}")
}
pub const CHECK_THE_GUIDE: &str = "`uncramp check FILE` names every mistake in it";
pub const LOOK_FOR_A_NEWER_ONE: &str = "look for a newer version; advice changes";
pub fn never_checked(guide: &str) -> String {
    format!("{guide}, not dated")
}
pub const ADD_THE_DATE: &str = "its author can add `reviewed: YYYY-MM-DD`";

// The terminal.
pub const NO_TERMINAL: &str = "standard input or output is not a terminal";
pub const FULL_SCREEN_NEEDS_ONE: &str = "the full screen needs one; --plain does not";
pub const DUMB_TERMINAL: &str = "TERM=dumb, which can only print lines";

// The size of its window.
pub fn size(columns: u16, rows: u16) -> String {
    format!("{columns} columns, {rows} rows")
}
pub const MAKE_IT_LARGER: &str = "make the window at least 40 by 10; 80 by 24 is comfortable";
pub const UNKNOWN_SIZE: &str = "unknown";
pub const TELL_THE_SIZE: &str =
    "the terminal does not say its size; `stty cols 80 rows 24` tells it";

// Its colours.
pub const NO_COLOURS: &str = "none, because of NO_COLOR or --color never";
pub const SET_TERM: &str = "if the terminal has 256 colours, set TERM=xterm-256color";
pub const COLOURS_24_BITS: &str = "24 bits";

// Its characters.
pub const BRAILLE: &str = "UTF-8; use --ascii if figures look wrong";
pub const PLAIN_BY_CHOICE: &str = "plain only, because `ascii` is on";
pub const PLAIN_ONLY: &str = "plain only";
pub const LEAVE_THE_CONSOLE: &str =
    "the console's font cannot show figures; a terminal in a window can";
pub const SET_A_LOCALE: &str =
    "set a UTF-8 locale such as LANG=C.UTF-8 for figures; `ascii: off` forces them";

// How the program would talk if it were started here.
pub const LINE_BY_LINE: &str = "line by line";
pub const FULL_SCREEN: &str = "full screen; --plain is line by line";
pub const NO_SCREEN: &str = "none: the full screen cannot open here";
pub const PRINT_INSTEAD: &str =
    "use --plain to work line by line; `uncramp now` still prints its steps";

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
pub const INSTALL_A_NOTIFIER: &str = "install notify-send for --notify on";
pub const MAY_SLEEP: &str =
    "without systemd-inhibit or caffeinate the computer may fall asleep during a session";
// A program that the config file or a flag names.
pub fn not_found(program: &str) -> String {
    format!("`{program}` is not found")
}
/// `flag`: `--sound` or `--voice`.
pub fn name_another_program(flag: &str) -> String {
    format!("name another program in the config file or with {flag}")
}

// Files and folders.
pub const NO_HOME: &str = "this user has no home folder";
pub const MEND_THE_CONFIG: &str = "correct the config file";
pub fn no_config_yet(file: &str) -> String {
    format!("{file} (none yet; `uncramp config init` writes one)")
}
pub const NAME_A_CONFIG: &str = "name one with --config FILE";
pub const NAME_A_FOLDER: &str = "name one with --data-dir DIR";
pub fn a_file_is_there(folder: &str) -> String {
    format!("a file is in the way of {folder}")
}
pub fn not_writable(folder: &str) -> String {
    format!("{folder} cannot be written")
}
pub const NAME_ANOTHER_FOLDER: &str =
    "the diary cannot be kept; name another folder with --data-dir DIR";

// The diary.
pub const NOT_LOOKED_AT: &str = "not checked";
pub const NO_DIARY_YET: &str = "none yet; `uncramp log` starts it";
pub const WORKS_WITHOUT: &str = "everything else works without it";
