//! Names of sources, stretches and routines: each exists, and each that exists is named.

use std::collections::HashMap;

use super::report::Report;
use super::tree::Value;
use super::values::short;
use crate::guide::problem::Code;

/// Notes every name of a source, stretch or routine that does not exist, and
/// every one of these that nothing names.
pub(super) fn check(root: &Value<'_>, report: &mut Report) {
    let (mut sources, mut stretches, mut routines) = (Vec::new(), Vec::new(), Vec::new());
    for section in ["nodes", "stretches", "routines"] {
        for (_, entry) in root.entries_of(section) {
            sources.extend(entry.texts_of("sources"));
            routines.extend(["routine", "seated"].into_iter().filter_map(|key| entry.text_of(key)));
            stretches.extend(entry.items_of("steps").iter().filter_map(|s| s.text_of("stretch")));
        }
    }
    sources.extend(root.get("defaults").into_iter().flat_map(|all| all.texts_of("sources")));
    routines.extend(root.text_of("bedtime"));
    for (key, what, unknown, unused, names) in [
        ("sources", "source", Code::UnknownSource, Code::UnusedSource, sources),
        ("stretches", "stretch", Code::UnknownStretch, Code::UnusedStretch, stretches),
        ("routines", "routine", Code::UnknownRoutine, Code::UnusedRoutine, routines),
    ] {
        let ids = || root.entries_of(key).iter().map(|(id, _)| &*id.value);
        let mut used: HashMap<&str, bool> = ids().map(|id| (id, false)).collect();
        for name in names {
            if let Some(used) = used.get_mut(&*name.value) {
                *used = true;
            } else if !name.value.trim().is_empty() {
                let message = format!("no {what} is named `{}`", short(&name.value));
                let otherwise = format!("add it under `{key}`, or name one that exists");
                report.add_unknown(unknown, name.location, message, &name.value, ids(), &otherwise);
            }
        }
        for (id, _) in root.entries_of(key).iter().filter(|(id, _)| !used[&*id.value]) {
            report.add(unused, id.location, format!("nothing names the {what} `{}`", id.value));
        }
    }
}
