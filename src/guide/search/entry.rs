//! What can be found: all that an entry says, and the part of it that fits a query.

use unicode_segmentation::UnicodeSegmentation;

use super::SearchTarget;
use crate::guide::built_in::PREFIX;
use crate::guide::markup::{plain, sentences};
use crate::guide::model::Guide;
use crate::guide::raw::{Kind, Node};

/// How much a word counts by where it stands.
const TITLE: u32 = 8;
const ALSO: u32 = 6;
/// A cause is meant for those who answered the questions, so pages to read come before it.
const CAUSE_ALSO: u32 = 5;
/// A warning or a question must not come before the page that was meant.
const DANGER_TITLE: u32 = 5;
const DANGER_ALSO: u32 = 4;
pub(super) const LABEL: u32 = 3;
pub(super) const TEXT: u32 = 2;

/// Something that can be found, with what it says. A text has a weight: how much its words count.
#[derive(Debug, Clone)]
pub struct SearchEntry<'g> {
    /// The id of the page, stretch or routine, or the word itself.
    pub id: &'g str,
    /// The title, safe to print.
    pub title: &'g str,
    /// The kind of the page, or what else it is, in a word.
    pub kind: &'static str,
    /// The title and other names, which no excerpt shows.
    pub(super) names: Vec<(&'g str, u32)>,
    /// Everything else in the order of reading.
    pub(super) texts: Vec<SearchText<'g>>,
}

/// One of the texts of an entry.
#[derive(Debug, Clone)]
pub(super) struct SearchText<'g> {
    pub(super) text: &'g str,
    pub(super) weight: u32,
    /// Gives its words without the marks of Markdown, where it has them.
    words: fn(&str) -> String,
}

impl<'g> SearchEntry<'g> {
    /// What stands there.
    pub fn new(guide: &'g Guide, target: &'g SearchTarget) -> Self {
        match target {
            SearchTarget::Node(id) => Self::node(guide.name(*id), guide.node(*id)),
            SearchTarget::Stretch(id) => {
                let mut entry = Self::titled(id, guide.stretch_title(id), "stretch", TITLE);
                if let Some(one) = guide.stretches.get(id) {
                    entry.names.push((&one.muscle, LABEL));
                    let texts = [&one.setup, &one.motion, &one.feel, &one.avoid];
                    entry.add(texts, TEXT, str::to_owned);
                }
                entry
            }
            SearchTarget::Routine(id) => {
                let mut entry = Self::titled(id, guide.routine_title(id), "routine", TITLE);
                entry.add(guide.routines.get(id).map(|one| &one.text), TEXT, plain);
                entry
            }
            SearchTarget::Word(term) => {
                // A page about a word comes before what the glossary says.
                let mut entry = Self::titled(term, term, "word", LABEL);
                entry.add(guide.glossary.get(term), TEXT, str::to_owned);
                entry
            }
        }
    }

    fn node(id: &'g str, node: &'g Node) -> Self {
        let (title, also) = match node.kind {
            Kind::Warning | Kind::Symptom => (DANGER_TITLE, DANGER_ALSO),
            Kind::Cause => (TITLE, CAUSE_ALSO),
            Kind::Menu | Kind::Relief | Kind::Topic => (TITLE, ALSO),
        };
        let mut entry = Self::titled(id, &node.title, node.kind.word(), title);
        entry.names.extend(node.also.iter().map(|name| (name.as_str(), also)));
        entry.add([&node.text], TEXT, plain);
        for option in &node.options {
            entry.add([&option.label], LABEL, str::to_owned);
            entry.add(&option.hint, TEXT, str::to_owned);
            entry.add(&option.about, TEXT, plain);
        }
        entry.add(&node.steps, TEXT, plain);
        entry
    }

    fn add(
        &mut self,
        texts: impl IntoIterator<Item = &'g String>,
        weight: u32,
        words: fn(&str) -> String,
    ) {
        self.texts.extend(texts.into_iter().map(|text| SearchText { text, weight, words }));
    }

    fn titled(id: &'g str, title: &'g str, kind: &'static str, weight: u32) -> Self {
        Self { id, title, kind, names: vec![(title, weight)], texts: Vec::new() }
    }

    /// Whether it was borrowed from the built-in guide; say so where it is shown.
    pub(crate) fn is_borrowed(&self) -> bool {
        self.id.starts_with(PREFIX)
    }

    /// At most about `most` characters of the text, from the first sentence with a word of the
    /// query on, or else from the beginning.
    ///
    /// It never begins within a sentence, because a sentence without its first words, such as
    /// "Do not", may say the opposite.
    pub(crate) fn excerpt(&self, query: &str, most: usize) -> String {
        let text = sentences(self.texts.iter().map(|one| (one.words)(one.text)));
        let words: Vec<String> = query.unicode_words().map(str::to_lowercase).collect();
        let hits = text.split_sentence_bound_indices().filter_map(|(at, said)| {
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
        cut(&text, start, most)
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
