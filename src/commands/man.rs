//! `man`: the manual page, made from the command line and the tables behind it.

use std::fmt::Write as _;
use std::io::Write;

use clap::{Arg, Command, CommandFactory};

use super::{Exit, Outcome};
use crate::cli::Cli;
use crate::config::keys;
use crate::words::amounts::capital;

mod page;

use page::Page;
use roff::{bold, italic, roman};

/// When this version came out, as the change log has it.
const DATE: &str = "2026-11-22";

const EXITS: [(&str, &str); 9] = [
    ("0", "Done, or left by choice."),
    ("1", "Something could not be read or written."),
    ("2", "The command line was not understood."),
    (
        "3",
        "A guide or config file named by a flag cannot be used, or check found errors.",
    ),
    ("4", "This needs a terminal; --plain does not."),
    ("5", "There is no such page, routine, stretch or entry."),
    ("10", "With --exit-care: see a doctor."),
    (
        "11, 12",
        "With --exit-care: get help the same day (11), or now (12).",
    ),
    ("130", "Left by Ctrl-C."),
];

const VARIABLES: [(&str, &str); 6] = [
    ("NO_COLOR", "When set and not empty: no colours."),
    (
        "CLICOLOR_FORCE",
        "When set and not 0: colours in printed lines even in a pipe.",
    ),
    ("TERM", "dumb means line by line, as --plain."),
    (
        "ACCESSIBLE",
        "When set and not 0: line by line, as --plain.",
    ),
    ("REDUCED_MOTION", "When set and not 0: figures stand still."),
    (
        "XDG_CONFIG_HOME, XDG_DATA_HOME",
        "Where the config file and the diary live, on macOS too.",
    ),
];

const FILES: [(&str, &str); 2] = [
    (
        "~/.config/uncramp/config.yaml",
        "The config file; `uncramp config init` writes one to start from.",
    ),
    (
        "~/.local/share/uncramp/diary.db",
        "The diary: readable by you only, deleted by `uncramp diary erase`.",
    ),
];

/// Prints the manual page.
pub fn run(out: &mut dyn Write) -> Outcome {
    let command = Cli::command();
    let about = words(command.get_about());
    let mut page = Page::new(
        "uncramp",
        DATE,
        concat!("uncramp ", env!("CARGO_PKG_VERSION")),
    );
    page.section("NAME");
    page.text(&format!("uncramp - {}", about.to_lowercase()));
    page.section("SYNOPSIS");
    page.text("`uncramp` [OPTIONS] [COMMAND]");
    page.section("DESCRIPTION");
    for (at, paragraph) in words(command.get_long_about()).split("\n\n").enumerate() {
        if at > 0 {
            page.paragraph();
        }
        page.text(paragraph);
    }
    page.section("COMMANDS");
    for sub in command.get_subcommands() {
        self::command(&mut page, sub, "uncramp");
    }
    options(&mut page, &command);
    table(&mut page, "EXIT STATUS", &EXITS);
    table(&mut page, "ENVIRONMENT", &VARIABLES);
    table(&mut page, "FILES", &FILES);
    config(&mut page);
    examples(&mut page, &words(command.get_after_help()));
    out.write_all(page.finish().as_bytes())?;
    Ok(Exit::Done)
}

