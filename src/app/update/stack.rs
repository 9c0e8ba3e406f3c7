//! What lies above the guide: each kind of view is open once. Opened again it comes on top, so that
//! no row of keys piles views up, and going back always gets to the bottom soon.

use crate::app::page::Page;
use crate::app::state::State;
use crate::app::view::{Reading, SheetKind, View};
use crate::guide::trail::Step;
use crate::guide::{NodeId, Trail};

/// Opens a view above whatever is there, in the place of one of its kind. A running session pauses.
pub(crate) fn open(state: &mut State, view: View) {
    hold_still(state);
    state.above.retain(|old| !is_same_kind(old, &view));
    state.above.push(view);
}

fn is_same_kind(one: &View, other: &View) -> bool {
    use std::mem::discriminant;
    match (one, other) {
        (View::Sheet(one), View::Sheet(other)) => match (&one.kind, &other.kind) {
            (SheetKind::Keys(one), SheetKind::Keys(other)) => one == other,
            (one, other) => discriminant(one) == discriminant(other),
        },
        _ => discriminant(one) == discriminant(other),
    }
}

/// Pauses a running session, because something opens above it.
pub(crate) fn hold_still(state: &mut State) {
    let now = state.now.mono;
    if let Some(View::Timer(timer)) = state.above.last_mut() {
        timer.session.pause(now);
    }
}

/// Shows a page above whatever is there; leaving it returns to exactly that.
///
/// The danger signs are one way through the guide, everything else is another: each goes on
/// where it is open already, and keeps what was answered on it.
pub(crate) fn open_page(state: &mut State, node: NodeId) {
    hold_still(state);
    let danger = state.guide.danger;
    let is_danger = |node: NodeId| danger == Some(node);
    let open = state.above.iter().position(|view| match view {
        View::Reading(reading) => is_danger(reading.trail.first()) == is_danger(node),
        _ => false,
    });
    let mut reading = match open.map(|index| state.above.remove(index)) {
        Some(View::Reading(reading)) => reading,
        _ => Reading {
            trail: Trail::new(node),
            page: Page::default(),
        },
    };
    if reading.trail.here() != node {
        reading.trail.take(&state.guide, Step::Link(node));
    }
    state.lay_out_reading(&mut reading);
    state.above.push(View::Reading(reading));
}
