//! Sources, evidence and words of one page.

use super::{Goal, Page, PageBlock, Role, SectionKind, Writer};
use crate::guide::model::{Guide, NodeId};
use crate::guide::raw::{Node, SourceEntry, SourceKind};
use crate::text::messages::pages;

/// The list that `i` opens.
pub fn page(guide: &Guide, id: NodeId) -> Page {
    let node = guide.node(id);
    let mut writer = Writer::new();
    writer.title("Sources, evidence and words");
    writer.text(&node.title, Role::Quiet);
    explanations(&mut writer, guide, id);
    if let Some(evidence) = node.evidence {
        writer.evidence(evidence);
    }
    list(&mut writer, guide, &node.sources);
    glossary(&mut writer, guide, id);
    this_guide(&mut writer, guide);
    writer.finish()
}

/// What each answer means, for where no pane beside the page shows it.
fn explanations(writer: &mut Writer, guide: &Guide, id: NodeId) {
    let choices = guide.choices(id);
    let explained: Vec<_> =
        choices.iter().filter_map(|choice| Some((choice.label, choice.about?))).collect();
    if explained.is_empty() {
        return;
    }
    writer.section(SectionKind::Text, "What each answer means");
    for (label, about) in explained {
        let label = format!("{label}. ");
        writer.hang("- ", Role::Quiet, &[(&label, Role::Strong), (about, Role::Body)]);
    }
}

/// Title, author and year of the sources with these keys, each with its whole address on a line of
/// its own, so that it can be copied from paper and pipes.
pub fn list(writer: &mut Writer, guide: &Guide, keys: &[String]) {
    if !keys.is_empty() {
        writer.section(SectionKind::Text, "Sources");
    }
    for source in keys.iter().filter_map(|key| guide.sources.get(key.as_str())) {
        writer.hang("- ", Role::Quiet, &[(&citation(source), Role::Body)]);
        writer.unbroken_line("  ", &source.url, Role::Quiet);
    }
}

/// Each source of a page in a line, for where rows are left below it.
pub(super) fn in_lines(writer: &mut Writer, guide: &Guide, node: &Node) {
    let named = node.sources.iter().filter_map(|key| guide.sources.get(key.as_str()));
    let line = |source: &SourceEntry| {
        let year = source.year.map_or_else(String::new, |year| year.to_string());
        let said = format!("{}. {}", source.title, source.by);
        PageBlock::Source(year, source.kind.unwrap_or(SourceKind::Service), said)
    };
    writer.sources(named.map(line).collect());
}

fn citation(source: &SourceEntry) -> String {
    let year = source.year.map_or_else(String::new, |year| format!(", {year}"));
    format!("{}. {}{year}.", source.title, source.by)
}

fn glossary(writer: &mut Writer, guide: &Guide, id: NodeId) {
    let node = guide.node(id);
    let text = format!("{} {}", node.title, node.text).to_lowercase();
    let found: Vec<_> =
        guide.glossary.iter().filter(|(term, _)| has_word(&text, &term.to_lowercase())).collect();
    if guide.glossary.is_empty() {
        return;
    }
    writer.section(SectionKind::Text, pages::WORDS);
    for (term, meaning) in found {
        let lead = format!("{term}: ");
        writer.hang("- ", Role::Quiet, &[(&lead, Role::Strong), (meaning, Role::Body)]);
    }
    writer.item(None, "All words of this guide", Goal::Glossary);
}

/// Whether the text has the term as a word of its own, or its plural.
fn has_word(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + term.len()..].trim_start_matches('s').chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn this_guide(writer: &mut Writer, guide: &Guide) {
    let Guide { title, version, reviewed, notice, .. } = guide;
    writer.section(SectionKind::Text, "This guide");
    // Not "reviewed": the notice says who has reviewed it, or that no clinician has.
    let checked = reviewed.as_deref().map(pages::last_checked).unwrap_or_default();
    writer.text(&format!("{title}, version {version}{checked}. {notice}"), Role::Body);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_word_or_its_plural_only() {
        assert!(has_word("two tendons here", "tendon"));
        assert!(has_word("the calf.", "calf"));
        assert!(!has_word("calves and calfskin", "calf"));
    }
}
