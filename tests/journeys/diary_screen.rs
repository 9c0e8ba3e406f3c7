//! The diary on its screen: a cursor over the nights, and what its keys do to one of them.

use std::path::Path;

use uncramp::app::keymap::Context;
use uncramp::app::message::Launch;
use uncramp::diary::entry::{Cramp, Record};
use uncramp::diary::note_text::NoteText;
use uncramp::diary::stamp::Stamp;
use uncramp::diary::store::Store;

use crate::harness::Journey;
use crate::launches::{cramps, records};

fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn names(home: &Path) -> Vec<&'static str> {
    records(home).iter().map(Record::name).collect()
}

#[test]
fn a_danger_sign_is_seen_in_the_diary_and_named_when_it_is_removed() {
    let home = home();
    let end = Journey::new().keeping(home.path()).press("e1ll").wait(20).press("<esc>d").end();
    assert!(end.shows("[ !") && end.shows("! danger sign"), "{}", end.text());
    let end = Journey::new().keeping(home.path()).press("d<del>").end();
    assert_eq!(names(home.path()), [""; 0]);
    assert!(end.shows("Removed: danger sign of"), "{}", end.text());
    assert!(end.shows("Press u to undo."), "{}", end.text());
}

#[test]
fn a_night_of_which_nothing_is_known_is_not_said_to_have_had_no_cramp() {
    let home = home();
    let weeks_ago = Stamp::of(&(jiff::Zoned::now() - jiff::Span::new().weeks(3)));
    let mut store = Store::open(home.path()).unwrap();
    store.add(&Record::Cramp(Box::new(Cramp::at(weeks_ago)))).unwrap();
    let said = |keys: &str| Journey::new().keeping(home.path()).press(keys).end();
    let blank = said("d<left><enter>");
    assert!(blank.shows("Nothing is logged that night. a: add."), "{}", blank.text());
    // A night that is over.
    let quiet = said("d<left>n<enter>");
    assert!(quiet.shows("No cramp that night."), "{}", quiet.text());
}

#[test]
fn n_on_the_diary_notes_a_night_without_a_cramp_once() {
    let home = home();
    let end = Journey::new().keeping(home.path()).press("dn").end();
    assert_eq!(names(home.path()), ["no cramp"]);
    assert!(end.shows(" logged: no cramp. Press u"), "{}", end.text());
    let end = Journey::new().keeping(home.path()).press("dn").end();
    assert_eq!(names(home.path()), ["no cramp"]);
    assert!(end.shows("is logged already"), "{}", end.text());
}

#[test]
fn each_of_several_cramps_of_a_night_can_be_opened_and_removed() {
    let home = home();
    let now = jiff::Zoned::now();
    let mut store = Store::open(home.path()).unwrap();
    for muscle in ["calf", "foot", "thigh", "hamstring"] {
        let muscle = NoteText::cut(muscle);
        store
            .add(&Record::Cramp(Box::new(Cramp { muscle, ..Cramp::at(Stamp::of(&now)) })))
            .unwrap();
    }
    let said = |keys: &str| Journey::new().keeping(home.path()).press(keys).end();
    let first = said("d");
    assert!(first.shows("4 of 4 (Space: next),"), "{}", first.text());
    let second = said("d  ");
    assert!(second.shows("2 of 4") && second.shows("foot"), "{}", second.text());
    let form = said("d  <enter>");
    assert!(form.shows("foot") && form.state.context() == Context::Form, "{}", form.text());
    // After one the next is chosen, and after the last the one before it.
    for (keys, muscles) in
        [("d  <del><wait><del>", &["calf", "hamstring"][..]), ("d<del><wait><del>", &[])]
    {
        said(keys);
        let left = cramps(home.path()).into_iter().map(|cramp| cramp.muscle.unwrap().to_string());
        assert_eq!(left.collect::<Vec<_>>(), muscles);
    }
}

#[test]
fn n_logs_the_night_of_the_cursor_and_none_with_a_cramp() {
    let home = home();
    let three_weeks_ago = Stamp::of(&(jiff::Zoned::now() - jiff::Span::new().weeks(3)));
    let mut store = Store::open(home.path()).unwrap();
    store.add(&Record::Cramp(Box::new(Cramp::at(three_weeks_ago.clone())))).unwrap();
    let said = |keys: &str| Journey::new().keeping(home.path()).press(keys).end();
    let refused = said("d<up><up><up>n");
    assert!(refused.shows("Not logged: there is a cramp in the night of"), "{}", refused.text());
    said("d<up><up>n");
    assert_eq!(names(home.path()), ["cramp", "no cramp"]);
    assert_eq!(records(home.path())[1].night(), three_weeks_ago.night().plus(7));
}

#[test]
fn an_arrow_in_the_diary_moves_the_cursor_and_hides_no_week() {
    let home = home();
    let now = jiff::Zoned::now();
    let mut store = Store::open(home.path()).unwrap();
    for weeks in [1, 2, 3] {
        let began = Stamp::of(&(&now - jiff::Span::new().weeks(weeks)));
        store.add(&Record::Cramp(Box::new(Cramp::at(began)))).unwrap();
    }
    let page = |keys: &str| {
        let end = Journey::new().keeping(home.path()).press(&format!("d{keys}")).end();
        let logged = |row: &&String| row.contains(" 1 ") && !row.contains("cramp");
        (end.row_of("[").expect("a cursor"), end.screen.iter().filter(logged).count())
    };
    let (last, logged) = page("");
    let (above, still_noted) = page("<up>");
    assert!(above < last && logged >= 3, "{above} {last} {logged}");
    assert_eq!((page("<up><down>"), still_noted), ((last, logged), logged));
}

#[test]
fn the_charts_change_with_what_is_noted_on_them() {
    let home = home();
    let empty = Journey::new().keeping(home.path()).press("d").end();
    assert!(empty.shows("Begin here"), "{}", empty.text());
    let end = Journey::new().keeping(home.path()).press("dl").end();
    assert!(!end.shows("Begin here"));
    let end = Journey::new().keeping(home.path()).press("dlu").end();
    assert!(end.shows("Undone."));
}

#[test]
fn the_first_page_and_the_charts_know_what_was_logged_over_them() {
    let home = home();
    let diary = || Journey::new().keeping(home.path()).launch(Launch::Diary);
    for keys in ["l", "?ll<esc>"] {
        let (logged, fresh) = (diary().press(keys).end(), diary().end());
        let [logged, fresh] = [logged, fresh].map(|end| format!("{:?}", end.state.overlays));
        assert_eq!(logged, fresh, "{keys}");
    }
    for keys in ["<esc>", "l<esc>"] {
        let (left, fresh) = (diary().press(keys).end(), Journey::new().keeping(home.path()).end());
        let [left, fresh] = [left, fresh].map(|end| end.state.diary_status.last_nights);
        assert_eq!(left, fresh, "{keys}");
    }
}
