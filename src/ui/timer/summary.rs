//! The end of a session: how long each leg was held, what was done and what was skipped.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::BESIDE;
use crate::figure::Posture;
use crate::guide::raw::Care;
use crate::stretch::Leg;
use crate::stretch::summary::SessionSummary;
use crate::text::messages::{amounts, session};
use crate::ui::RenderContext;
use crate::ui::digits::{self, PointSize};
use crate::ui::letters::{self, LetterSize};
use crate::ui::text::{Column, put, right_of, width};

/// Draws the summary into an area of any size: where there is room, in large letters and digits,
/// with the body at ease beside them.
pub fn draw(area: Rect, buf: &mut Buffer, summary: &SessionSummary, context: RenderContext<'_>) {
    let RenderContext { state, theme, figure: memo } = context;
    let is_large = BESIDE.fits(area.width, area.height);
    let side = match area.width {
        100.. => 4,
        72.. => 2,
        34.. => 1,
        _ => 0,
    };
    let mut left = area.inner(Margin::new(side, u16::from(is_large)));
    if is_large {
        left.width = (area.width * 11 / 20).min(70);
    }
    let mut column = Column::new(left, buf);
    let letters = LetterSize::fitting(&["Done"], left.width, theme).filter(|_| is_large);
    if let Some(size) = letters {
        let top = column.take(letters::ROWS + 1);
        letters::draw(top, column.buf, "Done", size, theme.care(Care::SelfCare), theme);
    }
    if letters.is_none() || summary.is_complete() {
        let done = if summary.is_complete() { "Done. Nicely stretched." } else { session::DONE };
        column.text(done, theme.accent);
    }
    let holds = session::holds_done(summary.completed, summary.planned, summary.skipped);
    column.text(&holds, theme.text);
    if is_large {
        column.skip(if area.height >= 32 { 3 } else { 1 });
    }
    if is_large && area.height >= 28 {
        let digits = column.take(if area.height >= 32 { 9 } else { 7 });
        legs_held(digits, column.buf, summary, context);
    } else {
        column.text(&format!("Held: {}", held(summary.left, summary.right)), theme.strong);
    }
    listed(&mut column, summary, context);
    let first = summary.steps.first().filter(|_| is_large);
    let stretch = first.and_then(|step| state.guide.stretches.get(step.stretch.as_str()));
    if let Some(figure) = stretch.and_then(|stretch| stretch.figure.as_ref()) {
        let x = left.right() + 2;
        let right = Rect { x, width: area.right().saturating_sub(x + 1), ..left };
        let posture = Posture { figure, leg: None, held: Some(0.0) };
        memo.draw(right, buf, &posture, theme);
    }
}

/// How long each leg was held, large.
fn legs_held(area: Rect, buf: &mut Buffer, summary: &SessionSummary, context: RenderContext<'_>) {
    let theme = context.theme;
    let half = area.width / 2;
    for (x, leg, time) in [(0, Leg::Left, summary.left), (half, Leg::Right, summary.right)] {
        let time = rounded(time);
        let part = Rect { width: half, ..right_of(area, x) };
        put(part, buf, &format!("{} held", leg.named(&context.state.guide.words)), theme.muted);
        let digits = Rect { y: part.y + 1, height: part.height.saturating_sub(1), ..part };
        if let Some(size) = PointSize::fitting(&time, half.saturating_sub(2), 5) {
            digits::draw(digits, buf, &time, size, theme.fill(theme.muted));
        }
    }
}

/// Each stretch with how long each leg was held in it, and when the screen closes.
fn listed(column: &mut Column<'_>, summary: &SessionSummary, context: RenderContext<'_>) {
    let muted = context.theme.muted;
    let steps = summary.steps.iter().map(|step| {
        let name = context.state.guide.stretch_title(&step.stretch);
        let held = held(step.left, step.right);
        let skipped = step.skipped;
        (name, if skipped == 0 { held } else { format!("{held}, {skipped} skipped") })
    });
    let steps: Vec<_> = steps.collect();
    let wide = column.area.width;
    let names = steps.iter().map(|(name, _)| width(name)).max();
    // The times stand in a column of their own where there is room.
    let at = names.unwrap_or(0) + 3;
    let aligned = steps.iter().all(|(_, held)| at + width(held) <= wide);
    let rows = steps.len() * if aligned { 1 } else { 2 };
    column.skip(u16::from(usize::from(column.left()) >= rows + 3));
    for (name, held) in &steps {
        if aligned {
            column.marked((name, muted), at, (held, muted));
        } else {
            column.text(name, muted);
            column.marked(("", muted), 2, (held, muted));
        }
    }
    if column.left() >= 2 {
        column.skip(1);
        column.line("This closes by itself after a minute.", muted);
    }
}

fn held(left: Duration, right: Duration) -> String {
    let (left, right) = (rounded(left), rounded(right));
    if left == right { format!("{left} each leg") } else { format!("left {left}, right {right}") }
}

/// To the nearest second.
fn rounded(length: Duration) -> String {
    amounts::clock(length + Duration::from_millis(500))
}
