//! The guide that comes with the program, and what other guides borrow from it.
//!
//! A guide on another topic may say nothing about rescue or danger signs. Their keys must
//! work all the same, so the pages for them are added to that guide under names that no
//! file can use.

use std::collections::HashSet;

use super::load::fill_defaults;
use super::markup;
use super::model::{Fault, Guide, Node, RESCUE};
use super::raw::{self, Kind, RescueSetting};

/// What the names of borrowed pages, sources, routines and stretches begin with.
/// A guide file cannot use it: `check` refuses ids with these characters.
pub const PREFIX: &str = "@built-in/";

/// The guide that comes with the program.
///
/// # Errors
/// When the embedded content is not a whole guide. The test that checks the
/// shipped guide makes that impossible in a released program.
pub fn built_in() -> Result<Guide, Fault> {
    Guide::from_raw(raw_built_in()?)
}

/// The built-in guide as it was written.
pub(crate) fn raw_built_in() -> Result<raw::RawGuide, Fault> {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/guide.postcard"));
    let mut guide = postcard::from_bytes(bytes)
        .map_err(|error| Fault(format!("the built-in guide: {error}")))?;
    fill_defaults(&mut guide);
    Ok(guide)
}

/// Gives a guide that lacks `rescue` or `danger` those of the built-in guide.
pub(crate) fn add_fallback(to: &mut raw::RawGuide, from: &raw::RawGuide) {
    let danger = from.danger.as_ref().filter(|_| to.danger.is_none());
    let rescue = from.rescue.as_ref().filter(|_| to.rescue.is_none());
    let rescue = rescue.and_then(RescueSetting::own);
    let mut wanted: Vec<&str> = danger.iter().map(|id| id.as_str()).collect();
    wanted.extend(rescue.iter().flat_map(|r| [&*r.after, &*r.over_limit]));
    let fallback = Fallback { from, start: to.start.clone(), nodes: wanted_nodes(from, wanted) };
    to.danger = danger.map(|id| fallback.node_name(id)).or(to.danger.take());
    if let Some(rescue) = rescue {
        let mut rescue = rescue.clone();
        rescue.after = fallback.node_name(&rescue.after);
        rescue.over_limit = fallback.node_name(&rescue.over_limit);
        to.rescue = Some(RescueSetting::Own(Box::new(rescue)));
    }
    for (id, node) in from.nodes.iter().filter(|(id, _)| fallback.nodes.contains(id.as_str())) {
        let node = fallback.node(to, node.clone());
        to.nodes.insert(name(id), node);
    }
}

/// The nodes that answers, relief pages and menus lead to from these; further reading stays
/// behind, and the first page of the built-in guide is replaced by the borrower's own.
fn wanted_nodes<'a>(from: &'a raw::RawGuide, mut wanted: Vec<&'a str>) -> HashSet<&'a str> {
    let mut nodes = HashSet::new();
    while let Some(id) = wanted.pop() {
        let Some(node) = from.nodes.get(id).filter(|_| id != from.start) else {
            continue;
        };
        if nodes.insert(id) {
            wanted.extend(node.options.iter().map(|option| &*option.to));
            wanted.extend(node.not_sure.as_deref());
            wanted.extend(node.relief.iter().map(String::as_str));
            // A second menu of danger signs is only named under further reading.
            if node.kind == Kind::Menu {
                let beside = node.see_also.iter().map(String::as_str);
                wanted.extend(
                    beside.filter(|id| {
                        from.nodes.get(*id).is_some_and(|node| node.kind == Kind::Menu)
                    }),
                );
            }
        }
    }
    nodes
}

/// The name under which something is borrowed.
fn name(id: &str) -> String {
    format!("{PREFIX}{id}")
}

struct Fallback<'a> {
    from: &'a raw::RawGuide,
    start: String,
    nodes: HashSet<&'a str>,
}

impl Fallback<'_> {
    fn node_name(&self, id: &str) -> String {
        match id {
            RESCUE => id.into(),
            _ if self.from.start == id => self.start.clone(),
            _ => name(id),
        }
    }

    fn node(&self, to: &mut raw::RawGuide, mut node: raw::RawNode) -> raw::RawNode {
        node.see_also.retain(|id| self.nodes.contains(&**id));
        let options = node.options.iter_mut().map(|option| &mut option.to);
        let others = node.not_sure.iter_mut().chain(&mut node.see_also).chain(&mut node.relief);
        for id in options.chain(others) {
            *id = self.node_name(id);
        }
        node.text =
            rename_links(&node.text, |id| self.nodes.contains(id).then(|| self.node_name(id)));
        self.sources(to, &mut node.sources);
        node.routine = node.routine.map(|id| self.routine(to, &id));
        node
    }

    /// Copies these sources, and renames their keys.
    fn sources(&self, to: &mut raw::RawGuide, keys: &mut [String]) {
        for key in keys {
            if let Some(source) = self.from.sources.get(key) {
                to.sources.entry(name(key)).or_insert_with(|| source.clone());
            }
            *key = name(key);
        }
    }

    /// Copies this routine with its stretches, and gives its new name.
    fn routine(&self, to: &mut raw::RawGuide, id: &str) -> String {
        let name = name(id);
        if let (Some(routine), false) =
            (self.from.routines.get(id), to.routines.contains_key(&name))
        {
            let mut copy = routine.clone();
            self.sources(to, &mut copy.sources);
            for step in &mut copy.steps {
                step.stretch = self.stretch(to, &step.stretch);
            }
            let seated = copy.seated.take();
            to.routines.insert(name.clone(), copy);
            let seated = seated.map(|id| self.routine(to, &id));
            to.routines[&name].seated = seated;
        }
        name
    }

    /// Copies this stretch, and gives its new name.
    fn stretch(&self, to: &mut raw::RawGuide, id: &str) -> String {
        if let Some(stretch) = self.from.stretches.get(id) {
            let mut copy = stretch.clone();
            self.sources(to, &mut copy.sources);
            to.stretches.insert(name(id), copy);
        }
        name(id)
    }
}

