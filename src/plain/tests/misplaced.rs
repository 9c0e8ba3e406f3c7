//! Lines that mean something elsewhere, or nothing at all.

use crate::diary::request::DiaryRequest;
use proptest::prelude::*;

use super::*;

#[test]
fn what_means_nothing_is_said_and_changes_nothing() {
    let text = read(&["99", "wibble\u{1b}[31m", "", "?", "q"]);
    assert!(text.contains("There is no choice 99 here."));
    assert!(text.contains("\"wibble"));
    assert!(!text.contains('\u{1b}'));
    assert!(text.contains("0: answer \"not sure\""));
    assert_eq!(homes(&text), 2, "Enter says it again");
}

#[test]
fn an_arrow_key_is_no_answer_and_no_enter() {
    let up = "\u{1b}[A";
    let told = talk(cramp(), &[(1, up), (2, "q")]);
    assert!(told.text.contains("No such choice here: \"[A\""), "{}", told.text);
    assert!(!told.text.contains('\u{1b}') && !told.text.contains("over"), "{}", told.text);
    let text = talk(session("bedtime"), &[(12, up), (13, "q")]).text;
    assert!(!text.contains("Paused"), "{text}");
}

#[test]
fn standby_waits_for_enter() {
    let text = talk(Launch::Standby, &[(8000, "?"), (9000, ""), (9001, "q")]).text;
    assert!(text.starts_with("Standby."), "{text}");
    // Everything but a question and leaving is a cramp: nothing else is promised.
    assert!(text.contains("any other line: a cramp now. q or b: leave.\n> "), "{text}");
    assert!(text.contains("A cramp now: calf"));
    let text = talk(Launch::Standby, &[(8000, "b"), (9001, "e")]).text;
    assert_eq!(text.lines().count(), 2, "{text}");
    let text = talk(Launch::Standby, &[(8000, "e"), (9001, "q")]).text;
    assert!(text.contains("A cramp now: calf"), "{text}");
}

#[test]
fn enter_held_after_a_line_goes_no_further_but_a_pipe_is_read_as_it_comes() {
    let gate = [(0, "s"), (0, ""), (0, "")];
    assert!(!talk(Launch::Browse, &gate).text.contains("Get ready"));
    let anew = talk(Launch::Browse, &[(0, "s"), (0, ""), (1, "")]).text;
    assert!(anew.contains("Get ready") && !anew.contains("Paused"), "{anew}");
    for launch in [Launch::Standby, cramp(), session("bedtime")] {
        let told = talk(launch.clone(), &[(0, ""), (0, ""), (0, "q")]);
        assert!(!told.text.contains("Paused"), "{}", told.text);
        assert_eq!(told.text.contains("A cramp now"), launch == cramp(), "{}", told.text);
        assert!(!told.effects.iter().any(|e| matches!(e, Effect::Diary(DiaryRequest::Add(_)))));
    }
    let piped = talk_as(Launch::Browse, Settings::default(), false, &gate[..2]).text;
    assert!(piped.contains("Get ready"), "{piped}");
}

#[test]
fn any_line_at_all_wakes_standby_and_asks_for_nothing_else() {
    for line in ["1", "55", "/lq", "/", "sit down"] {
        let told = talk(Launch::Standby, &[(8000, line), (8000, "q")]);
        let woke = "> A cramp now: calf, lying.";
        assert!(told.text.contains(woke), "{line}: {}", told.text);
        assert!(!told.text.contains("There is no"), "{line}: {}", told.text);
        assert!(!told.effects.iter().any(|e| matches!(e, Effect::Diary(DiaryRequest::Add(_)))));
    }
}

#[test]
fn a_number_chooses_only_what_stands_there_with_a_number() {
    let text = read(&["s", "1", "b", "q"]);
    assert!(text.contains("> There is no choice 1 here."), "{text}");
    assert!(!text.contains("Get ready"), "the check was not answered");
    let text = talk(session("bedtime"), &[(12, "1"), (13, "q")]).text;
    assert!(text.contains("There is no choice 1 here."), "{text}");
    assert!(!text.contains("Paused"), "{text}");
    let text = talk(cramp(), &[(1, "7"), (2, "q")]).text;
    assert!(text.contains("There is no choice 7 here."), "{text}");
}

#[test]
fn beside_danger_signs_the_way_back_is_a_letter_and_no_arrow() {
    let text = read(&["e", "s", "b", "q"]);
    let said = "No stretching beside danger signs. b: back.";
    assert!(text.contains(said), "{text}");
}

#[test]
fn when_the_input_ends_in_a_cramp_the_rest_is_said_at_once_and_it_is_over() {
    let told = talk(cramp(), &[(1, "4"), (40, "x")]);
    let rest = told.text.split("Left leg.").nth(1).unwrap();
    assert!(rest.contains("A cramp now: foot, left leg, lying"), "{rest}");
    assert!(rest.contains("Still there after 10 minutes"), "{rest}");
    assert_eq!(homes(&told.text), 0);
    assert_eq!(told.took, 40);
    assert!(told.effects.iter().any(|e| matches!(e, Effect::Diary(DiaryRequest::Add(_)))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn whatever_is_typed_it_goes_on_and_can_be_left(
        first in 0..4_usize,
        answers in any::<bool>(),
        lines in prop::collection::vec((0..40_u64, prop::sample::select(&LINES[..])), 0..40),
    ) {
        let launch = [Launch::Browse, Launch::Standby, cramp(), session("bedtime")][first].clone();
        let mut now = 0;
        let lines: Vec<_> = lines
            .into_iter()
            .map(|(wait, line)| {
                now += wait;
                (now, line)
            })
            .collect();
        let told = talk_as(launch, Settings::default(), answers, &lines);
        prop_assert!(!told.text.contains(|c: char| c.is_control() && c != '\n'));
    }
}

const LINES: [&str; 31] = [
    "",
    "0",
    "1",
    "2",
    "3",
    "7",
    "9",
    "12",
    "a",
    "b",
    "c",
    "d",
    "e",
    "i",
    "l",
    "n",
    "p",
    "q",
    "r",
    "s",
    "u",
    "w",
    "x",
    "+",
    "-",
    "?",
    "/",
    "/calf",
    "left",
    "standing",
    "\u{1b}[2J",
];
