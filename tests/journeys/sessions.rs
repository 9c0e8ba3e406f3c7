//! A stretch session from the safety check to the summary.

use std::time::Duration;

use uncramp::app::effect::{DeviceRequest, Effect, Ending};
use uncramp::app::keymap::Context;
use uncramp::app::message::Launch;
use uncramp::app::settings::CueChoice;
use uncramp::diary::request::{DiaryRequest, NewEntry};
use uncramp::stretch::Leg;
use uncramp::stretch::plan::PhaseKind;

use crate::harness::{End, Journey};
use crate::launches;

fn bedtime() -> Journey {
    Journey::new().launch(launches::bedtime())
}

/// Kind, leg and seconds into the phase.
fn phase(end: &End) -> (PhaseKind, Leg, u64) {
    let Some(timer) = end.state.top_timer() else {
        panic!("no session: {}", end.text());
    };
    let moment = timer.session.moment(end.state.now.mono).expect("it runs");
    (moment.phase.kind, moment.phase.leg, moment.passed.as_secs())
}

fn total(end: &End) -> u64 {
    let Some(timer) = end.state.top_timer() else {
        panic!("no session");
    };
    timer.session.plan().total.as_secs()
}

#[test]
fn one_command_runs_hands_free_to_the_summary_and_leaves() {
    let start = bedtime().end();
    let total = total(&start);
    let almost = bedtime().wait(total - 1).end();
    assert_eq!(almost.state.context(), Context::Timer);
    let done = bedtime().wait(total).end();
    assert_eq!(done.state.context(), Context::Summary);
    assert!(done.ending.is_none());
    let left = bedtime().wait(total + 59).end();
    assert!(left.ending.is_none());
    let left = bedtime().wait(total + 61).end();
    assert_eq!(left.ending, Some(Ending::Done));
}

#[test]
fn the_end_of_a_session_never_leaves_a_cramp_that_lasts() {
    let resumed = || bedtime().wait(5).press("c/magnesium<enter>s<enter>");
    let start = resumed().end();
    assert_eq!(start.state.context(), Context::Timer, "{}", start.text());
    let total = total(&start);
    for over in [resumed().wait(total + 61), resumed().wait(total + 1).press("<enter>")] {
        let end = over.end();
        assert_eq!((end.state.context(), end.ending), (Context::Rescue, None), "{}", end.text());
    }
}

#[test]
fn a_session_from_the_guide_ends_on_the_page_it_came_from() {
    let journey = || Journey::new().press("2n<wait>n").press("s");
    let end = journey().end();
    assert_eq!(end.state.context(), Context::Timer);
    let total = total(&end);
    let end = journey().wait(total + 61).end();
    assert_eq!((end.state.context(), end.ending), (Context::Guide, None));
    let end = journey().wait(total + 1).press("<enter>").end();
    assert_eq!(end.state.context(), Context::Guide);
}

#[test]
fn nothing_rings_or_speaks_unless_it_was_chosen() {
    let end = bedtime().wait(172).end();
    let loud = |effect: &Effect| {
        matches!(
            effect,
            Effect::Device(
                DeviceRequest::Ring
                    | DeviceRequest::Speak(_)
                    | DeviceRequest::Notify(_)
                    | DeviceRequest::KeepAwake(_)
            )
        )
    };
    assert!(!end.effects.iter().any(loud), "{:?}", end.effects);
}

#[test]
fn a_notification_comes_once_at_the_end_where_it_was_asked_for() {
    let notes = |wait: u64| {
        let end = bedtime().set(|settings| settings.notify = true).wait(wait).end();
        let is_note = |effect: &&Effect| matches!(effect, Effect::Device(DeviceRequest::Notify(_)));
        end.effects.iter().filter(is_note).count()
    };
    assert_eq!((notes(169), notes(171), notes(260)), (0, 1, 1));
}