/// Renames the targets of the links in a text; a link without a new name becomes its words.
fn rename_links(text: &str, rename: impl Fn(&str) -> Option<String>) -> String {
    let mut out = text.to_owned();
    // From the last on, so that the places of those before stay right.
    for (to, range) in markup::links(text).into_iter().rev() {
        if let Some((words, _)) = text[range.clone()].rsplit_once("](") {
            let link = match rename(&to) {
                Some(name) => format!("{words}]({name})"),
                None => words.trim_start_matches(['!', '[']).to_owned(),
            };
            out.replace_range(range, &link);
        }
    }
    out
}

impl Guide {
    /// Whether rescue was borrowed from the built-in guide.
    pub fn rescue_is_built_in(&self) -> bool {
        self.rescue.as_ref().is_some_and(|rescue| self.node(rescue.over_limit).is_built_in())
    }

    /// Whether the danger signs were borrowed from the built-in guide.
    pub fn danger_is_built_in(&self) -> bool {
        self.danger.is_some_and(|id| self.node(id).is_built_in())
    }
}

impl Node {
    /// Whether this page was borrowed from the built-in guide; say so where it is shown.
    pub fn is_built_in(&self) -> bool {
        self.id.starts_with(PREFIX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guide(text: &str) -> raw::RawGuide {
        raw::RawGuide::from_yaml(text).expect("the test's own guide is well formed")
    }

    const LENDER: &str = r#"
schema: 1
title: Legs
version: "1"
language: en
notice: For adults.
start: home
danger: signs
rescue:
  default: {muscle: calf, pose: seated}
  limit: 10m
  over_limit: too-long
  after: after
  check: Hurt?
  moves: {calf: {seated: {steps: [Pull.]}}}
sources: {s: {title: T, by: B, url: "https://example.org"}}
nodes:
  home: {kind: menu, title: Home, options: [{label: A, to: signs}, {label: B, to: reading}]}
  signs: {kind: menu, title: Signs, options: [{label: Back, to: home}, {label: Hot, to: hot}]}
  hot: {kind: warning, title: Hot, text: "See [this](after) or [that](reading).", see_also: [reading, after], care: urgent, evidence: good, sources: [s]}
  too-long: {kind: warning, title: Long, care: urgent, evidence: good, sources: [s]}
  after: {kind: relief, title: After, care: self-care, evidence: good, routine: r, sources: [s]}
  reading: {kind: topic, title: Reading}
routines:
  r: {title: R, text: T, evidence: weak, sources: [s], ready: 1, change: 1, steps: [{stretch: x, sides: both, hold: 5, rest: 5, repeat: 1}]}
stretches:
  x: {title: X, muscle: calf, pose: seated, setup: a, move: b, feel: c, avoid: d, stop_if: e, sources: [s]}
"#;

    const BORROWER: &str = r#"
schema: 1
title: Bicycles
version: "1"
language: en
notice: For riders.
start: hot
nodes:
  hot: {kind: topic, title: A hot brake}
"#;

    #[test]
    fn a_guide_without_rescue_and_danger_borrows_both_under_names_of_their_own() {
        let mut to = guide(BORROWER);
        add_fallback(&mut to, &guide(LENDER));
        let model = Guide::from_raw(to).expect("every borrowed name leads somewhere");
        assert!(model.rescue_is_built_in() && model.danger_is_built_in());
        let names: Vec<&str> = model.nodes().map(|(_, node)| &*node.id).collect();
        let expected = ["hot", "@built-in/signs", "@built-in/hot"];
        assert_eq!(names[..3], expected);
        assert!(!names.contains(&"@built-in/reading") && !names.contains(&"@built-in/home"));
        assert!(model.routines.contains_key("@built-in/r"));
        assert!(model.stretches.contains_key("@built-in/x"));
        assert!(model.sources.contains_key("@built-in/s"));
    }

    #[test]
    fn a_borrowed_page_leads_back_to_the_borrowers_first_page() {
        let mut to = guide(BORROWER);
        add_fallback(&mut to, &guide(LENDER));
        assert_eq!(to.nodes["@built-in/signs"].options[0].to, "hot");
    }

    #[test]
    fn links_to_pages_that_stay_behind_become_plain_words() {
        let mut to = guide(BORROWER);
        add_fallback(&mut to, &guide(LENDER));
        let hot = &to.nodes["@built-in/hot"];
        assert_eq!(hot.text, "See [this](@built-in/after) or that.");
        assert_eq!(hot.see_also, ["@built-in/after"]);
    }

    #[test]
    fn a_guide_with_its_own_rescue_and_danger_borrows_nothing() {
        let mut to = guide(LENDER);
        add_fallback(&mut to, &guide(LENDER));
        assert_eq!(to, guide(LENDER));
    }

    #[test]
    fn a_renamed_link_keeps_its_words() {
        let renamed = rename_links("x [a *b*](one) y [c](two) z", |id| {
            (id == "one").then(|| "uno".to_owned())
        });
        assert_eq!(renamed, "x [a *b*](uno) y c z");
    }
}
