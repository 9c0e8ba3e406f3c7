//! What the diary is told, by a key or by itself.

use std::time::Duration;

use super::{details, form};
use crate::app::diary_status::{AFTERWARDS, CrampEntry, UNDO_WINDOW, WORTH_NOTING};
use crate::app::effect::Effect;
use crate::app::keymap::Context;
use crate::app::labels;
use crate::app::notice::DiaryNotice;
use crate::app::state::State;
use crate::app::view::RescueState;
use crate::diary::jot::{NewEntry, Subject};
use crate::diary::request::DiaryRequest;
use crate::guide::model::Body;
use crate::stretch::rescue::OngoingCramp;
use crate::stretch::session::Session;
use crate::text::messages::cramp as cramp_words;

/// One press: a cramp now; on a danger page that sign; in rescue the cramp that lasts.
pub(crate) fn log(state: &mut State) -> Vec<Effect> {
    let node = state.guide.node(state.top_reading().trail.here());
    let on_page = state.context() == Context::Guide;
    let jot = if on_page && matches!(node.body, Body::Warning { .. }) {
        NewEntry::Sign { node: node.id.to_string(), title: node.title.clone() }
    } else if state.rescue().is_some() {
        return mark(state);
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
fn mark(state: &mut State) -> Vec<Effect> {
    let now = state.now.boot;
    let Some(RescueState { cramp, entry }) = state.rescue_mut() else {
        return Vec::new();
    };
    match entry {
        CrampEntry::None | CrampEntry::TakenBack | CrampEntry::Refused => {
            *entry = CrampEntry::Asked { aloud: true };
            vec![Effect::Diary(DiaryRequest::Add(jot(cramp, now, false)))]
        }
        CrampEntry::Asked { aloud } => {
            *aloud = true;
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
fn jot(cramp: &OngoingCramp, now: Duration, ended: bool) -> NewEntry {
    let age = cramp.age(now);
    let position = labels::position(cramp.position);
    NewEntry::Cramp {
        ago: age,
        lasted: ended.then_some(age),
        muscle: Some(cramp.muscle.clone()),
        leg: cramp.leg,
        done: ended.then(|| cramp_words::steps_done(&cramp.muscle, position)),
    }
}

/// A cramp leaves the screen: noted when it has let go, or was watched for long.
pub(crate) fn cramp_over(state: &State, rescue: &RescueState, ended: bool) -> Vec<Effect> {
    let now = state.now.boot;
    let jot = jot(&rescue.cramp, now, ended);
    let watched = rescue.cramp.watched(now) >= WORTH_NOTING;
    let request = match rescue.entry {
        CrampEntry::Saved(id) => Some(DiaryRequest::Complete(id, jot)),
        CrampEntry::None | CrampEntry::Refused => {
            (ended || watched).then_some(DiaryRequest::Add(jot))
        }
        CrampEntry::TakenBack => ended.then_some(DiaryRequest::Add(jot)),
        CrampEntry::Asked { .. } => None,
    };
    request.map(Effect::Diary).into_iter().collect()
}

/// A cramp that was watched for long is noted while it lasts, so that it is not lost with a
/// window that is closed.
pub(crate) fn watch(state: &mut State) -> Vec<Effect> {
    if until_watched(state) != Some(Duration::ZERO) {
        return Vec::new();
    }
    let now = state.now.boot;
    let Some(RescueState { cramp, entry }) = state.rescue_mut() else {
        return Vec::new();
    };
    *entry = CrampEntry::Asked { aloud: false };
    vec![Effect::Diary(DiaryRequest::Add(jot(cramp, now, false)))]
}

/// How long until that moment.
pub(crate) fn until_watched(state: &State) -> Option<Duration> {
    let rescue = state.rescue().filter(|rescue| rescue.entry == CrampEntry::None)?;
    Some(WORTH_NOTING.saturating_sub(rescue.cramp.watched(state.now.boot)))
}

/// What is to be kept when the program is left: the cramp on the screen, the session under way.
pub(crate) fn before_leaving(state: &mut State) -> Vec<Effect> {
    let mut effects = form::save(state);
    if let Some(rescue) = state.rescue() {
        effects.extend(cramp_over(state, rescue, false));
    }
    let running = state.timer().and_then(|timer| timer.session.snapshot(state.now.mono));
    let save = |snapshot| DiaryRequest::SaveSession(Some(Box::new(snapshot)));
    effects.extend(running.map(save).map(Effect::Diary));
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
            if let Some(rescue) = state.rescue_mut()
                && rescue.entry == CrampEntry::Saved(told.id)
            {
                rescue.entry = CrampEntry::TakenBack;
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
