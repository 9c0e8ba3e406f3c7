//! Properties of plans and sessions that must hold for any routine, any keys and any wake-ups.
#![expect(
    clippy::expect_used,
    clippy::unchecked_time_subtraction,
    reason = "a panic is how a property fails"
)]

use std::time::Duration;

use proptest::prelude::*;
use uncramp::guide::raw::{
    Evidence, Length, Routine, RoutineSound, RoutineStep, RoutineVoice, Sides,
};
use uncramp::stretch::Leg;
use uncramp::stretch::cramp::BootTime;
use uncramp::stretch::cue::Cue;
use uncramp::stretch::plan::{Options, Phase, PhaseKind, Plan};
use uncramp::stretch::session::Session;

fn ms(ms: u64) -> Length {
    Length(Duration::from_millis(ms))
}

prop_compose! {
    fn step()(
        sides in prop_oneof![Just(Sides::Alternate), Just(Sides::Each), Just(Sides::Both)],
        hold in 1000_u64..40_000,
        rest in prop_oneof![Just(0_u64), 1_u64..60_000],
        repeat in 1_u32..5,
    ) -> RoutineStep {
        RoutineStep { stretch: "calf".into(), sides, hold: ms(hold), rest: ms(rest), repeat }
    }
}

prop_compose! {
    fn plan()(
        steps in prop::collection::vec(step(), 1..4),
        ready in prop_oneof![Just(0_u64), 1_u64..15_000],
        change in prop_oneof![Just(0_u64), 1_u64..8000],
        first in prop_oneof![Just(Leg::Left), Just(Leg::Right)],
    ) -> (Routine, Plan) {
        let routine = Routine {
            title: "Any".into(),
            text: String::new(),
            evidence: Evidence::Expert,
            sources: Vec::new(),
            ready: ms(ready),
            change: ms(change),
            seated: None,
            sound: RoutineSound::Off,
            voice: RoutineVoice::Off,
            steps,
        };
        let options = Options { first, ..Options::default() };
        let plan = Plan::new("any", &routine, options).expect("within all limits");
        (routine, plan)
    }
}

fn holds(plan: &Plan) -> impl DoubleEndedIterator<Item = &Phase> {
    plan.phases.iter().filter(|phase| phase.kind == PhaseKind::Hold)
}

fn held(plan: &Plan, leg: Leg) -> Duration {
    let of_leg = |phase: &&Phase| phase.leg == leg || phase.leg == Leg::Both;
    holds(plan).filter(of_leg).map(|phase| phase.length).sum()
}

