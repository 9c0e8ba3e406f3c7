//! Lines that mean something elsewhere, or nothing at all.

use super::*;

#[test]
fn what_means_nothing_is_said_and_changes_nothing() {
    let text = read(&["99", "wibble\u{1b}[31m", "", "?", "q"]);
    assert!(text.contains("There is no choice 99 here."));
    assert!(text.contains("\"wibble"));
    assert!(!text.contains('\u{1b}'));
    assert!(text.contains("0: not sure"));
    assert_eq!(homes(&text), 2, "Enter says it again");
}

#[test]
fn standby_waits_for_enter() {
    let text = talk(Launch::Standby, &[(8000, "?"), (9000, ""), (9001, "q")]).text;
    assert!(text.starts_with("Standby."), "{text}");
    // Everything but a question and leaving is a cramp: nothing else is promised.
    assert!(
        text.contains("any other line: a cramp now. q or b: leave.\n> "),
        "{text}"
    );
    assert!(text.contains("A cramp now: calf"));
    let text = talk(Launch::Standby, &[(8000, "b"), (9001, "e")]).text;
    assert!(!text.contains("A cramp now"), "{text}");
    let text = talk(Launch::Standby, &[(8000, "e"), (9001, "q")]).text;
    assert!(text.contains("A cramp now: calf"), "{text}");
}

#[test]
fn any_line_at_all_wakes_standby_and_asks_for_nothing_else() {
    for line in ["1", "55", "/lq", "/", "sit down"] {
        let told = talk(Launch::Standby, &[(8000, line), (8000, "q")]);
        let woke = "> A cramp now: calf, lying.";
        assert!(told.text.contains(woke), "{line}: {}", told.text);
        assert!(!told.text.contains("There is no"), "{line}: {}", told.text);
        assert!(!told.effects.iter().any(|e| matches!(e, Effect::Note(_))));
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
    let text = read(&["e", "1", "s", "b", "q"]);
    let said = "No stretching beside danger signs. b goes back.";
    assert!(text.contains(said), "{text}");
}
