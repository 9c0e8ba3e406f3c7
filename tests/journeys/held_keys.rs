//! A key that is held down comes again and again, and does on the next screen nothing that was
//! not meant there.

use uncramp::app::effect::Effect;
use uncramp::app::keymap::Context;
use uncramp::app::message::Launch;
use uncramp::diary::request::DiaryRequest;

use crate::harness::{End, Journey};
use crate::launches;

/// Goes on holding a key, which comes for the first time after the delay of a keyboard.
fn repeat(mut journey: Journey, key: &str) -> Journey {
    journey = journey.wait_ms(500);
    for _ in 0..40 {
        journey = journey.press(key).wait_ms(30);
    }
    journey
}

fn hold(journey: Journey, key: &str) -> Journey {
    repeat(journey.press(key), key)
}

fn is_logged(end: &End) -> bool {
    end.effects.iter().any(|effect| matches!(effect, Effect::Diary(DiaryRequest::Add(_))))
}

/// Whether the session on the screen runs.
fn runs(end: &End) -> bool {
    end.state.top_timer().is_some_and(|timer| timer.session.paused().is_none())
}

#[test]
fn enter_held_on_a_start_leaves_the_check_to_be_read() {
    let page = || Journey::new().press("/bedtime");
    let end = hold(page(), "<enter>").end();
    assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
    // Pressed anew, it starts, and held down then it pauses nothing.
    let end = hold(hold(page(), "<enter>").wait(1), "<enter>").end();
    assert!(runs(&end), "{}", end.text());
    let end = hold(page(), "<enter>").wait(1).press("<enter>").wait(1).press("<enter>").end();
    assert_eq!(end.state.context(), Context::Timer);
    assert!(!runs(&end), "{}", end.text());
    // Another key between two presses shows that the first was released.
    let end = page().press("<enter><enter>").press("x<enter>").end();
    assert!(runs(&end), "{}", end.text());
}

#[test]
fn a_key_held_on_a_start_without_a_check_changes_nothing_in_the_session() {
    let cleared = || Journey::new().press("2n<wait>n");
    let started = cleared().press("s").end();
    assert!(runs(&started), "{}", started.text());
    let routine = |end: &End| end.state.timer().unwrap().session.plan().routine.clone();
    for key in ["s", "<enter>"] {
        let on_start = if key == "s" { cleared() } else { cleared().press("/bedtime") };
        let end = hold(on_start, key).end();
        assert!(runs(&end), "{key}: {}", end.text());
        assert_eq!(routine(&end), routine(&started), "{key}");
    }
}

#[test]
fn a_key_held_on_one_question_of_danger_leaves_the_next_to_be_read() {
    // On the first page 2 opens the questions; there it would be the second sign, as 4 in the list.
    for (before, key, stays) in
        [("2", "n", "same-day-signs"), ("", "2", "emergency-signs"), ("", "4", "danger")]
    {
        let once = || Journey::new().press(before).wait(2);
        let end = hold(once(), key).end();
        assert_eq!(end.page(), stays, "{}", end.text());
        assert!(end.shows(&format!("Read this page first, then press {key} again.")));
        assert!(end.state.reported_warning().is_none());
        let anew = hold(once(), key).wait(1).press(key).end();
        assert_ne!(anew.page(), stays, "{}", anew.text());
        // Two quick presses are no different from a key that begins to repeat.
        assert_eq!(once().press(key).wait_ms(400).press(key).end().page(), stays);
    }
    // Another key is another answer.
    assert_eq!(Journey::new().press("2n1").end().page(), "swollen-leg");
}

#[test]
fn c_held_after_a_danger_sign_leaves_its_warning_to_be_read() {
    let reported = || Journey::new().press("e<wait>3<wait><left>").wait(2);
    let end = hold(reported(), "c").end();
    assert_eq!((end.state.context(), end.page()), (Context::Guide, "cold-leg"), "{}", end.text());
    let anew = reported().press("c<wait>c").end();
    assert_eq!(anew.state.context(), Context::Rescue);
    assert!(!anew.state.shows_cramp_advice());
}

