//! What a search found.

use super::{Goal, Page, Role, Writer};
use crate::guide::model::{Body, Guide};
use crate::guide::search::{Index, Place, excerpt};
use crate::text::messages::pages;

/// Most results shown.
const MOST: usize = 50;

/// The search field and the best results for what was typed.
pub fn page(guide: &Guide, index: &Index, query: &str, width: usize) -> Page {
    let mut writer = Writer::new(width);
    writer.hang(
        pages::SEARCH_LABEL,
        Role::Title,
        &[(&format!("{query}_"), Role::Strong)],
    );
    if query.trim().is_empty() {
        writer.gap();
        writer.say(pages::WHAT_TO_TYPE, Role::Quiet);
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
        let kind = match hit.place {
            Place::Node(_) => String::new(),
            _ => format!(" ({})", excerpt::kind(guide, &hit.place)),
        };
        let title = excerpt::title(guide, &hit.place);
        let runs = [(title.as_str(), Role::Body), (kind.as_str(), Role::Quiet)];
        writer.choice(None, &runs, goal(hit.place));
        shown += 1;
    }
    if shown == 0 {
        writer.say(pages::NOTHING_FOUND, Role::Body);
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

fn goal(place: Place) -> Goal {
    match place {
        Place::Node(id) => Goal::Open(id),
        Place::Stretch(id) => Goal::Stretch(id),
        Place::Routine(id) => Goal::Routine(id),
        Place::Word(term) => Goal::Word(term),
    }
}
