//! What the diary is told, by a key or by itself: real keys, the real loop, a real file.

use std::path::Path;
use uncramp::diary::request::DiaryRequest;

use proptest::prelude::*;
use uncramp::app::effect::{Effect, Ending};
use uncramp::app::keymap::Context;
use uncramp::app::settings::Settings;
use uncramp::diary::entry::{Cramp, Lasted, Record, Trial};
use uncramp::diary::stamp::Stamp;
use uncramp::diary::store::{COMMAND_TIMEOUT, FILE, Store};

use crate::harness::Journey;
use crate::launches::{self, cramps, records};

fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn rescue(home: &Path) -> Journey {
    Journey::new().keeping(home).launch(launches::cramp())
}

fn bedtime(home: &Path) -> Journey {
    let journey = Journey::new().keeping(home);
    journey.launch(launches::bedtime())
}

fn names(home: &Path) -> Vec<&'static str> {
    records(home).iter().map(Record::name).collect()
}

fn seconds(cramp: &Cramp) -> Option<u32> {
    cramp.lasted.map(Lasted::seconds)
}

#[test]
fn what_the_line_on_the_screen_offers_to_undo_can_be_undone() {
    let home = tempfile::tempdir().unwrap();
    let logged = || Journey::new().keeping(home.path()).press("ll").wait(3600);
    assert!(logged().end().shows("Press u to undo"));
    let undone = logged().press("u").end();
    assert!(!undone.shows("Nothing to undo"), "{}", undone.text());
    assert!(logged().press("<down>u").end().shows("Nothing to undo"));
}

#[test]
fn l_logs_a_cramp_from_every_screen_and_asks_twice_on_pages_and_lists() {
    let ways: [(&str, Context); 6] = [
        ("", Context::Guide),
        ("?", Context::ListOverlay),
        ("s", Context::SafetyGate),
        ("s<enter>", Context::Timer),
        ("c", Context::Rescue),
        ("d", Context::Diary),
    ];
    for (keys, context) in ways {
        let home = home();
        let end = Journey::new().keeping(home.path()).press(keys).end();
        assert_eq!(end.state.context(), context);
        let asks = matches!(context, Context::Guide | Context::ListOverlay);
        if asks {
            let once = Journey::new().keeping(home.path()).press(keys).press("l");
            let once = once.end();
            assert!(once.shows("Press l again"), "{}", once.text());
            assert_eq!(names(home.path()), [""; 0], "{context:?}");
        }
        let twice = if asks { "ll" } else { "l" };
        let end = Journey::new().keeping(home.path()).press(keys).press(twice);
        let end = end.end();
        assert_eq!(names(home.path()), ["cramp"], "{context:?}");
        assert!(end.shows("Cramp logged. Press u to undo."), "{}", end.text());
        assert_eq!(end.state.context(), context, "logging leads nowhere");
    }
}

#[test]
fn u_takes_it_back_for_ten_seconds() {
    for (wait, left) in [(9, 0), (11, 1)] {
        let home = home();
        let end = Journey::new().keeping(home.path()).press("ll");
        let end = end.wait(wait).press("<down>u").end();
        assert_eq!(cramps(home.path()).len(), left, "{wait}\n{}", end.text());
        assert_eq!(end.shows("Undone."), left == 0, "{}", end.text());
    }
}

#[test]
fn a_key_that_is_held_down_is_one_press() {
    let home = home();
    let mut journey = Journey::new().keeping(home.path());
    for _ in 0..40 {
        journey = journey.at_once("lll").wait(1);
    }
    let end = journey.press("u").end();
    assert_eq!(names(home.path()), [""; 0], "{}", end.text());
    let end = Journey::new().keeping(home.path()).press("ll").wait(11);
    end.press("ll").end();
    assert_eq!(cramps(home.path()).len(), 2, "later it is another cramp");
}

#[test]
fn keys_typed_ahead_find_what_the_one_before_has_done() {
    let home = home();
    Journey::new().keeping(home.path()).at_once("llu").end();
    assert_eq!(names(home.path()), [""; 0]);
    rescue(home.path()).wait(5).at_once("l<enter>").end();
    assert_eq!(seconds(&cramps(home.path())[0]), Some(5));
    let end = rescue(home.path()).at_once("lq").end();
    assert_eq!(end.ending, Some(Ending::Done));
    assert_eq!(cramps(home.path()).len(), 2);
}

