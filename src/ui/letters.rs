//! Large letters of half cells, for the few words that are to be read without glasses.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text::write;
use super::theme::Theme;

/// Rows of a large letter.
pub(crate) const ROWS: u16 = 3;

/// Columns of most narrow letters with the gap after them.
pub(crate) const NARROW: u16 = 5;

/// How wide the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LetterSize {
    /// Five columns a letter.
    Wide,
    /// Four, for a line of sixteen letters in eighty columns.
    Narrow,
}

impl LetterSize {
    /// The widest letters in which all of these lines fit. `None` where they do not fit, where a
    /// letter has no shape, and in plain characters.
    pub(crate) fn fitting<T: AsRef<str>>(lines: &[T], width: u16, theme: &Theme) -> Option<Self> {
        let fits = |size: Self| {
            let mut wide = lines.iter().map(|line| columns(line.as_ref(), size));
            wide.all(|wide| wide.is_some_and(|wide| wide <= width))
        };
        [Self::Wide, Self::Narrow].into_iter().find(|size| !theme.is_ascii() && fits(*size))
    }
}

/// The rows of a letter, top row first, left point in the highest of five bits.
fn points(letter: char) -> Option<[u8; 6]> {
    Some(match letter.to_ascii_uppercase() {
        'A' => [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001],
        'B' => [0b11110, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110],
        'C' => [0b01111, 0b10000, 0b10000, 0b10000, 0b10000, 0b01111],
        'D' => [0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110],
        'E' => [0b11111, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
        'F' => [0b11111, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000],
        'G' => [0b01111, 0b10000, 0b10000, 0b10011, 0b10001, 0b01111],
        'H' => [0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        'I' => [0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        'J' => [0b00111, 0b00010, 0b00010, 0b00010, 0b10010, 0b01100],
        'K' => [0b10001, 0b10010, 0b11100, 0b10010, 0b10001, 0b10001],
        'L' => [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
        'M' => [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001],
        'N' => [0b10001, 0b11001, 0b10101, 0b10101, 0b10011, 0b10001],
        'O' | '0' => [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        'P' => [0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000],
        'Q' => [0b01110, 0b10001, 0b10001, 0b10101, 0b10010, 0b01101],
        'R' => [0b11110, 0b10001, 0b10001, 0b11110, 0b10010, 0b10001],
        'S' => [0b01111, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110],
        'T' => [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100],
        'U' => [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        'V' => [0b10001, 0b10001, 0b10001, 0b01010, 0b01010, 0b00100],
        'W' => [0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001],
        'X' => [0b10001, 0b01010, 0b00100, 0b00100, 0b01010, 0b10001],
        'Y' => [0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100],
        'Z' => [0b11111, 0b00010, 0b00100, 0b01000, 0b10000, 0b11111],
        '1' => [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b01110],
        '2' => [0b01110, 0b10001, 0b00010, 0b00100, 0b01000, 0b11111],
        '3' => [0b11110, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110],
        '4' => [0b00010, 0b00110, 0b01010, 0b11111, 0b00010, 0b00010],
        '5' => [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b11110],
        '6' => [0b01110, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
        '7' => [0b11111, 0b00001, 0b00010, 0b00100, 0b00100, 0b00100],
        '8' => [0b01110, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
        '9' => [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b01110],
        '.' | ',' => [0, 0, 0, 0, 0, 0b00100],
        ':' => [0, 0b00100, 0, 0, 0b00100, 0],
        '-' => [0, 0, 0b01110, 0, 0, 0],
        '\'' => [0b00100, 0b00100, 0, 0, 0, 0],
        '!' => [0b00100, 0b00100, 0b00100, 0b00100, 0, 0b00100],
        '?' => [0b01110, 0b10001, 0b00010, 0b00100, 0, 0b00100],
        ' ' => [0; 6],
        _ => return None,
    })
}

/// A letter as it is drawn: its rows, and how many columns they have.
fn glyph(letter: char, size: LetterSize) -> Option<([u8; 6], u16)> {
    let rows = points(letter)?;
    let letter = letter.to_ascii_uppercase();
    let narrow = |row: u8| (row >> 1 & 0b1000) | (row & 0b111);
    Some(match letter {
        ' ' => (rows, if size == LetterSize::Wide { 3 } else { 2 }),
        'I' | '1' | '-' => (rows.map(|row| row >> 1 & 0b111), 3),
        '.' | ',' | '!' | ':' | '\'' => (rows.map(|row| row >> 2 & 1), 1),
        'A'..='H' | 'J'..='L' | 'O'..='S' | 'U' if size == LetterSize::Narrow => {
            (rows.map(narrow), 4)
        }
        _ => (rows, 5),
    })
}

/// Columns that a line of large letters takes; `None` where one of them is not drawn.
pub(crate) fn columns(line: &str, size: LetterSize) -> Option<u16> {
    let mut columns = 0_u16;
    for letter in line.chars() {
        columns = columns.saturating_add(glyph(letter, size)?.1 + 1);
    }
    Some(columns.saturating_sub(1))
}

/// Draws a line of large letters from the upper left of an area.
pub(crate) fn draw(
    area: Rect,
    buf: &mut Buffer,
    line: &str,
    size: LetterSize,
    style: Style,
    theme: &Theme,
) {
    let mut x = area.x;
    for (rows, wide) in line.chars().filter_map(|letter| glyph(letter, size)) {
        for column in 0..wide {
            for pair in 0..ROWS {
                let at = (x.saturating_add(column), area.y + pair);
                let is_on = |row: u16| rows[usize::from(row)] >> (wide - 1 - column) & 1 == 1;
                let sign = match [is_on(pair * 2), is_on(pair * 2 + 1)] {
                    [true, true] => " ",
                    [true, false] => "▀",
                    [false, true] => "▄",
                    [false, false] => continue,
                };
                // A whole cell is painted by its background, which has no seams.
                let ink = if sign == " " { theme.fill(style) } else { style };
                write(buf, at, sign, 1, ink);
            }
        }
        x = x.saturating_add(wide + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::{ColorDepth, ThemeChoice};

    #[test]
    fn every_letter_of_plain_english_is_drawn_and_none_looks_like_another() {
        for size in [LetterSize::Wide, LetterSize::Narrow] {
            let drawn: Vec<_> = ('A'..='Z').map(|one| glyph(one, size)).collect();
            assert!(!drawn.contains(&None));
            let all: std::collections::HashSet<_> = drawn.iter().collect();
            assert_eq!(all.len(), drawn.len(), "{size:?}");
        }
        assert_eq!(columns("ab", LetterSize::Wide), Some(11));
        assert_eq!(columns("é", LetterSize::Wide), None);
    }

    #[test]
    fn sixteen_letters_have_room_in_eighty_columns() {
        let lines = ["PRESS FOOT FLAT", "HEEL STAYS DOWN"];
        let theme = &Theme::of(ThemeChoice::Dark, ColorDepth::True, false);
        assert_eq!(LetterSize::fitting(&lines, 76, theme), Some(LetterSize::Narrow));
        assert_eq!(LetterSize::fitting(&lines, 112, theme), Some(LetterSize::Wide));
        assert_eq!(LetterSize::fitting(&lines, 40, theme), None);
    }
}
