//! The outline of each phase: its shape alone tells which it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::stretch::plan::PhaseKind;

/// The shape around the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outline {
    /// Four corners: get into position.
    Corners,
    /// A closed heavy box: stay.
    Box,
    /// Arrows on both sides: change over.
    Arrows,
    /// A line above and below: lie open.
    Lines,
    /// Two bars: paused.
    Bars,
}

impl Outline {
    /// The shape of a phase, or of a pause in it.
    pub(super) fn of(kind: PhaseKind, paused: bool) -> Self {
        match (paused, kind) {
            (true, _) => Self::Bars,
            (false, PhaseKind::Ready) => Self::Corners,
            (false, PhaseKind::Hold) => Self::Box,
            (false, PhaseKind::Change) => Self::Arrows,
            (false, PhaseKind::Rest) => Self::Lines,
        }
    }

    /// Draws it along the edges of an area of at least 4 by 3 cells.
    pub(super) fn draw(self, area: Rect, buf: &mut Buffer, style: Style, ascii: bool) {
        let area = area.intersection(buf.area);
        if area.width < 4 || area.height < 3 {
            return;
        }
        let mut pen = Pen {
            area,
            buf,
            style,
            ascii,
        };
        match self {
            Self::Corners => pen.corners(),
            Self::Box => pen.closed(),
            Self::Arrows => pen.arrows(),
            Self::Lines => pen.lines(),
            Self::Bars => pen.bars(),
        }
    }
}

struct Pen<'a> {
    area: Rect,
    buf: &'a mut Buffer,
    style: Style,
    ascii: bool,
}

impl Pen<'_> {
    fn corners(&mut self) {
        let (right, bottom) = (self.area.width - 1, self.area.height - 1);
        for (x, y, sign, along) in [
            (0, 0, '┌', 1),
            (right, 0, '┐', right - 1),
            (0, bottom, '└', 1),
            (right, bottom, '┘', right - 1),
        ] {
            self.put(x, y, sign, '+');
            self.put(along, y, '─', '-');
            let beside = if y == 0 { 1 } else { bottom - 1 };
            self.put(x, beside, '│', '|');
        }
    }

    fn closed(&mut self) {
        let (right, bottom) = (self.area.width - 1, self.area.height - 1);
        for x in 1..right {
            self.put(x, 0, '━', '=');
            self.put(x, bottom, '━', '=');
        }
        for y in 1..bottom {
            self.put(0, y, '┃', '|');
            self.put(right, y, '┃', '|');
        }
        for (x, y, sign) in [
            (0, 0, '┏'),
            (right, 0, '┓'),
            (0, bottom, '┗'),
            (right, bottom, '┛'),
        ] {
            self.put(x, y, sign, '+');
        }
    }

    /// Two slopes on each side, meeting in the middle row.
    fn arrows(&mut self) {
        let right = self.area.width - 1;
        let middle = self.area.height / 2;
        for y in 1..self.area.height - 1 {
            let off = y.abs_diff(middle).min(2).min(right / 2);
            let (left_sign, right_sign) = match y.cmp(&middle) {
                std::cmp::Ordering::Less => (('╱', '/'), ('╲', '\\')),
                std::cmp::Ordering::Equal => (('<', '<'), ('>', '>')),
                std::cmp::Ordering::Greater => (('╲', '\\'), ('╱', '/')),
            };
            self.put(off, y, left_sign.0, left_sign.1);
            self.put(right - off, y, right_sign.0, right_sign.1);
        }
    }

    fn lines(&mut self) {
        let bottom = self.area.height - 1;
        for x in (1..self.area.width - 1).step_by(2) {
            self.put(x, 0, '─', '-');
            self.put(x, bottom, '─', '-');
        }
    }

    fn bars(&mut self) {
        let right = self.area.width - 1;
        for y in 1..self.area.height - 1 {
            for x in [0, right] {
                self.put(x, y, '║', 'H');
            }
        }
    }

    fn put(&mut self, x: u16, y: u16, sign: char, plain: char) {
        let sign = if self.ascii { plain } else { sign };
        self.buf[(self.area.x + x, self.area.y + y)]
            .set_char(sign)
            .set_style(self.style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(outline: Outline, ascii: bool) -> String {
        let area = Rect::new(0, 0, 22, 7);
        let mut buf = Buffer::empty(area);
        outline.draw(area, &mut buf, Style::new(), ascii);
        buf.content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    }

    #[test]
    fn every_phase_and_the_pause_have_their_own_shape() {
        let kinds = [
            PhaseKind::Ready,
            PhaseKind::Hold,
            PhaseKind::Change,
            PhaseKind::Rest,
        ];
        for ascii in [false, true] {
            let mut shapes: Vec<String> = kinds
                .iter()
                .map(|kind| drawn(Outline::of(*kind, false), ascii))
                .collect();
            shapes.push(drawn(Outline::of(PhaseKind::Hold, true), ascii));
            let covered =
                |shape: &String| -> Vec<bool> { shape.chars().map(|c| c != ' ').collect() };
            for (index, one) in shapes.iter().enumerate() {
                for other in &shapes[index + 1..] {
                    assert_ne!(covered(one), covered(other));
                }
            }
            assert!(!ascii || shapes.iter().all(|shape| shape.is_ascii()));
        }
    }

    #[test]
    fn it_is_drawn_in_any_area() {
        for width in 0..9 {
            for height in 0..9 {
                let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
                for kind in [
                    Outline::Corners,
                    Outline::Box,
                    Outline::Arrows,
                    Outline::Lines,
                    Outline::Bars,
                ] {
                    kind.draw(Rect::new(0, 0, 30, 30), &mut buf, Style::new(), false);
                }
            }
        }
    }
}
