//! Whether the machine is to stay awake: for a cramp, a session and standby, however they
//! came and went.

use crate::app::effect::{DeviceRequest, Effect};
use crate::app::state::State;
use crate::app::view::View;

/// The order that follows when this has changed.
pub(crate) fn follow(state: &mut State) -> Option<Effect> {
    let is_over = state.session_is_over();
    let needs = |view: &View| match view {
        View::Timer => !is_over,
        View::Rescue(_) | View::Standby { .. } => true,
        View::GuideView(_)
        | View::ListOverlay(_)
        | View::Search(_)
        | View::SafetyGate(_)
        | View::Diary(_)
        | View::Form(_) => false,
    };
    let awake = state.settings.keep_awake && state.overlays.iter().any(needs);
    let changed = std::mem::replace(&mut state.awake, awake) != awake;
    changed.then_some(Effect::Device(DeviceRequest::KeepAwake(awake)))
}
