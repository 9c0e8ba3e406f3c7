//! Rescue in a small window, where the step is always shown, cut off if need be.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

use super::{CurrentStep, LEAST, RenderContext, RescueView, in_short};
use crate::stretch::stopwatch::seconds_shown;
use crate::text::messages::{amounts, pages, session};
use crate::text::wrap::wrap_plain;
use crate::ui::glyphs::Glyphs;
use crate::ui::text::{Column, lines, runs, shortened};

/// The clock, who must not, the step, and as much of the rest as fits whole. In the smallest
/// windows the clock has no row of its own.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>) {
    let RenderContext { state, theme, .. } = view.context;
    let has_head = LEAST.fits(area.width, area.height);
    let inner = area.inner(Margin::new(u16::from(has_head), 0));
    let mut column = Column::new(inner, buf);
    let wide = inner.width;
    let mut clock = amounts::clock(view.age());
    if has_head {
        let row = column.take(1);
        let label = view.label(wide.saturating_sub(8));
        let head = [(&*clock, theme.accent), ("  ", theme.text), (&*label, theme.muted)];
        runs(column.buf, (row.x, row.y), wide, &head);
        clock.clear();
    }
    let after_clock = |text: &str| {
        let text = text.replace('\n', ". ");
        format!("{clock} {text}").trim().to_owned()
    };
    if let Some(advice) = &view.advice {
        let head = after_clock(&advice.head);
        // No line of the advice gives way to a longer heading.
        let rows: u16 = advice.lines.iter().map(|line| lines(line, wide)).sum();
        let has_room = rows + lines(&head, wide) <= column.left();
        let head = if has_room || advice.big.is_empty() { head } else { after_clock(&advice.big) };
        cut(&mut column, &head, theme.care(advice.care).bold(), theme.glyphs);
        for line in advice.lines.iter().chain([&view.check()]) {
            if lines(line, wide) <= column.left() {
                column.text(line, theme.text);
            }
        }
        return;
    }
    let Some(CurrentStep { step, next, wait }) = view.current_step() else {
        return column.text(&view.check(), theme.warning);
    };
    let texts = [after_clock(&step.text), after_clock(&in_short(step, ". "))];
    let check = view.check();
    let checks = [&*check, session::CHECK_SHORT, session::CHECK_SHORTEST];
    let room = column.left();
    let both = texts.iter().find_map(|text| {
        let fits = |check: &&&str| lines(check, wide) + lines(text, wide) <= room;
        Some((text, checks.iter().find(fits)?))
    });
    let (text, check) = both.unwrap_or((&texts[1], &checks[2]));
    if lines(check, wide) >= room {
        // How to do a step is never told without the check, so only its first line is left.
        let row = column.take(1);
        return cut(&mut Column::new(row, buf), text, theme.strong, theme.glyphs);
    }
    column.text(check, theme.warning);
    let rows = lines(text, wide);
    if state.guide.rescue_is_borrowed() && column.left() > rows {
        column.line(pages::BORROWED, theme.muted);
    }
    column.skip(u16::from(column.left() >= rows + 4));
    cut(&mut column, text, theme.strong, theme.glyphs);
    if let Some(or) = &step.or
        && lines(or, wide) <= column.left()
    {
        column.text(or, theme.muted);
    }
    if let Some(next) = next {
        let wait = amounts::clock(Duration::from_secs(seconds_shown(wait)));
        let line = format!("{}  {}", session::next_in(&wait), in_short(next, ". "));
        column.line(&line, theme.muted);
    }
}

/// A text that ends with a sign where not all of it has room.
fn cut(column: &mut Column<'_>, text: &str, style: Style, glyphs: &Glyphs) {
    let width = usize::from(column.area.width).max(1);
    let mut shown = wrap_plain(text, width);
    let rows = usize::from(column.left());
    let is_cut = shown.len() > rows && width > 8;
    shown.truncate(rows);
    if let Some(last) = shown.last_mut().filter(|_| is_cut) {
        *last = shortened(&format!("{last}{}", glyphs.more), width, glyphs).into_owned();
    }
    for line in &shown {
        column.line(line, style);
    }
}
