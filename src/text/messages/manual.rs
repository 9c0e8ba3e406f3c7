//! The manual page besides what the help of the commands says.

// The middle of the first line.
pub const USER_COMMANDS: &str = "User Commands";

// The headings.
pub const NAME: &str = "NAME";
pub const SYNOPSIS: &str = "SYNOPSIS";
pub const DESCRIPTION: &str = "DESCRIPTION";
pub const COMMANDS: &str = "COMMANDS";
pub const OPTIONS: &str = "OPTIONS";
pub const EXIT_STATUS: &str = "EXIT STATUS";
pub const ENVIRONMENT: &str = "ENVIRONMENT";
pub const FILES: &str = "FILES";
pub const CONFIG_FILE: &str = "CONFIG FILE";
pub const EXAMPLES: &str = "EXAMPLES";

// How the command is written.
pub const USAGE: &str = "`uncramp` [OPTIONS] [COMMAND]";

// The options.
pub const FOR_EVERY_COMMAND: &str = "Every command takes these.";
pub const HELP: &str = "Help";
pub const PRINT_HELP: &str = "Print the options of a command.";
/// After what an option does: the words that it takes.
pub fn one_of(words: &str) -> String {
    format!("One of {words}.")
}
/// After that: what counts where it is not given.
pub fn without_it(value: &str) -> String {
    format!("Without it, `{value}`.")
}

// How the program ends, from 0 on.
pub const DONE: &str = "Done, or left by choice.";
pub const FAILED: &str = "Something could not be read or written.";
pub const NOT_UNDERSTOOD: &str = "The command line was not understood.";
pub const BAD_FILE: &str =
    "A guide or config file named by a flag cannot be used, or check found errors.";
pub const NEEDS_TERMINAL: &str = "This needs a terminal; --plain does not.";
pub const NOT_FOUND: &str = "There is no such page, routine, stretch or entry.";
pub const CARE_ROUTINE: &str = "With --exit-care: see a doctor.";
pub const CARE_SOON: &str = "With --exit-care: get help the same day (11), or now (12).";
pub const INTERRUPTED: &str = "Left by Ctrl-C.";

// The variables of the environment.
pub const NO_COLOR: &str = "When set and not empty: no colours.";
pub const CLICOLOR_FORCE: &str = "When set and not 0: colours in printed lines even in a pipe.";
pub const TERM: &str = "dumb means line by line, as --plain.";
pub const ACCESSIBLE: &str = "When set and not 0: line by line, as --plain.";
pub const REDUCED_MOTION: &str = "When set and not 0: figures stand still.";
pub const XDG_HOMES: &str = "Where the config file and the diary live, on macOS too.";

// The files.
pub const THE_CONFIG: &str = "The config file; `uncramp config init` writes one to start from.";
pub const THE_DIARY: &str = "The diary: readable by you only, deleted by `uncramp diary erase`.";
pub const LINES_OF_THE_CONFIG: &str = "A YAML file of `key: value` lines; `uncramp config path` says where it is and \
     `uncramp config init` writes one to start from.";
