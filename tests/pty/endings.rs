//! However the program ends, the terminal is as it was.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::terminal::{HOME, Start, Window};
use crate::traces::{find, left_on};

/// The screens from which leaving is tried: arguments, what shows that it is
/// there, and keys to press first.
const SCREENS: &[(&[&str], &str, &str, &str)] = &[
    (&[], HOME, "", HOME),
    (&[], HOME, "/mag", "agnesium"),
    (&[], HOME, "s", "Do not stretch"),
    (&["now"], "it has let go", "", ""),
    (&["stretch"], "Get ready", "n", "Hold"),
    (&["stretch"], "Get ready", " ", "aused"),
    (&["standby"], "", "", ""),
];

#[track_caller]
fn assert_restored(window: &mut Window) {
    let left = left_on(&window.bytes());
    assert!(left.is_empty(), "left on: {left:?}");
    assert!(window.has_its_line_settings(), "line settings");
    assert!(!window.screen().alternate_screen());
    assert!(!window.screen().hide_cursor());
}

fn at((args, first, keys, then): (&[&str], &str, &str, &str)) -> Window {
    let mut args = args.to_vec();
    args.push("--no-save");
    let mut window = Start::new(&args).open();
    window.until("the screen", |window| window.screen().alternate_screen());
    window.wait_for(first).send(keys).wait_for(then);
    window
}

#[test]
fn q_leaves_with_0_and_the_terminal_as_it_was() {
    let mut window = Start::new(&[]).until(HOME);
    window.send("q");
    assert_eq!(window.exit_code(), 0);
    assert_restored(&mut window);
}

#[test]
fn ctrl_c_leaves_every_screen_with_130() {
    for screen in SCREENS {
        let mut window = at(*screen);
        window.send([3]);
        assert_eq!(window.exit_code(), 130, "{screen:?}");
        assert_restored(&mut window);
    }
}

#[test]
fn each_signal_ends_the_program_by_that_signal_with_the_terminal_as_it_was() {
    for (index, signal) in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT]
        .into_iter()
        .enumerate()
    {
        // Every signal from two screens, all screens among them.
        for screen in SCREENS.iter().cycle().skip(index).step_by(3).take(2) {
            let mut window = at(*screen);
            window.signal(signal);
            assert_eq!(window.ending_signal(), signal.as_raw(), "{screen:?}");
            assert_restored(&mut window);
        }
    }
}

#[test]
fn no_frame_lands_on_the_screen_that_was_given_back() {
    for _ in 0..10 {
        let mut window = Start::new(&[]).until(HOME);
        window.send("?");
        window.send(vec![b'j'; 200]);
        window.signal(Signal::TERM);
        assert_eq!(window.ending_signal(), Signal::TERM.as_raw());
        let bytes = window.bytes();
        let given_back = find(&bytes, b"\x1b[?1049l").expect("given back");
        let after = &bytes[given_back + b"\x1b[?1049l".len()..];
        // Keys that were not read any more are echoed by the terminal itself.
        assert!(after.iter().all(|byte| b"?j".contains(byte)), "{after:?}");
        assert_restored(&mut window);
    }
}

#[test]
fn a_panic_inside_a_frame_gives_the_terminal_back_before_its_message() {
    for frame in ["1", "2"] {
        let mut window = Start::new(&[]).env("UNCRAMP_PANIC", frame).open();
        if frame != "1" {
            window.wait_for(HOME).send("j");
        }
        assert_eq!(window.exit_code(), 101);
        assert_restored(&mut window);
        let bytes = window.bytes();
        let given_back = find(&bytes, b"\x1b[?1049l").expect("given back");
        let message = find(&bytes, b"UNCRAMP_PANIC asked for this").expect("a message");
        assert!(given_back < message);
        assert!(window.text().contains("UNCRAMP_PANIC"), "{}", window.text());
    }
}

#[test]
fn a_closed_window_ends_the_program_within_a_second() {
    let mut window = Start::new(&[]).with_signals_of_the_window().until(HOME);
    let closed = Instant::now();
    window.close();
    assert_eq!(window.ending_signal(), Signal::HUP.as_raw());
    assert!(
        closed.elapsed() < Duration::from_secs(1),
        "{:?}",
        closed.elapsed()
    );
}

#[test]
fn a_terminal_that_vanishes_without_a_signal_ends_the_program_within_a_second() {
    for args in [&["--no-save"][..], &["standby"]] {
        let mut window = Start::new(args).open();
        window.until("the screen", |window| window.screen().alternate_screen());
        let closed = Instant::now();
        window.close();
        let status = window.wait_end();
        assert_eq!(status.terminating_signal(), Some(Signal::HUP.as_raw()));
        assert!(
            closed.elapsed() < Duration::from_secs(1),
            "{:?}",
            closed.elapsed()
        );
    }
}

#[test]
fn a_signal_ends_the_program_although_the_terminal_reads_nothing() {
    let mut window = Start::new(&[]).until(HOME);
    window.stop_reading();
    // Each key draws; the terminal's buffer of some kilobytes is soon full.
    for _ in 0..200 {
        window.send("?\x7f");
    }
    std::thread::sleep(Duration::from_millis(300));
    window.signal(Signal::TERM);
    assert_eq!(window.ending_signal(), Signal::TERM.as_raw());
    assert!(window.has_its_line_settings());
}

#[test]
fn without_a_terminal_it_says_what_works_instead() {
    let program = env!("CARGO_BIN_EXE_uncramp");
    let output = std::process::Command::new(program)
        .arg("standby")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--plain"));
    assert!(output.stdout.is_empty());
}
