//! What one press could not say: offered once, asked for by a key.

use crate::app::effect::Effect;
use crate::app::keymap::{self, Action};
use crate::app::state::State;
use crate::diary::entry::EntryId;
use crate::diary::jot::Unfinished;
use crate::text::messages::notices;

/// From now on the key means this cramp.
pub(crate) fn may_add(state: &mut State, id: EntryId) {
    state.diary_status.open.retain(|known| *known != id);
    state.diary_status.open.push(id);
}

/// It is gone, or is not to be asked about.
pub(crate) fn forget(state: &mut State, id: EntryId) {
    state.diary_status.open.retain(|known| *known != id);
}

/// Cramps of other days that have no details: the notice that offers to add them.
pub(crate) fn offer(state: &mut State, unfinished: Option<Unfinished>) -> Option<String> {
    let Unfinished { ids, line } = unfinished?;
    // What was noted since then comes first.
    let later = std::mem::replace(&mut state.diary_status.open, ids);
    for id in later {
        may_add(state, id);
    }
    Some(line)
}

/// How the key is told on this screen, where it is one of its keys.
pub(crate) fn hint(state: &State) -> &'static str {
    let here = keymap::bindings(state.context()).any(|key| key.action == Action::Details);
    if here && state.lasting_cramp().is_none() {
        notices::DETAILS_KEY
    } else {
        ""
    }
}

/// Asks about the cramp noted last, or the last of those that were offered.
pub(crate) fn ask(state: &mut State) -> Vec<Effect> {
    if state.lasting_cramp().is_some() {
        state.notice = Some(notices::CRAMP_FIRST.to_owned());
        return Vec::new();
    }
    match state.diary_status.open.pop() {
        Some(id) => vec![Effect::AddDetails(id)],
        None => {
            state.notice = Some(notices::NO_CRAMP_TO_ADD_TO.to_owned());
            Vec::new()
        }
    }
}

/// The answers are noted, there were none, or something went wrong.
pub(crate) fn added(state: &mut State, result: Result<bool, String>) {
    let more = match state.diary_status.open.len() {
        0 => "",
        _ => notices::DETAILS_OF_THE_ONE_BEFORE,
    };
    state.notice = Some(match result {
        Ok(true) => notices::sentences(&[notices::DETAILS_NOTED, more]),
        Ok(false) => notices::sentences(&[notices::NO_DETAILS, more]),
        Err(why) => notices::details_not_noted(&why),
    });
}
