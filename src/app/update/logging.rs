//! Logs to the diary, by a key or by itself.

use std::time::Duration;

use super::diary;
use crate::app::diary_status::{AFTERWARDS, CrampEntry, LastSaved, UNDO_WINDOW, WORTH_LOGGING};
use crate::app::keymap::{Action, Context, name};
use crate::app::state::State;
use crate::app::time::Now;
use crate::app::view::RescueState;
use crate::diary::request::{DiaryRequest, NewCramp, NewEntry};
use crate::guide::raw::Kind;
use crate::stretch::cramp::{BootTime, OngoingCramp};
use crate::stretch::session::Session;

/// One press: a cramp now; on a danger page that sign; in rescue the cramp that lasts.
pub(crate) fn log(state: &mut State) {
    let here = state.top_reading().trail.here();
    let node = state.guide.node(here);
    let on_page = state.context() == Context::Guide;
    let entry = if on_page && node.kind == Kind::Warning {
        NewEntry::Sign { node: state.guide.name(here).to_owned(), title: node.title.clone() }
    } else if state.rescue().is_some() {
        return log_ongoing(state);
    } else {
        NewEntry::Cramp(NewCramp::default())
    };
    let afterwards = on_page && state.past_cramp().is_some();
    if was_just_logged(state, &entry, if afterwards { AFTERWARDS } else { UNDO_WINDOW }) {
        return;
    }
    // Readers who move with `j` and `k` press this key by mistake; nobody types a line by mistake.
    let asks = on_page && !afterwards || state.context() == Context::ListOverlay;
    let asks = asks && !state.is_plain;
    let before = state.unconfirmed.take().filter(|before| before.action == Action::Log);
    let is_soon = |since| state.now.mono.saturating_sub(since) <= UNDO_WINDOW;
    let confirmed = before.is_some_and(|before| is_soon(before.since));
    if !asks || confirmed {
        return state.request(DiaryRequest::Add(entry));
    }
    state.ask_again(Action::Log);
    let what = if let NewEntry::Sign { .. } = entry { "this sign" } else { "a cramp" };
    state.tell(format!("Press {} again to log {what}.", name(Action::Log)));
}

/// Notes the cramp that lasts, once.
fn log_ongoing(state: &mut State) {
    match state.rescue_mut().map(|rescue| &mut rescue.entry) {
        Some(CrampEntry::None | CrampEntry::TakenBack | CrampEntry::Refused) => {
            add_ongoing(state, true);
        }
        Some(CrampEntry::Asked { aloud }) => *aloud = true,
        Some(CrampEntry::Saved(_)) => state.tell(ALREADY_LOGGED),
        None => {}
    }
}

/// Asks the diary to add the cramp that lasts.
fn add_ongoing(state: &mut State, aloud: bool) {
    let now = state.now.boot;
    if let Some(RescueState { cramp, entry, .. }) = state.rescue_mut() {
        *entry = CrampEntry::Asked { aloud };
        let cramp = new_cramp(cramp, now, false);
        state.request(DiaryRequest::Add(NewEntry::Cramp(cramp)));
    }
}

const ALREADY_LOGGED: &str = "This cramp is already logged.";

/// Whether the same was logged at most so long ago, by a key that is held down or for the cramp
/// that has just let go. Then the reader is told so.
fn was_just_logged(state: &mut State, entry: &NewEntry, within: Duration) -> bool {
    let now = state.now.mono;
    let last = state.diary_status.last.as_mut();
    let is_same = |last: &&mut LastSaved| last.entry.as_ref().is_some_and(|own| own.is_same(entry));
    let Some(last) = last.filter(is_same) else { return false };
    let age = now.saturating_sub(last.at);
    if age > within {
        return false;
    }
    if age <= UNDO_WINDOW {
        // The time to undo begins when a key that is held down is released.
        let renewed = LastSaved { at: now, is_offered: true, ..last.clone() };
        state.tell(format!("Already logged. Press {} to undo.", name(Action::TakeBack)));
        state.diary_status.last = Some(renewed);
    } else {
        state.tell(ALREADY_LOGGED);
    }
    true
}

/// What is known of a cramp; `ended` when it has let go.
fn new_cramp(cramp: &OngoingCramp, now: BootTime, ended: bool) -> NewCramp {
    let age = cramp.age(now);
    let pose = cramp.pose.word();
    NewCramp {
        ago: age,
        lasted: ended.then_some(age),
        muscle: Some(cramp.muscle.clone()),
        leg: cramp.leg,
        done: ended.then(|| format!("steps for {} {pose}", cramp.muscle)),
        ..NewCramp::default()
    }
}

/// A cramp leaves the screen: logged when it has let go, or was watched for long.
pub(crate) fn log_past_cramp(state: &mut State, rescue: &RescueState, ended: bool) {
    let now = state.now.boot;
    let mut cramp = new_cramp(&rescue.cramp, now, ended);
    if state.offers_steps(rescue) {
        cramp.done = None;
    }
    let watched = rescue.cramp.watched(now) >= WORTH_LOGGING;
    let adds = match rescue.entry {
        CrampEntry::Saved(id) => return state.request(DiaryRequest::Complete(id, cramp)),
        CrampEntry::None | CrampEntry::Refused => ended || watched,
        CrampEntry::TakenBack => ended,
        CrampEntry::Asked { .. } => false,
    };
    if adds {
        state.request(DiaryRequest::Add(NewEntry::Cramp(cramp)));
    }
}

/// Logs a cramp while it lasts, once it was watched for long, so that closing the window does not
/// lose it.
pub(crate) fn log_watched_cramp(state: &mut State) {
    if state.until_logged() == Some(Duration::ZERO) {
        add_ongoing(state, false);
    }
}

/// Keeps what is on the screen as the program is left: a field, a cramp, a session under way.
pub(crate) fn save_before_leaving(state: &mut State) {
    diary::save_all_fields(state);
    if let Some(rescue) = state.rescue().cloned() {
        log_past_cramp(state, &rescue, false);
    }
    let now = state.now;
    let session = state.timer().map(|timer| &timer.session);
    if let Some(snapshot) = session.and_then(|session| session.snapshot(now.mono, now.boot)) {
        state.request(DiaryRequest::SaveSession(Box::new(snapshot)));
    }
}

/// Asks for an entry of a session that is over, or was given up for another.
pub(crate) fn session_request(now: Now, session: &Session) -> DiaryRequest {
    DiaryRequest::Add(NewEntry::Stretched {
        ago: session.age(now.boot),
        routine: session.plan().routine.clone(),
        summary: session.summary(now.mono),
    })
}

/// Takes back the last entry, for as long as that is possible.
pub(crate) fn take_back(state: &mut State) {
    let now = state.now.mono;
    let last = state.diary_status.last.take();
    let Some(LastSaved { id, entry, .. }) =
        last.filter(|last| last.is_offered || now.saturating_sub(last.at) <= UNDO_WINDOW)
    else {
        return state.tell("Nothing to undo here. `uncramp diary undo` goes further back.");
    };
    if let Some(rescue) = state.rescue_mut()
        && rescue.entry == CrampEntry::Saved(id)
    {
        rescue.entry = CrampEntry::TakenBack;
    }
    diary::withdraw_offer(state, id);
    state.request(match entry {
        None => DiaryRequest::Restore(id),
        Some(_) => DiaryRequest::TakeBack(id),
    });
}
