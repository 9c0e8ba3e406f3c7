//! Gives every node what `defaults` says about those that say nothing of their own.

use super::raw::{Kind, RawGuide};

/// Fills in what `defaults` names, and leaves `defaults` empty.
pub(crate) fn fill(guide: &mut RawGuide) {
    let defaults = std::mem::take(&mut guide.defaults);
    for node in guide.nodes.values_mut() {
        let claims = node.evidence.is_some() || !node.sources.is_empty();
        match node.kind {
            Kind::Symptom => node.not_sure = node.not_sure.take().or(defaults.not_sure.clone()),
            Kind::Cause | Kind::Relief | Kind::Warning => node.care = node.care.or(defaults.care),
            Kind::Topic if claims => {}
            Kind::Menu | Kind::Topic => continue,
        }
        if node.kind == Kind::Symptom {
            continue;
        }
        node.evidence = node.evidence.or(defaults.evidence);
        if node.sources.is_empty() {
            node.sources.clone_from(&defaults.sources);
        }
    }
}
