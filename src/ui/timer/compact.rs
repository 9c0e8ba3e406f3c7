//! The timer in a small window, down to one line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Layout, Margin, Rect};

use super::full::{draw_timeline, safety_line};
use super::instructions::Instructions;
use super::{TimerView, countdown, words};
use crate::stretch::plan::PhaseKind;
use crate::text::messages::session;
use crate::ui::digits::PointSize;
use crate::ui::text::{Column, lines, put_right, right_of, runs, width};
use crate::ui::timeline;

const DIGITS: u16 = 5;

/// Phase and leg above, then who must not, the seconds beside the words, and the strip.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let theme = view.context.theme;
    let inner = area.inner(Margin::new(1, 0));
    let [row, inner] = Layout::vertical([1, area.height - 1]).areas(inner);
    let leg = words::leg(view);
    let head = format!("{}  {leg}  ", words::phase(view, true));
    let rep = format!("{} of {}", view.moment.phase.rep, view.moment.phase.of);
    let x = runs(buf, (row.x, row.y), row.width, &[(head, theme.accent), (rep, theme.muted)]);
    let total = words::total_left(view);
    if x + width(&total) + 1 < area.right() {
        put_right(row, buf, &total, theme.muted);
    }
    // The guide's sentence is whole before each hold; during a hold it leaves a row to the strip.
    let whole = safety_line(view);
    let has_room = |text: &str, more: u16| lines(text, inner.width) + DIGITS + more <= inner.height;
    let safety = match view.moment.phase.kind {
        PhaseKind::Ready => whole.as_str(),
        _ if has_room(&whole, 2) => &whole,
        _ => session::CHECK_SHORT,
    };
    let mut column = Column::new(inner, buf);
    if has_room(safety, 0) {
        column.text(safety, theme.warning);
    }
    let rest = column.area;
    let longest = view.longest();
    let width = PointSize::fitting(&longest, 15, DIGITS).map_or(9, |size| size.of(&longest).0);
    // The seconds stay where they are when the sentence gets shorter.
    let down = lines(&whole, inner.width).saturating_sub(lines(safety, inner.width));
    let y = rest.y + down.min(rest.height.saturating_sub(DIGITS + 1));
    let digits = Rect { y, width: width + 2, height: DIGITS, ..rest };
    countdown::seconds(digits, buf, view);
    // The words need the rows more than the strip does.
    let strip_rows = rest.height.saturating_sub(DIGITS + 1).min(timeline::ROWS);
    let [left, strip] = Layout::vertical([rest.height - strip_rows, strip_rows]).areas(rest);
    let words = right_of(Rect { width: left.width + 1, ..left }, digits.width + 1);
    Instructions::of(view, words.width, words.height, words.height).draw(words, buf, theme);
    draw_timeline(strip, buf, view);
}

/// Phase, leg and seconds in the first row, and below them who must not, or how to do it where
/// that has been said.
pub(super) fn one_line(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let theme = view.context.theme;
    let mut line = words::one_line(view, area.width);
    let rep = format!("{} of {}", view.moment.phase.rep, view.moment.phase.of);
    for part in [rep, words::total_left(view), view.title.to_owned()] {
        if width(&line) + width(&part) + 2 <= area.width {
            line = format!("{line}  {part}");
        }
    }
    let mut column = Column::new(area, buf);
    column.line(&line, theme.accent);
    let checks = [&safety_line(view), session::CHECK_SHORT, session::CHECK_SHORTEST];
    let Some(check) = checks.iter().find(|check| lines(check, area.width) <= column.left()) else {
        // How to stretch is never told before who must not.
        return;
    };
    column.text(check, theme.warning);
    let rest = column.area;
    if rest.height >= 2 && area.width >= 20 {
        Instructions::of(view, rest.width, rest.height, rest.height).draw(rest, buf, theme);
    }
}
