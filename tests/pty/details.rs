//! Details of a cramp are asked for line by line, with the terminal given back meanwhile.

use rustix::process::Signal;

use crate::terminal::{HOME, Start, Window};
use crate::traces::left_on;

const QUESTION: &str = "How much did it hurt";

/// Notes a cramp and asks for its details.
fn asked() -> Window {
    let mut window = Start::new(&[]).until(HOME);
    window.send("l").wait_for("Cramp logged.");
    window.send("w").wait_for(QUESTION);
    window.until("the usual line settings", |window| {
        window.has_its_line_settings()
    });
    window
}

#[test]
fn the_questions_stand_on_the_usual_screen_and_the_program_comes_back() {
    let mut window = asked();
    assert!(!window.screen().alternate_screen());
    let left = left_on(&window.bytes());
    assert!(left.is_empty(), "left on: {left:?}");
    window.send("12\r").wait_for("is not a whole number");
    window.send("7\r").wait_for("disturb your sleep");
    window.send("q\r").wait_for("Details saved.");
    window.until("the screen", |window| window.screen().alternate_screen());
    // Keys are read one by one again.
    window.send("d").wait_for("[Nights]");
    window.send("q");
    assert_eq!(window.exit_code(), 0);
    assert!(window.has_its_line_settings());
}

#[test]
fn a_signal_ends_the_questions_and_the_program() {
    for signal in [Signal::TERM, Signal::INT] {
        let mut window = asked();
        window.signal(signal);
        assert_eq!(window.ending_signal(), signal.as_raw());
        assert!(window.has_its_line_settings());
    }
}

#[test]
fn a_stop_in_the_questions_leaves_the_terminal_as_it_is() {
    let mut window = asked();
    for signal in [Signal::TSTP, Signal::STOP] {
        window.signal(signal);
        window.wait_stopped();
        assert!(window.has_its_line_settings());
        window.signal(Signal::CONT);
        window.settle();
        assert!(!window.screen().alternate_screen());
        assert!(window.has_its_line_settings());
    }
    window.send("7\rq\r").wait_for("Details saved.");
    window.send("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn a_terminal_that_vanishes_or_a_window_that_is_closed_ends_the_questions_too() {
    let mut window = asked();
    window.close();
    assert_eq!(window.ending_signal(), Signal::HUP.as_raw());
    let mut window = Start::new(&[]).with_signals_of_the_window().until(HOME);
    window.send("l").wait_for("Cramp logged.");
    window.send("w").wait_for(QUESTION);
    window.close();
    assert_eq!(window.ending_signal(), Signal::HUP.as_raw());
}
