//! A figure in whole characters, where there are few colours or none.

use super::shape::Tone;

/// Points of one cell, across and down.
pub(crate) const ACROSS: usize = 2;
pub(crate) const DOWN: usize = 4;

/// What a cell shows, a blank where it is filled, and the tone it shows most of; `None` where it
/// shows nothing.
pub(crate) type SilhouetteCell = Option<(char, Tone)>;

/// The four quarters of a cell from the upper left: which of them are filled.
const QUARTERS: [char; 16] =
    [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', ' '];

/// What a cell shows of its eight points, row by row.
pub(crate) fn silhouette(points: [Option<Tone>; 8]) -> SilhouetteCell {
    let tone = main_tone(points)?;
    let filled = |one: usize, other: usize| {
        points[one].or(points[other]).is_some_and(|found| is_body(found) || !is_body(tone))
    };
    let quarters = [filled(0, 2), filled(1, 3), filled(4, 6), filled(5, 7)];
    let mask = quarters.into_iter().enumerate();
    let mask: usize = mask.map(|(bit, on)| usize::from(on) << bit).sum();
    let symbol = match (tone, mask) {
        (_, 0) => return None,
        (Tone::Muscle, 15) => '▚',
        (Tone::Far, 15) => '▒',
        (Tone::Prop | Tone::Cloth, 15) => '░',
        (_, mask) => QUARTERS[mask],
    };
    Some((symbol, tone))
}

/// What a cell shows of its eight points in plain characters.
pub(crate) fn ascii(points: [Option<Tone>; 8]) -> SilhouetteCell {
    let tone = main_tone(points)?;
    let count = points.iter().flatten().count();
    if count < 2 {
        return None;
    }
    let sides = [0, 1].map(|side| (0..4).filter(|row| points[row * 2 + side].is_some()).count());
    let upright = sides[0].abs_diff(sides[1]) >= 2 || sides == [4, 4];
    let symbol = match tone {
        Tone::Near => '#',
        Tone::Trunk => 'H',
        Tone::Far => ':',
        Tone::Muscle => '@',
        Tone::Prop if upright => '|',
        Tone::Prop => '-',
        Tone::Cloth => '~',
    };
    Some((symbol, tone))
}

fn is_body(tone: Tone) -> bool {
    !matches!(tone, Tone::Prop | Tone::Cloth)
}

/// The tone of most points. The muscle and the body count more than the things behind them.
fn main_tone(points: [Option<Tone>; 8]) -> Option<Tone> {
    let weight = |tone: Tone| {
        let count = points.iter().filter(|point| **point == Some(tone)).count();
        match tone {
            Tone::Muscle => count * 4,
            Tone::Prop | Tone::Cloth => count,
            _ => count * 2,
        }
    };
    points.iter().flatten().copied().max_by_key(|tone| weight(*tone))
}
