//! Every key that a sentence names does what the sentence says.

use std::fs;
use std::path::Path;

use crate::app::keymap::{self, Binding, Context};
use crate::app::message::Message;
use crate::plain::typed_line::{TypedLine, read};
use crate::text::messages::amounts::lower;

/// A sentence of the program that names a key.
#[derive(Debug)]
struct Mention {
    file: String,
    key: String,
    /// What the key is said to do, or else the whole sentence.
    says: String,
}

/// What is said in other words than in the table: the key, what is said, what the table says.
const OTHER_WORDS: [(&str, &str, &str); 6] = [
    ("?", "help", "the keys of this screen"),
    ("s", "resume", "start the stretches"),
    ("b", "leave it", "back one level"),
    ("Enter", "skip a question", "save the field and go on"),
    ("n", "Nothing fits", "none of these"),
    ("Down", "move", "the next field"),
];

const SRC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// Keys that stand in no table: arrows change a field, and every key ends standby.
const NO_TABLE: [&str; 2] = ["Left, Right: change.", "Standby. Enter: a cramp now."];

#[test]
fn a_key_that_a_sentence_names_does_what_it_says() {
    let mut mentions = Vec::new();
    collect(Path::new(SRC), &mut mentions);
    let wrong: Vec<_> = mentions.iter().filter(|mention| !is_true(mention)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(mentions.len() > 30, "{}", mentions.len());
}

fn collect(path: &Path, mentions: &mut Vec<Mention>) {
    if path.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        return entries.iter().for_each(|entry| collect(entry, mentions));
    }
    let file = path.strip_prefix(SRC).unwrap().to_string_lossy().into_owned();
    if file.contains("tests") {
        return;
    }
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n").replace("'\"'", "").replace("\\\"", "'");
    for text in code.split('"').skip(1).step_by(2) {
        let text = NO_TABLE.iter().fold(text.replace("\\n", "\n"), |text, no| text.replace(no, ""));
        for sentence in text.split_inclusive(['.', '\n']) {
            mentions.extend(named(sentence).into_iter().map(|(key, says)| Mention {
                file: file.clone(),
                key,
                says,
            }));
        }
    }
}

/// The keys that a sentence names, each with what it says of it.
fn named(sentence: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let words: Vec<&str> = sentence.split([' ', '(']).collect();
    for (index, word) in words.iter().enumerate() {
        let bare = word.trim_matches(['`', '.', ',', ':']);
        if !is_key(bare) {
            continue;
        }
        let is_pressed = index > 0 && words[index - 1].eq_ignore_ascii_case("press");
        // A digit before a colon counts something.
        let is_explained = word.ends_with(':') && !bare.starts_with(char::is_numeric);
        let is_quoted = word.trim_end_matches('.') == format!("`{bare}`");
        if is_pressed || is_explained || is_quoted {
            let from = if is_quoted || index + 1 == words.len() { 0 } else { index + 1 };
            found.push((bare.to_owned(), words[from..].join(" ")));
        }
    }
    found
}

/// Also a letter or digit that no key has any more.
fn is_key(word: &str) -> bool {
    let is_bound = |row: &Binding| row.keys.iter().any(|key| key.to_string() == word);
    let is_letter = word.len() == 1 && word.chars().all(char::is_alphanumeric);
    is_letter || all_bindings().any(|(_, row)| is_bound(row))
}

fn all_bindings() -> impl Iterator<Item = (Context, &'static Binding)> {
    let rows = |context| keymap::bindings(context).map(move |row| (context, row));
    Context::ALL.into_iter().flat_map(rows)
}

fn is_true(mention: &Mention) -> bool {
    let is_plain = mention.file.contains("plain");
    let means = |(context, row): &(Context, &Binding)| {
        if !is_plain {
            return row.keys.iter().any(|key| key.to_string() == mention.key);
        }
        let line = if mention.key.starts_with("Enter") { "" } else { &mention.key };
        match read(line, *context) {
            TypedLine::Message(Message::Asked(action)) => action == row.action,
            TypedLine::Message(Message::Pressed(key)) => row.keys.contains(&key),
            TypedLine::Message(Message::Quit) => row.action == keymap::Action::Leave,
            TypedLine::Help => row.action == keymap::Action::Help,
            _ => false,
        }
    };
    let shares =
        |one: &str, other: &str| stems(one).any(|stem| stems(other).any(|own| own == stem));
    all_bindings().filter(means).any(|(_, row)| {
        let table = format!("{} {}", row.help, row.hint.map_or("", |(word, _)| word));
        shares(&mention.says, &table)
            || OTHER_WORDS.iter().any(|(key, says, meant)| {
                *key == mention.key && mention.says.contains(says) && lower(&table).contains(meant)
            })
    })
}

fn stems(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    words.map(|word| word.to_lowercase().chars().take(4).collect())
}
