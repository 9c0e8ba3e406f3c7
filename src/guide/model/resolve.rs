//! From a raw guide to the model: every id becomes a node, or a fault.

use std::collections::HashMap;
use std::sync::Arc;

use super::{About, Body, Choice, Fault, Guide, Node, NodeId, RESCUE, Rescue, Target};
use crate::guide::raw::{self, RescueSetting};

impl Guide {
    /// Resolves every id of a raw guide.
    ///
    /// # Errors
    /// The first reference or field that is missing. `check` names them all.
    pub fn from_raw(raw: raw::RawGuide) -> Result<Self, Fault> {
        let names: Vec<Arc<str>> = raw.nodes.keys().map(|id| Arc::from(id.as_str())).collect();
        let ids = names.iter().map(Arc::clone).zip((0..).map(NodeId)).collect();
        let find = Finder { ids: &ids };
        let nodes = names.iter().zip(raw.nodes.into_values());
        let nodes = nodes.map(|(name, node)| resolve_node(name, node, &find));
        let nodes = nodes.collect::<Result<_, _>>()?;
        let rescue = match raw.rescue {
            Some(RescueSetting::Own(rescue)) => Some(resolve_rescue(*rescue, &find)?),
            Some(RescueSetting::None) | None => None,
        };
        let danger = raw.danger.filter(|id| id != raw::NONE);
        Ok(Self {
            start: find.node("start", &raw.start)?,
            danger: danger.map(|id| find.node("danger", &id)).transpose()?,
            screen: find.all("screen", &raw.screen)?,
            bedtime: raw.bedtime,
            rescue,
            diary: raw.diary.is_none(),
            words: raw.words.into(),
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
        self.ids.get(id).copied().ok_or_else(|| fault(place, &no_node(id)))
    }

    fn all(&self, place: &str, ids: &[String]) -> Result<Vec<NodeId>, Fault> {
        ids.iter().map(|id| self.node(place, id)).collect()
    }
}

fn fault(place: &str, what: &str) -> Fault {
    Fault(format!("{place}: {what}"))
}

fn resolve_node(name: &Arc<str>, node: raw::RawNode, find: &Finder<'_>) -> Result<Node, Fault> {
    let body = match node.kind {
        raw::Kind::Menu => Body::Menu { options: options(name, node.options, find)? },
        raw::Kind::Symptom => {
            let not_sure =
                node.not_sure.as_deref().ok_or_else(|| fault(name, "`not_sure` is missing"))?;
            let options = options(name, node.options, find)?;
            if options.iter().any(|option| option.to == Target::Rescue) {
                return Err(fault(name, &no_node(RESCUE)));
            }
            Body::Symptom { options, not_sure: find.node(name, not_sure)? }
        }
        raw::Kind::Cause => Body::Cause { relief: find.all(name, &node.relief)? },
        raw::Kind::Relief => Body::Relief { steps: node.steps, routine: node.routine },
        raw::Kind::Warning => Body::Warning { steps: node.steps, big: node.big },
        raw::Kind::Topic => Body::Topic,
    };
    Ok(Node {
        see_also: find.all(name, &node.see_also)?,
        id: Arc::clone(name),
        title: node.title,
        text: node.text,
        also: node.also,
        care: node.care,
        evidence: node.evidence,
        sources: node.sources,
        body,
    })
}

/// The options with "none of these" as the last one.
fn options(
    name: &str,
    options: Vec<raw::RawChoice>,
    find: &Finder<'_>,
) -> Result<Vec<Choice>, Fault> {
    let mut options: Vec<Choice> = options
        .into_iter()
        .map(|option| {
            Ok(Choice {
                to: match &*option.to {
                    RESCUE => Target::Rescue,
                    id => Target::Node(find.node(name, id)?),
                },
                label: option.label,
                hint: option.hint,
                about: option.about,
                clear: option.clear,
            })
        })
        .collect::<Result<_, _>>()?;
    options.sort_by_key(|option| option.clear);
    Ok(options)
}

fn resolve_rescue(rescue: raw::RawRescue, find: &Finder<'_>) -> Result<Rescue, Fault> {
    let first = rescue.moves.get(&rescue.default.muscle);
    let first = first.and_then(|poses| poses.get(&rescue.default.pose));
    if first.is_none_or(|one| one.steps.is_empty()) {
        return Err(fault("rescue", "`default` names a muscle and pose without moves"));
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

fn no_node(id: &str) -> String {
    format!("there is no node `{id}`")
}
