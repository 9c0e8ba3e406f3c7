//! The finished part of a session, as sums for each step, so that its size does not grow with each key.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::stretch::Leg;
use crate::stretch::plan::{Phase, PhaseKind};

/// More holds than anybody can end; larger numbers come from a damaged file.
const MOST_HOLDS: u32 = 100_000;

/// How a phase ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhaseEnding {
    /// Its time was over.
    Done,
    /// The person skipped the rest.
    Skipped,
    /// It was begun again, or still runs.
    Cut,
}

/// The finished part of one step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::stretch) struct Past {
    /// The holds of the left leg.
    pub(in crate::stretch) left: Held,
    /// The holds of the right leg.
    pub(in crate::stretch) right: Held,
    /// Holds that ran to their end.
    pub(in crate::stretch) completed: u32,
    /// Holds that were skipped, wholly or in part.
    pub(in crate::stretch) skipped: u32,
}

/// The holds of one leg.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::stretch) struct Held {
    /// How long in all.
    pub(in crate::stretch) length: Duration,
    /// When the leg was last let go, on the stopwatch.
    let_go: Duration,
}

impl Past {
    /// Adds a phase that lasted so long.
    pub(super) fn add(&mut self, phase: &Phase, length: Duration, end: PhaseEnding) {
        if phase.kind != PhaseKind::Hold {
            return;
        }
        // A hold of both legs counts for each.
        if phase.leg != Leg::Right {
            self.left.add(phase.start, length);
        }
        if phase.leg != Leg::Left {
            self.right.add(phase.start, length);
        }
        match end {
            PhaseEnding::Done => self.completed += 1,
            PhaseEnding::Skipped => self.skipped += 1,
            PhaseEnding::Cut => {}
        }
    }

    /// Whether these totals fit in the time that has passed.
    pub(super) fn fits(&self, elapsed: Duration) -> bool {
        let fits = |held: &Held| held.length <= elapsed && held.let_go <= elapsed;
        fits(&self.left) && fits(&self.right) && self.completed.max(self.skipped) < MOST_HOLDS
    }
}

impl Held {
    fn add(&mut self, start: Duration, length: Duration) {
        self.length += length;
        self.let_go = start + length;
    }

    /// When the leg was last let go, on the stopwatch; `None` where it was not held.
    pub(super) fn let_go(&self) -> Option<Duration> {
        (!self.length.is_zero()).then_some(self.let_go)
    }
}
