//! The calendar of nights.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Look, day, paragraph, split_bottom, split_top};
use crate::diary::chart::Charts;
use crate::diary::nights::Facts;
use crate::diary::stats::Week;
use crate::diary::table::kept_line;
use crate::text::messages::charts as words;

/// Weeks as lines, the newest at the bottom, with what the signs mean.
pub(super) fn draw(area: Rect, buf: &mut Buffer, charts: &Charts, look: Look<'_>) {
    let roomy = area.height > 10;
    let (area, foot) = split_bottom(area, if roomy { 3 } else { 2 });
    let foot = if roomy {
        split_top(foot, 1).map_or(foot, |(_, foot)| foot)
    } else {
        foot
    };
    let Some((head, body)) = split_top(area, 1) else {
        return;
    };
    let weeks = charts.weeks(usize::from(body.height));
    let shown = u16::try_from(weeks.len()).unwrap_or(u16::MAX);
    let year = weeks.last().map(|week| week.run.first.0.year());
    let name = match year {
        Some(year) if year != charts.stats.tonight.0.year() => year.to_string(),
        _ => words::WEEK_OF.to_owned(),
    };
    let step = if body.width < 35 { 3 } else { 4 };
    let days: String = words::DAYS.map(|day| format!("{day:<step$}")).concat();
    let head_line = format!("{name:<9}{}", days.trim_end());
    Line::styled(head_line, look.theme.strong).render(head, buf);
    for (y, week) in (body.y..).zip(weeks) {
        line(charts, week, step, look).render(
            Rect {
                y,
                height: 1,
                ..body
            },
            buf,
        );
    }
    let mut text = words::SIGNS_OF_NIGHTS.to_owned();
    if let Some(kept) = charts.stats.kept {
        text += "\n";
        text += &kept_line(kept);
    }
    // Right below the calendar, where it does not fill the screen.
    let spare = body.height.saturating_sub(shown);
    let foot = Rect {
        y: foot.y - spare.min(foot.y),
        ..foot
    };
    paragraph(foot, buf, &text, look.theme.muted);
}

/// A week, so many cells a night.
fn line(charts: &Charts, week: &Week, step: usize, look: Look<'_>) -> Line<'static> {
    let theme = look.theme;
    let mut spans = vec![Span::styled(
        format!("{:<9}", day(week.run.first)),
        theme.muted,
    )];
    for weekday in 0..7 {
        let night = week.run.first.plus(weekday);
        if night > charts.stats.tonight {
            break;
        }
        let facts = charts.stats.nights.on(night);
        let style = if facts.cramps > 0 {
            theme.accent
        } else {
            theme.muted
        };
        spans.push(Span::styled(format!("{:<step$}", sign(facts)), style));
    }
    Line::from(spans)
}

/// Cramps as a digit, and a plus for stretching.
fn sign(facts: Facts) -> String {
    let cramps = match facts.cramps {
        0 if facts.is_known() => "0".to_owned(),
        0 => ".".to_owned(),
        n => n.min(9).to_string(),
    };
    let plus = if facts.stretched { "+" } else { "" };
    cramps + plus
}
