//! The guide as the program uses it: every id resolved, every node holding
//! only what its kind may hold. Built from [`raw::Guide`]; cannot be wrong.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::raw::{self, Care, Evidence, Position};

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
    /// Where the claims come from, by key.
    pub sources: IndexMap<String, raw::Source>,
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
    /// Further pages.
    pub see_also: Vec<NodeId>,
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
        /// The answers, at most nine.
        options: Vec<Answer>,
        /// Where "not sure" leads.
        not_sure: NodeId,
    },
    /// What it may be, why, and what helps.
    Cause {
        /// How soon to get help, and how well this is supported.
        advice: Advice,
        /// Pages that help.
        relief: Vec<NodeId>,
    },
    /// What to do.
    Relief {
        /// How soon to get help, and how well this is supported.
        advice: Advice,
        /// What to do, in order.
        steps: Vec<String>,
        /// Id of the routine that can be started from here.
        routine: Option<String>,
    },
    /// Danger: what to do and how fast.
    Warning {
        /// How soon to get help, and how well this is supported.
        advice: Advice,
        /// What to do, in order.
        steps: Vec<String>,
    },
    /// Reading.
    Topic {
        /// How well its claims are supported, where it makes any.
        evidence: Option<Evidence>,
    },
}

/// How soon to get help, and how well that is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// How soon to get help.
    pub care: Care,
    /// How well this is supported.
    pub evidence: Evidence,
}

/// One choice of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the reader sees.
    pub label: String,
    /// Where it leads.
    pub to: Target,
}

/// Where a menu choice leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To a page.
    Node(NodeId),
    /// To rescue: a cramp now.
    Rescue,
}

/// One answer to a symptom question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What the reader sees.
    pub label: String,
    /// Where it leads.
    pub to: NodeId,
    /// On a danger screen question: "none of these".
    pub clear: bool,
}

/// What to do while a cramp lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescue {
    /// The muscle shown first.
    pub muscle: raw::Muscle,
    /// The position shown first.
    pub position: Position,
    /// How long a cramp may last before `over_limit` is shown.
    pub limit: std::time::Duration,
    /// The warning shown when the cramp outlasts the limit.
    pub over_limit: NodeId,
    /// The page shown when the cramp has let go.
    pub after: NodeId,
    /// Who must not stretch; stands above the first step.
    pub check: String,
    /// Steps by muscle, then by position.
    pub moves: IndexMap<raw::Muscle, IndexMap<Position, Vec<String>>>,
}

/// A fault that keeps a raw guide from becoming a model; `check` says more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The node or key it is in.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl std::error::Error for Fault {}

impl Guide {
    /// Resolves every id of a raw guide.
    ///
    /// # Errors
    /// The first reference or field that is missing. `check` names them all.
    pub fn from_raw(raw: raw::Guide) -> Result<Self, Fault> {
        let names: Vec<Arc<str>> = raw.nodes.keys().map(|id| Arc::from(id.as_str())).collect();
        let mut ids = HashMap::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            let index = u32::try_from(index).map_err(|_| fault("nodes", "more than 2^32 nodes"))?;
            ids.insert(Arc::clone(name), NodeId(index));
        }
        let find = Finder { ids: &ids };
        let mut nodes = Vec::with_capacity(names.len());
        for (name, node) in names.iter().zip(raw.nodes.into_values()) {
            nodes.push(resolve_node(name, node, &find)?);
        }
        let rescue = raw
            .rescue
            .map(|rescue| resolve_rescue(rescue, &find))
            .transpose()?;
        let screen = raw
            .screen
            .iter()
            .map(|id| find.node("screen", id))
            .collect::<Result<_, _>>()?;
        let danger = raw
            .danger
            .as_deref()
            .map(|id| find.node("danger", id))
            .transpose()?;
        Ok(Self {
            start: find.node("start", &raw.start)?,
            danger,
            screen,
            bedtime: raw.bedtime,
            rescue,
            about: About {
                title: raw.title,
                version: raw.version,
                reviewed: raw.reviewed,
                language: raw.language,
                notice: raw.notice,
            },
            sources: raw.sources,
            stretches: raw.stretches,
            routines: raw.routines,
            glossary: raw.glossary,
            nodes,
            ids,
        })
    }

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

    /// How many pages there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no page at all; a guide that loads has at least one.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Whether this page is a question of the danger screen.
    pub fn is_screen(&self, id: NodeId) -> bool {
        self.screen.contains(&id)
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
            Body::Topic { .. } => raw::Kind::Topic,
        }
    }

    /// How soon to get help, on an outcome page.
    pub fn care(&self) -> Option<Care> {
        match &self.body {
            Body::Cause { advice, .. }
            | Body::Relief { advice, .. }
            | Body::Warning { advice, .. } => Some(advice.care),
            Body::Menu { .. } | Body::Symptom { .. } | Body::Topic { .. } => None,
        }
    }

    /// How well the page is supported, where it makes claims.
    pub fn evidence(&self) -> Option<Evidence> {
        match &self.body {
            Body::Cause { advice, .. }
            | Body::Relief { advice, .. }
            | Body::Warning { advice, .. } => Some(advice.evidence),
            Body::Topic { evidence } => *evidence,
            Body::Menu { .. } | Body::Symptom { .. } => None,
        }
    }

    /// Whether a search for advice ends here.
    pub fn is_outcome(&self) -> bool {
        self.care().is_some()
    }
}

