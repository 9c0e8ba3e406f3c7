//! The nights as a field of marks, a row a week: cramps, none, not logged, and where stretching was.
//! Each is told apart by its sign, never by colour alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::empty::QUIET_NIGHTS_COUNT;
use crate::app::diary_view::DiaryView;
use crate::app::keymap::{Action, DiaryAction, name};
use crate::diary::diary_night::DiaryNight;
use crate::diary::entry::{Entry, Record};
use crate::guide::raw::Care;
use crate::text::messages::{dates, diary as words};
use crate::ui::text::{Column, lines, put_right, write};
use crate::ui::theme::Theme;

/// Cells of the date before a row.
const DATE: u16 = 6;

/// Cells of the legend without danger signs; in fewer it does not explain the blank nights.
const LEGEND: u16 = 51;

/// Marks a night with a danger sign.
const SIGN: &str = "!";

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
    let first = view.weeks_to_show().saturating_sub(rows).min(cursor_week);
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
        let has_sign = view.statistics.nights.iter().any(DiaryNight::has_sign);
        legend(Rect { y: area.bottom() - 1, height: 1, ..area }, buf, has_sign, theme);
    }
}

fn mark(buf: &mut Buffer, area: Rect, night: &DiaryNight, is_cursor: bool, theme: &Theme) {
    let (sign, style) = match night.known {
        Some(count @ 1..) => {
            let count = if count > 9 { "9".to_owned() } else { count.to_string() };
            (count, theme.badge(theme.cramp))
        }
        Some(0) => (theme.glyphs.point.to_owned(), theme.hint.patch(theme.field)),
        None if night.has_sign() => (String::new(), theme.badge(theme.care(Care::Emergency))),
        None => (" ".to_owned(), theme.text),
    };
    let sign = if night.has_sign() { sign + SIGN } else { sign };
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

fn legend(row: Rect, buf: &mut Buffer, has_sign: bool, theme: &Theme) {
    let point = format!(" {} ", theme.glyphs.point);
    let signs = [
        [(" 1 ", theme.badge(theme.cramp)), (" cramp", theme.muted)],
        [(SIGN, theme.care(Care::Emergency)), (" danger sign", theme.muted)],
        [(point.as_str(), theme.hint.patch(theme.field)), (" none", theme.muted)],
        [(theme.glyphs.beside, theme.stretch), (" stretched", theme.muted)],
        [("blank: ", theme.muted), ("not logged", theme.muted)],
    ];
    let shown = signs.into_iter().filter(|[(sign, _), _]| has_sign || *sign != SIGN);
    super::legend(row, row.x, buf, &shown.collect::<Vec<_>>());
}

/// The entry of the night under the cursor that a key would change, behind any danger sign; on the
/// border below a chart of this width.
pub(super) fn in_words(view: &DiaryView, chart: u16) -> String {
    let (Some((index, Entry { record, .. })), Some(night)) = (view.chosen(), view.night()) else {
        // The legend may say it already.
        return if chart >= LEGEND { "" } else { words::NOT_LOGGED }.to_owned();
    };
    let details = record.details();
    let text = match record {
        Record::Cramp(cramp) => format!("{} {details}", cramp.began.time()).trim_end().to_owned(),
        Record::Quiet(_) => words::NO_CRAMP.to_owned(),
        _ => format!("{}: {details}", record.name()),
    };
    let count = night.entries.len();
    let next = name(Action::Diary(DiaryAction::NextEntry));
    let place = format!("{} of {count} ({next}: next), ", index + 1);
    let text = if count > 1 { place + &text } else { text };
    let is_behind = night.has_sign() && record.sign().is_none();
    if is_behind { format!("danger sign; {text}") } else { text }
}
