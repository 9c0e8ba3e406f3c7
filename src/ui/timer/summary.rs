//! The end of a session: how long each leg was held, what was done and what was skipped.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{BESIDE, ExerciseLook};
use crate::figure::Posture;
use crate::guide::raw::Care;
use crate::stretch::Leg;
use crate::stretch::summary::SessionSummary;
use crate::text::messages::amounts;
use crate::text::messages::session;
use crate::ui::digits::{self, PointSize};
use crate::ui::glyphs::ASCII;
use crate::ui::letters;
use crate::ui::text::{Column, lines, put, right_of, width};

/// Draws the summary into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, summary: &SessionSummary, look: ExerciseLook<'_>) {
    let theme = look.theme;
    if area.width >= BESIDE.0 && area.height >= BESIDE.1 {
        return large(area, buf, summary, look);
    }
    let side = u16::from(area.width >= 34);
    let area = Rect { x: area.x + side, width: area.width - 2 * side, ..area };
    let mut column = Column::new(area, buf);
    column.text(outcome(summary), theme.accent);
    column.text(&done(summary), theme.text);
    let all = held(summary.left, summary.right);
    column.text(&format!("Held: {all}"), theme.text);
    listed(&mut column, summary, look);
}

/// The same in large letters and digits, with the body at ease beside them.
fn large(area: Rect, buf: &mut Buffer, summary: &SessionSummary, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let side = if area.width >= 100 { 4 } else { 2 };
    let left = Rect {
        x: area.x + side,
        y: area.y + 1,
        width: (area.width * 11 / 20).min(70),
        height: area.height - 2,
    };
    let mut column = Column::new(left, buf);
    let good = theme.care(Care::SelfCare);
    let drawn =
        letters::LetterSize::fitting(&["Done"], left.width).filter(|_| *look.glyphs != ASCII);
    if let Some(drawn) = drawn {
        let place = column.take(letters::ROWS + 1);
        let at = (place.x, place.y);
        letters::draw(column.buf(), at, "Done", drawn, (good, theme));
    }
    if drawn.is_none() || summary.is_complete() {
        column.line(outcome(summary), theme.accent);
    }
    column.line(&done(summary), theme.text);
    column.skip(if area.height >= 32 { 3 } else { 1 });
    if area.height >= 28 {
        let place = column.take(if area.height >= 32 { 9 } else { 7 });
        digits_of_legs(place, column.buf(), summary, look);
    } else {
        let all = held(summary.left, summary.right);
        column.line(&format!("Held: {all}"), theme.strong);
    }
    listed(&mut column, summary, look);
    let first = summary.steps.first();
    let stretch = first.and_then(|step| look.guide.stretches.get(step.stretch.as_str()));
    if let Some(figure) = stretch.and_then(|stretch| stretch.figure.as_ref()) {
        let right = Rect {
            width: area.right().saturating_sub(left.right() + 3),
            x: left.right() + 2,
            ..left
        };
        let posture = Posture { figure, leg: None, held: 0.0 };
        look.figure.draw(right, buf, &posture, (theme, look.glyphs));
    }
}

/// How long each leg was held, large.
fn digits_of_legs(area: Rect, buf: &mut Buffer, summary: &SessionSummary, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let half = area.width / 2;
    for (x, leg, time) in [(0, Leg::Left, summary.left), (half, Leg::Right, summary.right)] {
        let time = short(time);
        let part = Rect { width: half, ..right_of(area, x) };
        put(part, buf, &format!("{} held", leg.named(&look.guide.words)), theme.muted);
        let digits = Rect { y: part.y + 1, height: part.height.saturating_sub(1), ..part };
        if let Some(size) = PointSize::fitting(&time, half.saturating_sub(2), 5) {
            digits::draw(digits, buf, &time, size, theme.fill(theme.muted));
        }
    }
}

/// Each stretch with how long it was held, and when the screen closes.
fn listed(column: &mut Column<'_>, summary: &SessionSummary, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let steps = steps(summary, look);
    let wide = column.rest().width;
    let names = steps.iter().map(|(name, _)| width(name)).max();
    // The times stand in a column of their own where there is room.
    let at = names.unwrap_or(0) + 3;
    let aligned = steps.iter().all(|(_, held)| at + width(held) <= wide);
    let rows = steps.len() * if aligned { 1 } else { 2 };
    column.skip(u16::from(usize::from(column.left()) >= rows + 3));
    for (name, held) in &steps {
        let place = column.rest();
        if aligned {
            put(right_of(place, at), column.buf(), held, theme.muted);
            column.line(name, theme.muted);
        } else {
            column.text(name, theme.muted);
            let place = column.take(lines(held, wide.saturating_sub(2)));
            Column::new(right_of(place, 2), column.buf()).text(held, theme.muted);
        }
    }
    if column.left() >= 2 {
        column.skip(1);
        column.line("This closes by itself after a minute.", theme.muted);
    }
}

/// How many holds were done.
fn done(summary: &SessionSummary) -> String {
    session::holds_done(summary.completed, summary.planned, summary.skipped)
}

/// Each stretch, and how long each leg was held in it.
fn steps<'a>(summary: &'a SessionSummary, look: ExerciseLook<'a>) -> Vec<(&'a str, String)> {
    let steps = summary.steps.iter().map(|step| {
        let stretch = look.guide.stretches.get(step.stretch.as_str());
        let name = stretch.map_or(step.stretch.as_str(), |stretch| &stretch.title);
        let held = held(step.left, step.right);
        let skipped = step.skipped;
        (name, if skipped == 0 { held } else { format!("{held}, {skipped} skipped") })
    });
    steps.collect()
}

fn outcome(summary: &SessionSummary) -> &'static str {
    if summary.is_complete() { "Done. Nicely stretched." } else { session::DONE }
}

fn held(left: Duration, right: Duration) -> String {
    let (left, right) = (short(left), short(right));
    if left == right { format!("{left} each leg") } else { format!("left {left}, right {right}") }
}

/// To the nearest second.
fn short(length: Duration) -> String {
    amounts::clock(length + Duration::from_millis(500))
}
