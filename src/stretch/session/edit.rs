//! The keys of a running session: each first records what has passed, then changes what comes.

use std::time::Duration;

use super::{AGAIN_WITHIN, COUNT_IN, NUDGE, PhaseEnding, Session};
use crate::guide::bounds::LONGEST_HOLD;
use crate::stretch::Leg;
use crate::stretch::plan::{Phase, PhaseKind, Timeline, turns};
use crate::stretch::stopwatch::{Pause, Stopwatch};

impl Session {
    /// Stands still from this instant.
    pub fn pause(&mut self, now: Duration) {
        if !self.is_done(now) {
            self.watch.pause(now, Pause::Asked);
        }
    }

    /// The machine slept, or the program was stopped, from this instant on: stands still as of then.
    ///
    /// The instant may lie before the last key; nothing that was recorded is taken back.
    /// A session that stands still already is left as it is.
    pub fn pause_since(&mut self, since: Duration) {
        if self.paused().is_none() && !self.is_done(since) {
            let shown = self.watch.elapsed(since).max(self.phase_started);
            self.watch = Stopwatch::Paused { shown, why: Pause::Gap };
        }
    }

    /// Goes on. After a gap the phase begins afresh, a hold with a short count-in.
    pub fn resume(&mut self, now: Duration) {
        if self.watch.resume(now) == Some(Pause::Gap) {
            self.begin_afresh(now);
        }
    }

    /// Pauses, or goes on.
    pub fn toggle_pause(&mut self, now: Duration) {
        if self.paused().is_some() {
            self.resume(now);
        } else {
            self.pause(now);
        }
    }

    /// On to the next phase.
    pub fn skip(&mut self, now: Duration) {
        if self.advance(now).is_some() {
            self.cut(now, PhaseEnding::Skipped, self.cursor + 1);
        }
    }

    /// This phase from its start; pressed again within two seconds, the phase before it.
    pub fn rewind(&mut self, now: Duration) {
        let again = self.pressed.is_some_and(|pressed| now.saturating_sub(pressed) <= AGAIN_WITHIN);
        if self.advance(now).is_none() {
            return;
        }
        self.cut(now, PhaseEnding::Cut, self.cursor.saturating_sub(usize::from(again)));
        self.pressed = Some(now);
    }

    /// Ten seconds more in this phase, up to ten minutes in all.
    pub fn lengthen(&mut self, now: Duration) {
        if let Some(phase) = self.advance(now) {
            phase.length = (phase.length + NUDGE).min(LONGEST_HOLD.max(phase.length));
            self.set_starts();
        }
    }

    /// Ten seconds less in this phase; with less than that left, it is over.
    pub fn shorten(&mut self, now: Duration) {
        let elapsed = self.watch.elapsed(now);
        let Some(phase) = self.advance(now) else { return };
        if phase.end().saturating_sub(elapsed) > NUDGE {
            phase.length -= NUDGE;
            self.set_starts();
        } else {
            self.cut(now, PhaseEnding::Done, self.cursor + 1);
        }
    }

    /// Swaps the legs from this phase on: the one that was to come now comes first.
    ///
    /// Each leg keeps its number of holds while it has any left in this step; rest is laid out
    /// anew, and later steps begin with the other leg too. False when both legs hold at once.
    pub fn swap_legs(&mut self, now: Duration) -> bool {
        let Some(current) = self.advance(now).map(|phase| *phase) else { return false };
        if current.leg == Leg::Both {
            return false;
        }
        let first = current.leg.other();
        let mut remain = self.remaining(&current);
        if remain[usize::from(first == Leg::Right)] == 0 {
            // The other leg has had all its holds in this step, so it takes the remaining ones.
            remain.swap(0, 1);
        }
        let step = self.lay_out_again(current, first, remain);
        let later = self.phases.split_off(self.cursor).into_iter();
        let later = later.filter(|phase| phase.step > current.step);
        self.phases.extend(step);
        self.phases.extend(later.map(|phase| Phase { leg: phase.leg.other(), ..phase }));
        self.set_starts();
        self.announce = true;
        true
    }

