//! From a raw guide to the model: every id becomes a node, or a fault.

use std::collections::HashMap;
use std::sync::Arc;

use super::{About, Body, Choice, Fault, Guide, Node, NodeId, RESCUE, Rescue, Target};
use crate::guide::raw::{self, Claims, RescueSetting};
use crate::text::messages::problems as words;

impl Guide {
    /// Resolves every id of a raw guide.
    ///
    /// # Errors
    /// The first reference or field that is missing. `check` names them all.
    pub fn from_raw(raw: raw::RawGuide) -> Result<Self, Fault> {
        let names: Vec<Arc<str>> = raw.nodes.keys().map(|id| Arc::from(id.as_str())).collect();
        let mut ids = HashMap::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            let index = u32::try_from(index).map_err(|_| fault("nodes", words::TOO_MANY_NODES))?;
            ids.insert(Arc::clone(name), NodeId(index));
        }
        let find = Finder { ids: &ids };
        let mut nodes = Vec::with_capacity(names.len());
        for (name, node) in names.iter().zip(raw.nodes.into_values()) {
            nodes.push(resolve_node(name, node, raw.claims, &find)?);
        }
        let rescue = match raw.rescue {
            Some(RescueSetting::Own(rescue)) => Some(resolve_rescue(*rescue, &find)?),
            Some(RescueSetting::None) | None => None,
        };
        let screen =
            raw.screen.iter().map(|id| find.node("screen", id)).collect::<Result<_, _>>()?;
        let danger = raw
            .danger
            .as_deref()
            .filter(|id| *id != raw::NONE)
            .map(|id| find.node("danger", id))
            .transpose()?;
        Ok(Self {
            start: find.node("start", &raw.start)?,
            danger,
            screen,
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
        self.ids.get(id).copied().ok_or_else(|| fault(place, &words::no_node(id)))
    }

    fn all(&self, place: &str, ids: &[String]) -> Result<Vec<NodeId>, Fault> {
        ids.iter().map(|id| self.node(place, id)).collect()
    }
}

fn fault(place: &str, what: &str) -> Fault {
    Fault { place: place.to_owned(), what: what.to_owned() }
}

fn resolve_node(
    name: &Arc<str>,
    node: raw::RawNode,
    claims: Claims,
    find: &Finder<'_>,
) -> Result<Node, Fault> {
    let body = match node.kind {
        raw::Kind::Menu => Body::Menu { options: options(name, node.options, find)? },
        raw::Kind::Symptom => {
            let not_sure =
                node.not_sure.as_deref().ok_or_else(|| fault(name, &words::no_key("not_sure")))?;
            let options = options(name, node.options, find)?;
            if options.iter().any(|option| option.to == Target::Rescue) {
                return Err(fault(name, &words::no_node(RESCUE)));
            }
            Body::Symptom { options, not_sure: find.node(name, not_sure)? }
        }
        raw::Kind::Cause => Body::Cause { relief: find.all(name, &node.relief)? },
        raw::Kind::Relief => Body::Relief { steps: node.steps, routine: node.routine },
        raw::Kind::Warning => Body::Warning { steps: node.steps, big: node.big },
        raw::Kind::Topic => Body::Topic,
    };
    let node = Node {
        see_also: find.all(name, &node.see_also)?,
        id: Arc::clone(name),
        title: node.title,
        text: node.text,
        also: node.also,
        care: node.care,
        evidence: node.evidence,
        sources: node.sources,
        body,
    };
    if claims == Claims::Sourced && node.is_outcome() {
        let missing = |key| fault(name, &words::no_key(key));
        node.care.ok_or_else(|| missing("care"))?;
        node.evidence.ok_or_else(|| missing("evidence"))?;
    }
    Ok(node)
}

/// The options with "none of these" as the last one.
fn options(
    name: &str,
    options: Vec<raw::RawChoice>,
    find: &Finder<'_>,
) -> Result<Vec<Choice>, Fault> {
    let target = |to: &str| match to {
        RESCUE => Ok(Target::Rescue),
        id => find.node(name, id).map(Target::Node),
    };
    let mut options: Vec<Choice> = options
        .into_iter()
        .map(|option| {
            Ok(Choice {
                to: target(&option.to)?,
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
    if first
        .and_then(|poses| poses.get(&rescue.default.pose))
        .is_none_or(|one| one.steps.is_empty())
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
