//! What more than one file says stands in `src/text/messages`, and nothing else stands there.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, none, sources};

const MESSAGES: &str = "src/text/messages";

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
    "not logged",
    "on run argv",
];

/// What begins a text for the database.
const SQL: &[&str] = &[
    "ALTER", "AND", "BEGIN", "CREATE", "DELETE", "DROP", "INSERT", "PRAGMA", "SELECT", "UPDATE",
    "WHERE",
];

#[test]
fn no_sentence_stands_in_two_files() {
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources("src") {
        let code = code(&source);
        for text in texts(&code).filter(|text| is_sentence(text) && !is_known(text)) {
            files.entry(text).or_default().insert(source.path.clone());
        }
    }
    files.retain(|_, files| files.len() > 1);
    let twice: Vec<String> =
        files.iter().map(|(text, files)| format!("{text:?}: {files:?}")).collect();
    none("a sentence in two files", &twice);
}

#[test]
fn what_stands_in_messages_is_said_in_two_files() {
    let (messages, others): (Vec<Source>, Vec<Source>) =
        sources("src").into_iter().partition(|source| source.path.starts_with(MESSAGES));
    let words: Vec<BTreeSet<String>> = others.iter().map(|other| words(&code(other))).collect();
    let once: Vec<String> = messages
        .iter()
        .flat_map(|source| names(&code(source)))
        .filter(|name| words.iter().filter(|words| words.contains(name)).count() < 2)
        .collect();
    none("only one file says", &once);
}

/// The names of what other files can say.
fn names(code: &str) -> Vec<String> {
    let named = |line: &str| {
        let line = line.strip_prefix("pub(crate) ")?;
        let rest = line.strip_prefix("fn ").or_else(|| line.strip_prefix("const "))?;
        words(rest.split(['(', '<', ':']).next()?).into_iter().next()
    };
    code.lines().filter_map(named).collect()
}

fn words(code: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.split(|c: char| !is_part(c)).map(str::to_owned).collect()
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
    let code = r#"say("Not logged: the {disk} is full."); get("care"); fn a<'a>(q: char) -> bool {
        q == '"' || q == '\'' || q == '\\' } x("a\"b c"); sql("SELECT id FROM entry")"#;
    let found: Vec<String> = texts(code).collect();
    assert_eq!(found.len(), 4, "{found:?}");
    let said: Vec<bool> = found.iter().map(String::as_str).map(is_sentence).collect();
    assert_eq!(said, [true, false, false, true]);
    assert!(is_known(&found[3]) && !is_known(&found[0]));
}
