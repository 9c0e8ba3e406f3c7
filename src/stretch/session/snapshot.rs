//! A session as it is kept for the offer to resume.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Session;
use crate::stretch::cramp::BootTime;
use crate::stretch::plan::Plan;
use crate::stretch::stopwatch::{Pause, Stopwatch};
use crate::stretch::summary::SessionSummary;

/// The longest phase that is accepted, so that sums of a damaged session cannot overflow.
const BOUND: Duration = Duration::from_secs(24 * 60 * 60);

/// A session that stands still. One that is read from a file is checked, so that damage cannot
/// bring the program down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Session")]
pub struct Snapshot(Session);

impl Snapshot {
    /// The plan it runs.
    pub fn plan(&self) -> &Plan {
        &self.0.plan
    }

    /// How long before it was kept it began.
    pub fn age(&self) -> Duration {
        self.0.earlier
    }

    /// The same session, kept for so long.
    #[must_use]
    pub fn kept_for(mut self, time: Duration) -> Self {
        self.0.earlier += time;
        self
    }

    /// What the session had come to.
    pub fn summary(&self) -> SessionSummary {
        self.0.summary(Duration::ZERO)
    }
}

impl TryFrom<Session> for Snapshot {
    type Error = &'static str;

    fn try_from(mut session: Session) -> Result<Self, Self::Error> {
        let Session { plan, watch, phases, phase_started: started, finished, .. } = &session;
        let (steps, elapsed) = (plan.steps.len(), watch.elapsed(Duration::ZERO));
        let sound = phases
            .iter()
            .all(|phase| phase.step < steps && !phase.length.is_zero() && phase.length <= BOUND);
        let ran = finished.len() == steps && finished.iter().all(|past| past.fits(*started));
        let bounded = elapsed <= BOUND * 1000 && *started <= elapsed && phases.len() < 1_000_000;
        if !(sound && ran && bounded) {
            return Err("damaged");
        }
        session.watch = Stopwatch::Paused { shown: elapsed, why: Pause::Gap };
        // The first version did not keep it.
        session.earlier = session.earlier.clamp(elapsed, BOUND * 1000);
        session.set_starts();
        if session.is_done(Duration::ZERO) { Err("done") } else { Ok(Self(session)) }
    }
}

impl Session {
    /// The session as it stands at this instant, to be kept; `None` when it is done.
    pub fn snapshot(&self, now: Duration, boot: BootTime) -> Option<Snapshot> {
        let watch = Stopwatch::Paused { shown: self.watch.elapsed(now), why: Pause::Gap };
        let earlier = self.age(boot);
        (!self.is_done(now)).then(|| Snapshot(Self { watch, earlier, ..self.clone() }))
    }

    /// The kept session, paused as after a gap: it goes on with a count-in. `None` when this plan
    /// of its routine is another one.
    pub fn resumed(plan: &Plan, kept: &Snapshot, opened: BootTime) -> Option<Self> {
        let announced_until = kept.0.watch.elapsed(Duration::ZERO);
        let kept = kept.0.clone();
        let session = Self { opened, pressed: None, announced_until, announce: true, ..kept };
        (session.plan == *plan).then_some(session)
    }
}
