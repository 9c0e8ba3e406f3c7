//! The guide file exactly as it is written: plain serde types, one per YAML mapping.
//!
//! This module uses no other but `words`, because `build.rs` includes both by path; the embedded
//! guide is the `postcard` form of [`RawGuide`]. `check` reports what is wrong, and the program
//! uses what `model` makes of it. Structs are flat and `kind` is a plain word, because tagged,
//! untagged and flattened serde forms lose the positions of errors.

use indexmap::IndexMap;

// `build.rs` only finds these files by their written paths.
#[macro_use]
#[path = "raw/format.rs"]
mod format;
#[path = "raw/figure.rs"]
mod figure;
#[path = "raw/length.rs"]
mod length;
#[path = "raw/pose.rs"]
mod pose;
#[path = "raw/rescue.rs"]
mod rescue;
#[path = "raw/routine.rs"]
mod routine;

pub use figure::{Figure, Highlight, JointPoints, Point, Prop, PropKind};
pub(crate) use format::{KeyFormat, MappingFormat, ValueFormat};
pub use length::Length;
pub use pose::Pose;
pub use rescue::{RawRescue, RescueDefault, RescueMove, RescueSetting, RescueStep};
pub use routine::{MOST_HOLDS, Routine, RoutineSound, RoutineStep, RoutineVoice, Sides, Stretch};

/// The word that says that a topic has no such thing.
pub const NONE: &str = "none";
/// What a menu names to start rescue instead of opening a page.
pub const RESCUE: &str = "@rescue";

mapping! {
    /// The whole guide file.
    #[cfg_attr(test, schemars(rename = "Guide"))]
    pub struct RawGuide, "a guide" {
        /// Format version; this program reads version 1.
        schema: u32 = Number(1, 1);
        /// What this guide is about, as the reader sees it.
        title: String = Line;
        /// Version of the content, for example "1.0.0".
        version: String = Line;
        /// Day of the last review of the content, as YYYY-MM-DD.
        reviewed: Option<String> = Date, default;
        /// Language of the content, for example "en".
        language: String = Language;
        /// What the content is and is not; shown on the first page and in every printed page.
        notice: String = Text;
        /// Id of the first node.
        start: String = Name;
        /// Id of the menu of danger signs, or "none" where the topic has no danger signs.
        danger: Option<String> = Name, default;
        /// Ids of the symptom nodes that make up the danger screen.
        screen: Vec<String> = List(&Name), default;
        /// Id of the routine that a bedtime session runs.
        bedtime: Option<String> = Name, default;
        /// Bounds that `check` enforces.
        limits: Option<Limits> = Mapping(Limits::FORMAT), default;
        /// What to do while a cramp lasts, or "none" where the topic has no cramps.
        rescue: Option<RescueSetting> = NoneOr(RawRescue::FORMAT), default;
        /// "none" where the topic needs no diary of cramps.
        diary: Option<OnlyNone> = Word(OnlyNone::WORDS), default;
        /// Whether outcomes must say how soon to get help, how well they are supported, and by whom.
        claims: Claims = Word(Claims::WORDS), default;
        /// What a node has that says nothing of its own.
        defaults: Defaults = Mapping(Defaults::FORMAT), default;
        /// The guide's own words for what the program says in many places.
        words: GuideWords = Mapping(GuideWords::FORMAT), default;
        /// Where the claims come from.
        sources: IndexMap<String, SourceEntry> = Map(&Id, &Mapping(SourceEntry::FORMAT)), default;
        /// The pages of the guide.
        nodes: IndexMap<String, Node> = Map(&Id, &Mapping(Node::FORMAT));
        /// The stretches that routines are made of.
        stretches: IndexMap<String, Stretch> = Map(&Id, &Mapping(Stretch::FORMAT)), default;
        /// Timed sequences of stretches.
        routines: IndexMap<String, Routine> = Map(&Id, &Mapping(Routine::FORMAT)), default;
        /// Words explained in one or two sentences.
        glossary: IndexMap<String, String> = Map(&Line, &Text), default;
    }
}

mapping! {
    /// Bounds on the shape of the tree.
    #[derive(Copy, Eq)]
    pub struct Limits, "`limits`" {
        /// Most symptom answers on one path.
        answers: u32 = Number(1, 100);
    }
}

words! {
    /// That something is left out.
    pub enum OnlyNone {
        /// It is left out.
        None = "none",
    }
}

words! {
    /// What every outcome of a guide must say about itself.
    #[derive(Default)]
    pub enum Claims {
        /// Every outcome has care, evidence and a source.
        #[default]
        Sourced = "sourced",
        /// None of these is needed.
        Plain = "plain",
    }
}

mapping! {
    /// What a node has that says nothing of its own.
    #[derive(Default, Eq)]
    pub struct Defaults, "`defaults`" {
        /// symptom: where "not sure" leads.
        not_sure: Option<String> = Name, default;
        /// cause, relief, warning: how soon to get help.
        care: Option<Care> = Word(Care::WORDS), default;
        /// cause, relief, warning: how well the page is supported.
        evidence: Option<Evidence> = Word(Evidence::WORDS), default;
        /// cause, relief, warning: keys of the sources.
        sources: Vec<String> = List(&Name), default;
    }
}

