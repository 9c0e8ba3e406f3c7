//! Pain and length over time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::Marker;
use ratatui::text::Line;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Sparkline, Widget};

use super::{Look, dated, paragraph, split_bottom, split_top};
use crate::diary::chart::Charts;
use crate::diary::nights::Run;
use crate::diary::stamp::Night;
use crate::diary::stats::Week;
use crate::text::messages::charts as words;

/// Weeks on the two charts.
const WEEKS: usize = 26;

/// Lines that a chart with axes needs.
const CHART: u16 = 7;

/// Lines of the tallest: more would say no more.
const TALLEST: u16 = 12;

/// Two charts, one above the other; as one line of bars each where there is no room for axes.
pub(super) fn draw(area: Rect, buf: &mut Buffer, charts: &Charts, look: Look<'_>) {
    let (area, legend) = split_bottom(area, 1);
    let half = (area.height / 2).min(TALLEST);
    let Some((upper, lower)) = split_top(area, half) else {
        return;
    };
    // A blank row between them, where both keep their axes.
    let gap = u16::from(lower.height > CHART);
    let Some((_, lower)) = split_top(lower, gap) else {
        return;
    };
    let lower = Rect {
        height: lower.height.min(TALLEST),
        ..lower
    };
    let longest = charts.stats.lengths.iter().map(|(_, minutes)| *minutes);
    let longest = longest.fold(1.0_f64, f64::max).ceil();
    let pain = Measure {
        title: words::PAIN,
        top: 10.0,
        points: &charts.stats.pains,
        weekly: |week| week.pain,
    };
    let length = Measure {
        title: words::MINUTES,
        top: longest,
        points: &charts.stats.lengths,
        weekly: |week| week.minutes,
    };
    for (measure, area) in [(pain, upper), (length, lower)] {
        if area.height >= CHART && area.width >= 30 {
            axes(area, buf, charts, &measure, look);
        } else {
            spark(area, buf, charts, &measure, look);
        }
    }
    let drawn_small = upper.height < CHART || lower.height < CHART || area.width < 30;
    let text = if drawn_small {
        words::COLUMN_A_WEEK
    } else {
        words::POINT_A_NIGHT
    };
    let legend = Rect {
        y: legend.y.min(lower.bottom() + gap),
        ..legend
    };
    paragraph(legend, buf, text, look.theme.muted);
}

/// Something measured over time.
struct Measure<'a> {
    title: &'static str,
    top: f64,
    points: &'a [(Night, f64)],
    weekly: fn(&Week) -> Option<f64>,
}

fn axes(area: Rect, buf: &mut Buffer, charts: &Charts, measure: &Measure<'_>, look: Look<'_>) {
    let weeks = charts.weeks(WEEKS);
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return;
    };
    let run = Run {
        first: first.run.first,
        last: last.run.last,
    };
    let place = |night: Night| f64::from(run.first.until(night));
    let points: Vec<(f64, f64)> = measure
        .points
        .iter()
        .filter(|(night, _)| run.contains(*night))
        .map(|(night, value)| (place(*night), *value))
        .collect();
    let marker = if look.ascii {
        Marker::Custom('o')
    } else {
        Marker::Dot
    };
    let data = Dataset::default()
        .marker(marker)
        .graph_type(GraphType::Scatter)
        .style(look.theme.accent)
        .data(&points);
    let quiet = look.theme.muted;
    let label = |text: String| Line::styled(text, quiet);
    let chart = Chart::new(vec![data])
        .x_axis(
            Axis::default()
                .style(quiet)
                .bounds([0.0, place(run.last).max(1.0)])
                .labels(
                    [run.first, run.last].map(|night| label(dated(night, charts.stats.tonight))),
                ),
        )
        .y_axis(
            Axis::default()
                .style(quiet)
                .bounds([0.0, measure.top])
                .labels([label("0".to_owned()), label(format!("{}", measure.top))]),
        )
        .style(look.theme.text);
    let Some((head, body)) = split_top(area, 1) else {
        return;
    };
    title(head, buf, measure, look, points.is_empty());
    chart.render(body, buf);
    if look.ascii {
        plain_lines(body, buf);
    }
}

fn title(area: Rect, buf: &mut Buffer, measure: &Measure<'_>, look: Look<'_>, is_empty: bool) {
    let text = if is_empty {
        words::none_noted(measure.title)
    } else {
        words::scale(measure.title, measure.top)
    };
    Line::styled(text, look.theme.strong).render(area, buf);
}

/// The axes are drawn with line characters; this is their plain form.
fn plain_lines(area: Rect, buf: &mut Buffer) {
    for position in area.intersection(buf.area).positions() {
        let cell = &mut buf[position];
        let plain = match cell.symbol() {
            "│" => "|",
            "─" => "-",
            "└" => "+",
            _ => continue,
        };
        cell.set_symbol(plain);
    }
}

fn spark(area: Rect, buf: &mut Buffer, charts: &Charts, measure: &Measure<'_>, look: Look<'_>) {
    let Some((head, body)) = split_top(area, 1) else {
        return;
    };
    let weeks = charts.weeks(usize::from(area.width));
    let is_empty = weeks.iter().all(|week| (measure.weekly)(week).is_none());
    title(head, buf, measure, look, is_empty);
    // Tenths, so that half a point shows; whole steps of an unsigned number are what it draws.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "neither negative nor large"
    )]
    let tenths = |value: f64| (value * 10.0).round() as u64;
    let data: Vec<Option<u64>> = weeks
        .iter()
        .map(|week| (measure.weekly)(week).map(tenths))
        .collect();
    Sparkline::default()
        .data(data)
        .max(tenths(measure.top))
        .bar_set(look.bars())
        .absent_value_symbol(if look.ascii { "-" } else { "·" })
        .absent_value_style(look.theme.muted)
        .style(look.theme.accent)
        .render(body, buf);
}
