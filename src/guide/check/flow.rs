//! The shape of the tree: pages no way leads to, ends that are none, circles
//! without a way out, and paths with too many answers.

use std::collections::HashSet;

use super::edges::{EdgeKind, Edges};
use super::report::Report;
use super::tree::Value;
use crate::guide::digraph::Digraph;
use crate::guide::problem::Code;
use crate::guide::raw::{Kind, Limits};

/// The pages that readers can begin at, as far as they exist.
#[derive(Debug, Default)]
pub(crate) struct Roots {
    /// The first page.
    pub start: Option<usize>,
    /// The first page, the danger signs, the screen, and the pages rescue names.
    pub all: Vec<usize>,
}

/// Notes what is wrong with the shape of the tree.
pub(crate) fn check(root: &Value<'_>, edges: &Edges<'_>, roots: &Roots, report: &mut Report) {
    unreachable(edges, roots, report);
    dead_ends(edges, report);
    self_loops(edges, report);
    circles(edges, report);
    if let Some(start) = roots.start {
        too_many_answers(root, edges, start, report);
    }
}

fn unreachable(edges: &Edges<'_>, roots: &Roots, report: &mut Report) {
    // Without a first page nothing can be reached; that is already reported.
    if roots.start.is_none() {
        return;
    }
    let reached = edges.digraph(|_| true).search(roots.all.iter().copied(), |_| true);
    for (page, reached) in edges.pages.iter().zip(reached) {
        if reached.is_none() {
            let message = format!("no way leads to `{}`", page.id.value);
            report.add(Code::Unreachable, page.id.place, message);
        }
    }
}

fn dead_ends(edges: &Edges<'_>, report: &mut Report) {
    for page in &edges.pages {
        let asks = matches!(page.kind, Some(Kind::Menu | Kind::Symptom));
        if asks && page.value.items_of("options").is_empty() {
            let place = page.id.place;
            let message = format!("`{}` offers nothing to choose", page.id.value);
            report.add(Code::DeadEnd, place, message);
        }
    }
}

fn self_loops(edges: &Edges<'_>, report: &mut Report) {
    for edge in edges.all.iter().filter(|edge| edge.is_answer() && edge.from == edge.to) {
        let id = &edges.pages[edge.from as usize].id.value;
        let message = format!("this answer leads back to its own question `{id}`");
        report.add(Code::SelfLoop, edge.place, message);
    }
}

/// The ways that questions and menus are answered by, and the relief of a cause.
fn forward(edges: &Edges<'_>) -> Digraph {
    edges.digraph(|edge| edge.kind != EdgeKind::Reading)
}

fn circles(edges: &Edges<'_>, report: &mut Report) {
    let forward = forward(edges);
    let ends = edges.pages.iter().enumerate().filter(|(index, page)| {
        let asks = matches!(page.kind, Some(Kind::Menu | Kind::Symptom));
        !asks || page.leads_out || forward.is_end(*index)
    });
    let has_end = forward.reversed().search(ends.map(|(index, _)| index), |_| true);
    // From a page without an end every way leads on to another such page, so
    // taking the first way each time must come round.
    let mut walked = vec![0_usize; edges.pages.len()];
    for start in 0..edges.pages.len() {
        let mut page = start;
        let mut path = Vec::new();
        while has_end[page].is_none() && walked[page] == 0 {
            walked[page] = start + 1;
            path.push(page);
            let Some(next) = forward.from(page).next() else {
                break;
            };
            page = next;
        }
        if walked[page] == start + 1 && !path.is_empty() {
            let from = path.iter().position(|p| *p == page).unwrap_or_default();
            report_circle(edges, &path[from..], report);
        }
    }
}

fn report_circle(edges: &Edges<'_>, circle: &[usize], report: &mut Report) {
    let (Some(first), Some(last)) = (circle.first(), circle.last()) else {
        return;
    };
    let back = edges.from(*last).iter().find(|edge| edge.to as usize == *first);
    let place = back.map_or(edges.pages[*last].id.place, |edge| edge.place);
    let mut round = circle.to_vec();
    round.push(*first);
    let message = format!("these pages lead round in a circle: {}", edges.trail(&round));
    report.add(Code::NoWayOut, place, message);
}

fn too_many_answers(root: &Value<'_>, edges: &Edges<'_>, start: usize, report: &mut Report) {
    let limit = root.read::<Limits>("limits").unwrap_or_default().answers;
    let forward = forward(edges);
    let order = forward.ends_first(start);
    // How many answers the longest path from here takes; ways back are left
    // out because their target does not stand before this page in the order.
    let mut longest: Vec<Option<usize>> = vec![None; edges.pages.len()];
    let asks = |page: usize| edges.pages[page].kind == Some(Kind::Symptom);
    for page in order {
        let after = forward.from(page).filter_map(|to| longest[to]).max();
        let after = if ends_path(edges.pages[page].kind) { 0 } else { after.unwrap_or(0) };
        longest[page] = Some(after + usize::from(asks(page)));
    }
    let Some(total) = longest[start].filter(|total| *total > limit) else {
        return;
    };
    let mut path = vec![start];
    let mut on_path = HashSet::from([start]);
    let mut page = start;
    let mut place = edges.pages[start].id.place;
    let mut answers = 0;
    while !ends_path(edges.pages[page].kind) {
        let rest = longest[page].unwrap_or(0) - usize::from(asks(page));
        answers += usize::from(asks(page));
        let next = edges.from(page).iter().filter(|edge| edge.kind != EdgeKind::Reading);
        let next = next.filter(|edge| !on_path.contains(&(edge.to as usize)));
        let Some(edge) = next.into_iter().find(|edge| longest[edge.to as usize] == Some(rest))
        else {
            break;
        };
        page = edge.to as usize;
        path.push(page);
        on_path.insert(page);
        // The answer that goes beyond the limit is asked on this page.
        if answers <= limit {
            place = edges.pages[page].id.place;
        }
    }
    report.add(
        Code::TooManyAnswers,
        place,
        format!("a path takes {total} answers, more than {limit}: {}", edges.trail(&path)),
    );
}

/// Whether a path of answers is over at a page of this kind.
fn ends_path(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Cause | Kind::Relief | Kind::Warning | Kind::Topic) | None)
}
