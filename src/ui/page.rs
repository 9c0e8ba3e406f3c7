//! An arranged page: its panels with their lines, the bar on the selected option, and the bar on
//! top of a page about an emergency.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::RenderContext;
use super::glyphs::{ASCII, Glyphs};
use super::letters::{self, LetterSize};
use super::panel::{self, Panel, Scrolled};
use super::text::{put, width, write};
use super::theme::Theme;
use crate::app::page::arrange::{PlacedPanel, ScreenPage, WarningBar};
use crate::app::page::{FlowLine, Hue, Item, Role, SectionKind};
use crate::app::view::View;
use crate::guide::raw::Care;
use crate::guide::trail::PagePosition;
use crate::text::messages::labels as words;

/// How a page is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PageLook<'a> {
    /// Whether its keys choose here.
    pub(crate) chooses: bool,
    /// The keys of an overlay, on its lower border.
    pub(crate) keys: &'a str,
}

/// Draws the page and returns the place of the cursor, which is the selected item while the keys
/// choose here.
pub(crate) fn draw(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    (page, place): (&ScreenPage, PagePosition),
    look: PageLook<'_>,
) -> Option<Position> {
    if let Some(bar) = &page.bar {
        warning(buf, context, bar);
    }
    let selected = page.selected(place).filter(|_| look.chooses);
    let mut cursor = None;
    let is_search = matches!(context.state.overlays.last(), Some(View::Search(_)));
    // In a search the field has the keys.
    let active = active_panel(page, selected, look.chooses && !is_search);
    for (index, placed) in page.panels.iter().enumerate() {
        let is_active = active == Some(index);
        frame(buf, context, page, placed, (is_active, selected, place), look);
        let seen = visible(page, placed, place);
        for (row, at) in (placed.inner.y..).zip(seen) {
            let item = item_at(page, at);
            let is_selected = item.is_some() && item == selected;
            line(buf, context, placed, (row, &page.lines[at]), is_selected);
            if let Some(item) = item.and_then(|item| page.items.get(item)) {
                mark(buf, context, placed, (row, item), is_selected);
                if is_selected && item.lines.start == at {
                    cursor = Some(Position { x: placed.inner.x, y: row });
                }
            }
            aside(buf, context.theme, placed, (row, &page.lines[at]), is_selected);
        }
    }
    cursor
}

/// The visible lines of a panel. The fixed lines at its top do not scroll.
fn visible(page: &ScreenPage, placed: &PlacedPanel, place: PagePosition) -> std::ops::Range<usize> {
    let all = &placed.lines;
    let start = (all.start + scrolled(page, placed, place)).min(all.end);
    start..(start + usize::from(placed.inner.height)).min(all.end)
}

/// How many lines of a panel are scrolled away.
fn scrolled(page: &ScreenPage, placed: &PlacedPanel, place: PagePosition) -> usize {
    if placed.lines.start >= page.fixed { place.scroll } else { 0 }
}

fn item_at(page: &ScreenPage, line: usize) -> Option<usize> {
    page.items.iter().position(|item| item.lines.contains(&line))
}

/// The panel with the selected item; where nothing is selected yet, the first with items.
fn active_panel(page: &ScreenPage, selected: Option<usize>, chooses: bool) -> Option<usize> {
    if !chooses {
        return None;
    }
    let item = page.items.get(selected.unwrap_or(0));
    let holds = |placed: &PlacedPanel| match item {
        Some(item) => placed.lines.contains(&item.lines.start),
        None => true,
    };
    page.panels.iter().position(holds)
}

/// Border, title, how many of how many, and scroll mark.
fn frame(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    page: &ScreenPage,
    placed: &PlacedPanel,
    (is_active, selected, place): (bool, Option<usize>, PagePosition),
    look: PageLook<'_>,
) {
    let RenderContext { state, theme, glyphs, .. } = context;
    if !state.layout().framed {
        if !look.keys.is_empty() {
            panel::clear(placed.area.into(), buf, theme.ground);
        }
        return;
    }
    let is_last = page.panels.last() == Some(placed);
    let counts = |item: &Item| placed.lines.contains(&item.lines.start) && !item.apart;
    let of = page.items.iter().filter(|item| counts(item)).count();
    let before = page.items.iter().take_while(|item| !counts(item)).count();
    let foot = match selected {
        Some(at) if of > 1 && (before..before + of).contains(&at) => {
            format!("{} of {of}", at - before + 1)
        }
        _ => String::new(),
    };
    let color = match placed.kind {
        SectionKind::Verdict(care) => Some(theme.care(care)),
        SectionKind::Answer => Some(theme.hue(Hue::Key)),
        SectionKind::Emergency => Some(theme.care(Care::Emergency)),
        _ => None,
    };
    let is_sources = placed.kind == SectionKind::Sources;
    let panel = Panel {
        title: &placed.title,
        right: if is_sources && look.chooses { "i all" } else { "" },
        foot: &foot,
        foot_left: if is_last { look.keys } else { "" },
        active: is_active,
        color,
        scrolled: Some(Scrolled {
            first: scrolled(page, placed, place),
            visible: usize::from(placed.inner.height),
            total: placed.lines.len(),
        }),
        ..Panel::default()
    };
    panel.draw(placed.area.into(), buf, (theme, glyphs));
}