#[test]
fn a_cramp_that_has_let_go_is_noted_whole_and_once() {
    let home = home();
    let end = rescue(home.path()).press("2").wait(70).press("<enter>l");
    let end = end.wait(60).press("l").end();
    let cramps = cramps(home.path());
    assert_eq!(cramps.len(), 1, "{}", end.text());
    assert_eq!(seconds(&cramps[0]), Some(70));
    let guide = &end.state.guide;
    let (muscle, _) = guide.rescue.as_ref().unwrap().moves.get_index(1).unwrap();
    assert_eq!(cramps[0].muscle.as_ref().unwrap().as_str(), muscle.as_str());
    assert!(cramps[0].done.is_some());
    assert!(end.shows("already logged"), "{}", end.text());
}

#[test]
fn leaving_rescue_notes_what_was_watched_for_half_a_minute() {
    for (keys, ending) in
        [("<esc>", None), ("q", Some(Ending::Done)), ("<c-c>", Some(Ending::Interrupted))]
    {
        for (wait, logged) in [(29, 0), (31, 1)] {
            let home = home();
            let end = rescue(home.path()).wait(wait).press(keys).end();
            assert_eq!(cramps(home.path()).len(), logged, "{keys} {wait}");
            assert_eq!(end.ending, ending);
        }
    }
}

#[test]
fn a_watched_cramp_is_in_the_file_before_it_is_left() {
    let home = home();
    let end = rescue(home.path()).wait(31).end();
    assert!(!end.shows("logged"), "it says nothing: {}", end.text());
    assert_eq!(cramps(home.path()).len(), 1);
    // Also while something else is being read.
    let other = tempfile::tempdir().unwrap();
    rescue(other.path()).press("e").wait(31).end();
    assert_eq!(cramps(other.path()).len(), 1);
    // And it can be taken back, for good unless it lets go.
    let taken = tempfile::tempdir().unwrap();
    rescue(taken.path()).press("lu").wait(90).press("q").end();
    assert_eq!(names(taken.path()), [""; 0]);
}

#[test]
fn on_a_danger_page_l_notes_the_sign_and_only_there() {
    let home = home();
    let end = Journey::new().keeping(home.path()).press("e1ll").end();
    assert_eq!(names(home.path()), ["danger sign"]);
    assert!(end.shows("Danger sign logged."), "{}", end.text());
    Journey::new().keeping(home.path()).press("ell").end();
    assert_eq!(names(home.path()), ["danger sign", "cramp"]);
}

#[test]
fn a_danger_sign_that_ends_a_self_trial_says_so_at_once() {
    let home = home();
    let trial = Trial { began: Stamp::of(&jiff::Zoned::now()), stopped: None };
    let mut store = Store::open(home.path()).unwrap();
    store.add(&Record::Trial(trial)).unwrap();
    drop(store);
    let end = Journey::new().keeping(home.path()).press("e1ll").end();
    let said = "Danger sign logged. This ends the self-trial. Press u to undo.";
    assert!(end.shows(said), "{}", end.text());
    // The second sign ends nothing any more; taken back, the first one does.
    let end = Journey::new().keeping(home.path()).press("e2llull").end();
    assert!(end.shows("Danger sign logged. Press u"), "{}", end.text());
    let other = tempfile::tempdir().unwrap();
    let end = Journey::new().keeping(other.path()).press("e1ll").end();
    assert!(end.shows("Danger sign logged. Press u"), "{}", end.text());
}

#[test]
fn the_key_that_notes_is_named_where_it_matters_at_eighty_columns() {
    for (keys, named) in [("", "l log"), ("e", "l log"), ("e1", "l log sign")] {
        let home = home();
        let end = Journey::new().keeping(home.path()).press(keys).end();
        let footer = end.screen.last().unwrap();
        assert!(footer.contains(named), "{keys}: {footer}");
    }
}

#[test]
fn a_session_records_itself_at_its_end() {
    let home = home();
    let end = bedtime(home.path()).wait(200).end();
    assert!(end.shows("Stretching logged."), "{}", end.text());
    let records = records(home.path());
    let [Record::Stretched(session)] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((session.completed, session.planned), (12, 12));
    assert_eq!(session.left_ms, session.right_ms);
    let again = Journey::new().keeping(home.path()).end();
    assert!(!again.shows("unfinished session"), "{}", again.text());
}

#[test]
fn a_session_that_was_killed_is_offered_and_goes_on() {
    let home = home();
    // Without a key it ends where the script ends, as if the program were killed.
    bedtime(home.path()).wait(60).end();
    assert_eq!(names(home.path()), [""; 0]);
    let end = Journey::new().keeping(home.path()).end();
    assert!(end.shows("Press s to resume"), "{}", end.text());
    let check = Journey::new().keeping(home.path()).press("s").end();
    assert!(check.shows("none of these: resume"), "{}", check.text());
    let end = Journey::new().keeping(home.path()).press("s<enter>").wait(300);
    end.end();
    assert_eq!(names(home.path()), ["stretch"]);
}

