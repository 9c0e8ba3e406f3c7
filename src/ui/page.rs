//! An arranged page: its panels with their lines, the bar on the selected option, and the bar on
//! top of a page about an emergency.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::style::{Modifier, Style};

use super::RenderContext;
use super::letters::{self, LetterSize};
use super::panel::{self, Panel, Scrolled};
use super::text::{below, put, right_of, shortened, width, write};
use crate::app::footer::Hint;
use crate::app::layout::FRAME;
use crate::app::page::arrange::{PlacedPanel, ScreenPage, WarningBar};
use crate::app::page::badge::care_badge;
use crate::app::page::{ColorRole, FlowLine, Goal, Item, Role, SectionKind};
use crate::app::view::View;
use crate::guide::raw::Care;
use crate::guide::trail::PagePlace;

/// How a page is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PageLook<'a> {
    /// Whether its keys choose here.
    pub(crate) chooses: bool,
    /// The keys of an overlay, on its lower border.
    pub(crate) keys: &'a [Hint],
}

/// Draws the page and returns the position of the cursor, which is the selected item while the keys
/// choose here.
pub(crate) fn draw(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    (page, place): (&ScreenPage, PagePlace),
    look: PageLook<'_>,
) -> Option<Position> {
    if let Some(bar) = &page.bar {
        warning(buf, context, bar);
    }
    let selected = page.selected(place).filter(|_| look.chooses);
    let mut cursor = None;
    // In a search the field has the keys.
    let is_search = matches!(context.state.overlays.last(), Some(View::Search(_)));
    let has_keys = look.chooses && !is_search;
    // The panel with the selected item; where nothing is selected yet, the first with items.
    let item = page.items.get(selected.unwrap_or(0));
    let holds = |placed: &PlacedPanel| item.is_none_or(|it| placed.lines.contains(&it.lines.start));
    let active = page.panels.iter().position(holds).filter(|_| has_keys);
    for (index, placed) in page.panels.iter().enumerate() {
        // The fixed lines at its top do not scroll.
        let first = if placed.lines.start >= page.fixed { place.scroll } else { 0 };
        let state = PanelState { active: active == Some(index), selected, first };
        frame(buf, context, (page, placed), state, look);
        let seen = placed.lines.clone().skip(first);
        for (y, at) in (placed.inner.y..placed.inner.y + placed.inner.height).zip(seen) {
            let item = page.items.iter().position(|item| item.lines.contains(&at));
            let is_selected = item.is_some() && item == selected;
            let item = item.map(|item| &page.items[item]);
            let row = Row { y, line: &page.lines[at], item, is_selected };
            let typed_at = draw_row(buf, context, placed, row);
            // On the mark, where it hides no letter, or where the next letter goes.
            let framed = u16::from(context.state.layout().framed);
            let starts = item.is_some_and(|item| is_selected && item.lines.start == at);
            let x = typed_at.or(starts.then_some(placed.area.x + framed));
            cursor = x.map(|x| Position { x, y }).or(cursor);
        }
    }
    cursor
}

/// What the reader does in a panel.
struct PanelState {
    /// Whether its keys choose.
    active: bool,
    /// Which item of the page is selected.
    selected: Option<usize>,
    /// The first of its lines that is seen.
    first: usize,
}

/// A line of a panel on the screen.
struct Row<'a> {
    y: u16,
    line: &'a FlowLine,
    /// What is chosen with it.
    item: Option<&'a Item>,
    is_selected: bool,
}

/// Border, title, how many of how many, and scroll mark.
fn frame(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    (page, placed): (&ScreenPage, &PlacedPanel),
    PanelState { active, selected, first }: PanelState,
    look: PageLook<'_>,
) {
    let RenderContext { state, theme, .. } = context;
    if !state.layout().framed {
        if !look.keys.is_empty() {
            panel::fill(placed.area.into(), buf, theme.ground);
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
        SectionKind::Answer => Some(theme.role_color(ColorRole::Key)),
        SectionKind::Emergency => Some(theme.care(Care::Emergency)),
        _ => None,
    };
    let keys = if is_last { look.keys } else { &[] };
    let text = |hint: &Hint| format!("{} {}", hint.key, hint.label);
    let texts = keys.iter().map(text).collect::<Vec<_>>();
    let space = "   ";
    let panel = Panel {
        title: &placed.title,
        right: if placed.kind == SectionKind::Sources && look.chooses { "i all" } else { "" },
        foot: &foot,
        foot_left: &texts.join(space),
        active,
        color,
        scrolled: Scrolled {
            first,
            visible: usize::from(placed.inner.height),
            total: placed.lines.len(),
        },
        ..Panel::default()
    };
    panel.draw(placed.area.into(), buf, theme);
    let area = Rect::from(placed.area);
    let border =
        Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }.intersection(buf.area);
    let mut x = FRAME;
    for (hint, text) in keys.iter().zip(&texts) {
        let key = width(&hint.key.to_string());
        buf.set_style(Rect { width: key, ..right_of(border, x) }, theme.key);
        x += width(text) + width(space);
    }
}

