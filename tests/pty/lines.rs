//! Line by line, where both ends are a terminal: what differs from a pipe.

use std::time::Duration;

use rustix::process::Signal;

use crate::terminal::{Start, Window};

/// Starts it line by line, and waits until it has said these words.
fn says(args: &[&str], words: &str) -> Window {
    let mut window = Start::new(args).open();
    hear(&mut window, words);
    window
}

/// Waits until it has said these words, though they may have scrolled away.
#[track_caller]
fn hear(window: &mut Window, words: &str) {
    let said = |window: &Window| String::from_utf8_lossy(&window.bytes()).contains(words);
    window.until(words, |window| said(window));
}

#[track_caller]
fn leave(mut window: Window) {
    window.send("q\n");
    assert_eq!(window.exit_code(), 0);
    assert!(!window.bytes().contains(&0x1b), "{}", window.text());
}

#[test]
fn rescue_says_the_first_step_without_a_key_and_goes_on_to_after_care() {
    let mut window = says(&["now", "foot", "--plain"], "A cramp now: foot");
    hear(&mut window, "Do not stretch or rub");
    hear(&mut window, "1. ");
    // Until then it might be the Enter of the shell, held down.
    std::thread::sleep(Duration::from_secs(1));
    window.send("\n");
    hear(&mut window, "It lasted ");
    leave(window);
}

#[test]
fn an_unknown_muscle_is_named_and_rescue_opens_all_the_same() {
    let words = "no steps for `elbow`";
    let mut window = says(&["now", "elbow", "--plain"], words);
    hear(&mut window, "Straighten the knee.");
    leave(window);
}

#[test]
fn a_session_can_be_left_at_once() {
    let args = ["stretch", "--plain", "--first", "right"];
    leave(says(&args, "Get ready, right leg"));
}

#[test]
fn a_key_that_is_no_letter_is_never_said_again_raw() {
    let mut window = says(&["--plain", "--no-save"], "> ");
    window.send("\x1b[A\r");
    hear(&mut window, "No such choice here");
    window.send("/\x1b[B\x07cramp\r").settle();
    assert!(!window.bytes().contains(&7));
    leave(window);
}

#[test]
fn a_stop_pauses_a_session_too() {
    let args = ["stretch", "--plain", "--no-save", "--ready", "1"];
    let mut window = says(&args, "Hold");
    window.signal(Signal::STOP);
    window.wait_stopped();
    // Longer than two seconds is a gap.
    std::thread::sleep(Duration::from_millis(2300));
    window.signal(Signal::CONT);
    hear(&mut window, "Interrupted. p: resume.");
    leave(window);
}
