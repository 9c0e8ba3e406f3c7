//! The number to call, put once into everything a guide says, so that nothing that shows it needs to know.

use super::{Body, Guide, Node};
use crate::guide::markup::{EMERGENCY_MARK, clean};
use crate::text::messages::pages::EMERGENCY_NUMBER;

/// What means something in small Markdown, and is to show as it is in a number.
const MARKS: [char; 11] = ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '#'];

impl Guide {
    /// The guide with this number to call, or the words for it, wherever its author left room for it.
    /// Texts without that mark are not touched.
    #[must_use]
    pub fn with_emergency_number(mut self, number: Option<&str>) -> Self {
        let number = Number::new(number.unwrap_or(EMERGENCY_NUMBER));
        number.put(&mut self.about.title);
        number.put(&mut self.about.notice);
        for node in &mut self.nodes {
            number.put_in_page(node);
        }
        if let Some(rescue) = &mut self.rescue {
            number.put(&mut rescue.check);
            let poses = rescue.moves.values_mut();
            let moves = poses.flat_map(|poses| poses.values_mut());
            for step in moves.flat_map(|one| &mut one.steps) {
                number.put(&mut step.text);
                step.big.iter_mut().for_each(|big| number.put(big));
                step.or.iter_mut().for_each(|or| number.put(or));
            }
        }
        for stretch in self.stretches.values_mut() {
            number.put(&mut stretch.title);
            number.put(&mut stretch.setup);
            number.put(&mut stretch.motion);
            number.put(&mut stretch.feel);
            number.put(&mut stretch.avoid);
            number.put(&mut stretch.stop_if);
        }
        for routine in self.routines.values_mut() {
            number.put(&mut routine.title);
            number.put_in_markdown(&mut routine.text);
        }
        for meaning in self.glossary.values_mut() {
            number.put(meaning);
        }
        self
    }
}

struct Number {
    /// For lines that are shown as they are.
    plain: String,
    /// For small Markdown.
    escaped: String,
}

impl Number {
    fn new(number: &str) -> Self {
        let plain = clean(number).into_owned();
        let escaped = plain.chars().fold(String::new(), |mut text, c| {
            if MARKS.contains(&c) {
                text.push('\\');
            }
            text.push(c);
            text
        });
        Self { plain, escaped }
    }

    fn put(&self, text: &mut String) {
        put(text, &self.plain);
    }

    fn put_in_markdown(&self, text: &mut String) {
        put(text, &self.escaped);
    }

    fn put_in_page(&self, node: &mut Node) {
        self.put(&mut node.title);
        self.put_in_markdown(&mut node.text);
        match &mut node.body {
            Body::Menu { options } | Body::Symptom { options, .. } => {
                for option in options {
                    self.put(&mut option.label);
                    if let Some(hint) = &mut option.hint {
                        self.put(hint);
                    }
                    if let Some(about) = &mut option.about {
                        self.put_in_markdown(about);
                    }
                }
            }
            Body::Relief { steps, .. } => {
                for step in steps {
                    self.put_in_markdown(step);
                }
            }
            Body::Warning { steps, big } => {
                for step in steps {
                    self.put_in_markdown(step);
                }
                if let Some(big) = big {
                    self.put(big);
                }
            }
            Body::Cause { .. } | Body::Topic => {}
        }
    }
}

fn put(text: &mut String, number: &str) {
    // Most texts have no brace: a look for one byte is all they cost.
    if text.as_bytes().contains(&b'{') && text.contains(EMERGENCY_MARK) {
        *text = text.replace(EMERGENCY_MARK, number);
    }
}
