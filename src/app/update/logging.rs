//! What the diary is told, by a key or by itself.

use std::time::Duration;

use super::{details, form};
use crate::app::codes;
use crate::app::diary_status::{AFTERWARDS, CrampEntry, UNDO_WINDOW, WORTH_NOTING};
use crate::app::effect::Effect;
use crate::app::keymap::Context;
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::jot::{NewEntry, Subject};
use crate::diary::request::DiaryRequest;
use crate::guide::model::Body;
use crate::stretch::Leg;
use crate::stretch::rescue::OngoingCramp;
use crate::stretch::session::Session;
use crate::text::messages::cramp as cramp_words;
use crate::text::messages::notices::DiaryNotice;

/// One press: a cramp now; on a danger page that sign; in rescue the cramp that lasts.
pub(crate) fn log(state: &mut State) -> Vec<Effect> {
    let node = state.guide.node(state.top_reading().trail.here());
    let on_page = state.context() == Context::Guide;
    let jot = if on_page && matches!(node.body, Body::Warning { .. }) {
        NewEntry::Sign { node: node.id.to_string(), title: node.title.to_string() }
    } else if let Some(cramp) = state.lasting_cramp().cloned() {
        return mark(state, &cramp);
    } else {
        NewEntry::cramp_now()
    };
    if is_known(state, &jot.subject(), on_page) {
        return Vec::new();
    }
    // Hands that move by letters press this one by mistake.
    let asks = on_page && state.past_cramp().is_none() || state.context() == Context::ListOverlay;
    let now = state.now.mono;
    let asked = state.log_asked.take();
    let confirmed = asked.is_some_and(|at| now.saturating_sub(at) <= UNDO_WINDOW);
    if asks && !confirmed {
        state.log_asked = Some(now);
        let sign = matches!(jot, NewEntry::Sign { .. });
        state.tell(DiaryNotice::PressAgainToLog { sign });
        return Vec::new();
    }
    vec![Effect::Diary(DiaryRequest::Add(jot))]
}

/// One press on the diary: there was no cramp last night.
pub(crate) fn quiet() -> Vec<Effect> {
    vec![Effect::Diary(DiaryRequest::Add(NewEntry::Quiet))]
}

/// Notes the cramp that lasts, once.
fn mark(state: &mut State, cramp: &OngoingCramp) -> Vec<Effect> {
    match state.diary_status.cramp {
        CrampEntry::None | CrampEntry::TakenBack | CrampEntry::Refused => {
            state.diary_status.cramp = CrampEntry::Asked { aloud: true };
            vec![Effect::Diary(DiaryRequest::Add(jot(state, cramp, false)))]
        }
        CrampEntry::Asked { .. } => {
            state.diary_status.cramp = CrampEntry::Asked { aloud: true };
            Vec::new()
        }
        CrampEntry::Saved(_) => {
            state.tell(DiaryNotice::AlreadyLogged);
            Vec::new()
        }
    }
}

/// Whether a press means what was noted just now: a finger rests on the key, or the cramp that
/// has just let go is meant. Then that is said.
fn is_known(state: &mut State, subject: &Subject, on_page: bool) -> bool {
    let now = state.now.mono;
    let after = state.guide.rescue.as_ref().map(|rescue| rescue.after);
    let afterwards = on_page && after == Some(state.top_reading().trail.here());
    let Some(last) = state.diary_status.last.as_mut() else {
        return false;
    };
    let age = now.saturating_sub(last.at);
    if last.subject != *subject || age > if afterwards { AFTERWARDS } else { UNDO_WINDOW } {
        return false;
    }
    if age <= UNDO_WINDOW {
        // A key that is held down is one press, which can still be taken back afterwards.
        last.at = now;
        state.tell(DiaryNotice::JustLogged);
    } else {
        state.tell(DiaryNotice::AlreadyLogged);
    }
    true
}

