//! What stands below the menu of the first page: the stretches of tonight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::RenderContext;
use super::preview;

/// Draws what fits below the menu.
pub(crate) fn below(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    if context.state.layout().pane.is_none() {
        preview::tonight(area, buf, context);
    }
}
