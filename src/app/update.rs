//! The single door through which the state changes.

pub(crate) mod awake;
mod choose;
pub(crate) mod cramp;
mod details;
mod diary;
mod everywhere;
mod form;
mod logging;
mod noted;
mod offer;
mod reading;
mod search;
pub(crate) mod stack;
pub(crate) mod timing;
mod wake;

pub use wake::{STANDBY_HINT, next_wake};

use std::sync::Arc;

use super::effect::{Effect, Ending};
use super::keymap::{self, Action, Context};
use super::message::Message;
use super::page::found;
use super::state::State;
use super::time::Now;
use super::view::{ListKind, View};
use crate::app::notice::{GuideNotice, Notice};
use crate::diary::request::DiaryReply;
use crate::guide::Guide;
use crate::guide::search::Index;

/// Changes the state by what happened at `now`, and says what the edge is to do.
/// Never blocks, reads no clock, touches nothing outside.
pub fn update(state: &mut State, message: Message, now: Now) -> Vec<Effect> {
    let before = std::mem::replace(&mut state.now, now);
    timing::notice_gap(state, before, matches!(message, Message::Continued));
    let mut effects = happen(state, message);
    effects.extend(cramp::raise_advice(state, before));
    effects.extend(timing::pass(state));
    effects.extend(timing::erase_traces(state, before));
    // On leaving, what is to be noted is noted already.
    let leaves = |effect: &Effect| matches!(effect, Effect::Leave(_));
    if !effects.iter().any(leaves) {
        effects.extend(logging::watch(state));
    }
    effects.extend(awake::follow(state));
    effects
}

fn happen(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Pressed(key) => {
            let action = keymap::resolve(state.context(), key);
            let action = action.filter(|action| keymap::has_use(&state.guide, *action));
            let Some(action) = action else {
                return match state.context() {
                    Context::Search => search::typed(state, key),
                    Context::Form => {
                        form::typed(state, key);
                        Vec::new()
                    }
                    _ => cramp::wake(state),
                };
            };
            state.notices = state.diary_status.later.pop_front().into_iter().collect();
            state.rescue_confirmed &= action == Action::CrampNow;
            state.log_asked = state.log_asked.filter(|_| action == Action::Log);
            let mut effects = form::save(state);
            effects.extend(everywhere::act(state, action));
            effects
        }
        Message::Pasted(text) => {
            // Elsewhere a pasted text means nothing: it must never act as keys.
            match state.context() {
                Context::Search => search::pasted(state, &text),
                Context::Form => form::pasted(state, &text),
                _ => {}
            }
            Vec::new()
        }
        Message::Resized(size) => {
            state.size = size;
            Vec::new()
        }
        Message::GuideChanged(Ok(guide)) => {
            replace_guide(state, &guide);
            Vec::new()
        }
        Message::GuideChanged(Err(problems)) => {
            show_problems(state, problems);
            Vec::new()
        }
        Message::Left => everywhere::leave(state, Ending::Done),
        Message::Diary(reply) => answered(state, reply),
        Message::VoiceChecked(result) => {
            timing::voice_checked(state, result);
            Vec::new()
        }
        Message::Failed(what) => {
            state.tell(Notice::Failed(what));
            Vec::new()
        }
        Message::Woke | Message::Continued => Vec::new(),
    }
}

/// What the diary's answer changes.
fn answered(state: &mut State, reply: DiaryReply) -> Vec<Effect> {
    match reply {
        DiaryReply::Added { subject, result } => noted::tell(state, subject, result),
        DiaryReply::TakenBack(result) => noted::took_back(state, result),
        DiaryReply::Charts(result) => noted::show_charts(state, result),
        DiaryReply::StartupPrompts { session, unfinished } => {
            offer::tell(state, session.as_deref(), unfinished)
        }
        DiaryReply::LastNights(nights) => {
            state.diary_status.last_nights = nights;
            Vec::new()
        }
        DiaryReply::Entry(result) => noted::changed(state, result),
        DiaryReply::Removed(result) => noted::removed(state, result),
        DiaryReply::Undone(result) => noted::took_back(state, result),
        DiaryReply::Failed(what) => {
            state.tell(Notice::Failed(what));
            Vec::new()
        }
    }
}

/// Puts another version of the guide in place, on the same page where it still exists.
fn replace_guide(state: &mut State, guide: &Arc<Guide>) {
    let old = std::mem::replace(&mut state.guide, Arc::clone(guide));
    let carry = |trail: &crate::guide::Trail| trail.carry_over(&old, guide);
    state.to_print = state.to_print.iter().filter_map(|id| guide.find(&old.node(*id).id)).collect();
    state.reading.trail = carry(&state.reading.trail);
    state.danger_answers = state.danger_answers.carry_over(&old, guide);
    cramp::fit(state);
    state.index = None;
    state.overlays.retain_mut(|view| match view {
        View::ListOverlay(sheet) => match &mut sheet.kind {
            ListKind::Problems(_) => false,
            ListKind::Sources(id) => match guide.find(&old.node(*id).id) {
                Some(found) => {
                    *id = found;
                    true
                }
                None => false,
            },
            ListKind::Stretch(id) => guide.stretches.contains_key(id.as_str()),
            ListKind::Word(term) => guide.glossary.contains_key(term.as_str()),
            ListKind::Keys(_) | ListKind::Answers | ListKind::Glossary => true,
        },
        _ => true,
    });
    for view in &mut state.overlays {
        match view {
            View::GuideView(reading) => reading.trail = carry(&reading.trail),
            View::Search(search) => {
                let index = state.index.get_or_insert_with(|| Arc::new(Index::new(guide)));
                search.index = Arc::clone(index);
                search.hits = found::hits(guide, index, search.query.text());
            }
            _ => {}
        }
    }
    state.tell(GuideNotice::Reloaded);
}

/// Shows what is wrong with the guide file, where a page is read: nothing may stand before a
/// cramp, a session or a field that is being typed in.
fn show_problems(state: &mut State, problems: String) {
    if !matches!(state.context(), Context::Guide | Context::ListOverlay) {
        state.tell(GuideNotice::HasMistakes);
        return;
    }
    state.notices.clear();
    stack::open_sheet(state, ListKind::Problems(problems));
}
