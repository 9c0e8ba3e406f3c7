//! How long the program may sleep before something changes by itself, and whether the machine
//! has to stay awake meanwhile.

use std::time::Duration;

use super::timing::SUMMARY_TIME;
use super::{cramp, logging};
use crate::app::effect::DeviceRequest;
use crate::app::state::State;
use crate::app::view::View;

/// How long standby says which key does what, before it is black.
pub const STANDBY_HINT: Duration = Duration::from_secs(3);

/// How long until the screen changes by itself; `None` while it stands still.
pub fn next_wake(state: &State) -> Option<Duration> {
    [change(state), cramp::until_advice(state), logging::until_watched(state)]
        .into_iter()
        .flatten()
        .min()
}

/// How long until what is on top changes by itself.
fn change(state: &State) -> Option<Duration> {
    let now = state.now;
    match state.overlays.last()? {
        View::Timer => {
            let session = &state.timer()?.session;
            match session.done_for(now.mono) {
                Some(past) => Some(SUMMARY_TIME.saturating_sub(past)),
                None => session.next_change(now.mono, !state.settings.reduced_motion),
            }
        }
        View::Rescue(rescue) => {
            let cramp = &rescue.cramp;
            Some(cramp.next_change(cramp::steps(state, cramp).len(), now.boot))
        }
        View::Standby { since } => {
            (*since + STANDBY_HINT).checked_sub(now.mono).filter(|wait| !wait.is_zero())
        }
        _ => None,
    }
}

/// Asks for the machine to stay awake for a cramp, a session and standby, however they came and
/// went, where the reader wants that.
pub(crate) fn keep_awake(state: &mut State) {
    let is_over = state.session_is_over();
    let needs = |view: &View| match view {
        View::Timer => !is_over,
        View::Rescue(_) | View::Standby { .. } => true,
        _ => false,
    };
    let awake = state.settings.keep_awake && state.overlays.iter().any(needs);
    if std::mem::replace(&mut state.awake, awake) != awake {
        state.device(DeviceRequest::KeepAwake(awake));
    }
}
