//! A laid-out page: its visible lines, the mark of the selected item, and signs
//! that text goes on above or below.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::glyphs::Glyphs;
use super::text::{width, write};
use super::theme::Theme;
use crate::app::keymap::Context;
use crate::app::layout::Area;
use crate::app::page::{Line, Role};
use crate::app::scroll::Window;
use crate::guide::trail::PagePosition;

/// Draws the page; returns where the cursor belongs: on the selected item, while its keys
/// choose there.
pub fn draw(
    area: Area,
    buf: &mut Buffer,
    (window, place): (Window<'_>, PagePosition),
    chooses: bool,
    (theme, glyphs): (&Theme, &Glyphs),
) -> Option<Position> {
    let selected = window
        .selected(place)
        .filter(|_| chooses)
        .and_then(|index| window.page.items.get(index));
    let lines = window.page.lines.iter().enumerate().skip(place.scroll);
    for ((index, line), row) in lines.zip(0..area.height) {
        let chosen = selected.is_some_and(|item| item.lines.contains(&index));
        let mut x = area.x;
        let y = area.y + row;
        for (text, role) in &line.runs {
            let room = usize::from((area.x + area.width).saturating_sub(x));
            let style = if chosen && *role != Role::Quiet {
                theme.selected
            } else {
                theme.role(*role)
            };
            x = write(buf, (x, y), text, room, style);
        }
    }
    more(area, buf, (window, place), theme, glyphs);
    let item = selected?;
    let row = u16::try_from(item.lines.start.checked_sub(place.scroll)?).ok()?;
    let at = Position {
        x: area.x,
        y: area.y + row,
    };
    if area.width > 0 && row < area.height {
        let room = usize::from(area.width);
        write(buf, (at.x, at.y), glyphs.mark, room, theme.accent);
        return Some(at);
    }
    None
}

/// Where the cursor belongs while there is nothing to select: where the next letter goes.
pub fn field(
    area: Area,
    (window, place): (Window<'_>, PagePosition),
    context: Context,
) -> Option<Position> {
    let line = window.page.lines.first()?;
    if context != Context::Search || place.scroll > 0 || area.height == 0 {
        return None;
    }
    // The line ends with the sign for the next letter.
    let width: u16 = line.runs.iter().map(|(text, _)| width(text)).sum();
    let x = width.checked_sub(1).filter(|x| *x < area.width)?;
    Some(Position {
        x: area.x + x,
        y: area.y,
    })
}

/// Signs in the last column that text goes on above or below.
fn more(
    area: Area,
    buf: &mut Buffer,
    (window, place): (Window<'_>, PagePosition),
    theme: &Theme,
    glyphs: &Glyphs,
) {
    let right = area.x + area.width + 1;
    if area.width < 4 || area.height < 2 || right >= buf.area.right() {
        return;
    }
    if place.scroll > 0 {
        buf.set_stringn(right, area.y, glyphs.more_than, 1, theme.muted);
    }
    let below = place.scroll + usize::from(area.height);
    let is_covered = |line: &Line| !line.runs.is_empty();
    let covered = window.page.lines.iter().skip(below).any(is_covered);
    if window.has_more(place) || covered {
        buf.set_stringn(
            right,
            area.y + area.height - 1,
            glyphs.fewer,
            1,
            theme.muted,
        );
    }
}
