//! A running session: the plan, a stopwatch, and what the person changed on the way.
//!
//! What is shown is looked up from the time passed; nothing is counted down. From the phase at the
//! cursor on, phases follow each other by time alone, so a late or doubled wake-up cannot change
//! anything. A key first records what has passed, then moves the cursor or edits the phases.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::cramp::BootTime;
use super::cue::{self, Cue};
use super::motion;
use super::plan::{Phase, PhaseKind, Plan};
use super::stopwatch::{Pause, Stopwatch, seconds_shown};

mod edit;
mod past;
mod snapshot;

use past::{Past, PhaseEnding};
pub use snapshot::Snapshot;

/// How soon a second press of "restart this phase" means the phase before.
pub const AGAIN_WITHIN: Duration = Duration::from_secs(2);
/// How much one press lengthens or shortens a phase.
pub const NUDGE: Duration = Duration::from_secs(10);
/// Sleep or a stop longer than this is a gap; anything less is lateness.
pub(crate) const GAP: Duration = Duration::from_secs(2);
/// Time to get into position before a hold that a gap broke off begins anew.
pub const COUNT_IN: Duration = Duration::from_secs(3);

/// A session of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    plan: Plan,
    watch: Stopwatch,
    /// Since when this program runs it.
    #[serde(skip)]
    opened: BootTime,
    /// How long before that it began, pauses and sleep of the machine included.
    #[serde(default)]
    earlier: Duration,
    /// The plan's phases as they now stand, each with its start on the stopwatch.
    phases: Vec<Phase>,
    /// The place of the first phase that is not recorded as finished.
    cursor: usize,
    /// When that phase began, on the stopwatch.
    phase_started: Duration,
    /// The finished part, for each step of the plan.
    finished: Vec<Past>,
    /// When "restart this phase" was last pressed.
    pressed: Option<Duration>,
    /// Up to where cues have been taken, on the stopwatch.
    announced_until: Duration,
    /// The phase at the cursor was changed by a key and is to be announced.
    announce: bool,
}

/// What stands at one instant of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment<'a> {
    /// The phase that runs.
    pub phase: &'a Phase,
    /// Its place among the phases.
    pub index: usize,
    /// How much of it has passed.
    pub passed: Duration,
    /// How much of it is left; never zero.
    pub left: Duration,
    /// What comes next; `None` before the end.
    pub next: Option<&'a Phase>,
    /// How much of the session has passed, pauses left out.
    pub elapsed: Duration,
    /// How much of the session is left.
    pub total_left: Duration,
}

impl Moment<'_> {
    /// The whole seconds of this phase that are shown.
    pub fn seconds(&self) -> u64 {
        seconds_shown(self.left)
    }
}

impl Session {
    /// A session of this plan that starts at this instant.
    pub fn new(plan: Plan, now: Duration, opened: BootTime) -> Self {
        Self {
            phases: plan.phases.clone(),
            finished: vec![Past::default(); plan.steps.len()],
            plan,
            watch: Stopwatch::Running { since: now, shown: Duration::ZERO },
            opened,
            earlier: Duration::ZERO,
            cursor: 0,
            phase_started: Duration::ZERO,
            pressed: None,
            announced_until: Duration::ZERO,
            announce: true,
        }
    }

    /// The plan it runs.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The phases of the plan as they now stand.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// Why it stands still, if it does.
    pub fn paused(&self) -> Option<Pause> {
        self.watch.paused()
    }

    /// What stands at this instant; `None` when the last hold is over.
    pub fn moment(&self, now: Duration) -> Option<Moment<'_>> {
        let elapsed = self.watch.elapsed(now);
        let mut ahead = self.phases.iter().enumerate().skip(self.cursor);
        let (index, phase) = ahead.find(|(_, phase)| elapsed < phase.end())?;
        let passed = elapsed.saturating_sub(phase.start);
        Some(Moment {
            phase,
            index,
            passed,
            left: phase.length.saturating_sub(passed),
            next: self.phases.get(index + 1),
            elapsed,
            total_left: self.end().saturating_sub(elapsed),
        })
    }

    /// Whether the last hold is over.
    pub fn is_done(&self, now: Duration) -> bool {
        self.done_for(now).is_some()
    }

    /// How long ago the last hold ended.
    pub fn done_for(&self, now: Duration) -> Option<Duration> {
        self.watch.elapsed(now).checked_sub(self.end())
    }

    /// How long until something visible changes; `None` while it stands still and when it is done.
    ///
    /// With `moving` the figure's way into the stretch counts as visible.
    pub fn next_change(&self, now: Duration, moving: bool) -> Option<Duration> {
        if self.paused().is_some() {
            return None;
        }
        let moment = self.moment(now)?;
        let second = moment.left.saturating_sub(Duration::from_secs(moment.seconds() - 1));
        let holds = moving && moment.phase.kind == PhaseKind::Hold;
        let moved = holds.then(|| motion::until_moved(moment.passed)).flatten();
        Some(moved.map_or(second, |moved| second.min(moved)))
    }

    /// The phase in whose pose the figure stands; `None` while it moves there and at the end.
    pub(crate) fn still_pose(&self, now: Duration) -> Option<usize> {
        let moment = self.moment(now)?;
        let holds = moment.phase.kind == PhaseKind::Hold;
        let moves = holds && motion::until_moved(moment.passed).is_some();
        (!moves).then_some(moment.index)
    }

    /// How long ago it began, pauses and sleep of the machine included.
    pub fn age(&self, now: BootTime) -> Duration {
        now.since(self.opened) + self.earlier
    }

    /// What there is to announce since this was last asked. After a long delay, only the last one is current.
    pub fn take_cues(&mut self, now: Duration) -> Vec<Cue> {
        if self.paused().is_some() {
            return Vec::new();
        }
        let to = self.watch.elapsed(now);
        let mut cues = Vec::new();
        if std::mem::take(&mut self.announce) {
            cues.push(self.phases.get(self.cursor).copied().map_or(Cue::Done, Cue::Phase));
        }
        let ahead = self.phases.get(self.cursor..).unwrap_or_default();
        cues.extend(cue::between(ahead, self.end(), self.announced_until, to));
        self.announced_until = to;
        cues
    }

    /// When the last phase ends on the stopwatch.
    fn end(&self) -> Duration {
        self.phases.iter().skip(self.cursor).last().map_or(self.phase_started, Phase::end)
    }

    /// The finished part of each step at this instant, the current phase cut at it.
    pub(super) fn finished(&self, now: Duration) -> Vec<Past> {
        let elapsed = self.watch.elapsed(now);
        let mut finished = self.finished.clone();
        for phase in self.phases.iter().skip(self.cursor) {
            let passed = elapsed.saturating_sub(phase.start).min(phase.length);
            if passed.is_zero() {
                break;
            }
            let is_over = passed == phase.length;
            let end = if is_over { PhaseEnding::Done } else { PhaseEnding::Cut };
            finished[phase.step].add(phase, passed, end);
        }
        finished
    }
}

#[cfg(test)]
mod tests;
