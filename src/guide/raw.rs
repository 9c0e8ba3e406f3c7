//! The guide file exactly as it is written: plain serde types, one per YAML mapping.
//!
//! A leaf on purpose: `build.rs` includes this file by path, and the embedded
//! guide is the `postcard` form of [`Guide`]. Nothing here is validated beyond
//! its type; `check` reports what is wrong and `model` is what the program uses.
//! Structs are flat and `kind` is a plain word because tagged, untagged and
//! flattened serde forms lose the positions of errors.

use std::fmt;
use std::time::Duration;

use indexmap::IndexMap;
use serde::de::{self, Deserializer, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// The whole guide file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Format version; this program reads version 1.
    pub schema: u32,
    /// What this guide is about, as the reader sees it.
    pub title: String,
    /// Version of the content, for example "1.0.0".
    pub version: String,
    /// Day of the last review of the content, as YYYY-MM-DD.
    #[serde(default)]
    pub reviewed: Option<String>,
    /// Language of the content, for example "en".
    pub language: String,
    /// What the content is and is not; shown on the first page and in every printed page.
    pub notice: String,
    /// Id of the first node.
    pub start: String,
    /// Id of the menu of danger signs.
    #[serde(default)]
    pub danger: Option<String>,
    /// Ids of the symptom nodes that make up the danger screen.
    #[serde(default)]
    pub screen: Vec<String>,
    /// Id of the routine that a bedtime session runs.
    #[serde(default)]
    pub bedtime: Option<String>,
    /// Bounds that `check` enforces.
    #[serde(default)]
    pub limits: Limits,
    /// What to do while a cramp lasts.
    #[serde(default)]
    pub rescue: Option<Rescue>,
    /// Where the claims come from.
    #[serde(default)]
    pub sources: IndexMap<String, Source>,
    /// The pages of the guide.
    pub nodes: IndexMap<String, Node>,
    /// The stretches that routines are made of.
    #[serde(default)]
    pub stretches: IndexMap<String, Stretch>,
    /// Timed sequences of stretches.
    #[serde(default)]
    pub routines: IndexMap<String, Routine>,
    /// Words explained in one or two sentences.
    #[serde(default)]
    pub glossary: IndexMap<String, String>,
}

/// Bounds on the shape of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Most symptom answers on one path.
    pub answers: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { answers: 7 }
    }
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the page or paper.
    pub title: String,
    /// Authors or organisation.
    pub by: String,
    /// Year of publication, where known.
    #[serde(default)]
    pub year: Option<u16>,
    /// Address of the page or paper.
    pub url: String,
}

/// What a node is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A choice of where to go.
    Menu,
    /// One question about what the person feels.
    Symptom,
    /// What it may be, why, and what helps.
    Cause,
    /// What to do.
    Relief,
    /// Danger: what to do and how fast.
    Warning,
    /// Reading.
    Topic,
}

/// How soon to get help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Care {
    /// Look after it yourself.
    SelfCare,
    /// See a doctor; how soon is said in words.
    Routine,
    /// Get help the same day.
    Urgent,
    /// Get help now.
    Emergency,
}

/// How well a claim is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Trials or large studies agree.
    Good,
    /// Studies disagree.
    Mixed,
    /// Few or small studies.
    Weak,
    /// Expert opinion only.
    Expert,
}

/// A page of the guide. Which fields it may carry depends on its kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// What the node is for.
    pub kind: Kind,
    /// The heading of the page.
    pub title: String,
    /// The body, in small Markdown: paragraphs, lists, strong, emphasis, links to nodes.
    #[serde(default)]
    pub text: String,
    /// Ids of further pages.
    #[serde(default)]
    pub see_also: Vec<String>,
    /// Keys of the sources behind the claims of this page.
    #[serde(default)]
    pub sources: Vec<String>,
    /// menu, symptom: what can be chosen.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// symptom: where "not sure" leads.
    #[serde(default)]
    pub not_sure: Option<String>,
    /// cause, relief, warning: how soon to get help.
    #[serde(default)]
    pub care: Option<Care>,
    /// cause, relief, warning, topic: how well the page is supported.
    #[serde(default)]
    pub evidence: Option<Evidence>,
    /// cause: ids of the relief pages that help.
    #[serde(default)]
    pub relief: Vec<String>,
    /// relief, warning: what to do, in order.
    #[serde(default)]
    pub steps: Vec<String>,
    /// relief: id of the routine that can be started from here.
    #[serde(default)]
    pub routine: Option<String>,
}

