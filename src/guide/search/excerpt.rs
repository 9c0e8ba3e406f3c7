//! The title of a hit, and the part of its text that made it one.

use unicode_segmentation::UnicodeSegmentation;

use super::SearchPlace;
use crate::guide::built_in::PREFIX;
use crate::guide::markup::{clean, plain, sentences};
use crate::guide::model::Guide;
use crate::text::messages::pages;

/// The title of what was found, safe to print.
pub fn title(guide: &Guide, place: &SearchPlace) -> String {
    let title = match place {
        SearchPlace::Node(id) => guide.node(*id).title.as_str(),
        SearchPlace::Stretch(id) => guide.stretch_title(id),
        SearchPlace::Routine(id) => guide.routine_title(id),
        SearchPlace::Word(word) => word,
    };
    clean(title).into_owned()
}

/// Whether what was found was borrowed from the built-in guide; say so where it is shown.
pub fn is_built_in(guide: &Guide, place: &SearchPlace) -> bool {
    match place {
        SearchPlace::Node(id) => guide.node(*id).is_built_in(),
        SearchPlace::Stretch(id) | SearchPlace::Routine(id) => id.starts_with(PREFIX),
        SearchPlace::Word(_) => false,
    }
}

/// What was found, in a word: the kind of the page, or what else it is.
pub fn kind(guide: &Guide, place: &SearchPlace) -> &'static str {
    match place {
        SearchPlace::Node(id) => guide.node(*id).kind().word(),
        SearchPlace::Stretch(_) => pages::A_STRETCH,
        SearchPlace::Routine(_) => pages::A_ROUTINE,
        SearchPlace::Word(_) => pages::A_WORD,
    }
}

/// One line of the text from the sentence on in which a word of the query stands, or from its
/// beginning; at most about `most` characters.
///
/// It never begins within a sentence: without its first words, such as "Do not", one may say the
/// opposite.
pub fn excerpt(guide: &Guide, place: &SearchPlace, query: &str, most: usize) -> String {
    let text = text(guide, place);
    let words: Vec<String> = query.unicode_words().map(str::to_lowercase).collect();
    let hits = text.split_sentence_bound_indices().filter_map(|(at, said)| {
        let (hit, word) = said.unicode_word_indices().find(|(_, word)| {
            let word = word.to_lowercase();
            words.iter().any(|wanted| word.contains(wanted.as_str()))
        })?;
        Some((at, said[..hit + word.len()].chars().count()))
    });
    let hits: Vec<(usize, usize)> = hits.collect();
    // The first in which the word is not cut off.
    let whole = hits.iter().find(|(_, through)| *through <= most);
    let start = whole.or(hits.first()).map_or(0, |(at, _)| *at);
    cut(&text, start, most)
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

/// Everything a place says, in one line.
fn text(guide: &Guide, place: &SearchPlace) -> String {
    let mut parts: Vec<String> = Vec::new();
    match place {
        SearchPlace::Node(id) => {
            let node = guide.node(*id);
            parts.push(plain(&node.text));
            for option in node.options() {
                let texts = std::iter::once(&option.label).chain(&option.hint);
                parts.extend(texts.map(|text| clean(text).into_owned()));
            }
            parts.extend(node.steps().iter().map(|step| plain(step)));
        }
        SearchPlace::Stretch(id) => {
            if let Some(stretch) = guide.stretches.get(id.as_str()) {
                let texts = [&stretch.setup, &stretch.motion, &stretch.feel, &stretch.avoid];
                parts.extend(texts.map(|text| clean(text).into_owned()));
            }
        }
        SearchPlace::Routine(id) => {
            parts.extend(guide.routines.get(id.as_str()).map(|routine| plain(&routine.text)));
        }
        SearchPlace::Word(word) => {
            parts.extend(
                guide.glossary.get(word.as_str()).map(|meaning| clean(meaning).into_owned()),
            );
        }
    }
    sentences(parts.iter().map(String::as_str))
}
