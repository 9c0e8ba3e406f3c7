//! The guide file exactly as it is written: plain serde types, one per YAML mapping.
//!
//! A leaf on purpose: `build.rs` includes it by path, and the embedded
//! guide is the `postcard` form of [`Guide`]. Nothing here is validated beyond
//! its type; `check` reports what is wrong and `model` is what the program uses.
//! Structs are flat and `kind` is a plain word because tagged, untagged and
//! flattened serde forms lose the positions of errors.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

// The paths are written out so that `build.rs` finds the files as well.
#[path = "raw/figure.rs"]
mod figure;
#[path = "raw/length.rs"]
mod length;
#[path = "raw/rescue.rs"]
mod rescue;
#[path = "raw/routine.rs"]
mod routine;

pub use figure::{Figure, Highlight, Point, Pose, Prop, PropKind};
pub use length::Length;
pub(crate) use rescue::NONE;
pub use rescue::{Rescue, RescueDefault, RescueMove, RescueSetting, RescueStep};
pub use routine::{Routine, RoutineSound, RoutineStep, RoutineVoice, Sides, Stretch};

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
    /// Id of the menu of danger signs, or "none" where the topic has no danger signs.
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
    /// What to do while a cramp lasts, or "none" where the topic has no cramps.
    #[serde(default)]
    pub rescue: Option<RescueSetting>,
    /// "none" where the topic needs no diary of cramps.
    #[serde(default)]
    pub diary: Option<DiarySetting>,
    /// Whether outcomes must say how soon to get help, how well they are supported, and by whom.
    #[serde(default)]
    pub claims: Claims,
    /// What a node has that says nothing of its own.
    #[serde(default)]
    pub defaults: Defaults,
    /// The guide's own words for what the program says in many places.
    #[serde(default)]
    pub words: Words,
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

impl Guide {
    /// Reads the words of a guide file.
    ///
    /// # Errors
    /// Where and how the text is not a guide, as the parser says it.
    pub fn from_yaml(text: &str) -> Result<Self, serde_yaml::Error> {
        serde_yaml::from_str(text)
    }
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

/// Whether a guide has a diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DiarySetting {
    /// No diary is offered.
    None,
}

/// What every outcome of a guide must say about itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Claims {
    /// Every outcome has care, evidence and a source.
    #[default]
    Sourced,
    /// None of these is needed.
    Plain,
}

/// What a node has that says nothing of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Defaults {
    /// symptom: where "not sure" leads.
    #[serde(default)]
    pub not_sure: Option<String>,
    /// cause, relief, warning: how soon to get help.
    #[serde(default)]
    pub care: Option<Care>,
    /// cause, relief, warning: how well the page is supported.
    #[serde(default)]
    pub evidence: Option<Evidence>,
    /// cause, relief, warning: keys of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The guide's own words for what the program says in many places.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The answer "not sure".
    #[serde(default)]
    pub not_sure: Option<String>,
    /// The answer "none of these".
    #[serde(default)]
    pub none: Option<String>,
    /// The left side of the body.
    #[serde(default)]
    pub left: Option<String>,
    /// The right side of the body.
    #[serde(default)]
    pub right: Option<String>,
    /// Both sides at once.
    #[serde(default)]
    pub both: Option<String>,
    /// Look after it yourself.
    #[serde(default, rename = "self-care")]
    pub self_care: Option<String>,
    /// See a doctor.
    #[serde(default)]
    pub routine: Option<String>,
    /// Get help the same day.
    #[serde(default)]
    pub urgent: Option<String>,
    /// Get help now.
    #[serde(default)]
    pub emergency: Option<String>,
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
    /// What it is; needed where claims are sourced.
    #[serde(default)]
    pub kind: Option<SourceKind>,
    /// How the text that carries the claim was read; needed where claims are sourced.
    #[serde(default)]
    pub seen: Option<SourceSeen>,
}

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A clinical guideline.
    Guideline,
    /// A review of studies.
    Review,
    /// A trial.
    Trial,
    /// Another study.
    Study,
    /// A page of a national health service or regulator.
    Service,
    /// A medical manual.
    Manual,
}

/// How the text that carries a claim was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceSeen {
    /// At its own address.
    Page,
    /// Only its abstract.
    Abstract,
    /// In a copy elsewhere.
    Copy,
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
    /// Everyday words that search finds the page by.
    #[serde(default)]
    pub also: Vec<String>,
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
    /// warning: what to do now in a few words, for the bar on top.
    #[serde(default)]
    pub big: Option<String>,
}

/// One choice of a menu or answer to a symptom question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What the reader sees.
    pub label: String,
    /// A second, quieter line under the label.
    #[serde(default)]
    pub hint: Option<String>,
    /// symptom: what this looks like and what it is not, in two to four short lines.
    #[serde(default)]
    pub about: Option<String>,
    /// Id of the node it leads to; a menu may name "@rescue".
    pub to: String,
    /// symptom: this answer means "none of these"; it stands apart and is key `n`.
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
