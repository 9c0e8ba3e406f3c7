//! What a search finds, and in which order.

use super::*;
use crate::guide::raw;

const GUIDE: &str = r#"
schema: 1
title: T
version: "1"
language: en
notice: N
start: home
nodes:
  home: {kind: menu, title: Start, options: [{label: Magnesium and me, to: magnesium}]}
  magnesium: {kind: topic, title: Magnesium pills, text: "They rarely help. See [night cramps](night)."}
  night: {kind: topic, title: Night cramps, text: "A cramp of the calf at night. Drink water, not magnesium."}
  cafe: {kind: topic, title: Café, text: Nothing to find. }
glossary: {tendon: "A cord that ties a muscle to a bone."}
"#;

fn guide() -> Guide {
    let raw: raw::RawGuide = serde_yaml::from_str(GUIDE).unwrap();
    Guide::from_raw(raw).unwrap()
}

fn found(query: &str) -> Vec<String> {
    let guide = guide();
    let hits = Index::new(&guide).search(query, 10);
    hits.iter().map(|hit| SearchEntry::new(&guide, &hit.target).title.to_owned()).collect()
}

#[test]
fn a_title_counts_more_than_a_label_and_a_label_more_than_text() {
    assert_eq!(found("magnesium"), ["Magnesium pills", "Start", "Night cramps"]);
}

#[test]
fn every_word_of_the_query_must_be_there_when_that_is_possible() {
    assert_eq!(found("night magnesium"), ["Magnesium pills", "Night cramps"]);
    assert_eq!(found("calf water"), ["Night cramps"]);
    assert_eq!(found("calf zebra"), ["Night cramps"]);
}

#[test]
fn the_beginning_of_a_word_is_enough_while_typing() {
    assert_eq!(found("mag")[0], "Magnesium pills");
    assert_eq!(found("te"), ["tendon"]);
}

#[test]
fn slips_of_the_finger_are_forgiven() {
    for query in ["magnesum", "mangesium", "magnesiun"] {
        assert_eq!(found(query).first().map(String::as_str), Some("Magnesium pills"), "{query}");
    }
}

#[test]
fn accents_and_capitals_do_not_matter() {
    assert_eq!(found("cafe"), ["Café"]);
    assert_eq!(found("NIGHT")[0], "Night cramps");
}

#[test]
fn link_targets_are_not_words_of_the_text() {
    let guide = guide();
    let hits = Index::new(&guide).search("night", 10);
    assert_eq!(hits.len(), 2, "the page itself, and the words of the link");
}

#[test]
fn nothing_is_found_for_nothing() {
    assert!(found("").is_empty() && found(" .,").is_empty() && found("xyzzy").is_empty());
}

#[test]
fn an_excerpt_shows_the_word_in_its_sentence() {
    let guide = guide();
    let night = SearchTarget::Node(guide.find("night").unwrap());
    assert_eq!(
        SearchEntry::new(&guide, &night).excerpt("magnesium", 40),
        "... Drink water, not magnesium."
    );
    assert_eq!(
        SearchEntry::new(&guide, &night).excerpt("calf", 48),
        "A cramp of the calf at night. Drink water, not ..."
    );
}

#[test]
fn an_excerpt_never_begins_within_a_sentence() {
    let guide = crate::guide::built_in().unwrap();
    let index = Index::new(&guide);
    let words = ["stretch", "rub", "pull", "heat", "quinine", "swollen", "magnesium"];
    for hit in words.iter().flat_map(|word| index.search(word, 50)) {
        for (word, most) in words.iter().flat_map(|word| [(word, 30), (word, 140)]) {
            let said = SearchEntry::new(&guide, &hit.target).excerpt(word, most);
            let first = said.trim_start_matches("... ").chars().next();
            let begins = first.is_none_or(|c| c.is_uppercase() || c.is_numeric() || c == '"');
            assert!(begins, "{word}: {said}");
        }
    }
}

#[test]
fn every_keystroke_over_a_large_guide_finds_and_keeps_to_what_was_asked_for() {
    use std::fmt::Write as _;
    let mut text = String::from(
        "schema: 1\ntitle: T\nversion: '1'\nlanguage: en\nnotice: N\nstart: n0\nnodes:\n",
    );
    for n in 0..20_000 {
        let _ = writeln!(
            text,
            "  n{n}: {{kind: topic, title: Page number {n}, text: Some cramps of the calf come at night {n}}}"
        );
    }
    let raw: raw::RawGuide = serde_yaml::from_str(&text).unwrap();
    let index = Index::new(&Guide::from_raw(raw).unwrap());
    for query in ["p", "cr", "cra", "cramp", "1234", "calf"] {
        let found = index.search(query, 50);
        assert!((1..=50).contains(&found.len()), "{query}: {}", found.len());
    }
    assert!(index.search("magnesium", 50).is_empty());
}
