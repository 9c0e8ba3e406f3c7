//! Rescue in a small window: the step is always there, cut to the room.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{RescueLook, RescueView};
use crate::guide::markup::clean;
use crate::guide::raw::Care;
use crate::stretch::clock::seconds_shown;
use crate::text::messages::{amounts, cramp, pages};
use crate::text::wrap::{cells, fit, wrap_plain};
use crate::ui::badge::runs;
use crate::ui::text::{Column, lines};

/// The clock, who must not, the step, and as much of the rest as fits whole.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: RescueLook<'_>) {
    let theme = look.theme;
    let inner = Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    };
    let age = view.age();
    let place = view.place(inner.width.saturating_sub(8));
    let head = [
        (age.as_str(), theme.accent),
        ("  ", theme.text),
        (place.as_str(), theme.muted),
    ];
    runs(buf, (inner.x, inner.y), inner.width, &head);
    let mut column = Column::new(inner, buf);
    column.skip(1);
    let check = view.check();
    if let Some(advice) = view.advice {
        let urgent = theme.care(advice.care.unwrap_or(Care::Urgent)).bold();
        column.text(&advice.head, urgent);
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
    if lines(&check, inner.width) + rows <= column.left() {
        column.text(&check, theme.warning);
    }
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
    if let Some(next) = next
        && !view.cramp.has_let_go()
    {
        let wait = amounts::clock(Duration::from_secs(seconds_shown(wait)));
        let short = next
            .big
            .as_deref()
            .unwrap_or(&next.text)
            .replace('\n', ". ");
        column.line(&format!("{}  {short}", cramp::next_in(&wait)), theme.muted);
    }
}

/// The time and the step, in its few words where the sentence does not fit, and cut where even
/// they do not.
pub(super) fn cut(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: RescueLook<'_>) {
    let age = view.age();
    let texts = match (view.advice, view.current()) {
        (Some(advice), _) => vec![advice.head.clone(), advice.big.replace('\n', ". ")],
        (None, Some((step, ..))) => {
            let big = step.big.as_deref().unwrap_or(&step.text);
            vec![clean(&step.text).into_owned(), big.replace('\n', ". ")]
        }
        (None, None) => vec![String::new()],
    };
    let wide = usize::from(area.width).max(1);
    let wrapped = |text: &String| wrap_plain(&format!("{age} {text}"), wide);
    let mut forms: Vec<Vec<String>> = texts.iter().map(wrapped).collect();
    let whole = forms
        .iter()
        .position(|lines| lines.len() <= usize::from(area.height));
    let mut shown = match whole {
        Some(at) => forms.swap_remove(at),
        None => forms.pop().unwrap_or_default(),
    };
    if whole.is_none() {
        shown.truncate(area.height.into());
        if let Some(last) = shown.last_mut()
            && wide > 8
        {
            let kept = fit(last, wide.saturating_sub(3).min(cells(last)));
            *last = format!("{}...", kept.trim_end());
        }
    }
    let mut column = Column::new(area, buf);
    for line in &shown {
        column.line(line, look.theme.accent);
    }
}
