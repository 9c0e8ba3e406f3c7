//! The search field: what is typed is found.

use std::sync::Arc;

use super::stack;
use crate::app::key::{KeyName, KeyPress};
use crate::app::state::State;
use crate::app::text_field::TextField;
use crate::app::view::{SearchView, View};
use crate::guide::search::Index;
use crate::guide::trail::PagePosition;

/// The longest query, in characters.
const LONGEST: usize = 60;

/// Opens the search field, or empties it.
pub(crate) fn open(state: &mut State) {
    let guide = Arc::clone(&state.guide);
    let index = state.index.get_or_insert_with(|| Arc::new(Index::new(&guide)));
    let index = Arc::clone(index);
    let search = SearchView {
        index,
        query: TextField::default(),
        hits: Vec::new(),
        place: PagePosition::default(),
    };
    stack::open(state, View::Search(Box::new(search)));
}

/// A key that belongs into the field.
pub(crate) fn typed(state: &mut State, key: KeyPress) {
    let Some(View::Search(mut search)) = state.overlays.pop() else {
        return;
    };
    let before = search.query.text().to_owned();
    let has_room = before.chars().count() < LONGEST;
    if has_room || !matches!(key, KeyPress { code: KeyName::Char(_), ctrl: false }) {
        search.query.edit(key);
    }
    if search.query.text() != before {
        search.place = PagePosition::default();
        state.notices.clear();
        state.find(&mut search);
    }
    state.overlays.push(View::Search(search));
}

/// A text that belongs into the field, as far as there is room.
pub(crate) fn pasted(state: &mut State, text: &str) {
    let lines = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    for c in lines.filter(|c| !c.is_control()).take(LONGEST) {
        typed(state, KeyPress::char(c));
    }
}
