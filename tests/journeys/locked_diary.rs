//! Another program is writing to the diary: the screen says so once, and nothing is said to be
//! saved that is not in the file.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use uncramp::app::keymap::Context;
use uncramp::diary::entry::{Lasted, Record, Scale};
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
fn details_of_a_cramp_that_was_not_saved_go_into_no_other() {
    let home = tempfile::tempdir().unwrap();
    let journey = Journey::new().keeping(home.path()).press("ll").wait(20);
    journey.end();
    let db = hold(home.path());
    let journey = rescue(home.path()).wait(20).press("<enter>");
    let end = journey.meanwhile(move || drop(db)).press("w").end();
    assert_eq!(end.state.context(), Context::Guide, "{}", end.text());
    assert!(end.shows("The last cramp was not logged"), "{}", end.text());
    let end = rescue(home.path()).wait(20).press("<enter>w").end();
    assert_eq!(end.state.context(), Context::Form, "{}", end.text());
}

#[test]
fn only_the_cramp_that_was_to_open_its_form_opens_one() {
    let home = tempfile::tempdir().unwrap();
    let db = hold(home.path());
    let journey = Journey::new().keeping(home.path()).press("da");
    let journey = journey.meanwhile(move || drop(db));
    let end = journey.press("<esc>s<enter>").wait(5).press("l").end();
    assert_eq!(end.state.context(), Context::Timer, "{}", end.text());
    assert_eq!(cramps(home.path()).len(), 1);
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

#[test]
fn a_field_that_was_refused_is_kept_and_sent_again_when_the_form_closes() {
    // What the screen shows in the end, and the pain that is saved.
    let form = |before: &str, after: &str| {
        let home = tempfile::tempdir().unwrap();
        let (folder, held) = (home.path().to_owned(), Rc::new(Cell::new(None)));
        let holds = Rc::clone(&held);
        let journey = Journey::new().keeping(home.path()).press("llw<down><down><down>");
        let journey = journey.meanwhile(move || holds.set(Some(hold(&folder))));
        let journey = journey.press("7<tab>").press(before);
        let end = journey.meanwhile(move || drop(held.take())).press(after).end();
        (end, cramps(home.path())[0].pain.map(Scale::value))
    };
    let (refused, _) = form("", "");
    assert!(refused.shows("Not saved: pain.") && refused.shows(BUSY), "{}", refused.text());
    let (closed, pain) = form("<esc>", "");
    assert_eq!((closed.state.context(), pain), (Context::Form, None), "{}", closed.text());
    assert!(closed.shows("7_"), "the cursor is in the field: {}", closed.text());
    let (both, _) = form("8<tab><esc>", "");
    for name in ["pain", "sleep disturbed"] {
        let told = format!("Not saved: {name}.");
        assert!(both.state.notices.iter().any(|notice| notice.starts_with(&told)), "{name}");
    }
    for after in ["<esc>", "<up><down>", "<c-c>"] {
        let (end, pain) = form("", after);
        assert_eq!(pain, Some(7), "{after}: {}", end.text());
        assert_eq!(end.state.context() == Context::Guide, after == "<esc>");
    }
}
