//! How long the program may sleep before something changes by itself.

use std::time::Duration;

use super::State;
use crate::app::diary_status::{CrampEntry, WORTH_LOGGING};
use crate::app::view::View;

/// How long standby says which key does what, before it is black.
pub(crate) const STANDBY_HINT: Duration = Duration::from_secs(3);

/// The summary of a session closes by itself after this long, so that nobody has to get up.
pub(crate) const SUMMARY_TIME: Duration = Duration::from_secs(60);

/// Over standby, after-care closes by itself once no key was pressed for so long.
pub(crate) const AFTER_CARE_TIME: Duration = Duration::from_secs(120);

/// How often it is checked how long a cramp under a page lasts. One long wait would not do, because
/// it stands still while the machine sleeps, and a cramp does not.
const CRAMP_CHECK: Duration = Duration::from_secs(60);

impl State {
    /// How long until the screen changes by itself; `None` while it stands still.
    pub fn next_deadline(&self) -> Option<Duration> {
        let all = [self.until_change(), self.until_advice(), self.until_logged()];
        all.into_iter().flatten().min()
    }

    /// How long until what is on top changes by itself.
    fn until_change(&self) -> Option<Duration> {
        let now = self.now;
        match self.overlays.last()? {
            View::Timer(timer) => match timer.session.done_for(now.mono) {
                Some(past) => Some(SUMMARY_TIME.saturating_sub(past)),
                None => timer.session.next_change(now.mono, !self.settings.reduced_motion),
            },
            View::Rescue(rescue) => {
                let cramp = &rescue.cramp;
                Some(cramp.next_change(self.cramp_steps(cramp).len(), now.boot))
            }
            View::Standby { since } => {
                (*since + STANDBY_HINT).checked_sub(now.mono).filter(|wait| !wait.is_zero())
            }
            _ => self.until_black(),
        }
    }

    /// How long until after-care gives way to the black screen of standby below it.
    pub(crate) fn until_black(&self) -> Option<Duration> {
        let [.., View::Standby { .. }, View::GuideView(_)] = &*self.overlays else {
            return None;
        };
        self.past_cramp().filter(|_| !self.shows_cramp_advice())?;
        let last_key = self.held_key.map_or(Duration::ZERO, |key| key.last);
        Some(AFTER_CARE_TIME.saturating_sub(self.now.mono.saturating_sub(last_key)))
    }

    /// How long until it is checked again whether a cramp, also one under a page, has lasted too
    /// long.
    fn until_advice(&self) -> Option<Duration> {
        let age = self.rescue()?.cramp.age(self.now.boot);
        let left = self.guide.rescue.as_ref()?.limit.saturating_sub(age);
        (!left.is_zero()).then_some(left.min(CRAMP_CHECK))
    }

    /// How long until a cramp is logged without being asked for.
    pub(crate) fn until_logged(&self) -> Option<Duration> {
        let rescue = self.rescue().filter(|rescue| rescue.entry == CrampEntry::None)?;
        Some(WORTH_LOGGING.saturating_sub(rescue.cramp.watched(self.now.boot)))
    }
}
