//! Search over a whole guide: titles, texts, stretches, routines and words.
//!
//! The index is an inverted list: every word of the guide once, with the
//! entries that have it. A query is matched against the words, not the texts,
//! so that a keystroke stays quick in a guide of a hundred thousand pages.

use std::collections::HashMap;

use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};
use unicode_segmentation::UnicodeSegmentation;

use super::markup;
use super::model::{Guide, NodeId};
use super::raw::{Kind, Node};

pub mod excerpt;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchPlace {
    /// A page.
    Node(NodeId),
    /// The stretch with this id.
    Stretch(String),
    /// The routine with this id.
    Routine(String),
    /// This word of the glossary.
    Word(String),
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub place: SearchPlace,
    /// How well it fits; higher is better.
    pub score: u32,
}

/// What a guide says, prepared for searching. Building it reads the whole
/// guide once, so do it when a search begins, not when the program starts.
#[derive(Debug, Clone)]
pub struct Index {
    places: Vec<SearchPlace>,
    /// Every word with the entries that have it, each with its weight there.
    words: Vec<(Utf32String, Entries)>,
    /// Titles and everyday words as a whole, with the entries they belong to.
    phrases: HashMap<String, Vec<u32>>,
}

type Entries = Vec<(u32, u8)>;

/// How much a word counts by where it stands.
mod weight {
    pub(super) const TITLE: u8 = 8;
    pub(super) const ALSO: u8 = 6;
    /// A cause is meant for those who answered the questions, so pages to read come before it.
    pub(super) const CAUSE_ALSO: u8 = 5;
    /// A warning or a question must not come before the page that was meant.
    pub(super) const DANGER_TITLE: u8 = 5;
    pub(super) const DANGER_ALSO: u8 = 4;
    pub(super) const LABEL: u8 = 3;
    pub(super) const TEXT: u8 = 2;
}

/// How well a word of the guide fits a word of the query, in points.
mod fit {
    /// Added where the query is all of a title or of an everyday word.
    pub(super) const PHRASE: u32 = 1000;
    pub(super) const SAME: u32 = 100;
    pub(super) const BEGINS: u32 = 70;
    pub(super) const INSIDE: u32 = 40;
    /// Small enough that a misspelt word in a title counts less than the right word in a text.
    pub(super) const SLIP: u32 = 20;
}

impl Index {
    /// Reads a guide.
    pub fn new(guide: &Guide) -> Self {
        let mut builder = Builder::default();
        for (id, node) in guide.nodes() {
            builder.entry(SearchPlace::Node(id));
            builder.node(node);
        }
        for (id, routine) in &guide.routines {
            builder.entry(SearchPlace::Routine(id.clone()));
            builder.phrase(&routine.title, weight::TITLE);
            builder.add(&routine.text, weight::TEXT);
        }
        for (id, stretch) in &guide.stretches {
            builder.entry(SearchPlace::Stretch(id.clone()));
            builder.phrase(&stretch.title, weight::TITLE);
            builder.add(&stretch.muscle, weight::LABEL);
            for text in [&stretch.setup, &stretch.motion, &stretch.feel, &stretch.avoid] {
                builder.add(text, weight::TEXT);
            }
        }
        for (term, meaning) in &guide.glossary {
            builder.entry(SearchPlace::Word(term.clone()));
            builder.add(term, weight::TITLE);
            builder.add(meaning, weight::TEXT);
        }
        builder.finish()
    }

    /// The best `most` hits for a query, the best first. An entry must have
    /// something like every word of the query; when none has, the entries with
    /// most of them are found. An empty query finds nothing.
    pub fn search(&self, query: &str, most: usize) -> Vec<Hit> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut tally = vec![Tally::default(); self.places.len()];
        for word in split(query) {
            self.tally(&word, &mut matcher, &mut tally);
            for entry in &mut tally {
                entry.close();
            }
        }
        for entry in self.phrases.get(&whole(query)).into_iter().flatten() {
            tally[*entry as usize].total += fit::PHRASE;
        }
        let fullest = tally.iter().map(|entry| entry.words).max().unwrap_or(0);
        if fullest == 0 {
            return Vec::new();
        }
        let found = tally.iter().zip(&self.places).filter(|(entry, _)| entry.words == fullest);
        let mut found: Vec<_> = found.map(|(entry, place)| (entry.total, place)).collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let best = found.into_iter().take(most);
        best.map(|(score, place)| Hit { place: place.clone(), score }).collect()
    }

    /// Gives every entry the points for its best fit to one word of the query.
    fn tally(&self, wanted: &str, matcher: &mut Matcher, tally: &mut [Tally]) {
        let needle = Utf32String::from(wanted);
        let length = needle.len();
        let mut give = |entries: &Entries, points: u32| {
            // A single letter begins a tenth of all words, so it counts only in titles and labels.
            let counted =
                entries.iter().filter(|(_, weight)| length > 1 || *weight != weight::TEXT);
            for (entry, weight) in counted {
                let entry = &mut tally[*entry as usize];
                entry.word = entry.word.max(points * u32::from(*weight));
            }
        };
        let mut any = false;
        for (word, entries) in &self.words {
            let points = points(matcher, word.slice(..), needle.slice(..));
            if points > 0 {
                any = true;
                give(entries, points);
            }
        }
        if any || wanted.len() < 4 {
            return;
        }
        // No word has these letters in this order, so two may be swapped or one may be wrong.
        let most = 1 + usize::from(length > 7);
        for (word, entries) in &self.words {
            let is_number = word.slice(..).get(0).is_ascii_digit();
            let alike = word.len().abs_diff(length) <= 1 && !is_number;
            if alike && strsim::osa_distance(&word.to_string(), wanted) <= most {
                give(entries, fit::SLIP);
            }
        }
    }
}

