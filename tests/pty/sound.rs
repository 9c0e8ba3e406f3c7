//! The bell of the terminal: never by itself, at the edges of phases when it was asked for.

use crate::terminal::{Start, Window};
use crate::traces::frames;

/// Two stretches of one short hold a leg, by the terminal alone.
fn short<'a>(hold: &'a str, before: &[&'a str]) -> Start {
    let rest = ["stretch", "--ready", "1", "--rest", "0", "--repeat", "1"];
    let args = [&["--no-save"], before, &rest, &["--hold", hold]].concat();
    Start::new(&args)
}

fn bells(window: &mut Window) -> usize {
    window.bytes().split(|byte| *byte == 7).count() - 1
}

/// The stretch that is named on top, without the time that is left.
fn title(text: &str) -> Option<String> {
    Some(text.lines().next()?.chars().take(40).collect())
}

/// How many phases, one after the other, these bytes show.
fn phases(bytes: &[u8]) -> usize {
    let mut terminal = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    let mut shown = Vec::new();
    for frame in frames(bytes).0 {
        terminal.process(&frame);
        let text = terminal.screen().contents();
        let words = ["GET READY", "HOLD", "CHANGE LEGS", "Done."];
        let phase = words.map(|word| text.contains(word));
        let leg = [text.contains("LEFT leg"), text.contains("RIGHT leg")];
        shown.push((phase, leg, title(&text)));
    }
    shown.dedup();
    shown.len()
}

#[test]
fn nothing_that_runs_by_itself_rings() {
    let mut session = short("1", &[]).open();
    let mut cramp = Start::new(&["--no-save", "now"]).open();
    let mut standby = Start::new(&["--no-save", "standby"]).open();
    cramp.wait_for("it has let go");
    cramp.send("4wx");
    while !cramp.text().contains("more than 10 minutes") {
        // Faster than this it would be a key that is held down.
        cramp.send("-");
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    cramp.send("\r");
    standby.send("x");
    standby.wait_for("it has let go");
    session.wait_for("Done.");
    for mut window in [session, cramp, standby] {
        window.send("q");
        assert_eq!(window.exit_code(), 0);
        assert_eq!(bells(&mut window), 0);
    }
}

#[test]
fn a_bell_that_was_asked_for_marks_each_phase_until_it_is_muted() {
    let mut all = short("1", &["--sound", "bell"]).open();
    let mut muted = short("3", &["--sound", "bell"]).open();
    muted.wait_for("Hold");
    muted.send("m");
    muted.wait_for("Muted.");
    let before = bells(&mut muted);
    assert!((1..9).contains(&before), "{before}");
    all.wait_for("Done.").settle();
    // One for each phase that was shown: ready, hold, change, hold of each stretch, and the end.
    // A machine so busy that a whole second passes unseen shows one less.
    let shown = phases(&all.bytes());
    assert!((3..=9).contains(&shown), "{shown}");
    assert_eq!(bells(&mut all), shown);
    muted.wait_for("Done.").settle();
    assert_eq!(bells(&mut muted), before);
}
