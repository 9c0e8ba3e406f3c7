//! The bar charts: weeks, hours, muscle and leg.

use ratatui::buffer::Buffer;
use ratatui::layout::{Direction, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Bar, BarChart, BarGroup, Widget};

use super::{Look, month, paragraph, split_bottom, split_top};
use crate::diary::chart::Charts;
use crate::diary::stats::Week;
use crate::diary::table::{LEGS, muscles};
use crate::wrap::fit;

/// Cells of one week: its bar and the gap behind it.
const WEEK: u16 = 4;

/// The least that fills the height, so that one cramp does not look like many.
const FULL_WEEK: u64 = 7;

/// The same for what is counted over the whole time.
const FULL: u32 = 5;

/// Cramps a week; below each bar its Monday, its month and the nights stretched.
pub(super) fn weeks(area: Rect, buf: &mut Buffer, charts: &Charts, look: Look<'_>) {
    let weeks = charts.weeks(usize::from((area.width + 1) / WEEK));
    let (area, legend) = split_bottom(area, 2);
    let (chart, marks) = split_bottom(area, 2);
    let bars: Vec<Bar<'_>> = weeks.iter().map(|week| week_bar(week, look)).collect();
    let most = weeks.iter().map(|week| week.tally.cramps).max();
    look.chart(&bars)
        .max(u64::from(most.unwrap_or(0)).max(FULL_WEEK))
        .bar_width(WEEK - 1)
        .render(chart, buf);
    for (x, (n, week)) in (area.x..)
        .step_by(usize::from(WEEK))
        .zip(weeks.iter().enumerate())
    {
        let cell = |y: u16| Rect {
            x,
            y,
            width: WEEK - 1,
            height: 1,
        };
        let new_month = n == 0 || weeks[n - 1].run.first.0.month() != week.run.first.0.month();
        if marks.height == 2 && new_month {
            Line::styled(month(week.run.first), look.theme.quiet).render(cell(marks.y), buf);
        }
        if marks.height == 2 && week.tally.stretched > 0 {
            let mark = format!("+{}", week.tally.stretched);
            Line::styled(mark, look.theme.strong).render(cell(marks.y + 1), buf);
        }
        // A chart leaves the foot of an empty bar blank; "none" and "no word" are not the same.
        if week.tally.cramps == 0 && chart.height >= 2 {
            let foot = format!(" {}", week_text(week));
            Line::styled(foot, look.theme.text).render(cell(chart.bottom() - 2), buf);
        }
    }
    let year = weeks.last().map(|week| week.run.first.0.year());
    let first = match year {
        Some(year) if year != charts.stats.tonight.0.year() => {
            format!("Cramps a week in {year}; +n stretched.")
        }
        _ => "Cramps a week; +n nights stretched.".to_owned(),
    };
    let text = format!("{first}\n- no word, ~ under 5 nights known.");
    paragraph(legend, buf, &text, look.theme);
}

fn week_bar<'a>(week: &Week, look: Look<'_>) -> Bar<'a> {
    Bar::default()
        .value(u64::from(week.tally.cramps))
        .text_value(week_text(week))
        .label(Line::styled(
            format!("{:02}", week.run.first.0.day()),
            look.theme.text,
        ))
        .style(look.theme.bar)
        .value_style(look.theme.text)
}

/// The number of a week, and how far it can be trusted.
fn week_text(week: &Week) -> String {
    let tally = &week.tally;
    match tally.known {
        0 => "-".to_owned(),
        known if known < 5.min(tally.nights) => format!("{}~", tally.cramps),
        _ => tally.cramps.to_string(),
    }
}

/// Cramps by the two hours in which they began, from noon on.
pub(super) fn hours(area: Rect, buf: &mut Buffer, charts: &Charts, look: Look<'_>) {
    let (chart, legend) = split_bottom(area, 2);
    // Twelve bars with their gaps: 35 cells at least, 71 at most.
    let width = ((area.width + 1) / 12).clamp(3, 6) - 1;
    let bars: Vec<Bar<'_>> = (0_u8..)
        .zip(charts.stats.hours.chunks(2))
        .map(|(n, pair)| {
            let count: u32 = pair.iter().sum();
            Bar::default()
                .value(u64::from(count))
                .text_value(if count == 0 {
                    String::new()
                } else {
                    short(count, width)
                })
                .label(Line::styled(
                    format!("{:02}", (12 + 2 * n) % 24),
                    look.theme.text,
                ))
                .style(look.theme.bar)
                .value_style(look.theme.text)
        })
        .collect();
    let most = charts.stats.hours.chunks(2).map(|pair| pair.iter().sum());
    let most: u32 = most.max().unwrap_or(0);
    look.chart(&bars)
        .max(u64::from(most.max(FULL)))
        .bar_width(width)
        .render(chart, buf);
    let since = charts.stats.run.first;
    let text = match charts.stats.busiest() {
        Some((hour, times)) => format!(
            "When cramps began, since {since}. Most from {hour:02}:00 to {:02}:00 ({times}).",
            (hour + 1) % 24
        ),
        None if charts.stats.tally.cramps > 0 => format!("When cramps began, since {since}."),
        None => format!("No cramp since {since}."),
    };
    paragraph(legend, buf, &text, look.theme);
}

