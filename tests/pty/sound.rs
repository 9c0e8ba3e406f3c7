//! The bell of the terminal: never by itself, at the edges of phases when it was asked for.

use std::time::Duration;

use crate::terminal::{Start, Window};

/// Two stretches of one short hold a leg, by the terminal alone.
const SHORT: &[&str] = &[
    "--no-save",
    "stretch",
    "--ready",
    "1",
    "--hold",
    "1",
    "--rest",
    "0",
    "--repeat",
    "1",
];

fn bells(window: &mut Window) -> usize {
    window.bytes().split(|byte| *byte == 7).count() - 1
}

#[test]
fn nothing_that_runs_by_itself_rings() {
    let mut session = Start::new(SHORT).open();
    let mut cramp = Start::new(&["--no-save", "now"]).open();
    let mut standby = Start::new(&["--no-save", "standby"]).open();
    cramp.wait_for("2 Cannot");
    cramp.send("4wx-----------");
    cramp.wait_for("Urgent");
    cramp.send("\r");
    standby.send("x");
    standby.wait_for("1 Knee");
    session.wait_for("Done.");
    for mut window in [session, cramp, standby] {
        window.send("q");
        assert_eq!(window.exit_code(), 0);
        assert_eq!(bells(&mut window), 0);
    }
}

#[test]
fn a_bell_that_was_asked_for_marks_each_phase_until_it_is_muted() {
    let args = [&["--sound", "bell"], SHORT].concat();
    let mut all = Start::new(&args).open();
    let mut muted = Start::new(&args).open();
    muted.wait_for("Hold");
    muted.send("m");
    muted.wait_for("Muted.");
    let before = bells(&mut muted);
    assert!((1..=3).contains(&before), "{before}");
    all.wait_for("Done.");
    all.wait_quiet(Duration::from_millis(200));
    // Ready, hold, change, hold of each stretch, and the end.
    assert_eq!(bells(&mut all), 9);
    muted.wait_for("Done.");
    muted.wait_quiet(Duration::from_millis(200));
    assert_eq!(bells(&mut muted), before);
}
