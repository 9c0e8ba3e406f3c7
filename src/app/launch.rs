//! How the program opens: what a command asks to see first.

use super::diary_status::COMPARED_NIGHTS;
use super::effect::Effect;
use super::state::State;
use super::time::Now;
use super::update::{cramp, timing, wake};
use super::view::View;
use crate::diary::request::DiaryRequest;
use crate::guide::raw::Position;
use crate::stretch::Leg;
use crate::stretch::plan::Options;

/// What stands on the first frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Launch {
    /// The guide.
    #[default]
    Browse,
    /// A running session of the routine with this id.
    Stretch {
        /// Id of the routine; one that the guide has.
        routine: String,
        /// Times of the reader's own.
        options: Options,
    },
    /// A cramp now.
    Rescue {
        /// The muscle, where it is known.
        muscle: Option<String>,
        /// The position, where it is known.
        position: Option<Position>,
        /// The leg, where it is known.
        leg: Option<Leg>,
    },
    /// The black screen.
    Standby,
    /// The charts of the diary.
    Diary,
}

/// Opens what was asked for.
pub fn launch(state: &mut State, launch: Launch, now: Now) -> Vec<Effect> {
    state.now = now;
    match launch {
        Launch::Browse => {
            state.request(DiaryRequest::ReadStartupPrompts);
            state.request(DiaryRequest::ReadLastNights(COMPARED_NIGHTS));
        }
        Launch::Diary => state.request(DiaryRequest::ReadCharts),
        Launch::Stretch { routine, options } => {
            // Seen from the bed: the timer alone, large and dark.
            state.full = true;
            timing::start_with(state, &routine, options, true);
        }
        Launch::Rescue { muscle, position, leg } => {
            cramp::begin(state, muscle.as_deref(), position, leg);
        }
        Launch::Standby => state.overlays.push(View::Standby { since: now.mono }),
    }
    timing::pass(state);
    wake::keep_awake(state);
    std::mem::take(&mut state.effects)
}
