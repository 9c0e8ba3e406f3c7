//! Sessions: started, changed by keys, paused by gaps, ended by time.

use std::time::Duration;

use super::logging;
use crate::app::effect::{DeviceRequest, Effect, Ending};
use crate::app::keymap::Action;
use crate::app::settings::{Sound, Voice};
use crate::app::state::State;
use crate::app::time::Now;
use crate::app::view::{Timer, View};
use crate::diary::request::DiaryRequest;
use crate::guide::raw::{RoutineSound, RoutineVoice};
use crate::stretch::cue::Cue;
use crate::stretch::plan::{Options, PhaseKind, Plan};
use crate::stretch::session::Session;
use crate::text::messages::notices::{Notice, STRETCHES_DONE, SessionNotice};

/// The summary leaves by itself after this long, so that nobody has to get up.
pub(crate) const SUMMARY_TIME: Duration = Duration::from_secs(60);

/// Sleep or a stop longer than this is a gap; anything less is lateness.
const GAP: Duration = Duration::from_secs(2);

/// Starts the routine with this id.
pub(crate) fn start(state: &mut State, routine: &str) -> Vec<Effect> {
    let options = Options { first: state.settings.first_leg, ..Options::default() };
    start_with(state, routine, options, false)
}

/// Starts a routine with times of the reader's own.
pub(crate) fn start_with(
    state: &mut State,
    id: &str,
    options: Options,
    by_command: bool,
) -> Vec<Effect> {
    let Some(routine) = state.guide.routines.get(id) else {
        return Vec::new();
    };
    match Plan::new(id, routine, options) {
        Ok(plan) => {
            let kept = state.saved_session.take().map(|session| *session);
            let given_up = kept.or_else(|| running(state));
            show(state, Session::new(plan, state.now.mono), by_command);
            let note = given_up.map(|session| logging::stretched(state, &session));
            note.into_iter().collect()
        }
        Err(error) => {
            state.tell(SessionNotice::NotStarted(error.to_string()));
            Vec::new()
        }
    }
}

/// The session on the screen or under what is being read, while it is not done.
fn running(state: &State) -> Option<Session> {
    state.overlays.iter().find_map(|view| match view {
        View::Timer(timer) if !timer.session.is_done(state.now.mono) => Some(timer.session.clone()),
        _ => None,
    })
}

fn show(state: &mut State, session: Session, by_command: bool) {
    state.overlays.retain(|view| !matches!(view, View::Timer(_)));
    state.overlays.push(View::Timer(Box::new(Timer { session, by_command })));
}

/// Goes on with the session that was left: kept aside, or under what is being read.
pub(crate) fn go_on(state: &mut State) -> Vec<Effect> {
    let kept = state.saved_session.take().map(|session| (*session, false));
    let Some((mut session, by_command)) = kept.or_else(|| take_covered(state)) else {
        return Vec::new();
    };
    session.resume(state.now.mono);
    show(state, session, by_command);
    Vec::new()
}

/// Takes the session from under what was opened above it, which closes. A cramp does not.
fn take_covered(state: &mut State) -> Option<(Session, bool)> {
    let timer = |view: &View| matches!(view, View::Timer(_));
    let at = state.overlays.iter().position(timer)?;
    let mut opened = state.overlays.split_off(at).into_iter();
    let Some(View::Timer(timer)) = opened.next() else {
        return None;
    };
    let cramps = opened.filter(|view| matches!(view, View::Rescue(_)));
    state.overlays.extend(cramps);
    Some((timer.session, timer.by_command))
}

/// Keeps a session that the reader stepped back from.
pub(crate) fn put_aside(state: &mut State, mut timer: Timer) -> Vec<Effect> {
    let now = state.now.mono;
    let mut effects = vec![Effect::Device(DeviceRequest::Hush)];
    if timer.session.is_done(now) {
        return if timer.by_command { leave(effects) } else { effects };
    }
    timer.session.pause(now);
    let snapshot = timer.session.snapshot(now).map(Box::new);
    effects.push(Effect::Diary(DiaryRequest::SaveSession(snapshot)));
    state.saved_session = Some(Box::new(timer.session));
    state.tell(SessionNotice::Paused);
    effects
}

fn leave(mut effects: Vec<Effect>) -> Vec<Effect> {
    effects.push(Effect::Leave(Ending::Done));
    effects
}

/// Ends the summary.
pub(crate) fn finish(state: &mut State) -> Vec<Effect> {
    match state.overlays.pop() {
        Some(View::Timer(timer)) => put_aside(state, *timer),
        _ => Vec::new(),
    }
}

/// Does what a key asks of a session.
pub(crate) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let now = state.now.mono;
    if action == Action::Seated {
        return sit_down(state);
    }
    if matches!(action, Action::Mute | Action::Voice) {
        return sound(state, action);
    }
    if action == Action::FullScreen {
        state.full = !state.full;
        return Vec::new();
    }
    let Some(View::Timer(timer)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    let session = &mut timer.session;
    match action {
        Action::Pause => session.toggle(now),
        Action::Skip => session.skip(now),
        Action::Rewind => session.back(now),
        Action::Longer => session.longer(now),
        Action::Shorter => session.shorter(now),
        Action::SwapLeg if !session.swap(now) => {
            state.tell(SessionNotice::BothLegsAtOnce);
        }
        Action::Restart => session.restart(now),
        _ => {}
    }
    vec![Effect::Device(DeviceRequest::Hush)]
}

