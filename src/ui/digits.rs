//! Big digits, five or nine rows high, in a font of our own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Rows of the smaller size.
pub const ROWS: u16 = 5;

/// Each glyph five rows of three points, top row first, left point in the highest bit.
fn points(glyph: char) -> [u8; 5] {
    match glyph {
        '0' => [0b111, 0b101, 0b101, 0b101, 0b111],
        '1' => [0b001, 0b001, 0b001, 0b001, 0b001],
        '2' => [0b111, 0b001, 0b111, 0b100, 0b111],
        '3' => [0b111, 0b001, 0b111, 0b001, 0b111],
        '4' => [0b101, 0b101, 0b111, 0b001, 0b001],
        '5' => [0b111, 0b100, 0b111, 0b001, 0b111],
        '6' => [0b111, 0b100, 0b111, 0b101, 0b111],
        '7' => [0b111, 0b001, 0b001, 0b001, 0b001],
        '8' => [0b111, 0b101, 0b111, 0b101, 0b111],
        '9' => [0b111, 0b101, 0b111, 0b001, 0b111],
        ':' => [0b0, 0b1, 0b0, 0b1, 0b0],
        _ => [0; 5],
    }
}

fn columns(glyph: char) -> u16 {
    if glyph == ':' { 1 } else { 3 }
}

/// How large the points are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Cells each of the three columns is wide.
    columns: [u16; 3],
    /// Cells each of the five rows is high.
    rows: [u16; 5],
    /// Cells between two glyphs.
    gap: u16,
    /// Whether a one stands in the middle of its cells instead of at their right edge, where a
    /// change from it or to it sends fewer cells.
    middle_one: bool,
}

impl Size {
    /// Five rows.
    pub const SMALL: Self = Self {
        columns: [2, 2, 2],
        rows: [1; 5],
        gap: 2,
        middle_one: false,
    };
    /// Five rows for minutes and seconds, whose gaps look even around a one.
    pub const CLOCK: Self = Self {
        middle_one: true,
        ..Self::SMALL
    };
    /// Nine rows; the strokes stay as thin, so that a change of digits stays cheap and dark.
    pub const LARGE: Self = Self {
        columns: [2, 6, 2],
        rows: [1, 3, 1, 3, 1],
        gap: 3,
        middle_one: false,
    };

    /// Rows a text takes.
    pub fn rows(self) -> u16 {
        self.rows.iter().sum()
    }

    /// Columns a text takes.
    pub fn columns(self, text: &str) -> u16 {
        let glyphs: u16 = text.chars().map(|glyph| self.advance(glyph)).sum();
        glyphs.saturating_sub(self.gap)
    }

    /// Cells a text lights.
    pub fn lit(self, text: &str) -> usize {
        let of = |glyph: char| -> u16 {
            let lit = |points: u8| -> u16 {
                let all = 0..columns(glyph);
                let lit = all.filter(|column| points >> (columns(glyph) - 1 - column) & 1 == 1);
                lit.map(|column| self.columns[usize::from(column)]).sum()
            };
            let rows = self.points(glyph).into_iter().zip(self.rows);
            rows.map(|(points, high)| lit(points) * high).sum()
        };
        text.chars().map(|glyph| usize::from(of(glyph))).sum()
    }

    /// The largest size in which a text fits, if it fits at all.
    pub fn fitting(text: &str, width: u16, height: u16) -> Option<Self> {
        let fits = |size: &Self| size.columns(text) <= width && size.rows() <= height;
        [Self::LARGE, Self::SMALL].into_iter().find(fits)
    }

    fn points(self, glyph: char) -> [u8; 5] {
        if glyph == '1' && self.middle_one {
            return [0b010; 5];
        }
        points(glyph)
    }

    /// From the left edge of a glyph to that of the next.
    fn advance(self, glyph: char) -> u16 {
        let count = usize::from(columns(glyph));
        self.columns[..count].iter().sum::<u16>() + self.gap
    }
}

