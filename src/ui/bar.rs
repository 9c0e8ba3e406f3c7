//! Bars and thin lines that are partly filled.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panel::fill;
use super::text::write;
use super::theme::Theme;

/// A bar of which so many cells are filled.
pub(crate) fn bar(area: Rect, buf: &mut Buffer, filled: u16, style: Style, theme: &Theme) {
    for at in area.intersection(buf.area).positions() {
        if theme.has_shades() {
            buf[at].set_style(theme.track);
        } else {
            write(buf, at.into(), theme.glyphs.point, 1, theme.muted);
        }
    }
    fill(Rect { width: filled, ..area }, buf, theme.fill(style));
}

/// A thin line as a bar. Where there are no shades, the part that is not filled is dotted.
pub(crate) fn line(row: Rect, buf: &mut Buffer, filled: u16, style: Style, theme: &Theme) {
    let full = row.x + filled;
    for x in row.x..row.right() {
        let dots = if theme.has_shades() { theme.glyphs.line } else { theme.glyphs.point };
        let (sign, style) = if x < full { (theme.glyphs.line, style) } else { (dots, theme.faint) };
        write(buf, (x, row.y), sign, 1, style);
    }
}

/// A part of the whole as cells of a width, rounded down: a time is over only when it is over.
pub(crate) fn share(width: u16, part: u64, whole: u64) -> u16 {
    let cells = u64::from(width) * part.min(whole) / whole.max(1);
    u16::try_from(cells).unwrap_or(width)
}

/// The same rounded, and at least one cell where there is anything: for charts.
pub(crate) fn rounded_share(width: u16, part: f64, whole: f64) -> u16 {
    let share = if whole > 0.0 { part / whole } else { 0.0 };
    let most = share * f64::from(width) + 0.5;
    let cells = (0..=width).rev().find(|cells| f64::from(*cells) <= most);
    cells.unwrap_or(0).max(u16::from(part > 0.0))
}
