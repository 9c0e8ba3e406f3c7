//! Stretches and the routines made of them as a guide file writes them.

use serde::{Deserialize, Serialize};

use super::{Evidence, Figure, Length, Muscle, Position};

/// One stretch: how it is done, how it should feel, what to avoid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// Its name.
    pub title: String,
    /// The muscle it stretches.
    pub muscle: Muscle,
    /// The position it is done in.
    pub pose: Position,
    /// How to get into position.
    pub setup: String,
    /// How to move into the stretch.
    #[serde(rename = "move")]
    pub motion: String,
    /// Where it should be felt.
    pub feel: String,
    /// The common mistake.
    pub avoid: String,
    /// When to stop.
    pub stop_if: String,
    /// Keys of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The stick figure.
    #[serde(default)]
    pub figure: Option<Figure>,
}

/// A timed sequence of stretches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// Its name.
    pub title: String,
    /// What it is and how well it is supported, in small Markdown.
    pub text: String,
    /// How well it is supported.
    pub evidence: Evidence,
    /// Keys of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Time to get into position before each step.
    pub ready: Length,
    /// Time to change legs.
    pub change: Length,
    /// Id of the routine that does the same sitting down.
    #[serde(default)]
    pub seated: Option<String>,
    /// Whether a bell sounds at a phase change when nothing else says so.
    #[serde(default)]
    pub sound: RoutineSound,
    /// Whether phases are spoken when nothing else says so.
    #[serde(default)]
    pub voice: RoutineVoice,
    /// The stretches, in order.
    pub steps: Vec<RoutineStep>,
}

/// The sound a routine asks for. A guide can never name a command.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RoutineSound {
    /// Silent.
    #[default]
    Off,
    /// The terminal bell.
    Bell,
}

/// Whether a routine asks to be spoken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RoutineVoice {
    /// Silent.
    #[default]
    Off,
    /// Spoken by the system's voice.
    On,
}

/// One stretch of a routine with its times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoutineStep {
    /// Id of the stretch.
    pub stretch: String,
    /// How the legs take turns.
    pub sides: Sides,
    /// How long a hold lasts.
    pub hold: Length,
    /// The least rest the same leg gets between two holds.
    pub rest: Length,
    /// Holds of each leg.
    pub repeat: u32,
}

/// How the legs take turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    /// One hold of each leg in turn.
    Alternate,
    /// All holds of one leg, then all of the other.
    Each,
    /// Both legs at once.
    Both,
}
