//! The search field, above what was found.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::RenderContext;
use super::badge::runs;
use super::panel::Panel;
use super::text::width;
use crate::app::view::SearchView;
use crate::text::messages::pages;
use crate::text::wrap::cells;

/// Draws the field; returns where the next letter goes.
pub(crate) fn draw(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    search: &SearchView,
) -> Option<Position> {
    let RenderContext { state, theme, glyphs } = context;
    let layout = state.layout();
    let body = Rect::from(layout.body);
    let line = if layout.framed {
        let panel = Panel { active: true, is_field: true, ..Panel::default() };
        panel.draw(Rect { height: 3, ..body }, buf, (theme, glyphs))
    } else {
        Rect { height: 1.min(body.height), ..body }
    };
    if line.is_empty() {
        return None;
    }
    // The end of a long query is what one types.
    let room = usize::from(line.width).saturating_sub(cells(pages::SEARCH_SIGN) + 1);
    let mut shown = search.query.text();
    let mut cursor = search.query.cursor();
    while cells(shown) > room && cursor > 0 {
        let mut letters = shown.chars();
        let first = letters.next().map_or(0, |c| cells(c.encode_utf8(&mut [0; 4])));
        cursor = cursor.saturating_sub(first);
        shown = letters.as_str();
    }
    let parts = [(pages::SEARCH_SIGN, theme.key), (shown, theme.strong)];
    runs(buf, (line.x, line.y), line.width, &parts);
    Some(Position {
        x: (line.x + width(pages::SEARCH_SIGN) + u16::try_from(cursor).unwrap_or(0))
            .min(line.right() - 1),
        y: line.y,
    })
}
