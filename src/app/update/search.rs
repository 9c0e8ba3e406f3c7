//! The search field: what is typed is found.

use std::sync::Arc;

use super::stack;
use crate::app::page::search as search_page;
use crate::app::state::State;
use crate::app::text_field::TextField;
use crate::app::view::{SearchView, View};
use crate::guide::Guide;
use crate::guide::search::Index;
use crate::guide::trail::PagePlace;

/// Opens the search field, or empties it.
pub(crate) fn open(state: &mut State) {
    let place = PagePlace::default();
    let search = SearchView { query: TextField::default(), hits: Vec::new(), place };
    stack::open(state, View::Search(search));
}

/// Changes what is typed in the field, and searches anew.
pub(crate) fn edit<T>(state: &mut State, change: impl FnOnce(&mut TextField) -> T) {
    let Some(View::Search(search)) = state.overlays.last_mut() else { return };
    let before = search.query.text().to_owned();
    change(&mut search.query);
    if search.query.text() != before {
        search.place = PagePlace::default();
        find(&state.guide, &mut state.index, search);
        state.notices.clear();
    }
}

/// Finds what is typed in the field. The index is built where there is none.
pub(crate) fn find(guide: &Guide, index: &mut Option<Arc<Index>>, search: &mut SearchView) {
    let index = index.get_or_insert_with(|| Arc::new(Index::new(guide)));
    search.hits = search_page::hits(guide, index, search.query.text());
}
