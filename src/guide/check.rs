//! Everything that can be wrong with a guide file, found in one run.
//!
//! One parser builds a tree of values with their places, and every rule is checked on that tree.
//! A file without errors is read by a second parser as well, and both must give the same guide.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize as _;

use super::problem::{Code, Problems};
use super::raw;
use edges::Edges;
use flow::Roots;
use report::{Location, Report};
use tree::{Text, Value};
use values::short;

mod bytes;
mod danger_screen;
mod edges;
pub(crate) mod exercises;
mod flow;
mod pages;
mod prose;
mod report;
mod shape;
mod syntax;
mod tree;
mod values;

/// The most questions of a danger screen, because nobody in danger answers more.
const MOST_SCREENS: usize = 9;

/// The result of checking a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The guide as written, when no problem is an error.
    pub guide: Option<raw::RawGuide>,
    /// All problems in file order.
    pub problems: Problems,
}

/// Checks the bytes of a guide file; `name` is only used in messages.
pub fn check(name: &str, bytes: &[u8]) -> Checked {
    let mut report = Report::default();
    let text = bytes::read(bytes, &mut report);
    report.source = text.map_or_else(|| bytes::head(bytes).into(), Arc::from);
    let guide = text.and_then(|text| {
        let root = tree::read(text, &mut report)?;
        check_tree(&root, &mut report);
        if report.has_errors() { None } else { typed(&root, text, &mut report) }
    });
    Checked { guide, problems: report.finish(name) }
}

fn check_tree(root: &Value<'_>, report: &mut Report) {
    shape::check(root, raw::RawGuide::FORMAT, report);
    // The other problems of a file in another format would only be misunderstandings.
    if report.has(Code::WrongSchema) {
        report.keep_only(Code::WrongSchema);
        return;
    }
    let edges = Edges::gather(root, report);
    check_names(root, report);
    pages::check(root, &edges, report);
    prose::check(root, report);
    check_sources(root, report);
    exercises::check(root, report);
    let (roots, screen) = find_roots(root, &edges, report);
    flow::check(root, &edges, &roots, report);
    danger_screen::check(&edges, roots.start, &screen, report);
}

/// Notes every name of a source, stretch or routine that does not exist, and
/// every one of these that nothing names.
fn check_names(root: &Value<'_>, report: &mut Report) {
    let (mut sources, mut stretches, mut routines) = (Vec::new(), Vec::new(), Vec::new());
    for section in ["nodes", "stretches", "routines"] {
        for (_, entry) in root.entries_of(section) {
            sources.extend(entry.texts_of("sources"));
            routines.extend(["routine", "seated"].into_iter().filter_map(|key| entry.text_of(key)));
            stretches.extend(entry.items_of("steps").iter().filter_map(|s| s.text_of("stretch")));
        }
    }
    sources.extend(root.get("defaults").into_iter().flat_map(|all| all.texts_of("sources")));
    routines.extend(root.text_of("bedtime"));
    for (key, what, unknown, unused, names) in [
        ("sources", "source", Code::UnknownSource, Code::UnusedSource, sources),
        ("stretches", "stretch", Code::UnknownStretch, Code::UnusedStretch, stretches),
        ("routines", "routine", Code::UnknownRoutine, Code::UnusedRoutine, routines),
    ] {
        let ids = || root.entries_of(key).iter().map(|(id, _)| &*id.value);
        let mut used: HashMap<&str, bool> = ids().map(|id| (id, false)).collect();
        for name in names {
            if let Some(used) = used.get_mut(&*name.value) {
                *used = true;
            } else if !name.value.trim().is_empty() {
                let message = format!("no {what} is named `{}`", short(&name.value));
                let otherwise = format!("add it under `{key}`, or name one that exists");
                report.add_unknown(unknown, name.location, message, &name.value, ids(), &otherwise);
            }
        }
        for (id, _) in root.entries_of(key).iter().filter(|(id, _)| !used[&*id.value]) {
            report.add(unused, id.location, format!("nothing names the {what} `{}`", id.value));
        }
    }
}

/// Notes sources that do not say what they are or how they were read, in a guide with sourced claims.
fn check_sources(root: &Value<'_>, report: &mut Report) {
    if root.read("claims") == Some(raw::Claims::Plain) {
        return;
    }
    for (id, source) in root.entries_of("sources") {
        for key in ["kind", "seen"].into_iter().filter(|key| source.get(key).is_none()) {
            let message = format!("the source `{}` has no `{key}`", id.value);
            report.add(Code::SourceDetails, id.location, message);
        }
    }
}

/// The pages that the head of the file and `rescue` name, and those of the screen.
fn find_roots(root: &Value<'_>, edges: &Edges<'_>, report: &mut Report) -> (Roots, Vec<usize>) {
    use raw::Kind::{Menu, Symptom, Warning};
    let screen = root.items_of("screen");
    if let Some(beyond) = screen.get(MOST_SCREENS) {
        let message = format!("the danger screen has more than {MOST_SCREENS} questions");
        report.add(Code::OutOfRange, beyond.location, message);
    }
    let mut all = Vec::new();
    let mut find = |name: Option<&Text<'_>>, must: Option<raw::Kind>| {
        let name = name?;
        let found = edges.find(&name.value, name.location, report)?;
        all.push(found);
        let page = &edges.pages[found];
        if let (Some(is), Some(must)) = (page.kind, must)
            && is != must
        {
            let message = format!("`{}` is no {}", page.id.value, must.word());
            let help = format!("name a node of kind {} here", must.word());
            report.add_help(Code::WrongKind, name.location, message, help);
        }
        Some(found)
    };
    let start = find(root.text_of("start"), None);
    find(root.text_of("danger").filter(|name| name.value != raw::NONE), Some(Menu));
    let screen = screen.iter().take(MOST_SCREENS);
    let screen = screen.filter_map(|name| find(name.text(), Some(Symptom))).collect();
    if let Some(rescue) = root.get("rescue") {
        find(rescue.text_of("after"), None);
        find(rescue.text_of("over_limit"), Some(Warning));
    }
    (Roots { start, all }, screen)
}

/// The typed guide, when the second parser reads the same as the first.
fn typed(root: &Value<'_>, text: &str, report: &mut Report) -> Option<raw::RawGuide> {
    let (location, why) = match (raw::RawGuide::deserialize(root), serde_yaml::from_str(text)) {
        (Ok(first), Ok(second)) if first == second => return Some(second),
        (Ok(first), Ok(second)) => {
            let mut nodes = first.nodes.iter().zip(&second.nodes);
            let at = nodes.position(|(first, second)| first != second);
            let at = at.and_then(|at| root.entries_of("nodes").get(at));
            let location = at.map_or(root.location, |(id, _)| id.location);
            (location, "here the second finds something else".to_owned())
        }
        (Err(error), Ok(_)) => (root.location, error.to_string()),
        (_, Err(error)) => {
            let at = error.location().and_then(|at| text.char_indices().nth(at.index()));
            let at = at.map_or(0, |(at, _)| at);
            if let Some(mistake) = syntax::refused(text, at) {
                report.note(mistake);
                return None;
            }
            (Location::new(at, at + 1), error.to_string())
        }
    };
    let message = format!("the two YAML parsers read this file differently: {why}");
    report.add(Code::ParsersDisagree, location, message);
    None
}
