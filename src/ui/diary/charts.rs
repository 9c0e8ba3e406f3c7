//! Cramps a week, pain over time, the time of night, and where.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pain_share;
use crate::app::diary_view::DiaryView;
use crate::diary::summary::NightSummary;
use crate::guide::raw::Care;
use crate::stretch::Leg;
use crate::text::messages::dates;
use crate::ui::bar::{rounded_share, share};
use crate::ui::panel::fill;
use crate::ui::text::{Column, below, put_right, width, write};
use crate::ui::theme::Theme;

const NO_CRAMPS: &str = "No cramp in this time.";

/// Columns of a panel with the hours of a night, three each.
pub(super) const NIGHT_HOURS: u16 = 3 * 12 - 1 + 6;

/// Cramps a week as columns, the newest at the right, the weeks with stretching marked below.
pub(super) fn weeks(area: Rect, buf: &mut Buffer, view: &DiaryView, theme: &Theme) {
    if area.height < 4 || area.width < 12 {
        return;
    }
    let most_shown = usize::from(area.width / 6).max(1);
    let weeks = view.shown_weeks(most_shown.min(16));
    let count = u16::try_from(weeks.len()).unwrap_or(1).max(1);
    let step = (area.width / count).clamp(5, 8);
    let bar_width = step - 2;
    let bottom = area.bottom() - 3;
    let rows = area.height - 4;
    let most = weeks.iter().map(|week| week.cramps).max();
    let most = f64::from(most.unwrap_or(0).max(3));
    let margin = area.width.saturating_sub(step * count) / 2;
    let mut month = None;
    for (index, week) in (0_u16..).zip(weeks) {
        let x = area.x + margin + index * step;
        let cramps = f64::from(week.cramps);
        let height = rounded_share(rows, cramps, most);
        let column = Rect::new(x, bottom + 1 - height, bar_width, height);
        fill(column, buf, theme.fill(theme.value(cramps / most)));
        let label = if week.known == 0 { "-".to_owned() } else { week.cramps.to_string() };
        let at = bottom.saturating_sub(height);
        let middle = x + bar_width.saturating_sub(width(&label)) / 2;
        write(buf, (middle, at), &label, usize::from(bar_width), theme.strong);
        // The month is only named where it begins.
        let begins = month.replace(week.run.first.0.month()) != Some(week.run.first.0.month());
        let date = dates::short(week.run.first.0);
        let short = week.run.first.0.day().to_string();
        let date = if begins && width(&date) < step { date } else { short };
        let under = (x + bar_width / 2).saturating_sub(width(&date) / 2).max(area.x);
        write(buf, (under, bottom + 1), &date, usize::from(step), theme.muted);
        if week.stretched > 0 {
            let mark = theme.glyphs.under.repeat(usize::from(bar_width));
            write(buf, (x, bottom + 2), &mark, usize::from(bar_width), theme.stretch);
        }
    }
}

/// Mean pain of each night with a cramp, the newest at the right.
pub(super) fn pain(area: Rect, buf: &mut Buffer, recent: &NightSummary, theme: &Theme) {
    let pains = &recent.pains;
    if pains.is_empty() {
        return Column::new(area, buf).text("No pain was logged in this time.", theme.muted);
    }
    if area.height < 3 || area.width < 12 {
        return;
    }
    let axis = 4;
    let bottom = area.bottom().saturating_sub(1);
    let rows = area.height;
    for (mark, y) in [("10", area.y), (" 5", area.y + rows.saturating_sub(1) / 2), (" 0", bottom)] {
        write(buf, (area.x, y), mark, 2, theme.muted);
    }
    let room = area.width.saturating_sub(axis);
    let count = u16::try_from(pains.len()).unwrap_or(u16::MAX);
    let step = (room / count.max(1)).clamp(2, 4);
    let bar_width = if step > 2 { step - 1 } else { 2 };
    let shown = usize::from(room / step).max(1);
    let shown = &pains[pains.len().saturating_sub(shown)..];
    for (index, value) in (0_u16..).zip(shown) {
        let x = area.x + axis + index * step;
        let height = rounded_share(rows, *value, 10.0).max(1);
        let column = Rect::new(x, bottom + 1 - height, bar_width, height);
        fill(column, buf, theme.fill(theme.value(pain_share(*value))));
    }
}

/// In which hours cramps began.
pub(super) fn hours(area: Rect, buf: &mut Buffer, recent: &NightSummary, theme: &Theme) {
    let hours = &recent.hours;
    let most = hours.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return Column::new(area, buf).text(NO_CRAMPS, theme.muted);
    }
    if area.height < 3 || area.width < 24 {
        return;
    }
    // The day starts at noon. Where every cramp came at night, only the night is shown.
    let is_night = |hour: usize| (9..21).contains(&hour);
    let all_at_night = (0..24).all(|hour| is_night(hour) || hours[hour] == 0);
    let shown = if all_at_night { 9..21 } else { 0..24 };
    let count = u16::try_from(shown.len()).unwrap_or(24);
    let step = ((area.width + 1) / count).clamp(1, 4);
    let bar_width = if step > 2 { step - 1 } else { step };
    let margin = (area.width + step - bar_width).saturating_sub(step * count) / 2;
    let bottom = area.bottom().saturating_sub(2);
    let rows = area.height.saturating_sub(1);
    for (index, hour) in (0_u16..).zip(shown) {
        let x = area.x + margin + index * step;
        let height = rounded_share(rows, hours[hour].into(), most.into());
        let column = Rect::new(x, bottom + 1 - height, bar_width, height);
        fill(column, buf, theme.fill(theme.care(Care::Routine)));
        let every = if step >= 2 { 2 } else { 6 };
        if index % every == 0 {
            write(buf, (x, bottom + 1), &((hour + 12) % 24).to_string(), 2, theme.muted);
        }
    }
}

pub(super) fn muscles_and_legs(area: Rect, buf: &mut Buffer, recent: &NightSummary, theme: &Theme) {
    let legs = Leg::ALL.map(Leg::said).into_iter().zip(recent.legs);
    let legs: Vec<(&str, u32)> = legs.filter(|(_, count)| *count > 0).collect();
    let legs_rows = u16::try_from(legs.len()).unwrap_or(0);
    let gap = u16::from(area.height > legs_rows + 4);
    let room = usize::from(area.height.saturating_sub(legs_rows + gap)).max(1);
    let muscles = recent.muscles.iter().take(room);
    let muscles: Vec<(&str, u32)> = muscles.map(|count| (&*count.what, count.times)).collect();
    if muscles.is_empty() {
        return Column::new(area, buf).text(NO_CRAMPS, theme.muted);
    }
    let after = u16::try_from(muscles.len()).unwrap_or(0) + gap;
    bars(area, buf, &muscles, theme.cramp, theme);
    bars(below(area, after), buf, &legs, theme.care(Care::Routine), theme);
}

fn bars(area: Rect, buf: &mut Buffer, rows: &[(&str, u32)], style: Style, theme: &Theme) {
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let names = 12.min(area.width / 2);
    let room = area.width.saturating_sub(names + 5);
    for (y, (name, count)) in (area.y..area.bottom()).zip(rows) {
        write(buf, (area.x, y), name, usize::from(names), theme.muted);
        let length = share(room, (*count).into(), most.into()).max(1);
        fill(Rect::new(area.x + names + 1, y, length, 1), buf, theme.fill(style));
        put_right(Rect::new(area.x, y, area.width, 1), buf, &count.to_string(), theme.text);
    }
}
