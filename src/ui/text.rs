//! Puts lines of text into an area.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::glyphs::Glyphs;
use super::theme::Theme;
use crate::text::wrap::{cells, fit, is_plain, wrap_plain};

/// An area filled from the top, line by line.
#[derive(Debug)]
pub(crate) struct Column<'a> {
    /// What is left of the area.
    pub(crate) area: Rect,
    /// The buffer under it.
    pub(crate) buf: &'a mut Buffer,
}

impl<'a> Column<'a> {
    /// An empty column.
    pub(crate) fn new(area: Rect, buf: &'a mut Buffer) -> Self {
        let area = area.intersection(buf.area);
        Self { area, buf }
    }

    /// Rows left.
    pub(crate) fn left(&self) -> u16 {
        self.area.height
    }

    /// Leaves a row empty.
    pub(crate) fn skip(&mut self, rows: u16) {
        let _ = self.take(rows);
    }

    /// Takes rows off the top.
    pub(crate) fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.area.height);
        let top = Rect { height: rows, ..self.area };
        self.area.y += rows;
        self.area.height -= rows;
        top
    }

    /// One line, cut off at the edge.
    pub(crate) fn line(&mut self, text: &str, style: Style) {
        let row = self.take(1);
        put(row, self.buf, text, style);
    }

    /// Text whose lines are about equally long, so that no word stands alone in the last.
    pub(crate) fn balanced(&mut self, text: &str, style: Style) {
        let width = self.area.width;
        let rows = lines(text, width);
        let longest = text.split_whitespace().map(self::width).max().unwrap_or(1);
        let widths: Vec<u16> = (longest..width).collect();
        // A wider column never has more lines.
        let narrowest = widths.partition_point(|width| lines(text, *width) > rows);
        let even = widths.get(narrowest).copied().unwrap_or(width);
        let area = Rect { width: even, ..self.take(rows) };
        Column::new(area, self.buf).text(text, style);
    }

    /// Wrapped text, as many lines as there is room for.
    pub(crate) fn text(&mut self, text: &str, style: Style) {
        let lines = wrap_plain(text, usize::from(self.area.width).max(1));
        for line in lines {
            if self.area.height == 0 {
                return;
            }
            self.line(&line, style);
        }
    }

    /// A mark, and text that hangs beside it so many cells further in.
    pub(crate) fn marked(
        &mut self,
        (mark, mark_style): (&str, Style),
        from: u16,
        (text, style): (&str, Style),
    ) {
        let rows = lines(text, self.area.width.saturating_sub(from));
        let area = self.take(rows);
        put(area, self.buf, mark, mark_style);
        Column::new(right_of(area, from), self.buf).text(text, style);
    }
}

/// What is left of an area from a column of it on.
pub(crate) fn right_of(area: Rect, from: u16) -> Rect {
    let from = from.min(area.width);
    Rect { x: area.x + from, width: area.width - from, ..area }
}

/// What is left of an area below so many of its rows.
pub(crate) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// How many lines a text takes at this width.
pub(crate) fn lines(text: &str, width: u16) -> u16 {
    let lines = wrap_plain(text, usize::from(width).max(1)).len();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// Writes at a place of the buffer, at most `room` cells; gives back the column after it.
/// Modifiers that the cells had before, such as an underline, are removed.
pub(crate) fn write(
    buf: &mut Buffer,
    (x, y): (u16, u16),
    text: &str,
    room: usize,
    style: Style,
) -> u16 {
    let room = room.min(usize::from(buf.area.right().saturating_sub(x)));
    if !buf.area.contains((x, y).into()) {
        return x;
    }
    let start = buf.index_of(x, y);
    let cells = buf.content[start..].iter_mut().take(cells(text).min(room));
    if !is_plain(text) {
        cells.for_each(|cell| cell.modifier = Modifier::empty());
        return buf.set_stringn(x, y, text, room, style).0;
    }
    // Ratatui would look for the graphemes of every text and for the width of each.
    let mut end = x;
    for (cell, letter) in cells.zip(text.chars()) {
        cell.modifier = Modifier::empty();
        cell.set_char(letter).set_style(style);
        end += 1;
    }
    end
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

/// One line at the left of an area's first row.
pub(crate) fn put(area: Rect, buf: &mut Buffer, text: &str, style: Style) {
    let area = area.intersection(buf.area);
    if !area.is_empty() {
        let width = usize::from(area.width);
        write(buf, (area.x, area.y), text, width, style);
    }
}

/// Puts a text at the right end of a row.
pub(crate) fn put_right(area: Rect, buf: &mut Buffer, text: &str, style: Style) {
    put(right_of(area, area.width.saturating_sub(width(text))), buf, text, style);
}

/// A text of at most so many cells, with a sign where it was cut.
pub(crate) fn shortened<'a>(text: &'a str, room: usize, glyphs: &Glyphs) -> Cow<'a, str> {
    if cells(text) <= room {
        return text.into();
    }
    let kept = fit(text, room.saturating_sub(cells(glyphs.more)));
    format!("{}{}", kept.trim_end(), glyphs.more).into()
}

/// Cells a text takes.
pub(crate) fn width(text: &str) -> u16 {
    u16::try_from(cells(text)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_older_style_shines_through(text in "[a-z日 ]{0,9}", x in 0_u16..9, room in 0_usize..9) {
            let area = Rect::new(0, 0, 9, 1);
            let mut buf = Buffer::filled(area, ratatui::buffer::Cell::new("x"));
            buf.set_style(area, Style::new().dim().underlined());
            let after = write(&mut buf, (x, 0), &text, room, Style::new().bold());
            for at in x..after {
                let older = Modifier::DIM | Modifier::UNDERLINED;
                prop_assert!(!buf[(at, 0)].modifier.intersects(older));
            }
        }
    }
}
