//! Characters that are made of several: sent so that every terminal, whether it
//! joins them or not, ends up with the same cells, and taken back whole.
//!
//! The screen library thinks of `क्ष`, `กำ` or a joined emoji as one cell and its
//! rest; most terminals put a letter into each cell. Overwriting the first would
//! then leave the others standing.

use std::iter;

use ratatui::layout::Position;
use unicode_width::UnicodeWidthChar;

/// The clusters on the screen now that fill several cells with a character each.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    sent: Vec<Cluster>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cluster {
    at: Position,
    width: u16,
}

impl Clusters {
    /// Forgets them all: the screen was cleared.
    pub(super) fn clear(&mut self) {
        self.sent.clear();
    }

    /// Takes out what something of this width will cover the beginning or the
    /// end of; its cells are to be blanked first.
    pub(super) fn covered(&mut self, at: Position, width: u16) -> Option<(Position, u16)> {
        if self.sent.is_empty() {
            return None;
        }
        let end = |at: Position, width: u16| at.x.saturating_add(width);
        let is_covered = |old: &Cluster| {
            old.at.y == at.y && old.at.x < end(at, width) && at.x < end(old.at, old.width)
        };
        let index = self.sent.iter().position(is_covered)?;
        let old = self.sent.swap_remove(index);
        Some((old.at, old.width))
    }

    /// Adds the characters to send for this symbol to the frame.
    pub(super) fn send(&mut self, at: Position, symbol: &str, width: u16, frame: &mut Vec<u8>) {
        let mut used = 0;
        let mut bases = 0;
        for c in symbol.chars().filter(|c| !joins(*c)) {
            let wide = c.width().and_then(|wide| u16::try_from(wide).ok());
            let wide = wide.unwrap_or(0);
            if used + wide > width {
                break;
            }
            used += wide;
            bases += u16::from(wide > 0);
            frame.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
        frame.extend(iter::repeat_n(
            b' ',
            usize::from(width.saturating_sub(used)),
        ));
        if bases > 1 {
            self.sent.push(Cluster { at, width });
        }
    }
}

/// Whether it only joins its neighbours or picks how they look, which
/// terminals do or do not do, each in cells of its own.
fn joins(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Position = Position { x: 5, y: 2 };

    fn sent(symbol: &str, width: u16) -> (String, usize) {
        let mut clusters = Clusters::default();
        let mut frame = Vec::new();
        clusters.send(AT, symbol, width, &mut frame);
        (String::from_utf8(frame).unwrap(), clusters.sent.len())
    }

    #[test]
    fn what_is_sent_fills_its_cells_on_every_terminal() {
        for (symbol, width, text, kept) in [
            ("e\u{301}\u{302}", 1, "e\u{301}\u{302}", 0),
            ("\u{30ad}", 2, "\u{30ad}", 0),
            ("\u{e01}\u{e33}", 2, "\u{e01}\u{e33}", 1),
            ("\u{915}\u{94d}\u{937}", 2, "\u{915}\u{94d}\u{937}", 1),
            (
                "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
                2,
                "\u{1f468}",
                0,
            ),
            ("\u{263a}\u{fe0f}", 2, "\u{263a} ", 0),
        ] {
            assert_eq!(sent(symbol, width), (text.to_owned(), kept), "{symbol}");
        }
    }

    #[test]
    fn a_cluster_is_taken_back_once_when_any_part_of_it_is_covered() {
        for (x, width, covers) in [
            (4, 1, false),
            (4, 2, true),
            (5, 1, true),
            (6, 1, true),
            (7, 1, false),
        ] {
            let mut clusters = Clusters::default();
            clusters.send(AT, "\u{e01}\u{e33}", 2, &mut Vec::new());
            let over = Position { x, y: AT.y };
            assert_eq!(clusters.covered(Position { x, y: 3 }, width), None);
            assert_eq!(clusters.covered(over, width).is_some(), covers, "{x}");
            assert_eq!(clusters.covered(AT, 2).is_some(), !covers, "{x}");
        }
    }
}
