//! A whole routine in two rows: holds of the left leg above, of the right leg below, and a mark
//! where a running session is.

use std::cmp::Ordering;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::digits::paint;
use super::glyphs::Glyphs;
use super::text::write;
use super::theme::Theme;
use crate::stretch::Leg;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::text::messages::session;

/// Rows of the strip without the mark.
pub(crate) const ROWS: u16 = 2;

/// Cells of the letters before the blocks.
const LETTERS: u16 = 3;

/// Draws the phases in proportion to their time. `at` is the phase that runs and how long it has
/// run; where there is a third row, a mark stands above it.
pub(crate) fn draw(
    area: Rect,
    buf: &mut Buffer,
    phases: &[Phase],
    at: Option<(usize, Duration)>,
    (theme, glyphs): (&Theme, &Glyphs),
) {
    let area = area.intersection(buf.area);
    if area.height < ROWS || area.width < LETTERS + 9 {
        return;
    }
    let top = area.bottom() - ROWS;
    for (row, letter) in (top..).zip([session::LEFT_LETTER, session::RIGHT_LETTER]) {
        write(buf, (area.x, row), letter, 1, theme.muted);
    }
    let wide = u128::from(area.width - LETTERS);
    let all: Duration = phases.iter().map(|phase| phase.length).sum();
    let column = |time: Duration| {
        let across = wide * time.as_millis() / all.as_millis().max(1);
        area.x + LETTERS + u16::try_from(across.min(wide)).unwrap_or(0)
    };
    let mut from = Duration::ZERO;
    for (index, phase) in phases.iter().enumerate() {
        let (left, right) = (column(from), column(from + phase.length));
        // The gap after it keeps it apart from the next.
        let wide = right.saturating_sub(left + 1).max(1);
        let rows = match phase.leg {
            Leg::Left => top..top + 1,
            Leg::Right => top + 1..top + 2,
            Leg::Both => top..top + 2,
        };
        for y in rows {
            if phase.kind == PhaseKind::Hold {
                let when = at.map_or(Ordering::Greater, |(at, _)| index.cmp(&at));
                block(Rect::new(left, y, wide, 1), buf, when, (theme, glyphs));
            } else if phase.kind == PhaseKind::Rest {
                write(buf, (left, y), glyphs.point, 1, theme.muted);
            }
        }
        if let Some((_, into)) = at.filter(|(at, _)| *at == index && area.y < top) {
            let x = column(from + into).min(area.right() - 1);
            write(buf, (x, area.y), glyphs.marker, 1, theme.accent);
        }
        from += phase.length;
    }
}

/// One hold: past, running or to come. Where shades do not tell them apart, signs do.
fn block(area: Rect, buf: &mut Buffer, when: Ordering, (theme, glyphs): (&Theme, &Glyphs)) {
    let (sign, style): (_, Style) = match (when, theme.has_shades()) {
        (Ordering::Equal, _) => return paint(area, buf, theme.fill(theme.accent)),
        (Ordering::Less, true) => return paint(area, buf, theme.track),
        (Ordering::Greater, true) => return paint(area, buf, theme.fill(theme.ahead)),
        (Ordering::Less, false) => (glyphs.point, theme.muted),
        (Ordering::Greater, false) => ("=", theme.text),
    };
    for at in area.intersection(buf.area).positions() {
        write(buf, at.into(), sign, 1, style);
    }
}
