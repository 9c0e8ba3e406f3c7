//! The reader's way through the guide: the pages visited, the answers given,
//! and what they mean for safety.

use std::collections::HashMap;

use super::model::{CLEAR, Guide, NodeId, Target};
use super::raw::Kind;

/// Where on a page the reader was, so that going back shows it exactly as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PagePlace {
    /// The selected item, from 0; `None` until the reader moves to one.
    pub cursor: Option<usize>,
    /// The first visible line, from 0.
    pub scroll: usize,
}

impl PagePlace {
    /// The top of a page with nothing selected, because no default may answer a question of danger.
    pub(crate) const UNSELECTED: Self = Self { cursor: None, scroll: 0 };
}

impl Default for PagePlace {
    /// The top of a page, with its first item selected.
    fn default() -> Self {
        Self { cursor: Some(0), scroll: 0 }
    }
}

/// How the reader left a page for the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The option with this index, from 0: a menu choice or an answer.
    Option(usize),
    /// "Not sure" on a symptom question.
    NotSure,
    /// A link, a further page or a relief page.
    Link(NodeId),
}

/// One visited page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The page.
    pub node: NodeId,
    /// Where on it the reader was.
    pub place: PagePlace,
    /// How the reader left it; `None` only on the last visit.
    pub left_by: Option<Step>,
    /// What the reader chose here before, until the cursor is put on it.
    chosen: Option<Step>,
}

/// One answered symptom question.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// The index of its visit on the trail, from 0.
    pub index: usize,
    /// The question.
    pub question: NodeId,
    /// What was answered: an option or "not sure".
    pub step: Step,
}

/// The most pages that a trail keeps. Nobody reads so many, and a key held down all night must
/// not fill the memory.
const MOST_VISITS: usize = 10_000;

/// A way through one guide. Always at a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    visits: Vec<Visit>,
    /// Answers given before, offered again when the same question comes back.
    remembered: HashMap<NodeId, Step>,
    /// Steps taken after the question that was reopened, kept for where they still fit.
    later: HashMap<NodeId, Step>,
}

impl Trail {
    /// A trail that begins at this page.
    pub fn new(start: NodeId) -> Self {
        Self { visits: vec![Visit::at(start)], remembered: HashMap::new(), later: HashMap::new() }
    }

    /// The visited pages, the open one last.
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// The page it began with.
    pub(crate) fn first(&self) -> NodeId {
        self.visits[0].node
    }

    /// The open page.
    pub fn here(&self) -> NodeId {
        self.last().node
    }

    /// Where on the open page the reader is.
    pub fn place(&self) -> PagePlace {
        self.last().place
    }

    /// Moves on the open page.
    pub(crate) fn set_place(&mut self, place: PagePlace) {
        if let Some(visit) = self.visits.last_mut() {
            visit.place = place;
        }
    }

    /// What was chosen on the open page before, so that the cursor can be put there once.
    pub(crate) fn take_chosen(&mut self) -> Option<Step> {
        self.visits.last_mut()?.chosen.take()
    }

    fn last(&self) -> &Visit {
        // `visits` starts with one page and `back` never removes the first.
        &self.visits[self.visits.len() - 1]
    }

    /// Takes a step from the open page, and tells where it leads. A step that leads to rescue, or
    /// that the page does not have, changes nothing.
    pub fn take_step(&mut self, guide: &Guide, step: Step) -> Option<Target> {
        let to = target(guide, self.here(), step)?;
        if let Target::Node(next) = to {
            self.push(guide, step, next);
            // The steps taken before follow for as long as the same pages do. They stop at every
            // outcome, so that a warning is read again even if the reader once went on from it.
            while !matches!(step, Step::Link(_))
                && !guide.node(self.here()).is_outcome()
                && let Some(later) = self.later.remove(&self.here())
                && let Some(Target::Node(next)) = target(guide, self.here(), later)
            {
                self.push(guide, later, next);
            }
            self.later.clear();
        }
        Some(to)
    }

