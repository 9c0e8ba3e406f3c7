//! `show`: one page, stretch or routine as text.

use std::io::Write;

use super::output::{print_json, print_page};
use super::{Exit, Failure, Outcome, Setup, document, list};
use crate::app::page::{node, routine, stretch};
use crate::guide::model::{Guide, NodeId};
use crate::guide::raw::{Routine, Stretch};
use crate::text::messages::mistakes::meant;
use crate::text::nearest;

/// Something with an id.
enum Shown<'a> {
    Page(NodeId),
    Routine(&'a str, &'a Routine),
    Stretch(&'a str, &'a Stretch),
}

/// Prints what has this id.
pub(super) fn run(guide: &Guide, setup: &Setup, id: &str, out: &mut dyn Write) -> Outcome {
    let found = find(guide, id)?;
    if setup.flags.json {
        let document = match found {
            Shown::Page(id) => document::page(guide, id),
            Shown::Routine(id, routine) => document::routine(guide, id, routine),
            Shown::Stretch(id, stretch) => document::stretch(guide, id, stretch),
        };
        return print_json(&document, out);
    }
    let page = match found {
        Shown::Page(id) => node::printed(guide, id),
        Shown::Routine(_, one) => routine::printed(guide, one),
        Shown::Stretch(id, _) => stretch::page(guide, id),
    };
    print_page(guide, &page, out)
}

/// Pages come first; `routine:` or `stretch:` before an id says what is meant.
fn find<'a>(guide: &'a Guide, id: &str) -> Result<Shown<'a>, Failure> {
    let routine = |id| {
        let (id, routine) = guide.routines.get_key_value(id)?;
        Some(Shown::Routine(id, routine))
    };
    let stretch = |id| {
        let (id, stretch) = guide.stretches.get_key_value(id)?;
        Some(Shown::Stretch(id, stretch))
    };
    let found = match id.split_once(':') {
        Some(("routine", id)) => routine(id),
        Some(("stretch", id)) => stretch(id),
        _ => guide.find(id).map(Shown::Page).or_else(|| routine(id)).or_else(|| stretch(id)),
    };
    found.ok_or_else(|| unknown(guide, id))
}

/// The page with this id.
pub(super) fn find_page(guide: &Guide, id: &str) -> Result<NodeId, Failure> {
    guide.find(id).ok_or_else(|| unknown(guide, id))
}

fn unknown(guide: &Guide, id: &str) -> Failure {
    let near = meant(&nearest(id, list::names(guide).map(|(id, ..)| id)));
    let message =
        format!("this guide has nothing named `{id}`{near}\n`uncramp list` names everything");
    Failure::new(Exit::NotFound, message)
}
