//! `search`: pages, routines, stretches and words that fit a few words.

use serde_json::json;

use super::output::{WIDTH, print_json, width};
use super::{Exit, Out, Outcome, Setup};
use crate::app::page::search::safety;
use crate::guide::Guide;
use crate::guide::search::{Index, SearchEntry, SearchTarget};
use crate::text::clean;
use crate::text::messages::pages;
use crate::text::wrap::wrap_plain;

/// How many hits are printed.
const MOST: usize = 20;

/// Prints what was found. Finding nothing is no failure.
pub(super) fn run(guide: &Guide, setup: &Setup, query: &str, out: &mut Out) -> Outcome {
    let hits = Index::new(guide).search(query, MOST);
    let entries = hits.iter().map(|hit| (hit, SearchEntry::new(guide, &hit.target)));
    if setup.flags.json {
        let list: Vec<_> = entries
            .map(|(hit, entry)| {
                json!({
                    "kind": entry.kind,
                    "id": entry.id,
                    "title": entry.title,
                    "excerpt": entry.excerpt(query, WIDTH),
                    "safety": safety(guide, &hit.target),
                    "score": hit.score,
                })
            })
            .collect();
        return print_json(&list, out);
    }
    if hits.is_empty() {
        let query = clean(query);
        writeln!(out, "Nothing found for \"{query}\". Try a shorter word, or a different one.")?;
    }
    // Who must not stretch or rub stands above the first hit that may tell to do so.
    let first = hits.iter().position(|hit| safety(guide, &hit.target).is_some());
    for (index, (hit, entry)) in entries.enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let check = safety(guide, &hit.target).filter(|_| first == Some(index));
        print(&entry, check.unwrap_or_default(), query, out)?;
    }
    if let Some(hit) = hits.iter().find(|hit| !matches!(hit.target, SearchTarget::Word(_))) {
        let id = SearchEntry::new(guide, &hit.target).id;
        writeln!(out, "\n`uncramp show {id}` prints a whole page.")?;
    }
    Ok(Exit::Done)
}

fn print(entry: &SearchEntry<'_>, check: &str, query: &str, out: &mut Out) -> Outcome {
    writeln!(out, "{} ({} {})", entry.title, entry.kind, entry.id)?;
    if entry.is_borrowed() {
        writeln!(out, "  {}", pages::BORROWED)?;
    }
    let check = wrap_plain(check, width() - 2);
    let text = wrap_plain(&entry.excerpt(query, 2 * WIDTH - 20), width() - 2);
    for line in check.into_iter().chain(text) {
        writeln!(out, "  {line}")?;
    }
    Ok(Exit::Done)
}