    fn push(&mut self, guide: &Guide, step: Step, next: NodeId) {
        let here = self.here();
        if guide.node(here).kind == Kind::Symptom && !matches!(step, Step::Link(_)) {
            self.remembered.insert(here, step);
        }
        if let Some(visit) = self.visits.last_mut() {
            visit.left_by = Some(step);
        }
        let mut visit = Visit::at(next);
        if guide.selects_nothing(next) {
            visit.place = PagePlace::UNSELECTED;
        }
        visit.chosen = self.remembered.get(&next).copied();
        self.visits.push(visit);
        if self.visits.len() > MOST_VISITS {
            self.forget();
        }
    }

    /// Drops the older half of the pages after the first one. What was cleared there is asked again.
    fn forget(&mut self) {
        let end = self.visits.len() / 2;
        let next = self.visits[end].node;
        self.visits[0].left_by = Some(Step::Link(next));
        self.visits.drain(1..end);
    }

    /// Returns to the page before, exactly as it was. `false` on the first page.
    pub fn back(&mut self) -> bool {
        if self.visits.len() < 2 {
            return false;
        }
        self.visits.pop();
        self.later.clear();
        if let Some(visit) = self.visits.last_mut() {
            visit.chosen = visit.left_by.take();
        }
        true
    }

    /// Returns to the visit with this index, from 0, exactly as it was, to
    /// answer anew. The next answer keeps the later ones where they still fit.
    pub fn reopen(&mut self, index: usize) {
        let later = self.visits.iter().skip(index + 1);
        let later = later.filter_map(|visit| Some((visit.node, visit.left_by?))).collect();
        while self.visits.len() > index + 1 && self.back() {}
        self.later = later;
    }

    /// The symptom questions answered on this trail.
    pub fn answers(&self, guide: &Guide) -> impl Iterator<Item = Answer> {
        self.visits.iter().enumerate().filter_map(|(index, visit)| {
            let (question, step) = (visit.node, visit.left_by?);
            let asks = guide.node(question).kind == Kind::Symptom;
            (asks && !matches!(step, Step::Link(_))).then_some(Answer { index, question, step })
        })
    }

    /// Whether every question of the danger screen was answered "none of these".
    /// A guide without a danger screen is never cleared.
    pub fn is_cleared(&self, guide: &Guide) -> bool {
        let is_answered = |question: &NodeId| {
            let key = |step| guide.choice_of(*question, step).map(|choice| choice.key);
            let mut answers = self.answers(guide).filter(|answer| answer.question == *question);
            answers.any(|answer| key(answer.step) == Some(CLEAR))
        };
        !guide.danger_questions.is_empty() && guide.danger_questions.iter().all(is_answered)
    }

    /// Carries the trail over to another version of the guide, for as long as
    /// its pages and options still exist there.
    #[must_use]
    pub(crate) fn carry_over(&self, from: &Guide, to: &Guide) -> Self {
        let find = |node: NodeId| to.find(from.name(node));
        let Some(first) = find(self.first()) else { return Self::new(to.start) };
        let mut trail = Self::new(first);
        trail.set_place(self.visits[0].place);
        for pair in self.visits.windows(2) {
            let step = match pair[0].left_by {
                Some(Step::Link(node)) => find(node).map(Step::Link),
                other => other,
            };
            let (Some(step), Some(next)) = (step, find(pair[1].node)) else { break };
            if target(to, trail.here(), step) != Some(Target::Node(next)) {
                break;
            }
            trail.push(to, step, next);
            trail.set_place(pair[1].place);
        }
        trail
    }
}

impl Visit {
    fn at(node: NodeId) -> Self {
        Self { node, place: PagePlace::default(), left_by: None, chosen: None }
    }
}

/// Where a step from this page leads, if the page has it.
pub(crate) fn target(guide: &Guide, from: NodeId, step: Step) -> Option<Target> {
    match step {
        Step::Link(node) => Some(Target::Node(node)),
        Step::Option(_) | Step::NotSure => guide.choice_of(from, step).map(|choice| choice.to),
    }
}

/// What the reader answered, in the guide's words.
pub(crate) fn label(guide: &Guide, node: NodeId, step: Step) -> Option<&str> {
    guide.choice_of(node, step).map(|choice| choice.label)
}

#[cfg(test)]
mod tests;
