//! The last nights of the diary on the first page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{legend, pain_share};
use crate::app::diary_status::HOME_NIGHTS;
use crate::diary::diary_night::DiaryNight;
use crate::diary::entry::Scale;
use crate::diary::summary::{enough_known, to_u32};
use crate::text::messages::amounts;
use crate::ui::RenderContext;
use crate::ui::bar::rounded_share;
use crate::ui::panel::{Panel, fill};
use crate::ui::text::{runs, write};
use crate::ui::theme::Theme;

/// Draws the panel; its last line compares the cramps with those of as many nights before.
pub(crate) fn panel(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let RenderContext { state, theme, .. } = context;
    let title = format!("Last {HOME_NIGHTS} nights");
    let panel = Panel { title: &title, right: "d diary", ..Panel::default() };
    let inner = panel.draw(area, buf, theme);
    let (before, nights) = state.diary_status.compared();
    columns(inner, buf, before, nights, theme);
}

/// A column for each night, as high as its worst pain.
pub(super) fn columns(
    area: Rect,
    buf: &mut Buffer,
    before: &[DiaryNight],
    nights: &[DiaryNight],
    theme: &Theme,
) {
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
    let bar_width = step.saturating_sub(1).max(1);
    for (x, night) in (area.x..).step_by(usize::from(step)).zip(nights) {
        if night.count() > 0 {
            let worst = pain(night);
            let height = rounded_share(rows, worst, most).max(1);
            let style = theme.value(pain_share(worst));
            let top = bottom + 1 - height;
            fill(Rect::new(x, top, bar_width, height), buf, theme.fill(style));
            if bar_width > 2 && height > 1 {
                let label = format!("{worst:^0$.0}", usize::from(bar_width));
                write(buf, (x, top), &label, label.len(), theme.badge(style));
            }
        } else if night.is_known() {
            write(buf, (x + bar_width / 2, bottom), theme.glyphs.point, 1, theme.hint);
        }
        if night.stretched {
            let mark = theme.glyphs.under.repeat(bar_width.into());
            write(buf, (x, bottom + 1), &mark, bar_width.into(), theme.stretch);
        }
    }
    let row = Rect { y: area.bottom() - 1, height: 1, ..area };
    let x = runs(buf, (row.x, row.y), row.width, &compared(before, nights, theme));
    let signs = [
        [(theme.glyphs.under, theme.stretch), (" stretched", theme.muted)],
        [(theme.glyphs.point, theme.hint), (" none", theme.muted)],
        [("blank: ", theme.muted), ("not logged", theme.muted)],
    ];
    legend(row, x, buf, &signs);
}

/// Pain of a cramp of which none was logged.
const USUAL_PAIN: u8 = 5;

/// How many cramps there were, and how many before, where enough of both is known.
fn compared(before: &[DiaryNight], nights: &[DiaryNight], theme: &Theme) -> [(String, Style); 3] {
    let cramps = |nights: &[DiaryNight]| -> u32 { nights.iter().map(DiaryNight::count).sum() };
    let is_known = |nights: &[DiaryNight]| {
        let known = nights.iter().filter(|night| night.is_known()).count();
        enough_known(to_u32(known), to_u32(nights.len()))
    };
    let (now, then) = (cramps(nights), cramps(before));
    let (was, style) = match (is_known(before) && is_known(nights), now < then) {
        (false, _) => (String::new(), theme.muted),
        (true, false) => (format!("was {then} before"), theme.muted),
        (true, true) => (format!("{} was {then} before", theme.glyphs.marker), theme.stretch),
    };
    [(amounts::cramps(now), theme.strong), (format!("   {was}"), style), ("   ".to_owned(), style)]
}
