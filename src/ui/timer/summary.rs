//! The end of a session: how long each leg was held, what was done and what was skipped.

use std::time::Duration;

use indexmap::IndexMap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::TimerLook;
use crate::guide::raw::{Stretch, Text};
use crate::stretch::summary::Summary;
use crate::text::messages::amounts;
use crate::text::messages::session;
use crate::ui::text::{Column, lines, put, right_of, width};

/// Draws the summary into an area of any size.
pub fn draw(
    area: Rect,
    buf: &mut Buffer,
    summary: &Summary,
    stretches: &IndexMap<Text, Stretch>,
    look: TimerLook<'_>,
) {
    let theme = look.theme;
    let mut column = Column::new(area, buf);
    let steps = steps(summary, stretches);
    let wide = column.rest().width;
    let names = steps.iter().map(|(name, _)| width(name)).max();
    // What each got stands in a column of its own where there is room for one.
    let at = names.unwrap_or(0) + 3;
    let aligned = steps.iter().all(|(_, held)| at + width(held) <= wide);
    let rows = 4 + steps.len() * if aligned { 1 } else { 2 };
    let gap = u16::from(usize::from(column.left()) >= rows + 3);
    column.text(outcome(summary), theme.accent);
    column.skip(gap);
    column.text(&done(summary), theme.text);
    let all = held(summary.left, summary.right);
    column.text(&session::held(&all), theme.text);
    column.skip(gap);
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
        column.line(session::CLOSES, theme.muted);
    }
}

/// How many holds were done.
fn done(summary: &Summary) -> String {
    session::holds_done(summary.completed, summary.planned, summary.skipped)
}

/// Each stretch, and how long each leg was held in it.
fn steps<'a>(
    summary: &'a Summary,
    stretches: &'a IndexMap<Text, Stretch>,
) -> Vec<(&'a str, String)> {
    let steps = summary.steps.iter().map(|step| {
        let stretch = stretches.get(step.stretch.as_str());
        let name = stretch.map_or(step.stretch.as_str(), |stretch| &stretch.title);
        let held = held(step.left, step.right);
        (name, session::with_skipped(&held, step.skipped))
    });
    steps.collect()
}

fn outcome(summary: &Summary) -> &'static str {
    if summary.is_complete() {
        session::DONE_WHOLE
    } else {
        session::DONE
    }
}

fn held(left: Duration, right: Duration) -> String {
    let (left, right) = (short(left), short(right));
    if left == right {
        session::each_leg(&left)
    } else {
        session::left_and_right(&left, &right)
    }
}

/// To the nearest second: nobody's leg knows more.
fn short(length: Duration) -> String {
    amounts::clock(length + Duration::from_millis(500))
}
