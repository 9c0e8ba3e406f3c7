//! The frame around every screen: the header above, notice and keys below.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::glyphs::Glyphs;
use super::text::{badge, runs, shortened, width, write};
use super::theme::Theme;
use super::{RenderContext, panel};
use crate::app::footer::{self, VisiblePage};
use crate::app::layout::{Area, Size};
use crate::app::state::State;
use crate::app::view::View;
use crate::guide::raw::{Care, Kind};
use crate::guide::trail::{Step, label};
use crate::text::messages::dates;
use crate::text::wrap::cells;

/// The header: the name of the program, the way to this page, and the progress at the right.
pub(crate) fn header(
    area: Area,
    buf: &mut Buffer,
    theme: &Theme,
    crumbs: &[String],
    right: &[(String, Style)],
) {
    let glyphs = theme.glyphs;
    let inner = area.width.saturating_sub(2);
    let wide: u16 = right.iter().map(|(text, _)| width(text)).sum();
    let name = width(NAME) + width(glyphs.arrow);
    let right_fits = wide + 40 <= inner;
    let taken = if right_fits { wide + 2 } else { 0 };
    let room = usize::from(inner.saturating_sub(taken + name));
    let mut line = joined(crumbs, room, glyphs);
    if cells(&line) > room {
        // The current page matters more than the way to it.
        line = shortened(crumbs.last().map_or("", String::as_str), room, glyphs).into_owned();
    }
    let (before, here) = match line.rfind(glyphs.arrow) {
        Some(at) => line.split_at(at + glyphs.arrow.len()),
        None => ("", line.as_str()),
    };
    let parts = [
        (NAME, theme.accent),
        (glyphs.arrow, theme.muted),
        (before, theme.muted),
        (here, theme.text),
    ];
    runs(buf, (area.x + 1, area.y), inner.saturating_sub(taken), &parts);
    if right_fits {
        let x = area.x + 1 + inner - wide;
        runs(buf, (x, area.y), wide, right);
    }
}

/// The name of the program, as it stands at the top of every screen.
const NAME: &str = "uncramp";

/// The answers so far, as the way to this page.
pub(crate) fn crumbs(state: &State) -> Vec<String> {
    if let Some(View::Search(_)) = state.overlays.last() {
        return vec!["Search".to_owned()];
    }
    let trail = &state.top_reading().trail;
    let mut parts = vec![state.guide.title.clone()];
    for visit in trail.visits() {
        let part = match visit.left_by {
            Some(Step::Link(node)) => Some(state.guide.node(node).title.as_str()),
            Some(step) => label(&state.guide, visit.node, step),
            None => None,
        };
        parts.extend(part.map(str::to_owned));
    }
    parts
}

/// Joins the parts in one line and leaves out those in the middle that have no room. The first
/// and the last always stay.
fn joined(parts: &[String], width: usize, glyphs: &Glyphs) -> String {
    let line = parts.join(glyphs.arrow);
    let [first, middle @ .., last] = parts else {
        return line;
    };
    if middle.is_empty() || cells(&line) <= width {
        return line;
    }
    // The widths are added up only once, because a trail may have thousands of parts.
    let arrow = cells(glyphs.arrow);
    let mut used = cells(first) + cells(glyphs.more) + cells(last) + 2 * arrow;
    let fitting = middle[1..].iter().rev().take_while(|part| {
        used += cells(part) + arrow;
        used <= width
    });
    let kept = middle.len() - fitting.count();
    let mut shown = vec![first.as_str(), glyphs.more];
    shown.extend(middle[kept..].iter().chain([last]).map(String::as_str));
    shown.join(glyphs.arrow)
}

/// The least window in which a session or a cramp has a header above it.
const WITH_HEADER: Size = Size { width: 60, height: 20 };

/// Draws the header, where there is room for one, and gives back what a session or a cramp fills
/// above the keys.
pub(crate) fn below_header(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    crumbs: &[String],
    right: &[(String, Style)],
) -> Rect {
    let RenderContext { state, theme, .. } = context;
    let (size, layout) = (state.size, state.layout_with(false));
    let top = u16::from(WITH_HEADER.fits(size.width, size.height));
    if let Some(area) = layout.header.filter(|_| top > 0) {
        header(area, buf, theme, crumbs, right);
    }
    Rect::new(0, top, size.width, layout.end.saturating_sub(top))
}

/// What stands below every screen: the keys, and a notice when there is one.
pub(crate) fn notice_and_keys(buf: &mut Buffer, context: RenderContext<'_>, page: VisiblePage<'_>) {
    let layout = context.state.layout_with(false);
    if let Some(area) = layout.footer {
        footer(area, buf, context, page);
    }
    notice(layout.notice, buf, context.state, context.theme);
}

