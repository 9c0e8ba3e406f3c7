//! The form with the details of a cramp, which one key press could not say: each field is saved
//! as it is left.

use super::{reply, stack};
use crate::app::form::{Form, FormField};
use crate::app::key::{KeyName, KeyPress};
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::entry::{Entry, EntryId, Record};
use crate::diary::request::DiaryRequest;

const NO_CRAMP: &str = "No cramp has been logged yet, so there is nothing to add details to.";

/// From now on the key that adds details means this cramp.
pub(crate) fn may_add(state: &mut State, id: EntryId) {
    forget(state, id);
    state.diary_status.open.push(id);
}

/// The entry is gone, or is not to be asked about.
pub(crate) fn forget(state: &mut State, id: EntryId) {
    state.diary_status.open.retain(|known| *known != id);
}

/// Asks about the cramp logged last, or the last of those that were offered, or else the last of
/// the diary.
pub(crate) fn ask(state: &mut State) {
    if state.rescue().is_some() {
        return state.tell("Deal with the cramp first; details can wait.");
    }
    match state.diary_status.open.pop() {
        Some(id) => request(state, id),
        None => state.request(DiaryRequest::ReadLastCramp),
    }
}

/// The last cramp of the diary was asked for.
pub(crate) fn last_cramp_found(state: &mut State, id: Option<EntryId>) {
    match id {
        Some(id) => request(state, id),
        None => state.tell(NO_CRAMP),
    }
}

/// Asks the diary for an entry, whose form opens when it is there.
pub(crate) fn request(state: &mut State, id: EntryId) {
    state.diary_status.form_for = Some(id);
    state.request(DiaryRequest::ReadEntry(id));
}

/// Opens the form of this entry, where it was asked for.
pub(crate) fn entry_read(state: &mut State, entry: &Entry) {
    if state.diary_status.form_for != Some(entry.id) {
        return;
    }
    state.diary_status.form_for = None;
    match &entry.record {
        Record::Cramp(cramp) => {
            let form = Form::new(entry.id, cramp);
            stack::open(state, View::Form(Box::new(form)));
        }
        _ => state.tell(NO_CRAMP),
    }
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
pub(crate) fn save(state: &mut State) {
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
pub(crate) fn next(state: &mut State) {
    if on_top(state).is_some_and(|form| !form.is_refused() && !form.move_to(true)) {
        state.overlays.pop();
        reply::renew(state);
    }
}

/// Whether the form stays open once more, to say why the field cannot be saved.
pub(crate) fn keeps_open(state: &mut State) -> bool {
    field(state).is_some_and(|field| {
        field.error.is_some() && !std::mem::replace(&mut field.was_warned, true)
    })
}

/// A key that belongs into the field.
pub(crate) fn typed(state: &mut State, key: KeyPress) {
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
        field.was_warned = false;
    }
}

/// A text that belongs into the field.
pub(crate) fn pasted(state: &mut State, text: &str) {
    if let Some(field) = field(state) {
        field.input.insert(text);
        field.error = None;
    }
}
