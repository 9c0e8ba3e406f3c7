//! What a session came to: how long each leg was held and what was skipped.

use std::time::Duration;

use super::plan::{Phase, PhaseKind};
use super::session::Session;

/// The outcome of a session, or of the part that is over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionSummary {
    /// How long the left leg was held in all.
    pub left: Duration,
    /// How long the right leg was held in all.
    pub right: Duration,
    /// Holds that ran to their end, at most as many as are planned.
    pub completed: u32,
    /// Holds that were skipped, wholly or in part; at most those that are planned besides.
    pub skipped: u32,
    /// Holds of the plan; one of both legs at once counts as one.
    pub planned: u32,
    /// The same for each step, in order.
    pub steps: Vec<StepSummary>,
}

/// The outcome of one step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepSummary {
    /// Id of the stretch.
    pub stretch: String,
    /// How long the left leg was held.
    pub left: Duration,
    /// How long the right leg was held.
    pub right: Duration,
    /// Holds that ran to their end, at most as many as are planned.
    pub completed: u32,
    /// Holds that were skipped, wholly or in part; at most those that are planned besides.
    pub skipped: u32,
}

impl SessionSummary {
    /// Whether every planned hold ran to its end.
    pub fn is_complete(&self) -> bool {
        self.skipped == 0 && self.completed >= self.planned
    }
}

impl Session {
    /// What the session has come to at this instant. A hold of both legs counts for each, and one
    /// that was held or skipped again counts once.
    pub fn summary(&self, now: Duration) -> SessionSummary {
        let plan = self.plan();
        let mut summary = SessionSummary::default();
        for (index, (step, past)) in plan.steps.iter().zip(self.finished(now)).enumerate() {
            let is_planned = |phase: &&Phase| phase.kind == PhaseKind::Hold && phase.step == index;
            let planned = plan.phases.iter().filter(is_planned).count();
            let planned = u32::try_from(planned).unwrap_or(u32::MAX);
            let completed = past.completed.min(planned);
            let step = StepSummary {
                stretch: step.stretch.clone(),
                left: past.left.length,
                right: past.right.length,
                completed,
                skipped: past.skipped.min(planned - completed),
            };
            summary.planned += planned;
            summary.left += step.left;
            summary.right += step.right;
            summary.completed += step.completed;
            summary.skipped += step.skipped;
            summary.steps.push(step);
        }
        summary
    }
}
