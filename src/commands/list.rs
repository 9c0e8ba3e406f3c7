//! `list`: every page, stretch and routine by its id.

use super::output::print_json;
use super::{Exit, Out, Outcome, Setup, guide_json};
use crate::guide::Guide;
use crate::text::wrap::cells;

/// Prints the list.
pub(super) fn run(guide: &Guide, setup: &Setup, out: &mut Out) -> Outcome {
    if setup.flags.json {
        return print_json(&guide_json::list(guide), out);
    }
    let all: Vec<_> = names(guide).collect();
    let id_width = all.iter().map(|row| cells(row.0)).max().unwrap_or(0);
    let kind_width = all.iter().map(|row| row.1.len()).max().unwrap_or(0);
    for (id, kind, title) in all {
        let pad = " ".repeat(id_width.saturating_sub(cells(id)));
        writeln!(out, "{id}{pad}  {kind:kind_width$}  {title}")?;
    }
    Ok(Exit::Done)
}

/// Id, kind and title of every page, routine and stretch.
pub(super) fn names(guide: &Guide) -> impl Iterator<Item = (&str, &'static str, &str)> {
    let nodes = guide.nodes().map(|(id, node)| (guide.name(id), node.kind.word(), &*node.title));
    let routines = guide.routines.iter().map(|(id, one)| (id.as_str(), "routine", &*one.title));
    let stretches = guide.stretches.iter().map(|(id, one)| (id.as_str(), "stretch", &*one.title));
    nodes.chain(routines).chain(stretches)
}
