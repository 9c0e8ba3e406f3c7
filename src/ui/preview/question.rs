//! Beside a question: what a sign looks like and what it is not, in panels one below the other.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

use super::Pane;
use crate::app::layout::FRAME;
use crate::guide::raw::Care;
use crate::ui::RenderContext;
use crate::ui::panel::Panel;
use crate::ui::text::{Column, below, lines};

/// Cells of a mark before its text.
const MARK: u16 = 2;

/// A panel about a sign: lines, each behind the same mark.
pub(super) struct SignCard<'a> {
    title: &'a str,
    color: Option<Style>,
    mark: (&'static str, Style),
    style: Style,
    lines: Vec<&'a str>,
}

impl Pane<'_> {
    /// What a sign looks like and what it is not. On danger signs, what to do when in doubt.
    pub(super) fn about_sign(&self, buf: &mut Buffer, text: &str) {
        let RenderContext { state, theme, .. } = self.context;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let (not, yes): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with("Not:"));
        let mut cards = vec![SignCard {
            title: "What it looks like",
            color: None,
            mark: (theme.glyphs.check, theme.stretch),
            style: theme.text,
            lines: yes,
        }];
        if !not.is_empty() {
            cards.push(SignCard {
                title: "What it is not",
                color: None,
                mark: (theme.glyphs.cross, theme.care(Care::Emergency)),
                style: theme.hint,
                lines: not.iter().map(|line| line["Not:".len()..].trim_start()).collect(),
            });
        }
        if state.guide.is_danger_question(state.top_reading().trail.here()) {
            cards.extend(self.how_to_answer());
        }
        self.cards(buf, &cards);
    }

    /// How to read the signs.
    pub(super) fn how_to_answer(&self) -> [SignCard<'static>; 2] {
        let theme = self.context.theme;
        [
            SignCard {
                title: "Not sure?",
                color: Some(theme.care(Care::Urgent)),
                mark: ("!", theme.warning),
                style: theme.strong,
                lines: vec!["Act as if the answer is yes, or press 0."],
            },
            SignCard {
                title: "How to answer",
                color: None,
                mark: (theme.glyphs.point, theme.accent),
                style: theme.hint,
                lines: vec![
                    "Read every line. Pick the one that fits best.",
                    "Move to a line to see what it looks like, and what it is not.",
                    "Nothing fits? Press n.",
                ],
            },
        ]
    }

    /// Lines with a mark each, in panels one below the other; the last has what is left.
    pub(super) fn cards(&self, buf: &mut Buffer, cards: &[SignCard<'_>]) {
        let RenderContext { theme, .. } = self.context;
        let width = self.area.width.saturating_sub(2 * FRAME + MARK);
        let rows =
            |card: &SignCard<'_>| card.lines.iter().map(|line| lines(line, width)).sum::<u16>() + 2;
        let mut spare = self.area.height.saturating_sub(cards.iter().map(rows).sum());
        let mut left = self.area;
        for (at, card) in (1..).zip(cards) {
            let air = u16::from(spare >= 2);
            spare -= 2 * air;
            let height = if at == cards.len() { left.height } else { rows(card) + 2 * air };
            let area = Rect { height: height.min(left.height), ..left };
            let panel = Panel { title: card.title, color: card.color, ..Panel::default() };
            panel.draw(area, buf, theme);
            let inner = area.inner(Margin::new(FRAME, 1 + air));
            let mut column = Column::new(inner, buf);
            for text in &card.lines {
                // A text is left out where not all of it has room.
                if lines(text, width) <= column.left() {
                    column.marked(card.mark, MARK, (text, card.style));
                }
            }
            left = below(left, area.height);
            if at == cards.len() {
                column.skip(1);
                self.seated_body(&mut column);
            }
        }
    }
}
