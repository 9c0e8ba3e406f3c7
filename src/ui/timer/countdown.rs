//! The panel of the seconds: phase and leg above, how often and what comes below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{ExerciseLook, TimerView, words};
use crate::stretch::plan::PhaseKind;
use crate::text::messages::session;
use crate::ui::digits::{self, PointSize};
use crate::ui::panel::Panel;
use crate::ui::text::{width, write};

/// Rows of a panel with digits of five rows.
pub(super) const LEAST: u16 = 8;
/// Rows of a panel with digits of ten rows.
pub(super) const LARGE: u16 = 13;

/// Draws the panel into all of an area.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let runs = view.paused.is_none();
    let head = words::head(view, false);
    // How to resume must be readable in a narrow panel too.
    let (foot_left, foot) = match view.paused {
        Some(pause) => (String::new(), words::pause(pause).to_owned()),
        None => (
            format!("hold {} of {}", view.phase.rep, view.phase.of),
            words::next(view, look.words, usize::from(area.width) / 2),
        ),
    };
    let panel = Panel {
        title: &head,
        foot: &foot,
        foot_left: &foot_left,
        active: runs,
        ..Panel::default()
    };
    panel.draw(area, buf, (theme, look.glyphs));
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    seconds(inner, buf, view, look);
    left_of_phase(area, buf, view, look);
    leg(area, buf, view, look, if runs { theme.accent } else { theme.muted });
}

/// What is left of the phase, as a line along the lower border.
fn left_of_phase(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let line = Rect {
        x: area.x + 3,
        y: area.bottom().saturating_sub(2),
        width: area.width.saturating_sub(6),
        height: 1,
    };
    digits::line(
        line,
        buf,
        (view.seconds, view.length),
        look.theme.accent,
        (look.theme, look.glyphs),
    );
}

/// Which leg, on the border at the right.
fn leg(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>, style: Style) {
    let words = format!(" {} ", words::leg(view.phase.leg, look.words));
    let wide = width(&words);
    let head = width(&words::head(view, false)) + 6;
    if area.width > wide + head {
        let style = look.theme.ground.patch(look.theme.panel).patch(style);
        write(buf, (area.right() - 3 - wide, area.y), &words, usize::from(wide), style);
    }
}

/// The seconds in the middle, as large as there is room for.
pub(super) fn seconds(inner: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let text = words::seconds(view.seconds);
    // The digits keep their size until the phase ends.
    let longest = words::seconds(view.length);
    let room = (inner.width.saturating_sub(2), inner.height);
    let Some(size) = PointSize::fitting(&longest, room.0, room.1) else {
        return;
    };
    let (wide, high) = size.of(&text);
    let place = Rect {
        x: inner.x + inner.width.saturating_sub(wide) / 2,
        y: inner.y + inner.height.saturating_sub(high) / 2,
        width: wide,
        height: high,
    };
    digits::draw(place, buf, &text, size, look.theme.fill(style(view, look)));
}

/// A hold stands out; other phases and the two digits of a long hold give less light.
fn style(view: &TimerView<'_>, look: ExerciseLook<'_>) -> Style {
    let holds = view.phase.kind == PhaseKind::Hold && view.paused.is_none();
    if holds && view.seconds < 10 { look.theme.large } else { look.theme.muted }
}

/// The breath as a bar with its word, in one row.
pub(super) fn breath(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let Some(breath) = view.breath else { return };
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let theme = look.theme;
    let label = width(session::BREATHE_OUT) + 2;
    write(buf, (area.x, area.y), breath.words(), usize::from(area.width), theme.muted);
    let bar = Rect {
        x: area.x + label,
        width: area.width.saturating_sub(label).min(24),
        height: 1,
        ..area
    };
    let fullness = (u64::from(breath.fullness), 1000);
    digits::bar(bar, buf, fullness, theme.text, (theme, look.glyphs));
}