/// Switches to the routine that does the same sitting down.
fn sit_down(state: &mut State) -> Vec<Effect> {
    let Some((seated, options, by_command)) = seated(state) else {
        state.tell(SessionNotice::NoSeatedVersion);
        return Vec::new();
    };
    start_with(state, &seated, options, by_command)
}

/// The sitting version of the running routine, while getting ready for its first step.
pub(crate) fn seated(state: &State) -> Option<(String, Options, bool)> {
    let Some(View::Timer(timer)) = state.overlays.last() else {
        return None;
    };
    let phase = timer.session.moment(state.now.mono)?.phase;
    if phase.kind != PhaseKind::Ready || phase.step != 0 {
        return None;
    }
    let plan = timer.session.plan();
    let seated = state.guide.routines.get(plan.routine.as_str())?.seated.as_ref()?;
    state
        .guide
        .routines
        .contains_key(seated)
        .then(|| (seated.clone(), plan.options, timer.by_command))
}

fn sound(state: &mut State, action: Action) -> Vec<Effect> {
    if action == Action::Mute {
        state.muted = !state.muted;
        state.tell(if state.muted { SessionNotice::Muted } else { SessionNotice::SoundOn });
    } else {
        let on = !speaks(state);
        state.settings.voice = if on { Voice::Auto } else { Voice::Off };
        state.muted &= !on;
        if on {
            return vec![
                Effect::Device(DeviceRequest::Hush),
                Effect::Device(DeviceRequest::CheckVoice),
            ];
        }
        state.tell(SessionNotice::VoiceOff);
    }
    vec![Effect::Device(DeviceRequest::Hush)]
}

/// A voice that was switched on: only one that is there is on.
pub(crate) fn voice_checked(state: &mut State, result: Result<(), String>) {
    match result {
        Ok(()) => state.tell(SessionNotice::VoiceOn),
        Err(why) => {
            state.settings.voice = Voice::Off;
            state.tell(Notice::Failed(why));
        }
    }
}

fn routine(state: &State) -> Option<&crate::guide::raw::Routine> {
    let Some(View::Timer(timer)) = state.overlays.last() else {
        return None;
    };
    state.guide.routines.get(timer.session.plan().routine.as_str())
}

/// Whether phases are spoken.
pub(crate) fn speaks(state: &State) -> bool {
    !state.muted
        && match state.settings.voice {
            Voice::Unset => routine(state).is_some_and(|r| r.voice == RoutineVoice::On),
            Voice::Off => false,
            Voice::Auto | Voice::Command(_) => true,
        }
}

/// Whether a sound marks the phases.
pub(crate) fn rings(state: &State) -> bool {
    !state.muted
        && match state.settings.sound {
            Sound::Unset => routine(state).is_some_and(|r| r.sound == RoutineSound::Bell),
            Sound::Off => false,
            Sound::Bell | Sound::Command(_) => true,
        }
}

/// Pauses a running session when the machine slept or the program was stopped.
pub(crate) fn notice_gap(state: &mut State, before: Now, continued: bool) {
    let now = state.now;
    let slept = now.slept().saturating_sub(before.slept()) > GAP;
    let stopped = continued && now.mono.saturating_sub(before.mono) > GAP;
    if slept || stopped {
        for view in &mut state.overlays {
            if let View::Timer(timer) = view {
                timer.session.gap(before.mono);
            }
        }
    }
}

/// What the passing of time asks for: sounds, words, the end of a session and of its summary.
pub(crate) fn pass(state: &mut State) -> Vec<Effect> {
    let now = state.now.mono;
    let Some(View::Timer(timer)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    let cues = timer.session.take_cues(now);
    let over = timer.session.done_for(now).is_some_and(|time| time >= SUMMARY_TIME);
    let mut effects = Vec::new();
    if let Some(cue) = cues.last() {
        effects.extend(announce(state, &cues, cue));
        effects.extend(keep(state, cue));
    }
    if over {
        effects.extend(finish(state));
    }
    effects
}

/// Sounds, words and notification for the cues that are due; only the last one is current.
fn announce(state: &State, cues: &[Cue], cue: &Cue) -> Vec<Effect> {
    let Some(View::Timer(timer)) = state.overlays.last() else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    if rings(state) && cues.iter().any(Cue::rings) {
        effects.push(Effect::Device(DeviceRequest::Ring));
    }
    if speaks(state) {
        let step = match cue {
            Cue::Phase { step, .. } => timer.session.plan().steps.get(*step),
            Cue::Count(_) | Cue::Done => None,
        };
        let title = step.map_or("", |step| state.guide.stretch_title(&step.stretch));
        effects.push(Effect::Device(DeviceRequest::Speak(cue.words(title))));
    }
    if *cue == Cue::Done && state.settings.notify {
        effects.push(Effect::Device(DeviceRequest::Notify(STRETCHES_DONE.to_owned())));
    }
    effects
}

/// What the diary is to know: at each change of phase where the session stands, so that a
/// killed one can be gone on with, and at the end what it came to.
fn keep(state: &State, cue: &Cue) -> Vec<Effect> {
    let Some(View::Timer(timer)) = state.overlays.last() else {
        return Vec::new();
    };
    match cue {
        Cue::Phase { .. } => {
            let snapshot = timer.session.snapshot(state.now.mono);
            vec![Effect::Diary(DiaryRequest::SaveSession(snapshot.map(Box::new)))]
        }
        Cue::Done => vec![
            Effect::Diary(DiaryRequest::SaveSession(None)),
            logging::stretched(state, &timer.session),
        ],
        Cue::Count(_) => Vec::new(),
    }
}
