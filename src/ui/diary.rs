//! The diary as one page: four values that matter, the nights, cramps a week, pain, time of night
//! and where. Narrow windows show one chart at a time, under tabs.

mod charts;
mod empty;
pub(crate) mod last_nights;
mod nights;
mod values;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout as Split, Margin, Rect};
use ratatui::style::Style;

use super::panel::Panel;
use super::text::{below, runs, width, write};
use super::theme::Theme;
use super::{RenderContext, chrome};
use crate::app::diary_view::{Chart, DiaryView};
use crate::app::layout::{FRAME, WIDE};
use crate::text::messages::{dates, diary as words};

/// Draws the diary over the whole window.
pub(crate) fn draw(buf: &mut Buffer, context: RenderContext<'_>, view: &DiaryView) {
    let RenderContext { state, theme, .. } = context;
    let layout = state.layout_with(false);
    if let Some(area) = layout.header {
        let run = view.statistics.recent.run;
        let first = dates::in_year(run.first.0, Some(run.last.0.year()));
        let span = format!("{first} to {}", run.last.full_date());
        let right = [(span, theme.muted)];
        chrome::header(area, buf, theme, &[words::DIARY.to_owned()], &right);
    }
    body(layout.body.into(), buf, view, layout.framed, theme);
    chrome::notice_and_keys(buf, context, None);
}

/// The charts that fit this area, whatever its size; with borders where there is room for them.
pub fn body(area: Rect, buf: &mut Buffer, view: &DiaryView, framed: bool, theme: &Theme) {
    let area = area.intersection(buf.area);
    if view.statistics.is_empty {
        empty::draw(area, buf, view, framed, theme);
    } else if framed && area.width >= WIDE - 2 {
        page(area, buf, view, theme);
    } else {
        tabbed(area, buf, view, framed, theme);
    }
}

/// All charts at once.
fn page(area: Rect, buf: &mut Buffer, view: &DiaryView, theme: &Theme) {
    let gap = u16::from(area.height >= 28);
    let rows = Split::vertical([Constraint::Length(6), Constraint::Fill(6), Constraint::Fill(5)])
        .spacing(gap);
    let [top, middle, bottom] = rows.areas(area);
    let columns = Split::horizontal([Constraint::Fill(1); 4]).spacing(1);
    values::draw(columns.areas::<4>(top), buf, &view.statistics.values, theme);
    let columns = Split::horizontal([Constraint::Fill(1); 2]).spacing(1);
    let [left, right] = columns.areas(middle);
    chart_panel(left, buf, view, Chart::Nights, theme);
    if view.statistics.nights.len() <= 7 && view.chart != Chart::Weeks {
        empty::what_it_shows(right, buf, theme);
    } else {
        chart_panel(right, buf, view, Chart::Weeks, theme);
    }
    // Twelve hours take three columns each where there is room.
    let third = area.width.saturating_sub(2) / 3;
    let hours = if area.width >= 112 { third.max(charts::NIGHT_HOURS) } else { third };
    let sides = Constraint::Fill(1);
    let columns = Split::horizontal([sides, Constraint::Length(hours), sides]).spacing(1);
    let small = [Chart::Pain, Chart::Hours, Chart::Where];
    for (area, which) in columns.areas::<3>(bottom).into_iter().zip(small) {
        chart_panel(area, buf, view, which, theme);
    }
}

/// One chart under the names of all.
fn tabbed(area: Rect, buf: &mut Buffer, view: &DiaryView, framed: bool, theme: &Theme) {
    if area.is_empty() {
        return;
    }
    let mut x = area.x + u16::from(framed);
    let end = area.x + area.width;
    for chart in Chart::ALL {
        let is_shown = chart == view.chart;
        let name =
            if is_shown { format!(" {} ", title(chart)) } else { format!(" {} ", chart.word()) };
        if x + width(&name) > end {
            break;
        }
        let style = if is_shown { theme.badge(theme.accent) } else { theme.muted };
        x = write(buf, (x, area.y), &name, usize::MAX, style);
    }
    let rest = below(area, 1);
    if framed {
        let [top, chart] =
            Split::vertical([Constraint::Length(2), Constraint::Fill(1)]).areas(rest);
        values::line(top, buf, &view.statistics.values, theme);
        chart_panel(chart, buf, view, view.chart, theme);
    } else {
        chart(rest, buf, view, view.chart, theme);
    }
}

/// A chart in its panel.
fn chart_panel(area: Rect, buf: &mut Buffer, view: &DiaryView, which: Chart, theme: &Theme) {
    let is_nights = which == Chart::Nights;
    let this_year = view.statistics.recent.run.last.0.year();
    let night = view.night().map(|night| format!("night of {}", night.night.days(Some(this_year))));
    let inner = area.inner(Margin::new(FRAME, 1));
    let panel = Panel {
        title: title(which),
        right: night.as_deref().filter(|_| is_nights).unwrap_or_default(),
        foot_left: &if is_nights { nights::in_words(view, inner.width) } else { String::new() },
        // The keys move the cursor among the nights whichever chart is chosen.
        active: !view.statistics.is_empty && (is_nights || which == view.chart),
        ..Panel::default()
    };
    panel.draw(area, buf, theme);
    // Only the small charts have rows to spare for air above them.
    let is_small = matches!(which, Chart::Hours | Chart::Where);
    let air = u16::from(is_small && area.height >= 10);
    chart(below(inner, air), buf, view, which, theme);
}

fn chart(area: Rect, buf: &mut Buffer, view: &DiaryView, which: Chart, theme: &Theme) {
    match which {
        Chart::Nights => nights::draw(area, buf, view, theme),
        Chart::Weeks => charts::weeks(area, buf, view, theme),
        Chart::Pain => charts::pain(area, buf, &view.statistics.recent, theme),
        Chart::Hours => charts::hours(area, buf, &view.statistics.recent, theme),
        Chart::Where => charts::muscles_and_legs(area, buf, &view.statistics.recent, theme),
    }
}

/// Explains signs from this column on, each where that fits whole into the row.
fn legend(row: Rect, mut x: u16, buf: &mut Buffer, signs: &[[(&str, Style); 2]]) {
    for sign in signs {
        if x + sign.iter().map(|(text, _)| width(text)).sum::<u16>() <= row.right() {
            x = runs(buf, (x, row.y), row.width, sign) + 2;
        }
    }
}

/// Its name where there is room for all of it.
fn title(chart: Chart) -> &'static str {
    match chart {
        Chart::Weeks => "Cramps a week",
        Chart::Hours => "Time of night",
        other => other.word(),
    }
}

/// Where a pain stands between mild and severe, for its colour.
fn pain_share(pain: f64) -> f64 {
    (pain - 2.0) / 6.0
}

#[cfg(test)]
mod tests;
