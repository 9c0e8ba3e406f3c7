//! A whole routine in two rows: holds of the left leg above, of the right leg below, and a mark
//! where a running session is.

use std::cmp::Ordering;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panel::fill;
use super::text::write;
use super::theme::Theme;
use crate::stretch::Leg;
use crate::stretch::plan::{Phase, PhaseKind};

/// Rows of the strip without the mark.
pub(crate) const ROWS: u16 = 2;

/// Cells of the letters before the blocks.
const LETTERS: u16 = 4;

/// Draws the phases in proportion to their time. `at` is the phase that runs and how long it has
/// run. Where there is a third row, a mark stands above it; where there is only one, half cells
/// tell the legs apart.
pub(crate) fn draw(
    area: Rect,
    buf: &mut Buffer,
    phases: &[Phase],
    at: Option<(usize, Duration)>,
    theme: &Theme,
) {
    let area = area.intersection(buf.area);
    if area.is_empty() || area.width < LETTERS + 9 {
        return;
    }
    let has_rows = area.height >= ROWS;
    let top = if has_rows { area.bottom() - ROWS } else { area.y };
    let start = area.x + if has_rows { LETTERS } else { 0 };
    if has_rows {
        for (row, letter) in (top..).zip(["L", "R"]) {
            write(buf, (area.x, row), letter, 1, theme.muted);
        }
    }
    let width = u128::from(area.right() - start);
    let all: Duration = phases.iter().map(|phase| phase.length).sum();
    let column = |time: Duration| {
        let across = width * time.as_millis() / all.as_millis().max(1);
        start + u16::try_from(across.min(width)).unwrap_or(0)
    };
    let mut from = Duration::ZERO;
    for (index, phase) in phases.iter().enumerate() {
        let (left, right) = (column(from), column(from + phase.length));
        // A free column keeps each hold apart from the next.
        let width = right.saturating_sub(left + 1).max(1);
        let when = at.map_or(Ordering::Greater, |(at, _)| index.cmp(&at));
        let rows = match phase.leg {
            _ if !has_rows => top..top + 1,
            Leg::Left => top..top + 1,
            Leg::Right => top + 1..top + 2,
            Leg::Both => top..top + 2,
        };
        for y in rows {
            let span = Rect::new(left, y, width, 1);
            match phase.kind {
                PhaseKind::Hold if has_rows || phase.leg == Leg::Both => {
                    block(span, buf, when, theme);
                }
                // In half a row: the upper half is the left leg.
                PhaseKind::Hold => {
                    let style = match when {
                        Ordering::Less => theme.faint,
                        Ordering::Equal => theme.accent,
                        Ordering::Greater => theme.ahead,
                    };
                    let sign = theme.glyphs.legs[usize::from(phase.leg == Leg::Right)];
                    line(span, buf, sign, style);
                }
                PhaseKind::Rest => {
                    line(Rect { width: 1, ..span }, buf, theme.glyphs.point, theme.muted);
                }
                PhaseKind::Ready | PhaseKind::Change => {}
            }
        }
        if let Some((_, passed)) = at.filter(|(at, _)| *at == index && area.y < top) {
            let x = column(from + passed).min(area.right() - 1);
            write(buf, (x, area.y), theme.glyphs.marker, 1, theme.accent);
        }
        from += phase.length;
    }
}

/// One hold that is past, runs or is to come. Without shades, signs tell these apart.
fn block(area: Rect, buf: &mut Buffer, when: Ordering, theme: &Theme) {
    match (when, theme.has_shades()) {
        (Ordering::Equal, _) => fill(area, buf, theme.fill(theme.accent)),
        (Ordering::Less, true) => fill(area, buf, theme.track),
        (Ordering::Greater, true) => fill(area, buf, theme.fill(theme.ahead)),
        (Ordering::Less, false) => line(area, buf, theme.glyphs.point, theme.muted),
        (Ordering::Greater, false) => line(area, buf, "=", theme.text),
    }
}

fn line(area: Rect, buf: &mut Buffer, sign: &str, style: Style) {
    for at in area.intersection(buf.area).positions() {
        write(buf, at.into(), sign, 1, style);
    }
}
