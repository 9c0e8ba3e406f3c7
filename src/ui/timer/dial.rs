//! The outlined digits with phase and leg, and beside them where the session stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::outline::Outline;
use super::{TimerView, words};
use crate::guide::markup::clean;
use crate::stretch::Leg;
use crate::stretch::clock::seconds_shown;
use crate::text::wrap::{fit, wrap_plain};
use crate::ui::digits::{self, Size};
use crate::ui::text::{Column, lit_by, put, put_centre, put_right, right_of};
use crate::ui::theme::Theme;

/// From this on the digits are drawn nine rows high.
const LARGE: (u16, u16) = (110, 32);
/// How large the digits are drawn on this screen.
pub(super) fn size(view: &TimerView<'_>, area: Rect) -> Size {
    let text = words::digits(view.seconds);
    if area.width >= LARGE.0 && area.height >= LARGE.1 {
        Size::fitting(&text, area.width / 2 - 30, 9).unwrap_or(Size::SMALL)
    } else {
        Size::SMALL
    }
}

/// The box is as wide as two digits need, so that it keeps its place while they change. It is
/// narrower where the name of the stretch has to stand beside it.
pub(super) fn width(view: &TimerView<'_>, size: Size, titled: bool) -> u16 {
    let digits = words::digits(view.seconds);
    let margins = if titled { 8 } else { 4 };
    size.columns(&digits).max(size.columns("00")) + margins
}

/// Rows of the outlined digits.
pub(super) fn rows(size: Size) -> u16 {
    size.rows() + 2
}

/// Cells that the digits light now, and at the brightest second of this phase.
pub(super) fn lit_by_digits(view: &TimerView<'_>, size: Size) -> (usize, usize) {
    let lit = |seconds: u64| size.lit(&words::digits(seconds));
    let longest = seconds_shown(view.phase.length).max(view.seconds).min(600);
    let brightest = (1..=longest).map(lit).max().unwrap_or(0);
    (lit(view.seconds), brightest)
}

/// Cells that a hold lights around and beside its digits, at its brightest; all of it is so wide.
pub(super) fn lit_in_hold(view: &TimerView<'_>, size: Size, wide: u16) -> usize {
    let frame = width(view, size, true);
    let outline = usize::from(2 * (frame + size.rows()));
    let next = lit_by(&words::next_in(view, wide.saturating_sub(frame + 2)));
    // Repetition, time left, the bar with its end, and the breath with its own.
    let standing = lit_by(&words::rep(&view.phase)) + next + 9 + 3 + 10 + 6;
    outline + standing
}

/// The outlined digits with phase and leg, and beside them where the session stands; the name of
/// the stretch too, when it is not `titled` already.
pub(super) fn draw(
    column: &mut Column<'_>,
    view: &TimerView<'_>,
    theme: &Theme,
    size: Size,
    titled: bool,
) {
    let row = column.take(rows(size));
    let frame = Rect {
        width: width(view, size, titled).min(row.width),
        ..row
    };
    let buf = column.buf();
    let outline = Outline::of(view.phase.kind, view.paused.is_some());
    outline.draw(frame, buf, theme.border, view.look.ascii);
    let edge = |y: u16| Rect {
        x: frame.x + 2,
        y,
        width: frame.width.saturating_sub(4),
        height: 1,
    };
    let top = edge(frame.y);
    let head = format!(" {} ", words::head(view, top.width.saturating_sub(2)));
    put_centre(top, buf, &head, theme.strong);
    leg(edge(frame.bottom().saturating_sub(1)), buf, view, theme);
    let text = words::digits(view.seconds);
    let free = frame.width.saturating_sub(size.columns(&text)) / 2;
    let digits_at = Rect {
        x: frame.x + free,
        y: frame.y + 1,
        width: frame.width.saturating_sub(free),
        height: size.rows().min(frame.height.saturating_sub(2)),
    };
    digits::draw(&text, size, digits_at, buf, theme.accent, view.look.ascii);
    let beside = right_of(row, frame.width + if titled { 2 } else { 1 });
    let mut column = Column::new(beside, buf);
    if !titled {
        block(&mut column, view.title, theme.accent);
    }
    standing(&mut column, view, theme);
}

