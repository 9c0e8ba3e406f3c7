//! A guide and its parts as JSON documents. Their shapes are promised to other programs.

use serde_json::{Value, json};

use crate::guide::model::{Guide, KeyedChoice, NodeId};
use crate::guide::raw::{Care, Evidence, Node, Routine, Stretch};
use crate::stretch::millis;

/// Every page, stretch and routine, as `list --json` prints them.
pub(super) fn list(guide: &Guide) -> Value {
    let node = |(id, node): (NodeId, &Node)| {
        json!({
            "id": guide.name(id),
            "kind": node.kind.word(),
            "title": node.title,
            "care": node.care.map(Care::word),
        })
    };
    let stretches = guide.stretches.iter().map(|(id, stretch)| {
        json!({
            "id": id,
            "title": stretch.title,
            "muscle": stretch.muscle,
            "pose": stretch.pose.word(),
        })
    });
    let routines = guide.routines.iter().map(|(id, one)| json!({"id": id, "title": one.title}));
    json!({
        "nodes": guide.nodes().map(node).collect::<Vec<_>>(),
        "stretches": stretches.collect::<Vec<_>>(),
        "routines": routines.collect::<Vec<_>>(),
    })
}

/// A page, as `show --json` prints it.
pub(super) fn page(guide: &Guide, id: NodeId) -> Value {
    let node = guide.node(id);
    json!({
        "id": guide.name(id),
        "kind": node.kind.word(),
        "title": node.title,
        "care": node.care.map(Care::word),
        "evidence": node.evidence.map(Evidence::word),
        "text": node.text,
        "options": next(guide, id),
        "relief": node.relief,
        "safety": guide.safety_of(node),
        "steps": node.steps,
        "routine": node.routine,
        "see_also": node.see_also,
        "sources": source_list(guide, &node.sources),
    })
}

/// What can be chosen on a page; "none of these" and "not sure" at the end.
pub(super) fn next(guide: &Guide, id: NodeId) -> Vec<Value> {
    let row = |choice: KeyedChoice<'_>| {
        json!({
            "n": key(choice.key),
            "label": choice.label,
            "hint": choice.hint,
            "about": choice.about,
            "to": choice.to.name(guide),
        })
    };
    guide.choices(id).into_iter().map(row).collect()
}

/// The key of a choice: a number, or "n" for "none of these".
pub(super) fn key(key: char) -> Value {
    key.to_digit(10).map_or_else(|| key.to_string().into(), Value::from)
}

fn source_list(guide: &Guide, keys: &[String]) -> Vec<Value> {
    keys.iter()
        .filter_map(|key| Some((key, guide.sources.get(key.as_str())?)))
        .map(|(key, source)| {
            json!({
                "key": key,
                "title": source.title,
                "by": source.by,
                "year": source.year,
                "url": source.url,
            })
        })
        .collect()
}

/// A stretch, as `show --json` prints it.
pub(super) fn stretch(guide: &Guide, id: &str, stretch: &Stretch) -> Value {
    json!({
        "id": id,
        "kind": "stretch",
        "title": stretch.title,
        "muscle": stretch.muscle,
        "pose": stretch.pose.word(),
        "safety": guide.safety(),
        "setup": stretch.setup,
        "move": stretch.motion,
        "feel": stretch.feel,
        "avoid": stretch.avoid,
        "stop_if": stretch.stop_if,
        "sources": source_list(guide, &stretch.sources),
    })
}

/// A routine, as `show --json` prints it.
pub(super) fn routine(guide: &Guide, id: &str, routine: &Routine) -> Value {
    let steps = routine.steps.iter().map(|step| {
        json!({
            "stretch": step.stretch,
            "sides": step.sides.word(),
            "hold_ms": millis(step.hold.0),
            "rest_ms": millis(step.rest.0),
            "repeat": step.repeat,
        })
    });
    json!({
        "id": id,
        "kind": "routine",
        "title": routine.title,
        "text": routine.text,
        "evidence": routine.evidence.word(),
        "ready_ms": millis(routine.ready.0),
        "change_ms": millis(routine.change.0),
        "safety": guide.safety(),
        "seated": routine.seated,
        "steps": steps.collect::<Vec<_>>(),
        "sources": source_list(guide, &routine.sources),
    })
}
