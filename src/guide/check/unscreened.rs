//! Second safety proof: whoever answers any question and arrives at a cause or
//! relief has answered "none of these" to every question of the danger screen.
//!
//! For each question of the screen its clearing answer is taken away, and what answers can
//! still reach is unscreened. Each page has two states in this search: before any question
//! was answered, and after.

use indexmap::IndexMap;

use super::edges::{EdgeKind, Edges};
use super::report::Report;
use crate::guide::digraph::{Digraph, way_back};
use crate::guide::problem::Code;
use crate::guide::raw::Kind;

/// The most holes noted for each question.
const MOST_HOLES: usize = 50;

/// A page, and which of its edges, from 0.
type EdgeIndex = (usize, usize);

/// The number of the state in which a page is reached.
fn state(page: usize, answered: bool) -> usize {
    page * 2 + usize::from(answered)
}

/// The page of a state, and whether any question was answered on the way to it.
fn page_of(state: usize) -> (usize, bool) {
    (state / 2, state % 2 == 1)
}

/// Notes every way round the danger screen, with the path that takes it.
pub(crate) fn check(edges: &Edges<'_>, start: usize, screen: &[usize], report: &mut Report) {
    let mut all: IndexMap<EdgeIndex, (Vec<usize>, Vec<String>)> = IndexMap::new();
    for question in screen {
        let id = &edges.pages[*question].id.value;
        for (edge, path) in holes_of(edges, start, *question) {
            all.entry(edge).or_insert_with(|| (path, Vec::new())).1.push(format!("`{id}`"));
        }
    }
    for ((page, nth), (path, missed)) in all {
        let (missed, trail) = (missed.join(" and "), edges.trail(&path));
        let message = format!("this way goes round the danger question {missed}: {trail}");
        report.add(Code::Unscreened, edges.pages[page].edges[nth].place, message);
    }
}

/// The ways that lead from before this question to behind it, each with a path
/// from the first page over it to advice.
fn holes_of(edges: &Edges<'_>, start: usize, question: usize) -> IndexMap<EdgeIndex, Vec<usize>> {
    let mut holes = IndexMap::new();
    // Without a clearing answer everything is unscreened, and `screen` tells that.
    if edges.pages[question].edges_of(EdgeKind::Clear).next().is_none() {
        return holes;
    }
    let digraph = without_clearing(edges, question);
    let is_advice =
        |page: &usize| matches!(edges.pages[*page].kind, Some(Kind::Cause | Kind::Relief));
    let advice = (0..edges.pages.len()).filter(is_advice).map(|page| state(page, true));
    let to_advice = digraph.reversed().search(advice, |_| true);
    let behind = behind(edges, question);
    // After an answer only questions and warnings may come before the screen is cleared, so
    // the author has to mend a way to anything else.
    let is_hole = |state: usize| {
        let (page, answered) = page_of(state);
        match edges.pages[page].kind {
            Some(Kind::Symptom) => behind[page],
            Some(Kind::Warning) | None => false,
            Some(Kind::Menu | Kind::Topic | Kind::Cause | Kind::Relief) => answered,
        }
    };
    let leads = |state: usize| to_advice[state].is_some();
    let came = digraph.search([state(start, false)], |state| leads(state) && !is_hole(state));
    for from in (0..came.len()).filter(|from| came[*from].is_some()) {
        for (nth, &to) in digraph.from(from).iter().enumerate() {
            if holes.len() < MOST_HOLES && leads(to) && is_hole(to) {
                holes.entry((page_of(from).0, nth)).or_insert_with(|| {
                    let there = way_back(&came, from).into_iter().rev();
                    let path = there.chain(way_back(&to_advice, to));
                    path.map(|state| page_of(state).0).collect()
                });
            }
        }
    }
    holes
}

/// The states and the edges between them. The clearing answer of this question leads back to
/// where it is given, so that the edges keep their numbers.
fn without_clearing(edges: &Edges<'_>, question: usize) -> Digraph {
    Digraph::new((0..edges.pages.len() * 2).map(|from| {
        let (page, answered) = page_of(from);
        let asks = edges.pages[page].kind == Some(Kind::Symptom);
        edges.pages[page].edges.iter().map(move |edge| match edge.kind {
            EdgeKind::Clear if page == question => from,
            _ => state(edge.to, answered || (asks && edge.is_answer())),
        })
    }))
}

/// Whether answers lead to a page only after this question is cleared, for each page.
fn behind(edges: &Edges<'_>, question: usize) -> Vec<bool> {
    let cleared = edges.pages[question].edges_of(EdgeKind::Clear);
    let after = edges.forward.search(cleared.map(|edge| edge.to), |_| true);
    let before = edges.forward.reversed().search([question], |_| true);
    after.iter().zip(before).map(|(after, before)| after.is_some() && before.is_none()).collect()
}

#[cfg(test)]
mod tests;
