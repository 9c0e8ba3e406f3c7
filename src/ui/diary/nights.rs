//! The nights as a field of marks, a row a week: cramps, none, not logged, and where stretching was.
//! Each is told apart by its sign, never by colour alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::empty::QUIET_NIGHTS_COUNT;
use crate::app::diary_view::DiaryView;
use crate::diary::entry::Scale;
use crate::diary::field::Field;
use crate::diary::nights::{DiaryNight, nights_needed};
use crate::diary::summary::size;
use crate::text::clean;
use crate::text::messages::{amounts, dates, diary as words};
use crate::text::wrap::cells;
use crate::ui::RenderContext;
use crate::ui::panel::{Panel, fill};
use crate::ui::text::{Column, lines, put_right, runs, width, write};
use crate::ui::theme::Theme;

/// Cells of the date before a row.
const DATE: u16 = 6;

/// Draws as many weeks as there are rows for, with the night of the cursor among them.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &DiaryView, theme: &Theme) {
    if area.height < 3 || area.width < DATE + 2 + 7 * 3 {
        return;
    }
    let column = ((area.width - DATE - 2) / 7).min(9);
    let wide = if column > 6 { 5 } else { 3 };
    let left = area.x + DATE + 2;
    for (index, name) in (0_u16..).zip(words::DAYS) {
        write(buf, (left + index * column + (wide - 3) / 2, area.y), name, 3, theme.muted);
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
            mark(buf, Rect::new(left + at * column, y, wide, 1), night, is_cursor, theme);
        }
    }
    let used = 1 + u16::try_from(step * weeks.len()).unwrap_or(u16::MAX);
    let free = Rect { height: area.height.saturating_sub(used + 2), y: area.y + used + 1, ..area };
    if free.height > lines(QUIET_NIGHTS_COUNT, area.width) {
        Column::new(free, buf).text(QUIET_NIGHTS_COUNT, theme.muted);
    }
    if has_legend {
        legend(buf, (area.x, area.bottom() - 1), area.width, theme);
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

fn legend(buf: &mut Buffer, at: (u16, u16), room: u16, theme: &Theme) {
    let point = format!(" {} ", theme.glyphs.point);
    let parts = [
        (" 1 ", theme.badge(theme.cramp)),
        (" cramp ", theme.muted),
        (point.as_str(), theme.hint.patch(theme.field)),
        (" none ", theme.muted),
        (theme.glyphs.beside, theme.stretch),
        (" stretched ", theme.muted),
        (" blank: not logged", theme.muted),
    ];
    // The last sign is only explained where that fits whole.
    let wide: u16 = parts.iter().map(|(part, _)| width(part)).sum();
    let shown = if wide <= room { &parts[..] } else { &parts[..parts.len() - 1] };
    runs(buf, at, room, shown);
}

/// What is known of a night, in so many cells, with the words of its entries where they fit.
pub(super) fn in_words(night: &DiaryNight, room: usize) -> String {
    let mark = match night.known {
        Some(count @ 1..) => amounts::cramps(count),
        Some(0) => words::NO_CRAMP.to_owned(),
        None => words::NOT_LOGGED.to_owned(),
    };
    let whole = |text: String| if night.stretched { text + ", stretched" } else { text };
    // When each cramp began, and this many of its fields.
    let cramps_with = |fields: usize| {
        let cramps = night.cramps().map(|cramp| {
            let logged = Field::all().filter_map(|field| field.shown(cramp)).take(fields);
            let logged = logged.collect::<Vec<_>>().join(", ");
            clean(format!("{} {logged}", cramp.began.time()).trim_end()).into_owned()
        });
        cramps.collect::<Vec<_>>().join("; ")
    };
    let mut texts =
        [usize::MAX, 4, 2, 1].into_iter().map(cramps_with).filter(|text| !text.is_empty());
    texts
        .find_map(|text| Some(whole(text)).filter(|text| cells(text) <= room))
        .unwrap_or_else(|| whole(mark))
}

/// The last nights in a panel of the first page, and the cramps of as many before them.
pub(crate) fn last_nights_panel(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let RenderContext { state, theme, .. } = context;
    let panel = Panel { title: "Last 14 nights", right: "d diary", ..Panel::default() };
    let inner = panel.draw(area, buf, theme);
    last_nights(inner, buf, state.diary_status.compared().into(), theme);
}

/// The last nights in a few columns, for the first page, and the cramps of as many before them.
pub(super) fn last_nights(area: Rect, buf: &mut Buffer, all: [&[DiaryNight]; 2], theme: &Theme) {
    let [before, nights] = all;
    let count = u16::try_from(nights.len()).unwrap_or(1).max(1);
    let step = (area.width / count).clamp(2, 4);
    let rows = area.height.saturating_sub(2);
    if rows == 0 {
        return;
    }
    let bottom = area.y + rows - 1;
    let pain = |night: &DiaryNight| {
        let worst = night.cramps().filter_map(|cramp| cramp.pain).map(Scale::value).max();
        f64::from(worst.unwrap_or(USUAL_PAIN))
    };
    let most = nights.iter().map(pain).fold(6.0, f64::max);
    let wide = step.saturating_sub(1).max(1);
    for (x, night) in (area.x..).step_by(usize::from(step)).zip(nights) {
        if night.count() > 0 {
            let worst = pain(night);
            let tall = super::share_of(worst, most, rows).max(1);
            let style = theme.value(super::pain_share(worst));
            let top = bottom + 1 - tall;
            fill(Rect::new(x, top, wide, tall), buf, theme.fill(style));
            if wide > 2 && tall > 1 {
                let label = format!("{worst:^0$.0}", usize::from(wide));
                write(buf, (x, top), &label, label.len(), theme.badge(style));
            }
        } else {
            let sign = if night.is_known() { theme.glyphs.dot } else { theme.glyphs.point };
            write(buf, (x + wide / 2, bottom), sign, 1, theme.faint);
        }
        if night.stretched {
            let mark = theme.glyphs.under.repeat(wide.into());
            write(buf, (x, bottom + 1), &mark, wide.into(), theme.stretch);
        }
    }
    let mut parts = cramps_now_and_before(before, nights, theme).to_vec();
    let legend = [
        (theme.glyphs.under.to_owned(), theme.stretch),
        (" stretched   ".to_owned(), theme.muted),
        (theme.glyphs.dot.to_owned(), theme.faint),
        (" none".to_owned(), theme.muted),
    ];
    if parts.iter().chain(&legend).map(|(part, _)| width(part)).sum::<u16>() <= area.width {
        parts.extend(legend);
    }
    runs(buf, (area.x, area.bottom() - 1), area.width, &parts);
}

/// Pain of a cramp of which none was logged.
const USUAL_PAIN: u8 = 5;

/// How many cramps there were, and how many before, where enough of both is known.
fn cramps_now_and_before(
    before: &[DiaryNight],
    nights: &[DiaryNight],
    theme: &Theme,
) -> [(String, Style); 3] {
    let cramps = |nights: &[DiaryNight]| -> u32 { nights.iter().map(DiaryNight::count).sum() };
    let is_known = |nights: &[DiaryNight]| {
        let known = nights.iter().filter(|night| night.is_known()).count();
        known > 0 && size(known) >= nights_needed(size(nights.len()))
    };
    let (now, then) = (cramps(nights), cramps(before));
    let (was, style) = match (is_known(before) && is_known(nights), now < then) {
        (false, _) => (String::new(), theme.muted),
        (true, false) => (format!("was {then} before"), theme.muted),
        (true, true) => (format!("{} was {then} before", theme.glyphs.marker), theme.stretch),
    };
    [(amounts::cramps(now), theme.strong), (format!("   {was}"), style), ("   ".to_owned(), style)]
}
