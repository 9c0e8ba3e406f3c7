//! What a reported danger sign and a long cramp keep shut, and until when.

use std::sync::Arc;

use uncramp::app::keymap::Context;
use uncramp::app::message::Message;

use crate::harness::{Journey, file};
use crate::launches;

#[test]
fn every_danger_answer_shuts_the_safety_gate_until_it_is_changed() {
    for answer in "123456780".chars() {
        let warned = Journey::new().press("2<wait>").press(&answer.to_string()).end();
        // Neither reading on, stepping back nor starting over changes the answer.
        for keys in ["s", "<left>s<enter>", "<left><left>s<enter>", "r6<enter>s", "<left>c"] {
            let end = Journey::new().press("2<wait>").press(&answer.to_string());
            let end = end.press(keys).end();
            assert_eq!(end.page(), warned.page(), "{answer}{keys}: {}", end.text());
        }
    }
    // Changed to "none of these" on both pages, it is open.
    let end = Journey::new().press("21<left>n<wait>ns").end();
    assert_eq!(end.state.context(), Context::Timer, "{}", end.text());
}

#[test]
fn a_sign_picked_from_the_list_counts_as_the_same_answer_in_the_question() {
    for (pick, page) in
        [("e1", "clot-in-lung"), ("e<end><enter>1", "swollen-leg"), ("2<f2>4", "saddle-numbness")]
    {
        for keys in ["<esc>c", "<left><esc>s<enter>", "<esc><esc>s", "r6<enter>s", "s"] {
            let end = Journey::new().press(pick).press(keys).end();
            assert_eq!(end.page(), page, "{pick}{keys}: {}", end.text());
            assert_eq!(end.state.context(), Context::Guide, "{pick}{keys}");
        }
        // Asked again, rescue opens all the same.
        let end = Journey::new().press(pick).press("<esc>c<wait>c").end();
        assert_eq!(end.state.context(), Context::Rescue, "{pick}");
    }
    // Looking through the list reports nothing, and neither does reading what was searched for.
    for keys in ["e<esc>", "e<end><enter><left><esc>", "/saddle<enter><esc>"] {
        let end = Journey::new().press(keys).press("s").end();
        assert_eq!(end.state.context(), Context::SafetyGate, "{keys}");
    }
}

#[test]
fn a_reported_sign_is_taken_back_among_the_answers() {
    let listed = Journey::new().press("e1<esc><tab>").end();
    assert!(listed.shows("take it back"), "{}", listed.text());
    let end = Journey::new().press("e1<esc><tab><enter>s").end();
    assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
    // A question that was stepped back from is among them too.
    let end = Journey::new().press("21<left><left><tab>1s").end();
    assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
    // Of two signs, one remains.
    let end = Journey::new().press("e1<esc>23<left><left><tab>1s").end();
    assert_eq!(end.page(), "cold-leg", "{}", end.text());
}

#[test]
fn after_a_long_cramp_its_advice_stays_on_top_of_after_care() {
    for (width, height) in [(80, 24), (120, 36), (40, 10)] {
        let earlier = "-<wait>".repeat(10);
        let after = || after_keys(width, height, &format!("{earlier}<enter>"));
        let end = after().end();
        let text = end.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(end.page(), "after-a-cramp", "{text}");
        assert!(text.contains("It lasted 10:46. Over 10 minutes: call"), "{text}");
        assert!(!text.contains("Start: "), "{text}");
        let (window, place) = end.state.visible_page();
        assert_eq!(window.selected(place), None, "{text}");
        // Enter and s start nothing, and the advice is there again after reading elsewhere.
        for keys in ["<enter><enter><enter>", "s", "s<enter>", "1<left>", "e<esc>", "?<esc>"] {
            let end = after().press(keys).end();
            assert_eq!(end.state.context(), Context::Guide, "{keys}");
        }
        let again = after().press("/magnesium<enter><left>").end();
        assert!(again.shows("It lasted 10:46."), "{}", again.text());
        assert_eq!(after().press("s").end().page(), "cramp-over-limit");
    }
    // A short cramp leaves no such advice.
    let end = after_keys(80, 24, "<enter>").end();
    assert!(end.shows("It lasted 0:36."), "{}", end.text());
    assert!(!end.shows("Over 10 minutes"), "{}", end.text());
}

#[test]
fn after_a_long_cramp_no_stretch_starts_or_goes_on_until_it_is_taken_back() {
    let earlier = "-<wait>".repeat(10);
    for keys in [
        "<enter><esc>s<enter>",
        "<enter>rs<enter>",
        "<enter>/bedtime<enter>s<enter>",
        "<enter>c<wait>c<enter><esc>s<enter>",
        // The cramp still lasts under the page.
        "/bedtime<enter>s<enter>",
    ] {
        let end = after_keys(80, 24, &format!("{earlier}{keys}")).end();
        assert_eq!(end.page(), "cramp-over-limit", "{keys}: {}", end.text());
    }
    let end = after_keys(80, 24, &format!("{earlier}<enter><esc>s")).end();
    assert!(end.shows("The cramp lasted too long."), "{}", end.text());
    // A session that waits below does not go on either, whichever key asks for it.
    let stands = |keys: &str| {
        let session = Journey::new().launch(launches::bedtime()).wait(12);
        let end = session.press(&format!("c{earlier}<enter><esc>{keys}")).wait(5).end();
        end.state.timer().map(|timer| timer.session.paused().is_some())
    };
    for keys in ["", " ", "<enter>", "n", "b", "r", "x", "+"] {
        assert_eq!(stands(keys), Some(true), "{keys}");
    }
    // A short cramp after it does not make its advice go away.
    let end = after_keys(80, 24, &format!("{earlier}<enter>c<wait>c<enter>")).end();
    assert!(end.shows("The one before was over 10 minutes:"), "{}", end.text());
    assert!(!end.shows("Start: "), "{}", end.text());
    // Taken back among the answers, it counts no longer.
    let end = after_keys(80, 24, &format!("{earlier}<enter><esc><tab>1s")).end();
    assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
}

