//! `show`: one page, stretch or routine as text.

use super::output::{print_json, print_page};
use super::{Exit, Failure, Out, Outcome, Setup, guide_json, list};
use crate::app::page::{node, routine, stretch};
use crate::guide::model::{Guide, NodeId};
use crate::text::messages::mistakes::did_you_mean;
use crate::text::nearest;

/// Prints what has this id. Pages come first; `routine:` or `stretch:` before an id says what is
/// meant.
pub(super) fn run(guide: &Guide, setup: &Setup, id: &str, out: &mut Out) -> Outcome {
    let (kind, name) = id.split_once(':').unwrap_or(("", id));
    let routine = guide.routines.get_key_value(name).filter(|_| ["", "routine"].contains(&kind));
    let stretch = guide.stretches.get_key_value(name).filter(|_| ["", "stretch"].contains(&kind));
    let (document, page) = if let Some(id) = guide.find(id) {
        (guide_json::page(guide, id), node::printed(guide, id))
    } else if let Some((id, routine)) = routine {
        (guide_json::routine(guide, id, routine), routine::printed(guide, routine))
    } else if let Some((id, stretch)) = stretch {
        (guide_json::stretch(guide, id, stretch), stretch::page(guide, id))
    } else {
        return Err(unknown(guide, id));
    };
    if setup.flags.json { print_json(&document, out) } else { print_page(guide, page, out) }
}

/// The page with this id.
pub(super) fn find_page(guide: &Guide, id: &str) -> Outcome<NodeId> {
    guide.find(id).ok_or_else(|| unknown(guide, id))
}

fn unknown(guide: &Guide, id: &str) -> Failure {
    let near = did_you_mean(&nearest(id, list::names(guide).map(|(id, ..)| id)));
    let message =
        format!("this guide has nothing named `{id}`{near}\n`uncramp list` names everything");
    Failure::new(Exit::NotFound, message)
}
