//! The diary before its first entry: which keys to press, and what it will show.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout as Split, Rect};

use super::chart_panel;
use crate::app::diary_view::{Chart, DiaryView};
use crate::app::layout::WIDE;
use crate::ui::panel::Panel;
use crate::ui::text::{Column, lines};
use crate::ui::theme::Theme;

const FIRST_KEYS: [(&str, &str); 2] =
    [("l", "log a cramp: when, where, how long, how bad"), ("n", "a night without a cramp")];

pub(super) const QUIET_NIGHTS_COUNT: &str = "Nights without a cramp count too: only with them can you see \
    whether cramps get fewer. Stretches that you do here are logged for you.";

const IT_WILL_SHOW: [(&str, &str); 4] = [
    ("", "How many cramps a week, and how many there were before"),
    ("", "How much they hurt, and how long they last"),
    ("", "At what time of night they come"),
    ("", "Which muscle, which leg, and the nights with stretches"),
];

const FOR_THE_DOCTOR: [(&str, &str); 3] = [
    ("", "The command uncramp report puts it on one page to take along."),
    ("", "The command uncramp trial finds out whether stretching helps you."),
    ("", "The diary stays on this computer."),
];

/// Cells of a key or a mark before its words.
const KEY: u16 = 3;

/// Fills the area, whatever its size; with borders where there is room for them.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &DiaryView, framed: bool, theme: &Theme) {
    if !framed {
        return first_keys(area, buf, theme);
    }
    if area.width < WIDE - 2 {
        let rows = Split::vertical([Constraint::Fill(3), Constraint::Fill(2)]);
        let [top, below] = rows.areas(area);
        begin_here(top, buf, theme);
        return what_it_shows(below, buf, theme);
    }
    let columns = Split::horizontal([Constraint::Fill(1); 2]).spacing(1);
    let halves = Split::vertical([Constraint::Fill(1); 2]).spacing(u16::from(area.height >= 28));
    let [top, below] = halves.areas(area);
    let [left, right] = columns.areas(top);
    begin_here(left, buf, theme);
    what_it_shows(right, buf, theme);
    let [left, right] = columns.areas(below);
    chart_panel(left, buf, view, Chart::Nights, theme);
    let inner = Panel { title: "For the doctor", ..Panel::default() }.draw(right, buf, theme);
    list(&mut Column::new(inner, buf), &FOR_THE_DOCTOR, 0, theme);
}

fn begin_here(area: Rect, buf: &mut Buffer, theme: &Theme) {
    let panel = Panel { title: "Begin here", active: true, ..Panel::default() };
    first_keys(panel.draw(area, buf, theme), buf, theme);
}

fn first_keys(area: Rect, buf: &mut Buffer, theme: &Theme) {
    let mut column = Column::new(area, buf);
    column.text("Nothing is logged yet. Two keys are enough:", theme.strong);
    column.skip(1);
    let after = lines(QUIET_NIGHTS_COUNT, area.width);
    list(&mut column, &FIRST_KEYS, after, theme);
    if column.left() >= after {
        column.text(QUIET_NIGHTS_COUNT, theme.muted);
    }
}

pub(super) fn what_it_shows(area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = Panel { title: "What you will see", ..Panel::default() }.draw(area, buf, theme);
    list(&mut Column::new(inner, buf), &IT_WILL_SHOW, 0, theme);
}

/// Draws lines behind a key or a mark. Air between them must leave so many rows below.
fn list(column: &mut Column<'_>, items: &[(&str, &str)], after: u16, theme: &Theme) {
    let room = column.area.width.saturating_sub(KEY);
    let rows: u16 = items.iter().map(|(_, line)| lines(line, room) + 1).sum();
    let gap = u16::from(column.left() >= rows + after);
    for (key, line) in items {
        let point = (theme.glyphs.point, theme.accent);
        let mark = if key.is_empty() { point } else { (*key, theme.key) };
        column.marked(mark, KEY, (line, theme.text));
        column.skip(gap);
    }
}
