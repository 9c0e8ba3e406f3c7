//! The end of a session: how long each leg was held, what was done and what was skipped.

use std::time::Duration;

use indexmap::IndexMap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::guide::raw::{Stretch, Text};
use crate::stretch::summary::Summary;
use crate::ui::lettering::{Column, put, right_of, width};
use crate::ui::theme::Theme;
use crate::words::amounts;

/// Draws the summary into an area of any size.
pub fn draw(
    area: Rect,
    buf: &mut Buffer,
    summary: &Summary,
    stretches: &IndexMap<Text, Stretch>,
    theme: &Theme,
) {
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
    column.text(&format!("Held: {all}"), theme.text);
    column.skip(gap);
    for (name, held) in &steps {
        let place = column.rest();
        if aligned {
            put(right_of(place, at), column.buf(), held, theme.quiet);
            column.line(name, theme.quiet);
        } else {
            column.text(name, theme.quiet);
            let row = column.take(1);
            put(right_of(row, 2), column.buf(), held, theme.quiet);
        }
    }
    if column.left() >= 2 {
        column.skip(1);
        column.line(CLOSES, theme.quiet);
    }
}

/// That nobody has to press a key any more.
const CLOSES: &str = "This closes by itself after a minute.";

/// How many holds were done.
fn done(summary: &Summary) -> String {
    let skipped = skipped(summary.skipped);
    let Summary {
        completed, planned, ..
    } = summary;
    format!("{completed} of {planned} holds done{skipped}")
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
        (name, format!("{held}{}", skipped(step.skipped)))
    });
    steps.collect()
}

fn skipped(holds: u32) -> String {
    match holds {
        0 => String::new(),
        holds => format!(", {holds} skipped"),
    }
}

fn outcome(summary: &Summary) -> &'static str {
    if summary.is_complete() {
        "Done. Well stretched."
    } else {
        "Done."
    }
}

fn held(left: Duration, right: Duration) -> String {
    let (left, right) = (short(left), short(right));
    if left == right {
        format!("{left} each leg")
    } else {
        format!("left {left}, right {right}")
    }
}

/// To the nearest second: nobody's leg knows more.
fn short(length: Duration) -> String {
    amounts::clock(length + Duration::from_millis(500))
}
