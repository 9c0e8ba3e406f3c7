//! The words that the guide explains, one by itself or all of them.

use super::{Page, Role, Writer};
use crate::guide::model::Guide;
use crate::text::messages::pages;

/// A word and what it means.
pub fn word(guide: &Guide, term: &str) -> Page {
    let mut writer = Writer::new();
    writer.title(term);
    if let Some(meaning) = guide.glossary.get(term) {
        writer.gap();
        writer.text(meaning, Role::Body);
    }
    writer.finish()
}

/// Every word, from A to Z.
pub fn page(guide: &Guide) -> Page {
    let mut writer = Writer::new();
    writer.title(pages::WORDS);
    let mut words: Vec<_> = guide.glossary.iter().collect();
    words.sort_by_key(|(term, _)| term.to_lowercase());
    for (term, meaning) in words {
        writer.gap();
        let lead = format!("{term}: ");
        writer.hang("", Role::Quiet, &[(&lead, Role::Strong), (meaning, Role::Body)]);
    }
    writer.finish()
}
