//! `man`: the manual page, made from the command line and the tables behind it.

use std::io::Write;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{Exit, Outcome};
use crate::cli::Cli;
use crate::config::keys;

const EXITS: [(&str, &str); 9] = [
    ("0", "Done, or left by choice."),
    ("1", "Something could not be read or written."),
    ("2", "The command line makes no sense."),
    (
        "3",
        "A guide or config file named by a flag cannot be used, or check found errors.",
    ),
    ("4", "This needs a terminal; --plain does not."),
    ("5", "There is no such page, routine or stretch."),
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

/// Prints the manual page.
pub fn run(out: &mut dyn Write) -> Outcome {
    let command = Cli::command();
    let man = Man::new(command.clone()).title("UNCRAMP").section("1");
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    commands(&command).to_writer(out)?;
    man.render_options_section(out)?;
    table("EXIT STATUS", &EXITS).to_writer(out)?;
    table("ENVIRONMENT", &VARIABLES).to_writer(out)?;
    config().to_writer(out)?;
    Ok(Exit::Done)
}

/// Every command with its own arguments.
fn commands(command: &Command) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    for sub in command.get_subcommands() {
        roff.control("SS", [usage(sub).as_str()]);
        roff.text([roman(
            sub.get_about().map(ToString::to_string).unwrap_or_default(),
        )]);
        let own = sub
            .get_arguments()
            .filter(|argument| !argument.is_global_set() && argument.get_id() != "help");
        for argument in own {
            let name = match argument.get_long() {
                Some(long) => format!("--{long}"),
                None => argument.get_id().to_string().to_uppercase(),
            };
            roff.control("TP", []);
            roff.text([bold(name)]);
            roff.text([roman(
                argument
                    .get_help()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            )]);
        }
        for inner in sub.get_subcommands() {
            roff.control("TP", []);
            roff.text([bold(inner.get_name())]);
            roff.text([roman(
                inner
                    .get_about()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            )]);
        }
    }
    roff
}

fn usage(sub: &Command) -> String {
    let words: Vec<String> = sub
        .get_positionals()
        .map(|argument| {
            let name = argument.get_id().to_string().to_uppercase();
            if argument.is_required_set() {
                name
            } else {
                format!("[{name}]")
            }
        })
        .collect();
    format!("uncramp {} {}", sub.get_name(), words.join(" "))
        .trim_end()
        .to_owned()
}

fn table(heading: &str, rows: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for (name, meaning) in rows {
        roff.control("TP", []);
        roff.text([bold(*name)]);
        roff.text([roman(*meaning)]);
    }
    roff
}

fn config() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["CONFIG FILE"]);
    roff.text([roman(
        "A YAML file of `key: value` lines; `uncramp config path` says where it is and \
         `uncramp config init` writes one to start from.",
    )]);
    for key in &keys::KEYS {
        roff.control("TP", []);
        roff.text([bold(key.name)]);
        roff.text([roman(key.help.replace('\n', " "))]);
    }
    roff
}
