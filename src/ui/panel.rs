//! A panel: a rounded border on a ground of its own, with titles on the border and a scroll mark
//! on its right one.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Scrollbar, ScrollbarOrientation, ScrollbarState};
use ratatui::widgets::{StatefulWidget, Widget};

use super::text::shortened;
use super::theme::Theme;
use crate::app::layout::FRAME;
use crate::text::wrap::cells;

/// What is drawn around the content of a panel.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Panel<'a> {
    /// On the upper border, left.
    pub(crate) title: &'a str,
    /// On the upper border, right.
    pub(crate) right: &'a str,
    /// On the lower border, right, such as "2 of 9".
    pub(crate) foot: &'a str,
    /// On the lower border, left.
    pub(crate) foot_left: &'a str,
    /// Whether it has focus.
    pub(crate) active: bool,
    /// Border and title in a colour of their own, such as that of a care level.
    pub(crate) color: Option<Style>,
    /// Whether it has the ground of a text field.
    pub(crate) is_field: bool,
    /// How far its text is scrolled, where it does not fit.
    pub(crate) scrolled: Scrolled,
}

/// Which part of a longer text is seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Scrolled {
    /// The first visible row.
    pub(crate) first: usize,
    /// Rows seen.
    pub(crate) visible: usize,
    /// Rows in all.
    pub(crate) total: usize,
}

impl Panel<'_> {
    /// Draws the panel and gives back the part inside its air: two columns at each side, and a row
    /// above and below where there are rows to spare.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Rect {
        let area = area.intersection(buf.area);
        if area.width < 2 * FRAME + 1 || area.height < 3 {
            return Rect::default();
        }
        let border = match (self.color, self.active) {
            (Some(color), _) => color,
            (None, true) => theme.large.not_bold(),
            (None, false) => theme.faint,
        };
        let title = match (self.color, self.active) {
            (Some(color), _) => color.patch(Style::new().bold()),
            (None, true) => theme.accent,
            (None, false) => theme.strong,
        };
        let right = if self.active { theme.accent } else { theme.muted };
        let ground = if self.is_field { theme.field } else { theme.panel };
        fill(area, buf, theme.ground.patch(ground));
        let room = usize::from(area.width).saturating_sub(6);
        let mut block = Block::bordered().border_set(theme.glyphs.border).border_style(border);
        let right_room = room.saturating_sub(cells(self.title) + 3);
        let label = |text: &str, room: usize, style: Style| {
            let text = shortened(text, room, theme.glyphs);
            let line = theme.glyphs.border.horizontal_top;
            Line::from(vec![
                Span::styled(line, border),
                Span::styled(format!(" {text} "), style),
                Span::styled(line, border),
            ])
        };
        if !self.title.is_empty() {
            block = block.title_top(label(self.title, room, title));
        }
        if !self.right.is_empty() && cells(self.right) <= right_room {
            block = block.title_top(label(self.right, room, right).right_aligned());
        }
        if !self.foot_left.is_empty() {
            block = block.title_bottom(label(self.foot_left, room, theme.muted));
        }
        if !self.foot.is_empty() && cells(self.foot) + cells(self.foot_left) + 4 <= room {
            block = block.title_bottom(label(self.foot, room, theme.muted).right_aligned());
        }
        block.render(area, buf);
        let Scrolled { first, visible, total } = self.scrolled;
        if total > visible {
            let mut state = ScrollbarState::new(total - visible + 1)
                .viewport_content_length(visible)
                .position(first);
            Scrollbar::new(ScrollbarOrientation::VerticalRight)
                .begin_symbol(None)
                .end_symbol(None)
                .track_symbol(None)
                .thumb_symbol(theme.glyphs.thumb)
                .thumb_style(title)
                .render(area.inner(Margin::new(0, 1)), buf, &mut state);
        }
        area.inner(Margin::new(FRAME, 1 + u16::from(area.height >= 10)))
    }
}

/// Fills an area with the ground of a style: nothing of what was there shines through.
pub(crate) fn fill(area: Rect, buf: &mut Buffer, style: Style) {
    let mut blank = Cell::EMPTY;
    blank.set_style(style);
    for row in area.intersection(buf.area).rows().filter(|row| !row.is_empty()) {
        let start = buf.index_of(row.x, row.y);
        buf.content[start..start + usize::from(row.width)].fill(blank.clone());
    }
}

/// The border of plain characters.
pub(crate) const ASCII_BORDER: border::Set<'_> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};
