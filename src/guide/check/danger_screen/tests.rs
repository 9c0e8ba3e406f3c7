//! The second safety proof, on small guides made for it and on random ones.

use std::collections::HashSet;
use std::fmt::Write;

use proptest::collection::vec;
use proptest::prelude::*;

use crate::guide::check::check;
use crate::guide::problem::{Code, Problem};

const HEAD: &str = "
schema: 1
title: T
version: '1'
language: en
notice: N
start: home
screen: [one, two]
nodes:
  home: {kind: menu, title: H, options: [{label: a, to: one}, {label: b, to: read}, {label: c, to: rest}]}
  one: {kind: symptom, title: O, options: [{label: a, to: danger}, {label: b, to: two, clear: true}], not_sure: danger}
  two: {kind: symptom, title: W, options: [{label: a, to: danger}, {label: b, to: where, clear: true}], not_sure: danger}
  where: {kind: symptom, title: P, options: [{label: a, to: cause}], not_sure: rest}
  cause: {kind: cause, title: C, text: T, care: routine, evidence: weak, sources: [s], relief: [rest]}
  rest: {kind: relief, title: R, text: T, care: self-care, evidence: weak, sources: [s]}
  read: {kind: topic, title: E, text: 'T', see_also: [cause]}
";
const DANGER: &str =
    "  danger: {kind: warning, title: D, text: 'T', care: urgent, evidence: good, sources: [s]}\n";
const SOURCES: &str = "sources: {s: {title: T, by: B, url: 'https://example.org'}}\n";

/// The holes that are told when one part of the small guide is written otherwise.
fn holes(find: &str, put: &str) -> Vec<Problem> {
    let text = [HEAD, DANGER, SOURCES].concat();
    assert!(text.contains(find), "{find}");
    let mut list = check("f", text.replacen(find, put, 1).as_bytes()).problems.list;
    list.retain(|problem| problem.code == Code::Unscreened);
    list
}

#[test]
fn a_guide_whose_answers_all_pass_the_screen_has_no_hole() {
    assert_eq!(holes("", ""), []);
}

#[test]
fn reading_without_any_answer_may_reach_advice() {
    assert_eq!(holes("{label: c, to: rest}", "{label: c, to: cause}"), []);
}

#[test]
fn a_way_past_one_question_names_that_question_and_the_path() {
    let holes = holes("to: two, clear: true", "to: where, clear: true");
    assert_eq!(holes.len(), 1);
    let expected = "this way goes round the danger question `two`: home > one > where > cause";
    assert_eq!(holes[0].message, expected);
}

#[test]
fn a_way_past_both_questions_is_told_once_and_names_both() {
    let holes = holes("{label: c, to: rest}", "{label: c, to: where}");
    assert_eq!(holes.len(), 1);
    let expected = "this way goes round the danger question `one` and `two`: home > where > cause";
    assert_eq!(holes[0].message, expected);
}

#[test]
fn every_kind_of_way_out_of_a_warning_counts() {
    for put in
        ["text: 'See [it](cause).'", "text: T, see_also: [cause]", "text: T, see_also: [read]"]
    {
        let holes = holes("D, text: 'T'", &format!("D, {put}"));
        assert_eq!(holes.len(), 1, "{put}");
        assert_eq!(holes[0].line, 17, "{put}");
    }
}

#[test]
fn a_question_before_the_screen_may_lead_to_it_but_not_past_it() {
    let before = "  home: {kind: symptom, title: H, not_sure: one, see_also: [read, rest], \
                  options: [{label: a, to: one}, {label: b, to: TO}]}";
    let menu = HEAD.lines().find(|line| line.starts_with("  home:")).expect("it has one");
    assert_eq!(holes(menu, &before.replace("TO", "danger")), []);
    let told = holes(menu, &before.replace("TO", "rest"));
    assert_eq!(told.len(), 1);
    assert!(told[0].message.ends_with("home > rest"), "{}", told[0].message);
}

/// A random guide: per node its kind and where its options and links lead.
#[derive(Debug, Clone)]
struct Wild {
    nodes: Vec<(usize, [usize; 3], usize)>,
}

const KINDS: [&str; 6] = ["menu", "symptom", "symptom", "cause", "topic", "warning"];

impl Wild {
    fn kind(&self, node: usize) -> &'static str {
        // The first is the start; the next two are the screen.
        match node {
            0 => "menu",
            1 | 2 => "symptom",
            _ => KINDS[self.nodes[node].0 % KINDS.len()],
        }
    }

    fn to(&self, raw: usize) -> usize {
        raw % self.nodes.len()
    }

    /// The ways out of a node: where to, whether it answers, whether it clears.
    fn edges(&self, node: usize) -> Vec<(usize, bool, bool)> {
        let (_, options, link) = &self.nodes[node];
        let asks = self.kind(node) == "symptom";
        let mut edges = vec![(self.to(*link), false, false)];
        if asks || self.kind(node) == "menu" {
            let is_danger_question = node == 1 || node == 2;
            for (index, to) in options.iter().enumerate() {
                edges.push((self.to(*to), asks, is_danger_question && index == 1));
            }
        }
        edges
    }

    fn text(&self) -> String {
        let mut text = "schema: 1\ntitle: T\nversion: '1'\nlanguage: en\nnotice: N\nstart: n0\n\
                        screen: [n1, n2]\nnodes:\n"
            .to_owned();
        for (node, (_, [first, second, third], link)) in self.nodes.iter().enumerate() {
            let kind = self.kind(node);
            let clear = if node == 1 || node == 2 { ", clear: true" } else { "" };
            let (a, b, c) = (self.to(*first), self.to(*second), self.to(*third));
            let _ = write!(
                text,
                "  n{node}: {{kind: {kind}, title: T, see_also: [n{}]",
                self.to(*link)
            );
            let _ = match kind {
                "menu" => write!(
                    text,
                    ", options: [{{label: a, to: n{a}}}, {{label: b, to: n{b}}}, {{label: c, to: n{c}}}]"
                ),
                "symptom" => write!(
                    text,
                    ", options: [{{label: a, to: n{a}}}, {{label: b, to: n{b}{clear}}}], not_sure: n{c}"
                ),
                _ => write!(text, ", text: T"),
            };
            text.push_str("}\n");
        }
        text
    }

    /// The rule of the design, word by word: every state of page, cleared
    /// questions and whether anything was answered.
    fn has_hole(&self) -> bool {
        let mut seen = HashSet::new();
        let mut open = vec![(0, 0_u8, false)];
        while let Some((node, cleared, answered)) = open.pop() {
            if !seen.insert((node, cleared, answered)) {
                continue;
            }
            if self.kind(node) == "cause" && answered && cleared != 0b11 {
                return true;
            }
            for (to, answers, clears) in self.edges(node) {
                let bit = if clears { 1 << (node - 1) } else { 0 };
                open.push((to, cleared | bit, answered || answers));
            }
        }
        false
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_hole_is_told_exactly_when_the_rule_is_broken(
        nodes in vec((0_usize..6, [0_usize..20, 0..20, 0..20], 0_usize..20), 4..9)
    ) {
        let wild = Wild { nodes };
        let problems = check("f", wild.text().as_bytes()).problems;
        let told = problems.list.iter().any(|problem| problem.code == Code::Unscreened);
        prop_assert_eq!(told, wild.has_hole(), "{}\n{}", wild.text(), problems);
    }
}