/// One line of text: over it the bar of the selected row, or the ground under the options that
/// stand apart, and over that what stands at its right end. Gives back the column of the next letter
/// that is typed.
fn draw_row(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    placed: &PlacedPanel,
    Row { y, line, item, is_selected }: Row<'_>,
) -> Option<u16> {
    let RenderContext { state, theme, .. } = context;
    let style = |role: Role| match role {
        Role::Hint | Role::Quiet if is_selected => theme.text,
        role => theme.role(role),
    };
    let end = placed.inner.x + placed.inner.width;
    let mut x = placed.inner.x;
    let mut typed_at = None;
    for (text, role) in &line.runs {
        if *role == Role::Cursor {
            typed_at = Some(x);
        }
        let room = usize::from(end.saturating_sub(x));
        let text = match role {
            Role::Tone(ColorRole::Check) | Role::Badge(ColorRole::Check) => theme.glyphs.check,
            _ => text,
        };
        x = write(buf, (x, y), &shortened(text, room, theme.glyphs), room, style(*role));
    }
    let framed = state.layout().framed;
    let area = Rect { y, height: 1, ..placed.area.into() };
    let row = area.inner(Margin::new(u16::from(framed), 0)).intersection(buf.area);
    if is_selected {
        write(buf, (row.x, y), theme.glyphs.mark, 1, theme.accent);
        buf.set_style(row, theme.selected);
    } else if framed && item.is_some_and(|item| item.apart) {
        buf.set_style(row, theme.field);
    }
    if let Some((text, role)) = &line.aside {
        let aside_width = width(text);
        if x + aside_width < end {
            let beneath = if is_selected { theme.selected } else { Style::new() };
            let style = beneath.patch(style(*role));
            write(buf, (end - aside_width, y), text, usize::from(aside_width), style);
        }
    }
    if let Some((label, Role::Quiet | Role::Body)) = line.runs.first()
        && let Some(Item { goal: Goal::Field(_), .. }) = item
    {
        let input = Rect { y, height: 1, ..placed.inner.into() }.intersection(buf.area);
        let input = right_of(input, width(label).saturating_sub(1));
        buf.set_style(input, theme.field.underlined());
        for at in input.positions() {
            if buf[at].symbol() == " " {
                buf[at].set_style(theme.faint);
            }
        }
    }
    typed_at
}

/// The bar of an emergency: a word and what to do now, over the full width.
fn warning(buf: &mut Buffer, context: RenderContext<'_>, bar: &WarningBar) {
    let theme = context.theme;
    let area = Rect::from(bar.area).intersection(buf.area);
    let color = theme.care(Care::Emergency);
    let filled = theme.fill(color);
    panel::fill(area, buf, filled);
    let ink = filled.add_modifier(Modifier::BOLD);
    let row = |at: u16| below(area.inner(Margin::new(2, 0)), at);
    let (sign, word) = care_badge(Care::Emergency);
    let sign = format!(" {sign} {word} ");
    let swapped = Style::new()
        .fg(color.fg.unwrap_or_default())
        .bg(filled.fg.unwrap_or_default())
        .add_modifier(Modifier::BOLD);
    let unfilled = Style::new().remove_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD);
    let badge = if theme.has_color() { swapped } else { unfilled };
    let has_letters = !theme.is_ascii() && theme.has_color();
    let beside_sign = row(0).width.saturating_sub(width(&sign) + 3);
    let large = LetterSize::fitting(&[&bar.big], beside_sign, theme).filter(|_| has_letters);
    match (area.height, large) {
        (0, _) => {}
        // The word itself is the largest where what to do is too long for large letters.
        (5.., None) if has_letters && area.width >= 110 => {
            letters::draw(row(1), buf, word, LetterSize::Wide, ink, theme);
            let beside = letters::columns(word, LetterSize::Wide).unwrap_or(0) + 4;
            let said = format!(" {} ", bar.big);
            put(right_of(row(1), beside), buf, &said, badge);
            put(right_of(row(3), beside + 1), buf, &bar.words, ink);
        }
        // What to do is never cut off: it stands below the sign where it does not fit beside it.
        (height, None) if width(&bar.big) + 2 > row(0).width.saturating_sub(width(&sign)) => {
            put(row(0), buf, if height > 1 { &sign } else { "" }, badge);
            put(row(u16::from(height > 1)), buf, &bar.big, ink);
        }
        (1..5, _) | (_, None) => {
            let top = (area.height - 1) / 2;
            put(row(top), buf, &sign, badge);
            let beside = |row| right_of(row, width(&sign) + 2);
            put(beside(row(top)), buf, &bar.big, ink);
            // The header names the sign as well.
            if area.height.is_multiple_of(2) {
                let rest = beside(row(top + 1));
                put(rest, buf, &shortened(&bar.words, rest.width.into(), theme.glyphs), ink);
            }
        }
        (height, Some(size)) => {
            let top = u16::from(height >= 6);
            put(row(top), buf, &sign, badge);
            let beside = right_of(row(top), width(&sign) + 3);
            letters::draw(beside, buf, &bar.big, size, ink, theme);
            put(row(height - 1 - top), buf, &bar.words, ink);
        }
    }
}
