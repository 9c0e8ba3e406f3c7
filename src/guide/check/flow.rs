//! The shape of the tree: pages that cannot be reached, questions without answers, circles
//! without a way out, and paths with too many answers.

use super::edges::{CheckedPage, Edges};
use super::report::Report;
use super::roots::Roots;
use super::tree::Value;
use crate::guide::problem::Code;
use crate::guide::raw::{Kind, Limits};

/// The most answers on a path where `limits` says nothing.
const MOST_ANSWERS: u32 = 7;

/// Notes what is wrong with the shape of the tree.
pub(crate) fn check(root: &Value<'_>, edges: &Edges<'_>, roots: &Roots, report: &mut Report) {
    pages(edges, report);
    circles(edges, report);
    // Without a first page nothing can be reached, and that is already reported.
    if let Some(start) = roots.start {
        unreachable(edges, roots, report);
        too_many_answers(root, edges, start, report);
    }
}

fn unreachable(edges: &Edges<'_>, roots: &Roots, report: &mut Report) {
    let reached = edges.digraph(|_| true).search(roots.all.iter().copied(), |_| true);
    for (page, reached) in edges.pages.iter().zip(reached) {
        if reached.is_none() {
            let message = format!("no way leads to `{}`", page.id.value);
            report.add(Code::Unreachable, page.id.location, message);
        }
    }
}

fn pages(edges: &Edges<'_>, report: &mut Report) {
    for (index, page) in edges.pages.iter().enumerate() {
        let id = &page.id.value;
        if asks(page) && page.value.items_of("options").is_empty() {
            report.add(Code::DeadEnd, page.id.location, format!("`{id}` offers nothing to choose"));
        }
        for edge in page.edges.iter().filter(|edge| edge.is_answer() && edge.to == index) {
            let message = format!("this answer leads back to its own question `{id}`");
            report.add(Code::SelfLoop, edge.location, message);
        }
    }
}

/// Whether a page asks, so that no path of answers ends there.
fn asks(page: &CheckedPage<'_>) -> bool {
    matches!(page.kind, Some(Kind::Menu | Kind::Symptom))
}

fn circles(edges: &Edges<'_>, report: &mut Report) {
    let forward = &edges.forward;
    let ends = edges.pages.iter().enumerate().filter(|(index, page)| {
        !asks(page) || page.leads_out || forward.successors(*index).is_empty()
    });
    let has_end = forward.reversed().search(ends.map(|(index, _)| index), |_| true);
    // Every way from a page without an end leads to another such page, so always taking the
    // first way must lead back to a page already passed.
    let mut walked = vec![false; edges.pages.len()];
    for start in 0..edges.pages.len() {
        let (mut page, mut path) = (start, Vec::new());
        while has_end[page].is_none() && !walked[page] {
            walked[page] = true;
            path.push(page);
            page = forward.successors(page)[0];
        }
        if let Some(first) = path.iter().position(|passed| *passed == page) {
            path.drain(..first);
            let last = path[path.len() - 1];
            let back = edges.pages[last].edges.iter().find(|edge| edge.to == page);
            let location = back.map_or(edges.pages[last].id.location, |edge| edge.location);
            path.push(page);
            let message = format!("these pages lead round in a circle: {}", edges.trail(&path));
            report.add(Code::NoWayOut, location, message);
        }
    }
}

fn too_many_answers(root: &Value<'_>, edges: &Edges<'_>, start: usize, report: &mut Report) {
    let limits: Option<Limits> = root.read("limits");
    let limit = limits.map_or(MOST_ANSWERS, |limits| limits.answers);
    let forward = &edges.forward;
    // How many answers the longest path from a page takes, and the next page on it. The order
    // leaves ways back out, because they lead to pages that have no length yet.
    let mut longest: Vec<Option<(u32, Option<usize>)>> = vec![None; edges.pages.len()];
    let is_question = |page: usize| edges.pages[page].kind == Some(Kind::Symptom);
    for page in forward.post_order(start) {
        let ways = forward.successors(page).iter().rev().filter(|_| asks(&edges.pages[page]));
        let ways = ways.filter_map(|to| Some((longest[*to]?.0, *to)));
        let (after, next) = ways.max_by_key(|(after, _)| *after).unzip();
        longest[page] = Some((after.unwrap_or(0) + u32::from(is_question(page)), next));
    }
    let Some((total, _)) = longest[start].filter(|(total, _)| *total > limit) else {
        return;
    };
    let mut path = vec![start];
    while let Some((_, Some(next))) = longest[path[path.len() - 1]] {
        path.push(next);
    }
    let mut questions = path.iter().copied().filter(|page| is_question(*page));
    let beyond = questions.nth(limit as usize).unwrap_or(start);
    let location = edges.pages[beyond].id.location;
    let trail = edges.trail(&path);
    let message = format!("a path takes {total} answers, more than {limit}: {trail}");
    report.add(Code::TooManyAnswers, location, message);
}
