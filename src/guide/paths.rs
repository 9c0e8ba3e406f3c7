//! All paths of answers through a guide: how many there are, how long they
//! are, and where they end.
//!
//! A path begins at the first page, takes an option or "not sure" on every page
//! that asks, and ends at the first page that asks nothing, or at rescue. A way
//! back to a page that is already on the path is not taken, so every path is
//! simple. Counting goes once over the pages, however many paths there are.

use super::digraph::Digraph;
use super::model::{Guide, NodeId, Target};
use super::raw::Kind;

/// The result of counting all paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathSummary {
    /// How many paths there are; counting stops at the largest number there is.
    pub paths: u128,
    /// How many of them answer at least one question about symptoms.
    pub answered: u128,
    /// The most questions answered on one path.
    pub longest: usize,
    /// The median number of questions answered, over the paths that answer any.
    pub median: usize,
    /// Where paths end, in file order; rescue comes last.
    pub ends: Vec<PathEnd>,
}

/// A page where paths end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathEnd {
    /// The page, or rescue.
    pub at: Target,
    /// How many paths end here.
    pub paths: u128,
    /// The fewest questions answered on the way here.
    pub shortest: usize,
    /// The most questions answered on the way here.
    pub longest: usize,
}

/// One path, as `answer` takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerPath {
    /// The key pressed on each page.
    pub choices: Vec<char>,
    /// Where it ends.
    pub end: Target,
}

/// How many paths have taken 0, 1, 2 … answers.
type Counts = Vec<u128>;

impl Guide {
    /// How many questions are answered on a usual way through the guide: the median, counted when it
    /// is first asked for.
    pub fn usual_questions(&self) -> usize {
        *self.usual_questions.get_or_init(|| count(self).median)
    }
}

/// Counts all paths.
pub fn count(guide: &Guide) -> PathSummary {
    let (order, rank) = topological_order(guide);
    let mut counts: Vec<Counts> = vec![Vec::new(); guide.nodes().len()];
    counts[guide.start.0] = vec![1];
    let mut rescue = Counts::new();
    for page in order {
        let choices = guide.choices(page);
        if choices.is_empty() {
            continue;
        }
        let mut here = std::mem::take(&mut counts[page.0]);
        if guide.node(page).kind == Kind::Symptom {
            here.insert(0, 0);
        }
        for choice in choices {
            match choice.to {
                Target::Rescue => add(&mut rescue, &here),
                Target::Node(to) if rank[page.0] < rank[to.0] => add(&mut counts[to.0], &here),
                Target::Node(_) => {}
            }
        }
    }
    let ends = guide.nodes().map(|(id, _)| (Target::Node(id), &counts[id.0]));
    let ends = ends.chain([(Target::Rescue, &rescue)]);
    let ends = ends.filter_map(|(at, counts)| {
        let shortest = counts.iter().position(|count| *count > 0)?;
        let longest = counts.iter().rposition(|count| *count > 0)?;
        Some(PathEnd { at, paths: sum(counts), shortest, longest })
    });
    let ends: Vec<PathEnd> = ends.collect();
    for counts in &counts {
        add(&mut rescue, counts);
    }
    let all = rescue;
    let answered = sum(all.get(1..).unwrap_or_default());
    let median = (1..all.len()).find(|most| sum(&all[1..=*most]) >= answered.div_ceil(2));
    let longest = all.iter().rposition(|count| *count > 0).unwrap_or(0);
    PathSummary { paths: sum(&all), answered, longest, median: median.unwrap_or(0), ends }
}

fn add(to: &mut Counts, from: &Counts) {
    if to.len() < from.len() {
        to.resize(from.len(), 0);
    }
    for (to, from) in to.iter_mut().zip(from) {
        *to = to.saturating_add(*from);
    }
}

fn sum(counts: &[u128]) -> u128 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

/// The pages in an order in which each stands before the pages it leads on to, and the place of
/// each page in it. A way to an earlier place leads back, to a page already on the path.
fn topological_order(guide: &Guide) -> (Vec<NodeId>, Vec<usize>) {
    let digraph = Digraph::new(guide.nodes().map(|(id, _)| {
        guide.choices(id).into_iter().filter_map(|choice| Some(choice.to.node()?.0))
    }));
    let mut order = digraph.post_order(guide.start.0);
    order.reverse();
    let mut rank = vec![usize::MAX; guide.nodes().len()];
    for (index, page) in order.iter().enumerate() {
        rank[*page] = index;
    }
    (order.into_iter().map(NodeId).collect(), rank)
}

/// Every path, one after another.
pub fn list(guide: &Guide) -> impl Iterator<Item = AnswerPath> {
    let (_, rank) = topological_order(guide);
    let mut open = vec![AnswerPath { choices: Vec::new(), end: Target::Node(guide.start) }];
    std::iter::from_fn(move || {
        while let Some(path) = open.pop() {
            let Target::Node(page) = path.end else { return Some(path) };
            let choices = guide.choices(page);
            if choices.is_empty() {
                return Some(path);
            }
            let is_ahead = |to: NodeId| rank[page.0] < rank[to.0];
            let ahead = choices.iter().rev().filter(|one| one.to.node().is_none_or(is_ahead));
            open.extend(ahead.map(|choice| {
                let choices = path.choices.iter().copied().chain([choice.key]).collect();
                AnswerPath { choices, end: choice.to }
            }));
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::raw;

    fn guide(nodes: &str) -> Guide {
        let head =
            "{schema: 1, title: T, version: '1', language: en, notice: N, start: a, nodes: {";
        let raw: raw::RawGuide =
            serde_yaml::from_str(&format!("{head}{nodes}}}}}")).expect("well formed");
        Guide::from_raw(raw).expect("every name exists")
    }

    const SMALL: &str = "
        a: {kind: menu, title: A, options: [{label: 1, to: q}, {label: 2, to: '@rescue'}, {label: 3, to: end}]},
        q: {kind: symptom, title: Q, options: [{label: 1, to: r}, {label: 2, to: end}, {label: 3, to: a}], not_sure: r},
        r: {kind: symptom, title: R, options: [{label: 1, to: end}, {label: 2, to: q}], not_sure: end},
        end: {kind: topic, title: E}";

    #[test]
    fn paths_are_counted_and_measured_without_walking_each() {
        let guide = guide(SMALL);
        let summary = count(&guide);
        assert_eq!((summary.paths, summary.answered), (7, 5));
        assert_eq!((summary.longest, summary.median), (2, 2));
        let ends: Vec<_> =
            summary.ends.iter().map(|end| (end.at.name(&guide), end.paths)).collect();
        assert_eq!(ends, [("end", 6), ("@rescue", 1)]);
        assert_eq!((summary.ends[0].shortest, summary.ends[0].longest), (0, 2));
    }

    #[test]
    fn the_listed_paths_are_those_that_were_counted() {
        let guide = guide(SMALL);
        let keys = |path: AnswerPath| path.choices.into_iter().collect();
        let listed: Vec<String> = list(&guide).map(keys).collect();
        assert_eq!(listed, ["111", "110", "12", "101", "100", "2", "3"]);
    }

    #[test]
    fn a_guide_of_one_page_has_one_path() {
        let guide = guide("a: {kind: topic, title: A}");
        assert_eq!(count(&guide).paths, 1);
        assert_eq!(list(&guide).count(), 1);
    }
}
