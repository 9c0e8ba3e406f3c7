//! A cramp now, from the first second to after-care, and the black screen before it.

use uncramp::app::effect::{Effect, Ending};
use uncramp::app::keymap::Context;
use uncramp::app::message::Launch;
use uncramp::diary::request::DiaryRequest;

use crate::harness::{End, Journey};
use crate::launches;

pub fn rescue() -> Journey {
    Journey::new().launch(launches::cramp())
}

pub fn first_step(end: &End, muscle: &str, pose: uncramp::guide::raw::Pose) -> String {
    let moves = &end.state.guide.rescue.as_ref().unwrap().moves;
    moves[muscle][&pose].steps[0].text.clone()
}

/// Whether the screen says this, however it is wrapped beside the figure.
pub fn says(end: &End, words: &str) -> bool {
    let is_block = |c: char| ('\u{2580}'..='\u{259f}').contains(&c);
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat(&end.text().replace(is_block, " ")).contains(&flat(words))
}

#[test]
fn the_first_frame_has_the_safety_line_above_the_first_step_and_a_running_clock() {
    for (width, height) in [(80, 24), (40, 10), (120, 36), (60, 15)] {
        let end = rescue().at(width, height).end();
        let step = first_step(&end, "calf", uncramp::guide::raw::Pose::Lying);
        assert!(says(&end, &step), "{width}x{height}: {step}\n{}", end.text());
        let words: Vec<&str> = step.split_whitespace().take(2).collect();
        let check = end.state.guide.rescue.as_ref().unwrap().check.clone();
        let check: Vec<&str> = check.split_whitespace().take(3).collect();
        let check = end.row_of(&check.join(" "));
        let step = end.row_of(&words.join(" "));
        assert!(check.is_some() && check < step, "{width}x{height}\n{}", end.text());
    }
    let later = rescue().wait(7).end();
    assert_ne!(rescue().end().text(), later.text());
}

#[test]
fn muscle_and_position_change_by_one_key_while_it_runs() {
    use uncramp::guide::raw::Pose::{Lying, Seated, Standing};
    let guide = rescue().end().state.guide;
    let muscles: Vec<String> =
        guide.rescue.as_ref().unwrap().moves.keys().map(ToString::to_string).collect();
    assert_eq!(muscles.len(), 4);
    for (index, muscle) in muscles.iter().enumerate() {
        for (key, pose) in [("", Lying), ("<tab>", Seated), ("<tab><tab>", Standing)] {
            let keys = format!("{}{key}", index + 1);
            let end = rescue().at(60, 18).wait(3).press(&keys).end();
            let step = first_step(&end, muscle, pose);
            assert!(says(&end, &step), "{muscle} {key}: {step}\n{}", end.text());
        }
    }
}

#[test]
fn the_steps_have_their_turn_on_their_own() {
    let first = rescue().end().state;
    let steps =
        &first.guide.rescue.as_ref().unwrap().moves["calf"][&uncramp::guide::raw::Pose::Lying];
    for (turn, step) in (0..).zip(&steps.steps) {
        let end = rescue().at(60, 18).wait(turn * 12 + 1).end();
        assert!(says(&end, &step.text), "{}\n{}", step.text, end.text());
    }
}

/// Whether the advice after the limit is on the screen.
fn advises(end: &End) -> bool {
    let rescue = end.state.guide.rescue.as_ref().unwrap();
    let advice = end.state.guide.node(rescue.over_limit);
    // In a low window what to do stands in place of the title.
    says(end, &advice.title) || advice.big.as_deref().is_some_and(|big| says(end, big))
}

#[test]
fn at_ten_minutes_the_urgent_advice_comes_by_itself() {
    for (width, height) in [(80, 24), (40, 10), (120, 36)] {
        let before = rescue().at(width, height).late(590).wait(9).end();
        assert!(!advises(&before), "{}", before.text());
        let after = rescue().at(width, height).late(590).wait(10).end();
        assert!(advises(&after), "{width}x{height}\n{}", after.text());
    }
}

