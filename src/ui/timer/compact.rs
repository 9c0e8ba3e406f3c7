//! The timer in a small window, down to one line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cues::Cues;
use super::full::{hold_strip, warned};
use super::{ExerciseLook, TimerView, countdown, words};
use crate::stretch::plan::PhaseKind;
use crate::text::messages::session;
use crate::ui::digits::PointSize;
use crate::ui::strip;
use crate::ui::text::{Column, lines, put_right, runs, width};

/// Rows of the digits.
const DIGITS: u16 = 5;

/// Phase and leg above, then who must not, the seconds beside the words, and the strip.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let head = words::head(view, true);
    let leg = words::leg(view.phase.leg, &look.guide.words);
    let parts = [
        (head.as_str(), theme.accent),
        ("  ", theme.text),
        (leg.as_str(), theme.accent),
        ("  ", theme.text),
    ];
    let total = words::total(view);
    let mut x = runs(buf, (area.x + 1, area.y), area.width - 2, &parts);
    let rep = format!("{} of {}", view.phase.rep, view.phase.of);
    if x + width(&rep) + 2 + width(&total) < area.right() {
        x = runs(buf, (x, area.y), area.width, &[(rep.as_str(), theme.muted)]);
    }
    if x + width(&total) + 1 < area.right() {
        let row = Rect { width: area.width - 1, height: 1, ..area };
        put_right(row, buf, &total, theme.muted);
    }
    let inner =
        Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 1 };
    // The guide's sentence is whole before each hold; during a hold it leaves a row to the strip.
    let said = warned(look);
    let has_room = |text: &str, more: u16| lines(text, inner.width) + DIGITS + more <= inner.height;
    let safety = match view.phase.kind {
        PhaseKind::Ready => said.as_str(),
        _ if has_room(&said, 2) => &said,
        _ => session::CHECK_SHORT,
    };
    let mut column = Column::new(inner, buf);
    if has_room(safety, 0) {
        column.text(safety, theme.warning);
    }
    let rest = column.rest();
    let longest = words::seconds(view.length);
    let wide = PointSize::fitting(&longest, 15, DIGITS).map_or(9, |size| size.of(&longest).0);
    let digits = Rect { width: wide + 2, height: DIGITS, ..rest };
    countdown::seconds(digits, buf, view, look);
    // The words need the rows more than the strip does.
    let strip_rows = match rest.height.saturating_sub(DIGITS) {
        0 | 1 => 0,
        2 => 1,
        _ => strip::ROWS,
    };
    let words_at = Rect {
        x: digits.right() + 1,
        width: area.right().saturating_sub(digits.right() + 1),
        height: rest.height.saturating_sub(strip_rows),
        ..digits
    };
    Cues::of(view, look, words_at.width, words_at.height).draw(words_at, buf);
    let strip_at = Rect { y: rest.bottom() - strip_rows, height: strip_rows, ..rest };
    hold_strip(strip_at, buf, view, look);
}

/// Phase, leg and seconds in the first row, and below them who must not, or how to do it where
/// that has been said.
pub(super) fn one_line(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let mut line = words::one_line(view, &look.guide.words, area.width);
    let rep = format!("{} of {}", view.phase.rep, view.phase.of);
    for part in [rep, words::total(view), view.title.to_owned()] {
        if width(&line) + width(&part) + 2 <= area.width {
            line = format!("{line}  {part}");
        }
    }
    let mut column = Column::new(area, buf);
    column.line(&line, theme.accent);
    let checks = [&warned(look), session::CHECK_SHORT, session::CHECK_SHORTEST];
    let Some(check) = checks.iter().find(|check| lines(check, area.width) <= column.left()) else {
        // How to stretch is never told before who must not.
        return;
    };
    column.text(check, theme.warning);
    let rest = column.rest();
    if rest.height >= 2 && area.width >= 20 {
        Cues::of(view, look, rest.width, rest.height).draw(rest, buf);
    }
}
