//! A cramp now in a window too small for all of it: what counts most, whole or not at all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{RescueView, rows_of_step, step};
use crate::text::messages::cramp;
use crate::ui::text::{Column, lines, width};
use crate::ui::theme::Theme;

/// Who must not and the first step, then the clock, then the step to do now: each whole or not at
/// all. Where the first two have no room together no step is told, and the window is asked for.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, theme: &Theme) {
    let mut column = Column::new(area, buf);
    let age = view.age();
    if !view.advice().is_empty() {
        return advice(&mut column, view, theme);
    }
    let all = view.steps();
    let check = lines(&view.rescue.check, area.width);
    let first = all.first().filter(|first| {
        let rows = rows_of_step(first, area.width);
        check.saturating_add(rows) <= area.height
    });
    let Some(first) = first else {
        let forms = [
            cramp::too_small_for_steps(&age, &view.place(0)),
            cramp::too_small(&age),
            format!("{age} {}", view.place(0)),
        ];
        let fits = |form: &String| lines(form, area.width) <= area.height;
        return column.text(
            forms.iter().find(|form| fits(form)).unwrap_or(&age),
            theme.strong,
        );
    };
    column.text(&view.rescue.check, theme.warning);
    let timed = format!("{age} 1 {first}");
    if lines(&timed, area.width) == column.left() {
        return column.text(&timed, theme.strong);
    }
    step(&mut column, 0, first, theme.strong);
    let now = view.cramp.steps_shown(all.len(), view.now) - 1;
    if now > 0 && rows_of_step(&all[now], area.width) < column.left() {
        step(&mut column, now, &all[now], theme.strong);
    }
    column.skip(column.left().saturating_sub(1));
    let beside = area.width.saturating_sub(width(&age) + 2);
    let place = format!("{age}  {}", view.place(beside));
    let fits = width(&place) <= area.width;
    column.line(if fits { &place } else { &age }, theme.accent);
}

/// What to do instead of the steps, after the clock, as much as fits whole.
fn advice(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme) {
    let wide = column.rest().width;
    let Some((first, more)) = view.advice().split_first() else {
        return;
    };
    let age = view.age();
    if wide < 12 {
        return column.text(&age, theme.strong);
    }
    // How soon to get help comes first in it.
    let soon = first.split(". ").next().unwrap_or(first);
    let forms = [format!("{age} {first}"), format!("{age} {soon}")];
    let fitting = forms.iter().find(|form| lines(form, wide) <= column.left());
    column.text(fitting.unwrap_or(&age), theme.strong);
    for line in more {
        if lines(line, wide) <= column.left() {
            column.text(line, theme.text);
        }
    }
}
