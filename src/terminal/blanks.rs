//! Which cells are blank on the screen now. What stays blank need not be sent, whatever ink it
//! would be in; and to write on over a few blanks takes fewer bytes than to go past them.

use ratatui::layout::{Position, Size};

use super::ink::Hue;

/// The blank cells of one background; what is not known is not blank.
#[derive(Debug, Default)]
pub(super) struct Blanks {
    ground: Option<Hue>,
    size: Size,
    cells: Vec<bool>,
}

/// More cells than these are gone past in as few bytes.
const MOST: u16 = 3;

impl Blanks {
    /// Forgets them all: the screen was cleared.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Forgets them all if the screen has another size now.
    pub(super) fn fit(&mut self, size: Size) {
        if self.size != size {
            self.ground = None;
            self.size = size;
            self.cells = vec![false; usize::from(size.width) * usize::from(size.height)];
        }
    }

    /// Notes what is to be sent: blank on this ground, or something else. Says whether it need not,
    /// because it is blank on this ground already.
    pub(super) fn note(&mut self, at: Position, width: u16, blank_on: Option<Hue>) -> bool {
        self.ground = self.ground.or(blank_on);
        let is_blank = blank_on.is_some() && blank_on == self.ground;
        let first = self.index(at);
        let cells = self.cells.get_mut(first..first + usize::from(width));
        let Some(cells) = cells else { return false };
        let stays = is_blank && cells.iter().all(|was_blank| *was_blank);
        cells.fill(is_blank);
        stays
    }

    /// How many blanks on this ground lie between two places, where there are only such, and few.
    pub(super) fn between(&self, from: Position, to: Position, ground: Hue) -> Option<u16> {
        let gap = to.x.checked_sub(from.x)?;
        if from.y != to.y || !(1..=MOST).contains(&gap) || self.ground != Some(ground) {
            return None;
        }
        let cells = self.cells.get(self.index(from)..self.index(to))?;
        cells.iter().all(|blank| *blank).then_some(gap)
    }

    fn index(&self, at: Position) -> usize {
        usize::from(at.y) * usize::from(self.size.width) + usize::from(at.x)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;

    fn at(x: u16) -> Position {
        Position { x, y: 1 }
    }

    #[test]
    fn a_few_known_blanks_of_one_ground_are_written_over() {
        let (ground, other) = (Hue::of(Color::Black), Hue::of(Color::Red));
        let mut blanks = Blanks::default();
        blanks.note(at(3), 1, Some(ground));
        assert_eq!(blanks.between(at(3), at(4), ground), None, "no size yet");
        blanks.fit(Size::new(20, 3));
        assert_eq!(blanks.between(at(0), at(1), ground), None);
        blanks.note(at(2), 1, None);
        blanks.note(at(3), 4, Some(ground));
        blanks.note(at(9), 1, Some(other));
        for (from, to, gap) in [
            (3, 4, Some(1)),
            (3, 6, Some(3)),
            (3, 7, None),
            (3, 3, None),
            (4, 3, None),
            (2, 4, None),
            (6, 8, None),
            (9, 10, None),
        ] {
            let found = blanks.between(at(from), at(to), ground);
            assert_eq!(found, gap, "{from}, {to}");
        }
        assert_eq!(blanks.between(at(3), at(4), other), None);
        assert_eq!(blanks.between(at(3), Position { x: 4, y: 2 }, ground), None);
        blanks.note(at(4), 1, None);
        assert_eq!(blanks.between(at(3), at(5), ground), None);
    }

    #[test]
    fn what_stays_blank_need_not_be_sent_until_the_screen_is_another() {
        let (ground, other) = (Hue::of(Color::Black), Hue::of(Color::Red));
        let mut blanks = Blanks::default();
        blanks.fit(Size::new(20, 3));
        for (x, width, blank_on, stays) in [
            (5, 2, Some(ground), false),
            (5, 1, Some(ground), true),
            (6, 2, Some(ground), false),
            (6, 2, Some(ground), true),
            (6, 1, None, false),
            (6, 1, Some(ground), false),
            (6, 1, Some(other), false),
            (6, 1, Some(other), false),
            (30, 1, Some(ground), false),
        ] {
            assert_eq!(blanks.note(at(x), width, blank_on), stays, "{x}, {width}");
        }
        blanks.fit(Size::new(20, 3));
        assert!(blanks.note(at(5), 1, Some(ground)));
        blanks.fit(Size::new(21, 3));
        assert!(!blanks.note(at(5), 1, Some(ground)));
        blanks.clear();
        assert!(!blanks.note(at(5), 1, Some(ground)));
    }
}
