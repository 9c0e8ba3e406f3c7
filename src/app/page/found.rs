//! What a search found.

use super::{Goal, Page, Role, Writer};
use crate::guide::model::{Body, Guide};
use crate::guide::search::{Index, Place};

/// Most results shown.
const MOST: usize = 50;

/// The search field and the best results for what was typed.
pub fn page(guide: &Guide, index: &Index, query: &str, width: usize) -> Page {
    let mut writer = Writer::new(width);
    writer.hang(
        "Search: ",
        Role::Title,
        &[(&format!("{query}_"), Role::Strong)],
    );
    if query.trim().is_empty() {
        writer.gap();
        writer.say(
            "Type a word: a sign, a muscle, a remedy, a stretch.",
            Role::Quiet,
        );
        return writer.finish();
    }
    let hits = index.search(query, 2 * MOST);
    let mut shown = 0;
    writer.gap();
    for hit in hits
        .into_iter()
        .filter(|hit| is_open(guide, &hit.place))
        .take(MOST)
    {
        let (label, goal) = entry(guide, hit.place);
        writer.item(None, &label, goal);
        shown += 1;
    }
    if shown == 0 {
        writer.say("Nothing found. Try a shorter or another word.", Role::Body);
    }
    writer.finish()
}

/// A question in the middle of the tree is not opened by itself: the way there
/// leads past the danger screen.
fn is_open(guide: &Guide, place: &Place) -> bool {
    match place {
        Place::Node(id) => {
            !matches!(guide.node(*id).body, Body::Symptom { .. })
                || guide.screen.first() == Some(id)
        }
        _ => true,
    }
}

fn entry(guide: &Guide, place: Place) -> (String, Goal) {
    match place {
        Place::Node(id) => (guide.node(id).title.to_string(), Goal::Open(id)),
        Place::Stretch(id) => {
            let title = guide.stretch_title(&id);
            (format!("Stretch: {title}"), Goal::Stretch(id))
        }
        Place::Routine(id) => {
            let title = guide.routine_title(&id);
            (format!("Routine: {title}"), Goal::Routine(id))
        }
        Place::Word(term) => (format!("Word: {term}"), Goal::Word(term)),
    }
}