proptest! {
    #[test]
    fn phases_follow_each_other_without_a_gap_and_make_up_the_total((_, plan) in plan()) {
        let mut at = Duration::ZERO;
        for phase in &plan.phases {
            prop_assert_eq!(phase.start, at);
            prop_assert!(!phase.length.is_zero());
            prop_assert!((1..=phase.of).contains(&phase.rep));
            at = phase.end();
        }
        prop_assert_eq!(at, plan.total);
        prop_assert_eq!(plan.phases.last().map(|phase| phase.kind), Some(PhaseKind::Hold));
        prop_assert_eq!(held(&plan, Leg::Left), held(&plan, Leg::Right));
    }

    #[test]
    fn each_leg_rests_as_long_as_it_should_and_no_longer_than_needed((_, plan) in plan()) {
        for leg in [Leg::Left, Leg::Right, Leg::Both] {
            let own: Vec<&Phase> = holds(&plan).filter(|phase| phase.leg == leg).collect();
            for pair in own.windows(2).filter(|pair| pair[0].step == pair[1].step) {
                let rested = pair[1].start - pair[0].end();
                prop_assert!(rested >= plan.steps[pair[0].step].rest);
            }
        }
        for phase in plan.phases.iter().filter(|phase| phase.kind == PhaseKind::Rest) {
            let before = holds(&plan).rfind(|hold| {
                hold.end() <= phase.start && hold.leg == phase.leg && hold.step == phase.step
            });
            let rested = before.map(|hold| phase.end() - hold.end());
            prop_assert_eq!(rested, Some(plan.steps[phase.step].rest));
        }
    }

    #[test]
    fn a_run_that_wakes_when_it_is_told_to_lasts_as_long_as_the_dry_run((_, plan) in plan()) {
        let session = Session::new(plan.clone(), Duration::ZERO, BootTime::default());
        let mut now = Duration::ZERO;
        let mut seen = Vec::new();
        while let Some(wait) = session.next_change(now, false) {
            prop_assert!(!wait.is_zero() && wait <= Duration::from_secs(1));
            let phase = session.moment(now).expect("it runs").phase;
            if seen.last() != Some(phase) {
                seen.push(*phase);
            }
            now += wait;
        }
        prop_assert_eq!(now, plan.total);
        prop_assert_eq!(&seen, &plan.phases);
        let summary = session.summary(now);
        prop_assert_eq!(summary.left, summary.right);
        prop_assert!(summary.is_complete());
    }

    #[test]
    fn late_and_doubled_wake_ups_change_nothing_in_thirty_minutes(
        (_, plan) in plan(),
        waits in prop::collection::vec(0_u64..20_000, 1..200),
        pauses in prop::collection::vec((0_u64..1_800_000, 1_u64..600_000), 0..6),
    ) {
        let mut session = Session::new(plan.clone(), Duration::ZERO, BootTime::default());
        let mut quiet = Session::new(plan.clone(), Duration::ZERO, BootTime::default());
        let mut now = Duration::ZERO;
        let mut paused = Duration::ZERO;
        let mut cues = Vec::new();
        let mut pauses = pauses.into_iter();
        for wait in waits.into_iter().cycle() {
            if now - paused > Duration::from_secs(1800) {
                break;
            }
            now += Duration::from_millis(wait + 1);
            cues.extend(session.take_cues(now));
            let passed = now - paused;
            let should = plan.phases.iter().find(|phase| passed < phase.end());
            let is = session.moment(now);
            prop_assert_eq!(is.map(|moment| moment.phase), should);
            if let (Some(is), Some(should)) = (is, should) {
                prop_assert_eq!(is.left, should.end() - passed);
                prop_assert_eq!(is.total_left, plan.total - passed);
            }
            if let (Some((_, length)), false) = (pauses.next(), session.is_done(now)) {
                session.pause(now);
                now += Duration::from_millis(length);
                paused += Duration::from_millis(length);
                session.resume(now);
            }
        }
        let whole = quiet.take_cues(Duration::from_secs(7200));
        if session.is_done(now) {
            prop_assert_eq!(cues, whole);
        } else {
            prop_assert!(whole.starts_with(&cues));
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Key {
    Toggle,
    Skip,
    Back,
    Longer,
    Shorter,
    Swap,
    Restart,
    Gap(u64),
}

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        3 => Just(Key::Toggle),
        4 => Just(Key::Skip),
        4 => Just(Key::Back),
        2 => Just(Key::Longer),
        2 => Just(Key::Shorter),
        3 => Just(Key::Swap),
        1 => Just(Key::Restart),
        1 => (0_u64..3000).prop_map(Key::Gap),
    ]
}

fn press(session: &mut Session, key: Key, now: Duration) {
    match key {
        Key::Toggle => session.toggle_pause(now),
        Key::Skip => session.skip(now),
        Key::Back => session.rewind(now),
        Key::Longer => session.lengthen(now),
        Key::Shorter => session.shorten(now),
        Key::Swap => {
            session.swap_legs(now);
        }
        Key::Restart => session.restart(now),
        Key::Gap(ago) => session.pause_since(now.saturating_sub(Duration::from_millis(ago))),
    }
}

proptest! {
    #[test]
    fn any_keys_at_any_time_leave_a_session_that_adds_up(
        (_, plan) in plan(),
        keys in prop::collection::vec((key(), 0_u64..15_000), 0..60),
    ) {
        let mut session = Session::new(plan, Duration::ZERO, BootTime::default());
        let mut now = Duration::ZERO;
        for (key, wait) in keys {
            now += Duration::from_millis(wait);
            let before = session.summary(now);
            press(&mut session, key, now);
            if let Some(moment) = session.moment(now) {
                prop_assert!(!moment.left.is_zero());
                prop_assert_eq!(moment.passed + moment.left, moment.phase.length);
                prop_assert!(moment.left <= moment.total_left);
                prop_assert!((1..=moment.phase.of).contains(&moment.phase.rep));
                prop_assert!(session.next_change(now, true).is_some() == session.paused().is_none());
            } else {
                prop_assert!(session.is_done(now) && session.next_change(now, true).is_none());
            }
            let after = session.summary(now);
            match key {
                // A swap moves a hold from one leg to the other but adds nothing.
                Key::Swap => prop_assert_eq!(after.left + after.right, before.left + before.right),
                Key::Restart => prop_assert!(after.left.is_zero() && after.right.is_zero()),
                Key::Gap(_) => prop_assert!(after.left <= before.left && after.right <= before.right),
                _ => prop_assert_eq!((after.left, after.right), (before.left, before.right)),
            }
            if let Some(kept) = session.snapshot(now, BootTime(now)) {
                let again = Session::resumed(session.plan(), &kept, BootTime(now));
                prop_assert!(again.is_some());
            }
            session.take_cues(now);
        }
        // Left alone, it ends, and its last cue is the end.
        session.resume(now);
        let left = session.moment(now).map_or(Duration::ZERO, |moment| moment.total_left);
        prop_assert!(session.is_done(now + left));
        if !left.is_zero() {
            prop_assert!(!session.is_done(now + left - Duration::from_nanos(1)));
            prop_assert_eq!(session.take_cues(now + left).last().copied(), Some(Cue::Done));
        }
    }

    #[test]
    fn swapping_before_anything_else_keeps_both_legs_equal(
        (_, plan) in plan(),
        swaps in prop::collection::vec(0_u64..600_000, 1..8),
    ) {
        let mut session = Session::new(plan.clone(), Duration::ZERO, BootTime::default());
        let mut times = swaps;
        times.sort_unstable();
        let at = Duration::from_millis(times[0]);
        let Some(moment) = session.moment(at) else { return Ok(()) };
        let (step, leg) = (moment.phase.step, moment.phase.leg);
        let last = holds(&plan).rfind(|hold| hold.step == step && hold.leg != leg);
        let has_other = last.is_some_and(|hold| hold.start > at);
        if session.swap_legs(at) {
            prop_assert_eq!(session.moment(at).map(|moment| moment.phase.leg), Some(leg.other()));
            let end = at + session.moment(at).map_or(Duration::ZERO, |moment| moment.total_left);
            let summary = session.summary(end);
            if has_other {
                prop_assert_eq!(summary.left, summary.right);
            }
            prop_assert!(summary.is_complete());
            // Twice is as if never.
            session.swap_legs(at);
            prop_assert_eq!(session.moment(at).map(|moment| moment.total_left), Some(plan.total - at));
        }
    }
}
