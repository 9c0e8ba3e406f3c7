//! The table of config keys: what each means, accepts and sets. The example
//! file and the hints are made from it.

use std::fmt::Write as _;

use super::Config;
use crate::app::settings::{Sound, ThemeChoice, Voice};
use crate::guide::markup::is_unsafe;
use crate::stretch::Side;
use crate::text::messages::settings as words;

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
        help: words::GUIDE,
        example: "my-guide.yaml",
        set: |config, text| store(&mut config.guide, one_line(text).map(Into::into)),
    },
    Key {
        name: "theme",
        help: words::THEME,
        example: "auto",
        set: |config, text| store(&mut config.theme, ThemeChoice::parse(text)),
    },
    Key {
        name: "sound",
        help: words::SOUND,
        example: "bell",
        set: |config, text| store(&mut config.sound, Sound::parse(text)),
    },
    Key {
        name: "voice",
        help: words::VOICE,
        example: "auto",
        set: |config, text| store(&mut config.voice, Voice::parse(text)),
    },
    Key {
        name: "notify",
        help: words::NOTIFY,
        example: "on",
        set: |config, text| store(&mut config.notify, switch(text)),
    },
    Key {
        name: "first_leg",
        help: words::FIRST_LEG,
        example: "right",
        set: |config, text| store(&mut config.first_leg, leg(text)),
    },
    Key {
        name: "bedtime",
        help: words::BEDTIME,
        example: "bedtime-seated",
        set: |config, text| store(&mut config.bedtime, one_line(text)),
    },
    Key {
        name: "emergency_number",
        help: words::EMERGENCY_NUMBER,
        example: "\"112\"",
        set: |config, text| store(&mut config.emergency_number, number(text)),
    },
    Key {
        name: "reduced_motion",
        help: words::REDUCED_MOTION,
        example: "on",
        set: |config, text| store(&mut config.reduced_motion, switch(text)),
    },
    Key {
        name: "ascii",
        help: words::ASCII,
        example: "on",
        set: |config, text| store(&mut config.ascii, switch(text)),
    },
    Key {
        name: "keep_awake",
        help: words::KEEP_AWAKE,
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
        return words::unknown_key(&name, near);
    }
    let names: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
    words::unknown_key_of(&name, &names)
}

/// A config file that sets nothing and explains everything. A line that
/// begins with `#: ` is a setting waiting to be switched on.
pub fn example() -> String {
    let mut text = words::HEAD.to_owned();
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
        _ => Err(words::ON_OR_OFF.to_owned()),
    }
}

fn leg(text: &str) -> Result<Side, String> {
    match text {
        "left" => Ok(Side::Left),
        "right" => Ok(Side::Right),
        _ => Err(words::LEFT_OR_RIGHT.to_owned()),
    }
}

fn one_line(text: &str) -> Result<String, String> {
    if text.is_empty() || text.contains(is_unsafe) {
        return Err(words::ONE_LINE.to_owned());
    }
    Ok(text.to_owned())
}

fn number(text: &str) -> Result<String, String> {
    let fits = text.chars().count() <= 40 && text.contains(|c: char| c.is_ascii_digit());
    match one_line(text) {
        Ok(text) if fits => Ok(text),
        _ => Err(words::A_NUMBER.to_owned()),
    }
}