#[test]
fn what_was_chosen_to_be_heard_begins_with_the_first_frame() {
    let start = |journey: Journey| {
        let chosen = journey.set(|settings| {
            settings.sound = CueChoice::On;
            settings.voice = CueChoice::On;
        });
        chosen.end().effects
    };
    for journey in [bedtime(), Journey::new().press("2n<wait>ns")] {
        let effects = start(journey);
        assert_eq!(
            effects.iter().filter(|e| **e == Effect::Device(DeviceRequest::Ring)).count(),
            1
        );
        let said = effects.iter().find_map(|effect| match effect {
            Effect::Device(DeviceRequest::Speak(words)) => Some(words.as_str()),
            _ => None,
        });
        assert!(said.is_some_and(|words| words.starts_with("Get ready.")), "{said:?}");
        assert!(effects.iter().any(|e| matches!(e, Effect::Diary(DiaryRequest::SaveSession(_)))));
    }
}

#[test]
fn turning_the_voice_off_and_on_keeps_the_command_that_speaks() {
    let own = CueChoice::parse("say -v Anna", "auto").unwrap();
    let with_voice = || bedtime().set(|settings| settings.voice = own.clone());
    let spoken = |keys: &str| {
        let end = with_voice().press(keys).wait(40).end();
        assert_eq!(end.state.settings.voice, own, "{keys}");
        let speaks = |e: &&Effect| matches!(e, Effect::Device(DeviceRequest::Speak(_)));
        end.effects.iter().filter(speaks).count()
    };
    assert_eq!(spoken("v"), 1, "only what was said before");
    assert!(spoken("vv") > 1);
}

#[test]
fn one_frame_a_second_while_nothing_moves() {
    let still = |journey: Journey| journey.set(|settings| settings.reduced_motion = true);
    let start = still(bedtime()).wait(30).end().waits;
    let later = still(bedtime()).wait(60).end().waits;
    assert!(later - start <= 34, "{} frames in 30 s", later - start);
}

#[test]
fn a_paused_session_never_wakes() {
    let start = bedtime().wait(15).press("<space>").end().waits;
    let later = bedtime().wait(15).press("<space>").wait(3600).end().waits;
    assert!(later - start <= 1, "{}", later - start);
}

#[test]
fn pause_stops_the_clock_and_resumes_where_it_was() {
    let before = bedtime().wait(14).end();
    let end = bedtime().wait(14).press("<space>").wait(100).press("<space>").end();
    assert_eq!(phase(&end), phase(&before));
    let on = bedtime().wait(14).press("<enter>").wait(100).press("<enter>").wait(2).end();
    assert_eq!(phase(&on), phase(&bedtime().wait(16).end()));
}

#[test]
fn skip_goes_to_the_next_phase_and_again_twice_to_the_one_before() {
    let ready = bedtime().end();
    assert_eq!(phase(&ready).0, PhaseKind::Ready);
    let hold = bedtime().press("n").end();
    assert_eq!(phase(&hold), (PhaseKind::Hold, Leg::Left, 0));
    let again = bedtime().press("n").wait(5).press("b").end();
    assert_eq!(phase(&again), (PhaseKind::Hold, Leg::Left, 0));
    let before = bedtime().press("n").wait(5).press("b<wait>b").end();
    assert_eq!(phase(&before).0, PhaseKind::Ready);
    let later = bedtime().press("n").wait(5).press("b").wait(3).press("b").end();
    assert_eq!(phase(&later).0, PhaseKind::Hold);
    let arrows = bedtime().press("<right><left>").end();
    assert_eq!(phase(&arrows).0, PhaseKind::Hold);
}

#[test]
fn ten_seconds_more_or_less_change_this_phase_alone() {
    let shown = |end: &End| {
        let Some(timer) = end.state.top_timer() else {
            panic!("no session");
        };
        let moment = timer.session.moment(end.state.now.mono).expect("it runs");
        (moment.left.as_secs(), moment.total_left.as_secs())
    };
    let (left, total) = shown(&bedtime().press("n").wait(2).end());
    let more = shown(&bedtime().press("n").wait(2).press("+=").end());
    assert_eq!(more, (left + 20, total + 20));
    let less = shown(&bedtime().press("n").wait(2).press("++-").end());
    assert_eq!(less, (left + 10, total + 10));
}

