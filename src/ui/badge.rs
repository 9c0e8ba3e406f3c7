//! Small marks: filled badges, and dots for how many of how many.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::glyphs::Glyphs;
use super::text::write;
use super::theme::Theme;

/// A filled label; gives back the column after it.
pub(crate) fn badge(
    buf: &mut Buffer,
    at: (u16, u16),
    text: &str,
    color: Style,
    theme: &Theme,
) -> u16 {
    let text = format!(" {text} ");
    write(buf, at, &text, usize::MAX, theme.badge(color))
}

/// `filled` of `total` dots, as runs with a style each.
pub(crate) fn dots(
    filled: usize,
    of: usize,
    color: Style,
    (theme, glyphs): (&Theme, &Glyphs),
) -> [(String, Style); 2] {
    let filled = filled.min(of);
    [(glyphs.dot.repeat(filled), color), (glyphs.empty_dot.repeat(of - filled), theme.muted)]
}

/// Runs of text one after the other; gives back the column after them.
pub(crate) fn runs<T: AsRef<str>>(
    buf: &mut Buffer,
    (mut x, y): (u16, u16),
    room: u16,
    runs: &[(T, Style)],
) -> u16 {
    let end = x.saturating_add(room);
    for (text, style) in runs {
        let room = usize::from(end.saturating_sub(x));
        x = write(buf, (x, y), text.as_ref(), room, *style);
    }
    x
}
