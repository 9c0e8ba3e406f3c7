//! Everything that can be wrong with a guide file, found in one run.
//!
//! One parser builds a tree of values with their places, and every rule is checked on that tree.
//! A file without errors is read by a second parser as well, and both must give the same guide.

use std::sync::Arc;

use serde::Deserialize as _;

use super::problem::{Code, Problems};
use super::raw;
use edges::Edges;
use report::{Location, Report};
use roots::Roots;
use tree::Value;

mod bytes;
mod danger_screen;
mod edges;
pub(crate) mod exercises;
mod flow;
mod names;
mod pages;
mod prose;
mod report;
mod roots;
mod shape;
mod syntax;
mod tree;
mod values;

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
    names::check(root, report);
    pages::check(root, &edges, report);
    prose::check(root, report);
    exercises::check(root, report);
    let roots = Roots::find(root, &edges, report);
    flow::check(root, &edges, &roots, report);
    danger_screen::check(&edges, &roots, report);
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
