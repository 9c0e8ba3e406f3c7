//! What the reader chose by flag, environment and config file, already merged.

use std::path::PathBuf;

use anyhow::{Context, ensure};

use crate::stretch::Leg;

mod command_line;

pub use command_line::CommandLine;

/// Everything that can be chosen, with its effective value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The guide file to use instead of the built-in one.
    pub guide: Option<PathBuf>,
    /// Colours of the screen.
    pub theme: ThemeChoice,
    /// How many colours the terminal may be sent.
    pub depth: ColorDepth,
    /// Draw with plain characters only.
    pub ascii: bool,
    /// No moving figure; the breath words stay.
    pub reduced_motion: bool,
    /// The number to call, or `None` for "your local emergency number".
    pub emergency_number: Option<String>,
    /// The leg that goes first in a routine.
    pub first_leg: Leg,
    /// Id of the bedtime routine chosen in the config, instead of the guide's own.
    pub bedtime: Option<String>,
    /// Sound at a phase change.
    pub sound: CueChoice,
    /// Spoken phases.
    pub voice: CueChoice,
    /// A desktop notification at the end of a session.
    pub notify: bool,
    /// Keep the machine from sleeping while a session runs.
    pub keep_awake: bool,
    /// Turn the terminal window's own background black.
    pub window_background: bool,
    /// Neither read nor write the diary.
    pub no_save: bool,
    /// Log no stretch session there.
    pub no_log: bool,
}

words! {
    /// A theme as it is named on the command line and in the config.
    #[derive(Default)]
    pub enum ThemeChoice {
        /// Night from 21:00 to 07:00 and in timer, rescue and standby; else dark.
        #[default]
        Auto = "auto",
        /// True black and amber, no blue.
        Night = "night",
        /// Light text on a dark ground.
        Dark = "dark",
        /// Dark text on a light ground.
        Light = "light",
        /// The terminal's own ground and its 16 colours.
        Terminal = "terminal",
        /// No colour, only bold, dim, underline and reverse.
        Mono = "mono",
    }
}

/// How many colours the terminal may be sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ColorDepth {
    /// None at all; the mono theme is used.
    None,
    /// The 16 named colours.
    Basic,
    /// 256 colours.
    #[default]
    Indexed,
    /// 24 bits a colour.
    True,
}

/// How the cues of a session are given, by a sound or by a voice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CueChoice {
    /// Nothing was chosen: the routine decides, and its default is off.
    #[default]
    Unset,
    /// Not at all.
    Off,
    /// By the terminal's bell, or by the first voice found on this system.
    On,
    /// By a command of the reader's own; a voice gets the words as its last argument.
    Command(CommandLine),
}

impl ThemeChoice {
    /// Reads a theme's name.
    ///
    /// # Errors
    /// A sentence naming the themes there are.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let name = text.to_lowercase();
        let theme = Self::ALL.into_iter().find(|theme| theme.word() == name);
        theme.with_context(|| {
            let names = Self::WORDS.join(", ");
            format!("`{text}` is not a theme; choose one of {names}")
        })
    }
}

/// Whether a word switches something on or off. Such a word is never the program of that name.
pub(crate) fn switch(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "on" | "yes" | "true" | "y" | "1" | "enabled" => Some(true),
        "off" | "no" | "false" | "n" | "0" | "none" | "null" | "disabled" => Some(false),
        _ => None,
    }
}

/// What switches the bell on.
pub(crate) const BELL: &str = "bell";

/// What switches the system's own voice on.
pub(crate) const AUTO: &str = "auto";

impl CueChoice {
    /// Reads `off`, the word that switches it `on`, or a command with its arguments.
    ///
    /// # Errors
    /// A sentence saying what is wrong with the command.
    pub fn parse(text: &str, on: &str) -> anyhow::Result<Self> {
        match switch(text) {
            Some(false) => return Ok(Self::Off),
            Some(true) => return Ok(Self::On),
            None if text.trim().eq_ignore_ascii_case(on) => return Ok(Self::On),
            None => {}
        }
        let command = CommandLine::parse(text)?;
        ensure!(switch(&command.program).is_none(), "write off, {on}, or a command");
        Ok(Self::Command(command))
    }

    /// The words that are read back; `on` is the word that switches it on. `None` where nothing was
    /// chosen.
    pub(crate) fn name(&self, on: &str) -> Option<String> {
        match self {
            Self::Unset => None,
            Self::Off => Some("off".to_owned()),
            Self::On => Some(on.to_owned()),
            Self::Command(command) => Some(command.to_string()),
        }
    }

    /// Whether it is on in a routine that has it on, or off, by default.
    pub(crate) fn is_on(&self, by_default: bool) -> bool {
        match self {
            Self::Unset => by_default,
            Self::Off => false,
            Self::On | Self::Command(_) => true,
        }
    }

    /// The command of the reader's own.
    pub(crate) fn command(&self) -> Option<&CommandLine> {
        match self {
            Self::Command(command) => Some(command),
            Self::Unset | Self::Off | Self::On => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_read_by_its_name() {
        for theme in ThemeChoice::ALL {
            assert_eq!(ThemeChoice::parse(theme.word()).unwrap(), theme);
        }
        assert!(ThemeChoice::parse("pink").unwrap_err().to_string().contains("night"));
    }

    #[test]
    fn sound_and_voice_are_named_so_that_they_are_read_back() {
        for text in ["bell", "off", "play 'my bell.wav'"] {
            let sound = CueChoice::parse(text, BELL).unwrap();
            assert_eq!(CueChoice::parse(&sound.name(BELL).unwrap(), BELL).unwrap(), sound);
        }
        assert_eq!(CueChoice::Unset.name(BELL), None);
        assert_eq!(CueChoice::On.name(AUTO).as_deref(), Some("auto"));
        assert_eq!(CueChoice::parse("auto", AUTO).unwrap(), CueChoice::On);
        assert_eq!(CueChoice::parse("bell", BELL).unwrap(), CueChoice::On);
        assert!(CueChoice::parse("", BELL).is_err() && CueChoice::parse("say 'x", AUTO).is_err());
    }

    #[test]
    fn a_word_that_means_on_or_off_is_a_switch_and_never_a_program() {
        for word in ["on", "yes", "TRUE", "Y", "1", " enabled "] {
            assert_eq!(CueChoice::parse(word, AUTO).unwrap(), CueChoice::On, "{word}");
            assert_eq!(CueChoice::parse(word, BELL).unwrap(), CueChoice::On, "{word}");
        }
        for word in ["off", "No", "FALSE", "n", "0", "none", "null", "disabled"] {
            assert_eq!(CueChoice::parse(word, AUTO).unwrap(), CueChoice::Off, "{word}");
            assert_eq!(CueChoice::parse(word, BELL).unwrap(), CueChoice::Off, "{word}");
        }
        for line in ["yes please", "'true' now", "no thanks"] {
            assert!(
                CueChoice::parse(line, AUTO).unwrap_err().to_string().starts_with("write off"),
                "{line}"
            );
            assert!(
                CueChoice::parse(line, BELL).unwrap_err().to_string().starts_with("write off"),
                "{line}"
            );
        }
        assert_eq!(CueChoice::parse("AUTO", AUTO).unwrap(), CueChoice::On);
        assert_eq!(CueChoice::parse("Bell", BELL).unwrap(), CueChoice::On);
        assert_eq!(ThemeChoice::parse("NIGHT").unwrap(), ThemeChoice::Night);
    }
}
