//! The nights as a field of marks, a row a week: cramps, none, not logged, and where stretching was.
//! Each is told apart by its sign, never by colour alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::empty::QUIET_NIGHTS_COUNT;
use crate::app::diary_view::DiaryView;
use crate::diary::diary_night::DiaryNight;
use crate::diary::field::Field;
use crate::text::messages::{amounts, dates, diary as words};
use crate::text::wrap::cells;
use crate::ui::text::{Column, lines, put_right, runs, write};
use crate::ui::theme::Theme;

/// Cells of the date before a row.
const DATE: u16 = 6;

/// Cells of the whole legend; in fewer it does not explain the blank nights.
const LEGEND: u16 = 51;

/// Draws as many weeks as there are rows for, with the night of the cursor among them.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &DiaryView, theme: &Theme) {
    if area.height < 3 || area.width < DATE + 2 + 7 * 3 {
        return;
    }
    let column = ((area.width - DATE - 2) / 7).min(9);
    let day_width = if column > 6 { 5 } else { 3 };
    let left = area.x + DATE + 2;
    for (index, name) in (0_u16..).zip(words::DAYS) {
        write(buf, (left + index * column + (day_width - 3) / 2, area.y), name, 3, theme.muted);
    }
    let has_legend = area.height >= 5;
    let rows = usize::from(area.height) - 1 - usize::from(has_legend);
    let weeks: Vec<&[DiaryNight]> = view.statistics.nights.chunks(7).collect();
    // Weeks have an empty row between them where all of them fit.
    let step = if rows >= 2 * weeks.len() { 2 } else { 1 };
    let cursor_week = view.cursor / 7;
    let last = (cursor_week + 1).max(weeks.len().saturating_sub(view.back));
    let last = last.min(weeks.len());
    let first = last.saturating_sub(rows).min(cursor_week);
    let shown = weeks.iter().enumerate().skip(first).take(rows);
    for (y, (index, week)) in (area.y + 1..).step_by(step).zip(shown) {
        if let Some(monday) = week.first() {
            let date = Rect::new(area.x, y, DATE, 1);
            put_right(date, buf, &dates::short(monday.night.0), theme.muted);
        }
        for (at, night) in (0_u16..).zip(*week) {
            let is_cursor = index * 7 + usize::from(at) == view.cursor;
            mark(buf, Rect::new(left + at * column, y, day_width, 1), night, is_cursor, theme);
        }
    }
    let used = 1 + u16::try_from(step * weeks.len()).unwrap_or(u16::MAX);
    let free = Rect { height: area.height.saturating_sub(used + 2), y: area.y + used + 1, ..area };
    if free.height > lines(QUIET_NIGHTS_COUNT, area.width) {
        Column::new(free, buf).text(QUIET_NIGHTS_COUNT, theme.muted);
    }
    if has_legend {
        legend(Rect { y: area.bottom() - 1, height: 1, ..area }, buf, theme);
    }
}

fn mark(buf: &mut Buffer, area: Rect, night: &DiaryNight, is_cursor: bool, theme: &Theme) {
    let (sign, style) = match night.known {
        Some(count @ 1..) => {
            let count = if count > 9 { "9".to_owned() } else { count.to_string() };
            (count, theme.badge(theme.cramp))
        }
        Some(0) => (theme.glyphs.point.to_owned(), theme.hint.patch(theme.field)),
        None => (" ".to_owned(), theme.text),
    };
    let text = format!("{sign:^0$}", usize::from(area.width) - 2);
    let text = if is_cursor { format!("[{text}]") } else { format!(" {text} ") };
    let style = if is_cursor && night.count() == 0 { theme.accent } else { style };
    write(buf, (area.x, area.y), &text, text.len(), style);
    if is_cursor && night.count() == 0 {
        buf.set_style(area.intersection(buf.area), theme.selected);
    }
    if night.stretched {
        write(buf, (area.right(), area.y), theme.glyphs.beside, 1, theme.stretch);
    }
}

fn legend(row: Rect, buf: &mut Buffer, theme: &Theme) {
    let point = format!(" {} ", theme.glyphs.point);
    let parts = [
        (" 1 ", theme.badge(theme.cramp)),
        (" cramp  ", theme.muted),
        (point.as_str(), theme.hint.patch(theme.field)),
        (" none  ", theme.muted),
        (theme.glyphs.beside, theme.stretch),
        (" stretched", theme.muted),
        ("  blank: not logged", theme.muted),
    ];
    let shown = parts.len() - usize::from(row.width < LEGEND);
    runs(buf, (row.x, row.y), row.width, &parts[..shown]);
}

/// What is known of a night, in so many cells of the border below a chart of this width, with the
/// words of its entries where they fit.
pub(super) fn in_words(night: &DiaryNight, room: usize, chart: u16) -> String {
    let mark = match night.known {
        Some(count @ 1..) => amounts::cramps(count),
        Some(0) => words::NO_CRAMP.to_owned(),
        // The legend says it already.
        None if chart >= LEGEND => {
            return if night.stretched { "stretched" } else { "" }.to_owned();
        }
        None => words::NOT_LOGGED.to_owned(),
    };
    let whole = |text: String| if night.stretched { text + ", stretched" } else { text };
    // When each cramp began, and this many of its fields.
    let cramps_with = |fields: usize| {
        let cramps = night.cramps().map(|cramp| {
            let logged = Field::all().filter_map(|field| field.shown(cramp)).take(fields);
            let logged = logged.collect::<Vec<_>>().join(", ");
            format!("{} {logged}", cramp.began.time()).trim_end().to_owned()
        });
        cramps.collect::<Vec<_>>().join("; ")
    };
    let texts = [usize::MAX, 4, 2, 1].map(cramps_with).into_iter().filter(|text| !text.is_empty());
    texts.map(whole).find(|text| cells(text) <= room).unwrap_or_else(|| whole(mark))
}
