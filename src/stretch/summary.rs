//! What a session came to: how long each leg was held and what was skipped.

use std::time::Duration;

use super::plan::{PhaseKind, PlanStep};
use super::session::{Past, Session};

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
    /// Holds of the plan.
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

    /// How much longer the left leg was held, in milliseconds; negative when the right was.
    pub fn left_minus_right_ms(&self) -> i64 {
        let ms = |length: Duration| i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
        ms(self.left) - ms(self.right)
    }
}

impl Session {
    /// What the session has come to at this instant. A hold of both legs counts for each.
    pub fn summary(&self, now: Duration) -> SessionSummary {
        let plan = self.plan();
        let holds = plan.phases.iter().filter(|p| p.kind == PhaseKind::Hold);
        let mut planned = vec![0; plan.steps.len()];
        for hold in holds {
            if let Some(of_step) = planned.get_mut(hold.step) {
                *of_step += 1;
            }
        }
        let steps = plan.steps.iter().zip(self.past(now)).zip(&planned);
        let mut summary = SessionSummary {
            planned: planned.iter().sum(),
            steps: steps
                .map(|((step, past), planned)| StepSummary::of(step, past, *planned))
                .collect(),
            ..SessionSummary::default()
        };
        for step in &summary.steps {
            summary.left += step.left;
            summary.right += step.right;
            summary.completed += step.completed;
            summary.skipped += step.skipped;
        }
        summary
    }
}

impl StepSummary {
    /// A hold that was held or skipped again counts once.
    fn of(step: &PlanStep, past: Past, planned: u32) -> Self {
        let completed = past.completed.min(planned);
        Self {
            stretch: step.stretch.clone(),
            left: past.left.length,
            right: past.right.length,
            completed,
            skipped: past.skipped.min(planned - completed),
        }
    }
}