/// One choice of a menu or answer to a symptom question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What the reader sees.
    pub label: String,
    /// Id of the node it leads to; a menu may name "@rescue".
    pub to: String,
    /// On a danger screen question: this answer means "none of these".
    #[serde(default)]
    pub clear: bool,
}

/// A muscle group that cramps or is stretched, by the guide's own name.
pub type Muscle = String;

/// The position a stretch is done in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Lying down, for example in bed.
    Lying,
    /// Sitting.
    Seated,
    /// Standing at a support.
    Standing,
}

/// What to do while a cramp lasts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rescue {
    /// The muscle and position shown first.
    pub default: RescueDefault,
    /// When the cramp has lasted this long, `over_limit` is shown; never more than 10 minutes.
    pub limit: Length,
    /// Id of the warning shown when the cramp outlasts the limit.
    pub over_limit: String,
    /// Id of the page shown when the cramp has let go.
    pub after: String,
    /// Who must not stretch; stands on the line above the first step.
    pub check: String,
    /// Steps by muscle, then by position.
    pub moves: IndexMap<Muscle, IndexMap<Position, Vec<String>>>,
}

/// The muscle and position that rescue begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RescueDefault {
    /// A muscle named in `moves`.
    pub muscle: Muscle,
    /// A position named under that muscle.
    pub pose: Position,
}

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

/// A stick figure in two poses, side view, 0-100 with y upwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The pose before the stretch.
    pub start: Pose,
    /// The pose that is held.
    pub hold: Pose,
    /// Things around the person.
    #[serde(default)]
    pub props: Vec<Prop>,
    /// The muscle drawn thicker on the near leg.
    pub highlight: Highlight,
}

/// A point of the figure: x to the right, y upwards, both 0-100.
pub type Point = [f32; 2];

/// Joint positions of one pose.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pose {
    /// Centre of the head.
    pub head: Point,
    /// Base of the neck.
    pub neck: Point,
    /// The hip.
    pub hip: Point,
    /// The shoulder, where it differs from the neck.
    #[serde(default)]
    pub shoulder: Option<Point>,
    /// The elbow.
    pub elbow: Point,
    /// The hand.
    pub hand: Point,
    /// Knee of the near leg, the one that is stretched.
    pub knee_near: Point,
    /// Ankle of the near leg.
    pub ankle_near: Point,
    /// Toes of the near foot.
    pub toe_near: Point,
    /// Knee of the far leg.
    pub knee_far: Point,
    /// Ankle of the far leg.
    pub ankle_far: Point,
    /// Toes of the far foot.
    pub toe_far: Point,
}

/// A thing drawn beside the figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prop {
    /// What it is.
    pub kind: PropKind,
    /// The points of its outline.
    pub at: Vec<Point>,
}

/// The kinds of things a figure may lean on, sit on or hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PropKind {
    /// A wall, from bottom to top.
    Wall,
    /// A chair: top of the back, rear of the seat, front of the seat, foot of the front leg.
    Chair,
    /// The top edge of a bed.
    Bed,
    /// A towel or strap.
    Towel,
    /// The floor.
    Floor,
    /// A low step: two opposite corners.
    Step,
}

/// The muscle that a figure shows as stretched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Highlight {
    /// Back of the lower leg.
    Calf,
    /// Back of the thigh.
    Hamstring,
    /// Front of the thigh.
    Quadriceps,
    /// Sole of the foot.
    Foot,
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

/// A length of time, whole milliseconds, written `90`, `90s` or `1m30s`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(pub Duration);

