//! What the reader chose by flag, environment and config file, already merged.

use crate::stretch::Leg;

/// Everything that can be chosen, with its effective value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Settings {
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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::Auto,
            depth: ColorDepth::Indexed,
            ascii: false,
            reduced_motion: false,
            emergency_number: None,
            first_leg: Leg::Left,
            bedtime: None,
            sound: Sound::Unset,
            voice: Voice::Unset,
            notify: false,
            keep_awake: false,
            window_background: false,
            save: true,
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
    /// Light text on the terminal's own dark background.
    Dark,
    /// Dark text on a light background.
    Light,
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
    /// A command and its arguments, started without a shell.
    Command(Vec<String>),
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
    /// A command and its arguments, started without a shell; the words are added last.
    Command(Vec<String>),
}
