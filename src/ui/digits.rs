//! Big digits of whole cells, painted by the ground of the cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panel::fill;

/// Points of a digit, across and down.
const ACROSS: u16 = 3;
const DOWN: u16 = 5;

/// Each digit in rows of three points from the top, the left point in the highest bit.
fn points(glyph: char) -> [u8; 5] {
    match glyph {
        '0' => [0b111, 0b101, 0b101, 0b101, 0b111],
        '1' => [0b010, 0b110, 0b010, 0b010, 0b111],
        '2' => [0b111, 0b001, 0b111, 0b100, 0b111],
        '3' => [0b111, 0b001, 0b111, 0b001, 0b111],
        '4' => [0b101, 0b101, 0b111, 0b001, 0b001],
        '5' => [0b111, 0b100, 0b111, 0b001, 0b111],
        '6' => [0b111, 0b100, 0b111, 0b101, 0b111],
        '7' => [0b111, 0b001, 0b001, 0b001, 0b001],
        '8' => [0b111, 0b101, 0b111, 0b101, 0b111],
        '9' => [0b111, 0b101, 0b111, 0b001, 0b111],
        ':' => [0b000, 0b100, 0b000, 0b100, 0b000],
        _ => [0; 5],
    }
}

fn columns(glyph: char) -> u16 {
    if glyph == ':' { 1 } else { ACROSS }
}

/// How many cells one point of a digit has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointSize {
    pub across: u16,
    pub down: u16,
}

impl PointSize {
    /// The largest points that a text like this leaves room for, about as high as wide.
    pub(crate) fn fitting(text: &str, width: u16, height: u16) -> Option<Self> {
        let points = columns_of(text);
        let down = height / DOWN;
        // Two digits are slimmer, so that they give about as much light as one.
        let widest = if text.len() == 2 { (2 * down).max(3) - 1 } else { 2 * down + 1 };
        let across = (width / points.max(1)).min(widest);
        // A point that is higher than wide does not look like part of a digit.
        let down = down.min(across.max(1));
        (across > 0 && down > 0).then_some(Self { across, down })
    }

    /// Columns and rows of a text.
    pub fn of(self, text: &str) -> (u16, u16) {
        (columns_of(text) * self.across, DOWN * self.down)
    }
}

/// Columns of points, with one between two digits.
fn columns_of(text: &str) -> u16 {
    let points: u16 = text.chars().map(|glyph| columns(glyph) + 1).sum();
    points.saturating_sub(1)
}

/// Draws the text from the upper left of an area, as much of it as has room.
pub fn draw(area: Rect, buf: &mut Buffer, text: &str, size: PointSize, style: Style) {
    let area = area.intersection(buf.area);
    let mut x = area.x;
    for glyph in text.chars() {
        for (row, bits) in (0..).zip(points(glyph)) {
            for column in 0..columns(glyph) {
                if bits >> (ACROSS - 1 - column) & 1 == 1 {
                    let left = x.saturating_add(column * size.across);
                    let top = area.y.saturating_add(row * size.down);
                    let point = Rect::new(left, top, size.across, size.down);
                    fill(point.intersection(area), buf, style);
                }
            }
        }
        x = x.saturating_add((columns(glyph) + 1) * size.across);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;

    fn drawn(text: &str, size: PointSize, width: u16, height: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        draw(buf.area, &mut buf, text, size, Style::new().bg(Color::Red));
        let cell = |x, y| {
            if buf[(x, y)].bg == Color::Red { '#' } else { '.' }
        };
        let row = |y| (0..width).map(|x| cell(x, y)).collect::<String>();
        (0..height).map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_clock_reads_as_one() {
        let size = PointSize::fitting("1:24", 18, 5).unwrap();
        assert_eq!((size.across, size.down), (1, 1));
        assert_eq!(
            drawn("1:24", size, 13, 5),
            ".#....###.#.#\n##..#...#.#.#\n.#....###.###\n.#..#.#.....#\n###...###...#"
        );
    }

    #[test]
    fn digits_are_as_large_as_their_room_and_no_larger() {
        for width in 0..80 {
            for height in 0..40 {
                for text in ["7", "45", "1:30"] {
                    let Some(size) = PointSize::fitting(text, width, height) else {
                        continue;
                    };
                    let (wide, high) = size.of(text);
                    assert!(wide <= width && high <= height);
                }
            }
        }
        assert_eq!(PointSize::fitting("7", 44, 13).map(|size| size.down), Some(2));
        assert_eq!(PointSize::fitting("7", 2, 13), None);
    }
}
