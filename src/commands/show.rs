//! `show`: one page, stretch or routine as text.

use std::io::Write;

use super::{Exit, Failure, Outcome, print_json, print_text};
use super::{document, list};
use crate::app::page::{Goal, Page, node, routine, stretch};
use crate::guide::model::{Guide, NodeId};
use crate::guide::raw::{Routine, Stretch};
use crate::guide::trail::Step;
use crate::runtime::platform;
use crate::text::messages::mistakes::meant;
use crate::text::wrap::cells;
use crate::text::{clean, nearest};

/// The most cells that a printed line takes.
pub(super) const WIDTH: usize = 72;

/// The fewest cells of a line, however narrow the window is.
const NARROWEST: usize = 20;

/// The cells of a printed line: fewer in a narrow window.
pub(super) fn width() -> usize {
    let window = platform::window_size(std::io::stdout());
    let columns = window.map_or(0, |(columns, _)| usize::from(columns));
    match columns {
        0 => WIDTH,
        columns => columns.clamp(NARROWEST, WIDTH),
    }
}

/// Something with an id.
enum Shown<'a> {
    Page(NodeId),
    Routine(&'a str, &'a Routine),
    Stretch(&'a str, &'a Stretch),
}

/// Prints what has this id.
pub(super) fn run(guide: &Guide, id: &str, as_json: bool, out: &mut dyn Write) -> Outcome {
    let found = find(guide, id)?;
    if as_json {
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
    print_text(&text(guide, &page, width()), out)
}

/// A page as text. No number can be typed there, so links have their id beside them and a
/// routine its command; the answers of a question keep their numbers for `answer`.
pub(super) fn text(guide: &Guide, page: &Page, width: usize) -> String {
    let laid_out = page.lines(width);
    let text = laid_out.text();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for item in &laid_out.items {
        let name = match &item.goal {
            Goal::Step(Step::Link(id)) => format!("({})", guide.node(*id).id),
            Goal::Routine(id) => format!("(`uncramp stretch {id}`)"),
            _ => continue,
        };
        if let (Some(key), Some(first)) = (item.key, lines.get_mut(item.lines.start)) {
            *first = first.replacen(key, "-", 1);
        }
        let last = item.lines.end.saturating_sub(1);
        if let Some(last) = lines.get_mut(last) {
            let fits = cells(last) + 1 + cells(&name) <= width;
            last.push_str(if fits { " " } else { "\n     " });
            last.push_str(&clean(&name));
        }
    }
    lines.join("\n") + "\n"
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
