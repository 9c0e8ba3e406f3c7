//! The one-line check before a routine.
//!
//! ```text
//! Bedtime stretches
//!
//! Swollen, hot, red, cold, numb or injured? Do not stretch or rub
//!
//! Enter  none of these: start
//! e      danger signs
//! Esc    back
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::RenderContext;
use super::panel::Panel;
use super::text::{Column, lines};
use crate::app::layout::GateArea;
use crate::app::view::PendingStart;
use crate::text::messages::labels;

/// Cells of the keys before what they do.
const KEYS: u16 = 7;

/// Draws what is about to start, who must not stretch, and the keys. Where there is not room for
/// all of it, the check comes first, whole or not at all.
pub(crate) fn draw(buf: &mut Buffer, context: RenderContext<'_>, pending: &PendingStart) {
    let RenderContext { state, theme, .. } = context;
    let (start, id) = match pending {
        PendingStart::Routine(id) => (labels::START, id.as_str()),
        PendingStart::Resume => {
            let waiting = state.waiting_session();
            let id = waiting.map_or("", |session| &session.plan().routine);
            (labels::RESUME, id)
        }
    };
    let start = state.guide.words.none_within() + ": " + start;
    let title = state.guide.routine_title(id);
    let check = state.guide.safety();
    let GateArea { panel, inside, check_rows } = state.gate_area();
    if let Some(area) = panel {
        let panel = Panel { title, color: Some(theme.warning), ..Panel::default() };
        panel.draw(area.into(), buf, theme);
    }
    let mut inner = Rect::from(inside);
    if panel.is_none() {
        let notice = state.notice_lines().len();
        inner.height -= inner.height.min(u16::try_from(notice).unwrap_or(0));
    }
    let mut column = Column::new(inner, buf);
    let width = inner.width;
    let keys = [
        ("Enter", &*start, theme.strong),
        ("e", labels::DANGER, theme.text),
        ("Esc", "back", theme.text),
    ];
    if check_rows > inside.height {
        return column.text("Window too small.", theme.muted);
    }
    let mut spare = column.left().saturating_sub(check_rows);
    let mut has_room = |rows: u16| {
        let fits = rows <= spare;
        spare -= if fits { rows } else { 0 };
        fits
    };
    let shown = keys.map(|(_, does, _)| has_room(lines(does, width.saturating_sub(KEYS))));
    let title = Some(title).filter(|title| panel.is_none() && has_room(lines(title, width)));
    let [below, above] = [1, 1].map(|row| u16::from(has_room(row)));
    if let Some(title) = title {
        column.text(title, theme.accent);
        column.skip(above);
    }
    column.balanced(check, theme.warning);
    column.skip(below);
    for ((key, does, style), shown) in keys.into_iter().zip(shown) {
        if shown {
            column.marked((key, theme.key), KEYS, (does, style));
        }
    }
}