#[test]
fn swapping_the_leg_holds_the_other_one() {
    let end = bedtime().press("n").wait(3).press("x").end();
    assert_eq!(phase(&end).1, Leg::Right);
}

#[test]
fn restart_begins_the_session_again() {
    let end = bedtime().wait(60).press("r").end();
    assert_eq!(phase(&end), phase(&bedtime().end()));
}

#[test]
fn both_legs_are_held_equally_long() {
    let end = bedtime().wait(172).end();
    let Some(timer) = end.state.top_timer() else {
        panic!("no summary");
    };
    let plan = timer.session.plan();
    let held = |leg| -> Duration {
        let phases = plan.phases.iter();
        phases
            .filter(|phase| phase.kind == PhaseKind::Hold && phase.leg == leg)
            .map(|phase| phase.length)
            .sum()
    };
    assert_eq!(held(Leg::Left), held(Leg::Right));
    let seconds = held(Leg::Left).as_secs();
    let shown = format!("Held: {}:{:02} each leg", seconds / 60, seconds % 60);
    assert!(end.shows(&shown), "{shown}\n{}", end.text());
}

#[test]
fn while_the_machine_sleeps_an_exercise_pauses_itself_and_says_so() {
    let before = bedtime().wait(15).end();
    let slept = bedtime().wait(15).sleep(3600).wait(1).end();
    assert_eq!(slept.state.context(), Context::Timer);
    let Some(timer) = slept.state.top_timer() else {
        panic!("no session");
    };
    assert!(timer.session.paused().is_some(), "{}", slept.text());
    assert_eq!(phase(&slept).0, phase(&before).0);
    // It goes on with a count-in and a fresh hold.
    let on = bedtime().wait(15).sleep(3600).wait(1).press("<space>").wait(4).end();
    assert_eq!(phase(&on), (PhaseKind::Hold, Leg::Left, 1), "{}", on.text());
}

#[test]
fn a_stop_is_a_gap_but_lateness_is_none() {
    let paused =
        |end: &End| end.state.top_timer().is_some_and(|timer| timer.session.paused().is_some());
    assert!(paused(&bedtime().wait(15).stop(10).end()));
    assert!(!paused(&bedtime().wait(15).stop(1).end()));
    assert!(!paused(&bedtime().wait(15).sleep(1).wait(1).end()));
}

#[test]
fn leaving_a_session_keeps_it_and_s_goes_on_with_it() {
    let left = Journey::new().press("2n<wait>ns").wait(15).press("<esc>").end();
    assert_eq!(left.state.context(), Context::Guide);
    assert!(left.state.waiting_session().is_some());
    let before = Journey::new().press("2n<wait>ns").wait(15).end();
    let on = Journey::new().press("2n<wait>ns").wait(15).press("<esc>").wait(100).press("s").end();
    assert_eq!(phase(&on), phase(&before));
}

#[test]
fn the_sitting_version_is_one_key_away_while_getting_ready() {
    let end = bedtime().wait(2).press("s").end();
    let Some(timer) = end.state.top_timer() else {
        panic!("no session");
    };
    let seated = end.state.guide.routines["bedtime"].seated.clone();
    assert_eq!(Some(timer.session.plan().routine.as_str()), seated.as_deref());
}

/// The orders to keep the machine awake, or no longer.
fn awake(end: &End) -> Vec<bool> {
    let orders = end.effects.iter().filter_map(|effect| match effect {
        Effect::Device(DeviceRequest::KeepAwake(on)) => Some(*on),
        _ => None,
    });
    orders.collect()
}

