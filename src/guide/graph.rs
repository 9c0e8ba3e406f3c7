//! The tree of a guide as text: lines for reading, or DOT for Graphviz.

use std::collections::HashSet;
use std::io::{self, Write};

use super::markup;
use super::model::{Guide, NodeId, Target};
use super::raw::{Kind, RESCUE};

/// Deeper pages are not indented further.
const DEEPEST: usize = 30;

/// One way that leaves a page.
struct GraphEdge {
    /// What it says: the key of an option with its label, or what kind of way it is.
    label: String,
    to: Target,
    /// Whether it is only reading: a further page, or a link in the text.
    reading: bool,
}

/// The guide's own pages as an indented tree: each page once, where choices
/// first lead to it, and its name wherever it is reached again. Pages that are
/// only read come last.
pub fn text(guide: &Guide, out: &mut dyn Write) -> io::Result<()> {
    let mut drawn = HashSet::new();
    let roots = [Some(guide.start), guide.danger]
        .into_iter()
        .flatten()
        .chain(guide.danger_questions.iter().copied())
        .chain(guide.rescue.iter().flat_map(|rescue| [rescue.over_limit, rescue.after]));
    let below = |page, depth| edges(guide, page).into_iter().rev().map(move |edge| (edge, depth));
    for root in roots.chain(guide.nodes().map(|(id, _)| id)) {
        if guide.is_borrowed(root) || !drawn.insert(root) {
            continue;
        }
        writeln!(out, "{}", headline(guide, root))?;
        let mut open: Vec<(GraphEdge, usize)> = below(root, 1).collect();
        while let Some((edge, depth)) = open.pop() {
            let (indent, label) = ("  ".repeat(depth.min(DEEPEST)), &edge.label);
            let name = edge.to.name(guide);
            let to = match edge.to {
                Target::Node(to) if !edge.reading && drawn.insert(to) => {
                    open.extend(below(to, depth + 1));
                    headline(guide, to)
                }
                Target::Node(_) if !edge.reading => format!("{name} (above)"),
                // A page that is only read is drawn in a place of its own.
                Target::Node(_) | Target::Rescue => name.to_owned(),
            };
            writeln!(out, "{indent}{label} -> {to}")?;
        }
    }
    Ok(())
}

fn headline(guide: &Guide, id: NodeId) -> String {
    let node = guide.node(id);
    let kind = node.kind.word();
    let care = node.care.map(|care| format!(", {}", care.word())).unwrap_or_default();
    format!("{} [{kind}{care}] {}", guide.name(id), node.title)
}

/// The guide's own pages for Graphviz. Ways by reading alone are dotted.
pub fn dot(guide: &Guide, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "digraph guide {{\n  label={};\n  rankdir=LR;", quoted(&guide.title))?;
    writeln!(out, "  node [shape=box, fontname=\"sans-serif\"];")?;
    writeln!(out, "  {} [shape=doubleoctagon];", quoted(RESCUE))?;
    let own = || guide.nodes().filter(|(id, _)| !guide.is_borrowed(*id));
    for (id, node) in own() {
        let label = quoted(&format!("{}\n{}", guide.name(id), node.title));
        let screen = if guide.is_danger_question(id) { ", penwidth=3" } else { "" };
        let start = if id == guide.start { ", peripheries=2" } else { "" };
        let (name, shape) = (quoted(guide.name(id)), shape(node.kind));
        writeln!(out, "  {name} [label={label}, {shape}{screen}{start}];")?;
    }
    for (id, _) in own() {
        for edge in edges(guide, id) {
            let (from, to) = (guide.name(id), edge.to.name(guide));
            let label = quoted(&edge.label);
            let style = if edge.reading { ", style=dotted" } else { "" };
            writeln!(out, "  {} -> {} [label={label}{style}];", quoted(from), quoted(to))?;
        }
    }
    writeln!(out, "}}")
}

fn edges(guide: &Guide, page: NodeId) -> Vec<GraphEdge> {
    let node = guide.node(page);
    let choices = guide.choices(page).into_iter().map(|choice| {
        let label = format!("{} {}", choice.key, choice.label);
        GraphEdge { label, to: choice.to, reading: false }
    });
    let edge = |label: &str, to, reading| {
        let (label, to) = (label.to_owned(), Target::Node(to));
        GraphEdge { label, to, reading }
    };
    let relief = guide.find_all(&node.relief).map(|to| edge("relief", to, false));
    let further = guide.find_all(&node.see_also).map(|to| edge("see also", to, true));
    let links = markup::links(&node.text).into_iter().filter_map(|(to, _)| guide.find(&to));
    choices.chain(relief).chain(further).chain(links.map(|to| edge("link", to, true))).collect()
}

fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Menu => "shape=folder",
        Kind::Symptom => "shape=diamond",
        Kind::Cause => "shape=box",
        Kind::Relief => "shape=box, style=rounded",
        Kind::Warning => "shape=octagon, style=bold",
        Kind::Topic => "shape=note",
    }
}

/// A string as DOT writes it.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\");
    format!("\"{}\"", text.replace('"', "\\\"").replace('\n', "\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::raw;

    const GUIDE: &str = "
schema: 1
title: 'A \"small\" one'
version: '1'
language: en
notice: N
start: home
nodes:
  home: {kind: menu, title: Home, options: [{label: Now, to: '@rescue'}, {label: Ask, to: ask}]}
  ask: {kind: symptom, title: Where?, options: [{label: Here, to: end}], not_sure: home}
  end: {kind: topic, title: The end, text: 'See [home](home).', see_also: [ask]}
";

    fn written(write: fn(&Guide, &mut dyn Write) -> io::Result<()>) -> String {
        let raw: raw::RawGuide = serde_yaml::from_str(GUIDE).expect("well formed");
        let mut out = Vec::new();
        let guide = Guide::from_raw(raw).expect("every name exists");
        write(&guide, &mut out).expect("memory takes everything");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn the_text_shows_every_page_once_and_names_it_again() {
        let expected = "\
home [menu] Home
  1 Now -> @rescue
  2 Ask -> ask [symptom] Where?
    1 Here -> end [topic] The end
      see also -> ask
      link -> home
    0 Not sure -> home (above)
";
        assert_eq!(written(text), expected);
    }

    #[test]
    fn the_dot_form_quotes_every_word_of_the_guide() {
        let dot = written(dot);
        assert!(dot.contains(r#"label="A \"small\" one";"#), "{dot}");
        assert!(dot.contains(r#""ask" -> "end" [label="1 Here"];"#), "{dot}");
        assert!(dot.contains(r#""end" -> "ask" [label="see also", style=dotted];"#), "{dot}");
    }
}
