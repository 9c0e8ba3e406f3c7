//! Lays holds out in time with the change and the rest that belong between them.

use std::time::Duration;

use super::{Phase, PhaseKind, PlanStep};
use crate::guide::raw::Sides;
use crate::stretch::Leg;

/// A timeline in the making.
pub(crate) struct Timeline {
    /// The phases so far.
    pub(crate) phases: Vec<Phase>,
    /// Where the next phase begins.
    pub(crate) at: Duration,
    /// When each leg was last let go in this step, left and right.
    pub(crate) let_go: [Option<Duration>; 2],
    /// The leg whose position the person is in.
    pub(crate) on: Option<Leg>,
    change: Duration,
}

impl Timeline {
    /// An empty timeline with this time to change legs.
    pub(crate) fn new(change: Duration) -> Self {
        Self { phases: Vec::new(), at: Duration::ZERO, let_go: [None; 2], on: None, change }
    }

    /// Adds a whole step: its `ready`, then its holds.
    pub(crate) fn add_step(&mut self, nth: usize, step: &PlanStep, ready: Duration, legs: &[Turn]) {
        self.let_go = [None; 2];
        self.on = None;
        if let Some(turn) = legs.first() {
            self.push(PhaseKind::Ready, *turn, nth, step, ready);
        }
        self.add_holds(nth, step, legs);
    }

    /// Adds holds in this order, each with the change and the missing rest before it.
    pub(crate) fn add_holds(&mut self, nth: usize, step: &PlanStep, legs: &[Turn]) {
        for turn in legs {
            if self.on.is_some_and(|on| on != turn.leg) {
                self.push(PhaseKind::Change, *turn, nth, step, self.change);
            }
            let missing = self.let_go_of(turn.leg).map_or(Duration::ZERO, |end| {
                step.rest.saturating_sub(self.at.saturating_sub(end))
            });
            self.push(PhaseKind::Rest, *turn, nth, step, missing);
            self.push(PhaseKind::Hold, *turn, nth, step, step.hold);
            self.end_hold(turn.leg, self.at);
        }
    }

    /// Notes that this leg was let go then.
    pub(crate) fn end_hold(&mut self, leg: Leg, end: Duration) {
        self.on = Some(leg);
        if leg != Leg::Right {
            self.let_go[0] = Some(end);
        }
        if leg != Leg::Left {
            self.let_go[1] = Some(end);
        }
    }

    fn let_go_of(&self, leg: Leg) -> Option<Duration> {
        match leg {
            Leg::Left => self.let_go[0],
            Leg::Right => self.let_go[1],
            Leg::Both => self.let_go[0].max(self.let_go[1]),
        }
    }

    fn push(&mut self, kind: PhaseKind, turn: Turn, nth: usize, step: &PlanStep, length: Duration) {
        if length.is_zero() {
            return;
        }
        self.phases.push(Phase {
            kind,
            leg: turn.leg,
            step: nth,
            rep: turn.rep,
            of: step.repeat,
            start: self.at,
            length,
        });
        self.at += length;
    }
}

/// One hold to come: whose turn it is and which of its holds it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    /// Whose turn.
    pub(crate) leg: Leg,
    /// Which hold of this leg, from 1.
    pub(crate) rep: u32,
}

/// The order in which the legs take turns when so many holds of the left and right leg remain.
///
/// For `both` the first number counts.
pub(crate) fn turns(step: &PlanStep, first: Leg, mut remain: [u32; 2]) -> Vec<Turn> {
    let most = remain[0].max(remain[1]) as usize;
    let both = [first, first.other()];
    // More than remain are left out below.
    let legs = match step.sides {
        Sides::Both => vec![Leg::Both; most],
        Sides::Alternate => both.repeat(most),
        Sides::Each => both.map(|leg| vec![leg; most]).concat(),
    };
    let turn = |leg| {
        let left = &mut remain[usize::from(leg == Leg::Right)];
        let rep = (step.repeat + 1).saturating_sub(*left).max(1);
        *left = left.checked_sub(1)?;
        Some(Turn { leg, rep })
    };
    legs.into_iter().filter_map(turn).collect()
}
