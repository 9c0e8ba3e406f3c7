//! Another program is writing to the diary: the screen says so once, and nothing is said to be
//! saved that is not in the file.

use std::path::Path;
use std::time::Duration;

use uncramp::app::keymap::Context;
use uncramp::diary::entry::{Lasted, Record};
use uncramp::diary::store::{FILE, Store};

use crate::harness::Journey;
use crate::launches::{self, cramps};

/// What the reader is told then.
const BUSY: &str = "the diary is busy";

/// Takes the diary in this folder for itself, as a program that writes does.
fn hold(folder: &Path) -> rusqlite::Connection {
    Store::open(folder).unwrap();
    let db = rusqlite::Connection::open(folder.join(FILE)).unwrap();
    db.execute_batch("BEGIN IMMEDIATE").unwrap();
    db
}

fn rescue(home: &Path) -> Journey {
    Journey::new().keeping(home).launch(launches::cramp())
}

#[test]
fn a_cramp_that_cannot_be_saved_is_said_not_to_be() {
    let home = tempfile::tempdir().unwrap();
    let db = hold(home.path());
    let journey = Journey::new().keeping(home.path()).press("ll");
    let end = journey.meanwhile(move || drop(db)).end();
    assert!(end.shows(BUSY) && !end.shows("Cramp logged"), "{}", end.text());
    assert!(cramps(home.path()).is_empty());
}

#[test]
fn a_cramp_whose_entry_was_refused_is_saved_whole_when_it_lets_go() {
    let home = tempfile::tempdir().unwrap();
    let db = hold(home.path());
    let journey = rescue(home.path()).wait(40).press("l");
    let journey = journey.meanwhile(move || drop(db)).wait(5);
    journey.press("<enter>").end();
    let cramps = cramps(home.path());
    assert_eq!(cramps.len(), 1);
    assert_eq!(cramps[0].lasted.map(Lasted::seconds), Some(45));
}

#[test]
fn a_writer_that_is_done_soon_is_waited_for() {
    let home = tempfile::tempdir().unwrap();
    let db = hold(home.path());
    let writer = move || {
        std::thread::sleep(Duration::from_millis(200));
        drop(db);
    };
    let other = std::thread::Builder::new().spawn(writer).unwrap();
    let end = rescue(home.path()).wait(40).press("q").end();
    other.join().unwrap();
    assert_eq!(end.state.exit_error, None);
    assert_eq!(cramps(home.path()).len(), 1);
}

#[test]
fn what_cannot_be_written_on_leaving_is_said() {
    let home = tempfile::tempdir().unwrap();
    let _db = hold(home.path());
    let end = rescue(home.path()).wait(40).press("q").end();
    let exit_error = end.state.exit_error.unwrap();
    assert!(exit_error.contains("the diary is busy"), "{exit_error}");
}

#[test]
fn a_session_runs_on_and_is_saved_at_its_end() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().to_owned();
    let held = std::rc::Rc::new(std::cell::RefCell::new(None));
    let holds = std::rc::Rc::clone(&held);
    let journey = Journey::new()
        .keeping(home.path())
        .launch(launches::bedtime())
        .wait(100)
        .meanwhile(move || *holds.borrow_mut() = Some(hold(&folder)))
        .wait(30)
        .meanwhile(move || drop(held.take()));
    let end = journey.wait(60).end();
    assert_eq!(end.state.context(), Context::Summary);
    let entries = Store::open(home.path()).unwrap().entries().unwrap();
    let [Record::Stretched(session)] = [&entries[0].record] else { panic!("{entries:?}") };
    assert_eq!((entries.len(), session.completed), (1, 12));
}

#[test]
fn charts_are_drawn_while_another_program_writes() {
    let home = tempfile::tempdir().unwrap();
    let _db = hold(home.path());
    let end = Journey::new().keeping(home.path()).press("d").end();
    assert_eq!(end.state.context(), Context::Diary);
}
