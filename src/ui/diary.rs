//! The charts of the diary. Every mark is told apart by its sign, never by colour alone.
//!
//! ```text
//! Diary  [Nights] Weeks Pain Hours Where
//!
//! Week of  Mo  Tu  We  Th  Fr  Sa  Su
//! Mar 02   2+  0+  .   1+  0   0+  .+
//! Mar 09   .   1
//!
//! 1-9 cramps  0 none  . no word  + stretch
//! ```

mod bars;
mod calendar;
mod course;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::bar;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::theme::Theme;
use crate::diary::chart::{Chart, Charts};
use crate::diary::stamp::Night;
use crate::text::messages::amounts::MONTHS;
use crate::text::messages::charts as words;

/// How the charts look.
#[derive(Debug, Clone, Copy)]
struct Look<'a> {
    theme: &'a Theme,
    ascii: bool,
}

/// Draws the chart that is chosen into this area, whatever its size.
pub fn draw(area: Rect, buf: &mut Buffer, charts: &Charts, theme: &Theme, ascii: bool) {
    let area = area.intersection(buf.area);
    let look = Look { theme, ascii };
    let Some((head, body)) = split_top(area, 1) else {
        return;
    };
    tabs(head, buf, charts.chart, theme);
    let body = if body.height > 8 {
        split_top(body, 1).map_or(body, |(_, body)| body)
    } else {
        body
    };
    if charts.stats.is_empty {
        paragraph(body, buf, words::EMPTY, theme.text);
        return;
    }
    match charts.chart {
        Chart::Nights => calendar::draw(body, buf, charts, look),
        Chart::Weeks => bars::weeks(body, buf, charts, look),
        Chart::Course => course::draw(body, buf, charts, look),
        Chart::Hours => bars::hours(body, buf, charts, look),
        Chart::Places => bars::places(body, buf, charts, look),
    }
}

/// The names of the charts, the shown one in brackets; where there is not room for all, those
/// before it make way, and none is cut.
fn tabs(area: Rect, buf: &mut Buffer, shown: Chart, theme: &Theme) {
    let mut spans = Vec::new();
    if area.width >= 48 {
        spans.push(Span::styled(format!("{}  ", words::DIARY), theme.accent));
    }
    let names = Chart::ALL.map(|chart| {
        if chart == shown {
            Span::styled(format!("[{}]", chart.name()), theme.selected)
        } else {
            Span::styled(format!(" {} ", chart.name()), theme.muted)
        }
    });
    let room = usize::from(area.width).saturating_sub(spans.iter().map(Span::width).sum());
    let at = Chart::ALL.iter().position(|chart| *chart == shown);
    let upto = |from: usize, to: usize| names[from..=to].iter().map(Span::width).sum::<usize>();
    let at = at.unwrap_or(0);
    let first = (0..at).find(|from| upto(*from, at) <= room).unwrap_or(at);
    let fitting = (first..names.len()).take_while(|to| upto(first, *to) <= room);
    spans.extend(fitting.map(|index| names[index].clone()));
    Line::from(spans).render(area, buf);
}

fn paragraph(area: Rect, buf: &mut Buffer, text: &str, style: Style) {
    Paragraph::new(text)
        .style(style)
        .wrap(Wrap { trim: true })
        .render(area, buf);
}

/// What a chart shows, above it; returns what is left.
fn heading(area: Rect, buf: &mut Buffer, text: &str, theme: &Theme) -> Rect {
    let rows = if area.height > 12 { 2 } else { 1 };
    let Some((head, rest)) = split_top(area, rows) else {
        return area;
    };
    Line::styled(text, theme.strong).render(Rect { height: 1, ..head }, buf);
    rest
}

/// The upper lines and the rest; `None` when there are not so many.
fn split_top(area: Rect, lines: u16) -> Option<(Rect, Rect)> {
    let rest = area.height.checked_sub(lines)?;
    let upper = Rect {
        height: lines,
        ..area
    };
    let lower = Rect {
        y: area.y + lines,
        height: rest,
        ..area
    };
    (!area.is_empty()).then_some((upper, lower))
}

/// The rest and the lower lines; no lower ones when there are too few.
fn split_bottom(area: Rect, lines: u16) -> (Rect, Rect) {
    let lower = if area.height > lines { lines } else { 0 };
    let Some((upper, lower)) = split_top(area, area.height - lower) else {
        return (area, Rect::default());
    };
    (upper, lower)
}

/// A short date: `Mar 02`.
fn day(night: Night) -> String {
    format!("{} {:02}", month(night), night.0.day())
}

/// The same, with its year where that is not the present one.
fn dated(night: Night, tonight: Night) -> String {
    if night.0.year() == tonight.0.year() {
        day(night)
    } else {
        format!("{} {}", night.0.year(), day(night))
    }
}

fn month(night: Night) -> &'static str {
    let number = usize::try_from(night.0.month()).unwrap_or(1);
    MONTHS[(number - 1) % 12]
}

/// Steps of a bar in plain characters.
const ASCII_BARS: bar::Set<'static> = bar::Set {
    full: "#",
    seven_eighths: "#",
    three_quarters: "#",
    five_eighths: "#",
    half: "#",
    three_eighths: ".",
    one_quarter: ".",
    one_eighth: ".",
    empty: " ",
};

impl Look<'_> {
    fn bars(self) -> bar::Set<'static> {
        if self.ascii {
            ASCII_BARS
        } else {
            bar::NINE_LEVELS
        }
    }
}

#[cfg(test)]
mod tests;
