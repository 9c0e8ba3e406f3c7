//! A whole routine in two rows: holds of the left leg above, of the right leg below.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text::write;
use super::theme::Theme;
use crate::stretch::Leg;
use crate::stretch::plan::{PhaseKind, Plan};
use crate::text::messages::session;

/// Rows it takes.
pub(crate) const ROWS: u16 = 2;

/// Draws the holds of a plan; what is past is faint, what runs is in the accent.
pub(crate) fn draw(area: Rect, buf: &mut Buffer, plan: &Plan, at: Option<Duration>, theme: &Theme) {
    let area = area.intersection(buf.area);
    if area.width < 12 || area.height < ROWS {
        return;
    }
    for (row, letter) in (area.y..).zip([session::LEFT_LETTER, session::RIGHT_LETTER]) {
        write(buf, (area.x, row), letter, 1, theme.muted);
    }
    let left = area.x + 3;
    let wide = u64::from(area.width - 3);
    let total = plan.total.as_millis().max(1);
    let column = |time: Duration| {
        let across = u128::from(wide) * time.as_millis() / total;
        left + u16::try_from(across).unwrap_or(0)
    };
    for phase in plan.phases.iter().filter(|phase| phase.kind == PhaseKind::Hold) {
        let (from, to) = (column(phase.start), column(phase.end()));
        let style = match at {
            Some(at) if at >= phase.end() => theme.faint,
            Some(at) if at >= phase.start => theme.accent,
            Some(_) => theme.muted,
            None => theme.hint,
        };
        let rows = match phase.leg {
            Leg::Left => area.y..area.y + 1,
            Leg::Right => area.y + 1..area.y + 2,
            Leg::Both => area.y..area.y + 2,
        };
        let end = to.saturating_sub(1).max(from + 1);
        for y in rows {
            for x in from..end.min(area.right()) {
                buf[(x, y)].set_style(theme.fill(style));
            }
        }
    }
}
