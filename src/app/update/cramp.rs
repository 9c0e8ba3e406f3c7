//! A cramp now. Only a danger sign that was reported is ever shown before it.

use std::sync::Arc;

use crate::app::diary_status::CrampEntry;
use crate::app::effect::Effect;
use crate::app::keymap::{Action, Context, RescueAction, name};
use crate::app::layout::SMALLEST;
use crate::app::state::State;
use crate::app::time::Now;
use crate::app::view::{RescueState, View};
use crate::diary::request::DiaryRequest;
use crate::guide::raw::Pose;
use crate::guide::trail::PagePlace;
use crate::stretch::Leg;
use crate::stretch::cramp::OngoingCramp;
use crate::text::messages::amounts;

use super::{diary, logging, session, stack};

/// Opens rescue, or returns to it. After a danger answer its warning is shown
/// first; asked again there, rescue opens all the same.
pub(crate) fn open(state: &mut State) {
    if state.rescue().is_some() {
        if state.context() == Context::Rescue {
            show_steps_all_the_same(state);
        }
        return uncover(state);
    }
    if let Some(warning) = state.reported_warning()
        && !state.waits_for(Action::CrampNow)
    {
        state.ask_again(Action::CrampNow);
        stack::show_warning(state, warning);
        let key = name(Action::CrampNow);
        return state.tell(format!(
            "You reported a danger sign: read this first. Press {key} again for the cramp steps."
        ));
    }
    begin(state, None, None, None);
    show_steps_all_the_same(state);
}

/// The reader has seen the warning of the sign that was reported, and asks for the steps.
fn show_steps_all_the_same(state: &mut State) {
    let reported = state.danger_answers.clone();
    if let Some(rescue) = state.rescue_mut() {
        rescue.read_signs = reported;
    }
}

/// Opens rescue for a muscle, pose and leg, where they are known.
pub(crate) fn begin(state: &mut State, muscle: Option<&str>, pose: Option<Pose>, leg: Option<Leg>) {
    let Some(rescue) = &state.guide.rescue else { return };
    let (muscle, pose) = rescue.nearest(muscle, pose);
    let cramp = OngoingCramp::new(muscle.into(), pose, leg, state.now.boot);
    stack::open(state, View::Rescue(RescueState::new(cramp)));
}

/// Closes what lies above rescue; a session among it is kept aside, and what was typed is saved.
fn uncover(state: &mut State) {
    diary::save_all_fields(state);
    if let Some(index) = state.overlays.iter().position(|view| matches!(view, View::Rescue(_))) {
        session::close_from(state, index + 1);
    }
}

/// Does what a key asks of a cramp.
pub(crate) fn change_cramp(state: &mut State, action: RescueAction) {
    let now = state.now.boot;
    if state.draws_silhouettes() {
        state.effects.push(Effect::Redraw);
    }
    let (Some(rescue), Some(View::Rescue(view))) = (&state.guide.rescue, state.overlays.last_mut())
    else {
        return;
    };
    let cramp = &mut view.cramp;
    match action {
        RescueAction::NextPose => {
            let next = match cramp.pose {
                Pose::Lying => Pose::Seated,
                Pose::Seated => Pose::Standing,
                Pose::Standing => Pose::Lying,
            };
            cramp.choose(cramp.muscle.clone(), next, now);
        }
        RescueAction::Muscle(digit) => {
            let mut muscles = ('1'..='9').zip(rescue.moves.keys());
            if let Some((_, muscle)) = muscles.find(|(key, _)| *key == digit) {
                cramp.choose(muscle.clone(), cramp.pose, now);
            }
        }
        RescueAction::Leg => {
            let next = cramp.next_leg();
            set_leg(state, next);
        }
        RescueAction::Earlier => cramp.minute_earlier(),
        RescueAction::Later => {
            cramp.minute_later();
            if !cramp.is_over(rescue.limit, now)
                && let Some(sign) = view.overdue.take()
            {
                state.danger_answers.take_back(&sign);
            }
        }
        RescueAction::LetGo => end_cramp(state),
    }
}

/// Shows the steps for this pose of a cramp that lasts, or for its own. Another guide may name
/// muscles differently.
pub(crate) fn show_nearest_steps(state: &mut State, pose: Option<Pose>) {
    let (guide, now) = (Arc::clone(&state.guide), state.now.boot);
    if let (Some(rescue), Some(RescueState { cramp, .. })) = (&guide.rescue, state.rescue_mut()) {
        let wish = Some(pose.unwrap_or(cramp.pose));
        let (muscle, pose) = rescue.nearest(Some(&cramp.muscle), wish);
        cramp.choose(muscle.into(), pose, now);
    }
}

/// Sets the leg on the screen, and in the diary where the cramp is logged already.
pub(crate) fn set_leg(state: &mut State, leg: Option<Leg>) {
    let Some(RescueState { cramp, entry, .. }) = state.rescue_mut() else { return };
    cramp.leg = leg;
    if let CrampEntry::Saved(id) = *entry {
        state.request(DiaryRequest::SetLeg(id, leg));
    }
    if state.size.width < SMALLEST.width || state.size.height < SMALLEST.height {
        let said = leg.map_or("Leg not said", Leg::said);
        state.tell(format!("{}.", amounts::capital(said)));
    }
}

/// Records a cramp that lasts too long as the danger sign that it is. Says whether it begins to.
pub(crate) fn report_overdue(state: &mut State, before: Now) -> bool {
    let guide = Arc::clone(&state.guide);
    let (Some(rescue), Some(RescueState { cramp, .. })) = (&guide.rescue, state.rescue()) else {
        return false;
    };
    let is_new = !cramp.is_over(rescue.limit, before.boot);
    if !cramp.is_over(rescue.limit, state.now.boot) {
        return false;
    }
    let sign = state.danger_answers.report(&guide, rescue.over_limit);
    if let Some(rescue) = state.rescue_mut().filter(|_| sign.is_some()) {
        rescue.overdue = sign;
    }
    is_new
}

/// Brings rescue back on top, because its advice must not wait until a page is read. Where a key
/// closed it before the advice could be seen, shows the warning.
pub(crate) fn show_advice(state: &mut State) {
    if state.rescue().is_some() {
        uncover(state);
    } else if !state.shows_cramp_advice()
        && let Some(warning) = state.reported_warning()
    {
        stack::show_warning(state, warning);
    }
}

/// Ends the cramp and opens the page on what to do afterwards, or that of a reported danger sign.
fn end_cramp(state: &mut State) {
    let Some(View::Rescue(view)) = state.overlays.pop() else { return };
    let sign = state.reported_warning().filter(|_| !state.had_long_cramp());
    if let Some(after) = state.guide.rescue.as_ref().map(|rescue| rescue.after) {
        stack::open_page(state, sign.unwrap_or(after));
        let lasted = view.cramp.age(state.now.boot);
        let reading = state.top_reading_mut();
        reading.past_cramp = Some(lasted);
        reading.trail.set_place(PagePlace::UNSELECTED);
    }
    logging::log_past_cramp(state, &view, true);
}
