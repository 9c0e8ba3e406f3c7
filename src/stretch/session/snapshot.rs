//! A session as it is kept for the offer to resume.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Past, Pause, Session};
use crate::stretch::clock::Stopwatch;
use crate::stretch::plan::{Options, Phase, Plan, whole_millis};
use crate::stretch::summary::SessionSummary;

/// How long a broken-off session is offered again.
pub const KEPT_FOR: Duration = Duration::from_secs(12 * 60 * 60);

/// No phase of a session that was really run is longer; keeps sums of a damaged one from overflowing.
const BOUND: Duration = Duration::from_secs(24 * 60 * 60);

/// Everything needed to go on with a session, given its routine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Id of the routine.
    pub routine: String,
    /// What the person had changed about it.
    pub options: Options,
    /// [`Plan::hash`] of its timeline.
    pub hash: u64,
    #[serde(with = "whole_millis")]
    elapsed: Duration,
    #[serde(with = "whole_millis")]
    anchor: Duration,
    cursor: usize,
    script: Vec<Phase>,
    past: Vec<Past>,
    came_to: Totals,
}

/// What the session had come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Totals {
    #[serde(with = "whole_millis")]
    left: Duration,
    #[serde(with = "whole_millis")]
    right: Duration,
    completed: u32,
    skipped: u32,
    planned: u32,
}

impl Snapshot {
    /// Whether a session kept for this long may be offered.
    pub fn is_fresh(age: Duration) -> bool {
        age <= KEPT_FOR
    }

    /// The time in the session's own count, pauses left out.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// What the session had come to, in all.
    pub fn summary(&self) -> SessionSummary {
        SessionSummary {
            left: self.came_to.left,
            right: self.came_to.right,
            completed: self.came_to.completed,
            skipped: self.came_to.skipped,
            planned: self.came_to.planned,
            steps: Vec::new(),
        }
    }
}

impl Session {
    /// The session as it stands at this instant, to be kept; `None` when it is done.
    pub fn snapshot(&self, now: Duration) -> Option<Snapshot> {
        if self.is_done(now) {
            return None;
        }
        let summary = self.summary(now);
        Some(Snapshot {
            routine: self.plan.routine.clone(),
            options: self.plan.options,
            hash: self.plan.hash(),
            elapsed: self.watch.elapsed(now),
            anchor: self.anchor,
            cursor: self.cursor,
            script: self.script.clone(),
            past: self.past.clone(),
            came_to: Totals {
                left: summary.left,
                right: summary.right,
                completed: summary.completed,
                skipped: summary.skipped,
                planned: summary.planned,
            },
        })
    }

    /// The kept session of this plan, paused as after a gap: it goes on with a count-in.
    ///
    /// `None` when it was kept from another timeline or does not hang together.
    pub fn resumed(plan: Plan, kept: &Snapshot) -> Option<Self> {
        let steps = plan.steps.len();
        let sound = kept
            .script
            .iter()
            .all(|phase| phase.step < steps && !phase.length.is_zero() && phase.length <= BOUND);
        let ran = kept.past.len() == steps && kept.past.iter().all(|past| past.fits(kept.anchor));
        let bounded = kept.elapsed <= BOUND * 1000 && kept.script.len() < 1_000_000;
        let hangs_together = sound && ran && bounded && kept.anchor <= kept.elapsed;
        if kept.hash != plan.hash() || !hangs_together {
            return None;
        }
        let session = Self {
            plan,
            watch: Stopwatch::at(kept.elapsed),
            paused: Some(Pause::Gap),
            script: kept.script.clone(),
            cursor: kept.cursor,
            anchor: kept.anchor,
            past: kept.past.clone(),
            pressed: None,
            heard: kept.elapsed,
            announce: true,
        };
        (!session.is_done(Duration::ZERO)).then_some(session)
    }
}
