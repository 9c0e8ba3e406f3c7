//! The views above the guide. Each kind is open at most once and moves to the top when it is opened
//! again, so that a few presses of Esc always lead back to the guide.

use std::mem::{Discriminant, discriminant};

use crate::app::keymap::Context;
use crate::app::state::State;
use crate::app::view::{GuideView, ListKind, ListOverlay, Timer, View};
use crate::guide::trail::{PagePlace, Step};
use crate::guide::{NodeId, Trail};

/// Opens a view above whatever is there, in the place of one of its kind. A running session pauses.
pub(crate) fn open(state: &mut State, view: View) {
    pause_session(state);
    let danger = state.guide.danger;
    state.overlays.retain(|old| kind(old, danger) != kind(&view, danger));
    state.overlays.push(view);
}

/// Removes the views from this index on, but a cramp stays. Gives the session among them.
pub(crate) fn remove_from(state: &mut State, index: usize) -> Option<Box<Timer>> {
    let removed = state.overlays.extract_if(index.., |view| !matches!(view, View::Rescue(_)));
    let timer = |view| if let View::Timer(timer) = view { Some(timer) } else { None };
    removed.filter_map(timer).last()
}

/// What a list lists; `None` for another view.
type Listed = Option<Discriminant<ListKind>>;

/// What is open at most once: a view of this sort, of lists one for each thing that is listed, of
/// ways through the guide one that begins with the danger signs and one other.
fn kind(view: &View, danger: Option<NodeId>) -> (Discriminant<View>, Listed, bool) {
    let (listed, is_danger) = match view {
        View::ListOverlay(list) => (Some(discriminant(&list.kind)), false),
        View::GuideView(reading) => (None, Some(reading.trail.first()) == danger),
        _ => (None, false),
    };
    (discriminant(view), listed, is_danger)
}

/// Pauses a running session, because something opens above it.
fn pause_session(state: &mut State) {
    let now = state.now.mono;
    if let Some(timer) = state.top_timer_mut() {
        timer.session.pause(now);
    }
}

/// Opens a list, or closes it where it is on top already.
pub(crate) fn toggle_list(state: &mut State, listed: ListKind) {
    let wanted = Some(discriminant(&listed));
    if state.overlays.pop_if(|top| kind(top, None).1 == wanted).is_none() {
        open_list(state, listed);
    }
}

/// Opens a list above whatever is there.
pub(crate) fn open_list(state: &mut State, kind: ListKind) {
    open(state, View::ListOverlay(ListOverlay { kind, place: PagePlace::default() }));
}

/// Shows a page above whatever is there; leaving it returns to exactly that.
///
/// The danger signs have a trail of their own, and all other pages share one. A trail that is open
/// already goes on, so that its answers are kept.
pub(crate) fn open_page(state: &mut State, node: NodeId) {
    if state.context() == Context::Guide && state.top_reading().trail.here() == node {
        return;
    }
    let is_danger = |trail: &Trail| Some(trail.first()) == state.guide.danger;
    let fresh = GuideView::new(Trail::new(node));
    let open_already = state.overlays.iter().find_map(|view| match view {
        View::GuideView(old) if is_danger(&old.trail) == is_danger(&fresh.trail) => Some(old),
        _ => None,
    });
    let mut reading = open_already.cloned().unwrap_or(fresh);
    if reading.trail.here() != node {
        reading.trail.take_step(&state.guide, Step::Link(node));
    } else if state.guide.selects_nothing(node) {
        reading.trail.set_place(PagePlace::UNSELECTED);
    }
    open(state, View::GuideView(reading));
}

/// Shows the warning that an answer led to. Where the trail with that answer is on top, the
/// warning opens on it, so that the answer can be changed from there.
pub(crate) fn show_warning(state: &mut State, warning: NodeId) {
    while matches!(state.context(), Context::ListOverlay | Context::Search) {
        state.overlays.pop();
    }
    let trail = &state.top_reading().trail;
    let answered =
        state.danger_answers.iter().rfind(|sign| sign.warning == state.guide.name(warning));
    let asked_here = answered.is_some_and(|sign| {
        trail.visits().iter().any(|visit| state.guide.name(visit.node) == sign.question)
    });
    if state.context() != Context::Guide || !asked_here {
        open_page(state, warning);
    } else if trail.here() != warning {
        state.change_trail(|trail, guide| trail.take_step(guide, Step::Link(warning)));
    }
}
