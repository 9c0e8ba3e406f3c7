//! What the reader chose by flag, environment and config file, already merged.

use std::path::PathBuf;

use crate::stretch::Side;

mod command_line;

pub use command_line::CommandLine;

/// Everything that can be chosen, with its effective value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
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
    pub first_leg: Side,
    /// Id of the bedtime routine chosen in the config, instead of the guide's own.
    pub bedtime: Option<String>,
    /// Sound at a phase change.
    pub sound: Sound,
    /// Spoken phases.
    pub voice: Voice,
    /// A desktop notification at the end of a session.
    pub notify: bool,
    /// Keep the machine from sleeping while a session runs.
    pub keep_awake: bool,
    /// Turn the terminal window's own background black.
    pub window_background: bool,
    /// Whether anything may be written to the diary.
    pub save: bool,
    /// Whether stretch sessions are noted there.
    pub note_sessions: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            guide: None,
            theme: ThemeChoice::Auto,
            depth: ColorDepth::Indexed,
            ascii: false,
            reduced_motion: false,
            emergency_number: None,
            first_leg: Side::Left,
            bedtime: None,
            sound: Sound::Unset,
            voice: Voice::Unset,
            notify: false,
            keep_awake: false,
            window_background: false,
            save: true,
            note_sessions: true,
        }
    }
}

/// A theme as it is named on the command line and in the config.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Night from 21:00 to 07:00 and in timer, rescue and standby; else dark.
    #[default]
    Auto,
    /// True black and amber, no blue.
    Night,
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
    /// The terminal's own ground and its 16 colours.
    Terminal,
    /// No colour, only bold, dim, underline and reverse.
    Mono,
}

/// How many colours the terminal may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorDepth {
    /// None at all; the mono theme is used.
    None,
    /// The 16 named colours.
    Basic,
    /// 256 colours.
    Indexed,
    /// 24 bits a colour.
    True,
}

/// Sound at a phase change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Sound {
    /// Nothing was chosen: the routine decides, and its default is off.
    #[default]
    Unset,
    /// No sound.
    Off,
    /// The terminal's bell.
    Bell,
    /// A command of the reader's own.
    Command(CommandLine),
}

/// Spoken phases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Voice {
    /// Nothing was chosen: the routine decides, and its default is off.
    #[default]
    Unset,
    /// No voice.
    Off,
    /// The first voice found on this system.
    Auto,
    /// A command of the reader's own; the words are added last.
    Command(CommandLine),
}

impl ThemeChoice {
    /// Every theme.
    pub const ALL: [Self; 6] =
        [Self::Auto, Self::Night, Self::Dark, Self::Light, Self::Terminal, Self::Mono];

    /// Reads a theme's name.
    ///
    /// # Errors
    /// A sentence naming the themes there are.
    pub fn parse(text: &str) -> Result<Self, String> {
        let name = text.to_lowercase();
        Self::ALL.into_iter().find(|theme| theme.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("`{text}` is not a theme; choose one of {names}")
        })
    }

    /// The name that [`Self::parse`] reads.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Night => "night",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Terminal => "terminal",
            Self::Mono => "mono",
        }
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

/// A command with its arguments; `otherwise` says what can be written in place of a switch.
fn command(text: &str, otherwise: &str) -> Result<CommandLine, String> {
    let command = CommandLine::parse(text)?;
    match switch(&command.program) {
        Some(_) => Err(otherwise.to_owned()),
        None => Ok(command),
    }
}

impl Sound {
    /// Reads `off`, `bell`, or a command with its arguments.
    ///
    /// # Errors
    /// A sentence saying what is wrong with the command.
    pub fn parse(text: &str) -> Result<Self, String> {
        match switch(text) {
            Some(false) => Ok(Self::Off),
            Some(true) => Ok(Self::Bell),
            None if text.trim().eq_ignore_ascii_case("bell") => Ok(Self::Bell),
            None => command(text, "write off, bell, or a command").map(Self::Command),
        }
    }

    /// The words that [`Self::parse`] reads; `None` where nothing was chosen.
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Unset => None,
            Self::Off => Some("off".to_owned()),
            Self::Bell => Some("bell".to_owned()),
            Self::Command(command) => Some(command.to_string()),
        }
    }
}

impl Voice {
    /// Reads `off`, `auto`, or a command with its arguments.
    ///
    /// # Errors
    /// A sentence saying what is wrong with the command.
    pub fn parse(text: &str) -> Result<Self, String> {
        match switch(text) {
            Some(false) => Ok(Self::Off),
            Some(true) => Ok(Self::Auto),
            None if text.trim().eq_ignore_ascii_case("auto") => Ok(Self::Auto),
            None => command(text, "write off, auto, or a command").map(Self::Command),
        }
    }

    /// The words that [`Self::parse`] reads; `None` where nothing was chosen.
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Unset => None,
            Self::Off => Some("off".to_owned()),
            Self::Auto => Some("auto".to_owned()),
            Self::Command(command) => Some(command.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_read_by_its_name() {
        for theme in ThemeChoice::ALL {
            assert_eq!(ThemeChoice::parse(theme.name()), Ok(theme));
        }
        assert!(ThemeChoice::parse("pink").unwrap_err().contains("night"));
    }

    #[test]
    fn sound_and_voice_are_named_so_that_they_are_read_back() {
        for text in ["bell", "off", "play 'my bell.wav'"] {
            let sound = Sound::parse(text).unwrap();
            assert_eq!(sound.name().as_deref().map(Sound::parse), Some(Ok(sound)));
        }
        assert_eq!(Sound::Unset.name(), None);
        assert_eq!(Voice::Auto.name().as_deref(), Some("auto"));
        assert_eq!(Voice::parse("auto"), Ok(Voice::Auto));
        assert_eq!(Sound::parse("bell"), Ok(Sound::Bell));
        assert!(Sound::parse("").is_err() && Voice::parse("say 'x").is_err());
    }

    #[test]
    fn a_word_that_means_on_or_off_is_a_switch_and_never_a_program() {
        for word in ["on", "yes", "TRUE", "Y", "1", " enabled "] {
            assert_eq!(Voice::parse(word), Ok(Voice::Auto), "{word}");
            assert_eq!(Sound::parse(word), Ok(Sound::Bell), "{word}");
        }
        for word in ["off", "No", "FALSE", "n", "0", "none", "null", "disabled"] {
            assert_eq!(Voice::parse(word), Ok(Voice::Off), "{word}");
            assert_eq!(Sound::parse(word), Ok(Sound::Off), "{word}");
        }
        for line in ["yes please", "'true' now", "no thanks"] {
            assert!(Voice::parse(line).unwrap_err().starts_with("write off"), "{line}");
            assert!(Sound::parse(line).unwrap_err().starts_with("write off"), "{line}");
        }
        assert_eq!(Voice::parse("AUTO"), Ok(Voice::Auto));
        assert_eq!(Sound::parse("Bell"), Ok(Sound::Bell));
        assert_eq!(ThemeChoice::parse("NIGHT"), Ok(ThemeChoice::Night));
    }
}
