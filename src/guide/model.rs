//! The guide as the program uses it, built from [`raw::RawGuide`]: every id is resolved, and
//! every node has only what its kind may have.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::raw::{self, Care, Evidence};

mod choice;
mod emergency;
mod rescue;
mod resolve;
mod words;

pub use choice::{Choice, ChoiceKey, KeyedChoice, Target};
pub use rescue::Rescue;
pub use words::GuideWords;

/// A node of one guide. Only meaningful together with the guide it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

impl NodeId {
    /// Position of the node in the guide file, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A whole guide that has been checked for what the program relies on.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// What the guide says about itself.
    pub about: About,
    /// The first node.
    pub start: NodeId,
    /// The menu of danger signs, where the guide has one.
    pub danger: Option<NodeId>,
    /// The symptom nodes of the danger screen, in order.
    pub screen: Vec<NodeId>,
    /// Id of the routine for bedtime.
    pub bedtime: Option<String>,
    /// What to do while a cramp lasts.
    pub rescue: Option<Rescue>,
    /// Whether the guide has a diary of cramps.
    pub diary: bool,
    /// The guide's words for what the program says in many places.
    pub words: GuideWords,
    /// Where the claims come from, by key.
    pub sources: IndexMap<String, raw::SourceEntry>,
    /// The stretches by id.
    pub stretches: IndexMap<String, raw::Stretch>,
    /// The routines by id.
    pub routines: IndexMap<String, raw::Routine>,
    /// Explained words.
    pub glossary: IndexMap<String, String>,
    nodes: Vec<Node>,
    ids: HashMap<Arc<str>, NodeId>,
}

/// What a guide says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What this guide is about.
    pub title: String,
    /// Version of the content.
    pub version: String,
    /// Day of the last review, as YYYY-MM-DD.
    pub reviewed: Option<String>,
    /// Language of the content.
    pub language: String,
    /// What the content is and is not.
    pub notice: String,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its name in the file.
    pub id: Arc<str>,
    /// Its heading.
    pub title: String,
    /// Its text in small Markdown.
    pub text: String,
    /// Everyday words that search finds it by.
    pub also: Vec<String>,
    /// Further pages.
    pub see_also: Vec<NodeId>,
    /// How soon to get help, on an outcome page.
    pub care: Option<Care>,
    /// How well the page is supported, where it makes claims.
    pub evidence: Option<Evidence>,
    /// Keys into [`Guide::sources`].
    pub sources: Vec<String>,
    /// What only this kind of page has.
    pub body: Body,
}

/// What only one kind of page has.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// A choice of where to go.
    Menu {
        /// The choices.
        options: Vec<Choice>,
    },
    /// One question about what the person feels.
    Symptom {
        /// The answers: at most nine with a number, then "none of these" where there is one.
        options: Vec<Choice>,
        /// Where "not sure" leads.
        not_sure: NodeId,
    },
    /// What it may be, why, and what helps.
    Cause {
        /// Pages that help.
        relief: Vec<NodeId>,
    },
    /// What to do.
    Relief {
        /// What to do, in order.
        steps: Vec<String>,
        /// Id of the routine that can be started from here.
        routine: Option<String>,
    },
    /// Danger: what to do and how fast.
    Warning {
        /// What to do, in order.
        steps: Vec<String>,
        /// What to do now in a few words.
        big: Option<String>,
    },
    /// Reading.
    Topic,
}

/// The first fault of a raw guide that `check` did not find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(pub(crate) String);

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

impl Guide {
    /// The page with this id.
    ///
    /// # Panics
    /// When the id came from another guide.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The page with this name.
    pub fn find(&self, name: &str) -> Option<NodeId> {
        self.ids.get(name).copied()
    }

    /// All pages in file order.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        (0..).map(NodeId).zip(&self.nodes)
    }

    /// Title of the stretch with this id; where there is none, the id.
    pub fn stretch_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.stretches.get(id).map_or(id, |stretch| &stretch.title)
    }

    /// Title of the routine with this id; where there is none, the id.
    pub fn routine_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.routines.get(id).map_or(id, |routine| &routine.title)
    }

    /// How many pages there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no page at all; a guide that loads has at least one.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Who must not stretch, as it stands above the first step; empty without rescue.
    pub fn safety(&self) -> &str {
        self.rescue.as_ref().map_or("", |rescue| &rescue.check)
    }

    /// Whether the guide has moves against a cramp.
    pub fn has_rescue(&self) -> bool {
        self.rescue.is_some()
    }

    /// Whether the guide has danger signs.
    pub fn has_danger(&self) -> bool {
        self.danger.is_some()
    }

    /// Whether the guide has a diary of cramps.
    pub fn has_diary(&self) -> bool {
        self.diary
    }

    /// Whether this page is a question of the danger screen.
    pub fn is_screen(&self, id: NodeId) -> bool {
        self.screen.contains(&id)
    }

    /// Whether a page opens with nothing selected, so that no default answers for the reader.
    pub fn selects_nothing(&self, id: NodeId) -> bool {
        self.danger == Some(id) || self.is_screen(id) || self.is_of_danger(id)
    }

    /// Whether a page is about danger: a warning, or a menu that leads to one.
    pub fn is_of_danger(&self, id: NodeId) -> bool {
        let is_warning = |id: NodeId| matches!(self.node(id).body, Body::Warning { .. });
        let leads_to_warning = |to: &Target| matches!(to, Target::Node(to) if is_warning(*to));
        match &self.node(id).body {
            Body::Warning { .. } => true,
            Body::Menu { options } => options.iter().any(|option| leads_to_warning(&option.to)),
            _ => false,
        }
    }
}

impl Node {
    /// The kind as it is written in the file.
    pub fn kind(&self) -> raw::Kind {
        match self.body {
            Body::Menu { .. } => raw::Kind::Menu,
            Body::Symptom { .. } => raw::Kind::Symptom,
            Body::Cause { .. } => raw::Kind::Cause,
            Body::Relief { .. } => raw::Kind::Relief,
            Body::Warning { .. } => raw::Kind::Warning,
            Body::Topic => raw::Kind::Topic,
        }
    }

    /// On a warning: what to do now in a few words.
    pub fn big(&self) -> Option<&String> {
        match &self.body {
            Body::Warning { big, .. } => big.as_ref(),
            _ => None,
        }
    }

    /// What to do, in order; empty where the page has no steps.
    pub fn steps(&self) -> &[String] {
        match &self.body {
            Body::Relief { steps, .. } | Body::Warning { steps, .. } => steps,
            Body::Menu { .. } | Body::Symptom { .. } | Body::Cause { .. } | Body::Topic => &[],
        }
    }

    /// Whether a search for advice ends here.
    pub fn is_outcome(&self) -> bool {
        matches!(self.body, Body::Cause { .. } | Body::Relief { .. } | Body::Warning { .. })
    }
}

/// What a menu names to start rescue instead of opening a page.
pub const RESCUE: &str = "@rescue";
