//! Standby: a black screen on which any key is a cramp now.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::text::Text;
use ratatui::widgets::Widget;

use super::RenderContext;
use super::text::below;
use crate::app::state::deadlines::STANDBY_HINT;

/// Shows the keys dimly for a moment, then nothing.
pub(crate) fn draw(buf: &mut Buffer, context: RenderContext<'_>, since: Duration) {
    let RenderContext { state, theme, .. } = context;
    if state.now.mono.saturating_sub(since) >= STANDBY_HINT {
        return;
    }
    let rows = below(buf.area, buf.area.height / 2);
    Text::styled("Any key: a cramp now\nq or Esc leaves", theme.muted).centered().render(rows, buf);
}
