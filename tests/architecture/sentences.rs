//! What more than one place says, and what the screens say, stands in `src/text/messages`.

use super::{Source, none, sources};

/// A sentence that one place alone says stands in that place; `graph` writes a language of its own.
const ELSEWHERE: &[&str] = &[
    "src/app/action.rs",
    "src/app/keymap/table.rs",
    "src/app/notice.rs",
    "src/app/update",
    "src/cli",
    "src/commands",
    "src/config",
    "src/diary",
    "src/text/io_error.rs",
    "src/guide/check",
    "src/guide/graph.rs",
    "src/guide/problem/code.rs",
    "src/guide/raw",
];

/// Texts that nobody is told: input that is understood, names, other programs' languages.
const NO_SENTENCES: &[&str] = &[
    "(`uncramp stretch ",
    " (os error",
    "SQLite format 3",
    "cramp, quiet, stretch,",
    "display notification",
    "end run",
    "half an hour",
    "id, kind, at,",
    "kind = 'cramp' AND",
    "last night",
    "left, right, both",
    "missing, asked, given",
    "not noted",
    "on run argv",
];

/// What begins a text for the database.
const SQL: &[&str] = &[
    "ALTER", "AND", "BEGIN", "CREATE", "DELETE", "DROP", "INSERT", "PRAGMA", "SELECT", "UPDATE",
    "WHERE",
];

#[test]
fn every_sentence_of_the_program_stands_in_words() {
    let elsewhere = sources("src").into_iter().filter(|source| {
        let is_elsewhere = |path: &&str| source.path.starts_with(*path);
        !source.path.starts_with("src/text/messages") && !ELSEWHERE.iter().any(is_elsewhere)
    });
    let found: Vec<String> = elsewhere
        .flat_map(|source| {
            let code = code(&source);
            let texts = texts(&code).filter(|text| is_sentence(text) && !is_known(text));
            texts.map(|text| format!("{}: {text:?}", source.path)).collect::<Vec<_>>()
        })
        .collect();
    none("a sentence outside of words", &found);
}

/// The code without comments, tests, attributes and what is said in a panic.
fn code(source: &Source) -> String {
    let silent = ["#[", "#![", "reason = ", "panic!", "assert!"];
    let lines = source.code().into_iter().map(|(_, line)| line);
    let lines = lines.filter(|line| !silent.iter().any(|mark| line.trim_start().starts_with(mark)));
    lines.collect::<Vec<_>>().join("\n")
}

/// The texts in quotes, without their holes.
fn texts(code: &str) -> impl Iterator<Item = String> {
    let mut rest = code;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(['"', '\''])?;
            let (quote, after) = (rest.as_bytes()[at], &rest[at + 1..]);
            if quote == b'\'' {
                // A character, perhaps a quote itself; a lifetime has no second mark.
                let long = 1 + usize::from(after.starts_with('\\'));
                let end = after.char_indices().nth(long).map_or(after.len(), |(end, _)| end);
                let closed = after[end..].starts_with('\'');
                rest = if closed { &after[end + 1..] } else { after };
                continue;
            }
            let end = closing(after)?;
            rest = &after[end + 1..];
            return Some(without_holes(&after[..end]));
        }
    })
}

/// Where the mark stands that ends a text.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at)
    })
}

fn without_holes(text: &str) -> String {
    let mut deep = 0_usize;
    let kept = text.chars().filter(|c| {
        match c {
            '{' => deep += 1,
            '}' => deep = deep.saturating_sub(1),
            _ => return deep == 0,
        }
        false
    });
    kept.collect()
}

/// Two words after one another: a word alone may be a key, a flag or an id.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|pair| {
        let first = pair[0].trim_end_matches([',', '.', ':', ';']);
        let long = first.chars().rev().take_while(char::is_ascii_alphabetic);
        long.count() > 1 && pair[1].starts_with(|c: char| c.is_ascii_alphabetic())
    })
}

fn is_known(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    SQL.contains(&first) || NO_SENTENCES.iter().any(|known| text.starts_with(known))
}

#[test]
fn a_sentence_is_told_from_a_key_a_lifetime_and_a_hole() {
    let code = r#"say("Not noted: the {disk} is full."); get("care"); fn a<'a>(q: char) -> bool {
        q == '"' || q == '\'' || q == '\\' } x("a\"b c"); sql("SELECT id FROM entry")"#;
    let found: Vec<String> = texts(code).collect();
    assert_eq!(found.len(), 4, "{found:?}");
    let said: Vec<bool> = found.iter().map(String::as_str).map(is_sentence).collect();
    assert_eq!(said, [true, false, false, true]);
    assert!(is_known(&found[3]) && !is_known(&found[0]));
}
