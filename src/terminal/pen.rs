//! Where the terminal writes next, and the fewest bytes that take it elsewhere.

use ratatui::layout::Position;

use super::number::put;

/// The place where the terminal writes next.
#[derive(Debug, Default)]
pub(super) struct Pen {
    /// `None` where terminals disagree.
    at: Option<Position>,
}

impl Pen {
    /// Where it is, if that is known.
    pub(super) fn at(&self) -> Option<Position> {
        self.at
    }

    /// What was sent left it who knows where.
    pub(super) fn lose(&mut self) {
        self.at = None;
    }

    /// So many characters of one cell were sent to a screen of so many columns. In the last one
    /// terminals disagree on where the pen is then.
    pub(super) fn step(&mut self, cells: u16, columns: u16) {
        self.at = self.at.and_then(|Position { x, y }| {
            let x = x.checked_add(cells).filter(|x| *x < columns)?;
            Some(Position { x, y })
        });
    }

    /// Adds to the frame what takes the pen to a place.
    pub(super) fn move_to(&mut self, to: Position, frame: &mut Vec<u8>) {
        match self.at {
            Some(pen) if pen.y == to.y && pen.x <= to.x => along(to.x - pen.x, b'C', frame),
            // By a sequence of its own: a line feed would go to the first column where the keys
            // come from another terminal, which alone is in raw mode.
            Some(pen) if pen.y.checked_add(1) == Some(to.y) && pen.x.abs_diff(to.x) < NEAR => {
                along(1, b'B', frame);
                match to.x.checked_sub(pen.x) {
                    Some(columns) => along(columns, b'C', frame),
                    None => along(pen.x - to.x, b'D', frame),
                }
            }
            _ => address(to, frame),
        }
        self.at = Some(to);
    }
}

/// From so many columns on, row and column take no more bytes than the way there.
const NEAR: u16 = 10;

fn address(to: Position, frame: &mut Vec<u8>) {
    frame.extend(b"\x1b[");
    put(frame, to.y.saturating_add(1));
    frame.push(b';');
    put(frame, to.x.saturating_add(1));
    frame.push(b'H');
}

fn along(columns: u16, way: u8, frame: &mut Vec<u8>) {
    if columns == 0 {
        return;
    }
    frame.extend(b"\x1b[");
    if columns > 1 {
        put(frame, columns);
    }
    frame.push(way);
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: u16 = 80;

    fn way(from: (u16, u16), to: (u16, u16)) -> String {
        let mut pen = Pen {
            at: Some(from.into()),
        };
        let mut frame = Vec::new();
        pen.move_to(to.into(), &mut frame);
        assert_eq!(pen.at(), Some(to.into()));
        String::from_utf8(frame).unwrap()
    }

    #[test]
    fn the_shortest_way_is_taken() {
        for (from, to, bytes) in [
            ((5, 2), (5, 2), ""),
            ((5, 2), (6, 2), "\x1b[C"),
            ((5, 2), (15, 2), "\x1b[10C"),
            ((5, 2), (5, 3), "\x1b[B"),
            ((5, 2), (7, 3), "\x1b[B\x1b[2C"),
            ((5, 2), (4, 3), "\x1b[B\x1b[D"),
            ((20, 2), (12, 3), "\x1b[B\x1b[8D"),
            ((20, 2), (3, 3), "\x1b[4;4H"),
            ((5, 2), (4, 2), "\x1b[3;5H"),
            ((5, 2), (5, 4), "\x1b[5;6H"),
            ((5, 2), (5, 1), "\x1b[2;6H"),
        ] {
            assert_eq!(way(from, to), bytes, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn after_the_last_column_the_place_is_sent_anew() {
        let mut pen = Pen {
            at: Some((COLUMNS - 1, 3).into()),
        };
        pen.step(1, COLUMNS);
        assert_eq!(pen.at(), None);
        let mut frame = Vec::new();
        pen.move_to((2, 4).into(), &mut frame);
        assert_eq!(frame, b"\x1b[5;3H");
    }
}
