//! `search`: pages, routines, stretches and words that fit a few words.

use std::io::Write;

use serde_json::json;

use super::show::{WIDTH, width};
use super::{Exit, Outcome, print_json};
use crate::app::page::node;
use crate::guide::Guide;
use crate::guide::markup::clean;
use crate::guide::search::excerpt::{excerpt, is_built_in, kind, title};
use crate::guide::search::{Hit, Index, SearchPlace};
use crate::text::messages::pages;
use crate::text::wrap::wrap_plain;

/// How many hits are printed.
const MOST: usize = 20;

/// Prints what was found. Finding nothing is no failure.
pub fn run(guide: &Guide, query: &str, as_json: bool, out: &mut dyn Write) -> Outcome {
    let hits = Index::new(guide).search(query, MOST);
    if as_json {
        let list: Vec<_> = hits
            .iter()
            .map(|hit| {
                json!({
                    "kind": kind(guide, &hit.place),
                    "id": id(guide, &hit.place),
                    "title": title(guide, &hit.place),
                    "excerpt": excerpt(guide, &hit.place, query, WIDTH),
                    "safety": safety(guide, &hit.place),
                    "score": hit.score,
                })
            })
            .collect();
        return print_json(&list, out);
    }
    if hits.is_empty() {
        writeln!(
            out,
            "Nothing found for \"{}\". Try a shorter word, or a different one.",
            clean(query)
        )?;
    }
    // Above the first words that may tell to stretch or rub stands who must not.
    let first = hits.iter().position(|hit| safety(guide, &hit.place).is_some());
    for (index, hit) in hits.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let check = safety(guide, &hit.place).filter(|_| first == Some(index));
        print(guide, hit, check, query, out)?;
    }
    let whole = hits.iter().find(|hit| !matches!(hit.place, SearchPlace::Word(_)));
    if let Some(hit) = whole {
        let id = id(guide, &hit.place);
        writeln!(out, "\n`uncramp show {}` prints a whole page.", clean(&id))?;
    }
    Ok(Exit::Done)
}

/// Who must not stretch, where this place tells how.
fn safety<'a>(guide: &'a Guide, place: &SearchPlace) -> Option<&'a str> {
    match place {
        SearchPlace::Node(id) => node::safety(guide, guide.node(*id)),
        SearchPlace::Stretch(_) | SearchPlace::Routine(_) => Some(guide.safety()),
        SearchPlace::Word(_) => None,
    }
}

fn print(
    guide: &Guide,
    hit: &Hit,
    check: Option<&str>,
    query: &str,
    out: &mut dyn Write,
) -> Result<(), super::Failure> {
    writeln!(
        out,
        "{} ({} {})",
        title(guide, &hit.place),
        kind(guide, &hit.place),
        clean(&id(guide, &hit.place))
    )?;
    if is_built_in(guide, &hit.place) {
        writeln!(out, "  {}", pages::BORROWED)?;
    }
    for line in wrap_plain(&clean(check.unwrap_or_default()), width() - 2) {
        writeln!(out, "  {line}")?;
    }
    let text = excerpt(guide, &hit.place, query, 2 * WIDTH - 20);
    for line in wrap_plain(&text, width() - 2) {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

fn id(guide: &Guide, place: &SearchPlace) -> String {
    match place {
        SearchPlace::Node(id) => guide.node(*id).id.to_string(),
        SearchPlace::Stretch(id) | SearchPlace::Routine(id) | SearchPlace::Word(id) => id.clone(),
    }
}
