//! What changes in a frame, sorted into runs: cells of one row that follow each other in one ink.
//!
//! All runs of one ink are sent before those of the next: to go to another place takes one to
//! eight bytes, to another ink up to forty.

use std::ops::Range;

use ratatui::layout::Position;

use super::ink::Ink;

/// The runs of a frame, in the order of its rows, and what they say.
#[derive(Debug, Default)]
pub(super) struct Runs {
    runs: Vec<Run>,
    text: Vec<u8>,
}

/// Cells that follow each other in one row and share an ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Where it begins.
    pub(super) at: Position,
    /// Cells it takes.
    pub(super) width: u16,
    text: Range<usize>,
    ink: Ink,
    is_blank: bool,
    /// Terminals may disagree on the width of its only character.
    pub(super) is_rare: bool,
}

/// A cell to send.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    /// Where.
    pub(super) at: Position,
    /// Cells it takes.
    pub(super) width: u16,
    /// What it looks like.
    pub(super) ink: Ink,
    /// Shows nothing but its background.
    pub(super) is_blank: bool,
}

impl Run {
    /// Whether it can be sent in this ink.
    fn takes(&self, ink: Ink) -> bool {
        self.ink == ink || (self.is_blank && self.ink.blank_as(ink))
    }

    /// Takes the ink of the run beside it, where that looks the same.
    fn join(&mut self, beside: &Self) {
        if !beside.is_blank && self.at.y == beside.at.y && self.takes(beside.ink) {
            self.ink = beside.ink;
            self.is_blank = false;
        }
    }

    /// Takes in a change, if that follows and can be sent with it.
    fn extends_over(&mut self, change: &Change) -> bool {
        let follows = self.at.y == change.at.y && self.at.x + self.width == change.at.x;
        if !follows || self.is_rare || change.width != 1 {
            return false;
        }
        if change.ink == self.ink || change.is_blank && change.ink.blank_as(self.ink) {
            self.is_blank &= change.is_blank;
        } else if self.takes(change.ink) {
            self.ink = change.ink;
            self.is_blank = false;
        } else {
            return false;
        }
        self.width += 1;
        true
    }
}

impl Runs {
    /// Adds a change after those above it and left of it; what it says is written by `write`.
    pub(super) fn add(&mut self, change: &Change, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.text.len();
        write(&mut self.text);
        let end = self.text.len();
        if let Some(run) = self.runs.last_mut()
            && run.extends_over(change)
        {
            run.text.end = end;
            return;
        }
        self.runs.push(Run {
            at: change.at,
            width: change.width,
            text: start..end,
            ink: change.ink,
            is_blank: change.is_blank,
            is_rare: change.width != 1,
        });
    }

    /// Sends blanks with what stands beside them in their row.
    pub(super) fn join_blanks(&mut self) {
        for index in 1..self.runs.len() {
            let (before, after) = self.runs.split_at_mut(index);
            if let ([.., left], [right, ..]) = (before, after) {
                left.join(right);
                right.join(left);
            }
        }
    }

    /// Takes out the runs to send next: those that need no other ink than the one in the pen, else
    /// those in the ink of the first.
    pub(super) fn next_ink(&mut self, pen: Ink) -> Option<(Ink, Vec<Run>)> {
        let first = self.runs.first()?.ink;
        let goes_on = self.runs.iter().any(|run| run.takes(pen));
        let ink = if goes_on { pen } else { first };
        let runs = self.runs.extract_if(.., |run| run.takes(ink));
        Some((ink, runs.collect()))
    }

    /// What a run says.
    pub(super) fn text(&self, run: &Run) -> &[u8] {
        &self.text[run.text.clone()]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::{Buffer, CellWidth};
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    const AREA: Rect = Rect::new(0, 0, 12, 4);

    fn style() -> impl Strategy<Value = Style> {
        let color = prop::sample::select(vec![Color::Reset, Color::Red, Color::Rgb(176, 96, 0)]);
        let ground = prop::sample::select(vec![Color::Reset, Color::Black]);
        let modifier = prop::sample::select(vec![Modifier::empty(), Modifier::REVERSED]);
        (color, ground, modifier).prop_map(|(color, ground, modifier)| {
            Style::new().fg(color).bg(ground).add_modifier(modifier)
        })
    }

    fn symbol() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![" ", "a", "\u{2588}", "\u{30ad}"])
    }

    /// The changes from an empty screen to this one.
    fn runs(buf: &Buffer) -> (Runs, Vec<Change>) {
        let mut runs = Runs::default();
        let mut changes = Vec::new();
        for (x, y, cell) in Buffer::empty(buf.area).diff(buf) {
            let change = Change {
                at: Position { x, y },
                width: cell.cell_width(),
                ink: Ink::of(cell),
                is_blank: cell.symbol() == " ",
            };
            runs.add(&change, |text| text.extend(cell.symbol().as_bytes()));
            changes.push(change);
        }
        runs.join_blanks();
        (runs, changes)
    }

    proptest! {
        #[test]
        fn every_change_is_sent_once_and_looks_as_it_should(
            cells in prop::collection::vec((0_u16..12, 0_u16..4, symbol(), style()), 1..40),
        ) {
            let mut buf = Buffer::empty(AREA);
            for (x, y, symbol, style) in &cells {
                buf[(*x, *y)].set_symbol(symbol).set_style(*style);
            }
            let (mut runs, changes) = runs(&buf);
            let mut pen = Ink::PLAIN;
            let mut sent = vec![0; changes.len()];
            while let Some((ink, next)) = runs.next_ink(pen) {
                prop_assert!(!next.is_empty());
                for run in next {
                    let within = |change: &Change| {
                        let end = run.at.x + run.width;
                        change.at.y == run.at.y && (run.at.x..end).contains(&change.at.x)
                    };
                    let mut text = String::new();
                    for (index, change) in changes.iter().enumerate().filter(|(_, c)| within(c)) {
                        sent[index] += 1;
                        let blank = change.is_blank && change.ink.blank_as(ink);
                        prop_assert!(change.ink == ink || blank, "{change:?} in {ink:?}");
                        text += buf[change.at].symbol();
                    }
                    prop_assert_eq!(runs.text(&run), text.as_bytes());
                }
                pen = ink;
            }
            prop_assert!(sent.iter().all(|times| *times == 1));
        }
    }

    #[test]
    fn an_ink_is_taken_up_once_in_a_frame() {
        let mut buf = Buffer::empty(AREA);
        for y in 0..3 {
            buf.set_string(0, y, "key", Style::new().fg(Color::White));
            buf.set_string(4, y, "word", Style::new().fg(Color::Red));
        }
        let (mut runs, _) = runs(&buf);
        let mut inks = 0;
        while runs.next_ink(Ink::PLAIN).is_some() {
            inks += 1;
        }
        assert_eq!(inks, 2);
    }
}
