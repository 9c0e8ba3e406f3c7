//! The timer with the body that shows the move: beside the words, or below the seconds in a pane.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::instructions::Instructions;
use super::{TimerView, countdown};
use crate::figure::Posture;
use crate::stretch::motion;
use crate::stretch::plan::PhaseKind;
use crate::ui::text::{self, Column, right_of};
use crate::ui::timeline;

/// Rows of the strip with its mark.
const STRIP: u16 = timeline::ROWS + 1;

/// Seconds and words at the left, the body at the right, the strip below both.
pub(super) fn beside(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let is_high = area.height >= 30;
    let [side, gap] = if area.width >= 100 { [4, 4] } else { [2, 1] };
    let air = Constraint::Length(u16::from(is_high));
    let [row, strip] = [1, STRIP].map(Constraint::Length);
    let rows = Layout::vertical([air, row, air, Constraint::Fill(1), air, strip, air]);
    let [_, check, _, body, _, strip, _] = rows.areas(area);
    let mut column = Column::new(check.inner(Margin::new(side, 0)), buf);
    column.balanced(&safety_line(view), view.context.theme.warning);
    let width = (area.width / 2).min(39).max(area.width * 2 / 5).min(56);
    let left = Rect { x: area.x + side - 1, width, ..body };
    seconds_and_words(left, buf, view);
    let top = if is_high { body.y - 1 } else { body.y + 3 };
    let right = Rect { y: top, height: body.bottom() - top, width: area.width - 1, ..area };
    draw_body(right_of(right, left.right() + gap - area.x), buf, view);
    draw_timeline(strip.inner(Margin::new(2, 0)), buf, view);
}

/// All of it in one column, for a pane.
pub(super) fn below(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let theme = view.context.theme;
    let rows = Layout::vertical([Constraint::Fill(1), Constraint::Length(STRIP)]);
    let [inner, strip] = rows.areas(area.inner(Margin::new(1, 0)));
    draw_timeline(strip, buf, view);
    let mut column = Column::new(inner, buf);
    column.balanced(&safety_line(view), theme.warning);
    let panel = column.take(if column.left() >= 34 { 9 } else { countdown::LEAST });
    countdown::draw(panel, column.buf, view);
    let left = column.left();
    let instructions =
        Instructions::of(view, inner.width, left.saturating_sub(9).max(5).min(left), left);
    draw_body(column.take(column.left().saturating_sub(instructions.rows())), column.buf, view);
    instructions.draw(column.area, buf, theme);
}

/// The panel above, as high as the longest words of the session leave room for below.
fn seconds_and_words(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let most = area.height - countdown::LEAST;
    let fitting = |view: &TimerView<'_>| Instructions::of(view, area.width - 2, most, most);
    let instructions = fitting(view);
    let breathing = if area.height >= 24 { 2 } else { 0 };
    let used = view.with_every_text().map(|view| {
        let is_hold = view.moment.phase.kind == PhaseKind::Hold;
        fitting(&view).rows() + if is_hold { breathing } else { 0 }
    });
    let room = area.height.saturating_sub(used.max().unwrap_or(most) + 1);
    let mut column = Column::new(area, buf);
    let panel = column.take(room.clamp(countdown::LEAST, countdown::LARGE));
    countdown::draw(panel, column.buf, view);
    column.skip(u16::from(column.left() > instructions.rows()));
    let words = column.area.inner(Margin::new(1, 0));
    instructions.draw(words, buf, view.context.theme);
    let under = text::below(words, instructions.rows() + 1);
    if breathing > 0 {
        countdown::breath(under, buf, view);
    }
}

/// The body on its way into the stretch.
fn draw_body(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let figure = view.stretch.and_then(|stretch| stretch.figure.as_ref());
    if let Some(figure) = figure {
        let is_hold = view.moment.phase.kind == PhaseKind::Hold;
        let held = match (is_hold, view.context.state.settings.reduced_motion) {
            (false, _) => 0.0,
            (true, true) => 1.0,
            (true, false) => motion::moved(view.moment.passed),
        };
        let leg = Some(view.moment.phase.leg);
        let posture = Posture { figure, leg, held: Some(held) };
        view.context.figure.draw(area, buf, &posture, view.context.theme);
    }
}

/// The strip of the session, with a mark where it is.
pub(super) fn draw_timeline(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let at = Some((view.moment.index, view.passed()));
    timeline::draw(area, buf, view.session.phases(), at, view.context.theme);
}

/// Who must not stretch.
pub(super) fn safety_line(view: &TimerView<'_>) -> String {
    format!("! {}", view.context.state.guide.safety())
}
