//! What the state says of the stretch session.

use super::State;
use crate::app::view::{PendingStart, Timer, View};
use crate::guide::raw::{Routine, RoutineSound, RoutineVoice};
use crate::stretch::plan::{Options, PhaseKind};
use crate::stretch::session::Session;

impl State {
    /// The session that is not put aside, also under a list or a page.
    pub fn timer(&self) -> Option<&Timer> {
        self.overlays.iter().find_map(|view| match view {
            View::Timer(timer) => Some(&**timer),
            _ => None,
        })
    }

    /// The session on the screen.
    pub fn top_timer(&self) -> Option<&Timer> {
        match self.overlays.last() {
            Some(View::Timer(timer)) => Some(timer),
            _ => None,
        }
    }

    /// The session on the screen, to change it.
    pub(crate) fn top_timer_mut(&mut self) -> Option<&mut Timer> {
        match self.overlays.last_mut() {
            Some(View::Timer(timer)) => Some(timer),
            _ => None,
        }
    }

    /// Whether the session that is over was all that was asked for.
    pub(crate) fn leaves_after_session(&self) -> bool {
        self.top_timer().is_some_and(|timer| self.leaves_after(timer))
    }

    /// Whether the program is left when this session closes: never under a cramp.
    pub(crate) fn leaves_after(&self, timer: &Timer) -> bool {
        let is_done = timer.session.is_done(self.now.mono);
        timer.by_command && is_done && self.rescue().is_none()
    }

    /// The session that was left, or that waits below what is on the screen.
    pub fn waiting_session(&self) -> Option<&Session> {
        let below = self.timer().filter(|timer| !timer.session.is_done(self.now.mono));
        below.map(|timer| &timer.session).or(self.left_session.as_ref())
    }

    /// What the key that starts a stretch would start on this page.
    pub(crate) fn fitting_start(&self) -> Option<PendingStart> {
        if self.waiting_session().is_some() && !self.is_beside_danger() {
            return Some(PendingStart::Resume);
        }
        self.fitting_routine().map(|id| PendingStart::Routine(id.to_owned()))
    }

    /// The seated version of the running routine, while getting ready for its first step.
    pub(crate) fn seated_version(&self) -> Option<(String, Options, bool)> {
        let timer = self.top_timer()?;
        let phase = timer.session.moment(self.now.mono)?.phase;
        if phase.kind != PhaseKind::Ready || phase.step != 0 {
            return None;
        }
        let seated = self.routine()?.seated.as_ref()?;
        let is_known = self.guide.routines.contains_key(seated);
        is_known.then(|| (seated.clone(), timer.session.plan().options, timer.by_command))
    }

    fn routine(&self) -> Option<&Routine> {
        self.guide.routines.get(self.top_timer()?.session.plan().routine.as_str())
    }

    /// Whether phases are spoken.
    pub(crate) fn speaks(&self) -> bool {
        let by_default = self.routine().is_some_and(|own| own.voice == RoutineVoice::On);
        !self.muted && self.voice_turned.unwrap_or(self.settings.voice.is_on(by_default))
    }

    /// Whether a sound marks the phases.
    pub(crate) fn rings(&self) -> bool {
        let by_default = self.routine().is_some_and(|own| own.sound == RoutineSound::Bell);
        !self.muted && self.settings.sound.is_on(by_default)
    }
}
