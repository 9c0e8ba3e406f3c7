//! What one press could not say: offered once, asked for by a key.

use super::form;
use crate::app::effect::Effect;
use crate::app::keymap::{self, Action};
use crate::app::notice::DiaryNotice;
use crate::app::state::State;
use crate::diary::entry::EntryId;
use crate::diary::jot::Unfinished;

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
pub(crate) fn offer(state: &mut State, unfinished: Option<Unfinished>) -> Option<DiaryNotice> {
    let Unfinished { ids, line } = unfinished?;
    // What was noted since then comes first.
    let later = std::mem::replace(&mut state.diary_status.open, ids);
    for id in later {
        may_add(state, id);
    }
    Some(DiaryNotice::CrampsWithoutDetails(line))
}

/// Whether the key that adds details works on this screen.
pub(crate) fn has_key(state: &State) -> bool {
    let here = keymap::bindings(state.context()).any(|key| key.action == Action::Details);
    here && state.rescue().is_none()
}

/// Asks about the cramp noted last, or the last of those that were offered.
pub(crate) fn ask(state: &mut State) -> Vec<Effect> {
    if state.rescue().is_some() {
        state.tell(DiaryNotice::CrampFirst);
        return Vec::new();
    }
    match state.diary_status.open.pop() {
        Some(id) => form::request(state, id),
        None => {
            state.tell(DiaryNotice::NoCrampToAddTo);
            Vec::new()
        }
    }
}