    /// Everything from the start, as it was planned.
    pub fn restart(&mut self, now: Duration) {
        let anew = Self::new(self.plan.clone(), now, self.opened);
        *self = Self { earlier: self.earlier, ..anew };
    }

    /// How many holds are left of each leg in this step, the current one included.
    fn remaining(&self, current: &Phase) -> [u32; 2] {
        let mut remain = [0; 2];
        for phase in self.phases.iter().skip(self.cursor) {
            if phase.step == current.step && phase.kind == PhaseKind::Hold {
                remain[usize::from(phase.leg == Leg::Right)] += 1;
            }
        }
        remain
    }

    /// The current phase for its new leg, and the rest of its step behind it.
    fn lay_out_again(&self, current: Phase, first: Leg, remain: [u32; 2]) -> Vec<Phase> {
        let step = &self.plan.steps[current.step];
        let mut turns = turns(step, first, remain);
        let Some(turn) = turns.first().copied() else { return vec![current] };
        let now = Phase { leg: turn.leg, rep: turn.rep, ..current };
        let mut layout = Timeline::new(self.plan.change);
        let past = &self.finished[current.step];
        layout.let_go = [past.left.let_go(), past.right.let_go()];
        layout.at = current.end();
        match current.kind {
            PhaseKind::Hold => {
                turns.remove(0);
                layout.end_hold(turn.leg, layout.at);
            }
            // Getting ready, changing and resting all end in position for the hold that follows.
            PhaseKind::Ready | PhaseKind::Change | PhaseKind::Rest => layout.on = Some(turn.leg),
        }
        layout.add_holds(current.step, step, &turns);
        let mut phases = vec![now];
        phases.append(&mut layout.phases);
        phases
    }

    /// After a gap: the phase from its start, a hold behind a count-in.
    fn begin_afresh(&mut self, now: Duration) {
        let Some(phase) = self.advance(now).map(|phase| *phase) else { return };
        self.cut(now, PhaseEnding::Cut, self.cursor);
        if phase.kind == PhaseKind::Hold {
            let count_in = Phase { kind: PhaseKind::Ready, length: COUNT_IN, ..phase };
            self.phases.insert(self.cursor, count_in);
            self.set_starts();
        }
    }

    /// Moves the cursor to the phase that runs and records what is over; `None` when all is.
    fn advance(&mut self, now: Duration) -> Option<&mut Phase> {
        let elapsed = self.watch.elapsed(now);
        while let Some(phase) = self.phases.get(self.cursor).copied() {
            if elapsed < phase.end() {
                break;
            }
            self.record(&phase, phase.length, PhaseEnding::Done);
            self.cursor += 1;
        }
        self.phases.get_mut(self.cursor)
    }

    /// Ends the phase under the cursor at this instant; the one at `next` begins here and is
    /// announced.
    fn cut(&mut self, now: Duration, end: PhaseEnding, next: usize) {
        let elapsed = self.watch.elapsed(now);
        if let Some(phase) = self.phases.get(self.cursor).copied() {
            self.record(&phase, elapsed.saturating_sub(self.phase_started), end);
        }
        self.cursor = next;
        self.set_starts();
        self.announced_until = elapsed;
        self.announce = true;
        self.pressed = None;
        // Behind the last phase nothing is paused, so that the end is announced.
        if self.is_done(now) {
            self.watch.resume(now);
        }
    }

    /// From the cursor on, each phase begins where the one before ends.
    pub(super) fn set_starts(&mut self) {
        let mut start = self.phase_started;
        for phase in self.phases.iter_mut().skip(self.cursor) {
            phase.start = start;
            start = phase.end();
        }
    }

    fn record(&mut self, phase: &Phase, length: Duration, end: PhaseEnding) {
        self.finished[phase.step].add(phase, length, end);
        self.phase_started += length;
    }
}
