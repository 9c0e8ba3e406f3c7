//! `paths`: how many ways of answering a guide has, how long they are, where they end.

use serde_json::json;

use super::output::print_json;
use super::{Exit, Out, Outcome, Setup, guide_json};
use crate::guide::Guide;
use crate::guide::paths::{self, PathEnd, PathSummary};
use crate::guide::raw::Care;
use crate::text::messages::amounts::counted;

/// Prints the summary, or every path when `list` is set.
pub(super) fn run(guide: &Guide, setup: &Setup, list: bool, out: &mut Out) -> Outcome {
    match (list, setup.flags.json) {
        (false, false) => summary(guide, &paths::count(guide), out)?,
        (false, true) => return print_json(&document(guide, &paths::count(guide)), out),
        (true, false) => {
            for path in paths::list(guide) {
                let keys: Vec<String> = path.choices.iter().map(char::to_string).collect();
                let end = path.end.name(guide);
                writeln!(out, "{}  {end}", keys.join(","))?;
            }
        }
        // There may be millions of paths, so each is a document on a line of its own.
        (true, true) => {
            for path in paths::list(guide) {
                let keys: Vec<_> = path.choices.iter().copied().map(guide_json::key).collect();
                writeln!(out, "{}", json!({"choices": keys, "end": path.end.name(guide)}))?;
            }
        }
    }
    Ok(Exit::Done)
}

fn summary(guide: &Guide, summary: &PathSummary, out: &mut Out) -> std::io::Result<()> {
    let paths = counted(summary.paths, "path", "paths");
    let paths = format!("{paths}, {} with questions answered", summary.answered);
    let answers =
        format!("answers on a path: longest {}, median {}", summary.longest, summary.median);
    writeln!(out, "{paths}\n{answers}\n")?;
    let name = |end: &PathEnd| end.at.name(guide);
    let width = summary.ends.iter().map(|end| name(end).len()).max().unwrap_or(0).max("ends".len());
    let digits = summary.paths.to_string().len().max("paths".len());
    writeln!(out, "{:width$}  {:>digits$}  answers  care", "ends", "paths")?;
    for end in &summary.ends {
        let answers = match (end.shortest, end.longest) {
            (least, most) if least == most => format!("{least}"),
            (least, most) => format!("{least}-{most}"),
        };
        let care = end.at.node().and_then(|node| guide.node(node).care);
        let care = care.map_or("", Care::word);
        let line = format!("{:width$}  {:>digits$}  {answers:7}  {care}", name(end), end.paths);
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn document(guide: &Guide, summary: &PathSummary) -> serde_json::Value {
    // A larger number would not fit the integers of JSON readers.
    let number = |count: u128| u64::try_from(count).unwrap_or(u64::MAX);
    let ends = summary.ends.iter().map(|end| {
        json!({
            "node": end.at.name(guide),
            "care": end.at.node().and_then(|node| guide.node(node).care).map(Care::word),
            "paths": number(end.paths),
            "shortest": end.shortest,
            "longest": end.longest,
        })
    });
    json!({
        "paths": number(summary.paths),
        "answered": number(summary.answered),
        "longest": summary.longest,
        "median": summary.median,
        "ends": ends.collect::<Vec<_>>(),
    })
}
