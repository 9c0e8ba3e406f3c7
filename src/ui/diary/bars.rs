//! The bar charts: weeks, hours, muscle and leg.

use ratatui::buffer::Buffer;
use ratatui::layout::{Direction, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Bar, BarChart, BarGroup, Widget};

use super::{Look, dated, heading, month, paragraph, split_bottom, split_top};
use crate::app::layout::MEASURE;
use crate::diary::chart::Charts;
use crate::diary::stats::Week;
use crate::diary::table::{NOT_NOTED, muscles};
use crate::text::messages::charts as words;
use crate::text::messages::codes;
use crate::text::wrap::{cells, fit};

/// Cells of one week: its bar and the gap behind it.
const WEEK: u16 = 4;

/// The least that fills the height, so that one cramp does not look like many.
const FULL_WEEK: u32 = 7;

/// The same for what is counted over the whole time.
const FULL: u32 = 5;

/// Rows of the lowest chart: a number, its bar, and the day.
const LOWEST: u16 = 3;

/// Rows of the tallest chart: more would be more light and say no more.
const TALLEST: u16 = 14;

/// Cramps a week; below each bar its Monday, its month and the nights stretched.
pub(super) fn weeks(area: Rect, buf: &mut Buffer, charts: &Charts, look: Look<'_>) {
    let weeks = charts.weeks(usize::from((area.width + 1) / WEEK));
    let year = weeks.last().map(|week| week.run.first.0.year());
    let title = match year {
        Some(year) if year != charts.stats.tonight.0.year() => words::cramps_a_week_in(year),
        _ => words::CRAMPS_A_WEEK.to_owned(),
    };
    let roomy = area.height > 9;
    let area = if roomy {
        heading(area, buf, &title, look.theme)
    } else {
        area
    };
    // The bars first, then what their signs mean, then months and stretching.
    let has_room = |rows: u16| area.height >= LOWEST + rows;
    let (area, legend) = split_bottom(area, if has_room(2) { 2 } else { 0 });
    let (chart, marks) = split_bottom(area, if has_room(4) { 2 } else { 0 });
    let (chart, marks, legend) = drawn_up(chart, [marks, legend]);
    let most = weeks.iter().map(|week| week.tally.cramps).max();
    let bars: Vec<Standing> = weeks.iter().map(week_bar).collect();
    let full = most.unwrap_or(0).max(FULL_WEEK);
    standing(chart, buf, &bars, (full, WEEK - 1), look);
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
            Line::styled(month(week.run.first), look.theme.muted).render(cell(marks.y), buf);
        }
        if marks.height == 2 && week.tally.stretched > 0 {
            let mark = format!("+{}", week.tally.stretched);
            Line::styled(mark, look.theme.strong).render(cell(marks.y + 1), buf);
        }
    }
    let (signs, stretched) = (words::SIGNS_OF_WEEKS, words::NIGHTS_STRETCHED);
    let text = if roomy {
        format!("{stretched}\n{signs}")
    } else if legend.width < 34 {
        words::WEEKS_IN_SHORT.to_owned()
    } else {
        format!("{title}, {stretched}\n{signs}")
    };
    paragraph(legend, buf, &text, look.theme.muted);
}

/// The chart no taller than it needs to be, and what stands below it moved up to it.
fn drawn_up(chart: Rect, below: [Rect; 2]) -> (Rect, Rect, Rect) {
    let height = chart.height.min(TALLEST);
    let spare = chart.height - height;
    let [marks, legend] = below;
    // The legend keeps a row of distance where there is one.
    let gap = spare.min(1);
    let up = |area: Rect, by: u16| Rect {
        y: area.y - by.min(area.y),
        ..area
    };
    let chart = Rect { height, ..chart };
    (chart, up(marks, spare), up(legend, spare - gap))
}

/// A standing bar with its number above and its label below.
struct Standing {
    value: u32,
    text: String,
    label: String,
}

