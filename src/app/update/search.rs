//! The search field: what is typed is found.

use std::sync::Arc;

use super::stack;
use crate::app::effect::Effect;
use crate::app::key::{Code, Key};
use crate::app::page::Page;
use crate::app::state::State;
use crate::app::view::{Search, View};
use crate::guide::search::Index;
use crate::guide::trail::PagePosition;

/// The longest query, in characters.
const LONGEST: usize = 60;

/// Opens the search field, or empties it.
pub(crate) fn open(state: &mut State) {
    let guide = Arc::clone(&state.guide);
    let index = state
        .index
        .get_or_insert_with(|| Arc::new(Index::new(&guide)));
    let index = Arc::clone(index);
    let mut search = Search {
        index,
        query: String::new(),
        page: Page::default(),
        stale: false,
        place: PagePosition::default(),
    };
    state.find(&mut search);
    stack::open(state, View::Search(Box::new(search)));
}

/// A key that belongs into the field.
pub(crate) fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(View::Search(search)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    match key.code {
        Code::Backspace => {
            search.query.pop();
        }
        Code::Char(c) if !key.ctrl && search.query.chars().count() < LONGEST => {
            search.query.push(c);
        }
        _ => return Vec::new(),
    }
    search.place = PagePosition::default();
    search.stale = true;
    state.notices.clear();
    Vec::new()
}

/// Finds what was typed last. Once a frame, not once a key: keys may come by the thousand.
pub(crate) fn settle(state: &mut State) {
    if !matches!(state.overlays.last(), Some(View::Search(search)) if search.stale) {
        return;
    }
    if let Some(View::Search(mut search)) = state.overlays.pop() {
        search.stale = false;
        state.find(&mut search);
        state.overlays.push(View::Search(search));
    }
}
