//! `man`: the manual page of the program or of one of its commands.

use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{Exit, Failure, Out, Outcome, version};
use crate::cli::Cli;
use crate::config::table;

const VARIABLES: [(&str, &str); 6] = [
    ("NO_COLOR", "When set and not empty: no colours."),
    ("CLICOLOR_FORCE", "When set and not 0: colours in printed lines even in a pipe."),
    ("TERM", "dumb means line by line, as --plain."),
    ("ACCESSIBLE", "When set and not 0: line by line, as --plain."),
    ("REDUCED_MOTION", "When set and not 0: figures stand still."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "Where the config file and the diary live, on macOS too."),
];

const FILES: [(&str, &str); 2] = [
    (
        "~/.config/uncramp/config.yaml",
        "The config file; uncramp config init writes one to start from.",
    ),
    (
        "~/.local/share/uncramp/diary.db",
        "The diary: readable by you only, deleted by uncramp diary erase.",
    ),
];

/// Prints the manual page of the command with this name; of the program, where it is empty.
pub(super) fn run(name: &[String], out: &mut Out) -> Outcome {
    let mut command = Cli::command();
    command.build();
    for word in name {
        command = command.find_subcommand(word).cloned().ok_or_else(|| {
            let message = format!("no command `{}`; see uncramp --help", name.join(" "));
            Failure::usage(message)
        })?;
    }
    Man::new(command).source(version::PROGRAM).manual("User Commands").render(out)?;
    if name.is_empty() {
        let mut page = Roff::new();
        let exits = Exit::MEANINGS.iter().map(|(code, meaning)| (code, *meaning));
        section(&mut page, "EXIT STATUS", exits);
        section(&mut page, "ENVIRONMENT", VARIABLES);
        section(&mut page, "FILES", FILES);
        let settings = table::SETTINGS.iter().map(|setting| (setting.name, setting.help));
        section(&mut page, "CONFIG FILE", settings);
        page.to_writer(out)?;
    }
    Ok(Exit::Done)
}

fn section<'a>(
    page: &mut Roff,
    heading: &str,
    rows: impl IntoIterator<Item = (impl ToString, &'a str)>,
) {
    page.control("SH", [heading]);
    for (name, meaning) in rows {
        page.control("TP", []);
        page.text([bold(name.to_string())]);
        page.text([roman(meaning.replace('\n', " "))]);
    }
}
