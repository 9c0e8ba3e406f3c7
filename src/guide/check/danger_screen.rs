//! The safety proofs. First: every question of the danger screen is cleared by one answer only,
//! and every other answer leads straight to a warning. Second: whoever answers any question and
//! arrives at a cause or relief has answered "none of these" to every question of that screen.
//!
//! For the second, the clearing answer of each question of the screen is taken away, and what
//! answers can still reach is unscreened. Each page has two states in this search: before any
//! question was answered, and after.

use indexmap::IndexMap;

use super::edges::{CheckedPage, Edge, EdgeKind, Edges};
use super::report::Report;
use super::roots::Roots;
use crate::guide::digraph::{Digraph, path_back};
use crate::guide::problem::Code;
use crate::guide::raw::{Care, Kind};

/// Notes every hole in the danger screen and every way round it.
pub(crate) fn check(edges: &Edges<'_>, roots: &Roots, report: &mut Report) {
    let Roots { start, screen, .. } = roots;
    for question in screen.iter().map(|question| &edges.pages[*question]) {
        if question.kind == Some(Kind::Symptom) {
            clear_answer(edges, question, report);
            dangerous_answers(edges, question, report);
            not_sure(edges, question, report);
        }
    }
    clear_elsewhere(edges, screen, report);
    if let Some(start) = start {
        unscreened(edges, *start, screen, report);
    }
}

fn clear_answer(edges: &Edges<'_>, question: &CheckedPage<'_>, report: &mut Report) {
    let id = &question.id.value;
    let clear: Vec<&Edge> = question.edges_of(EdgeKind::Clear).collect();
    match *clear {
        [] if !question.leads_out => {
            let message = format!("no answer of `{id}` says \"none of these\"");
            report.add(Code::ScreenClear, question.id.location, message);
        }
        [] | [_] => {}
        [_, second, ..] => {
            // An answer that leads to a warning is probably marked by mistake.
            let is_sign = |edge: &&&Edge| edges.pages[edge.to].kind == Some(Kind::Warning);
            let wrong = clear.iter().find(is_sign).unwrap_or(&second);
            let message = format!("{} answers of `{id}` say `clear`", clear.len());
            report.add(Code::ScreenClear, wrong.location, message);
        }
    }
}

fn dangerous_answers(edges: &Edges<'_>, question: &CheckedPage<'_>, report: &mut Report) {
    for edge in question.edges_of(EdgeKind::Option) {
        let to = &edges.pages[edge.to];
        if to.kind.is_some_and(|kind| kind != Kind::Warning) {
            let message = format!("a danger sign leads to `{}`, which is no warning", to.id.value);
            report.add(Code::ScreenAnswer, edge.location, message);
        }
    }
}

fn not_sure(edges: &Edges<'_>, question: &CheckedPage<'_>, report: &mut Report) {
    let Some(edge) = question.edges_of(EdgeKind::NotSure).next() else { return };
    let to = &edges.pages[edge.to];
    let signs = question.edges_of(EdgeKind::Option).map(|edge| &edges.pages[edge.to]);
    let signs = signs.filter(|page| page.kind == Some(Kind::Warning));
    let least: Option<Care> = signs.filter_map(|page| page.care).min();
    let id = &to.id.value;
    let message = if to.kind.is_some_and(|kind| kind != Kind::Warning) {
        format!("\"not sure\" about a danger sign leads to `{id}`, which is no warning")
    } else if to.care.zip(least).is_some_and(|(care, least)| care < least) {
        format!("\"not sure\" leads to `{id}`, which is less care than any danger sign")
    } else {
        return;
    };
    report.add(Code::ScreenNotSure, edge.location, message);
}

/// Notes `clear` on a menu, and on a second answer of a question outside of the screen.
fn clear_elsewhere(edges: &Edges<'_>, screen: &[usize], report: &mut Report) {
    let pages = edges.pages.iter().enumerate();
    for (_, page) in pages.filter(|(index, _)| !screen.contains(index)) {
        let (allowed, what) = match page.kind {
            Some(Kind::Symptom) => (1, "says `clear` more than once"),
            _ => (0, "is no question"),
        };
        let clear = page.value.items_of("options").iter().filter_map(|option| option.get("clear"));
        let clear = clear.filter(|value| value.text().is_some_and(|text| text.value == "true"));
        for value in clear.skip(allowed) {
            let message = format!("`{}` {what}", page.id.value);
            report.add(Code::ClearMisplaced, value.location, message);
        }
    }
}

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
fn unscreened(edges: &Edges<'_>, start: usize, screen: &[usize], report: &mut Report) {
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
        report.add(Code::Unscreened, edges.pages[page].edges[nth].location, message);
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
    let is_advice = |at: &usize| matches!(edges.pages[*at].kind, Some(Kind::Cause | Kind::Relief));
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
        for (nth, &to) in digraph.successors(from).iter().enumerate() {
            if holes.len() < MOST_HOLES && leads(to) && is_hole(to) {
                holes.entry((page_of(from).0, nth)).or_insert_with(|| {
                    let there = path_back(&came, from).into_iter().rev();
                    let path = there.chain(path_back(&to_advice, to));
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
