//! The four values that matter, with what they were before and how they went week by week.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{ChartStyle, cell, share_of};
use crate::diary::chart::Charts;
use crate::diary::chart::KeyValue;
use crate::ui::glyphs::{ASCII, Glyphs};
use crate::ui::letters::{self, LetterSize};
use crate::ui::panel::{Panel, SIDES};
use crate::ui::text::{below, put, runs, width};

/// One of them: the number, what it counts, and beside it what it was.
struct Tile<'a> {
    number: Option<String>,
    name: &'static str,
    beside: String,
    is_better: bool,
    weekly: &'a [Option<f64>],
}

fn tiles<'a>(charts: &'a Charts, glyphs: &Glyphs) -> [Tile<'a>; 4] {
    let all = &charts.values;
    let tile = |value: &'a KeyValue, name, has_tenths| {
        let before = value.now.zip(value.before);
        let is_better = before.is_some_and(|(now, before)| now < before);
        let sign = if is_better { format!("{} ", glyphs.fewer) } else { String::new() };
        let beside =
            before.map(|(_, before)| sign + &format!("was {}", number(before, has_tenths)));
        Tile {
            number: value.now.map(|now| number(now, has_tenths)),
            name,
            beside: beside.unwrap_or_default(),
            is_better,
            weekly: &value.weekly,
        }
    };
    let nights = all.stretched.now;
    [
        tile(&all.cramps, "cramps a week", true),
        tile(&all.pain, "median pain, 0-10", false),
        tile(&all.minutes, "median minutes", false),
        Tile {
            beside: nights.map_or_else(String::new, |_| format!("of {}", all.stretched_of)),
            is_better: nights.is_some_and(|nights| nights > 0.0),
            ..tile(&all.stretched, "nights stretched", false)
        },
    ]
}

/// A number as it is written: whole, or with one place.
fn number(value: f64, has_tenths: bool) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if has_tenths || rounded.fract() != 0.0 {
        format!("{rounded:.1}")
    } else {
        format!("{rounded:.0}")
    }
}

/// Each value in a panel, its number in large letters.
pub(super) fn draw(areas: [Rect; 4], buf: &mut Buffer, charts: &Charts, look: ChartStyle<'_>) {
    for (area, tile) in areas.into_iter().zip(tiles(charts, look.1)) {
        panel(area, buf, &tile, look);
    }
}

fn panel(area: Rect, buf: &mut Buffer, tile: &Tile<'_>, look: ChartStyle<'_>) {
    let (theme, glyphs) = look;
    let said = tile.number.as_deref().unwrap_or("-");
    let beside = tile.beside.as_str();
    let is_plain = *glyphs == ASCII;
    let wide = if is_plain { None } else { letters::columns(said, LetterSize::Wide) };
    let wide = wide.unwrap_or(width(said));
    // It stands beside the number where it fits there, else on the border.
    let room = area.width.saturating_sub(2 * SIDES + wide);
    let has_room = room > width(beside);
    let on_border = if has_room { "" } else { beside };
    let inner = Panel { foot: on_border, ..Panel::default() }.draw(area, buf, look);
    if inner.height < 4 {
        return;
    }
    let ink = if tile.is_better { theme.stretch } else { theme.text };
    // Large letters need more than plain characters.
    if is_plain {
        put(inner, buf, said, ink);
    } else {
        letters::draw(buf, (inner.x, inner.y), said, LetterSize::Wide, (ink, theme));
    }
    let gap = (room.saturating_sub(width(beside))).clamp(1, 2);
    let x = inner.x + wide + gap;
    if has_room {
        let style = if tile.is_better { theme.stretch } else { theme.muted };
        runs(buf, (x, inner.y), room - gap, &[(beside, style)]);
    }
    sparkline(x, inner, buf, tile.weekly, look);
    put(below(inner, 3), buf, tile.name, theme.muted);
}

/// Week by week, at the right end of the row above the name.
fn sparkline(
    from: u16,
    inner: Rect,
    buf: &mut Buffer,
    weekly: &[Option<f64>],
    (theme, glyphs): ChartStyle<'_>,
) {
    let end = inner.x + inner.width;
    let room = end.saturating_sub(from).min(10);
    let shown = &weekly[weekly.len().saturating_sub(usize::from(room))..];
    let most = shown.iter().flatten().copied().fold(0.0, f64::max);
    let wide = u16::try_from(shown.len()).unwrap_or(0);
    for (x, value) in (end - wide..end).zip(shown) {
        let Some(value) = value else {
            continue;
        };
        let part = share_of(*value, most, 7).max(1);
        let sign = glyphs.heights[usize::from(part - 1)];
        cell(buf, (x, inner.y + 2), sign, theme.hint);
    }
}

/// The values in a line, where there is no room for panels.
pub(super) fn line(area: Rect, buf: &mut Buffer, charts: &Charts, (theme, glyphs): ChartStyle<'_>) {
    let mut x = area.x + 1;
    let y = area.y + u16::from(area.height > 1);
    for tile in tiles(charts, glyphs) {
        let Some(number) = tile.number else {
            continue;
        };
        let gap = if tile.beside.is_empty() { "" } else { "  " };
        let style = if tile.is_better { theme.stretch } else { theme.muted };
        let parts: [(String, Style); 4] = [
            (number, theme.strong),
            (format!(" {}", tile.name), theme.muted),
            (format!("{gap}{}", tile.beside), style),
            ("   ".to_owned(), theme.muted),
        ];
        let wide: u16 = parts.iter().map(|(part, _)| width(part)).sum();
        if x + wide > area.x + area.width + 3 {
            return;
        }
        x = runs(buf, (x, y), wide, &parts);
    }
}
