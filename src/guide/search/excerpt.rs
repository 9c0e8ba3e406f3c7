//! What stands at the place of a hit, and the part of its text that fits the query.

use unicode_segmentation::UnicodeSegmentation;

use super::SearchPlace;
use crate::guide::built_in::PREFIX;
use crate::guide::markup::{plain, sentences};
use crate::guide::model::Guide;
use crate::text::clean;
use crate::text::messages::pages;

/// What was found, ready to be shown.
#[derive(Debug, Clone)]
pub struct SearchEntry {
    /// The id of the page, stretch or routine, or the word itself.
    pub id: String,
    /// The title, safe to print.
    pub title: String,
    /// The kind of the page, or what else it is, in a word.
    pub kind: &'static str,
    /// Everything it says, in one line.
    text: String,
}

impl SearchEntry {
    /// What stands at this place.
    pub fn new(guide: &Guide, place: &SearchPlace) -> Self {
        let mut parts: Vec<String> = Vec::new();
        let (id, title, kind) = match place {
            SearchPlace::Node(id) => {
                let node = guide.node(*id);
                parts.push(plain(&node.text));
                for option in &node.options {
                    parts.push(clean(&option.label).into_owned());
                    parts.extend(option.hint.iter().map(|hint| clean(hint).into_owned()));
                }
                parts.extend(node.steps.iter().map(|step| plain(step)));
                (guide.name(*id), node.title.as_str(), node.kind.word())
            }
            SearchPlace::Stretch(id) => {
                if let Some(stretch) = guide.stretches.get(id) {
                    let texts = [&stretch.setup, &stretch.motion, &stretch.feel, &stretch.avoid];
                    parts.extend(texts.map(|text| clean(text).into_owned()));
                }
                (id.as_str(), guide.stretch_title(id), pages::A_STRETCH)
            }
            SearchPlace::Routine(id) => {
                parts.extend(guide.routines.get(id).map(|routine| plain(&routine.text)));
                (id.as_str(), guide.routine_title(id), pages::A_ROUTINE)
            }
            SearchPlace::Word(word) => {
                parts.extend(guide.glossary.get(word).map(|meaning| clean(meaning).into_owned()));
                (word.as_str(), word.as_str(), "word")
            }
        };
        Self {
            id: id.to_owned(),
            title: clean(title).into_owned(),
            kind,
            text: sentences(parts.iter().map(String::as_str)),
        }
    }

    /// Whether it was borrowed from the built-in guide; say so where it is shown.
    pub fn is_built_in(&self) -> bool {
        self.id.starts_with(PREFIX)
    }

    /// At most about `most` characters of the text, from the first sentence with a word of the
    /// query on, or else from the beginning.
    ///
    /// It never begins within a sentence, because a sentence without its first words, such as
    /// "Do not", may say the opposite.
    pub fn excerpt(&self, query: &str, most: usize) -> String {
        let words: Vec<String> = query.unicode_words().map(str::to_lowercase).collect();
        let hits = self.text.split_sentence_bound_indices().filter_map(|(at, said)| {
            let (hit, word) = said.unicode_word_indices().find(|(_, word)| {
                let word = word.to_lowercase();
                words.iter().any(|wanted| word.contains(wanted.as_str()))
            })?;
            Some((at, said[..hit + word.len()].chars().count()))
        });
        let hits: Vec<(usize, usize)> = hits.collect();
        // In the first sentence the word may be cut off, so one that shows it comes first.
        let whole = hits.iter().find(|(_, through)| *through <= most);
        let start = whole.or(hits.first()).map_or(0, |(at, _)| *at);
        cut(&self.text, start, most)
    }
}

/// At most `most` characters from a byte position on, cut between words.
fn cut(text: &str, start: usize, most: usize) -> String {
    let rest = &text[start..];
    let tail = rest.char_indices().nth(most).map(|(end, _)| rest[..end].rfind(' ').unwrap_or(end));
    let body = rest[..tail.unwrap_or(rest.len())].trim();
    let head = if start > 0 { "... " } else { "" };
    let foot = if tail.is_some() { " ..." } else { "" };
    format!("{head}{body}{foot}")
}