fn words(text: Option<&impl ToString>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// A command with its own arguments, then those below it.
fn command(page: &mut Page, command: &Command, above: &str) {
    let name = format!("{above} {}", command.get_name());
    let mut usage = name.clone();
    for argument in command.get_positionals() {
        let (before, after) = if argument.is_required_set() {
            (" ", "")
        } else {
            (" [", "]")
        };
        usage.extend([before, &value(argument), after]);
    }
    page.part(&usage);
    page.text(&sentence(&words(command.get_about())));
    for argument in command.get_arguments().filter(|argument| is_own(argument)) {
        self::argument(page, argument);
    }
    for inner in command.get_subcommands() {
        self::command(page, inner, &name);
    }
}

fn is_own(argument: &Arg) -> bool {
    !argument.is_global_set() && argument.get_id() != "help"
}

/// What every command takes, under the headings of the help.
fn options(page: &mut Page, command: &Command) {
    page.section("OPTIONS");
    page.text("Every command takes these.");
    let global = || command.get_arguments().filter(|one| !is_own(one));
    let mut heading = None;
    for argument in global().filter(|one| one.get_help_heading().is_some()) {
        if heading != argument.get_help_heading() {
            heading = argument.get_help_heading();
            page.part(heading.unwrap_or_default());
        }
        self::argument(page, argument);
    }
    page.part("Help");
    page.name(vec![bold("-h"), roman(", "), bold("--help")]);
    page.text("Print the options of a command.");
    for argument in global().filter(|one| one.get_help_heading().is_none()) {
        if argument.get_id() != "help" {
            self::argument(page, argument);
        }
    }
}

fn argument(page: &mut Page, argument: &Arg) {
    let takes = argument.get_action().takes_values();
    let value = value(argument);
    let long = argument.get_long().map(|long| format!("--{long}"));
    let short = argument.get_short().map(|short| format!("-{short}"));
    let mut name = Vec::new();
    if let Some(short) = short {
        name.extend([bold(short), roman(", ")]);
    }
    match &long {
        Some(long) => name.push(bold(long)),
        None => name.push(italic(&value)),
    }
    if takes && long.is_some() {
        let (before, after) = if argument.is_require_equals_set() {
            ("[=", "]")
        } else {
            (" ", "")
        };
        name.extend([roman(before), italic(value), roman(after)]);
    }
    page.name(name);
    let mut text = sentence(&words(argument.get_help()));
    let fitting: Vec<String> = argument
        .get_possible_values()
        .iter()
        .map(|value| format!("`{}`", value.get_name()))
        .collect();
    if takes && !fitting.is_empty() {
        let _ = write!(text, " One of {}.", fitting.join(", "));
    }
    if let Some(value) = argument.get_default_values().first().filter(|_| takes) {
        let _ = write!(text, " Without it, `{}`.", value.to_string_lossy());
    }
    page.text(&text);
}

/// What stands for the value of an argument.
fn value(argument: &Arg) -> String {
    let name = argument.get_value_names().and_then(|names| names.first());
    name.map_or_else(
        || argument.get_id().as_str().to_uppercase(),
        ToString::to_string,
    )
}

fn sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '?', '!']);
    format!("{text}{}", if ends { "" } else { "." })
}

fn table(page: &mut Page, heading: &str, rows: &[(&str, &str)]) {
    page.section(heading);
    for (name, meaning) in rows {
        page.name(vec![bold(*name)]);
        page.text(meaning);
    }
}

fn config(page: &mut Page) {
    page.section("CONFIG FILE");
    page.text(
        "A YAML file of `key: value` lines; `uncramp config path` says where it is and \
         `uncramp config init` writes one to start from.",
    );
    for key in &keys::KEYS {
        page.name(vec![bold(key.name)]);
        page.text(&key.help.replace('\n', " "));
    }
}

/// The lines of the help that show a command and what it does.
fn examples(page: &mut Page, help: &str) {
    page.section("EXAMPLES");
    let shown = help.lines().filter_map(|line| line.strip_prefix("  "));
    for (typed, does) in shown.filter_map(|line| line.split_once("  ")) {
        page.name(vec![bold(typed)]);
        page.text(&sentence(&capital(does.trim())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_that_of_the_change_log() {
        let changes = include_str!("../../CHANGELOG.md");
        let newest = changes.lines().find(|line| line.starts_with("## "));
        let heading = concat!("## ", env!("CARGO_PKG_VERSION"));
        assert_eq!(newest, Some(format!("{heading}, {DATE}").as_str()));
    }
}
