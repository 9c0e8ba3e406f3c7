//! `man`: the manual page, made from the command line and the tables behind it.

use std::fmt::Write as _;
use std::io::Write;

use clap::{Arg, Command, CommandFactory};

use super::{Exit, Outcome};
use crate::cli::Cli;
use crate::config::keys;
use crate::text::messages::amounts::capital;
use crate::text::messages::manual;

mod page;

use page::Page;
use roff::{bold, italic, roman};

/// When this version came out, as the change log has it.
const DATE: &str = "2026-11-22";

const EXITS: [(&str, &str); 9] = [
    ("0", manual::DONE),
    ("1", manual::FAILED),
    ("2", manual::NOT_UNDERSTOOD),
    ("3", manual::BAD_FILE),
    ("4", manual::NEEDS_TERMINAL),
    ("5", manual::NOT_FOUND),
    ("10", manual::CARE_ROUTINE),
    ("11, 12", manual::CARE_SOON),
    ("130", manual::INTERRUPTED),
];

const VARIABLES: [(&str, &str); 6] = [
    ("NO_COLOR", manual::NO_COLOR),
    ("CLICOLOR_FORCE", manual::CLICOLOR_FORCE),
    ("TERM", manual::TERM),
    ("ACCESSIBLE", manual::ACCESSIBLE),
    ("REDUCED_MOTION", manual::REDUCED_MOTION),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", manual::XDG_HOMES),
];

const FILES: [(&str, &str); 2] = [
    ("~/.config/uncramp/config.yaml", manual::THE_CONFIG),
    ("~/.local/share/uncramp/diary.db", manual::THE_DIARY),
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
    page.section(manual::NAME);
    page.text(&format!("uncramp - {}", about.to_lowercase()));
    page.section(manual::SYNOPSIS);
    page.text(manual::USAGE);
    page.section(manual::DESCRIPTION);
    for (at, paragraph) in words(command.get_long_about()).split("\n\n").enumerate() {
        if at > 0 {
            page.paragraph();
        }
        page.text(paragraph);
    }
    page.section(manual::COMMANDS);
    for sub in command.get_subcommands() {
        self::command(&mut page, sub, "uncramp");
    }
    options(&mut page, &command);
    table(&mut page, manual::EXIT_STATUS, &EXITS);
    table(&mut page, manual::ENVIRONMENT, &VARIABLES);
    table(&mut page, manual::FILES, &FILES);
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
    page.section(manual::OPTIONS);
    page.text(manual::FOR_EVERY_COMMAND);
    let global = || command.get_arguments().filter(|one| !is_own(one));
    let mut heading = None;
    for argument in global().filter(|one| one.get_help_heading().is_some()) {
        if heading != argument.get_help_heading() {
            heading = argument.get_help_heading();
            page.part(heading.unwrap_or_default());
        }
        self::argument(page, argument);
    }
    page.part(manual::HELP);
    page.name(vec![bold("-h"), roman(", "), bold("--help")]);
    page.text(manual::PRINT_HELP);
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
        let _ = write!(text, " {}", manual::one_of(&fitting.join(", ")));
    }
    if let Some(value) = argument.get_default_values().first().filter(|_| takes) {
        let _ = write!(text, " {}", manual::without_it(&value.to_string_lossy()));
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
    page.section(manual::CONFIG_FILE);
    page.text(manual::LINES_OF_THE_CONFIG);
    for key in &keys::KEYS {
        page.name(vec![bold(key.name)]);
        page.text(&key.help.replace('\n', " "));
    }
}

/// The lines of the help that show a command and what it does.
fn examples(page: &mut Page, help: &str) {
    page.section(manual::EXAMPLES);
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
