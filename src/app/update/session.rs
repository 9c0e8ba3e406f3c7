//! Sessions: started, changed by keys, paused by gaps, ended by time.

use super::{action, logging, safety_gate, stack};
use crate::app::effect::{DeviceRequest, Effect, Ending};
use crate::app::keymap::{Action, TimerAction, name};
use crate::app::state::State;
use crate::app::state::deadlines::SUMMARY_TIME;
use crate::app::time::Now;
use crate::app::view::{Timer, View};
use crate::diary::request::DiaryRequest;
use crate::stretch::cue::Cue;
use crate::stretch::plan::{Options, Plan};
use crate::stretch::session::{GAP, Session};

/// Starts the routine with this id.
pub(crate) fn start(state: &mut State, id: &str, options: Options, by_command: bool) {
    let Some(routine) = state.guide.routines.get(id) else { return };
    let now = state.now;
    match Plan::new(id, routine, options) {
        Ok(plan) => {
            if let Some(given_up) = state.waiting_session() {
                state.request(logging::session_request(now, given_up));
            }
            state.left_session = None;
            let timer = Timer { session: Session::new(plan, now.mono, now.boot), by_command };
            stack::open(state, View::Timer(Box::new(timer)));
        }
        Err(why) => state.tell(why.to_string()),
    }
}

/// Resumes the session that was left, and closes everything above it except a cramp.
pub(crate) fn resume(state: &mut State) {
    let left = state.left_session.take();
    let left = left.map(|session| Box::new(Timer { session, by_command: false }));
    let index = state.overlays.iter().position(|view| matches!(view, View::Timer(_)));
    let waiting = index.and_then(|index| stack::remove_from(state, index));
    if let Some(mut timer) = waiting.or(left) {
        timer.session.resume(state.now.mono);
        stack::open(state, View::Timer(timer));
    }
}

/// Closes the views from this index on. A session among them is kept, and a cramp goes on.
pub(crate) fn close_from(state: &mut State, index: usize) {
    if let Some(timer) = stack::remove_from(state, index) {
        put_aside(state, *timer);
    }
}

/// Closes the session that was on the screen.
pub(crate) fn close(state: &mut State, timer: Timer) {
    let is_last = state.leaves_after(&timer);
    put_aside(state, timer);
    if is_last {
        action::leave(state, Ending::Done);
    }
}

/// Keeps the session that has left the screen, where it is not over.
fn put_aside(state: &mut State, mut timer: Timer) {
    let now = state.now;
    state.device(DeviceRequest::Hush);
    if let Some(snapshot) = timer.session.snapshot(now.mono, now.boot) {
        timer.session.pause(now.mono);
        state.request(DiaryRequest::SaveSession(Box::new(snapshot)));
        state.left_session = Some(timer.session);
        state.tell("Session paused.");
        if state.reported_warning().is_none() {
            state.tell_also(format!("Press {} to resume.", name(Action::Start)));
        }
    }
}

/// Does what a key asks of a session.
pub(crate) fn change_session(state: &mut State, action: TimerAction) {
    if let Some(warning) = state.reported_warning() {
        return safety_gate::refuse_to_stretch(state, warning);
    }
    let now = state.now.mono;
    let Some(Timer { session, .. }) = state.top_timer_mut() else { return };
    match action {
        TimerAction::Pause => session.toggle_pause(now),
        TimerAction::Skip => session.skip(now),
        TimerAction::Rewind => session.rewind(now),
        TimerAction::Longer => session.lengthen(now),
        TimerAction::Shorter => session.shorten(now),
        TimerAction::SwapLeg => {
            if !session.swap_legs(now) {
                state.tell("Both legs stretch at once here.");
            }
        }
        TimerAction::Restart => session.restart(now),
        TimerAction::Seated => {
            return match state.seated_version() {
                Some((seated, options, by_command)) => start(state, &seated, options, by_command),
                None => state.tell("No seated version here (only while getting ready)."),
            };
        }
    }
    state.device(DeviceRequest::Hush);
}

/// Mutes sound and voice, or turns them on again.
pub(crate) fn toggle_mute(state: &mut State) {
    state.muted = !state.muted;
    state.tell(if state.muted { "Muted." } else { "Sound back on." });
    state.device(DeviceRequest::Hush);
}

/// Turns the voice on, once it is known that there is one, or off.
pub(crate) fn toggle_voice(state: &mut State) {
    state.device(DeviceRequest::Hush);
    if state.speaks() {
        state.voice_turned = Some(false);
        state.tell("Voice off.");
    } else {
        state.voice_turned = Some(true);
        state.muted = false;
        state.device(DeviceRequest::CheckVoice);
    }
}

/// Turns the voice off again where none was found.
pub(crate) fn voice_checked(state: &mut State, result: Result<(), String>) {
    match result {
        Ok(()) => state.tell("Voice on."),
        Err(why) => {
            state.voice_turned = Some(false);
            state.tell(why);
        }
    }
}

/// Pauses a running session when the machine slept or the program was stopped.
pub(crate) fn pause_after_gap(state: &mut State, before: Now, continued: bool) {
    let now = state.now;
    let slept = now.slept().saturating_sub(before.slept()) > GAP;
    let stopped = continued && now.mono.saturating_sub(before.mono) > GAP;
    if (slept || stopped)
        && let Some(timer) = state.top_timer_mut()
    {
        timer.session.pause_since(before.mono);
    }
}

/// Gives the cues that are due, and closes the summary of a session after a while.
pub(crate) fn give_cues(state: &mut State) {
    let now = state.now.mono;
    let Some(timer) = state.top_timer_mut() else { return };
    let cues = timer.session.take_cues(now);
    let over = timer.session.done_for(now).is_some_and(|time| time >= SUMMARY_TIME);
    // After a delay only the last cue is current.
    if let Some(cue) = cues.last() {
        if state.rings() && cues.iter().any(Cue::rings) {
            state.device(DeviceRequest::Ring);
        }
        announce(state, cue);
    }
    if over {
        action::close_top_view(state);
    }
}

/// Draws every cell anew once the figure stands in another pose, because the characters of a
/// silhouette may reach beyond their cells and leave strokes behind.
pub(crate) fn redraw_new_pose(state: &mut State, before: Now) {
    if let Some(Timer { session, .. }) = state.top_timer()
        && state.draws_silhouettes()
        && let Some(pose) = session.still_pose(state.now.mono)
        && session.still_pose(before.mono) != Some(pose)
    {
        state.effects.push(Effect::Redraw);
    }
}

/// Says a cue, saves the session at each change of phase, so that it can be resumed after a crash,
/// and logs it at its end.
fn announce(state: &mut State, cue: &Cue) {
    let Some(Timer { session, .. }) = state.top_timer() else { return };
    let now = state.now;
    let mut title = "";
    let request = match cue {
        Cue::Phase(phase) => {
            let step = session.plan().steps.get(phase.step);
            title = step.map_or("", |step| state.guide.stretch_title(&step.stretch));
            let snapshot = session.snapshot(now.mono, now.boot);
            snapshot.map(|snapshot| DiaryRequest::SaveSession(Box::new(snapshot)))
        }
        Cue::Done => Some(logging::session_request(now, session)),
        Cue::Count(_) => None,
    };
    if state.speaks() {
        state.device(DeviceRequest::Speak(cue.words(title, &state.guide.words)));
    }
    if *cue == Cue::Done && state.settings.notify {
        state.device(DeviceRequest::Notify("The stretches are done.".to_owned()));
    }
    if let Some(request) = request {
        state.request(request);
    }
}
