//! Second safety proof: whoever answers any question and arrives at a cause or
//! relief has answered "none of these" to every question of the danger screen.
//!
//! For each screen question its clearing answer is taken away; what answers can
//! still reach is unscreened. A search over pages, each with and without an
//! answer given so far, visits every such state once.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet, VecDeque};

use super::edges::{Edge, EdgeKind, Edges};
use super::report::Report;
use crate::guide::digraph::Digraph;
use crate::guide::problem::Code;
use crate::guide::raw::Kind;

/// More holes than this are not told apart.
const MOST_HOLES: usize = 50;

/// A page, and whether any question was answered on the way to it.
type SearchState = (usize, bool);

fn number((page, answered): SearchState) -> usize {
    page * 2 + usize::from(answered)
}

struct Hole {
    path: Vec<usize>,
    missed: Vec<usize>,
}

/// Notes every way round the danger screen, with the path that takes it.
pub(crate) fn check(edges: &Edges<'_>, start: usize, screen: &[usize], report: &mut Report) {
    let mut holes: Vec<(usize, Hole)> = Vec::new();
    let mut known: HashMap<usize, usize> = HashMap::new();
    for question in screen {
        for (edge, path) in holes_of(edges, start, *question) {
            if let Some(index) = known.get(&edge) {
                holes[*index].1.missed.push(*question);
                continue;
            }
            known.insert(edge, holes.len());
            let missed = vec![*question];
            holes.push((edge, Hole { path, missed }));
        }
    }
    for (edge, hole) in holes {
        let names = hole.missed.iter();
        let names: Vec<_> =
            names.map(|page| format!("`{}`", edges.pages[*page].id.value)).collect();
        report.add(
            Code::Unscreened,
            edges.all[edge].place,
            format!(
                "this way goes round the danger question {}: {}",
                names.join(" and "),
                edges.trail(&hole.path)
            ),
        );
    }
}

/// The ways that lead from before this question to behind it, each with a path
/// from the first page over it to advice.
fn holes_of(edges: &Edges<'_>, start: usize, question: usize) -> Vec<(usize, Vec<usize>)> {
    // Without a clearing answer everything is unscreened; that is told there.
    if !edges.from(question).iter().any(|edge| edge.clear) {
        return Vec::new();
    }
    let search = Search::new(edges, question);
    let to_advice = search.towards_advice();
    if !to_advice[number((start, false))] {
        return Vec::new();
    }
    let behind = behind(edges, question);
    let mut came: HashMap<SearchState, Option<(SearchState, usize)>> =
        HashMap::from([((start, false), None)]);
    let mut open = VecDeque::from([(start, false)]);
    let mut holes: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut told = HashSet::new();
    while let Some(state) = open.pop_front() {
        for (edge, next) in search.steps(state) {
            if !to_advice[number(next)] {
                continue;
            }
            if search.is_hole(next, &behind) {
                if holes.len() < MOST_HOLES && told.insert(edge) {
                    let mut path = walk_back(&came, state);
                    path.extend(search.walk_on(next, &to_advice));
                    holes.push((edge, path));
                }
            } else if let Entry::Vacant(fresh) = came.entry(next) {
                fresh.insert(Some((state, edge)));
                open.push_back(next);
            }
        }
    }
    holes
}

/// The pages that answers lead to only after this question is cleared.
fn behind(edges: &Edges<'_>, question: usize) -> Vec<bool> {
    let forward = edges.digraph(|edge| edge.kind != EdgeKind::Reading);
    let cleared = edges.from(question).iter().filter(|edge| edge.clear);
    let after = forward.reach(cleared.map(|edge| edge.to as usize));
    let before = forward.reversed().reach([question]);
    after.iter().zip(before).map(|(after, before)| *after && !before).collect()
}

fn walk_back(
    came: &HashMap<SearchState, Option<(SearchState, usize)>>,
    end: SearchState,
) -> Vec<usize> {
    let mut path = vec![end.0];
    let mut state = end;
    while let Some(Some((before, _))) = came.get(&state) {
        state = *before;
        path.push(state.0);
    }
    path.reverse();
    path
}

/// The search for advice without the clearing answer of one question.
struct Search<'w, 't> {
    edges: &'w Edges<'t>,
    question: usize,
    first: Vec<usize>,
}

impl<'w, 't> Search<'w, 't> {
    fn new(edges: &'w Edges<'t>, question: usize) -> Self {
        let mut first = vec![0];
        for page in 0..edges.pages.len() {
            first.push(first[page] + edges.from(page).len());
        }
        Self { edges, question, first }
    }

    fn steps(
        &self,
        (page, answered): SearchState,
    ) -> impl Iterator<Item = (usize, SearchState)> + '_ {
        let from = self.edges.from(page).iter().enumerate();
        let open = from.filter(move |(_, edge)| !(edge.clear && page == self.question));
        open.map(move |(index, edge)| {
            let next = (edge.to as usize, answered || self.answers(edge));
            (self.first[page] + index, next)
        })
    }

    fn answers(&self, edge: &Edge) -> bool {
        let asks = self.edges.pages[edge.from as usize].kind == Some(Kind::Symptom);
        asks && matches!(edge.kind, EdgeKind::Option(_) | EdgeKind::NotSure)
    }

    fn is_advice(&self, (page, answered): SearchState) -> bool {
        answered && matches!(self.edges.pages[page].kind, Some(Kind::Cause | Kind::Relief))
    }

    /// Whether the way into this state is what the author has to mend. After an
    /// answer only questions and warnings may come before the screen is cleared.
    fn is_hole(&self, (page, answered): SearchState, behind: &[bool]) -> bool {
        match self.edges.pages[page].kind {
            Some(Kind::Symptom) => behind[page],
            Some(Kind::Warning) | None => false,
            Some(Kind::Menu | Kind::Topic | Kind::Cause | Kind::Relief) => answered,
        }
    }

    /// The states from which advice can be reached, by number.
    fn towards_advice(&self) -> Vec<bool> {
        let digraph = self.digraph();
        let states = (0..self.edges.pages.len()).map(|page| (page, true));
        let advice = states.filter(|state| self.is_advice(*state));
        digraph.reversed().reach(advice.map(number))
    }

    fn digraph(&self) -> Digraph {
        let states = (0..self.edges.pages.len()).flat_map(|page| [(page, false), (page, true)]);
        Digraph::new(states.map(|state| self.steps(state).map(|(_, next)| number(next))))
    }

    /// A shortest path from here to advice.
    fn walk_on(&self, from: SearchState, to_advice: &[bool]) -> Vec<usize> {
        let mut came: HashMap<SearchState, Option<(SearchState, usize)>> =
            HashMap::from([(from, None)]);
        let mut open = VecDeque::from([from]);
        while let Some(state) = open.pop_front() {
            if self.is_advice(state) {
                return walk_back(&came, state);
            }
            for (edge, next) in self.steps(state) {
                if to_advice[number(next)] && !came.contains_key(&next) {
                    came.insert(next, Some((state, edge)));
                    open.push_back(next);
                }
            }
        }
        vec![from.0]
    }
}

#[cfg(test)]
mod tests;
