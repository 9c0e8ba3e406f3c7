//! The end of a session: how long each leg was held, what was done and what was skipped.

use std::time::Duration;

use indexmap::IndexMap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::words;
use crate::guide::raw::{Stretch, Text};
use crate::stretch::summary::{StepSummary, Summary};
use crate::ui::lettering::Column;
use crate::ui::theme::Theme;

/// Draws the summary into an area of any size.
pub fn draw(
    area: Rect,
    buf: &mut Buffer,
    summary: &Summary,
    stretches: &IndexMap<Text, Stretch>,
    theme: &Theme,
) {
    let mut column = Column::new(area, buf);
    for (index, line) in lines(summary, stretches).iter().enumerate() {
        match index {
            0 => column.text(line, theme.accent),
            1 | 2 => column.text(line, theme.text),
            _ => column.text(line, theme.quiet),
        }
    }
    if column.left() >= 2 {
        column.skip(1);
        column.line(CLOSES, theme.quiet);
    }
}

/// That nobody has to press a key any more.
const CLOSES: &str = "This closes by itself after a minute.";

/// The summary as lines of text: the outcome first, then each stretch.
pub fn lines(summary: &Summary, stretches: &IndexMap<Text, Stretch>) -> Vec<String> {
    let mut lines = vec![
        outcome(summary).to_owned(),
        format!(
            "{} of {} holds done{}",
            summary.completed.min(summary.planned),
            summary.planned,
            match summary.skipped {
                0 => String::new(),
                skipped => format!(", {skipped} skipped"),
            }
        ),
        format!("Held: {}", held(summary.left, summary.right)),
    ];
    for step in &summary.steps {
        let title = stretches
            .get(step.stretch.as_str())
            .map_or(step.stretch.as_str(), |s| &s.title);
        lines.push(format!("{title}: {}", step_line(step)));
    }
    lines
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

fn step_line(step: &StepSummary) -> String {
    let skipped = match step.skipped {
        0 => String::new(),
        skipped => format!(", {skipped} skipped"),
    };
    format!("{}{skipped}", held(step.left, step.right))
}

/// To the nearest second: nobody's leg knows more.
fn short(length: Duration) -> String {
    words::clock(length + Duration::from_millis(500))
}
