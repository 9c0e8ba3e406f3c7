//! The four values that matter, with what they were before and how they went week by week.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{RenderDirection, Sparkline, Widget};

use crate::app::layout::FRAME;
use crate::diary::statistics::{KeyValue, KeyValues};
use crate::text::messages::{amounts, diary::STRETCHED_ON};
use crate::ui::bar::rounded_share;
use crate::ui::glyphs::Glyphs;
use crate::ui::letters::{self, LetterSize};
use crate::ui::panel::Panel;
use crate::ui::text::{below, put, right_of, runs, width, write};
use crate::ui::theme::Theme;

/// One of them: the number, what it counts, and beside it what it was.
struct Tile<'a> {
    number: Option<String>,
    before: &'static str,
    name: &'static str,
    beside: String,
    is_better: bool,
    weekly: &'a [Option<f64>],
}

fn tiles<'a>(values: &'a KeyValues, glyphs: &Glyphs) -> [Tile<'a>; 4] {
    let tile = |value: &'a KeyValue, name| {
        let before = value.now.zip(value.before);
        let is_better = before.is_some_and(|(now, before)| now < before);
        let sign = if is_better { format!("{} ", glyphs.marker) } else { String::new() };
        let beside = before.map(|(_, before)| format!("{sign}was {}", number(before)));
        Tile {
            number: value.now.map(number),
            before: "",
            name,
            beside: beside.unwrap_or_default(),
            is_better,
            weekly: &value.weekly,
        }
    };
    let (nights, of) = (values.stretched.now, amounts::nights(values.stretched_of));
    [
        tile(&values.cramps, "cramps a week"),
        tile(&values.pain, "median pain, 0-10"),
        tile(&values.minutes, "median minutes"),
        Tile {
            beside: nights.map_or_else(String::new, |_| format!("of {of}")),
            before: STRETCHED_ON,
            is_better: nights.is_some_and(|nights| nights > 0.0),
            ..tile(&values.stretched, "")
        },
    ]
}

/// A number as people write it: whole, or with one place.
fn number(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// Each value in a panel, its number in large letters.
pub(super) fn draw(areas: [Rect; 4], buf: &mut Buffer, values: &KeyValues, theme: &Theme) {
    for (area, tile) in areas.into_iter().zip(tiles(values, theme.glyphs)) {
        panel(area, buf, &tile, theme);
    }
}

fn panel(area: Rect, buf: &mut Buffer, tile: &Tile<'_>, theme: &Theme) {
    let number = tile.number.as_deref().unwrap_or("-");
    let beside = tile.beside.as_str();
    // Large letters need more than plain characters.
    let large = letters::columns(number, LetterSize::Wide).filter(|_| !theme.is_ascii());
    let number_width = large.unwrap_or(width(number));
    // What it was stands beside the number where it fits there, else on the border.
    let room = area.width.saturating_sub(2 * FRAME + number_width);
    let has_room = room > width(beside);
    let on_border = if has_room { "" } else { beside };
    let inner = Panel { foot: on_border, ..Panel::default() }.draw(area, buf, theme);
    if inner.height < 4 {
        return;
    }
    let ink = if tile.is_better { theme.stretch } else { theme.text };
    match large {
        Some(_) => letters::draw(inner, buf, number, LetterSize::Wide, ink, theme),
        None => put(inner, buf, number, ink),
    }
    let gap = (room.saturating_sub(width(beside))).clamp(1, 2);
    let x = inner.x + number_width + gap;
    if has_room {
        let style = if tile.is_better { theme.stretch } else { theme.muted };
        write(buf, (x, inner.y), beside, usize::from(room - gap), style);
    }
    sparkline(right_of(below(inner, 2), number_width + gap), buf, tile.weekly, theme);
    put(below(inner, 3), buf, &[tile.before, tile.name].concat(), theme.muted);
}

/// Week by week, at the right end of a row.
fn sparkline(row: Rect, buf: &mut Buffer, weekly: &[Option<f64>], theme: &Theme) {
    let room = usize::from(row.width.min(10));
    let shown = &weekly[weekly.len().saturating_sub(room)..];
    let most = shown.iter().flatten().copied().fold(0.0, f64::max);
    // A full cell would touch the row above it.
    let part = |value| u64::from(rounded_share(7, value, most).max(1));
    Sparkline::default()
        .data(shown.iter().rev().map(|value| value.map(part)))
        .max(8)
        .bar_set(theme.glyphs.heights.clone())
        .direction(RenderDirection::RightToLeft)
        .style(theme.hint)
        .render(Rect { height: 1, ..row }.intersection(buf.area), buf);
}

/// The values in a line, where there is no room for panels.
pub(super) fn line(area: Rect, buf: &mut Buffer, values: &KeyValues, theme: &Theme) {
    let mut x = area.x + 1;
    let y = area.y + u16::from(area.height > 1);
    for tile in tiles(values, theme.glyphs) {
        let Some(number) = tile.number else {
            continue;
        };
        let gap = if tile.beside.is_empty() || tile.name.is_empty() { "" } else { "  " };
        let style = if tile.is_better { theme.stretch } else { theme.muted };
        let parts: [(String, Style); 5] = [
            (tile.before.to_owned(), theme.muted),
            (number, theme.strong),
            (format!(" {}", tile.name), theme.muted),
            (format!("{gap}{}", tile.beside), style),
            ("   ".to_owned(), theme.muted),
        ];
        let line_width: u16 = parts.iter().map(|(part, _)| width(part)).sum();
        if x + line_width > area.x + area.width + 3 {
            return;
        }
        x = runs(buf, (x, y), line_width, &parts);
    }
}
