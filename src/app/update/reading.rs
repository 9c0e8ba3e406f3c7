//! Moving on a page and along the trail.

use super::timing;
use crate::app::keymap::Movement;
use crate::app::state::State;
use crate::app::view::View;
use crate::guide::Trail;

const FIRST_PAGE: &str = "This is the first page. Press q to leave.";

/// Moves on the page that the reader sees.
pub(crate) fn move_by(state: &mut State, movement: Movement) {
    let (page, place) = state.visible_page();
    state.set_place(match movement {
        Movement::Up => page.up(place),
        Movement::Down => page.down(place),
        Movement::PageUp => page.page_up(place),
        Movement::PageDown => page.page_down(place),
        Movement::Top => page.top(),
        Movement::Bottom => page.bottom(),
    });
}

/// To the page before; on the first page of what lies above the guide, closes it.
pub(crate) fn previous_or_close(state: &mut State) {
    if !state.walk(|trail, _| trail.back()) && state.overlays.pop().is_none() {
        state.tell(FIRST_PAGE);
    }
}

/// The guide from its first page. A session is kept aside, a cramp goes on.
pub(crate) fn start_over(state: &mut State) {
    state.overlays.retain(|view| matches!(view, View::Rescue(_)));
    timing::close_covered(state);
    state.reading.trail = Trail::new(state.guide.start);
}

/// Marks the page for printing on leaving, or no longer.
pub(crate) fn print(state: &mut State) {
    let here = state.top_reading().trail.here();
    if state.to_print.contains(&here) {
        state.to_print.retain(|id| *id != here);
        state.tell("This page will not be printed.");
    } else {
        state.to_print.push(here);
        state.tell("This page will be printed when you leave.");
    }
}