#[test]
fn a_cramp_ages_while_the_machine_sleeps() {
    let end = rescue().wait(60).sleep(540).wait(1).end();
    assert!(advises(&end), "{}", end.text());
    let stopped = rescue().wait(60).stop(540).end();
    assert!(advises(&stopped), "{}", stopped.text());
    // Under a page that is being read nothing else wakes the program soon after.
    let read = rescue().wait(60).press("e").sleep(540).wait(60).end();
    assert!(advises(&read), "{}", read.text());
}

#[test]
fn the_advice_comes_also_while_something_else_is_being_read() {
    for keys in ["e", "?", "i", "/leg", "e?"] {
        let end = rescue().wait(30).press(keys).wait(580).end();
        assert!(advises(&end), "{keys}: {}", end.text());
        // Whoever reads on after that is left in peace.
        let again = rescue().wait(30).press(keys).wait(580).press("e").wait(60).end();
        assert_eq!(again.page(), "danger", "{}", again.text());
    }
}

#[test]
fn a_key_that_comes_before_the_advice_does_not_lose_it() {
    let slept = || rescue().wait(180).sleep(540);
    let end = slept().press("<esc>").end();
    assert!(end.state.had_long_cramp(), "{}", end.text());
    assert_eq!(end.page(), "cramp-over-limit", "{}", end.text());
    let end = slept().press("<esc><esc>s").end();
    assert!(end.state.timer().is_none() && end.shows("No stretching"), "{}", end.text());
    // Over standby it comes too, and the other keys do what they say.
    let standby = Journey::new().launch(Launch::Standby).press("a").wait(180).sleep(540);
    assert_eq!(standby.press("<esc>").end().page(), "cramp-over-limit");
    assert!(advises(&slept().press("x").end()));
    assert_eq!(slept().press("<enter>").end().page(), "after-a-cramp");
    assert_eq!(slept().press("q").end().ending, Some(Ending::Done));
    // A key pressed above the cramp is no answer to it.
    let read = rescue().wait(180).press("/leg").sleep(540).press("<enter>").end();
    assert!(advises(&read) && read.state.rescue().is_some(), "{}", read.text());
    // Once it was read, Esc closes it.
    let end = slept().wait(1).press("x<esc>").end();
    assert_eq!(end.page(), "home", "{}", end.text());
}

#[test]
fn it_began_a_minute_earlier_brings_the_advice_forward() {
    let end = rescue().wait(10).press(&"-<wait>".repeat(10)).end();
    assert!(advises(&end), "{}", end.text());
}

#[test]
fn a_minute_too_many_is_taken_back_with_the_advice_that_it_brought() {
    let minutes = |keys: &str| keys.repeat(11);
    let back = rescue().wait(5).press(&minutes("-<wait>")).press("+<wait>=<wait>").end();
    assert!(!advises(&back), "{}", back.text());
    assert_eq!(back.state.reported_warning(), None);
    let none = rescue().wait(5).press(&minutes("+<wait>")).end();
    let cramp = &none.state.rescue().unwrap().cramp;
    assert_eq!(cramp.age(none.state.now.boot), cramp.watched(none.state.now.boot));
}

#[test]
fn when_it_has_let_go_the_after_care_is_a_page_of_its_own() {
    let end = rescue().wait(90).press("<enter>").end();
    let after = end.state.guide.rescue.as_ref().unwrap().after;
    assert_eq!(end.page(), end.state.guide.name(after));
    assert!(end.shows("1:30"), "{}", end.text());
    // From there the stretch is offered behind the safety check: the trail has cleared nothing.
    let stretch = rescue().wait(90).press("<enter>s").end();
    assert_eq!(stretch.state.context(), Context::SafetyGate);
}

#[test]
fn standby_is_black_after_a_hint_and_never_wakes_again() {
    let end = Journey::new().launch(Launch::Standby).end();
    assert!(end.shows("Any key: a cramp now"), "{}", end.text());
    let end = Journey::new().launch(Launch::Standby).wait(3).end();
    assert_eq!(end.text().trim(), "");
    let night = Journey::new().launch(Launch::Standby).wait(8 * 3600).end();
    assert_eq!(night.text().trim(), "");
    // Once for the hint, once for the night, once for the end of the script.
    assert!(night.waits <= 4, "{}", night.waits);
    assert_eq!(night.state.context(), Context::Standby);
}