/// Draws digits and colons from the upper left corner of the area, cut off at its edges.
pub fn draw(text: &str, size: Size, area: Rect, buf: &mut Buffer, style: Style, ascii: bool) {
    let area = area.intersection(buf.area);
    let symbol = if ascii { "#" } else { "█" };
    let mut left = 0;
    for glyph in text.chars() {
        let mut y = 0;
        for (points, high) in size.points(glyph).into_iter().zip(size.rows) {
            let mut x = left;
            for column in 0..columns(glyph) {
                let wide = size.columns[usize::from(column)];
                let lit = points >> (columns(glyph) - 1 - column) & 1 == 1;
                let point = Rect::new(
                    area.x.saturating_add(x),
                    area.y.saturating_add(y),
                    wide,
                    high,
                );
                // Dark points carry the same style: a change of digits then sends no colours.
                let symbol = if lit { symbol } else { " " };
                for at in point.intersection(area).positions() {
                    // Nothing of what they cover shines through.
                    buf[at].modifier = Modifier::empty();
                    buf[at].set_symbol(symbol).set_style(style);
                }
                x += wide;
            }
            y += high;
        }
        left = left.saturating_add(size.advance(glyph));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, size: Size, ascii: bool) -> Vec<String> {
        let area = Rect::new(0, 0, size.columns(text), size.rows());
        let mut buf = Buffer::empty(area);
        draw(text, size, area, &mut buf, Style::new(), ascii);
        (0..area.height)
            .map(|y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect())
            .collect()
    }

    #[test]
    fn digits_are_five_rows_of_blocks() {
        assert_eq!(
            lines("1:07", Size::SMALL, true),
            [
                "    ##      ######  ######",
                "    ##  ##  ##  ##      ##",
                "    ##      ##  ##      ##",
                "    ##  ##  ##  ##      ##",
                "    ##      ######      ##",
            ]
        );
        assert_eq!(lines("7", Size::SMALL, false)[0], "██████");
        assert_eq!(lines("7", Size::LARGE, true).len(), 9);
    }

    #[test]
    fn the_gaps_of_a_clock_are_even_around_a_one() {
        assert_eq!(
            lines("11:01", Size::CLOCK, true)[1],
            "  ##      ##    ##  ##  ##    ##  "
        );
    }

    #[test]
    fn no_style_of_what_a_digit_covers_shines_through() {
        let area = Rect::new(0, 0, 6, 5);
        let mut buf = Buffer::empty(area);
        buf.set_style(area, Style::new().dim());
        draw("8", Size::SMALL, area, &mut buf, Style::new().bold(), false);
        let is_bold = |cell: &ratatui::buffer::Cell| cell.modifier == Modifier::BOLD;
        assert!(buf.content.iter().all(is_bold));
    }

    #[test]
    fn all_digits_differ() {
        let drawn: std::collections::HashSet<_> = ('0'..='9').map(points).collect();
        assert_eq!(drawn.len(), 10);
    }

    #[test]
    fn what_a_text_lights_is_known_before_it_is_drawn() {
        for size in [Size::SMALL, Size::CLOCK, Size::LARGE] {
            for text in ["10", "8", "1:07", "23:59"] {
                let drawn = lines(text, size, true).concat();
                assert_eq!(size.lit(text), drawn.matches('#').count(), "{text}");
            }
        }
    }

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        assert_eq!(Size::fitting("10", 23, 9), Some(Size::LARGE));
        assert_eq!(Size::fitting("10", 22, 9), Some(Size::SMALL));
        assert_eq!(Size::fitting("10", 14, 5), Some(Size::SMALL));
        assert_eq!(Size::fitting("10", 14, 4), None);
    }

    #[test]
    fn digits_are_cut_off_at_the_edge() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 3, 2));
        let area = Rect::new(1, 1, 50, 50);
        draw("88:88", Size::LARGE, area, &mut buf, Style::new(), false);
        assert_eq!(buf[(0, 0)].symbol(), " ");
        assert_eq!(buf[(2, 1)].symbol(), "█");
    }
}
