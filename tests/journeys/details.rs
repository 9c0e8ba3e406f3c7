//! Details of a cramp: added by one key, offered once.

use std::path::Path;

use uncramp::app::effect::Effect;
use uncramp::diary::entry::{Cramp, Record};
use uncramp::diary::stamp::Stamp;
use uncramp::diary::store::Store;

use crate::harness::{End, Journey};
use crate::launches;

fn rescue(home: &Path) -> Journey {
    Journey::new().keeping(home).launch(launches::cramp())
}

/// The numbers of the entries that were asked about.
fn asked(end: &End) -> Vec<i64> {
    let ids = end.effects.iter().filter_map(|effect| match effect {
        Effect::AddDetails(id) => Some(id.0),
        _ => None,
    });
    ids.collect()
}

#[test]
fn one_key_adds_details_to_the_cramp_noted_last() {
    let home = tempfile::tempdir().unwrap();
    let end = Journey::new().keeping(home.path()).press("w").end();
    assert!(end.shows("No cramp to add details to"), "{}", end.text());
    assert_eq!(asked(&end), [0; 0]);
    // One after the other, the latest first; what was taken back is not asked about.
    let journey = Journey::new().keeping(home.path()).press("l").wait(11);
    let end = journey.press("l").wait(11).press("luww").end();
    assert_eq!(asked(&end), [2, 1], "{}", end.text());
    let end = rescue(home.path()).wait(3).press("<enter>w").end();
    assert_eq!(asked(&end).len(), 1, "{}", end.text());
    // Nothing stands before a cramp that lasts.
    let end = rescue(home.path()).wait(3).press("lew").end();
    assert_eq!(asked(&end), [0; 0]);
    assert!(end.shows("Deal with the cramp first"), "{}", end.text());
}

#[test]
fn cramps_of_the_night_are_offered_once_with_the_key_that_adds_details() {
    let hours_ago = |hours| {
        let now = jiff::Zoned::now();
        Stamp::of(&now.saturating_sub(jiff::SignedDuration::from_hours(hours)))
    };
    let home = tempfile::tempdir().unwrap();
    let mut store = Store::open(home.path()).unwrap();
    for hours in [9, 5] {
        let cramp = Cramp::at(hours_ago(hours));
        store.add(&Record::Cramp(Box::new(cramp))).unwrap();
    }
    drop(store);
    // Before rescue nothing is offered, and nothing is used up.
    let end = rescue(home.path()).wait(5).end();
    assert!(!end.shows("details"), "{}", end.text());
    let is_day = || (5..22).contains(&jiff::Zoned::now().hour());
    let was_day = is_day();
    let end = Journey::new()
        .keeping(home.path())
        .at(40, 12)
        .press("")
        .end();
    if !(was_day && is_day()) {
        return; // At night nobody is asked; the keeper's own tests say so at any hour.
    }
    assert!(end.shows("w adds them."), "{}", end.text());
    let end = Journey::new().keeping(home.path()).end();
    assert!(!end.shows("details"), "only once: {}", end.text());
}