/// One line of text.
fn line(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    placed: &PlacedPanel,
    (y, line): (u16, &FlowLine),
    is_selected: bool,
) {
    let theme = context.theme;
    let end = placed.inner.x + placed.inner.width;
    let mut x = placed.inner.x;
    for (text, role) in &line.runs {
        let room = usize::from(end.saturating_sub(x));
        let style = match role {
            Role::Hint if is_selected => theme.text,
            role => theme.role(*role),
        };
        x = write(buf, (x, y), &plain_signs(text, context.glyphs), room, style);
    }
}

/// What stands at the right end of a line, over the bar of the selected row.
fn aside(
    buf: &mut Buffer,
    theme: &Theme,
    placed: &PlacedPanel,
    (y, line): (u16, &FlowLine),
    is_selected: bool,
) {
    let end = placed.inner.x + placed.inner.width;
    let used: u16 = line.runs.iter().map(|(text, _)| width(text)).sum();
    if let Some((text, role)) = &line.aside {
        let wide = width(text);
        let style = match role {
            Role::Quiet if is_selected => theme.text,
            role => theme.role(*role),
        };
        if placed.inner.x + used + wide < end {
            write(buf, (end - wide, y), text, usize::from(wide), style);
        }
    }
}

/// Text with the signs of this terminal.
fn plain_signs<'a>(text: &'a str, glyphs: &Glyphs) -> std::borrow::Cow<'a, str> {
    if glyphs.check == words::CHECK || text.is_ascii() {
        return text.into();
    }
    text.replace(words::CHECK, glyphs.check).replace(words::MORE, glyphs.point).into()
}

/// The bar on the selected row, and the ground under the options that stand apart.
fn mark(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    placed: &PlacedPanel,
    (y, item): (u16, &Item),
    is_selected: bool,
) {
    let framed = context.state.layout().framed;
    let theme = context.theme;
    let border = u16::from(framed);
    let row = Rect {
        x: placed.area.x + border,
        y,
        width: placed.area.width.saturating_sub(2 * border),
        height: 1,
    };
    if is_selected {
        write(buf, (row.x, y), context.glyphs.mark, 1, theme.accent);
        buf.set_style(row.intersection(buf.area), theme.selected);
    } else if item.apart && framed {
        buf.set_style(row.intersection(buf.area), theme.field);
    }
}

/// The bar of an emergency: a word and what to do now, over the full width.
fn warning(buf: &mut Buffer, context: RenderContext<'_>, bar: &WarningBar) {
    let theme = context.theme;
    let area = Rect::from(bar.area).intersection(buf.area);
    let color = theme.care(Care::Emergency);
    let filled = theme.fill(color);
    panel::clear(area, buf, filled);
    let ink = filled.add_modifier(Modifier::BOLD);
    let row = |at: u16| Rect {
        x: area.x + 2,
        y: area.y + at,
        width: area.width.saturating_sub(4),
        height: 1,
    };
    let sign = format!(" !! {} ", words::BADGE_EMERGENCY);
    let swapped = Style::new()
        .fg(color.fg.unwrap_or_default())
        .bg(filled.fg.unwrap_or_default())
        .add_modifier(Modifier::BOLD);
    let unfilled = Style::new().remove_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD);
    let badge = if theme.has_color() { swapped } else { unfilled };
    let has_letters = *context.glyphs != ASCII && theme.has_color();
    let beside_sign = row(0).width.saturating_sub(width(&sign) + 3);
    let large = LetterSize::fitting(&[&bar.big], beside_sign).filter(|_| has_letters);
    match (area.height, large) {
        (0, _) => {}
        // The word itself is the largest where what to do is too long for large letters.
        (5.., None) if has_letters && area.width >= 110 => {
            let word = words::BADGE_EMERGENCY;
            letters::draw(buf, (area.x + 2, area.y + 1), word, LetterSize::Wide, (ink, theme));
            let beside = letters::columns(word, LetterSize::Wide).unwrap_or(0) + 4;
            let said = format!(" {} ", bar.big);
            put(super::text::right_of(row(1), beside), buf, &said, badge);
            put(super::text::right_of(row(3), beside + 1), buf, &bar.words, ink);
        }
        (1..5, _) | (_, None) => {
            let top = (area.height - 1) / 2;
            put(row(top), buf, &sign, badge);
            let beside = |row| super::text::right_of(row, width(&sign) + 2);
            put(beside(row(top)), buf, &bar.big, ink);
            // The header names the sign as well.
            if area.height.is_multiple_of(2) {
                put(beside(row(top + 1)), buf, &bar.words, ink);
            }
        }
        (height, Some(size)) => {
            let top = u16::from(height >= 6);
            put(row(top), buf, &sign, badge);
            let at = (area.x + width(&sign) + 5, area.y + top);
            letters::draw(buf, at, &bar.big, size, (ink, theme));
            put(row(height - 1 - top), buf, &bar.words, ink);
        }
    }
}