#[test]
fn any_key_in_standby_is_rescue_at_once_but_q_and_esc_leave() {
    for key in ["<space>", "<enter>", "a", "1", "e", "?", "<f5>", "<up>", "<tab>", "é"] {
        let end = Journey::new().launch(Launch::Standby).wait(3600).press(key).end();
        assert_eq!(end.state.context(), Context::Rescue, "{key}");
        let step = first_step(&end, "calf", uncramp::guide::raw::Pose::Lying);
        assert!(says(&end, &step), "{key}: {}", end.text());
    }
    for key in ["q", "<esc>"] {
        let end = Journey::new().launch(Launch::Standby).press(key).end();
        assert_eq!(end.ending, Some(Ending::Done), "{key}");
    }
}

#[test]
fn a_danger_answer_warns_before_rescue_and_asked_again_rescue_comes() {
    let warned = Journey::new().press("21<left>").press("1").press("<left>").end();
    assert_eq!(warned.state.context(), Context::Guide);
    let once = Journey::new().press("21/leg<enter>c").end();
    assert_eq!(once.state.context(), Context::Guide, "{}", once.text());
    assert!(once.shows("danger sign"), "{}", once.text());
    let twice = Journey::new().press("21/leg<enter>c<wait>c").end();
    assert_eq!(twice.state.context(), Context::Rescue);
}

#[test]
fn a_sign_reported_in_a_cramp_takes_the_place_of_its_steps_until_they_are_asked_for() {
    for (width, height) in [(120, 36), (80, 24), (40, 10)] {
        let reported = || rescue().at(width, height).wait(2).press("e<wait>3<wait><esc>");
        let end = reported().end();
        assert_eq!(end.state.context(), Context::Rescue, "{}", end.text());
        let step = first_step(&end, "calf", uncramp::guide::raw::Pose::Lying);
        assert!(!says(&end, &step), "{}", end.text());
        assert!(says(&end, "emergency number"), "{}", end.text());
        let anew = reported().press("c").end();
        assert!(says(&anew, &step), "{}", anew.text());
        assert!(end.shows("c steps"), "{}", end.text());
        // Another sign is told of, though the steps were asked for after the first.
        let second = reported().press("c<wait>e<wait>4<wait><esc>").end();
        assert!(second.state.shows_cramp_advice(), "{}", second.text());
        for keys in ["<enter>", "c<enter>"] {
            let over = reported().press(keys).end();
            assert_eq!(over.page(), "cold-leg", "{}", over.text());
            assert_eq!(over.state.fitting_routine(), None);
        }
    }
    let next = Journey::new().launch(Launch::Standby).press("a").press("e<wait>3<wait><esc>");
    let next = next.press("<enter><esc>").wait(60).press("a").end();
    assert_eq!(next.state.context(), Context::Rescue);
    assert!(
        says(&next, "emergency") && next.shows("Press c for the cramp steps"),
        "{}",
        next.text()
    );
}

#[test]
fn over_standby_the_screen_is_black_again_some_time_after_a_cramp() {
    let over = || Journey::new().launch(Launch::Standby).press("a").wait(30).press("<enter>");
    assert!(over().wait(100).press("<down>").wait(100).end().shows("After a cramp"));
    let black = over().wait(121).end();
    assert_eq!(black.text().trim(), "");
    assert_eq!(over().wait(121).press("a").end().state.context(), Context::Rescue);
    // What was said of that cramp is not said in the next one, and nothing of it is undone there.
    let home = tempfile::tempdir().unwrap();
    let next = over().keeping(home.path()).wait(121).press("a<wait>");
    assert!(!next.end().shows("logged"));
    let undo = over().keeping(home.path()).wait(121).press("a<wait>u").end();
    assert!(undo.shows("Nothing to undo"), "{}", undo.text());
    // Where help is to be got, that stays.
    let long = Journey::new().launch(Launch::Standby).press("a").wait(700).press("<enter>");
    assert!(advises(&long.wait(400).end()));
}

