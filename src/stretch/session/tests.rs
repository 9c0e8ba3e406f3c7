use crate::guide::model::GuideWords;
use std::time::Duration;

use super::*;
use crate::guide::raw::{RoutineStep, Sides};
use crate::stretch::plan::tests::{plan, step};

fn at(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn bedtime() -> Session {
    start(vec![step(Sides::Alternate, 10, 10, 3); 2])
}

fn start(steps: Vec<RoutineStep>) -> Session {
    Session::new(plan(10, 3, steps), Duration::ZERO, BootTime::default())
}

/// The phase word, the first letter of the leg, and the seconds shown.
fn shown(session: &Session, now: f64) -> String {
    session.moment(at(now)).map_or("done".to_owned(), |m| {
        let leg = &m.phase.leg.word()[..1];
        format!("{} {leg} {}", m.phase.kind.word(), m.seconds())
    })
}

/// The holds that are still to come or run, as letters.
fn holds(session: &Session) -> String {
    session
        .phases
        .iter()
        .skip(session.cursor)
        .filter(|phase| phase.kind == PhaseKind::Hold)
        .map(|phase| phase.leg.word()[..1].to_owned())
        .collect()
}

#[test]
fn phases_follow_from_the_time_alone() {
    let session = bedtime();
    assert_eq!(shown(&session, 0.0), "ready l 10");
    assert_eq!(shown(&session, 9.5), "ready l 1");
    assert_eq!(shown(&session, 10.0), "hold l 10");
    assert_eq!(shown(&session, 20.0), "change r 3");
    assert_eq!(shown(&session, 23.0), "hold r 10");
    assert_eq!(shown(&session, 169.9), "hold r 1");
    assert_eq!(shown(&session, 170.0), "done");
    assert_eq!(session.done_for(at(190.0)), Some(at(20.0)));
    assert_eq!(session.moment(at(10.0)).unwrap().total_left, at(160.0));
}

#[test]
fn an_undisturbed_run_holds_both_legs_equally() {
    let summary = bedtime().summary(at(170.0));
    assert_eq!((summary.left, summary.right), (at(60.0), at(60.0)));
    assert_eq!((summary.completed, summary.planned, summary.skipped), (12, 12, 0));
    assert!(summary.is_complete());
}

#[test]
fn a_pause_freezes() {
    let mut session = bedtime();
    session.toggle_pause(at(12.3));
    assert_eq!(session.next_change(at(13.0), true), None);
    assert_eq!(shown(&session, 500.0), "hold l 8");
    session.toggle_pause(at(500.0));
    assert_eq!(shown(&session, 500.7), "hold l 7");
    assert_eq!(session.summary(at(500.7)).left, at(3.0));
}

#[test]
fn skipping_goes_on_and_is_counted() {
    let mut session = bedtime();
    session.skip(at(2.0));
    assert_eq!(shown(&session, 2.0), "hold l 10");
    session.skip(at(6.0));
    assert_eq!(shown(&session, 6.0), "change r 3");
    let summary = session.summary(at(6.0));
    assert_eq!((summary.left, summary.skipped), (at(4.0), 1));
    for _ in 0..40 {
        session.skip(at(6.0));
    }
    assert!(session.is_done(at(6.0)));
    assert!(!session.summary(at(6.0)).is_complete());
}

#[test]
fn a_hold_that_is_skipped_again_and_again_counts_once() {
    let mut session = bedtime();
    session.skip(at(1.0));
    for n in 1..=20 {
        let now = at(f64::from(n));
        session.skip(now);
        session.rewind(now);
        session.rewind(now);
    }
    let skipped = |session: &Session| session.summary(at(20.0)).skipped;
    assert!((1..=6).contains(&skipped(&session)), "{}", skipped(&session));
    while !session.is_done(at(20.0)) {
        session.skip(at(20.0));
    }
    let summary = session.summary(at(20.0));
    assert_eq!((summary.completed, summary.skipped, summary.planned), (0, 12, 12));
}

#[test]
fn back_restarts_and_again_soon_goes_to_the_phase_before() {
    let mut session = bedtime();
    session.rewind(at(15.0));
    assert_eq!(shown(&session, 15.0), "hold l 10");
    session.rewind(at(17.0));
    assert_eq!(shown(&session, 17.0), "ready l 10");
    session.rewind(at(19.1));
    assert_eq!(shown(&session, 19.1), "ready l 10");
    session.rewind(at(19.2));
    assert_eq!(shown(&session, 19.2), "ready l 10");
}

#[test]
fn ten_seconds_more_or_less_move_the_end() {
    let mut session = bedtime();
    session.lengthen(at(12.0));
    assert_eq!(shown(&session, 12.0), "hold l 18");
    assert_eq!(session.moment(at(12.0)).unwrap().total_left, at(168.0));
    session.shorten(at(12.0));
    assert_eq!(shown(&session, 12.0), "hold l 8");
    session.shorten(at(12.0));
    assert_eq!(shown(&session, 12.0), "change r 3");
    assert_eq!(session.summary(at(12.0)).left, at(2.0));
}

#[test]
fn swapping_mirrors_what_comes_and_keeps_the_sums() {
    let mut session = bedtime();
    assert!(session.swap_legs(at(5.0)));
    assert_eq!(shown(&session, 5.0), "ready r 5");
    assert_eq!(holds(&session), "rlrlrlrlrlrl");
    let summary = session.summary(at(170.0));
    assert_eq!(summary.left, summary.right);
}

#[test]
fn swapping_in_the_second_hold_still_gives_each_leg_its_holds() {
    let mut session = bedtime();
    session.swap_legs(at(25.0));
    assert_eq!(shown(&session, 25.0), "hold l 8");
    assert_eq!(holds(&session), "lrlrrrlrlrl");
    let end = session.end();
    let summary = session.summary(end);
    assert_eq!(summary.left, summary.right);
    session.swap_legs(at(26.0));
    assert_eq!(holds(&session), "rlrlrlrlrlr");
    assert_eq!(session.end(), at(170.0));
}

#[test]
fn swapping_both_legs_changes_nothing() {
    let mut session = start(vec![step(Sides::Both, 10, 10, 3)]);
    assert!(!session.swap_legs(at(12.0)));
}

#[test]
fn a_gap_pauses_and_resumes_with_a_count_in_and_a_fresh_hold() {
    let mut session = bedtime();
    session.pause_since(at(14.0));
    assert_eq!(session.paused(), Some(Pause::Gap));
    assert_eq!(shown(&session, 3600.0), "hold l 6");
    session.resume(at(3600.0));
    assert_eq!(shown(&session, 3600.0), "ready l 3");
    assert_eq!(shown(&session, 3603.0), "hold l 10");
    assert_eq!(session.summary(at(3613.0)).left, at(14.0));
}

#[test]
fn a_gap_while_paused_stays_a_pause() {
    let mut session = bedtime();
    session.pause(at(12.0));
    session.pause_since(at(50.0));
    session.resume(at(60.0));
    assert_eq!(shown(&session, 60.0), "hold l 8");
}

#[test]
fn an_end_that_is_skipped_to_in_a_pause_is_announced() {
    let mut session = start(vec![step(Sides::Both, 10, 10, 1)]);
    session.skip(at(2.0));
    session.pause(at(5.0));
    session.skip(at(60.0));
    assert_eq!(session.take_cues(at(60.0)), [Cue::Done]);
    assert_eq!(session.done_for(at(70.0)), Some(at(10.0)));
}

#[test]
fn the_next_change_is_the_next_second_shown() {
    let session = bedtime();
    assert_eq!(session.next_change(at(0.0), false), Some(at(1.0)));
    assert_eq!(session.next_change(at(4.25), false), Some(at(0.75)));
    let frame = session.next_change(at(10.0), true).unwrap();
    assert!(frame > at(0.08) && frame < at(0.09), "{frame:?}");
    assert_eq!(session.next_change(at(11.0), true), Some(at(1.0)));
    assert_eq!(session.next_change(at(170.0), true), None);
}

#[test]
fn cues_name_each_phase_once_and_count_to_its_end() {
    let mut session = bedtime();
    let mut cues = Vec::new();
    for tick in 0..=230 {
        cues.extend(session.take_cues(at(f64::from(tick) / 10.0)));
    }
    let kinds: Vec<String> =
        cues.iter().map(|cue| cue.words("Calf", &GuideWords::default().or_usual())).collect();
    assert_eq!(
        kinds,
        [
            "Get ready. Calf. Left leg.",
            "three",
            "two",
            "one",
            "Hold, left leg.",
            "three",
            "two",
            "one",
            "Change, right leg.",
            "two",
            "one",
            "Hold, right leg.",
        ]
    );
    session.swap_legs(at(32.0));
    assert_eq!(
        session
            .take_cues(at(32.0))
            .first()
            .map(|cue| cue.words("", &GuideWords::default().or_usual())),
        Some("Hold, left leg.".to_owned())
    );
}

#[test]
fn the_end_is_announced_also_when_it_is_skipped_to() {
    let mut session = start(vec![step(Sides::Both, 10, 0, 1)]);
    session.take_cues(at(10.0));
    session.skip(at(12.0));
    assert_eq!(session.take_cues(at(12.0)), [Cue::Done]);
    let mut late = start(vec![step(Sides::Both, 10, 0, 1)]);
    assert_eq!(late.take_cues(at(90.0)).last(), Some(&Cue::Done));
    assert_eq!(late.take_cues(at(91.0)), []);
}

#[test]
fn a_kept_session_goes_on_where_it_was() {
    let mut session = bedtime();
    session.skip(at(2.0));
    session.swap_legs(at(3.0));
    let kept = session.snapshot(at(6.0), BootTime(at(6.0))).unwrap();
    let text = serde_json::to_string(&kept).unwrap();
    let kept: Snapshot = serde_json::from_str(&text).unwrap();
    let mut again = Session::resumed(session.plan(), &kept, BootTime::default()).unwrap();
    assert_eq!(shown(&again, 0.0), "hold r 6");
    again.resume(at(1.0));
    assert_eq!(shown(&again, 1.0), "ready r 3");
    assert_eq!(again.summary(at(1.0)).right, at(4.0));
    let other = plan(10, 3, vec![step(Sides::Both, 10, 10, 3)]);
    assert_eq!(Session::resumed(&other, &kept, BootTime::default()), None);
    assert_eq!(session.snapshot(at(900.0), BootTime(at(900.0))), None);
}

#[test]
fn a_kept_session_with_a_past_that_cannot_have_been_is_not_gone_on_with() {
    let mut session = bedtime();
    session.skip(at(2.0));
    session.skip(at(6.0));
    let kept = session.snapshot(at(7.0), BootTime(at(7.0))).unwrap();
    assert!(Session::resumed(session.plan(), &kept, BootTime::default()).is_some());
    let whole = serde_json::to_value(&kept).unwrap();
    for field in ["length", "let_go"] {
        let mut changed = whole.clone();
        let value = &mut changed["finished"][0]["left"][field]["secs"];
        assert!(value.is_u64(), "{field}: {value}");
        *value = u64::MAX.into();
        assert!(serde_json::from_value::<Snapshot>(changed).is_err(), "{field}");
    }
    let mut changed = whole;
    changed["finished"].as_array_mut().unwrap().pop();
    assert!(serde_json::from_value::<Snapshot>(changed).is_err());
}

#[test]
fn a_key_that_is_held_down_leaves_no_more_to_keep_than_one_press() {
    let kept_after = |presses: u32| {
        let mut session = bedtime();
        let mut now = 12.0;
        for _ in 0..presses {
            session.rewind(at(now));
            session.skip(at(now));
            session.rewind(at(now));
            session.rewind(at(now));
            now += 0.03;
        }
        let kept = session.snapshot(at(now), BootTime(at(now))).unwrap();
        serde_json::to_string(&kept).unwrap().len()
    };
    let digits = 200;
    assert!(kept_after(5000) < kept_after(5) + digits);
}
