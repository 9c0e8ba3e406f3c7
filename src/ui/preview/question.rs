//! Beside a question: what a sign looks like and what it is not, in panels one below the other.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

use super::Pane;
use crate::guide::raw::Care;
use crate::ui::RenderContext;
use crate::ui::panel::{Panel, SIDES};
use crate::ui::text::{Column, below, lines};

/// Cells of a mark before its text.
const MARK: u16 = 2;

/// A panel of lines with a mark each.
pub(super) struct MarkedLines<'a> {
    title: &'a str,
    color: Option<Style>,
    lines: Vec<((&'static str, Style), &'a str, Style)>,
}

impl Pane<'_> {
    /// What a sign looks like and what it is not. On danger signs, what to do when in doubt.
    pub(super) fn about(&self, buf: &mut Buffer, text: &str) {
        let RenderContext { state, theme, glyphs, .. } = self.context;
        let said = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let (not, yes): (Vec<_>, Vec<_>) = said.partition(|line| line.starts_with("Not:"));
        let marks = [(glyphs.check, theme.stretch), (glyphs.cross, theme.care(Care::Emergency))];
        let mut cards = vec![MarkedLines {
            title: "What it looks like",
            color: None,
            lines: yes.into_iter().map(|line| (marks[0], line, theme.text)).collect(),
        }];
        if !not.is_empty() {
            let said = not.into_iter().map(|line| line["Not:".len()..].trim_start());
            cards.push(MarkedLines {
                title: "What it is not",
                color: None,
                lines: said.map(|line| (marks[1], line, theme.hint)).collect(),
            });
        }
        if state.guide.is_screen(state.top_reading().trail.here()) {
            cards.extend(self.how_to_answer());
        }
        self.cards(buf, &cards);
    }

    /// How to read the signs.
    pub(super) fn how_to_answer(&self) -> [MarkedLines<'static>; 2] {
        let RenderContext { theme, glyphs, .. } = self.context;
        let how = |line| ((glyphs.point, theme.accent), line, theme.hint);
        [
            MarkedLines {
                title: "Not sure?",
                color: Some(theme.care(Care::Urgent)),
                lines: vec![(
                    ("!", theme.warning),
                    "Act as if the answer is yes, or press 0.",
                    theme.strong,
                )],
            },
            MarkedLines {
                title: "How to answer",
                color: None,
                lines: [
                    "Read every line. Pick the one that fits best.",
                    "Move to a line to see what it looks like, and what it is not.",
                    "Nothing fits? Press n.",
                ]
                .map(how)
                .to_vec(),
            },
        ]
    }

    /// Lines with a mark each, in panels one below the other; the last has what is left.
    pub(super) fn cards(&self, buf: &mut Buffer, cards: &[MarkedLines<'_>]) {
        let RenderContext { theme, glyphs, .. } = self.context;
        let width = self.area.width.saturating_sub(2 * SIDES + MARK);
        let rows = |card: &MarkedLines<'_>| {
            card.lines.iter().map(|line| lines(line.1, width)).sum::<u16>() + 2
        };
        let mut spare = self.area.height.saturating_sub(cards.iter().map(rows).sum());
        let mut left = self.area;
        for (at, card) in (1..).zip(cards) {
            let air = u16::from(spare >= 2);
            spare -= 2 * air;
            let high = if at == cards.len() { left.height } else { rows(card) + 2 * air };
            let area = Rect { height: high.min(left.height), ..left };
            let panel = Panel { title: card.title, color: card.color, ..Panel::default() };
            panel.draw(area, buf, (theme, glyphs));
            let inner = area.inner(Margin::new(SIDES, 1 + air));
            let mut column = Column::new(inner, buf);
            for (mark, text, style) in &card.lines {
                // A text is left out where not all of it has room.
                if lines(text, width) <= column.left() {
                    column.marked(*mark, MARK, (text, *style));
                }
            }
            left = below(left, area.height);
            if at == cards.len() {
                column.skip(1);
                self.at_rest(&mut column);
            }
        }
    }
}
