//! How most journeys begin, and what they leave in the diary.

use std::path::Path;

use uncramp::app::message::Launch;
use uncramp::diary::entry::{Cramp, Record};
use uncramp::diary::store::{COMMAND_TIMEOUT, Store};
use uncramp::stretch::plan::Options;

/// The bedtime routine, as it stands.
pub fn bedtime() -> Launch {
    Launch::Stretch { routine: "bedtime".to_owned(), options: Options::default() }
}

/// A cramp of which nothing is known yet.
pub fn cramp() -> Launch {
    Launch::Rescue { muscle: None, pose: None, leg: None }
}

/// Everything in the diary.
pub fn records(home: &Path) -> Vec<Record> {
    let store = Store::open_existing(home, COMMAND_TIMEOUT).unwrap();
    let entries = store.map_or_else(Vec::new, |store| store.entries().unwrap());
    entries.into_iter().map(|entry| entry.record).collect()
}

/// The cramps in the diary.
pub fn cramps(home: &Path) -> Vec<Cramp> {
    let cramp = |record| match record {
        Record::Cramp(cramp) => Some(*cramp),
        _ => None,
    };
    records(home).into_iter().filter_map(cramp).collect()
}
