use std::time::Duration;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::guide::check::exercises::step_time;
use crate::guide::raw::{Evidence, RoutineSound, RoutineVoice};
use crate::stretch::listing;

pub(crate) fn s(seconds: u64) -> Length {
    Length(Duration::from_secs(seconds))
}

pub(crate) fn routine(ready: u64, change: u64, steps: Vec<RoutineStep>) -> Routine {
    Routine {
        title: "Bedtime".into(),
        text: String::new(),
        evidence: Evidence::Mixed,
        sources: Vec::new(),
        ready: s(ready),
        change: s(change),
        seated: None,
        sound: RoutineSound::Off,
        voice: RoutineVoice::Off,
        steps,
    }
}

pub(crate) fn step(sides: Sides, hold: u64, rest: u64, repeat: u32) -> RoutineStep {
    RoutineStep { stretch: "calf".into(), sides, hold: s(hold), rest: s(rest), repeat }
}

pub(crate) fn plan(ready: u64, change: u64, steps: Vec<RoutineStep>) -> Plan {
    Plan::new("bedtime", &routine(ready, change, steps), Options::default()).unwrap()
}

fn script(plan: &Plan) -> String {
    let short = |phase: &Phase| {
        let leg = &phase.leg.word()[..1];
        format!("{}{leg}{}", phase.kind.word(), phase.length.as_secs())
    };
    plan.phases.iter().map(short).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_bedtime_example_takes_two_minutes_fifty() {
    let twice = vec![step(Sides::Alternate, 10, 10, 3); 2];
    let plan = plan(10, 3, twice);
    assert_eq!(plan.total, Duration::from_secs(170));
    assert_eq!(listing::exact(plan.total), "2:50");
    assert_eq!(plan.phases.len(), 2 * 12);
}

#[test]
fn alternate_takes_turns_and_waits_only_for_missing_rest() {
    let plan = plan(10, 3, vec![step(Sides::Alternate, 10, 30, 2)]);
    assert_eq!(
        script(&plan),
        "readyl10 holdl10 changer3 holdr10 changel3 restl14 holdl10 changer3 holdr10"
    );
}

#[test]
fn each_finishes_one_leg_first() {
    let plan = plan(5, 3, vec![step(Sides::Each, 20, 10, 2)]);
    assert_eq!(script(&plan), "readyl5 holdl20 restl10 holdl20 changer3 holdr20 restr10 holdr20");
}

#[test]
fn both_legs_hold_at_once_and_rest_between() {
    let plan = plan(5, 3, vec![step(Sides::Both, 15, 15, 2)]);
    assert_eq!(script(&plan), "readyb5 holdb15 restb15 holdb15");
}

#[test]
fn what_has_no_length_is_not_entered() {
    let plan = plan(0, 0, vec![step(Sides::Alternate, 10, 0, 2)]);
    assert_eq!(script(&plan), "holdl10 holdr10 holdl10 holdr10");
}

#[test]
fn the_first_leg_and_the_times_can_be_chosen() {
    let routine = routine(10, 3, vec![step(Sides::Alternate, 10, 10, 3)]);
    let options = Options {
        first: Leg::Right,
        hold: Some(s(20)),
        rest: Some(s(0)),
        repeat: Some(1),
        ready: Some(s(0)),
    };
    let plan = Plan::new("bedtime", &routine, options).unwrap();
    assert_eq!(script(&plan), "holdr20 changel3 holdl20");
}

#[test]
fn repetitions_count_per_leg() {
    let plan = plan(10, 3, vec![step(Sides::Each, 10, 10, 2)]);
    let holds: Vec<_> = plan
        .phases
        .iter()
        .filter(|phase| phase.kind == PhaseKind::Hold)
        .map(|phase| (phase.leg, phase.rep, phase.of))
        .collect();
    assert_eq!(
        holds,
        [(Leg::Left, 1, 2), (Leg::Left, 2, 2), (Leg::Right, 1, 2), (Leg::Right, 2, 2)]
    );
}

#[test]
fn what_cannot_be_timed_is_refused() {
    let of = |steps| Plan::new("x", &routine(10, 3, steps), Options::default());
    for (steps, why) in [
        (vec![], "no steps"),
        (vec![step(Sides::Both, 0, 0, 1)], "a hold of 0 s"),
        (vec![step(Sides::Both, 10, 0, 0)], "repeated 0 times"),
        (vec![step(Sides::Each, 600, 0, u32::MAX)], "two hours"),
        (vec![step(Sides::Each, 60, 600, 60)], "two hours"),
    ] {
        let refused = of(steps).unwrap_err().to_string();
        assert!(refused.contains(why), "{refused}");
    }
}

#[test]
fn both_legs_cannot_go_first() {
    let routine = routine(10, 3, vec![step(Sides::Alternate, 10, 10, 3)]);
    let options = Options { first: Leg::Both, ..Options::default() };
    let refused = Plan::new("bedtime", &routine, options).unwrap_err().to_string();
    assert!(refused.contains("left or right"), "{refused}");
}

#[test]
fn the_json_has_the_documented_shape() {
    let plan = plan(1, 3, vec![step(Sides::Both, 10, 0, 1)]);
    let phase = |kind, start: u32, length: u32| {
        json!({
            "kind": kind, "leg": "both", "stretch": "calf", "rep": 1, "of": 1,
            "start_ms": start, "length_ms": length,
        })
    };
    let phases = [phase("ready", 0, 1000), phase("hold", 1000, 10_000)];
    assert_eq!(
        listing::json(&plan, "Hurt?"),
        json!({"routine": "bedtime", "safety": "Hurt?", "total_ms": 11_000, "phases": phases})
    );
}

#[test]
fn the_text_names_each_step_and_the_exact_total() {
    let plan = plan(1, 3, vec![step(Sides::Both, 10, 0, 1)]);
    let text = listing::text(&plan, "Bedtime", "Hurt?", |_| "Calf at the wall".to_owned());
    assert!(text.starts_with("Bedtime (bedtime)\nHurt?\n"), "{text}");
    assert!(text.contains("1. Calf at the wall (calf)"), "{text}");
    assert!(text.ends_with("Total 0:11\n"), "{text}");
    assert_eq!(listing::exact(Duration::from_millis(61_500)), "1:01.500");
}

proptest! {
    #[test]
    fn a_routine_takes_as_long_as_check_says(
        sides in prop::sample::select(vec![Sides::Alternate, Sides::Each, Sides::Both]),
        ready in 0_u64..20,
        change in 0_u64..20,
        hold in 1_u64..60,
        rest in 0_u64..120,
        repeat in 1_u32..7,
    ) {
        let step = step(sides, hold, rest, repeat);
        let checked = s(ready).0 + step_time(&step, s(change).0);
        prop_assert_eq!(plan(ready, change, vec![step]).total, checked);
    }
}
