//! The timer in a small window, down to one line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cues::Cues;
use super::full::warned;
use super::{TimerLook, TimerView, countdown, strip, words};
use crate::stretch::plan::PhaseKind;
use crate::text::messages::session;
use crate::ui::badge::runs;
use crate::ui::digits::PointSize;
use crate::ui::text::{Column, lines, put_right, width};

/// Rows of the digits.
const DIGITS: u16 = 5;

/// Phase and leg above, the seconds beside the words, the strip below.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: TimerLook<'_>) {
    let theme = look.theme;
    let head = words::short_head(view);
    let parts = [
        (head.as_str(), theme.accent),
        ("  ", theme.text),
        (words::leg(view.phase.leg), theme.accent),
        ("  ", theme.text),
    ];
    let total = words::total(view);
    let mut x = runs(buf, (area.x + 1, area.y), area.width - 2, &parts);
    let rep = session::repetition(view.phase.rep, view.phase.of);
    if x + width(&rep) + 2 + width(&total) < area.right() {
        x = runs(buf, (x, area.y), area.width, &[(rep.as_str(), theme.muted)]);
    }
    if x + width(&total) + 1 < area.right() {
        let row = Rect {
            width: area.width - 1,
            height: 1,
            ..area
        };
        put_right(row, buf, &total, theme.muted);
    }
    let longest = words::seconds(view.length);
    let wide = PointSize::fitting(&longest, 15, DIGITS).map_or(9, |size| size.of(&longest).0);
    let digits = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: wide + 2,
        height: DIGITS,
    };
    countdown::seconds(digits, buf, view, look);
    let words_at = Rect {
        x: digits.right() + 1,
        width: area.right().saturating_sub(digits.right() + 1),
        height: area.height - 3,
        ..digits
    };
    let rest = Rect {
        x: area.x + 1,
        y: words_at.bottom(),
        width: area.width - 2,
        height: 2,
    };
    Cues::narrow(view, look, words_at.width, words_at.height).draw(words_at, buf);
    // Before a hold it is said who must not; in a hold how far it has come.
    let warns = view.phase.kind != PhaseKind::Hold || view.at == 0;
    let fits = lines(&warned(view), rest.width) <= rest.height;
    if warns && fits {
        Column::new(rest, buf).text(&warned(view), theme.warning);
    } else {
        strip::draw(rest, buf, view, look);
    }
}

/// Phase, leg and seconds in the first row, and below them who must not, or how to do it where
/// that has been said.
pub(super) fn one_line(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: TimerLook<'_>) {
    let theme = look.theme;
    let mut line = words::one_line(view, area.width);
    let rep = session::repetition(view.phase.rep, view.phase.of);
    for part in [rep, words::total(view), view.title.to_owned()] {
        if width(&line) + width(&part) + 2 <= area.width {
            line = format!("{line}  {part}");
        }
    }
    let mut column = Column::new(area, buf);
    column.line(&line, theme.accent);
    let warns = view.phase.kind != PhaseKind::Hold || view.at == 0;
    let safety = warned(view);
    if warns && lines(&safety, area.width) <= column.left() {
        column.text(&safety, theme.warning);
    } else if warns {
        // Nothing tells to stretch before it is said who must not.
        column.text(session::WINDOW_TOO_SMALL, theme.muted);
    }
    let rest = column.rest();
    if rest.height >= 2 && area.width >= 20 {
        Cues::of(view, look, rest.width, rest.height).draw(rest, buf);
    }
}
