//! `config`: where the config file is, what is in effect, and a file to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use serde_json::json;

use super::setup::Setup;
use super::{Exit, Failure, Outcome, print_json};
use crate::app::settings::Settings;
use crate::cli::ConfigCommand;
use crate::config::keys;
use crate::guide::markup::clean;
use crate::os_words;
use crate::stretch::Leg;
use crate::text::messages::settings as words;

/// Does what was asked about the config file.
pub fn run(command: ConfigCommand, setup: &Setup, out: &mut dyn Write) -> Outcome {
    match command {
        ConfigCommand::Path => path(setup, out),
        ConfigCommand::Show => show(setup, out),
        ConfigCommand::Init => init(setup, out),
    }
}

fn path(setup: &Setup, out: &mut dyn Write) -> Outcome {
    writeln!(out, "{}", file(setup)?.display())?;
    Ok(Exit::Done)
}

fn file(setup: &Setup) -> Result<&std::path::Path, Failure> {
    setup
        .config_file()
        .ok_or_else(|| Failure::new(Exit::Failed, words::NO_HOME))
}

fn show(setup: &Setup, out: &mut dyn Write) -> Outcome {
    let rows = effective(setup);
    if setup.flags.json {
        let map: serde_json::Map<_, _> = rows
            .into_iter()
            .map(|(name, value)| (name.to_owned(), json!(value)))
            .collect();
        return print_json(&map, out);
    }
    for (name, value) in rows {
        match value {
            Some(value) => writeln!(out, "{name}: {}", clean(&value))?,
            None => writeln!(out, "{}", words::not_set(name))?,
        }
    }
    Ok(Exit::Done)
}

/// Every key of the config file with the value in effect.
fn effective(setup: &Setup) -> Vec<(&'static str, Option<String>)> {
    let settings = &setup.settings;
    keys::KEYS
        .iter()
        .map(|key| (key.name, value(key.name, setup, settings)))
        .collect()
}

fn value(name: &str, setup: &Setup, settings: &Settings) -> Option<String> {
    let switch = |on: bool| Some(if on { "on" } else { "off" }.to_owned());
    match name {
        "guide" => setup.chosen_guide().map(|file| file.display().to_string()),
        "theme" => Some(settings.theme.name().to_owned()),
        "sound" => settings.sound.name(),
        "voice" => settings.voice.name(),
        "notify" => switch(settings.notify),
        "first_leg" => Some(Leg::from(settings.first_leg).word().to_owned()),
        "bedtime" => settings.bedtime.clone(),
        "emergency_number" => settings.emergency_number.clone(),
        "reduced_motion" => switch(settings.reduced_motion),
        "ascii" => switch(settings.ascii),
        "keep_awake" => switch(settings.keep_awake),
        _ => None,
    }
}

fn init(setup: &Setup, out: &mut dyn Write) -> Outcome {
    let file = file(setup)?;
    let failed = |error: std::io::Error| {
        Failure::new(
            Exit::Failed,
            format!("{}: {}", file.display(), os_words::why(&error)),
        )
    };
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut handle = match OpenOptions::new().write(true).create_new(true).open(file) {
        Ok(handle) => handle,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let message = words::left_as_it_is(file.display());
            return Err(Failure::new(Exit::Failed, message));
        }
        Err(error) => return Err(failed(error)),
    };
    handle
        .write_all(keys::example().as_bytes())
        .map_err(failed)?;
    writeln!(out, "{}", file.display())?;
    Ok(Exit::Done)
}
