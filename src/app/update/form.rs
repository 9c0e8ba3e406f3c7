//! The form with the details of a cramp: each field is saved as it is left.

use super::{noted, stack};
use crate::app::effect::Effect;
use crate::app::form::{FieldSubject, Form};
use crate::app::key::{KeyName, KeyPress};
use crate::app::notice::DiaryNotice;
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::entry::{Entry, EntryId, Record};
use crate::diary::request::DiaryRequest;

/// Asks the diary for an entry, whose form opens when it is there.
pub(crate) fn request(state: &mut State, id: EntryId) -> Vec<Effect> {
    state.diary_status.form_for = Some(id);
    vec![Effect::Diary(DiaryRequest::ReadEntry(id))]
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
        Record::Stretched(_)
        | Record::Sign(_)
        | Record::Remark(_)
        | Record::Quiet(_)
        | Record::Trial(_) => state.tell(DiaryNotice::NoCrampToAddTo),
    }
}

fn on_top(state: &mut State) -> Option<&mut Form> {
    match state.overlays.last_mut() {
        Some(View::Form(form)) => Some(form),
        _ => None,
    }
}

/// Saves the field that is being left, if it was changed.
pub(crate) fn save(state: &mut State) -> Vec<Effect> {
    let Some(form) = on_top(state) else {
        return Vec::new();
    };
    let id = form.entry;
    let Some(field) = form.field_mut() else {
        return Vec::new();
    };
    let about = field.about;
    let change = field.take_change().map(|typed| match about {
        FieldSubject::Began => DiaryRequest::SetTime(id, typed),
        FieldSubject::Detail(field) => DiaryRequest::SetField(id, field, typed),
    });
    change.map(Effect::Diary).into_iter().collect()
}

/// On to the next field, once this one is saved; after the last one the form closes.
pub(crate) fn next(state: &mut State) -> Vec<Effect> {
    let is_last = on_top(state).is_some_and(|form| !form.is_refused() && !form.move_to(true));
    if is_last { close(state) } else { Vec::new() }
}

/// Whether the form stays open once more, to say why the field cannot be saved.
pub(crate) fn keeps_open(state: &mut State) -> bool {
    let Some(field) = on_top(state).and_then(Form::field_mut) else {
        return false;
    };
    field.error.is_some() && !std::mem::replace(&mut field.was_warned, true)
}

/// Closes the form; what it changed is shown below it.
pub(crate) fn close(state: &mut State) -> Vec<Effect> {
    state.overlays.pop();
    noted::renew(state)
}

/// A key that belongs into the field.
pub(crate) fn typed(state: &mut State, key: KeyPress) {
    let Some(field) = on_top(state).and_then(Form::field_mut) else {
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
    if let Some(field) = on_top(state).and_then(Form::field_mut) {
        field.input.insert(text);
        field.error = None;
    }
}
