//! The panel of the seconds: phase and leg above, how often and what comes below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::{TimerView, words};
use crate::stretch::breath::{BREATHE_OUT, breath as breath_at};
use crate::stretch::stopwatch::Pause;
use crate::ui::bar::{self, share};
use crate::ui::digits::{self, PointSize};
use crate::ui::panel::Panel;
use crate::ui::text::{below, right_of, width, write};

/// Rows of a panel with digits of five rows.
pub(super) const LEAST: u16 = 8;
/// Rows of a panel with digits of ten rows.
pub(super) const LARGE: u16 = 13;

/// Draws the panel into all of an area.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let theme = view.context.theme;
    // A narrow panel has room for the leg beside a short word.
    let head = words::phase(view, area.width < 32);
    // How to resume must be readable in a narrow panel too.
    let (foot_left, foot) = match view.session.paused() {
        Some(Pause::Asked) => (String::new(), "Space: resume".to_owned()),
        Some(Pause::Gap) => (String::new(), "Interrupted. Space: resume".to_owned()),
        None => (
            format!("hold {} of {}", view.moment.phase.rep, view.moment.phase.of),
            words::then(view, usize::from(area.width) / 2),
        ),
    };
    let panel = Panel {
        title: &head,
        right: &words::leg(view),
        foot: &foot,
        foot_left: &foot_left,
        active: view.session.paused().is_none(),
        ..Panel::default()
    };
    panel.draw(area, buf, theme);
    // What is left of the phase is a line along the lower border.
    let row = Rect { y: area.bottom().saturating_sub(2), height: 1, ..area };
    let inner = area.inner(Margin::new(1, 1));
    seconds(Rect { height: inner.height.saturating_sub(1), ..inner }, buf, view);
    let line = row.inner(Margin::new(3, 0));
    let left = share(line.width, view.seconds, view.length);
    bar::line(line, buf, left, theme.accent, theme);
}

/// The seconds in the middle, as large as there is room for.
pub(super) fn seconds(inner: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let text = words::seconds(view.seconds);
    let room = inner.width.saturating_sub(2);
    let Some(size) = PointSize::fitting(&view.longest(), room, inner.height) else {
        return;
    };
    let (wide, high) = size.of(&text);
    let left = inner.width.saturating_sub(wide) / 2;
    let middle = below(right_of(inner, left), inner.height.saturating_sub(high) / 2);
    // A hold stands out; other phases give less light.
    let theme = view.context.theme;
    let style = if view.holds() { theme.large } else { theme.muted };
    digits::draw(middle, buf, &text, size, theme.fill(style));
}

/// The breath as a bar with its word, in one row.
pub(super) fn breath(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let area = area.intersection(buf.area);
    if area.is_empty() || !view.holds() {
        return;
    }
    // It changes with the seconds, so that it needs no frames of its own.
    let breath = breath_at(view.passed());
    let theme = view.context.theme;
    let label = width(BREATHE_OUT) + 2;
    write(buf, (area.x, area.y), breath.words(), usize::from(area.width), theme.muted);
    let after = right_of(area, label);
    let bar = Rect { width: after.width.min(24), height: 1, ..after };
    let filled = share(bar.width, u64::from(breath.fullness), 1000);
    bar::bar(bar, buf, filled, theme.text, theme);
}
