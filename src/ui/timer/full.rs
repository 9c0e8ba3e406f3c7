//! The timer with the body that shows the move: beside the words, or below the seconds in a pane.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::cues::Cues;
use super::{ExerciseLook, TimerView, countdown};
use crate::figure::Posture;
use crate::stretch::clock::seconds_shown;
use crate::text::clean;
use crate::ui::strip;
use crate::ui::text::{Column, lines, right_of};

/// Rows of the strip with its mark.
const STRIP: u16 = strip::ROWS + 1;

/// Seconds and words at the left, the body at the right, the strip below both.
pub(super) fn beside(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let is_high = area.height >= 30;
    let side = if area.width >= 100 { 4 } else { 2 };
    let high = u16::from(is_high);
    let line = Rect { y: area.y + high, height: 1, ..area };
    safety(line.inner(Margin::new(side, 0)), buf, look);
    let under = STRIP + high;
    let above = 1 + 2 * high;
    let body = Rect { y: area.y + above, height: area.height - above - under - high, ..area };
    let wide = (area.width * 2 / 5).clamp(36, 56);
    let left = Rect { x: area.x + side - 1, width: wide, ..body };
    seconds_and_words(left, buf, view, look);
    let gap = if area.width >= 100 { 4 } else { 1 };
    let top = if is_high { body.y - 1 } else { body.y + 3 };
    let right = Rect { y: top, height: body.bottom() - top, width: area.width - 1, ..area };
    person(right_of(right, left.right() + gap - area.x), buf, view, look);
    let strip = Rect { y: area.bottom() - under, height: STRIP, ..area };
    hold_strip(strip.inner(Margin::new(2, 0)), buf, view, look);
}

/// All of it in one column, for a pane.
pub(super) fn below(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let rows = lines(&warned(look), inner.width);
    let mut column = Column::new(inner, buf);
    let place = column.take(rows);
    safety(place, column.buf(), look);
    let wide = inner.width;
    let strip_at = Rect { y: area.bottom() - STRIP, height: STRIP, ..inner };
    hold_strip(strip_at, column.buf(), view, look);
    let left = column.left().saturating_sub(STRIP);
    let panel = if left >= 34 { 9 } else { countdown::LEAST };
    let place = column.take(panel);
    countdown::draw(place, column.buf(), view, look);
    let left = left - panel;
    let cues = Cues::of(view, look, wide, left.saturating_sub(9).max(5));
    let rows = cues.rows().min(left);
    let place = column.take(left - rows);
    person(place, column.buf(), view, look);
    let place = column.take(rows);
    cues.draw(place, buf);
}

/// The panel above, as high as the words below leave room for.
fn seconds_and_words(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let wide = area.width - 2;
    let cues = Cues::of(view, look, wide, area.height - countdown::LEAST);
    let breathing = if area.height >= 24 { 2 } else { 0 };
    let words = cues.rows() + breathing + 1;
    let room = area.height.saturating_sub(words);
    let panel = room.clamp(countdown::LEAST, countdown::LARGE);
    let mut column = Column::new(area, buf);
    let place = column.take(panel);
    countdown::draw(place, column.buf(), view, look);
    if column.left() > cues.rows() {
        column.skip(1);
    }
    let rest = column.rest();
    let inner = Rect { x: rest.x + 1, width: wide, ..rest };
    cues.draw(inner, buf);
    let used = cues.rows();
    if breathing > 0 && rest.height > used + 1 {
        let row = Rect { y: rest.y + used + 1, height: 1, ..inner };
        countdown::breath(row, buf, view, look);
    }
}

/// The body on its way into the stretch.
fn person(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let figure = view.stretch.and_then(|stretch| stretch.figure.as_ref());
    if let Some(figure) = figure {
        let posture = Posture { figure, leg: Some(view.phase.leg), held: view.held };
        look.figure.draw(area, buf, &posture, (look.theme, look.glyphs));
    }
}

/// The strip of the session, with a mark where it is.
pub(super) fn hold_strip(
    area: Rect,
    buf: &mut Buffer,
    view: &TimerView<'_>,
    look: ExerciseLook<'_>,
) {
    let into = seconds_shown(view.phase.length).saturating_sub(view.seconds);
    let at = Some((view.at, Duration::from_secs(into)));
    strip::draw(area, buf, view.script, at, (look.theme, look.glyphs));
}

/// Who must not stretch.
fn safety(area: Rect, buf: &mut Buffer, look: ExerciseLook<'_>) {
    Column::new(area, buf).balanced(&warned(look), look.theme.warning);
}

pub(super) fn warned(look: ExerciseLook<'_>) -> String {
    format!("! {}", clean(look.guide.safety()))
}