#[test]
fn a_broken_off_session_is_noted_when_another_one_begins() {
    let home = home();
    bedtime(home.path()).wait(60).press("q").end();
    bedtime(home.path()).wait(1).end();
    let records = records(home.path());
    let [Record::Stretched(session)] = records.as_slice() else { panic!("{records:?}") };
    assert!((1..12).contains(&session.completed), "{session:?}");
    assert_eq!(session.planned, 12);
}

#[test]
fn a_session_that_nobody_went_on_with_is_noted_as_far_as_it_went() {
    let home = home();
    bedtime(home.path()).wait(60).press("q").end();
    let now = jiff::Zoned::now();
    let mut store = Store::open(home.path()).unwrap();
    let kept = store.resumable_session(&now).unwrap().unwrap();
    let long_ago = now.timestamp() - jiff::SignedDuration::from_hours(13);
    store.save_session(&kept, long_ago).unwrap();
    drop(store);
    let end = Journey::new().keeping(home.path()).end();
    assert!(!end.shows("unfinished session"), "{}", end.text());
    let records = records(home.path());
    let [Record::Stretched(session)] = records.as_slice() else { panic!("{records:?}") };
    let ago = now.timestamp().duration_since(session.began.instant());
    assert!(ago.as_hours() >= 13, "it is dated when it was: {ago}");
    assert!(session.left_ms > 0);
}

#[test]
fn offers_never_stand_before_rescue() {
    let home = home();
    bedtime(home.path()).wait(60).press("q").end();
    let end = rescue(home.path()).wait(20).end();
    assert!(!end.shows("unfinished session"), "{}", end.text());
    assert!(!end.effects.contains(&Effect::Diary(DiaryRequest::ReadStartupPrompts)));
}

#[test]
fn without_saving_no_file_appears_and_that_is_said() {
    let home = home();
    let journey = Journey::new().set(|settings| settings.no_save = true);
    let end = journey.keeping(home.path()).press("ll").end();
    assert!(end.shows("Not saved (--no-save"), "{}", end.text());
    let unsaved = |settings: &mut Settings| settings.no_save = true;
    let end = rescue(home.path()).set(unsaved).keeping(home.path());
    let end = end.wait(70).press("<enter>").end();
    assert!(end.shows("Not saved (--no-save"), "{}", end.text());
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_diary_that_cannot_be_used_is_one_notice_and_everything_else_works() {
    let home = home();
    let damage = b"SQLite format 4, and nothing else";
    std::fs::write(home.path().join(FILE), damage).unwrap();
    let end = Journey::new().keeping(home.path()).end();
    assert!(end.shows("Without the diary"), "{}", end.text());
    assert!(end.shows("it was not touched"), "{}", end.text());
    let end = Journey::new().keeping(home.path()).press("ll").end();
    assert!(end.shows("Not logged"), "{}", end.text());
    let end = rescue(home.path()).wait(40).end();
    assert!(!end.shows("damaged"), "not before the steps: {}", end.text());
    let end = rescue(home.path()).wait(40).press("q").end();
    let exit_error = end.state.exit_error.unwrap();
    assert!(exit_error.contains("not touched"), "{exit_error}");
    let end = bedtime(home.path()).wait(200).end();
    assert_eq!(end.state.context(), Context::Summary);
    assert_eq!(std::fs::read(home.path().join(FILE)).unwrap(), damage);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What was said to be logged is in the file, whatever is pressed and however fast.
    #[test]
    fn what_is_acknowledged_is_in_the_file(
        steps in prop::collection::vec(("[lud?esc<0-9n]{1,4}", 0_u64..40, any::<bool>()), 1..12),
    ) {
        let home = home();
        let mut journey = Journey::new().keeping(home.path());
        for (keys, wait, at_once) in steps {
            let keys = keys.replace('<', "<enter>");
            journey = if at_once { journey.at_once(&keys) } else { journey.press(&keys) };
            journey = journey.wait(wait);
        }
        let end = journey.end();
        let last = end.state.diary_status.last.as_ref().map(|told| told.id);
        let known = match Store::open_existing(home.path(), COMMAND_TIMEOUT).unwrap() {
            Some(store) => store.entries().unwrap(),
            None => Vec::new(),
        };
        if let Some(id) = last {
            prop_assert!(known.iter().any(|entry| entry.id == id), "{id} of {known:?}");
        }
        let asked = end.effects.iter().filter(|effect| matches!(effect, Effect::Diary(DiaryRequest::Add(_)))).count();
        prop_assert!(known.len() <= asked);
    }
}
