//! The one door: whether a routine may start, or what must be shown first.

use crate::guide::Trail;
use crate::guide::model::{Body, Guide, NodeId, Target};
use crate::guide::raw::Care;

/// What stands before a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyGate {
    /// Nothing: every question of the danger screen was answered "none of these".
    Open,
    /// The one-line check.
    Check,
    /// The warning that an answer led to; the routine does not start until
    /// that answer is changed.
    Shut(NodeId),
}

/// What stands before a routine on these ways through the guide: a danger answer on any of
/// them shuts the door, and clearing the screen on one of them is enough.
pub fn door<'a>(guide: &Guide, mut trails: impl Iterator<Item = &'a Trail> + Clone) -> SafetyGate {
    match trails.clone().find_map(|trail| trail.danger(guide)) {
        Some(warning) => SafetyGate::Shut(warning),
        None if trails.any(|trail| trail.is_cleared(guide)) => SafetyGate::Open,
        None => SafetyGate::Check,
    }
}

/// Whether a page is about danger: a warning, or a menu that leads to one. No stretch is offered beside it.
pub fn is_of_danger(guide: &Guide, id: NodeId) -> bool {
    let is_warning = |id: NodeId| matches!(guide.node(id).body, Body::Warning { .. });
    match &guide.node(id).body {
        Body::Warning { .. } => true,
        Body::Menu { options } => options
            .iter()
            .any(|option| matches!(option.to, Target::Node(to) if is_warning(to))),
        _ => false,
    }
}

/// The routine that a page offers: its own, or that of the first relief it names.
pub fn routine_of(guide: &Guide, id: NodeId) -> Option<&str> {
    match &guide.node(id).body {
        Body::Relief { routine, .. } => routine.as_deref(),
        Body::Cause { relief, advice } if advice.care < Care::Urgent => {
            relief.iter().find_map(|id| match &guide.node(*id).body {
                Body::Relief { routine, .. } => routine.as_deref(),
                _ => None,
            })
        }
        _ => None,
    }
}
