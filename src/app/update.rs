//! The only way in which the state changes.

mod action;
mod choose;
mod cramp;
mod diary;
mod logging;
mod reply;
mod safety_gate;
mod search;
pub(crate) mod session;
mod stack;

use std::sync::Arc;
use std::time::Duration;

use super::effect::{DeviceRequest, Effect, Ending};
use super::key::{KeyName, KeyPress};
use super::keymap::{
    self, Action, Action as A, Context, DiaryAction as D, RescueAction as R, TimerAction as T,
};
use super::message::{Launch, Message};
use super::state::{HeldKey, State};
use super::text_field::TextField;
use super::time::Now;
use super::view::{ListKind, View};
use crate::diary::request::{DiaryReply, DiaryRequest};
use crate::guide::trail::PagePlace;
use crate::guide::{Guide, Trail};

/// Changes the state by what happened at `now`, and returns what the runtime is to do.
/// Never blocks, reads no clock, touches nothing outside.
pub fn update(state: &mut State, message: Message, now: Now) -> Vec<Effect> {
    if state.ending.is_some() {
        state.exit_error = unsaved(message).or(state.exit_error.take());
        return Vec::new();
    }
    let before = std::mem::replace(&mut state.now, now);
    session::pause_after_gap(state, before, matches!(message, Message::Continued));
    if matches!(message, Message::Launched(_) | Message::Continued | Message::Asked(_)) {
        // The Enter that ended the command in the shell, or the line, may still be held down.
        let key = KeyPress::plain(KeyName::Enter);
        state.held_key = Some(HeldKey { key, began: None, last: now.mono });
    }
    // Before the key that may end it.
    let is_overdue = cramp::report_overdue(state, before);
    handle_message(state, message);
    if is_overdue {
        cramp::show_advice(state);
    }
    session::give_cues(state);
    if state.until_black() == Some(Duration::ZERO) {
        state.clear_notices();
        action::close_top_view(state);
    }
    session::redraw_new_pose(state, before);
    // Leaving has already logged everything.
    if state.ending.is_none() {
        logging::log_watched_cramp(state);
    }
    keep_machine_awake(state);
    std::mem::take(&mut state.effects)
}

/// Asks for the machine to stay awake for a cramp, a session and standby, however they came and
/// went, where the reader wants that.
fn keep_machine_awake(state: &mut State) {
    let now = state.now.mono;
    let needs = |view: &View| match view {
        View::Timer(timer) => !timer.session.is_done(now),
        View::Rescue(_) | View::Standby { .. } => true,
        _ => false,
    };
    let awake = state.settings.keep_awake && state.overlays.iter().any(needs);
    if std::mem::replace(&mut state.keeps_awake, awake) != awake {
        state.device(DeviceRequest::KeepAwake(awake));
    }
}

fn handle_message(state: &mut State, message: Message) {
    match message {
        Message::Launched(launch) => open_first_view(state, launch),
        Message::Pressed(key) => handle_key(state, key),
        Message::ItemSelected(index) => {
            let (_, place) = state.visible_page();
            state.set_place(PagePlace { cursor: Some(index), ..place });
        }
        Message::Asked(action) => handle_action(state, action),
        Message::Answered(text) => {
            if let Some(View::Form(form)) = state.overlays.last_mut()
                && let Some(field) = form.field_mut()
            {
                field.input = TextField::default();
                field.input.insert(&text);
            }
            handle_action(state, Action::Choose);
        }
        Message::NoticesRead => state.notices.clear(),
        Message::CrampLeg(leg) => cramp::set_leg(state, Some(leg)),
        Message::CrampPose(pose) => cramp::show_nearest_steps(state, Some(pose)),
        // Elsewhere a pasted text means nothing, because it must never act as keys.
        Message::Pasted(text) => match state.overlays.last_mut() {
            Some(View::Search(_)) => search::edit(state, |query| query.insert(&text)),
            Some(View::Form(form)) => form.paste(&text),
            _ => {}
        },
        Message::Resized(size) => state.size = size,
        Message::GuideChanged(Ok(guide)) => replace_guide(state, &guide),
        Message::GuideChanged(Err(problems)) => show_problems(state, problems),
        Message::Quit => action::leave(state, Ending::Done),
        Message::Diary(reply) => reply::handle_reply(state, reply),
        Message::VoiceChecked(result) => session::voice_checked(state, result),
        Message::Notice(notice) => state.tell(notice),
        // The shell has written on the screen.
        Message::Continued => state.effects.push(Effect::Redraw),
        Message::Tick => {}
    }
}

/// What could not be saved, to be said after the program has ended.
fn unsaved(message: Message) -> Option<String> {
    match message {
        Message::Notice(why) | Message::Diary(DiaryReply::Failed(why)) => Some(why),
        Message::Diary(
            DiaryReply::FieldSaved { result: Err(why), .. }
            | DiaryReply::Added { result: Err(why), .. },
        ) => Some(format!("not logged: {why}")),
        _ => None,
    }
}

