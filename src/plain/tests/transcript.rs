//! What runs in time: whole transcripts and single lines, read as a screen reader reads them.
//!
//! They lie beside this file, so that the tests of the package find them. After a change of
//! the guide's words:
//! `INSTA_UPDATE=always cargo test --lib transcript`, then read the difference as a listener would.

use super::*;

#[test]
fn a_session_with_a_pause_and_a_skip_reads_well() {
    let routine = Launch::Stretch {
        routine: "bedtime".to_owned(),
        options: Options { repeat: Some(1), ..Options::default() },
    };
    let said = talk(routine, &[(14, "p"), (60, "p"), (75, "n")]).text;
    insta::assert_snapshot!(said);
}

#[test]
fn a_cramp_that_stays_reads_well() {
    let lines = [(4, "left"), (95, "sitting"), (640, ""), (641, "q")];
    let said = talk(cramp(), &lines).text;
    insta::assert_snapshot!(said);
}

#[test]
fn each_stretch_says_when_to_stop_while_one_gets_ready_for_it() {
    let text = talk(session("long-holds"), &[]).text;
    let guide = guide::built_in().unwrap();
    let ready: Vec<&str> = text.lines().filter(|line| line.starts_with("Get ready")).collect();
    let steps = &guide.routines["long-holds"].steps;
    assert_eq!(ready.len(), steps.len());
    for (line, step) in ready.iter().zip(steps) {
        let stretch = &guide.stretches[step.stretch.as_str()];
        let stop = crate::plain::announcer::stop_if(&stretch.stop_if);
        assert!(line.contains(stretch.title.as_str()) && line.contains(&stop), "{line}");
    }
}

#[test]
fn back_from_the_danger_signs_the_last_thing_said_is_how_to_go_on() {
    let lines = [(12, "e"), (40, "b"), (41, "p"), (41, "b"), (41, "q")];
    let text = talk(session("bedtime"), &lines).text;
    let back = text.split("Danger signs").nth(1).unwrap();
    let hold = back.find("Hold, left leg, 8 seconds").unwrap();
    assert!(hold < back.find("Paused. p: resume. 8 seconds left.").unwrap());
    assert!(back.contains("Resumed. 8 seconds left."));
}
