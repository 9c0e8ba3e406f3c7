//! What must be read before a session starts.

use super::{session, stack};
use crate::app::keymap::{Action, name};
use crate::app::state::State;
use crate::app::view::{PendingStart, View};
use crate::guide::NodeId;
use crate::stretch::plan::Options;

/// The person has none of the signs of the one-line check.
pub(crate) fn confirm_check(state: &mut State) {
    if !state.gate_has_room() {
        return state.tell("Make the window larger.");
    }
    if let Some(View::SafetyGate(pending)) = state.overlays.pop() {
        // A danger sign may have been reported above the check.
        match state.reported_warning() {
            Some(warning) => refuse_to_stretch(state, warning),
            None => start_session(state, &pending),
        }
    }
}

/// Goes on with the session that waits, or starts the routine that fits this page.
pub(crate) fn start_fitting(state: &mut State) {
    match (state.fitting_start(), state.reported_warning()) {
        (Some(pending), _) => start_after_check(state, pending),
        (None, Some(warning)) => refuse_to_stretch(state, warning),
        (None, None) if state.is_beside_danger() => {
            let key = if state.is_plain { "b".to_owned() } else { name(Action::Previous) };
            state.tell(format!("No stretching beside danger signs. {key}: back."));
        }
        (None, None) => state.tell("This guide has no stretches."),
    }
}

/// Starts a routine, or shows what must be read first. Every start from the guide comes through
/// here: "none of these" to every danger question on an open trail spares the one-line check.
pub(crate) fn start_after_check(state: &mut State, pending: PendingStart) {
    if let Some(warning) = state.reported_warning() {
        refuse_to_stretch(state, warning);
    } else if state.readings().any(|reading| reading.trail.is_cleared(&state.guide)) {
        start_session(state, &pending);
    } else {
        stack::open(state, View::SafetyGate(pending));
    }
}

fn start_session(state: &mut State, pending: &PendingStart) {
    match pending {
        PendingStart::Routine(routine) => {
            let options = Options { first: state.settings.first_leg, ..Options::default() };
            session::start(state, routine, options, false);
        }
        PendingStart::Resume => session::resume(state),
    }
}

/// Shows the warning that keeps every exercise from running.
pub(crate) fn refuse_to_stretch(state: &mut State, warning: NodeId) {
    stack::show_warning(state, warning);
    let why = if state.had_long_cramp() {
        "The cramp lasted too long."
    } else {
        "You reported a danger sign."
    };
    let key = if state.is_plain { "a".to_owned() } else { name(Action::Trail) };
    state.tell(format!("{why} No stretching; get help. {key}: answers."));
}
