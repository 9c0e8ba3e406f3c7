//! Whether the machine has to stay awake.

use crate::app::effect::DeviceRequest;
use crate::app::state::State;
use crate::app::view::View;

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
