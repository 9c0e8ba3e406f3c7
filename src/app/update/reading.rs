//! Moving on a page, along the trail and through the charts of the diary.

use super::timing;
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::state::State;
use crate::app::view::View;
use crate::guide::Trail;
use crate::text::messages::notices::GuideNotice;

/// Does what a key asks for on a page.
pub(crate) fn act(state: &mut State, action: Action) {
    let (window, place) = state.visible_page();
    let moved = match action {
        Action::Up => window.up(place),
        Action::Down => window.down(place),
        Action::PageUp => window.page_up(place),
        Action::PageDown => window.page_down(place),
        Action::Top => window.top(),
        Action::Bottom => window.bottom(),
        Action::Previous => {
            if !previous(state) && state.overlays.pop().is_none() {
                state.tell(GuideNotice::FirstPage);
            }
            return;
        }
        Action::Print => return print(state),
        _ => return,
    };
    state.set_place(moved);
}

/// To the page before, exactly as it was. `false` on the first page.
pub(crate) fn previous(state: &mut State) -> bool {
    state.walk(|trail, _| trail.back())
}

/// The guide from its first page. A session is kept aside, a cramp goes on.
pub(crate) fn start_over(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    for view in std::mem::take(&mut state.overlays) {
        match view {
            View::Timer(timer) if !timer.session.is_done(state.now.mono) => {
                effects.extend(timing::put_aside(state, *timer));
            }
            View::Rescue(_) => state.overlays.push(view),
            _ => {}
        }
    }
    state.reading.trail = Trail::new(state.guide.start);
    effects
}

fn print(state: &mut State) {
    let here = state.top_reading().trail.here();
    let marked = state.to_print.contains(&here);
    if marked {
        state.to_print.retain(|id| *id != here);
    } else {
        state.to_print.push(here);
    }
    state.tell(if marked { GuideNotice::NotPrinted } else { GuideNotice::PrintedOnExit });
}