/// Bars side by side, so many cells wide; `full` fills the height. Two rows have room for the
/// numbers and labels alone.
fn standing(
    area: Rect,
    buf: &mut Buffer,
    bars: &[Standing],
    (full, wide): (u32, u16),
    look: Look<'_>,
) {
    let area = area.intersection(buf.area);
    let Some(rows) = area.height.checked_sub(2) else {
        return;
    };
    let set = look.bars();
    let eighths = [
        set.empty,
        set.one_eighth,
        set.one_quarter,
        set.three_eighths,
        set.half,
        set.five_eighths,
        set.three_quarters,
        set.seven_eighths,
    ];
    for (x, bar) in (area.x..area.right())
        .step_by(usize::from(wide) + 1)
        .zip(bars)
    {
        let most = u32::from(rows) * 8;
        // What is there at all is seen.
        let tall = (bar.value * most).div_ceil(full.max(1)).min(most);
        let (whole, part) = (u16::try_from(tall / 8).unwrap_or(0), tall % 8);
        let foot = area.bottom() - 1;
        let row = |y: u16| Rect {
            x,
            y,
            width: wide,
            height: 1,
        };
        let mut top = foot;
        for _ in 0..whole {
            top -= 1;
            let line = set.full.repeat(usize::from(wide));
            Line::styled(line, look.theme.accent).render(row(top).intersection(area), buf);
        }
        if let Some(sign) = eighths.get(part as usize).filter(|_| part > 0) {
            top -= 1;
            let line = sign.repeat(usize::from(wide));
            Line::styled(line, look.theme.accent).render(row(top).intersection(area), buf);
        }
        let text = Line::styled(bar.text.as_str(), look.theme.text).centered();
        text.render(row(top - 1).intersection(area), buf);
        let label = Line::styled(bar.label.as_str(), look.theme.muted).centered();
        label.render(row(foot).intersection(area), buf);
    }
}

fn week_bar(week: &Week) -> Standing {
    Standing {
        value: week.tally.cramps,
        text: week_text(week),
        label: format!("{:02}", week.run.first.0.day()),
    }
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
    let since = since(charts);
    if charts.stats.tally.cramps == 0 {
        heading(area, buf, &words::no_cramp_since(&since), look.theme);
        return;
    }
    let title = words::when_since(&since);
    let title = whole_in(area, &title, words::WHEN);
    let area = heading(area, buf, title, look.theme);
    let (chart, legend) = split_bottom(area, 1);
    let (chart, _, legend) = drawn_up(chart, [Rect::default(), legend]);
    // Twelve bars with their gaps: 35 cells at least, 71 at most.
    let width = ((area.width + 1) / 12).clamp(3, 6) - 1;
    let bars: Vec<Standing> = (0_u8..)
        .zip(charts.stats.hours.chunks(2))
        .map(|(n, pair)| {
            let value: u32 = pair.iter().sum();
            let text = (value > 0).then(|| short(value, width));
            Standing {
                value,
                text: text.unwrap_or_default(),
                label: format!("{:02}", (12 + 2 * n) % 24),
            }
        })
        .collect();
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    standing(chart, buf, &bars, (most.max(FULL), width), look);
    if let Some((hour, times)) = charts.stats.busiest() {
        let next = (hour + 1) % 24;
        let text = words::most_in(hour, next, times);
        paragraph(legend, buf, &text, look.theme.muted);
    }
}

/// A title that is not cut: the short one where there is no room for the long one.
fn whole_in<'a>(area: Rect, long: &'a str, short: &'a str) -> &'a str {
    if cells(long) <= usize::from(area.width) {
        long
    } else {
        short
    }
}

/// From when on all is counted.
fn since(charts: &Charts) -> String {
    dated(charts.stats.run.first, charts.stats.tonight)
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
    let since = since(charts);
    if charts.stats.tally.cramps == 0 {
        heading(area, buf, &words::no_cramp_since(&since), look.theme);
        return;
    }
    let title = words::cramps_since(&since);
    let title = whole_in(area, &title, words::CRAMPS);
    let area = heading(area, buf, title, look.theme);
    let area = Rect {
        width: area.width.min(MEASURE),
        ..area
    };
    let legs = [
        codes::LEFT_LEG,
        codes::RIGHT_LEG,
        codes::BOTH_LEGS,
        words::LEG_NOT_NOTED,
    ];
    let legs = legs.into_iter().zip(charts.stats.legs);
    let legs = legs.filter(|(_, n)| *n > 0);
    let legs: Vec<(String, u32)> = legs.map(|(leg, n)| (leg.to_owned(), n)).collect();
    let muscles: Vec<_> = muscles(&charts.stats)
        .map(|(name, n)| match name.as_str() {
            NOT_NOTED => (words::MUSCLE_NOT_NOTED.to_owned(), n),
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
                .style(look.theme.accent)
                .value_style(look.theme.text)
        })
        .collect();
    BarChart::default()
        .data(BarGroup::default().bars(&bars))
        .bar_set(look.bars())
        .style(look.theme.text)
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
    shown.push((words::others(rest.len()), sum));
    shown
}
