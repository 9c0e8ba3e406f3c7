//! Rescue in a small window, where the step is always shown, cut off if need be.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{ExerciseLook, RescueView};
use crate::guide::raw::Care;
use crate::stretch::clock::seconds_shown;
use crate::text::clean;
use crate::text::messages::{amounts, pages, session};
use crate::text::wrap::{cells, fit, wrap_plain};
use crate::ui::text::{Column, lines, runs};

/// The clock, who must not, the step, and as much of the rest as fits whole.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let age = view.age();
    let place = view.place(&look.guide.words, inner.width.saturating_sub(8));
    let head = [(age.as_str(), theme.accent), ("  ", theme.text), (place.as_str(), theme.muted)];
    runs(buf, (inner.x, inner.y), inner.width, &head);
    let mut column = Column::new(inner, buf);
    column.skip(1);
    let check = view.check();
    if let Some(advice) = view.advice {
        let urgent = theme.care(advice.care.unwrap_or(Care::Urgent)).bold();
        // No line of the advice gives way to a longer heading.
        let rows: u16 = advice.lines.iter().map(|line| lines(line, inner.width)).sum();
        let has_room = rows + lines(&advice.head, inner.width) <= column.left();
        column.text(if has_room { &advice.head } else { &advice.big }, urgent);
        for line in advice.lines.iter().chain([&check]) {
            if lines(line, inner.width) <= column.left() {
                column.text(line, theme.text);
            }
        }
        return;
    }
    let Some((step, next, wait)) = view.current() else {
        return column.text(&check, theme.warning);
    };
    let rows = lines(&step.text, inner.width);
    let said = checks(view);
    let fitting = said.iter().find(|check| lines(check, inner.width) + rows <= column.left());
    column.text(fitting.unwrap_or(&said[2]), theme.warning);
    if view.borrowed && column.left() > rows {
        column.line(pages::BORROWED, theme.muted);
    }
    let spare = column.left().saturating_sub(rows);
    column.skip(u16::from(spare >= 4));
    column.text(&step.text, theme.strong);
    if let Some(or) = &step.or
        && lines(or, inner.width) <= column.left()
    {
        column.text(or, theme.muted);
    }
    if let Some(next) = next {
        let wait = amounts::clock(Duration::from_secs(seconds_shown(wait)));
        let short = next.big.as_deref().unwrap_or(&next.text).replace('\n', ". ");
        column.line(&format!("{}  {short}", session::next_in(&wait)), theme.muted);
    }
}

/// Who must not stretch, above the time and the step. Each is shortened where it has no room.
pub(super) fn cut(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let age = view.age();
    let (texts, checks) = match (view.advice, view.current()) {
        (Some(advice), _) => {
            (vec![advice.head.clone(), advice.big.replace('\n', ". ")], Vec::new())
        }
        (None, Some((step, ..))) => {
            let big = step.big.as_deref().unwrap_or(&step.text);
            (vec![clean(&step.text).into_owned(), big.replace('\n', ". ")], checks(view).to_vec())
        }
        (None, None) => (vec![String::new()], checks(view).to_vec()),
    };
    let texts: Vec<String> = texts.iter().map(|text| format!("{age} {text}")).collect();
    let fits = |check: &&String, text: &String| {
        lines(check, area.width) + lines(text, area.width) <= area.height
    };
    let both = checks.iter().find_map(|check| {
        let text = texts.iter().find(|text| fits(&check, text))?;
        Some((check, text))
    });
    let mut column = Column::new(area, buf);
    if let Some((check, text)) = both {
        column.text(check, look.theme.warning);
        return column.text(text, look.theme.accent);
    }
    let mut rows = area.height;
    if let Some(check) = checks.last() {
        let above = lines(check, area.width);
        if above < rows {
            column.text(check, look.theme.warning);
            rows -= above;
        } else {
            // How to do a step is never told without the check, so only its first line is left.
            rows = 1;
        }
    }
    let whole = texts.iter().find(|text| lines(text, area.width) <= rows);
    let Some(text) = whole.or(texts.last()) else { return };
    let wide = usize::from(area.width).max(1);
    let mut shown = wrap_plain(text, wide);
    let is_cut = shown.len() > usize::from(rows);
    shown.truncate(rows.into());
    if let Some(last) = shown.last_mut().filter(|_| is_cut && wide > 8) {
        let kept = fit(last, wide.saturating_sub(3).min(cells(last)));
        *last = format!("{}...", kept.trim_end());
    }
    for line in &shown {
        column.line(line, look.theme.accent);
    }
}

/// Who must not stretch, from the guide's own sentence down to a few words.
fn checks(view: &RescueView<'_>) -> [String; 3] {
    [view.check(), session::CHECK_SHORT.to_owned(), session::CHECK_SHORTEST.to_owned()]
}