#[test]
fn rescue_pauses_a_session_and_keeps_it_on_the_same_second() {
    let session = || Journey::new().launch(launches::bedtime());
    let elapsed = |end: &End| {
        let session = &end.state.timer().unwrap().session;
        session.moment(end.state.now.mono).unwrap().elapsed
    };
    let before = session().wait(15).end();
    for keys in ["c", "e", "?", "/", "i"] {
        let after = session().wait(15).press(keys).wait(100).press("<esc>").end();
        assert_eq!(after.state.context(), Context::Timer, "{keys}");
        assert_eq!(elapsed(&after), elapsed(&before), "{keys}");
        let on = session().wait(15).press(keys).wait(100).press("<esc><space>").wait(5).end();
        assert_eq!(elapsed(&on).as_secs(), elapsed(&before).as_secs() + 5, "{keys}");
    }
}

#[test]
fn the_muscles_stay_on_common_screens_and_the_key_for_all_keys_is_named_in_forty_by_ten() {
    for wait in [0, 13, 25, 120] {
        for (width, height) in [(80, 24), (120, 36)] {
            let end = rescue().at(width, height).late(wait).end();
            for muscle in ["1 calf", "2 hamstring", "3 thigh", "4 foot"] {
                assert!(end.shows(muscle), "{muscle}: {}", end.text());
            }
            assert!(end.shows("e danger"), "{}", end.text());
        }
        let narrow = rescue().at(40, 10).late(wait).end();
        assert!(narrow.shows("? keys"), "{}", narrow.text());
    }
}

#[test]
fn no_line_of_the_advice_on_a_long_cramp_gives_way_to_the_clock() {
    for (width, height) in [(40, 10), (60, 18), (80, 22), (80, 24), (100, 28), (120, 36)] {
        let end = rescue().at(width, height).late(700).end();
        for said in ["Call your doctor", "Leg cold", "unbearable", "Stop pulling", "not rub"] {
            assert!(end.shows(said), "{said} at {width}: {}", end.text());
        }
    }
}

#[test]
fn an_enter_that_is_held_down_opens_rescue_and_neither_ends_nor_logs_the_cramp() {
    let mut held = Journey::new().press("<enter>");
    for _ in 0..40 {
        held = held.wait_ms(100).press("<enter>");
    }
    let end = held.end();
    assert_eq!(end.state.context(), Context::Rescue);
    let adds = |effect: &Effect| matches!(effect, Effect::Diary(DiaryRequest::Add(_)));
    assert!(!end.effects.iter().any(adds), "{:?}", end.effects);
    let end = Journey::new().press("<enter>").wait(2).press("<enter>").end();
    assert_eq!(end.page(), "after-a-cramp");
}

#[test]
fn in_a_tiny_window_no_notice_covers_the_advice_after_a_long_cramp() {
    let folder = tempfile::tempdir().unwrap();
    let long = || rescue().at(20, 4).keeping(folder.path()).late(636);
    let advice = |end: &End| {
        let guide = &end.state.guide;
        let advice = guide.node(guide.rescue.as_ref().unwrap().over_limit);
        advice.big.as_ref().unwrap().to_lowercase()
    };
    for end in [long().press("x").end(), long().press("<enter>").end()] {
        assert!(!end.state.notices.is_empty(), "{}", end.text());
        let text = end.text().to_lowercase();
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let most_urgent = advice(&end);
        let most_urgent = most_urgent.split(',').next().unwrap();
        assert!(said.contains(most_urgent), "{text}");
    }
}

#[test]
fn no_notice_covers_a_row_while_the_advice_on_a_long_cramp_is_on_the_screen() {
    let mut shown = 0;
    for width in (40..80).step_by(5) {
        for height in 10..20 {
            let long = || rescue().at(width, height).late(700);
            let notice = long().press("m").end();
            assert!(!notice.state.notices.is_empty());
            shown += usize::from(notice.shows("Muted."));
            let rows = |end: End| end.screen.into_iter().take(usize::from(height) - 1);
            for (with, without) in rows(notice).zip(rows(long().end())) {
                let is_free = without.is_empty() && with == "Muted.";
                assert!(is_free || with == without, "{width}x{height}: {with:?}, {without:?}");
            }
        }
    }
    assert!(shown > 5, "{shown}");
}