mapping! {
    /// The guide's own words for what the program says in many places; empty for the usual ones.
    #[derive(Default, Eq)]
    pub struct GuideWords, "`words`" {
        /// The answer "not sure".
        not_sure: String = Line, default;
        /// The answer "none of these".
        none: String = Line, default;
        /// The left side of the body.
        left: String = Line, default;
        /// The right side of the body.
        right: String = Line, default;
        /// Both sides at once.
        both: String = Line, default;
        /// Look after it yourself.
        self_care ("self-care"): String = Line, default;
        /// See a doctor.
        routine: String = Line, default;
        /// Get help the same day.
        urgent: String = Line, default;
        /// Get help now.
        emergency: String = Line, default;
    }
}

mapping! {
    /// Where a claim comes from.
    #[derive(Eq)]
    pub struct SourceEntry, "a source" {
        /// Title of the page or paper.
        title: String = Line;
        /// Authors or organisation.
        by: String = Line;
        /// Year of publication, where known.
        year: Option<u32> = Number(1000, 2999), default;
        /// Address of the page or paper.
        url: String = Url;
        /// What it is; needed where claims are sourced.
        kind: Option<SourceKind> = Word(SourceKind::WORDS), default;
        /// How the text that carries the claim was read; needed where claims are sourced.
        seen: Option<SourceSeen> = Word(SourceSeen::WORDS), default;
    }
}

words! {
    /// What a source is.
    pub enum SourceKind {
        /// A clinical guideline.
        Guideline = "guideline",
        /// A review of studies.
        Review = "review",
        /// A trial.
        Trial = "trial",
        /// Another study.
        Study = "study",
        /// A page of a national health service or regulator.
        Service = "service",
        /// A medical manual.
        Manual = "manual",
    }
}

words! {
    /// How the text that carries a claim was read.
    pub enum SourceSeen {
        /// At its own address.
        Page = "page",
        /// Only its abstract.
        Abstract = "abstract",
        /// In a copy elsewhere.
        Copy = "copy",
    }
}

words! {
    /// What a node is for.
    pub enum Kind {
        /// A choice of where to go.
        Menu = "menu",
        /// One question about what the person feels.
        Symptom = "symptom",
        /// What it may be, why, and what helps.
        Cause = "cause",
        /// What to do.
        Relief = "relief",
        /// Danger: what to do and how fast.
        Warning = "warning",
        /// Reading.
        Topic = "topic",
    }
}

words! {
    /// How soon to get help.
    pub enum Care {
        /// Look after it yourself.
        SelfCare = "self-care",
        /// See a doctor; how soon is said in words.
        Routine = "routine",
        /// Get help the same day.
        Urgent = "urgent",
        /// Get help now.
        Emergency = "emergency",
    }
}

words! {
    /// How well a claim is supported.
    pub enum Evidence {
        /// Trials or large studies agree.
        Good = "good",
        /// Studies disagree.
        Mixed = "mixed",
        /// Few or small studies.
        Weak = "weak",
        /// Expert opinion only.
        Expert = "expert",
    }
}

mapping! {
    /// A page of the guide. Which fields it may carry depends on its kind.
    pub struct Node, "a node" {
        /// What the node is for.
        kind: Kind = Word(Kind::WORDS);
        /// The heading of the page.
        title: String = Line;
        /// The body, in small Markdown: paragraphs, lists, strong, emphasis, links to nodes.
        text: String = Text, default;
        /// Everyday words that search finds the page by.
        also: Vec<String> = List(&Line), default;
        /// Ids of further pages.
        see_also: Vec<String> = List(&Name), default;
        /// Keys of the sources behind the claims of this page.
        sources: Vec<String> = List(&Name), default;
        /// menu, symptom: what can be chosen.
        options: Vec<Choice> = List(&Mapping(Choice::FORMAT)), default;
        /// symptom: where "not sure" leads.
        not_sure: Option<String> = Name, default;
        /// cause, relief, warning: how soon to get help.
        care: Option<Care> = Word(Care::WORDS), default;
        /// cause, relief, warning, topic: how well the page is supported.
        evidence: Option<Evidence> = Word(Evidence::WORDS), default;
        /// cause: ids of the relief pages that help.
        relief: Vec<String> = List(&Name), default;
        /// relief, warning: what to do, in order.
        steps: Vec<String> = List(&Line), default;
        /// relief: id of the routine that can be started from here.
        routine: Option<String> = Name, default;
        /// relief: "none" where no step stretches or rubs; otherwise the `check` of `rescue` stands
        /// above the first step.
        check: Option<OnlyNone> = Word(OnlyNone::WORDS), default;
        /// warning: what to do now in a few words, for the bar on top.
        big: Option<String> = Line, default;
    }
}

mapping! {
    /// One choice of a menu or answer to a symptom question.
    #[derive(Eq)]
    pub struct Choice, "an option" {
        /// What the reader sees.
        label: String = Line;
        /// A second, quieter line under the label.
        hint: Option<String> = Line, default;
        /// symptom: what this looks like and what it is not, in two to four short lines.
        about: Option<String> = Text, default;
        /// Id of the node it leads to; a menu may name "@rescue".
        to: String = Name;
        /// symptom: this answer means "none of these"; it stands apart and is key `n`.
        clear: bool = Truth, default;
    }
}

/// A muscle group that cramps or is stretched, by the guide's own name.
pub type Muscle = String;