struct Finder<'a> {
    ids: &'a HashMap<Arc<str>, NodeId>,
}

impl Finder<'_> {
    fn node(&self, place: &str, id: &str) -> Result<NodeId, Fault> {
        self.ids
            .get(id)
            .copied()
            .ok_or_else(|| fault(place, &format!("no node is named `{id}`")))
    }

    fn all(&self, place: &str, ids: &[String]) -> Result<Vec<NodeId>, Fault> {
        ids.iter().map(|id| self.node(place, id)).collect()
    }
}

fn fault(place: &str, what: &str) -> Fault {
    Fault {
        place: place.to_owned(),
        what: what.to_owned(),
    }
}

fn resolve_node(name: &Arc<str>, node: raw::Node, find: &Finder<'_>) -> Result<Node, Fault> {
    let advice = || match (node.care, node.evidence) {
        (Some(care), Some(evidence)) => Ok(Advice { care, evidence }),
        (None, _) => Err(fault(name, "`care` is missing")),
        (_, None) => Err(fault(name, "`evidence` is missing")),
    };
    let body = match node.kind {
        raw::Kind::Menu => Body::Menu {
            options: menu_options(name, node.options, find)?,
        },
        raw::Kind::Symptom => {
            let not_sure = node
                .not_sure
                .as_deref()
                .ok_or_else(|| fault(name, "`not_sure` is missing"))?;
            Body::Symptom {
                options: answers(name, node.options, find)?,
                not_sure: find.node(name, not_sure)?,
            }
        }
        raw::Kind::Cause => Body::Cause {
            advice: advice()?,
            relief: find.all(name, &node.relief)?,
        },
        raw::Kind::Relief => Body::Relief {
            advice: advice()?,
            steps: node.steps,
            routine: node.routine,
        },
        raw::Kind::Warning => Body::Warning {
            advice: advice()?,
            steps: node.steps,
        },
        raw::Kind::Topic => Body::Topic {
            evidence: node.evidence,
        },
    };
    Ok(Node {
        see_also: find.all(name, &node.see_also)?,
        id: Arc::clone(name),
        title: node.title,
        text: node.text,
        sources: node.sources,
        body,
    })
}

fn menu_options(
    name: &str,
    options: Vec<raw::Choice>,
    find: &Finder<'_>,
) -> Result<Vec<Choice>, Fault> {
    let target = |to: &str| match to {
        RESCUE => Ok(Target::Rescue),
        id => find.node(name, id).map(Target::Node),
    };
    options
        .into_iter()
        .map(|option| {
            Ok(Choice {
                to: target(&option.to)?,
                label: option.label,
            })
        })
        .collect()
}

fn answers(name: &str, options: Vec<raw::Choice>, find: &Finder<'_>) -> Result<Vec<Answer>, Fault> {
    options
        .into_iter()
        .map(|option| {
            let to = find.node(name, &option.to)?;
            Ok(Answer {
                to,
                label: option.label,
                clear: option.clear,
            })
        })
        .collect()
}

fn resolve_rescue(rescue: raw::Rescue, find: &Finder<'_>) -> Result<Rescue, Fault> {
    let first = rescue.moves.get(&rescue.default.muscle);
    if first
        .and_then(|poses| poses.get(&rescue.default.pose))
        .is_none_or(Vec::is_empty)
    {
        return Err(fault(
            "rescue",
            "`default` names a muscle and pose without moves",
        ));
    }
    Ok(Rescue {
        over_limit: find.node("rescue", &rescue.over_limit)?,
        after: find.node("rescue", &rescue.after)?,
        muscle: rescue.default.muscle,
        position: rescue.default.pose,
        limit: rescue.limit.0,
        check: rescue.check,
        moves: rescue.moves,
    })
}

/// What a menu names to start rescue instead of opening a page.
pub const RESCUE: &str = "@rescue";
