//! `config`: where the config file is, what is in effect, and a file to start from.

use std::fs::File;
use std::io::Write;

use serde_json::json;

use super::output::{print_json, print_text};
use super::{Exit, Failure, Out, Outcome, Setup};
use crate::cli::ConfigCommand;
use crate::config;
use crate::text::clean;

/// Does what was asked about the config file.
pub(super) fn run(command: Option<ConfigCommand>, setup: &Setup, out: &mut Out) -> Outcome {
    match command {
        None | Some(ConfigCommand::Show) => show(setup, out),
        Some(ConfigCommand::Path) => print_text(&format!("{}\n", file(setup)?.display()), out),
        Some(ConfigCommand::Init) => init(setup, out),
    }
}

fn file(setup: &Setup) -> Outcome<&std::path::Path> {
    setup.config_file.as_deref().ok_or_else(|| {
        Failure::new(Exit::Failed, "this user has no home folder; name a file with --config FILE")
    })
}

fn show(setup: &Setup, out: &mut Out) -> Outcome {
    let settings = config::table::SETTINGS.iter();
    let rows = settings.map(|setting| (setting.name, (setting.get)(&setup.settings)));
    if setup.flags.json {
        let map: serde_json::Map<_, _> =
            rows.map(|(name, value)| (name.to_owned(), json!(value))).collect();
        return print_json(&map, out);
    }
    for (name, value) in rows {
        match value {
            Some(value) => writeln!(out, "{name}: {}", clean(&value))?,
            None => writeln!(out, "# {name}: not set")?,
        }
    }
    Ok(Exit::Done)
}

fn init(setup: &Setup, out: &mut Out) -> Outcome {
    let file = file(setup)?;
    let failed = |error: std::io::Error| Failure::io(file.display(), &error);
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut handle = File::create_new(file).map_err(failed)?;
    handle.write_all(config::table::example().as_bytes()).map_err(failed)?;
    writeln!(out, "{}", file.display())?;
    Ok(Exit::Done)
}
