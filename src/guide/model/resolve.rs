//! From a raw guide to the model: every id becomes a node, or a fault.

use std::collections::HashMap;
use std::sync::Arc;

use super::{
    About, Advice, Answer, Body, Choice, Fault, Guide, Node, NodeId, RESCUE, Rescue, Target,
};
use crate::guide::raw::{self, Text};
use crate::text::messages::problems as words;

impl Guide {
    /// Resolves every id of a raw guide.
    ///
    /// # Errors
    /// The first reference or field that is missing. `check` names them all.
    pub fn from_raw(raw: raw::Guide) -> Result<Self, Fault> {
        let names: Vec<Arc<str>> = raw.nodes.keys().map(|id| Arc::from(id.as_str())).collect();
        let mut ids = HashMap::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            let index = u32::try_from(index).map_err(|_| fault("nodes", words::TOO_MANY_NODES))?;
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
}

struct Finder<'a> {
    ids: &'a HashMap<Arc<str>, NodeId>,
}

impl Finder<'_> {
    fn node(&self, place: &str, id: &str) -> Result<NodeId, Fault> {
        self.ids
            .get(id)
            .copied()
            .ok_or_else(|| fault(place, &words::no_node(id)))
    }

    fn all(&self, place: &str, ids: &[Text]) -> Result<Vec<NodeId>, Fault> {
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
        (None, _) => Err(fault(name, &words::no_key("care"))),
        (_, None) => Err(fault(name, &words::no_key("evidence"))),
    };
    let body = match node.kind {
        raw::Kind::Menu => Body::Menu {
            options: menu_options(name, node.options, find)?,
        },
        raw::Kind::Symptom => {
            let not_sure = node
                .not_sure
                .as_deref()
                .ok_or_else(|| fault(name, &words::no_key("not_sure")))?;
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
        return Err(fault("rescue", words::NO_MOVES));
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