/// Opens what was asked for on the command line.
fn open_first_view(state: &mut State, launch: Launch) {
    match launch {
        Launch::Browse => {
            state.request(DiaryRequest::ReadStartupPrompts);
            reply::read_again(state);
        }
        Launch::Diary => {
            state.request(DiaryRequest::ReadStatistics);
            reply::read_again(state);
        }
        Launch::Form(id) => state.request(DiaryRequest::ReadCramp(Some(id))),
        Launch::Stretch { routine, options } => {
            // Seen from the bed: the timer alone, large and dark.
            state.full_screen = true;
            session::start(state, &routine, options, true);
        }
        Launch::Rescue { muscle, pose, leg } => cramp::begin(state, muscle.as_deref(), pose, leg),
        Launch::Standby => stack::open(state, View::Standby { since: state.now.mono }),
    }
}

/// A key that is held down comes again sooner than this, the first time after a delay.
const HELD: Duration = Duration::from_secs(1);

/// From the second time on it comes again sooner than this, and than anybody presses it anew.
const REPEAT: Duration = Duration::from_millis(120);

/// Whether this key may be held down, and would do here what was not meant.
fn is_stray_repeat(state: &mut State, key: KeyPress, action: Option<Action>) -> bool {
    let (now, context, page) = (state.now.mono, state.context(), state.top_reading().trail.here());
    let here = Some((context, page));
    let held = state.held_key.filter(|held| held.key == key && now < held.last + HELD);
    let began = held.map_or(here, |held| held.began);
    state.held_key = Some(HeldKey { key, began, last: now });
    if !state.has_keyboard {
        return false;
    }
    let is_elsewhere = began != here;
    match action {
        Some(A::Diary(D::Remove)) => held.is_some(),
        Some(A::Timer(T::Skip | T::Rewind | T::Shorter) | A::Rescue(R::Earlier | R::Later)) => {
            is_elsewhere || held.is_some_and(|held| now < held.last + REPEAT)
        }
        // Typed into a field, or leaving standby.
        None | Some(A::Log | A::CrampNow | A::Timer(_) | A::Rescue(_)) => is_elsewhere,
        // The answer to the question before must not count as one to this question.
        Some(A::Pick(_)) if context == Context::Guide => {
            is_elsewhere && state.guide.selects_nothing(page)
        }
        Some(action) => is_elsewhere && (action, context) == (A::Choose, Context::SafetyGate),
    }
}

fn handle_key(state: &mut State, key: KeyPress) {
    let action = keymap::resolve(state.context(), key);
    if is_stray_repeat(state, key, action) {
        if let Some(A::Pick(_) | A::CrampNow) = action
            && state.context() == Context::Guide
        {
            state.tell(format!("Read this page first, then press {key} again."));
        }
        return;
    }
    if let Some(action) = action {
        return handle_action(state, action);
    }
    state.unconfirmed = None;
    if state.context() == Context::Standby {
        state.clear_notices();
    }
    match state.overlays.last_mut() {
        Some(View::Search(_)) => search::edit(state, |query| query.edit(key)),
        Some(View::Form(form)) => form.edit(key),
        Some(View::Standby { .. }) => cramp::begin(state, None, None, None),
        _ => {}
    }
}

fn handle_action(state: &mut State, action: Action) {
    state.unconfirmed.take_if(|asked| asked.action != action);
    if keymap::has_use(&state.guide, action) {
        if action == Action::TakeBack {
            state.notices.clear();
        } else {
            state.clear_notices();
        }
        diary::save_field(state);
        action::carry_out(state, action);
    }
}

/// Puts another version of the guide in place, on the same page where it still exists. Lists close.
fn replace_guide(state: &mut State, guide: &Arc<Guide>) {
    let needs_rescue = |view: &View| matches!(view, View::Rescue(_) | View::Standby { .. });
    if guide.rescue.is_none() && state.overlays.iter().any(needs_rescue) {
        return state.tell("The saved guide has no cramp steps; the guide before it stays.");
    }
    let old = std::mem::replace(&mut state.guide, Arc::clone(guide));
    let carry = |trail: &Trail| trail.carry_over(&old, guide);
    state.to_print = state.to_print.iter().filter_map(|id| guide.find(old.name(*id))).collect();
    state.reading.trail = carry(&state.reading.trail);
    cramp::show_nearest_steps(state, None);
    state.index = None;
    state.overlays.retain(|view| !matches!(view, View::ListOverlay(_)));
    for view in &mut state.overlays {
        match view {
            View::GuideView(reading) => reading.trail = carry(&reading.trail),
            View::Search(search) => search::find(guide, &mut state.index, search),
            _ => {}
        }
    }
    state.tell("Guide reloaded.");
}

/// Shows what is wrong with the guide file, but never above a cramp, a session or a text field.
fn show_problems(state: &mut State, problems: String) {
    if !matches!(state.context(), Context::Guide | Context::ListOverlay) {
        return state.tell("The guide file has mistakes; the last good guide stays.");
    }
    state.notices.clear();
    stack::open_list(state, ListKind::Problems(problems));
}
