//! The guide that comes with the program, and what other guides borrow from it.
//!
//! A guide on another topic may say nothing about rescue or danger signs. Their keys must
//! work all the same, so the pages for them are added to that guide under names that no
//! file can use.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::load::fill_defaults;
use super::markup;
use super::model::{Guide, NodeId};
use super::raw::{Kind, RESCUE, RawGuide, RescueSetting};

/// What the names of borrowed pages, sources, routines and stretches begin with.
/// A guide file cannot use it: `check` refuses ids with these characters.
pub(crate) const PREFIX: &str = "@built-in/";

/// The guide that comes with the program.
///
/// # Errors
/// When the embedded content is not a whole guide. The test that checks the
/// shipped guide makes that impossible in a released program.
pub fn built_in() -> Result<Guide, String> {
    Guide::from_raw(raw_built_in()?)
}

/// The built-in guide as it was written.
pub(crate) fn raw_built_in() -> Result<RawGuide, String> {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/guide.postcard"));
    let mut guide =
        postcard::from_bytes(bytes).map_err(|error| format!("the built-in guide: {error}"))?;
    fill_defaults(&mut guide);
    Ok(guide)
}

/// Gives a guide that lacks `rescue` or `danger` those of the built-in guide.
pub(crate) fn add_fallback(to: &mut RawGuide, mut from: RawGuide) {
    let danger = from.danger.take().filter(|_| to.danger.is_none());
    let rescue = from.rescue.take().filter(|_| to.rescue.is_none());
    let mut rescue = rescue.and_then(|setting| setting.0);
    let ends = rescue.iter().flat_map(|rescue| [&rescue.after, &rescue.over_limit]);
    keep_only(&mut from, danger.iter().chain(ends).cloned().collect());
    let kept: HashSet<String> = from.nodes.keys().cloned().collect();
    let node_name = |id: &str| match id {
        RESCUE => RESCUE.to_owned(),
        _ if from.start == id => to.start.clone(),
        _ => name(id),
    };
    for node in from.nodes.values_mut() {
        node.see_also.retain(|id| kept.contains(id));
        let options = node.options.iter_mut().map(|option| &mut option.to);
        let others = node.not_sure.iter_mut().chain(&mut node.see_also).chain(&mut node.relief);
        options.chain(others).for_each(|id| *id = node_name(id));
        node.text = rename_links(&node.text, |id| kept.contains(id).then(|| node_name(id)));
        node.sources.iter_mut().chain(&mut node.routine).for_each(|id| *id = name(id));
    }
    for routine in from.routines.values_mut() {
        let stretches = routine.steps.iter_mut().map(|step| &mut step.stretch);
        let names = routine.sources.iter_mut().chain(&mut routine.seated).chain(stretches);
        names.for_each(|id| *id = name(id));
    }
    for stretch in from.stretches.values_mut() {
        stretch.sources.iter_mut().for_each(|id| *id = name(id));
    }
    let ends = rescue.iter_mut().flat_map(|rescue| [&mut rescue.after, &mut rescue.over_limit]);
    ends.for_each(|id| *id = node_name(id));
    to.danger = danger.map(|id| node_name(&id)).or(to.danger.take());
    to.rescue = rescue.map(|own| RescueSetting(Some(own))).or(to.rescue.take());
    to.nodes.extend(renamed(from.nodes));
    to.routines.extend(renamed(from.routines));
    to.stretches.extend(renamed(from.stretches));
    to.sources.extend(renamed(from.sources));
}

/// Keeps the nodes that answers, relief pages and menus lead to from these, with their routines
/// and stretches. Further reading is left out, and the first page, in place of which stands
/// that of the other guide.
fn keep_only(from: &mut RawGuide, mut open: Vec<String>) {
    let mut kept = HashSet::new();
    while let Some(id) = open.pop() {
        let Some(node) = from.nodes.get(&id).filter(|_| id != from.start) else {
            continue;
        };
        if kept.insert(id) {
            let options = node.options.iter().map(|option| &option.to);
            open.extend(options.chain(&node.not_sure).chain(&node.relief).cloned());
            // A second menu of danger signs is only named under further reading.
            let is_menu = |id: &str| from.nodes.get(id).is_some_and(|to| to.kind == Kind::Menu);
            let menus = node.see_also.iter().filter(|id| node.kind == Kind::Menu && is_menu(id));
            open.extend(menus.cloned());
        }
    }
    from.nodes.retain(|id, _| kept.contains(id));
    let routines = from.nodes.values().filter_map(|node| node.routine.as_ref());
    let seated = |id| from.routines.get(id)?.seated.as_ref();
    let routines: HashSet<String> =
        routines.flat_map(|id| [Some(id), seated(id)]).flatten().cloned().collect();
    from.routines.retain(|id, _| routines.contains(id));
    let steps = || from.routines.values().flat_map(|routine| &routine.steps);
    from.stretches.retain(|id, _| steps().any(|step| step.stretch == *id));
}

/// The name under which something is borrowed.
fn name(id: &str) -> String {
    format!("{PREFIX}{id}")
}

fn renamed<T>(entries: IndexMap<String, T>) -> impl Iterator<Item = (String, T)> {
    entries.into_iter().map(|(id, entry)| (name(&id), entry))
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
    pub fn rescue_is_borrowed(&self) -> bool {
        self.rescue.as_ref().is_some_and(|rescue| self.is_borrowed(rescue.over_limit))
    }

    /// Whether the danger signs were borrowed from the built-in guide.
    pub fn danger_is_borrowed(&self) -> bool {
        self.danger.is_some_and(|id| self.is_borrowed(id))
    }

    /// Whether this page was borrowed from the built-in guide; say so where it is shown.
    pub fn is_borrowed(&self, id: NodeId) -> bool {
        self.name(id).starts_with(PREFIX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guide(text: &str) -> RawGuide {
        serde_yaml::from_str(text).expect("the test's own guide is well formed")
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
        add_fallback(&mut to, guide(LENDER));
        let model = Guide::from_raw(to).expect("the borrowed roots exist");
        for (id, node) in model.nodes() {
            assert_eq!(model.choices(id).len(), node.options.len(), "{}", model.name(id));
            assert_eq!(model.find_all(&node.see_also).count(), node.see_also.len());
        }
        assert!(model.rescue_is_borrowed() && model.danger_is_borrowed());
        let names: Vec<&str> = model.nodes().map(|(id, _)| model.name(id)).collect();
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
        add_fallback(&mut to, guide(LENDER));
        assert_eq!(to.nodes["@built-in/signs"].options[0].to, "hot");
    }

    #[test]
    fn links_to_pages_that_stay_behind_become_plain_words() {
        let mut to = guide(BORROWER);
        add_fallback(&mut to, guide(LENDER));
        let hot = &to.nodes["@built-in/hot"];
        assert_eq!(hot.text, "See [this](@built-in/after) or that.");
        assert_eq!(hot.see_also, ["@built-in/after"]);
    }

    #[test]
    fn a_guide_with_its_own_rescue_and_danger_borrows_nothing() {
        let mut to = guide(LENDER);
        add_fallback(&mut to, guide(LENDER));
        let own = RawGuide { sources: to.sources.clone(), ..guide(LENDER) };
        assert_eq!(to, own, "only sources, which nothing names");
    }

    #[test]
    fn a_renamed_link_keeps_its_words() {
        let renamed = rename_links("x [a *b*](one) y [c](two) z", |id| {
            (id == "one").then(|| "uno".to_owned())
        });
        assert_eq!(renamed, "x [a *b*](uno) y c z");
    }
}