#[test]
fn the_enter_of_the_shell_does_nothing_in_the_program() {
    let rescue = || Journey::new().launch(launches::cramp());
    let standby = || Journey::new().launch(Launch::Standby);
    let end = repeat(rescue(), "<enter>").end();
    assert_eq!(end.state.context(), Context::Rescue, "{}", end.text());
    assert!(!is_logged(&end));
    assert_eq!(repeat(standby(), "<enter>").end().state.context(), Context::Standby);
    assert!(runs(&repeat(Journey::new().launch(launches::bedtime()), "<enter>").end()));
    // The same after `fg`.
    let end = repeat(rescue().wait(20).stop(5), "<enter>").end();
    assert_eq!(end.state.context(), Context::Rescue, "{}", end.text());
    // A second later it is the reader's, and any other key at once.
    assert_eq!(rescue().wait(1).press("<enter>").end().page(), "after-a-cramp");
    assert_eq!(standby().wait(1).press("<enter>").end().state.context(), Context::Rescue);
    assert_eq!(standby().press(" ").end().state.context(), Context::Rescue);
    let leg = rescue().press("x").end();
    assert!(leg.state.rescue().unwrap().cramp.leg.is_some());
}

#[test]
fn the_key_that_opens_rescue_from_standby_does_nothing_there_while_it_is_held() {
    for key in ["-", "l", "<enter>", "x", "<tab>", "2"] {
        let standby = || Journey::new().launch(Launch::Standby).wait(60);
        let once = standby().press(key).end().state.rescue().cloned();
        let end = hold(standby(), key).end();
        assert_eq!(end.state.rescue().cloned(), once, "{key}: {}", end.text());
        assert!(!is_logged(&end) && end.state.reported_warning().is_none(), "{key}");
        let anew = hold(standby(), key).wait(1).press(key).end();
        assert_ne!(anew.state.rescue().cloned(), once, "{key}: {}", anew.text());
    }
}

#[test]
fn a_key_held_in_a_session_or_a_cramp_runs_away_with_neither() {
    // The first repeat could be a second press, the others come faster than anybody presses.
    let minutes = |journey: Journey| {
        let end = journey.end();
        end.state.rescue().unwrap().cramp.age(end.state.now.boot).as_secs() / 60
    };
    let rescue = || Journey::new().launch(launches::cramp());
    assert_eq!(minutes(hold(rescue(), "-")), 2);
    assert_eq!(minutes(hold(rescue().press("-<wait>-<wait>-<wait>-").wait(2), "+")), 2);
    assert_eq!(minutes(rescue().press("-").wait_ms(150).press("-").wait_ms(150).press("-")), 3);
    let timer = || Journey::new().launch(launches::bedtime()).wait(2);
    assert!(!hold(timer(), "-").end().shows("Done."));
    let phase = |journey: Journey| {
        let end = journey.end();
        end.state.top_timer().unwrap().session.moment(end.state.now.mono).unwrap().phase.start
    };
    // Paused, so that the time of holding a key changes nothing.
    let session = || Journey::new().launch(launches::bedtime()).wait(1).press(" ");
    let skips = |count| session().press(&"n<wait>".repeat(count));
    for key in ["<right>", "n"] {
        assert_eq!(phase(hold(session(), key)), phase(skips(2)), "{key}");
    }
    for key in ["<left>", "b"] {
        assert_eq!(phase(hold(skips(4), key)), phase(skips(3)), "{key}");
    }
    // Ten seconds more do repeat.
    let longer = hold(session(), "+").end();
    let moment = longer.state.top_timer().unwrap().session.moment(longer.state.now.mono);
    assert!(moment.unwrap().seconds() > 60, "{}", longer.text());
}

#[test]
fn delete_held_in_the_diary_removes_one_entry() {
    let home = tempfile::tempdir().unwrap();
    let diary = || Journey::new().keeping(home.path()).press("d");
    let mut logs = diary();
    for _ in 0..5 {
        logs = logs.press("l").wait(11);
    }
    logs.end();
    assert_eq!(launches::records(home.path()).len(), 5);
    hold(diary(), "<del>").end();
    assert_eq!(launches::records(home.path()).len(), 4);
}
