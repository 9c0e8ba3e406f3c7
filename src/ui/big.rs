//! Words in letters three rows high: five by six points each, two points a cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// From one letter to the next.
const ADVANCE: u16 = 6;

/// Six rows of five points, top row first, left point in the highest of five bits.
pub(super) fn points(letter: char) -> Option<[u8; 6]> {
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

fn advance(letter: char) -> u16 {
    if letter == ' ' { 4 } else { ADVANCE }
}

/// Cells a line of letters takes.
pub(crate) fn width(text: &str) -> u16 {
    let whole: u16 = text.chars().map(advance).sum();
    whole.saturating_sub(1)
}

/// A text in lines of at most so many cells; `None` where a word does not fit, or has letters that
/// are not drawn.
pub(crate) fn lines(text: &str, room: u16) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if width(word) > room || word.chars().any(|letter| points(letter).is_none()) {
            return None;
        }
        match lines.last_mut() {
            Some(line) if width(line) + 5 + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// Draws a line from the upper left corner of the area. The style says the colour of the letters;
/// whole cells are painted by their ground.
pub(crate) fn draw(area: Rect, buf: &mut Buffer, text: &str, style: Style) {
    let area = area.intersection(buf.area);
    let mut left = area.x;
    for letter in text.chars() {
        if let Some(points) = points(letter) {
            for (row, pair) in (area.top()..area.bottom()).zip(points.chunks(2)) {
                for column in 0..5_u16 {
                    let at = (left + column, row);
                    if !area.contains(at.into()) {
                        continue;
                    }
                    let lit = |points: u8| points >> (4 - column) & 1 == 1;
                    let upper = pair.first().is_some_and(|points| lit(*points));
                    let lower = pair.get(1).is_some_and(|points| lit(*points));
                    point(&mut buf[at], upper, lower, style);
                }
            }
        }
        left = left.saturating_add(advance(letter));
    }
}

fn point(cell: &mut ratatui::buffer::Cell, upper: bool, lower: bool, style: Style) {
    match (upper, lower) {
        (false, false) => {}
        (true, true) => match style.fg {
            Some(color) if color != Color::Reset => {
                cell.set_symbol(" ").set_bg(color);
            }
            _ => {
                cell.set_symbol(" ");
                cell.modifier.toggle(Modifier::REVERSED);
            }
        },
        (upper, _) => {
            cell.set_symbol(if upper { "▀" } else { "▄" });
            if let Some(color) = style.fg {
                cell.set_fg(color);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_into_lines_that_fit() {
        assert_eq!(
            lines("Call 112 now", 80),
            Some(vec!["Call 112 now".to_owned()])
        );
        let parted = lines("Knee straight toes to shin", 80).unwrap();
        assert_eq!(parted, ["Knee straight", "toes to shin"]);
        assert_eq!(lines("Wadenkrämpfe", 200), None);
        assert_eq!(lines("straight", 20), None);
    }

    #[test]
    fn whole_cells_are_painted_by_their_ground() {
        let area = Rect::new(0, 0, 5, 3);
        let mut buf = Buffer::empty(area);
        draw(area, &mut buf, "H", Style::new().fg(Color::Red));
        let row = |y: u16| (0..5).map(|x| buf[(x, y)].symbol()).collect::<String>();
        assert_eq!((row(0), row(1)), ("     ".to_owned(), " ▀▀▀ ".to_owned()));
        assert_eq!((buf[(0, 0)].bg, buf[(1, 0)].bg), (Color::Red, Color::Reset));
    }
}
