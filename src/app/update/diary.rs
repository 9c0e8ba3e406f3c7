//! The diary screen, a cursor over its nights, and the form of a cramp, whose fields are saved as
//! they are left.

use std::ops::Range;

use super::reply;
use crate::app::diary_view::DiaryView;
use crate::app::form::{BEGAN, Form};
use crate::app::keymap::{Action, DiaryAction, Movement, name};
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::entry::{EntryId, Record};
use crate::diary::field::Field;
use crate::diary::request::{DiaryRequest, NewCramp, NewEntry};
use crate::text::messages::amounts;

fn top_diary(state: &mut State) -> Option<&mut DiaryView> {
    if let Some(View::Diary(view)) = state.overlays.last_mut() { Some(view) } else { None }
}

fn top_form(state: &mut State) -> Option<&mut Form> {
    if let Some(View::Form(form)) = state.overlays.last_mut() { Some(form) } else { None }
}

/// Does what a key asks for on the diary screen.
pub(crate) fn handle_action(state: &mut State, action: DiaryAction) {
    let Some(view) = top_diary(state) else { return };
    let night = view.night().map(|night| night.night);
    match action {
        DiaryAction::NextChart => view.turn(true),
        DiaryAction::PreviousChart => view.turn(false),
        DiaryAction::Later => view.move_by_nights(1),
        DiaryAction::Earlier => view.move_by_nights(-1),
        DiaryAction::Add => {
            let cramp = NewCramp { night, opens_form: true, ..NewCramp::default() };
            state.request(DiaryRequest::Add(NewEntry::Cramp(cramp)));
        }
        DiaryAction::Quiet => state.request(DiaryRequest::Add(NewEntry::Quiet(night))),
        DiaryAction::NextEntry => view.next_entry(),
        DiaryAction::Remove => match view.chosen().map(|(_, entry)| entry.id) {
            Some(id) => {
                view.leave_entry();
                state.request(DiaryRequest::Remove(id));
            }
            None => state.tell("Nothing to remove that night."),
        },
    }
}

/// Opens the form of the cramp that is chosen.
pub(crate) fn open_form(state: &mut State) {
    let chosen = top_diary(state).and_then(|view| view.chosen());
    let what = match chosen.map(|(_, entry)| (&entry.record, entry.id)) {
        Some((Record::Cramp(_), id)) => return state.request(DiaryRequest::ReadCramp(Some(id))),
        Some((Record::Quiet(_), _)) => "No cramp that night.",
        Some(_) => "Only a cramp can be opened.",
        None => "Nothing is logged that night.",
    };
    let key = name(Action::Diary(DiaryAction::Add));
    state.tell(format!("{what} {key}: add."));
}

/// From now on the key that adds details means this cramp.
pub(crate) fn offer_details(state: &mut State, id: EntryId) {
    withdraw_offer(state, id);
    state.diary_status.to_detail.push(id);
}

/// The entry is gone, or is not to be asked about.
pub(crate) fn withdraw_offer(state: &mut State, id: EntryId) {
    state.diary_status.to_detail.retain(|known| *known != id);
}

/// Asks about the cramp logged last, or the last of those that were offered, or else the last of
/// the diary.
pub(crate) fn ask_details(state: &mut State) {
    if state.rescue().is_some() {
        return state.tell("Deal with the cramp first; details can wait.");
    }
    if state.diary_status.cramp_refused {
        return state.tell("The last cramp was not logged, so nothing can be added to it.");
    }
    let id = state.diary_status.to_detail.pop();
    state.request(DiaryRequest::ReadCramp(id));
}

/// Saves the field that is being left, if it was changed.
pub(crate) fn save_field(state: &mut State) {
    let selected = top_form(state).map_or(0, |form| form.selected);
    save_fields(state, selected..selected + 1);
}

/// Saves every field that was changed, also those that were refused before.
pub(crate) fn save_all_fields(state: &mut State) {
    let count = top_form(state).map_or(0, |form| form.fields.len());
    save_fields(state, 0..count);
}

fn save_fields(state: &mut State, range: Range<usize>) {
    let Some(form) = top_form(state) else { return };
    let id = form.entry;
    let fields = form.fields.get_mut(range).unwrap_or_default().iter_mut();
    let unsent = fields.filter_map(|field| Some((field.detail, field.unsent()?)));
    for (field, typed) in unsent.collect::<Vec<_>>() {
        state.request(DiaryRequest::SetField(id, field, typed));
    }
}

/// On to the next field, once this one is not refused; after the last one the form closes.
pub(crate) fn next_field(state: &mut State) {
    let is_last = |form: &mut Form| !form.is_refused() && !form.move_by(Movement::Down);
    if top_form(state).is_some_and(is_last) {
        close_form(state);
    }
}

/// Closes the form when all of it is saved. Where that fails it stays open once more on the full
/// screen, to be corrected, and what is closed all the same is named.
pub(crate) fn close_form(state: &mut State) {
    save_all_fields(state);
    if let Some(form) = top_form(state)
        && !form.is_saved()
    {
        form.closes = form.fields.iter().all(|field| field.error.is_none());
        if !state.waits_for(Action::Back) && !state.is_plain {
            return state.ask_again(Action::Back);
        }
    }
    if let Some(View::Form(form)) = state.overlays.pop() {
        for field in &form.fields {
            if let Some(why) = &field.error {
                state.tell_also(not_saved(field.label(), why));
            }
        }
    }
    reply::read_again(state);
}

fn not_saved(name: &str, why: &str) -> String {
    format!("Not saved: {name}. {}", amounts::capital(why))
}

/// The diary has saved a field of this cramp, or refused it.
pub(crate) fn field_saved(
    state: &mut State,
    id: EntryId,
    field: Option<&'static Field>,
    typed: String,
    result: Result<(), String>,
) {
    let error = result.err();
    if let Some(why) = &error {
        let name = field.map_or(BEGAN, |field| field.label);
        state.tell_also(not_saved(name, why));
    }
    let mut forms = state.overlays.iter_mut().filter_map(|view| match view {
        View::Form(form) if form.entry == id => Some(form),
        _ => None,
    });
    if let Some(form) = forms.next() {
        form.replied(field, typed, error);
    }
    if top_form(state).is_some_and(|form| form.closes && form.is_saved()) {
        state.overlays.pop();
    }
    reply::read_again(state);
}