impl Length {
    /// Reads `90`, `90s`, `1m30s`, `2h`, `0.5s`.
    ///
    /// # Errors
    /// A sentence saying what is accepted, when the text is none of these.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a length of time; write 90, 90s or 1m30s");
        let clean = text.trim();
        if clean.is_empty() || !clean.is_ascii() {
            return Err(wrong());
        }
        let mut total = 0.0_f64;
        let mut number = String::new();
        let mut last_unit = f64::INFINITY;
        for c in clean.chars() {
            if c.is_ascii_digit() || c == '.' {
                number.push(c);
                continue;
            }
            let unit = match c {
                'h' => 3600.0,
                'm' => 60.0,
                's' => 1.0,
                _ => return Err(wrong()),
            };
            let value: f64 = number.parse().map_err(|_| wrong())?;
            if unit >= last_unit {
                return Err(wrong());
            }
            total += value * unit;
            last_unit = unit;
            number.clear();
        }
        if !number.is_empty() {
            if last_unit.is_finite() {
                return Err(wrong());
            }
            total += number.parse::<f64>().map_err(|_| wrong())?;
        }
        Self::from_seconds(total).ok_or_else(wrong)
    }

    fn from_seconds(seconds: f64) -> Option<Self> {
        // A day is far beyond anything a routine may hold; it keeps the conversion safe.
        if !(0.0..=86_400.0).contains(&seconds) {
            return None;
        }
        let millis = Duration::try_from_secs_f64(seconds)
            .ok()?
            .as_micros()
            .div_ceil(1000);
        Some(Self(Duration::from_millis(u64::try_from(millis).ok()?)))
    }

    /// Whole milliseconds.
    pub fn millis(self) -> u64 {
        u64::try_from(self.0.as_millis()).unwrap_or(u64::MAX)
    }
}

impl fmt::Display for Length {
    /// The shortest form that [`Length::parse`] reads back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = self.millis();
        let (minutes, rest) = (millis / 60_000, millis % 60_000);
        if minutes > 0 {
            write!(f, "{minutes}m")?;
        }
        match (rest / 1000, rest % 1000) {
            (0, 0) if minutes > 0 => Ok(()),
            (seconds, 0) => write!(f, "{seconds}s"),
            (seconds, part) => {
                let decimals = format!("{part:03}");
                write!(f, "{seconds}.{}s", decimals.trim_end_matches('0'))
            }
        }
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_u64(self.millis())
        }
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(LengthVisitor)
        } else {
            u64::deserialize(deserializer).map(|ms| Self(Duration::from_millis(ms)))
        }
    }
}

struct LengthVisitor;

impl Visitor<'_> for LengthVisitor {
    type Value = Length;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a length of time such as 90, 90s or 1m30s")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Length, E> {
        Length::parse(text).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<Length, E> {
        Length::parse(&seconds.to_string()).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Length, E> {
        Length::parse(&seconds.to_string()).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<Length, E> {
        Length::parse(&seconds.to_string()).map_err(E::custom)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Length {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Length".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A length of time: 90, 90s or 1m30s.",
            "anyOf": [
                { "type": "number", "minimum": 0 },
                { "type": "string", "pattern": "^\\s*([0-9.]+|([0-9.]+h)?([0-9.]+m)?([0-9.]+s)?)\\s*$" }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_in_every_written_form() {
        for (text, ms) in [
            ("90", 90_000),
            ("90s", 90_000),
            ("1m30s", 90_000),
            ("10m", 600_000),
            ("0.5s", 500),
            ("2h", 7_200_000),
        ] {
            assert_eq!(
                Length::parse(text),
                Ok(Length(Duration::from_millis(ms))),
                "{text}"
            );
        }
    }

    #[test]
    fn a_length_that_is_not_one_says_what_is_accepted() {
        for text in [
            "", "s", "1x", "30s1m", "-1", "1m30", "1e9", "99999999", "1s1s", "1.2.3",
        ] {
            let error = Length::parse(text).expect_err(text);
            assert!(error.contains("1m30s"), "{error}");
        }
    }

    #[test]
    fn a_length_prints_in_a_form_that_reads_back() {
        for ms in [0, 1, 500, 10_000, 60_000, 90_000, 61_250, 3_600_000] {
            let length = Length(Duration::from_millis(ms));
            assert_eq!(Length::parse(&length.to_string()), Ok(length));
        }
    }
}