#[test]
fn the_machine_is_kept_awake_for_as_long_as_something_needs_it() {
    let awake_after = |launch: Launch, keys: &str| {
        let journey = Journey::new().launch(launch);
        let journey = journey.set(|settings| settings.keep_awake = true);
        awake(&journey.wait(1).press(keys).end())
    };
    let rescue = launches::cramp;
    assert_eq!(awake_after(rescue(), ""), [true]);
    assert_eq!(awake_after(rescue(), "<enter>"), [true, false]);
    assert_eq!(awake_after(rescue(), "<esc>"), [true, false]);
    assert_eq!(awake_after(Launch::Standby, ""), [true]);
    assert_eq!(awake_after(Launch::Standby, " <enter><esc>"), [true]);
    assert_eq!(awake_after(Launch::Browse, "2n<wait>ns?<esc>"), [true]);
    assert_eq!(awake_after(Launch::Browse, "2n<wait>ns<esc>"), [true, false]);
    assert_eq!(awake_after(Launch::Browse, "2n<wait>nsc<enter>r"), [true, false]);
}

#[test]
fn s_goes_back_to_the_session_under_what_is_read() {
    let held = || Journey::new().press("2n<wait>ns").wait(15);
    let before = phase(&held().end());
    for keys in ["/magnesium<enter>s", "c<enter>s"] {
        let end = held().press(keys).end();
        assert_eq!(phase(&end), before, "{keys}: {}", end.text());
        let logged = end.effects.iter().any(|effect| {
            matches!(
                effect,
                Effect::Diary(DiaryRequest::Add(
                    uncramp::diary::request::NewEntry::Stretched { .. }
                ))
            )
        });
        assert!(!logged, "{keys}");
    }
    // A cramp that lasts stays under it.
    let end = held().press("c/magnesium<enter>s").end();
    assert_eq!(phase(&end), before, "{}", end.text());
    assert_eq!(held().press("c/magnesium<enter>s<esc>").end().state.context(), Context::Rescue);
}

#[test]
fn a_session_above_a_cramp_is_kept_when_the_cramp_comes_back_on_top() {
    let above = || Journey::new().press("c/calf<enter>s<enter>").wait(15);
    assert_eq!(above().end().state.context(), Context::Timer);
    let back = above().press("c").end();
    assert_eq!(back.state.context(), Context::Rescue);
    assert!(back.state.waiting_session().is_some(), "{}", back.text());
}

#[test]
fn another_routine_that_is_chosen_notes_the_one_that_was_given_up() {
    let end =
        Journey::new().press("2n<wait>ns").wait(30).press("/at the wall<enter><end><enter>").end();
    let logged = end.effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::Diary(DiaryRequest::Add(uncramp::diary::request::NewEntry::Stretched { .. }))
        )
    });
    assert_eq!(end.state.context(), Context::Timer, "{}", end.text());
    assert!(logged, "{:?}", end.effects);
}

#[test]
fn a_session_is_logged_as_begun_when_it_began_pauses_and_sleep_included() {
    let end = bedtime().wait(20).press(" ").wait(70).sleep(3600).press(" ").wait(200).end();
    let logged = end.effects.iter().find_map(|effect| match effect {
        Effect::Diary(DiaryRequest::Add(NewEntry::Stretched { ago, .. })) => Some(ago.as_secs()),
        _ => None,
    });
    let length = end.state.top_timer().unwrap().session.plan().total.as_secs();
    assert_eq!(logged, Some(length + 70 + 3600));
}

#[test]
fn a_guide_without_a_diary_asks_it_for_nothing() {
    let mut guide = uncramp::guide::built_in().unwrap();
    guide.diary = false;
    let session = Journey::with(guide.clone()).launch(launches::bedtime()).wait(200).end();
    let cramp = Journey::with(guide).launch(launches::cramp()).wait(60).press("<enter>").end();
    for end in [session, cramp] {
        assert!(!end.effects.iter().any(|effect| matches!(effect, Effect::Diary(_))));
        assert!(!end.shows("logged") && !end.shows("undo"), "{}", end.text());
    }
}