/// A notice in one line, or in a few that grow upwards.
fn notice(area: Area, buf: &mut Buffer, state: &State, theme: &Theme) {
    let width = usize::from(area.width);
    let blank = " ".repeat(width);
    let lines = state.notice_lines();
    let is_used = |y: u16| (0..area.width).any(|x| buf[(area.x + x, y)].symbol() != " ");
    let top = area.y.saturating_sub(u16::try_from(lines.len()).unwrap_or(0).saturating_sub(1));
    if state.shows_cramp_advice() && (top..=area.y).any(is_used) {
        // Getting help matters more than what just happened.
        return;
    }
    for (y, line) in (0..=area.y).rev().zip(lines.iter().rev()) {
        write(buf, (area.x, y), &blank, width, theme.ground.patch(theme.field));
        write(buf, (area.x, y), line, width, theme.strong);
    }
}

/// At the right of the header: how far through the questions, or when the guide was checked.
pub(crate) fn header_right(context: RenderContext<'_>) -> Vec<(String, Style)> {
    let RenderContext { state, theme, .. } = context;
    let trail = &state.top_reading().trail;
    let here = state.guide.node(trail.here());
    let answered = trail.answers(&state.guide).count();
    match state.overlays.last() {
        Some(View::Search(search)) => {
            return vec![(format!("{} found", search.hits.len()), theme.muted)];
        }
        Some(View::GuideView(_)) | None => {}
        Some(_) => return Vec::new(),
    }
    match here.kind {
        Kind::Symptom => {
            let about = state.guide.usual_questions().max(answered + 1);
            vec![
                ("question ".to_owned(), theme.muted),
                ((answered + 1).to_string(), theme.strong),
                (format!(" of about {about}  "), theme.muted),
                (theme.glyphs.dot.repeat(answered + 1), theme.accent),
                (theme.glyphs.empty_dot.repeat(about - answered - 1), theme.muted),
            ]
        }
        _ if here.is_outcome() && answered > 0 => {
            let dots = theme.glyphs.dot.repeat(answered);
            vec![("answered  ".to_owned(), theme.muted), (dots, theme.accent)]
        }
        _ => {
            let checked = state.guide.reviewed.as_ref().and_then(|day| day.parse::<Date>().ok());
            let text = checked.map(|day| format!("checked {}", dates::full(day)));
            text.map(|text| (text, theme.muted)).into_iter().collect()
        }
    }
}

/// Dims the page below an overlay.
pub(crate) fn dim(buf: &mut Buffer, theme: &Theme) {
    for cell in &mut buf.content {
        if matches!(cell.symbol(), "▀" | "▄") {
            cell.set_symbol(" ");
        }
        cell.modifier.remove(Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED);
        cell.set_style(theme.faint.patch(Style::new().bg(theme.ground.bg.unwrap_or_default())));
    }
}

/// The bar at the bottom: a badge for the mode, the keys that matter here, and the state at the
/// right.
fn footer(area: Area, buf: &mut Buffer, context: RenderContext<'_>, page: VisiblePage<'_>) {
    let RenderContext { state, theme, .. } = context;
    let (mode, is_danger) = footer::mode(state);
    let color = if is_danger { theme.care(Care::Emergency) } else { theme.accent };
    let note = &footer::side_note(state);
    panel::fill(area.into(), buf, theme.ground.patch(theme.field));
    let end = area.x + area.width;
    let mut x = area.x;
    if area.width >= 60 {
        x = badge(buf, (x, area.y), mode, color, theme) + 1;
    }
    let wide = width(note);
    let left = end.saturating_sub(x);
    let shown = wide > 0 && area.width >= 90 && left > wide + 40;
    let room = left.saturating_sub(if shown { wide + 2 } else { 0 });
    let stop = x + room;
    for hint in footer::fitting(state, page, usize::from(room)) {
        let key = hint.key.to_string();
        let parts =
            [(key.as_str(), theme.key), (" ", theme.muted), (hint.label.as_str(), theme.muted)];
        x = runs(buf, (x, area.y), stop.saturating_sub(x), &parts);
        x = x.saturating_add(u16::try_from(footer::SPACE).unwrap_or(3));
    }
    if shown {
        let at = (end - wide - 1, area.y);
        write(buf, at, note, usize::from(wide), theme.muted);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ui::glyphs::{ASCII, UNICODE};

    /// What is shown when this many parts after the first are left out.
    fn without(parts: &[String], dropped: usize, glyphs: &Glyphs) -> String {
        if dropped == 0 {
            return parts.join(glyphs.arrow);
        }
        let mut shown = vec![parts[0].as_str(), glyphs.more];
        shown.extend(parts[dropped + 1..].iter().map(String::as_str));
        shown.join(glyphs.arrow)
    }

    proptest! {
        #[test]
        fn no_more_of_a_trail_is_left_out_than_there_is_no_room_for(
            parts in prop::collection::vec("[a-z\u{e9}\u{65e5}]{1,9}", 1..9),
            width in 0_usize..60,
            ascii: bool,
        ) {
            let glyphs = if ascii { &ASCII } else { &UNICODE };
            let most = parts.len().saturating_sub(2);
            let mut lines = (0..=most).map(|dropped| without(&parts, dropped, glyphs));
            let fits = lines.clone().find(|line| cells(line) <= width);
            let expected = fits.or_else(|| lines.next_back());
            prop_assert_eq!(Some(joined(&parts, width, glyphs)), expected);
        }
    }
}
