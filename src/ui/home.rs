//! What stands below the menu of the first page: the last nights of the diary, and in a narrow
//! window the stretches of tonight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use super::RenderContext;
use super::diary::last_nights;
use super::panel::Panel;
use super::preview;

/// Draws what fits below the menu.
pub(crate) fn below(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let state = context.state;
    let is_wide = state.layout().pane.is_some();
    match (state.has_last_nights(), is_wide) {
        (true, true) => nights(area, buf, context),
        (false, true) => {}
        (false, false) => preview::fitting(area, buf, context),
        (true, false) => {
            let halves = Layout::horizontal([Constraint::Fill(1); 2]).spacing(1);
            let [left, right] = halves.areas(area);
            preview::fitting(left, buf, context);
            nights(right, buf, context);
        }
    }
}

fn nights(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let RenderContext { state, theme, glyphs, .. } = context;
    let panel = Panel { title: "Last 14 nights", right: "d diary", ..Panel::default() };
    panel.draw(area, buf, (theme, glyphs));
    let air = u16::from(area.height >= 8);
    let inner = Rect {
        x: area.x + 3,
        y: area.y + 1 + air,
        width: area.width.saturating_sub(6),
        height: area.height.saturating_sub(2 + air),
    };
    last_nights(inner, buf, state.diary_status.compared(), (theme, glyphs));
}
