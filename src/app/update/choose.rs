//! Choosing an item, and the one door before every routine.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::keymap::Context;
use crate::app::page::Goal;
use crate::app::safety_gate::{self, SafetyGate};
use crate::app::state::State;
use crate::app::view::{ListKind, PendingStart, View};
use crate::guide::NodeId;
use crate::guide::trail::{Step, StepOutcome};

use super::{cramp, stack, timing};
use crate::app::notice::{GuideNotice, SessionNotice};

/// The person has none of the signs of the one-line check.
pub(crate) fn pass_gate(state: &mut State) -> Vec<Effect> {
    if !state.door_has_room() {
        state.tell(SessionNotice::WindowTooSmall);
        return Vec::new();
    }
    match state.overlays.pop() {
        Some(View::SafetyGate(pending)) => set_out(state, &pending),
        _ => Vec::new(),
    }
}

/// Chooses the item with this key.
pub(crate) fn pick(state: &mut State, key: char) -> Vec<Effect> {
    let (viewport, _) = state.visible_page();
    let item = viewport.items.into_iter().find(|item| item.key == Some(key));
    item.map_or_else(Vec::new, |item| reach(state, item.goal))
}

/// Chooses what is selected, or reads on.
pub(crate) fn selected(state: &mut State) -> Vec<Effect> {
    let (viewport, place) = state.visible_page();
    match viewport.selected(place).and_then(|index| viewport.items.get(index)) {
        Some(item) => reach(state, item.goal.clone()),
        None => {
            read_on(state);
            Vec::new()
        }
    }
}

/// Enter with nothing selected: the next screenful, or a word on how to choose.
fn read_on(state: &mut State) {
    let (window, place) = state.visible_page();
    if window.has_more(place) {
        let moved = window.page_down(place);
        state.set_place(moved);
    } else if !window.items.is_empty() {
        state.tell(GuideNotice::ChooseFirst);
    }
}

fn reach(state: &mut State, goal: Goal) -> Vec<Effect> {
    match goal {
        Goal::Step(step) => take(state, step),
        Goal::Open(node) => {
            state.overlays.pop();
            if state.context() == Context::Guide {
                return take(state, Step::Link(node));
            }
            // Above a list, a session or a cramp the page stands on top of it.
            stack::open_page(state, node);
            Vec::new()
        }
        Goal::Routine(id) => ask(state, PendingStart::Start(id)),
        Goal::Stretch(id) => {
            stack::open_sheet(state, ListKind::Stretch(id));
            Vec::new()
        }
        Goal::Field(index) => {
            if let Some(View::Form(form)) = state.overlays.last_mut() {
                form.selected = index;
            }
            Vec::new()
        }
        Goal::Glossary => {
            stack::open_sheet(state, ListKind::Glossary);
            Vec::new()
        }
        Goal::Word(term) => {
            stack::open_sheet(state, ListKind::Word(term));
            Vec::new()
        }
        Goal::TakeBack(question) => {
            state.danger_answers.take_back(question);
            state.overlays.pop();
            state.tell(GuideNotice::AnswerTakenBack);
            Vec::new()
        }
        Goal::Answer(index) => {
            state.overlays.pop();
            state.walk(|trail, _| trail.reopen(index));
            Vec::new()
        }
    }
}

/// Takes a step on the trail.
fn take(state: &mut State, step: Step) -> Vec<Effect> {
    let before = state.top_reading().trail.visits().len();
    let outcome = state.walk(|trail, guide| trail.take(guide, step));
    let guide = Arc::clone(&state.guide);
    let visits = state.top_reading().trail.visits();
    // A trail that grew too long has dropped its oldest pages in this step.
    let from = if visits.len() > before {
        before.saturating_sub(1)
    } else {
        visits.len().saturating_sub(2)
    };
    let taken = visits.get(from..).unwrap_or_default().to_vec();
    if outcome == StepOutcome::Moved {
        state.danger_answers.record(&guide, &taken);
    }
    match outcome {
        StepOutcome::Rescue => cramp::start(state),
        StepOutcome::Moved | StepOutcome::NoSuchOption => Vec::new(),
    }
}

/// Goes on with the session that waits, or starts the routine that fits this page.
pub(crate) fn start_fitting(state: &mut State) -> Vec<Effect> {
    if let Some(warning) = state.danger() {
        return shut(state, warning);
    }
    if let Some(advice) = state.long_cramp() {
        stack::open_page(state, advice);
        state.tell(SessionNotice::AdviceBeforeStretching);
        return Vec::new();
    }
    if state.waiting_session().is_some() && !state.is_beside_danger() {
        return ask(state, PendingStart::GoOn);
    }
    match state.fitting_routine().map(str::to_owned) {
        Some(id) => ask(state, PendingStart::Start(id)),
        None => {
            if state.guide.routines.is_empty() {
                state.tell(SessionNotice::NoStretches);
            } else {
                state.tell(GuideNotice::NoStretchingBesideDanger);
            }
            Vec::new()
        }
    }
}

/// The one door: every start of a routine from the guide comes through here.
fn ask(state: &mut State, errand: PendingStart) -> Vec<Effect> {
    match safety_gate::door(&state.guide, &state.danger_answers, state.trails()) {
        SafetyGate::Open => set_out(state, &errand),
        SafetyGate::Check => {
            stack::open(state, View::SafetyGate(errand));
            Vec::new()
        }
        SafetyGate::Shut(warning) => shut(state, warning),
    }
}

fn set_out(state: &mut State, errand: &PendingStart) -> Vec<Effect> {
    match errand {
        PendingStart::Start(routine) => timing::start(state, routine),
        PendingStart::GoOn => timing::go_on(state),
    }
}

fn shut(state: &mut State, warning: NodeId) -> Vec<Effect> {
    stack::show_warning(state, warning);
    state.tell(GuideNotice::NoStretchingAfterDanger);
    Vec::new()
}
