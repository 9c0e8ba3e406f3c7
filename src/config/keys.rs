//! The table of config keys: what each means, accepts and sets. The example
//! file and the hints are made from it.

use std::fmt::Write as _;

use super::Config;
use crate::app::settings::{Sound, ThemeChoice, Voice};
use crate::guide::markup::is_unsafe;
use crate::stretch::Side;

/// One key of the config file.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it does, for the example file.
    pub help: &'static str,
    /// A value for the example file.
    pub example: &'static str,
    /// Reads a value into the config; the error says what is accepted.
    pub set: fn(&mut Config, &str) -> Result<(), String>,
}

/// Every key, in the order of the example file.
pub static KEYS: [Key; 11] = [
    Key {
        name: "guide",
        help: "A guide file to use instead of the built-in guide. A relative path starts in\nthe folder of this file.",
        example: "my-guide.yaml",
        set: |config, text| store(&mut config.guide, one_line(text).map(Into::into)),
    },
    Key {
        name: "theme",
        help: "Colours: auto (night from 21:00 to 07:00, else dark), night, dark, light, mono.",
        example: "auto",
        set: |config, text| store(&mut config.theme, ThemeChoice::parse(text)),
    },
    Key {
        name: "sound",
        help: "Sound at each change of a session: off, bell, or a command.",
        example: "bell",
        set: |config, text| store(&mut config.sound, Sound::parse(text)),
    },
    Key {
        name: "voice",
        help: "Spoken changes: off, auto (the system's own voice), or a command that gets the\nwords as its last argument.",
        example: "auto",
        set: |config, text| store(&mut config.voice, Voice::parse(text)),
    },
    Key {
        name: "notify",
        help: "A notification on the desktop when a session ends: off or on.",
        example: "on",
        set: |config, text| store(&mut config.notify, switch(text)),
    },
    Key {
        name: "first_leg",
        help: "The leg that goes first: left or right.",
        example: "right",
        set: |config, text| store(&mut config.first_leg, leg(text)),
    },
    Key {
        name: "bedtime",
        help: "The routine that `uncramp stretch` runs. `uncramp list` names them.",
        example: "bedtime-seated",
        set: |config, text| store(&mut config.bedtime, one_line(text)),
    },
    Key {
        name: "emergency_number",
        help: "The number to call in an emergency where you live.",
        example: "\"112\"",
        set: |config, text| store(&mut config.emergency_number, number(text)),
    },
    Key {
        name: "reduced_motion",
        help: "Figures stand still: off or on.",
        example: "on",
        set: |config, text| store(&mut config.reduced_motion, switch(text)),
    },
    Key {
        name: "ascii",
        help: "Draw with plain characters only: off or on.",
        example: "on",
        set: |config, text| store(&mut config.ascii, switch(text)),
    },
    Key {
        name: "keep_awake",
        help: "Keep the computer from sleeping during a session: off or on.",
        example: "on",
        set: |config, text| store(&mut config.keep_awake, switch(text)),
    },
];

/// The key with this name.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

/// What to say about a key that does not exist.
pub fn unknown(name: &str) -> String {
    let name: String = name.chars().filter(|c| !is_unsafe(*c)).take(40).collect();
    let near = KEYS
        .iter()
        .map(|key| (strsim::osa_distance(&name, key.name), key.name))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    if let Some((_, near)) = near {
        return format!("unknown key `{name}`; did you mean `{near}`?");
    }
    let names: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
    format!("unknown key `{name}`; the keys are {}", names.join(", "))
}

/// A config file that sets nothing and explains everything. A line that
/// begins with `#: ` is a setting waiting to be switched on.
pub fn example() -> String {
    let mut text = String::from(
        "# Settings of uncramp. Remove `#: ` from a line to switch it on.\n\
         # A flag or an environment variable wins over what stands here.\n",
    );
    for key in &KEYS {
        text.push('\n');
        for line in key.help.lines() {
            let _ = writeln!(text, "# {line}");
        }
        let _ = writeln!(text, "#: {}: {}", key.name, key.example);
    }
    text
}

fn store<T>(slot: &mut Option<T>, value: Result<T, String>) -> Result<(), String> {
    *slot = Some(value?);
    Ok(())
}

fn switch(text: &str) -> Result<bool, String> {
    match text {
        "on" | "true" | "yes" => Ok(true),
        "off" | "false" | "no" => Ok(false),
        _ => Err("write on or off".to_owned()),
    }
}

fn leg(text: &str) -> Result<Side, String> {
    match text {
        "left" => Ok(Side::Left),
        "right" => Ok(Side::Right),
        _ => Err("write left or right".to_owned()),
    }
}

fn one_line(text: &str) -> Result<String, String> {
    if text.is_empty() || text.contains(is_unsafe) {
        return Err("write one line of text".to_owned());
    }
    Ok(text.to_owned())
}

fn number(text: &str) -> Result<String, String> {
    let fits = text.chars().count() <= 40 && text.contains(|c: char| c.is_ascii_digit());
    match one_line(text) {
        Ok(text) if fits => Ok(text),
        _ => Err("write a number to call, in quotes, such as \"112\"".to_owned()),
    }
}
