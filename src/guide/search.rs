//! Search over a whole guide: titles, texts, stretches, routines and words.
//!
//! The index is an inverted list: every word of the guide once, with the
//! entries that have it. A query is matched against the words, not the texts,
//! so that a keystroke stays quick in a guide of a hundred thousand pages.

use std::collections::{HashMap, HashSet};

use nucleo_matcher::chars::normalize;
use unicode_segmentation::UnicodeSegmentation;

use super::markup;
use super::model::{Guide, NodeId};

mod entry;

pub use entry::SearchEntry;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchTarget {
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
    pub target: SearchTarget,
    /// How well it fits; higher is better.
    pub score: u32,
}

/// What a guide says, prepared for searching. Building it reads the whole
/// guide once, so do it when a search begins, not when the program starts.
#[derive(Debug, Clone)]
pub struct Index {
    targets: Vec<SearchTarget>,
    /// Every word with the entries that have it.
    words: HashMap<String, Vec<Posting>>,
    /// Names as a whole, each with the entry it belongs to.
    names: HashSet<(String, usize)>,
}

/// That an entry has a word.
#[derive(Debug, Clone, Copy)]
struct Posting {
    /// The index of the entry among the targets.
    entry: usize,
    /// How much the word counts there.
    weight: u32,
}

/// Words of a question that say nothing of what is looked for.
const FILLERS: [&str; 40] = [
    "a", "about", "after", "am", "an", "and", "are", "at", "be", "by", "can", "cant", "do", "does",
    "for", "from", "get", "has", "have", "how", "i", "if", "in", "is", "it", "me", "my", "of",
    "on", "or", "should", "that", "the", "to", "what", "when", "where", "why", "will", "with",
];

/// How well a word of the guide fits a word of the query, in points.
const SAME: u32 = 100;
const BEGINS: u32 = 70;
const INSIDE: u32 = 40;
/// Small enough that a misspelt word in a title counts less than the right word in a text.
const SLIP: u32 = 20;
/// Added where the query is all of a name.
const NAME: u32 = 1000;

impl Index {
    /// Reads a guide.
    pub fn new(guide: &Guide) -> Self {
        let nodes = guide.nodes().map(|(id, _)| SearchTarget::Node(id));
        let routines = guide.routines.keys().cloned().map(SearchTarget::Routine);
        let stretches = guide.stretches.keys().cloned().map(SearchTarget::Stretch);
        let terms = guide.glossary.keys().cloned().map(SearchTarget::Word);
        let targets = nodes.chain(routines).chain(stretches).chain(terms).collect();
        let mut index = Self { targets, words: HashMap::new(), names: HashSet::new() };
        for (at, target) in index.targets.iter().enumerate() {
            let entry = SearchEntry::new(guide, target);
            for (name, weight) in &entry.names {
                add_words(&mut index.words, name, Posting { entry: at, weight: *weight });
                if *weight > entry::LABEL {
                    index.names.insert((whole(name), at));
                }
            }
            for entry::SearchText { text, weight, .. } in &entry.texts {
                // The target of a link is no word of the text.
                let text = if text.contains("](") { &*markup::plain(text) } else { text };
                add_words(&mut index.words, text, Posting { entry: at, weight: *weight });
            }
        }
        index
    }

    /// The best `most` hits for a query, the best first. An entry must have
    /// something like every word of the query; when none has, the entries with
    /// most of them are found. An empty query finds nothing.
    pub fn search(&self, query: &str, most: usize) -> Vec<Hit> {
        // How many words of the query each entry has, and the points for them.
        let mut tally = vec![(0, 0); self.targets.len()];
        let mut words: Vec<_> = split(query).collect();
        if words.iter().any(|word| !FILLERS.contains(&&**word)) {
            words.retain(|word| !FILLERS.contains(&&**word));
        }
        for word in words {
            for (at, best) in self.best_fits(&word) {
                tally[at] = (tally[at].0 + 1, tally[at].1 + best);
            }
        }
        let query = whole(query);
        for (_, at) in self.names.iter().filter(|(name, _)| *name == query) {
            tally[*at].1 += NAME;
        }
        let fullest = tally.iter().map(|(words, _)| *words).max().unwrap_or(0).max(1);
        let found = tally.iter().zip(&self.targets).filter(|((words, _), _)| *words == fullest);
        let mut found: Vec<_> = found.map(|((_, score), target)| (*score, target)).collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let best = found.into_iter().take(most);
        best.map(|(score, target)| Hit { target: target.clone(), score }).collect()
    }

    /// The entries with something like this word of a query, each with the points for its best fit.
    fn best_fits(&self, wanted: &str) -> HashMap<usize, u32> {
        let letters = wanted.chars().count();
        let mut best = HashMap::new();
        let mut give = |postings: &[Posting], points: u32| {
            // A single letter begins a tenth of all words, so it counts only in titles and labels.
            let counted = postings.iter().filter(|hit| letters > 1 || hit.weight != entry::TEXT);
            for posting in counted {
                let best = best.entry(posting.entry).or_default();
                *best = (points * posting.weight).max(*best);
            }
        };
        let mut any = false;
        for (word, postings) in &self.words {
            let points = match word.find(wanted) {
                Some(0) if word == wanted => SAME,
                Some(0) => BEGINS,
                // Nearly every word has any one or two letters inside, so they say nothing.
                Some(_) if letters > 2 => INSIDE,
                _ => continue,
            };
            any = true;
            give(postings, points);
        }
        // Where no word has these letters, a few may be missing, swapped or wrong.
        if !any && letters >= 4 {
            let most = 1 + usize::from(letters > 6);
            for (word, postings) in &self.words {
                let is_number = word.starts_with(|c: char| c.is_ascii_digit());
                let alike = word.len().abs_diff(wanted.len()) <= most && !is_number;
                if alike && strsim::osa_distance(word, wanted) <= most {
                    give(postings, SLIP);
                }
            }
        }
        best
    }
}

/// Adds a posting for each word of a text. Of several in one entry the heaviest counts.
fn add_words(words: &mut HashMap<String, Vec<Posting>>, text: &str, posting: Posting) {
    for word in split(text) {
        let postings = words.entry(word).or_default();
        match postings.last_mut() {
            Some(last) if last.entry == posting.entry => {
                last.weight = posting.weight.max(last.weight);
            }
            _ => postings.push(posting),
        }
    }
}

/// A text as its words alone, to compare it as a whole.
fn whole(text: &str) -> String {
    split(text).collect::<Vec<_>>().join(" ")
}

/// The words of a text in lower case, without punctuation and accents.
fn split(text: &str) -> impl Iterator<Item = String> {
    text.unicode_words().map(|word| word.to_lowercase().chars().map(normalize).collect())
}

#[cfg(test)]
mod tests;
