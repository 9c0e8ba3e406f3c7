//! Choosing an item, and the check before every routine.

use std::sync::Arc;

use crate::app::keymap::Context;
use crate::app::page::Goal;
use crate::app::state::State;
use crate::app::view::{ListKind, PendingStart, View};
use crate::guide::NodeId;
use crate::guide::model::Target;
use crate::guide::trail::Step;
use crate::stretch::plan::Options;

use super::{cramp, session, stack};

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

/// Chooses the item with this key.
pub(crate) fn choose_by_key(state: &mut State, key: char) {
    let (page, _) = state.visible_page();
    if let Some(item) = page.items.iter().find(|item| item.key == Some(key)) {
        follow(state, item.goal.clone());
    }
}

/// Chooses what is selected; where nothing is, reads on or says how to choose.
pub(crate) fn choose_selected(state: &mut State) {
    let (page, place) = state.visible_page();
    if let Some(index) = page.selected(place) {
        follow(state, page.items[index].goal.clone());
    } else if page.has_more(place) {
        state.set_place(page.page_down(place));
    } else if !page.items.is_empty() {
        state.tell("Nothing is selected yet: move to an answer or press its key.");
    }
}

/// Does what choosing an item does.
fn follow(state: &mut State, goal: Goal) {
    match goal {
        Goal::Step(step) => take_step(state, step),
        Goal::Open(node) => {
            state.overlays.pop();
            if state.context() == Context::Guide {
                return take_step(state, Step::Link(node));
            }
            // Above a list, a session or a cramp the page stands on top of it.
            stack::open_page(state, node);
        }
        Goal::Routine(id) => start_after_check(state, PendingStart::Routine(id)),
        Goal::Stretch(id) => stack::open_list(state, ListKind::Stretch(id)),
        Goal::Field(index) => {
            if let Some(View::Form(form)) = state.overlays.last_mut() {
                form.selected = index;
            }
        }
        Goal::Glossary => stack::open_list(state, ListKind::Glossary),
        Goal::Word(term) => stack::open_list(state, ListKind::Word(term)),
        Goal::TakeBack(answer) => {
            state.danger_answers.take_back(&answer);
            state.overlays.pop();
            state.tell("Answer taken back.");
        }
        Goal::Answer(index) => {
            state.overlays.pop();
            state.change_trail(|trail, _| trail.reopen(index));
        }
    }
}

/// Takes a step on the trail, and records what it answers.
fn take_step(state: &mut State, step: Step) {
    let before = state.top_reading().trail.visits().len();
    let outcome = state.change_trail(|trail, guide| trail.take_step(guide, step));
    let guide = Arc::clone(&state.guide);
    let visits = state.top_reading().trail.visits();
    // A trail that grew too long has dropped its oldest pages in this step.
    let from = before.min(visits.len() - 1).saturating_sub(1);
    let taken = visits[from..].to_vec();
    match outcome {
        Some(Target::Node(_)) => state.danger_answers.record(&guide, &taken),
        Some(Target::Rescue) => cramp::open(state),
        None => {}
    }
}

/// Goes on with the session that waits, or starts the routine that fits this page.
pub(crate) fn start_fitting(state: &mut State) {
    match (state.fitting_start(), state.reported_warning()) {
        (Some(pending), _) => start_after_check(state, pending),
        (None, Some(warning)) => refuse_to_stretch(state, warning),
        (None, None) if state.is_beside_danger() => {
            let key = if state.is_plain { "b" } else { "Left" };
            state.tell(format!("No stretching beside danger signs. {key}: back."));
        }
        (None, None) => state.tell("This guide has no stretches."),
    }
}

/// Starts a routine, or shows what must be read first. Every start from the guide comes through
/// here: "none of these" to every danger question on an open trail spares the one-line check.
fn start_after_check(state: &mut State, pending: PendingStart) {
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
    let key = if state.is_plain { "a" } else { "Tab" };
    state.tell(format!("{why} No stretching; get help. {key}: answers."));
}
