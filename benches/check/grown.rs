//! Guides of any size that have no problem: a tree of questions behind a danger
//! screen, with advice at its ends.

use std::fmt::Write;

/// The text of a guide with about this many nodes.
pub fn guide(nodes: usize) -> String {
    let mut text = HEAD.to_owned();
    for n in 0..nodes {
        // A tree in which every question has three answers.
        let child = |k: usize| 3 * n + k;
        if child(3) < nodes {
            question(&mut text, n, [child(1), child(2), child(3)]);
        } else if n % 3 == 0 {
            page(&mut text, n, "relief", "    steps: [Wait a little., Look again.]\n");
        } else {
            page(&mut text, n, "cause", "");
        }
    }
    text
}

fn question(text: &mut String, n: usize, to: [usize; 3]) {
    let [first, second, third] = to;
    let _ = write!(
        text,
        "  page-{n}:\n    kind: symptom\n    title: Question number {n} of the grown guide\n    \
         text: |\n      This is one of **many** questions. Take your time, and answer *one* of them.\n\n      \
         - It may help to look at [the words](about) first.\n    options:\n      \
         - {{label: The first answer to {n}, to: page-{first}}}\n      \
         - {{label: The second answer to {n}, to: page-{second}}}\n      \
         - {{label: \"The third, in quotes\", to: page-{third}}}\n    not_sure: page-{first}\n"
    );
}

fn page(text: &mut String, n: usize, kind: &str, own: &str) {
    let _ = write!(
        text,
        "  page-{n}:\n    kind: {kind}\n    title: Page number {n} of the grown guide\n    text: >-\n      \
         Some words about what it may be and why, folded over two lines of the\n      \
         file, as authors do. See also [the words](about).\n{own}    care: self-care\n    \
         evidence: mixed\n    sources: [book, paper]\n    see_also: [about]\n"
    );
}

const HEAD: &str = r#"schema: 1
title: A grown guide
version: "1"
language: en
notice: Only for measuring.
start: home
danger: danger
screen: [signs]
limits: {answers: 60}
sources:
  book: {title: A book, by: A. Writer, year: 2001, url: "https://example.org/book", kind: manual, seen: page}
  paper: {title: A paper, by: B. Writer, url: "https://example.org/paper", kind: study, seen: abstract}
nodes:
  home:
    kind: menu
    title: Home
    options:
      - {label: A cramp now, to: "@rescue"}
      - {label: Find out, to: signs}
  danger:
    kind: menu
    title: Danger
    options:
      - {label: It is hot, to: hot}
  signs:
    kind: symptom
    title: Is one of these so?
    options:
      - {label: It is hot, to: hot}
      - {label: None of these, to: page-0, clear: true}
    not_sure: hot
  hot:
    kind: warning
    title: Hot
    text: Call {emergency}.
    care: urgent
    evidence: good
    sources: [book]
  about:
    kind: topic
    title: About
    text: Words about words.
"#;
