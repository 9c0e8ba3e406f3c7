//! Another program holds the diary: the screen goes on, and nothing is said to be noted that is
//! not in the file.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use uncramp::app::keymap::Context;
use uncramp::diary::entry::{Entry, Lasted, Record};
use uncramp::diary::store::{FILE, Store};
use uncramp::stretch::Leg;

use crate::harness::Journey;
use crate::launches::{self, cramps};

/// What the reader is told meanwhile.
const WAITS: &str = "Not yet: another program holds the diary.";

/// Another program's hold on the diary.
#[derive(Clone)]
struct Hold(Rc<RefCell<Option<rusqlite::Connection>>>);

/// Takes what is written to the diary in this folder for itself.
fn hold(folder: &Path) -> rusqlite::Connection {
    Store::open(folder).unwrap();
    let db = rusqlite::Connection::open(folder.join(FILE)).unwrap();
    db.execute_batch("BEGIN IMMEDIATE").unwrap();
    db
}

impl Hold {
    /// Takes the diary in this folder, which is made if it is missing.
    fn on(folder: &Path) -> Self {
        Self(Rc::new(RefCell::new(Some(hold(folder)))))
    }

    /// Takes it in the middle of a journey.
    fn take(&self, folder: &Path) -> impl FnOnce() + 'static {
        let (db, folder) = (Rc::clone(&self.0), folder.to_owned());
        move || drop(db.replace(Some(hold(&folder))))
    }

    /// Lets go of it in the middle of a journey.
    fn let_go(&self) -> impl FnOnce() + 'static {
        let db = Rc::clone(&self.0);
        move || drop(db.take())
    }
}

fn rescue(home: &Path) -> Journey {
    Journey::new().keeping(home).launch(launches::cramp())
}

fn entries(home: &Path) -> Vec<Entry> {
    Store::open(home).unwrap().entries().unwrap()
}

#[test]
fn a_note_waits_without_holding_up_the_screen_and_is_told_when_it_is_written() {
    let home = tempfile::tempdir().unwrap();
    let hold = Hold::on(home.path());
    // With the patience of a command three presses would take three times five seconds, however
    // often they are tried. No verdict on speed: it only tells waiting from not waiting.
    let is_prompt = || {
        let begun = Instant::now();
        let end = Journey::new().keeping(home.path()).press("lll?").end();
        assert_eq!(end.state.context(), Context::ListOverlay);
        begun.elapsed() < Duration::from_secs(15)
    };
    assert!((0..10).any(|_| is_prompt()));
    let end = Journey::new().keeping(home.path()).press("lll").end();
    assert!(end.shows(WAITS) && !end.shows("noted. u"), "{}", end.text());
    let journey = Journey::new().keeping(home.path()).press("ll").wait(3);
    let end = journey.meanwhile(hold.let_go()).wait(1).end();
    assert!(end.shows("Cramp noted. u takes it back."), "{}", end.text());
    assert_eq!(cramps(home.path()).len(), 1);
}

#[test]
fn what_waits_is_taken_back_before_it_is_written() {
    let home = tempfile::tempdir().unwrap();
    let hold = Hold::on(home.path());
    let journey = Journey::new().keeping(home.path()).press("l").wait(3);
    let end = journey.press("u").meanwhile(hold.let_go()).wait(2).end();
    assert!(end.shows("Taken back."), "{}", end.text());
    assert!(entries(home.path()).is_empty());
    assert!(end.state.diary_status.waiting.is_empty());
}

#[test]
fn a_cramp_that_lets_go_meanwhile_is_noted_whole_and_once() {
    for (watched, keys) in [(20, "l<enter>l"), (40, "<enter>"), (40, "l<enter>l")] {
        let home = tempfile::tempdir().unwrap();
        let hold = Hold::on(home.path());
        let journey = rescue(home.path()).wait(watched).press(keys);
        let end = journey.meanwhile(hold.let_go()).wait(5).end();
        assert!(end.shows("Cramp noted."), "{}", end.text());
        let cramps = cramps(home.path());
        assert_eq!(cramps.len(), 1, "{watched} {keys}");
        let lasted = cramps[0].lasted.map(Lasted::seconds);
        assert_eq!(lasted, Some(u32::try_from(watched).unwrap()));
        assert!(cramps[0].done.is_some());
    }
}