/// What is known of a cramp; `ended` when it has let go.
fn jot(state: &State, cramp: &OngoingCramp, ended: bool) -> NewEntry {
    let age = cramp.age(state.now.boot);
    let position = codes::position(cramp.position);
    NewEntry::Cramp {
        ago: age,
        lasted: ended.then_some(age),
        muscle: Some(cramp.muscle.to_string()),
        leg: cramp.leg,
        done: ended.then(|| cramp_words::steps_done(&cramp.muscle, position)),
    }
}

/// The leg was said while the cramp lasts: what is noted of it follows at once.
pub(crate) fn leg_said(state: &mut State, leg: Option<Leg>) -> Vec<Effect> {
    match state.diary_status.cramp {
        CrampEntry::Saved(id) => vec![Effect::Diary(DiaryRequest::SetLeg(id, leg))],
        _ => Vec::new(),
    }
}

/// A cramp leaves the screen: noted when it has let go, or was watched for long.
pub(crate) fn cramp_over(state: &mut State, cramp: &OngoingCramp, ended: bool) -> Vec<Effect> {
    let jot = jot(state, cramp, ended);
    let watched = cramp.watched(state.now.boot) >= WORTH_NOTING;
    match std::mem::take(&mut state.diary_status.cramp) {
        CrampEntry::Saved(id) => vec![Effect::Diary(DiaryRequest::Complete(id, jot))],
        CrampEntry::None | CrampEntry::Refused if ended || watched => {
            vec![Effect::Diary(DiaryRequest::Add(jot))]
        }
        CrampEntry::TakenBack if ended => vec![Effect::Diary(DiaryRequest::Add(jot))],
        _ => Vec::new(),
    }
}

/// A cramp that was watched for long is noted while it lasts, so that it is not lost with a
/// window that is closed.
pub(crate) fn watch(state: &mut State) -> Vec<Effect> {
    if until_watched(state) != Some(Duration::ZERO) {
        return Vec::new();
    }
    let Some(cramp) = state.lasting_cramp().cloned() else {
        return Vec::new();
    };
    state.diary_status.cramp = CrampEntry::Asked { aloud: false };
    vec![Effect::Diary(DiaryRequest::Add(jot(state, &cramp, false)))]
}

/// How long until that moment.
pub(crate) fn until_watched(state: &State) -> Option<Duration> {
    if state.diary_status.cramp != CrampEntry::None {
        return None;
    }
    let cramp = state.lasting_cramp()?;
    Some(WORTH_NOTING.saturating_sub(cramp.watched(state.now.boot)))
}

/// What is to be kept when the program is left: the cramp on the screen, the session under way.
pub(crate) fn before_leaving(state: &mut State) -> Vec<Effect> {
    let mut effects = form::save(state);
    if let Some(cramp) = state.lasting_cramp().cloned() {
        effects.extend(cramp_over(state, &cramp, false));
    }
    let now = state.now.mono;
    let running = state.overlays.iter().find_map(|view| match view {
        View::Timer(timer) => timer.session.snapshot(now),
        _ => None,
    });
    effects.extend(
        running.map(|snapshot| Effect::Diary(DiaryRequest::SaveSession(Some(Box::new(snapshot))))),
    );
    effects
}

/// A session that is over, or was given up for another.
pub(crate) fn stretched(state: &State, session: &Session) -> Effect {
    let now = state.now.mono;
    Effect::Diary(DiaryRequest::Add(NewEntry::Stretched {
        ago: session.elapsed(now),
        routine: session.plan().routine.clone(),
        summary: session.summary(now),
    }))
}

/// Takes back the last entry, for as long as that is possible.
pub(crate) fn take_back(state: &mut State) -> Vec<Effect> {
    let now = state.now.mono;
    match state.diary_status.last.take() {
        Some(told) if now.saturating_sub(told.at) <= UNDO_WINDOW => {
            if state.diary_status.cramp == CrampEntry::Saved(told.id) {
                state.diary_status.cramp = CrampEntry::TakenBack;
            }
            details::forget(state, told.id);
            let undo = match told.subject {
                Subject::Removal => DiaryRequest::Undo,
                _ => DiaryRequest::TakeBack(told.id),
            };
            vec![Effect::Diary(undo)]
        }
        _ => {
            state.tell(DiaryNotice::NothingToUndo);
            Vec::new()
        }
    }
}
