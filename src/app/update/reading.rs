//! Moving on a page and along the trail.

use super::timing;
use crate::app::effect::Effect;
use crate::app::keymap::Movement;
use crate::app::notice::GuideNotice;
use crate::app::state::State;
use crate::app::view::View;
use crate::guide::Trail;

/// Moves on the page that the reader sees.
pub(crate) fn move_by(state: &mut State, movement: Movement) {
    let (viewport, place) = state.visible_page();
    state.set_place(match movement {
        Movement::Up => viewport.up(place),
        Movement::Down => viewport.down(place),
        Movement::PageUp => viewport.page_up(place),
        Movement::PageDown => viewport.page_down(place),
        Movement::Top => viewport.top(),
        Movement::Bottom => viewport.bottom(),
    });
}

/// To the page before; on the first page of what lies above the guide, closes it.
pub(crate) fn previous_or_close(state: &mut State) {
    if !previous(state) && state.overlays.pop().is_none() {
        state.tell(GuideNotice::FirstPage);
    }
}

/// To the page before, exactly as it was. `false` on the first page.
pub(crate) fn previous(state: &mut State) -> bool {
    state.walk(|trail, _| trail.back())
}

/// The guide from its first page. A session is kept aside, a cramp goes on.
pub(crate) fn start_over(state: &mut State) -> Vec<Effect> {
    state.overlays.retain(|view| matches!(view, View::Rescue(_)));
    let effects = timing::close_covered(state);
    state.reading.trail = Trail::new(state.guide.start);
    effects
}

/// Marks the page for printing on leaving, or no longer.
pub(crate) fn print(state: &mut State) {
    let here = state.top_reading().trail.here();
    let marked = state.to_print.contains(&here);
    if marked {
        state.to_print.retain(|id| *id != here);
    } else {
        state.to_print.push(here);
    }
    state.tell(if marked { GuideNotice::NotPrinted } else { GuideNotice::PrintedOnExit });
}
