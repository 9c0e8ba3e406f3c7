//! Puts the emergency number into every text of a guide once, so that no page has to do it.

use indexmap::IndexMap;

use super::Guide;
use crate::guide::markup::EMERGENCY_MARK;
use crate::text::markdown::escaped;
use crate::text::messages::pages::EMERGENCY_NUMBER;

impl Guide {
    /// The guide with this number, or the usual words for it, in place of every mark for it.
    #[must_use]
    pub fn with_emergency_number(mut self, number: Option<&str>) -> Self {
        let number = number.unwrap_or(EMERGENCY_NUMBER);
        let (plain, markdown) = self.texts();
        for (texts, number) in [(plain, number), (markdown, &*escaped(number))] {
            for text in texts {
                if text.contains(EMERGENCY_MARK) {
                    *text = text.replace(EMERGENCY_MARK, number);
                }
            }
        }
        self
    }

    /// Every text that may hold the mark: first those shown as they are, then those in Markdown.
    fn texts(&mut self) -> (Vec<&mut String>, Vec<&mut String>) {
        let mut plain = vec![&mut self.title, &mut self.notice];
        let mut markdown = Vec::new();
        for node in self.nodes.values_mut() {
            plain.push(&mut node.title);
            plain.extend(&mut node.big);
            markdown.push(&mut node.text);
            markdown.extend(&mut node.steps);
            for option in &mut node.options {
                plain.push(&mut option.label);
                plain.extend(&mut option.hint);
                markdown.extend(&mut option.about);
            }
        }
        if let Some(rescue) = &mut self.rescue {
            plain.push(&mut rescue.check);
            let moves = rescue.moves.values_mut().flat_map(IndexMap::values_mut);
            for step in moves.flat_map(|one| &mut one.steps) {
                plain.push(&mut step.text);
                plain.extend(&mut step.big);
                plain.extend(&mut step.or);
            }
        }
        for stretch in self.stretches.values_mut() {
            plain.extend([&mut stretch.title, &mut stretch.setup, &mut stretch.motion]);
            plain.extend([&mut stretch.feel, &mut stretch.avoid, &mut stretch.stop_if]);
        }
        for routine in self.routines.values_mut() {
            plain.push(&mut routine.title);
            markdown.push(&mut routine.text);
        }
        plain.extend(self.glossary.values_mut());
        (plain, markdown)
    }
}