/// A number in so many cells.
fn short(count: u32, width: u16) -> String {
    let text = count.to_string();
    if text.len() > usize::from(width) {
        "++".to_owned()
    } else {
        text
    }
}

/// Legs, then muscles, as lying bars.
pub(super) fn places(area: Rect, buf: &mut Buffer, charts: &Charts, look: Look<'_>) {
    let Some((head, area)) = split_top(area, 1) else {
        return;
    };
    let since = charts.stats.run.first;
    if charts.stats.tally.cramps == 0 {
        let text = format!("No cramp since {since}.");
        Line::styled(text, look.theme.text).render(head, buf);
        return;
    }
    Line::styled(format!("Cramps since {since}"), look.theme.strong).render(head, buf);
    let legs = LEGS.iter().zip(charts.stats.legs);
    let legs: Vec<(String, u32)> = legs.map(|(leg, n)| (format!("{leg} leg"), n)).collect();
    let legs: Vec<_> = legs
        .into_iter()
        .map(|(name, n)| match name.as_str() {
            "both leg" => ("both legs".to_owned(), n),
            "not noted leg" => ("leg not noted".to_owned(), n),
            _ => (name, n),
        })
        .filter(|(_, n)| *n > 0)
        .collect();
    let muscles: Vec<_> = muscles(&charts.stats)
        .map(|(name, n)| match name.as_str() {
            "not noted" => ("muscle not noted".to_owned(), n),
            _ => (name, n),
        })
        .collect();
    let most = legs.iter().chain(&muscles).map(|(_, n)| *n).max();
    let legs_height = u16::try_from(legs.len()).unwrap_or(u16::MAX);
    lying(area, buf, &legs, most, look);
    if let Some((_, rest)) = split_top(area, legs_height.saturating_add(1)) {
        lying(rest, buf, &muscles, most, look);
    }
}

fn lying(
    area: Rect,
    buf: &mut Buffer,
    counts: &[(String, u32)],
    most: Option<u32>,
    look: Look<'_>,
) {
    /// Cells of the names before the bars.
    const NAME: usize = 16;
    let shown = within(counts, usize::from(area.height));
    let bars: Vec<Bar<'_>> = shown
        .iter()
        .map(|(name, count)| {
            // The number stands before the bar: on it, it would hide the shortest ones.
            Bar::default()
                .value(u64::from(*count))
                .text_value(String::new())
                .label(Line::styled(
                    format!("{:<NAME$} {count:>4}", fit(name, NAME)),
                    look.theme.text,
                ))
                .style(look.theme.bar)
                .value_style(look.theme.text)
        })
        .collect();
    look.chart(&bars)
        .direction(Direction::Horizontal)
        .max(u64::from(most.unwrap_or(0).max(FULL)))
        .bar_width(1)
        .bar_gap(0)
        .render(area, buf);
}

/// As many as there are lines; the last one stands for all that have none.
fn within(counts: &[(String, u32)], lines: usize) -> Vec<(String, u32)> {
    if counts.len() <= lines || lines == 0 {
        return counts.iter().take(lines).cloned().collect();
    }
    let (shown, rest) = counts.split_at(lines - 1);
    let mut shown = shown.to_vec();
    let sum = rest.iter().map(|(_, count)| count).sum();
    shown.push((format!("{} others", rest.len()), sum));
    shown
}

impl Look<'_> {
    fn chart<'a>(self, bars: &[Bar<'a>]) -> BarChart<'a> {
        BarChart::default()
            .data(BarGroup::default().bars(bars))
            .bar_gap(1)
            .bar_set(self.bars())
            .style(self.theme.text)
    }
}
