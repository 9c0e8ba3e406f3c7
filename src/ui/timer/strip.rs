//! The whole session in one line: left holds above, right holds below, and a mark where it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{TimerLook, TimerView};
use crate::stretch::Leg;
use crate::stretch::clock::seconds_shown;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::text::messages::session;
use crate::ui::digits::paint;
use crate::ui::text::write;

/// Rows of the strip: the mark, the left leg, the right leg.
pub(super) const ROWS: u16 = 3;
/// Cells of the letters before it.
const LETTERS: u16 = 4;

/// Draws the strip into the first rows of an area.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: TimerLook<'_>) {
    let area = area.intersection(buf.area);
    if area.height < ROWS - 1 || area.width < LETTERS + 12 {
        return;
    }
    let theme = look.theme;
    // In two rows there is no mark: what runs is in the accent all the same.
    let marks = u16::from(area.height >= ROWS);
    for (row, letter) in (marks..).zip([session::LEFT_LETTER, session::RIGHT_LETTER]) {
        write(buf, (area.x, area.y + row), letter, 1, theme.muted);
    }
    let line = Rect { x: area.x + LETTERS, width: area.width - LETTERS, ..area };
    let all: u64 = view.script.iter().map(millis).sum();
    let column = |at: u64| {
        let part = u64::from(line.width) * at / all.max(1);
        line.x + u16::try_from(part).unwrap_or(line.width).min(line.width)
    };
    let mut from = 0;
    for (index, phase) in view.script.iter().enumerate() {
        let to = from + millis(phase);
        let (left, right) = (column(from), column(to));
        // The gap after it keeps it apart from the next.
        let wide = right.saturating_sub(left).saturating_sub(1).max(1);
        if phase.kind == PhaseKind::Rest {
            for row in rows(phase.leg) {
                write(buf, (left, line.y + marks + row), look.glyphs.point, 1, theme.muted);
            }
        } else if phase.kind == PhaseKind::Hold {
            let when = index.cmp(&view.at);
            for row in rows(phase.leg) {
                block(Rect::new(left, line.y + marks + row, wide, 1), buf, when, look);
            }
        }
        if index == view.at && marks > 0 {
            let into = seconds_shown(phase.length).saturating_sub(view.seconds) * 1000;
            let at = column(from + into).min(line.right() - 1);
            write(buf, (at, line.y), look.glyphs.marker, 1, theme.accent);
        }
        from = to;
    }
}

/// A hold: hardly seen when it is past, in the accent while it runs.
fn block(area: Rect, buf: &mut Buffer, when: std::cmp::Ordering, look: TimerLook<'_>) {
    let theme = look.theme;
    if theme.has_shades() {
        let style = match when {
            std::cmp::Ordering::Less => theme.track,
            std::cmp::Ordering::Equal => theme.fill(theme.accent),
            std::cmp::Ordering::Greater => theme.fill(theme.ahead),
        };
        return paint(area, buf, style);
    }
    let fill = |sign: &str, style: Style, buf: &mut Buffer| {
        for at in area.intersection(buf.area).positions() {
            write(buf, at.into(), sign, 1, style);
        }
    };
    match when {
        std::cmp::Ordering::Less => fill(look.glyphs.point, theme.muted, buf),
        std::cmp::Ordering::Equal => paint(area, buf, theme.fill(theme.accent)),
        std::cmp::Ordering::Greater => fill("=", theme.text, buf),
    }
}

fn rows(leg: Leg) -> std::ops::RangeInclusive<u16> {
    match leg {
        Leg::Left => 0..=0,
        Leg::Right => 1..=1,
        Leg::Both => 0..=1,
    }
}

fn millis(phase: &Phase) -> u64 {
    u64::try_from(phase.length.as_millis()).unwrap_or(u64::MAX / 4096)
}
