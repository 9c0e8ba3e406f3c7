//! Cramps a week as columns, the weeks with stretching marked below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{ChartStyle, cell, column, day, share_of};
use crate::diary::chart::Charts;
use crate::ui::text::{width, write};

/// Draws the last weeks, the newest at the right.
pub(super) fn draw(area: Rect, buf: &mut Buffer, charts: &Charts, look: ChartStyle<'_>) {
    let (theme, glyphs) = look;
    if area.height < 4 || area.width < 12 {
        return;
    }
    let most_shown = usize::from(area.width / 6).max(1);
    let weeks = charts.shown_weeks(most_shown.min(16));
    let count = u16::try_from(weeks.len()).unwrap_or(1).max(1);
    let step = (area.width / count).clamp(5, 8);
    let wide = step - 2;
    let bottom = area.bottom() - 3;
    let rows = area.height - 4;
    let most = weeks.iter().map(|week| week.cramps).max();
    let most = f64::from(most.unwrap_or(0).max(3));
    let margin = area.width.saturating_sub(step * count) / 2;
    let mut month = None;
    for (index, week) in (0_u16..).zip(weeks) {
        let x = area.x + margin + index * step;
        let cramps = f64::from(week.cramps);
        let tall = share_of(cramps, most, rows);
        #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
        let share = (cramps / most) as f32;
        column(buf, (x, bottom), (wide, tall), theme.value(share), theme);
        let said = if week.known == 0 { "-".to_owned() } else { week.cramps.to_string() };
        let at = bottom.saturating_sub(tall);
        let middle = x + wide.saturating_sub(width(&said)) / 2;
        write(buf, (middle, at), &said, usize::from(wide), theme.strong);
        // The month is only named where it begins.
        let begins = month.replace(week.run.first.0.month()) != Some(week.run.first.0.month());
        let date = day(week.run.first);
        let short = week.run.first.0.day().to_string();
        let date = if begins && width(&date) < step { date } else { short };
        let under = (x + wide / 2).saturating_sub(width(&date) / 2).max(area.x);
        write(buf, (under, bottom + 1), &date, usize::from(step), theme.muted);
        if week.stretched > 0 {
            for at in 0..wide {
                cell(buf, (x + at, bottom + 2), glyphs.under, theme.stretch);
            }
        }
    }
}
