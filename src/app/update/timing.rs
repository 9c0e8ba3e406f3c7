//! Sessions: started, changed by keys, paused by gaps, ended by time.

use std::time::Duration;

use super::logging;
use crate::app::effect::{DeviceRequest, Effect, Ending};
use crate::app::keymap::TimerAction;
use crate::app::notice::{Notice, STRETCHES_DONE, SessionNotice};
use crate::app::settings::{ColorDepth, Sound, Voice};
use crate::app::state::State;
use crate::app::time::Now;
use crate::app::view::{CurrentSession, Timer, View};
use crate::diary::request::DiaryRequest;
use crate::guide::raw::{Routine, RoutineSound, RoutineVoice};
use crate::stretch::cue::Cue;
use crate::stretch::plan::{Options, PhaseKind, Plan};
use crate::stretch::session::Session;

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
            let given_up =
                state.waiting_session().map(|session| logging::stretched(state, session));
            let session = Session::new(plan, state.now.mono);
            show(state, Box::new(Timer { session, by_command }));
            given_up.into_iter().collect()
        }
        Err(error) => {
            state.tell(SessionNotice::NotStarted(error.to_string()));
            Vec::new()
        }
    }
}

fn show(state: &mut State, timer: Box<Timer>) {
    state.overlays.retain(|view| *view != View::Timer);
    state.overlays.push(View::Timer);
    state.session = CurrentSession::Running(timer);
}

/// Resumes the session that was left. What was opened above it closes, but for a cramp.
pub(crate) fn go_on(state: &mut State) -> Vec<Effect> {
    let mut timer = match std::mem::take(&mut state.session) {
        CurrentSession::None => return Vec::new(),
        CurrentSession::Aside(session) => Box::new(Timer { session: *session, by_command: false }),
        CurrentSession::Running(timer) => {
            let at = state.overlays.iter().position(|view| *view == View::Timer);
            let opened = state.overlays.split_off(at.unwrap_or(state.overlays.len()));
            let cramps = opened.into_iter().filter(|view| matches!(view, View::Rescue(_)));
            state.overlays.extend(cramps);
            timer
        }
    };
    timer.session.resume(state.now.mono);
    show(state, timer);
    Vec::new()
}

/// The session has left the screen: one that is not over is kept.
pub(crate) fn put_aside(state: &mut State) -> Vec<Effect> {
    let now = state.now.mono;
    let CurrentSession::Running(timer) = &mut state.session else {
        return Vec::new();
    };
    let mut effects = vec![Effect::Device(DeviceRequest::Hush)];
    if timer.session.is_done(now) {
        effects.extend(timer.by_command.then_some(Effect::Leave(Ending::Done)));
        state.session = CurrentSession::None;
        return effects;
    }
    timer.session.pause(now);
    let snapshot = timer.session.snapshot(now).map(Box::new);
    effects.push(Effect::Diary(DiaryRequest::SaveSession(snapshot)));
    state.session = CurrentSession::Aside(Box::new(timer.session.clone()));
    state.tell(SessionNotice::Paused);
    effects
}

/// Closes a session that is covered: one that is not over is kept, a summary just ends.
pub(crate) fn close_covered(state: &mut State) -> Vec<Effect> {
    if state.session_is_over() {
        state.session = CurrentSession::None;
        return Vec::new();
    }
    put_aside(state)
}

/// Ends the summary.
pub(crate) fn finish(state: &mut State) -> Vec<Effect> {
    state.overlays.pop();
    put_aside(state)
}

/// Does what a key asks of a session.
pub(crate) fn act(state: &mut State, action: TimerAction) -> Vec<Effect> {
    let now = state.now.mono;
    let Some(Timer { session, .. }) = state.top_timer_mut() else {
        return Vec::new();
    };
    match action {
        TimerAction::Pause => session.toggle(now),
        TimerAction::Skip => session.skip(now),
        TimerAction::Rewind => session.back(now),
        TimerAction::Longer => session.longer(now),
        TimerAction::Shorter => session.shorter(now),
        TimerAction::SwapLeg => {
            if !session.swap(now) {
                state.tell(SessionNotice::BothLegsAtOnce);
            }
        }
        TimerAction::Restart => session.restart(now),
        TimerAction::Seated => return sit_down(state),
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

/// The seated version of the running routine, while getting ready for its first step.
pub(crate) fn seated(state: &State) -> Option<(String, Options, bool)> {
    let timer = state.top_timer()?;
    let phase = timer.session.moment(state.now.mono)?.phase;
    if phase.kind != PhaseKind::Ready || phase.step != 0 {
        return None;
    }
    let seated = routine(state)?.seated.as_ref()?;
    let is_known = state.guide.routines.contains_key(seated);
    is_known.then(|| (seated.clone(), timer.session.plan().options, timer.by_command))
}

/// Mutes sound and voice, or turns them on again.
pub(crate) fn mute(state: &mut State) -> Vec<Effect> {
    state.muted = !state.muted;
    state.tell(if state.muted { SessionNotice::Muted } else { SessionNotice::SoundOn });
    vec![Effect::Device(DeviceRequest::Hush)]
}

/// Turns the voice on, once it is known that there is one, or off.
pub(crate) fn voice(state: &mut State) -> Vec<Effect> {
    let mut effects = vec![Effect::Device(DeviceRequest::Hush)];
    if speaks(state) {
        state.settings.voice = Voice::Off;
        state.tell(SessionNotice::VoiceOff);
    } else {
        state.settings.voice = Voice::Auto;
        state.muted = false;
        effects.push(Effect::Device(DeviceRequest::CheckVoice));
    }
    effects
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

fn routine(state: &State) -> Option<&Routine> {
    let timer = state.top_timer()?;
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
    if (slept || stopped)
        && let CurrentSession::Running(timer) = &mut state.session
    {
        timer.session.gap(before.mono);
    }
}

/// What the passing of time asks for: sounds, words, the end of a session and of its summary.
pub(crate) fn pass(state: &mut State) -> Vec<Effect> {
    let now = state.now.mono;
    let Some(timer) = state.top_timer_mut() else {
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

/// The characters of a silhouette may reach over the edges of their cells and leave strokes where
/// the figure was: once it stands in another pose, every cell is drawn anew.
pub(crate) fn erase_traces(state: &State, before: Now) -> Option<Effect> {
    if !matches!(state.settings.depth, ColorDepth::None | ColorDepth::Basic) {
        return None;
    }
    let session = &state.top_timer()?.session;
    let (phase, moves) = session.pose(state.now.mono)?;
    let has_changed = session.pose(before.mono) != Some((phase, moves));
    (has_changed && !moves).then_some(Effect::Redraw)
}

/// Sounds, words and notification for the cues that are due; only the last one is current.
fn announce(state: &State, cues: &[Cue], cue: &Cue) -> Vec<Effect> {
    let Some(timer) = state.top_timer() else {
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
        effects.push(Effect::Device(DeviceRequest::Speak(cue.words(title, &state.guide.words))));
    }
    if *cue == Cue::Done && state.settings.notify {
        effects.push(Effect::Device(DeviceRequest::Notify(STRETCHES_DONE.to_owned())));
    }
    effects
}

/// What the diary is to know: at each change of phase where the session stands, so that a
/// killed one can be gone on with, and at the end what it came to.
fn keep(state: &State, cue: &Cue) -> Vec<Effect> {
    let Some(timer) = state.top_timer() else {
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