/// The points of one entry.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// Points for the word of the query at hand.
    word: u32,
    /// Points for all words.
    total: u32,
    /// How many words of the query it has.
    words: u32,
}

impl Tally {
    fn close(&mut self) {
        if self.word > 0 {
            self.total += std::mem::take(&mut self.word);
            self.words += 1;
        }
    }
}

fn points(matcher: &mut Matcher, word: Utf32Str<'_>, wanted: Utf32Str<'_>) -> u32 {
    if wanted.len() > word.len() {
        return 0;
    }
    let same = wanted.len() == word.len();
    if matcher.prefix_match(word, wanted).is_some() {
        return if same { fit::SAME } else { fit::BEGINS };
    }
    // Nearly every word has any one or two letters inside, so they say nothing.
    if same || wanted.len() < 3 {
        return 0;
    }
    if matcher.substring_match(word, wanted).is_some() {
        return fit::INSIDE;
    }
    // Somebody may leave out letters: at most a third of them, and not the first.
    let close = wanted.len() >= 4
        && wanted.len() * 3 >= word.len() * 2
        && word.get(0) == wanted.get(0)
        && matcher.fuzzy_match(word, wanted).is_some();
    if close { fit::SLIP } else { 0 }
}

/// A text as its words alone, to compare it as a whole.
fn whole(text: &str) -> String {
    split(text).collect::<Vec<_>>().join(" ")
}

/// The words of a text in lower case, without punctuation and marks.
fn split(text: &str) -> impl Iterator<Item = String> {
    text.unicode_words().map(str::to_lowercase)
}

#[derive(Default)]
struct Builder {
    places: Vec<SearchPlace>,
    words: HashMap<String, Entries>,
    phrases: HashMap<String, Vec<u32>>,
    /// The number of the entry that words are added to.
    entry: u32,
}

impl Builder {
    fn entry(&mut self, place: SearchPlace) {
        self.entry = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.places.push(place);
    }

    fn node(&mut self, node: &Node) {
        let (title, also) = match node.kind {
            Kind::Warning | Kind::Symptom => (weight::DANGER_TITLE, weight::DANGER_ALSO),
            Kind::Cause => (weight::TITLE, weight::CAUSE_ALSO),
            _ => (weight::TITLE, weight::ALSO),
        };
        self.phrase(&node.title, title);
        for words in &node.also {
            self.phrase(words, also);
        }
        for option in &node.options {
            self.add(&option.label, weight::LABEL);
        }
        if node.text.contains("](") {
            for block in markup::parse(&node.text) {
                for span in block.spans() {
                    self.add(&span.text, weight::TEXT);
                }
            }
        } else {
            self.add(&node.text, weight::TEXT);
        }
        for step in &node.steps {
            self.add(step, weight::TEXT);
        }
        for option in &node.options {
            for text in option.hint.iter().chain(&option.about) {
                self.add(text, weight::TEXT);
            }
        }
    }

    /// Adds a text that people may type as a whole.
    fn phrase(&mut self, text: &str, weight: u8) {
        self.add(text, weight);
        let entries = self.phrases.entry(whole(text)).or_default();
        if entries.last() != Some(&self.entry) {
            entries.push(self.entry);
        }
    }

    /// Adds the words of a text to the last entry. Titles come first and texts
    /// last, so the first weight of a word in an entry is its best.
    fn add(&mut self, text: &str, weight: u8) {
        for word in split(text) {
            let entries = self.words.entry(word).or_default();
            if entries.last().is_none_or(|(last, _)| *last != self.entry) {
                entries.push((self.entry, weight));
            }
        }
    }

    fn finish(self) -> Index {
        let words = self.words.into_iter().map(|(word, entries)| (word.into(), entries)).collect();
        Index { places: self.places, words, phrases: self.phrases }
    }
}

#[cfg(test)]
mod tests;
