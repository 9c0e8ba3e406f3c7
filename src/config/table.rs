//! The table of settings: name, help, example, how each is read and written. The config file,
//! its example, `config show`, the hints and the manual page are made from it.

use std::fmt::Write as _;

use anyhow::{Context, ensure};

use crate::app::settings::{self, CueChoice, Settings, ThemeChoice};
use crate::stretch::Leg;
use crate::text::is_unsafe;

/// One setting, a key of the config file.
pub struct Setting {
    /// The key in the file.
    pub name: &'static str,
    /// What it does, for the example file.
    pub help: &'static str,
    /// A value for the example file.
    pub example: &'static str,
    /// The value in effect as it would be written; `None` while it is not set.
    pub get: fn(&Settings) -> Option<String>,
    /// Reads a value; the error says what is accepted.
    pub set: fn(&mut Settings, &str) -> anyhow::Result<()>,
}

/// A setting that is on or off.
macro_rules! switch {
    ($name:ident, $help:literal) => {
        Setting {
            name: stringify!($name),
            help: $help,
            example: "on",
            get: |settings| Some(if settings.$name { "on" } else { "off" }.to_owned()),
            set: |settings, text| {
                store(&mut settings.$name, settings::switch(text).context("write on or off"))
            },
        }
    };
}

/// Every key, in the order of the example file.
pub static SETTINGS: [Setting; 11] = [
    Setting {
        name: "guide",
        help: "A guide file to use instead of the built-in guide. A relative path starts in\n\
     the folder of this file.",
        example: "my-guide.yaml",
        get: |settings| settings.guide.as_ref().map(|file| file.display().to_string()),
        set: |settings, text| {
            store(&mut settings.guide, one_line(text).map(|file| Some(file.into())))
        },
    },
    Setting {
        name: "theme",
        help: "Colours: auto (night from 21:00 to 07:00, else dark), night, dark, light, terminal,\n\
     mono.",
        example: "auto",
        get: |settings| Some(settings.theme.word().to_owned()),
        set: |settings, text| store(&mut settings.theme, ThemeChoice::parse(text)),
    },
    Setting {
        name: "sound",
        help: "Sound at each change of a session: off, bell, or a command.",
        example: "bell",
        get: |settings| settings.sound.name(settings::BELL),
        set: |settings, text| store(&mut settings.sound, CueChoice::parse(text, settings::BELL)),
    },
    Setting {
        name: "voice",
        help: "Spoken changes: off, auto (the system's own voice), or a command that gets the\n\
     words as its last argument.",
        example: "auto",
        get: |settings| settings.voice.name(settings::AUTO),
        set: |settings, text| store(&mut settings.voice, CueChoice::parse(text, settings::AUTO)),
    },
    switch!(notify, "A notification on the desktop when a session ends: off or on."),
    Setting {
        name: "first_leg",
        help: "The leg that goes first: left or right.",
        example: "right",
        get: |settings| Some(settings.first_leg.word().to_owned()),
        set: |settings, text| {
            let leg = Leg::parse(text).filter(|leg| *leg != Leg::Both);
            store(&mut settings.first_leg, leg.context("write left or right"))
        },
    },
    Setting {
        name: "bedtime",
        help: "The routine that `uncramp stretch` runs. `uncramp list` names them.",
        example: "bedtime-seated",
        get: |settings| settings.bedtime.clone(),
        set: |settings, text| store(&mut settings.bedtime, one_line(text).map(Some)),
    },
    Setting {
        name: "emergency_number",
        help: "The number to call in an emergency where you live.",
        example: "\"112\"",
        get: |settings| settings.emergency_number.clone(),
        set: |settings, text| store(&mut settings.emergency_number, number(text).map(Some)),
    },
    switch!(reduced_motion, "Figures stand still: off or on."),
    switch!(ascii, "Draw with plain characters only: off or on."),
    switch!(keep_awake, "Keep the computer from sleeping during a session: off or on."),
];

/// The key with this name.
pub fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|key| key.name == name)
}

/// A config file that sets nothing and explains everything. A line that
/// begins with `#: ` is a setting waiting to be switched on.
pub fn example() -> String {
    let mut text = "\
# Settings of uncramp. Remove `#: ` from a line to switch it on.
# Flags and environment variables override this file.
"
    .to_owned();
    for key in &SETTINGS {
        text.push('\n');
        for line in key.help.lines() {
            let _ = writeln!(text, "# {line}");
        }
        let _ = writeln!(text, "#: {}: {}", key.name, key.example);
    }
    text
}

fn store<T>(slot: &mut T, value: anyhow::Result<T>) -> anyhow::Result<()> {
    *slot = value?;
    Ok(())
}

fn one_line(text: &str) -> anyhow::Result<String> {
    ensure!(!text.is_empty() && !text.contains(is_unsafe), "write one line of text");
    Ok(text.to_owned())
}

fn number(text: &str) -> anyhow::Result<String> {
    let fits = text.chars().count() <= 40 && text.contains(|c: char| c.is_ascii_digit());
    let number = one_line(text).ok().filter(|_| fits);
    number.context("write a number to call, in quotes, such as \"112\"")
}