#[test]
fn a_cramp_that_was_taken_back_while_it_waited_is_noted_when_it_lets_go() {
    let home = tempfile::tempdir().unwrap();
    let hold = Hold::on(home.path());
    let journey = rescue(home.path()).wait(5).press("lu").wait(5);
    journey
        .press("<enter>")
        .meanwhile(hold.let_go())
        .wait(5)
        .end();
    assert_eq!(cramps(home.path()).len(), 1);
}

#[test]
fn the_leg_that_is_said_meanwhile_is_noted_too() {
    for keys in ["lx", "xl", "lxxx"] {
        let home = tempfile::tempdir().unwrap();
        let hold = Hold::on(home.path());
        let journey = rescue(home.path()).wait(5).press(keys);
        let end = journey.meanwhile(hold.let_go()).wait(2).end();
        assert!(end.shows("Cramp noted."), "{}", end.text());
        let cramps = cramps(home.path());
        assert_eq!(cramps.len(), 1);
        let leg = (keys != "lxxx").then_some(Leg::Left);
        assert_eq!(cramps[0].leg, leg.or(Some(Leg::Both)), "{keys}");
    }
}

#[test]
fn what_still_waits_is_written_on_leaving() {
    let home = tempfile::tempdir().unwrap();
    let hold = Hold::on(home.path());
    let db = hold.0.take().unwrap();
    let other = std::thread::Builder::new().spawn(move || {
        std::thread::sleep(Duration::from_millis(900));
        drop(db);
    });
    let end = rescue(home.path()).wait(40).press("q").end();
    other.unwrap().join().unwrap();
    assert_eq!(end.state.exit_error, None);
    assert_eq!(cramps(home.path()).len(), 1);
}

#[test]
fn what_cannot_be_written_on_leaving_is_said() {
    let home = tempfile::tempdir().unwrap();
    let hold = Hold::on(home.path());
    let end = Journey::new().keeping(home.path()).press("lq").end();
    let exit_error = end.state.exit_error.unwrap();
    assert!(
        exit_error.contains("held by another program"),
        "{exit_error}"
    );
    drop(hold);
    assert!(entries(home.path()).is_empty());
}

#[test]
fn a_session_runs_on_and_is_noted_later() {
    let home = tempfile::tempdir().unwrap();
    let hold = Hold(Rc::default());
    let journey = Journey::new()
        .keeping(home.path())
        .launch(launches::bedtime());
    // Four more phases begin and the session ends meanwhile.
    let journey = journey.wait(125).meanwhile(hold.take(home.path())).wait(55);
    let begun = Instant::now();
    let end = journey.meanwhile(hold.let_go()).wait(5).end();
    assert_eq!(end.state.context(), Context::Summary);
    assert!(end.shows("Stretching noted."), "{}", end.text());
    // With the patience of a command each look would take five seconds. No verdict on speed.
    let looks = 55 * 4 + 10;
    assert!(begun.elapsed() < Duration::from_secs(looks * 5));
    let all = entries(home.path());
    let [Record::Stretched(session)] = [&all[0].record] else {
        panic!("{all:?}")
    };
    assert_eq!((all.len(), session.completed), (1, 12));
}

#[test]
fn charts_are_drawn_while_another_program_writes() {
    let home = tempfile::tempdir().unwrap();
    let _hold = Hold::on(home.path());
    let end = Journey::new().keeping(home.path()).press("d").end();
    assert_eq!(end.state.context(), Context::Diary);
    let end = Journey::new().keeping(home.path()).press("dnn").end();
    assert!(end.shows(WAITS), "{}", end.text());
}