#[test]
fn of_several_signs_from_the_list_each_counts_until_it_is_taken_back() {
    let gate = |keys: &str| Journey::new().press(keys).end().state.context();
    let both = "e1<esc>e3<esc>";
    let listed = Journey::new().press(&format!("{both}<tab>")).end();
    assert!(listed.shows("1  New trouble") && listed.shows("2  Leg or foot"), "{}", listed.text());
    // With one of the two taken back, the other still shuts the check.
    assert_eq!(gate(&format!("{both}<tab>1s")), Context::Guide);
    assert_eq!(gate(&format!("{both}<tab>1<tab>1s")), Context::SafetyGate);
    assert_eq!(gate("e1<esc>e1<esc><tab>1s"), Context::SafetyGate);
}

#[test]
fn a_danger_sign_reported_above_the_check_shuts_it() {
    let earlier = "-<wait>".repeat(10);
    for keys in ["se1<esc><enter>", &format!("sc{earlier}<enter><esc><enter>")] {
        let end = Journey::new().press(keys).end();
        assert!(end.state.timer().is_none(), "{keys}: {}", end.text());
        assert!(end.shows("No stretching; get help."), "{keys}: {}", end.text());
    }
}

#[test]
fn a_danger_sign_reported_in_a_session_keeps_it_paused() {
    for keys in ["", " ", "<enter>", "n", "b", "r", "x", "s"] {
        let session = Journey::new().launch(launches::bedtime()).wait(3);
        let end = session.press(&format!("e1<esc>{keys}")).wait(5).end();
        let timer = end.state.timer().expect("the session is kept");
        assert!(timer.session.paused().is_some(), "{keys}: {}", end.text());
        assert_eq!(end.state.top_timer().is_some(), keys.is_empty(), "{keys}: {}", end.text());
    }
}

/// Keys pressed in a cramp that was watched for 36 seconds.
fn after_keys(width: u16, height: u16, keys: &str) -> Journey {
    let cramp = Journey::new().at(width, height).launch(launches::cramp());
    cramp.wait(36).press(keys)
}

#[test]
fn the_warning_is_shown_where_its_answer_can_be_changed() {
    // On from the warning, and back to it by `s`: Tab still knows the answer.
    let warned = Journey::new().press("21").end();
    let end = Journey::new().press("21/magnesium<enter>s").end();
    assert_eq!(end.page(), warned.page());
    let answers = Journey::new().press("21/magnesium<enter>s<tab>").end();
    assert!(!answers.shows("No question has been answered"), "{}", answers.text());
    let changed = Journey::new().press("21/magnesium<enter>s<tab>1");
    assert_eq!(changed.end().page(), Journey::new().press("2").end().page());
}

#[test]
fn a_danger_answer_given_above_a_cramp_counts_too() {
    let asked = Journey::new().press("2").end();
    let title = &asked.state.guide.node(asked.state.top_reading().trail.here()).title;
    let answered = || Journey::new().press(&format!("2n<wait>nc/{title}<enter>"));
    assert_eq!(answered().end().page(), asked.page());
    let end = answered().press("1s").end();
    assert_eq!(end.state.context(), Context::Guide, "{}", end.text());
    assert!(end.shows("You reported a danger sign"), "{}", end.text());
}

#[test]
fn a_reported_sign_stands_in_a_guide_that_lacks_its_page() {
    let other = || {
        let guide = file("tests/guides/good/bicycle.yaml");
        Message::GuideChanged(Ok(Arc::new(guide)))
    };
    let back = || Message::GuideChanged(Ok(Arc::new(uncramp::guide::built_in().unwrap())));
    let reloaded = || Journey::new().press("e1<esc>").outside(other());
    assert!(reloaded().end().state.reported_warning().is_some());
    // It is named among the answers, and can be taken back there.
    let listed = reloaded().press("<tab>").end();
    assert!(listed.shows("1  New trouble"), "{}", listed.text());
    assert_eq!(reloaded().press("<tab>1").end().state.reported_warning(), None);
    // Its page comes back with the guide.
    let end = reloaded().outside(back()).press("s").end();
    assert_eq!(end.page(), "clot-in-lung", "{}", end.text());
}

#[test]
fn a_sign_that_shuts_the_check_stands_among_the_answers_though_its_question_was_cleared() {
    let earlier = "-<wait>".repeat(10);
    let after = |keys: &str| {
        let cramp = Journey::new().press("2n<wait>nc").wait(36);
        cramp.press(&format!("{earlier}<enter><esc>{keys}")).end()
    };
    assert!(after("s").shows("The cramp lasted too long."));
    let listed = after("<tab>");
    assert!(listed.shows("take it back"), "{}", listed.text());
    assert!(listed.shows("call today? None of these"), "{}", listed.text());
    assert_eq!(after("<tab><end><enter>s").state.context(), Context::Timer);
    // One that was answered there is listed once.
    let answered = Journey::new().press("21<tab>").end();
    assert!(!answered.shows("take it back"), "{}", answered.text());
}
