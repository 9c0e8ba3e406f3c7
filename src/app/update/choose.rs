//! Choosing an item.

use std::sync::Arc;

use crate::app::keymap::Context;
use crate::app::page::Goal;
use crate::app::state::State;
use crate::app::view::{ListKind, PendingStart, View};
use crate::guide::model::Target;
use crate::guide::trail::Step;

use super::{cramp, safety_gate, stack};

/// Chooses the item with this key, or says which keys there are.
pub(crate) fn choose_by_key(state: &mut State, key: char) {
    let (page, place) = state.visible_page();
    let asks_signs = state.context() == Context::Guide
        && state.guide.is_danger_question(state.top_reading().trail.here());
    if key == 'n' && asks_signs && !state.is_plain && !page.shows_every_answer(place) {
        state.set_place(page.page_down(place));
        return state.tell(format!("Read every sign before you press {key}."));
    }
    if let Some(item) = page.items.iter().find(|item| item.key == Some(key)) {
        return follow(state, item.goal.clone());
    }
    let keys: Vec<String> =
        page.items.iter().filter_map(|item| Some(item.key?.to_string())).collect();
    if let [others @ .., last] = &*keys {
        let others = if others.is_empty() { String::new() } else { others.join(", ") + " or " };
        state.tell(format!("Nothing here has the key {key}. Press {others}{last}."));
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
        Goal::Routine(id) => safety_gate::start_after_check(state, PendingStart::Routine(id)),
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