/// Left stands left, right stands right, both in the middle.
fn leg(row: Rect, buf: &mut Buffer, view: &TimerView<'_>, theme: &Theme) {
    let word = words::leg(view.phase.leg);
    match view.phase.leg {
        Leg::Left => put(row, buf, &format!(" < {word} "), theme.accent),
        Leg::Right => put_right(row, buf, &format!(" {word} > "), theme.accent),
        Leg::Both => put_centre(row, buf, &format!(" {word} "), theme.accent),
    }
}

/// Repetition, what comes next, time left, progress and breath.
fn standing(column: &mut Column<'_>, view: &TimerView<'_>, theme: &Theme) {
    column.line(&words::rep(&view.phase), theme.text);
    // Time left, progress and breath keep their three rows.
    let tight = column.left() < 5;
    match view.paused {
        Some(pause) if tight => {
            let words = words::pause(pause, column.rest().width);
            column.line(words, theme.muted);
        }
        Some(pause) => block(column, words::pause(pause, u16::MAX), theme.muted),
        None if view.look.calm || tight => {
            // One row, where every lit cell or row counts.
            let next = words::next_in(view, column.rest().width);
            column.line(&next, theme.muted);
            column.skip(u16::from(!tight));
        }
        None => block(column, &words::next(view), theme.muted),
    }
    column.skip(column.left().saturating_sub(3).min(1));
    // What changes each second shares one style with the digits: no colours are sent for it.
    let total = words::total_in(view.total_left, column.rest().width);
    column.line(&total, theme.accent);
    let place = column.take(1);
    bar(place, column.buf(), view, theme);
    if let Some(breath) = view.breath {
        let row = column.take(1);
        let said = words::breath(breath, row.width);
        put(row, column.buf(), said, theme.accent);
        if !view.look.reduced_motion {
            let place = right_of(row, 12);
            let place = Rect {
                width: place.width.min(6),
                ..place
            };
            let sign = sign(view.look.ascii);
            let bar = sign.repeat(filled(place.width, breath.fullness));
            put(place, column.buf(), &format!("{bar:6}"), theme.accent);
        }
    }
}

/// A text in exactly two rows, so that what stands below it keeps its place; marked where it is cut.
fn block(column: &mut Column<'_>, text: &str, style: Style) {
    let place = column.take(2);
    let wide = usize::from(place.width).max(1);
    let mut rows = wrap_plain(&clean(text), wide).into_iter();
    let mut column = Column::new(place, column.buf());
    column.line(&rows.next().unwrap_or_default(), style);
    let second = rows.next().unwrap_or_default();
    let second = match rows.next() {
        Some(_) => format!("{}...", fit(&second, wide.saturating_sub(3))),
        None => second,
    };
    column.line(&second, style);
}

/// A bar between two marks; where light is counted, only its end.
fn bar(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, theme: &Theme) {
    let area = Rect {
        width: area.width.min(18),
        ..area
    };
    if area.width < 4 || area.height == 0 {
        return;
    }
    put(area, buf, "[", theme.muted);
    put_right(area, buf, "]", theme.muted);
    let inner = Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    };
    let blank = " ".repeat(usize::from(inner.width));
    put(inner, buf, &blank, theme.accent);
    let done = filled(inner.width, view.progress);
    let bar = sign(view.look.ascii).repeat(done);
    put(inner, buf, &bar, theme.accent);
    if view.look.calm {
        put(
            inner,
            buf,
            &" ".repeat(done.saturating_sub(1)),
            theme.accent,
        );
    }
}

/// How many of so many cells so many thousandths fill.
fn filled(width: u16, share: u16) -> usize {
    usize::from(width) * usize::from(share.min(1000)) / 1000
}

fn sign(ascii: bool) -> &'static str {
    if ascii { "=" } else { "━" }
}
