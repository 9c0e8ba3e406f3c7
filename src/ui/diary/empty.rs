//! The diary before its first entry: which keys to press, and what it will show.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout as Split, Rect};

use super::{Chart, ChartStyle, framed};
use crate::app::layout::WIDE;
use crate::diary::chart::Charts;
use crate::ui::panel::Panel;
use crate::ui::text::{Column, lines};

const FIRST_KEYS: [(&str, &str); 2] =
    [("l", "log a cramp: when, where, how long, how bad"), ("n", "a night without a cramp")];

pub(super) const QUIET_NIGHTS_COUNT: &str = "Nights without a cramp count too: only with them can you see \
    whether cramps get fewer. Stretches that you do here are logged for you.";

const IT_WILL_SHOW_LINES: [&str; 4] = [
    "How many cramps a week, and how many there were before",
    "How much they hurt, and how long they last",
    "At what time of night they come",
    "Which muscle, which leg, and the nights with stretches",
];

const FOR_THE_DOCTOR_LINES: [&str; 3] = [
    "The command uncramp report puts it on one page to take along.",
    "The command uncramp trial finds out whether stretching helps you.",
    "The diary stays on this computer.",
];

/// Cells of a key or a mark before its words.
const KEY: u16 = 3;

/// Fills the area, whatever its size; with borders where there is room for them.
pub(super) fn draw(
    area: Rect,
    buf: &mut Buffer,
    charts: &Charts,
    has_borders: bool,
    look: ChartStyle<'_>,
) {
    if !has_borders {
        return keys(area, buf, look);
    }
    if area.width < WIDE - 2 {
        let rows = Split::vertical([Constraint::Fill(3), Constraint::Fill(2)]);
        let [top, below] = rows.areas(area);
        begin(top, buf, look);
        return shown(below, buf, look);
    }
    let columns = Split::horizontal([Constraint::Fill(1); 2]).spacing(1);
    let halves = Split::vertical([Constraint::Fill(1); 2]).spacing(u16::from(area.height >= 28));
    let [top, below] = halves.areas(area);
    let [left, right] = columns.areas(top);
    begin(left, buf, look);
    shown(right, buf, look);
    let [left, right] = columns.areas(below);
    framed(left, buf, charts, Chart::Nights, look);
    let inner = Panel { title: "For the doctor", ..Panel::default() }.draw(right, buf, look);
    listed(inner, buf, (&FOR_THE_DOCTOR_LINES.map(|line| ("", line)), 0), look);
}

fn begin(area: Rect, buf: &mut Buffer, look: ChartStyle<'_>) {
    let panel = Panel { title: "Begin here", active: true, ..Panel::default() };
    let inner = panel.draw(area, buf, look);
    keys(inner, buf, look);
}

fn keys(area: Rect, buf: &mut Buffer, look: ChartStyle<'_>) {
    let mut column = Column::new(area, buf);
    column.text("Nothing is noted yet. Two keys are enough:", look.0.strong);
    column.skip(1);
    let rest = column.rest();
    let after = lines(QUIET_NIGHTS_COUNT, rest.width);
    let used = listed(rest, buf, (&FIRST_KEYS, after), look);
    let mut column = Column::new(rest, buf);
    column.skip(used);
    if column.left() >= after {
        column.text(QUIET_NIGHTS_COUNT, look.0.muted);
    }
}

/// What the diary will show.
pub(super) fn shown(area: Rect, buf: &mut Buffer, look: ChartStyle<'_>) {
    let inner = Panel { title: "What you will see", ..Panel::default() }.draw(area, buf, look);
    listed(inner, buf, (&IT_WILL_SHOW_LINES.map(|line| ("", line)), 0), look);
}

/// Draws lines behind a key or a mark and returns how many rows they take. Air between them must
/// leave so many rows below.
fn listed(
    area: Rect,
    buf: &mut Buffer,
    (said, after): (&[(&str, &str)], u16),
    (theme, glyphs): ChartStyle<'_>,
) -> u16 {
    let room = area.width.saturating_sub(KEY);
    let rows: u16 = said.iter().map(|(_, line)| lines(line, room)).sum();
    let gaps = u16::try_from(said.len()).unwrap_or(0);
    let gap = u16::from(area.height >= rows + gaps + after);
    let mut column = Column::new(area, buf);
    for (key, line) in said {
        let mark = if key.is_empty() { (glyphs.point, theme.accent) } else { (*key, theme.key) };
        column.marked(mark, KEY, (line, theme.text));
        column.skip(gap);
    }
    area.height - column.left()
}
