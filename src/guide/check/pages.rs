//! What each kind of page, and each source, must and may say.

use std::collections::HashSet;

use super::edges::{CheckedPage, EdgeKind, Edges};
use super::report::Report;
use super::tree::Value;
use super::values::short;
use crate::guide::problem::Code;
use crate::guide::raw::{Claims, Kind};

/// The most options, because there are nine digit keys.
const MOST_OPTIONS: usize = 9;

/// Notes what is missing on each page or, in a guide with sourced claims, of each source, and what
/// does not belong there.
pub(crate) fn check(root: &Value<'_>, edges: &Edges<'_>, report: &mut Report) {
    let sources = root.entries_of("sources").iter().filter(|_| is_sourced(root));
    for (id, source) in sources {
        for key in ["kind", "seen"].into_iter().filter(|key| source.get(key).is_none()) {
            let message = format!("the source `{}` has no `{key}`", id.value);
            report.add(Code::SourceDetails, id.location, message);
        }
    }
    for page in &edges.pages {
        for edge in page.edges_of(EdgeKind::Relief) {
            let to = &edges.pages[edge.to];
            if to.kind.is_some_and(|kind| kind != Kind::Relief) {
                let message = format!("`{}` is no relief", to.id.value);
                let help = "name nodes of kind relief here, others under `see_also`";
                report.add_help(Code::WrongKind, edge.location, message, help);
            }
        }
        let Some(kind) = page.kind else { continue };
        wrong_fields(page, kind, report);
        missing_fields(page, kind, root, report);
        options(page, report);
    }
}

/// The keys that only some kinds may have.
const OWN_KEYS: [(&str, &[Kind]); 9] = [
    ("options", &[Kind::Menu, Kind::Symptom]),
    ("not_sure", &[Kind::Symptom]),
    ("care", &[Kind::Cause, Kind::Relief, Kind::Warning]),
    ("evidence", &[Kind::Cause, Kind::Relief, Kind::Warning, Kind::Topic]),
    ("relief", &[Kind::Cause]),
    ("steps", &[Kind::Relief, Kind::Warning]),
    ("routine", &[Kind::Relief]),
    ("check", &[Kind::Relief]),
    ("big", &[Kind::Warning]),
];

fn wrong_fields(page: &CheckedPage<'_>, kind: Kind, report: &mut Report) {
    let allowed = OWN_KEYS.iter().filter(|(_, kinds)| kinds.contains(&kind));
    let allowed: Vec<&str> = allowed.map(|(key, _)| *key).collect();
    for (key, _) in page.value.entries() {
        let is_own = OWN_KEYS.iter().any(|(own, _)| *own == key.value);
        if is_own && !allowed.contains(&&*key.value) {
            let message = format!("a {} has no `{}`", kind.word(), key.value);
            let help = format!("a {} may have {}", kind.word(), allowed.join(", "));
            report.add_help(Code::FieldNotForKind, key.location, message, help);
        }
    }
}

fn is_sourced(root: &Value<'_>) -> bool {
    root.read("claims") != Some(Claims::Plain)
}

/// Notes what is missing that neither the page nor `defaults` says.
fn missing_fields(page: &CheckedPage<'_>, kind: Kind, root: &Value<'_>, report: &mut Report) {
    let defaults = root.get("defaults");
    let sourced = is_sourced(root);
    let has = |key| page.value.get(key).is_some();
    let is_full = |key| !page.value.items_of(key).is_empty();
    let outcome = matches!(kind, Kind::Cause | Kind::Relief | Kind::Warning);
    let claims =
        sourced && (outcome || (kind == Kind::Topic && (has("evidence") || has("sources"))));
    let reads = !matches!(kind, Kind::Menu | Kind::Symptom);
    let fields = [
        (kind == Kind::Symptom && !has("not_sure"), Code::MissingNotSure, "not_sure"),
        (outcome && sourced && !has("care"), Code::MissingCare, "care"),
        (claims && !has("evidence"), Code::MissingEvidence, "evidence"),
        (claims && !is_full("sources"), Code::MissingSource, "sources"),
        (reads && !has("text") && !is_full("steps"), Code::EmptyPage, "text"),
    ];
    for (is_missing, code, key) in fields {
        if is_missing && defaults.is_none_or(|all| all.get(key).is_none()) {
            let message = format!("the {} `{}` has no `{key}`", kind.word(), page.id.value);
            report.add(code, page.id.location, message);
        }
    }
}

fn options(page: &CheckedPage<'_>, report: &mut Report) {
    let options = page.value.items_of("options");
    let numbered = || options.iter().filter(|option| option.read("clear") != Some(true));
    if let Some(tenth) = numbered().nth(MOST_OPTIONS) {
        let message = format!("`{}` has {} options", page.id.value, numbered().count());
        report.add(Code::TooManyOptions, tenth.location, message);
    }
    if page.kind == Some(Kind::Menu) {
        let abouts = options.iter().flat_map(Value::entries);
        for (key, _) in abouts.filter(|(key, _)| key.value == "about") {
            let message = "an option of a menu has no `about`";
            let help = "an option of a menu may have label, hint, to";
            report.add_help(Code::FieldNotForKind, key.location, message, help);
        }
    }
    let mut seen: HashSet<String> = HashSet::new();
    for label in options.iter().filter_map(|option| option.text_of("label")) {
        let plain = label.value.trim().to_lowercase();
        if !plain.is_empty() && !seen.insert(plain) {
            let (id, label_shown) = (&page.id.value, short(&label.value));
            let message = format!("two options of `{id}` say `{label_shown}`");
            report.add(Code::EqualLabels, label.location, message);
        }
    }
}
