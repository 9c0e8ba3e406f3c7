//! The one-line check before a routine.
//!
//! ```text
//! Bedtime stretches
//!
//! Swollen, hot, red, cold, numb, or hurt? Do not stretch or rub
//!
//! Enter  none of these: start
//! e      danger signs
//! Esc    back
//! ```

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::text::{Column, lines, put, right_of};
use super::theme::Theme;
use crate::app::layout::Area;
use crate::app::state::State;
use crate::app::view::PendingStart;
use crate::text::messages::keys::{label, name};
use crate::text::messages::session;

/// Cells of the keys before what they do.
const KEYS: u16 = 7;

/// Draws what is about to start, the check of who must not, and the keys: the check first where
/// there is not room for all, and whole or not at all.
pub fn draw(area: Area, buf: &mut Buffer, state: &State, errand: &PendingStart, theme: &Theme) {
    let (start, id) = match errand {
        PendingStart::Start(id) => (label::NONE_OF_THESE, id.as_str()),
        PendingStart::GoOn => {
            let waiting = state.waiting_session();
            let id = waiting.map_or("", |session| &session.plan().routine);
            (label::NONE_OF_THESE_GO_ON, id)
        }
    };
    let title = state.guide.routine_title(id);
    let check = state.guide.safety();
    let mut column = Column::new(area.into(), buf);
    let wide = column.rest().width;
    let keys = [
        (name::ENTER, start, theme.strong),
        ("e", label::DANGER, theme.text),
        (name::ESC, label::BACK, theme.text),
    ];
    let mut spare = column.left();
    let mut has_room = |rows: u16| match spare.checked_sub(rows) {
        Some(left) => {
            spare = left;
            true
        }
        None => false,
    };
    if !state.door_has_room() || !has_room(lines(check, wide)) {
        return column.text(session::WINDOW_TOO_SMALL, theme.muted);
    }
    let shown = keys.map(|(_, does, _)| has_room(lines(does, wide.saturating_sub(KEYS))));
    let titled = has_room(lines(title, wide));
    let [below, above] = [1, 1].map(|row| u16::from(has_room(row)));
    if titled {
        column.text(title, theme.accent);
        column.skip(above);
    }
    column.text(check, theme.warning);
    column.skip(below);
    for (words, shown) in keys.into_iter().zip(shown) {
        if shown {
            key(&mut column, words);
        }
    }
}

/// A key and what it does.
fn key(column: &mut Column<'_>, (key, does, style): (&str, &str, Style)) {
    let rows = lines(does, column.rest().width.saturating_sub(KEYS));
    let place = column.take(rows);
    put(place, column.buf(), key, style);
    Column::new(right_of(place, KEYS), column.buf()).text(does, style);
}
