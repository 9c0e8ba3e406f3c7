//! Which leg cramps: said by one key, shown, and logged.

use std::path::Path;
use uncramp::diary::request::DiaryRequest;

use uncramp::app::effect::Effect;
use uncramp::diary::entry::Cramp;
use uncramp::stretch::Leg;

use crate::harness::Journey;
use crate::launches;
use crate::rescue::rescue;

/// The one cramp in the diary.
fn cramp(home: &Path) -> Cramp {
    let cramps = launches::cramps(home);
    assert_eq!(cramps.len(), 1, "{cramps:?}");
    cramps[0].clone()
}

const ROUND: [(&str, Option<Leg>, &str); 5] = [
    ("", None, "calf, lying"),
    ("x", Some(Leg::Left), "calf, left leg, lying"),
    ("xx", Some(Leg::Right), "calf, right leg, lying"),
    ("xxx", Some(Leg::Both), "calf, both legs, lying"),
    ("xxxx", None, "calf, lying"),
];

#[test]
fn x_says_the_leg_on_the_screen_and_in_the_diary() {
    for (keys, leg, words) in ROUND {
        for (width, height) in [(120, 36), (80, 24), (60, 18), (40, 10)] {
            let end = rescue().at(width, height).wait(5).press(keys).end();
            assert!(end.shows(words), "{width}x{height}: {}", end.text());
        }
        let home = tempfile::tempdir().unwrap();
        let journey = || rescue().keeping(home.path()).wait(5).press(keys);
        journey().wait(5).press("<enter>").end();
        assert_eq!(cramp(home.path()).leg, leg, "{keys}");
    }
}

#[test]
fn nothing_else_is_lost_when_the_leg_is_said() {
    for (width, height) in [(120, 36), (80, 24), (60, 18), (40, 10)] {
        for wait in [0, 14, 60, 601] {
            let at = |keys| rescue().at(width, height).press(keys).late(wait).end();
            let (before, after) = (at("3w"), at("3wxx"));
            // The bare name of the muscle makes room for the leg.
            let shortened = |text: String| text.replace("front of the thigh", "thigh");
            // The body turns to have that leg in front.
            let without =
                |text| shortened(text).replace(", right leg", "").replace([' ', '▀', '▄'], "");
            assert_eq!(without(after.text()), without(before.text()));
        }
    }
}

#[test]
fn the_smallest_window_says_it_in_a_notice() {
    for (keys, words) in [("x", "Left leg."), ("xxxx", "Leg not said.")] {
        let end = rescue().at(20, 6).press(keys).end();
        assert!(end.shows(words), "{}", end.text());
    }
    assert!(rescue().press("x").end().state.notices.is_empty());
}

#[test]
fn a_leg_that_is_said_or_unsaid_later_reaches_the_entry_at_once() {
    let home = tempfile::tempdir().unwrap();
    let journey = || rescue().keeping(home.path());
    // Killed, so that nothing is written on leaving.
    journey().wait(40).press("xx").end();
    assert_eq!(cramp(home.path()).leg, Some(Leg::Right));
    let home = tempfile::tempdir().unwrap();
    let journey = || rescue().keeping(home.path());
    let end = journey().press("xl").press("xxx").press("q").end();
    assert!(end.effects.iter().any(|e| matches!(e, Effect::Diary(DiaryRequest::SetLeg(..)))));
    assert_eq!(cramp(home.path()).leg, None);
}

#[test]
fn the_key_is_among_the_keys_of_rescue() {
    let end = rescue().at(120, 36).end();
    assert!(end.shows("x leg"), "{}", end.text());
    let help = rescue().at(80, 40).press("?").end();
    assert!(help.shows("Which leg it is"), "{}", help.text());
    let other = Journey::new().press("x").end();
    assert_eq!(other.text(), Journey::new().end().text());
}
