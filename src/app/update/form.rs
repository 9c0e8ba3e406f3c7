//! The form with the details of a cramp, which one key press could not say: each field is saved
//! as it is left.

use super::reply;
use crate::app::form::{Form, FormField};
use crate::app::key::{KeyName, KeyPress};
use crate::app::keymap::{Action, Movement};
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::entry::EntryId;
use crate::diary::request::DiaryRequest;

/// From now on the key that adds details means this cramp.
pub(crate) fn offer_details(state: &mut State, id: EntryId) {
    withdraw_offer(state, id);
    state.diary_status.open.push(id);
}

/// The entry is gone, or is not to be asked about.
pub(crate) fn withdraw_offer(state: &mut State, id: EntryId) {
    state.diary_status.open.retain(|known| *known != id);
}

/// Asks about the cramp logged last, or the last of those that were offered, or else the last of
/// the diary.
pub(crate) fn ask_details(state: &mut State) {
    if state.rescue().is_some() {
        return state.tell("Deal with the cramp first; details can wait.");
    }
    let id = state.diary_status.open.pop();
    state.request(DiaryRequest::ReadCramp(id));
}

fn on_top(state: &mut State) -> Option<&mut Form> {
    match state.overlays.last_mut() {
        Some(View::Form(form)) => Some(form),
        _ => None,
    }
}

fn field(state: &mut State) -> Option<&mut FormField> {
    on_top(state).and_then(Form::field_mut)
}

/// Saves the field that is being left, if it was changed.
pub(crate) fn save_field(state: &mut State) {
    let Some(form) = on_top(state) else {
        return;
    };
    let id = form.entry;
    let changed = form.field_mut().and_then(|field| Some((field.detail, field.take_change()?)));
    match changed {
        Some((None, typed)) => state.request(DiaryRequest::SetTime(id, typed)),
        Some((Some(field), typed)) => state.request(DiaryRequest::SetField(id, field, typed)),
        None => {}
    }
}

/// On to the next field, once this one is saved; after the last one the form closes.
pub(crate) fn next_field(state: &mut State) {
    if on_top(state).is_some_and(|form| !form.is_refused() && !form.move_by(Movement::Down)) {
        state.overlays.pop();
        reply::read_again(state);
    }
}

/// Whether the form stays open once more, to say why the field cannot be saved.
pub(crate) fn keeps_open(state: &mut State) -> bool {
    on_top(state).is_some_and(|form| form.is_refused())
        && state.asked.replace((Action::Back, state.now.mono)).is_none()
}

/// A key that belongs into the field.
pub(crate) fn edit_field(state: &mut State, key: KeyPress) {
    let Some(field) = field(state) else {
        return;
    };
    let stepped = match key.code {
        KeyName::Left => field.step(false),
        KeyName::Right => field.step(true),
        _ => false,
    };
    if stepped || field.input.edit(key) {
        field.error = None;
    }
}

/// A text that belongs into the field.
pub(crate) fn paste(state: &mut State, text: &str) {
    if let Some(field) = field(state) {
        field.input.insert(text);
        field.error = None;
    }
}
