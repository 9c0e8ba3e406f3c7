//! What a search found.

use super::{ColorRole, Goal, Page, PageChoice, Role, Writer};
use crate::guide::model::Guide;
use crate::guide::raw::{Care, Kind};
use crate::guide::search::{Index, SearchEntry, SearchTarget};
use crate::text::messages::pages;

/// Most results shown.
const MOST: usize = 50;

/// Characters of the text below a hit.
const EXCERPT: usize = 56;

/// The best hits for what was typed, without what is not opened by itself.
pub(crate) fn hits(guide: &Guide, index: &Index, query: &str) -> Vec<SearchTarget> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let found = index.search(query, 2 * MOST).into_iter();
    found.map(|hit| hit.target).filter(|target| is_open(guide, target)).take(MOST).collect()
}

/// What was found for a query.
pub(crate) fn page(guide: &Guide, hits: &[SearchTarget], query: &str) -> Page {
    let mut writer = Writer::new();
    writer.title("Found");
    if query.trim().is_empty() {
        let about_legs = guide.rescue.is_some();
        let hint = "Type a word: a sign, a muscle, a remedy, a stretch.";
        writer.text(if about_legs { hint } else { "Type a word." }, Role::Hint);
    } else if hits.is_empty() {
        writer.text("Nothing found. Try a shorter or another word.", Role::Body);
    }
    if let Some(check) = hits.iter().find_map(|target| safety(guide, target)) {
        writer.text(check, Role::Safety);
        writer.gap();
    }
    for target in hits {
        let entry = SearchEntry::new(guide, target);
        let mut hint = entry.excerpt(query, EXCERPT);
        if entry.is_borrowed() {
            hint = format!("{} {hint}", pages::BORROWED);
        }
        writer.choice(PageChoice {
            hint: (!hint.is_empty()).then_some(hint),
            aside: format!(" {} ", entry.kind),
            aside_role: Role::Badge(color_role(guide, target)),
            ..PageChoice::new(entry.title, goal(target.clone()))
        });
    }
    writer.finish()
}

/// Who must not stretch, where this tells how.
pub(crate) fn safety<'a>(guide: &'a Guide, target: &SearchTarget) -> Option<&'a str> {
    match target {
        SearchTarget::Node(id) => guide.safety_of(guide.node(*id)),
        SearchTarget::Stretch(_) | SearchTarget::Routine(_) => Some(guide.safety()),
        SearchTarget::Word(_) => None,
    }
}

/// The colour of what was found.
fn color_role(guide: &Guide, target: &SearchTarget) -> ColorRole {
    match target {
        SearchTarget::Node(id) => match guide.node(*id).kind {
            Kind::Warning => ColorRole::Care(Care::Emergency),
            Kind::Cause => ColorRole::Key,
            Kind::Relief => ColorRole::Care(Care::SelfCare),
            Kind::Topic => ColorRole::Care(Care::Routine),
            Kind::Menu | Kind::Symptom => ColorRole::Quiet,
        },
        SearchTarget::Stretch(_) | SearchTarget::Routine(_) => ColorRole::Active,
        SearchTarget::Word(_) => ColorRole::Quiet,
    }
}

/// A question in the middle of the tree is not opened from a search, because the danger questions
/// come before it.
fn is_open(guide: &Guide, target: &SearchTarget) -> bool {
    match target {
        SearchTarget::Node(id) => {
            guide.node(*id).kind != Kind::Symptom || guide.danger_questions.first() == Some(id)
        }
        _ => true,
    }
}

fn goal(target: SearchTarget) -> Goal {
    match target {
        SearchTarget::Node(id) => Goal::Open(id),
        SearchTarget::Stretch(id) => Goal::Stretch(id),
        SearchTarget::Routine(id) => Goal::Routine(id),
        SearchTarget::Word(term) => Goal::Word(term),
    }
}
