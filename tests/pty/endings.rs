//! However the program ends, from whatever screen, the terminal is as it was.

use std::time::Duration;

use rustix::process::Signal;

use crate::before::{GIVEN_BACK, assert_given_back, assert_restored};
use crate::screens::on_every_screen;
use crate::terminal::{HOME, Start, Window};
use crate::traces::find;

#[test]
fn every_screen_is_left_by_choice_with_0() {
    on_every_screen(|screen| {
        let mut window = screen.open(screen.start());
        for key in screen.out {
            // A letter right behind Esc would be another key.
            window.send(key).settle();
        }
        assert_eq!(window.exit_code(), 0, "{}", screen.name);
        assert_restored(&mut window);
    });
}

#[test]
fn ctrl_c_leaves_every_screen_with_130() {
    on_every_screen(|screen| {
        let mut window = screen.open(screen.start());
        window.send([3]);
        assert_eq!(window.exit_code(), 130, "{}", screen.name);
        assert_restored(&mut window);
    });
}

fn ends_every_screen(signal: Signal) {
    on_every_screen(|screen| {
        let mut window = screen.open(screen.start());
        window.signal(signal);
        assert_eq!(window.ending_signal(), signal.as_raw(), "{}", screen.name);
        assert_restored(&mut window);
    });
}

#[test]
fn the_signal_to_terminate_ends_every_screen_by_that_signal() {
    ends_every_screen(Signal::TERM);
}

#[test]
fn the_signal_to_hang_up_ends_every_screen_by_that_signal() {
    ends_every_screen(Signal::HUP);
}

#[test]
fn the_signal_to_interrupt_ends_every_screen_by_that_signal() {
    ends_every_screen(Signal::INT);
}

#[test]
fn the_signal_to_quit_ends_every_screen_by_that_signal() {
    ends_every_screen(Signal::QUIT);
}

/// Closes the window of every screen that was started this way, and looks at what was sent to it.
fn closes_every_screen(start: impl Fn(Start) -> Start + Sync, look: impl Fn(&Window) + Sync) {
    on_every_screen(|screen| {
        let mut window = screen.open(start(screen.start()));
        window.close();
        let hung_up = Signal::HUP.as_raw();
        assert_eq!(window.ending_signal(), hung_up, "{}", screen.name);
        look(&window);
    });
}

#[test]
fn a_closed_window_ends_every_screen() {
    closes_every_screen(Start::with_signals_of_the_window, |_| {});
}

#[test]
fn a_terminal_that_vanishes_without_a_signal_ends_every_screen() {
    closes_every_screen(|start| start, |_| {});
}

#[test]
fn when_the_keys_vanish_the_screen_is_given_back_all_the_same() {
    closes_every_screen(Start::with_output_apart, |window| {
        assert_given_back(&window.bytes(), window.size());
    });
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
        let given_back = find(&bytes, GIVEN_BACK).expect("given back") + GIVEN_BACK.len();
        let after = &bytes[given_back..];
        // Keys that were not read any more are echoed by the terminal itself.
        assert!(after.iter().all(|byte| b"?j".contains(byte)), "{after:?}");
        assert_given_back(&bytes[..given_back], window.size());
        assert!(window.has_its_line_settings());
    }
}

#[test]
fn a_signal_ends_the_program_although_the_terminal_reads_nothing() {
    let mut window = Start::new(&[]).until(HOME);
    window.stop_reading();
    // Each key draws; the terminal's buffer of 64 kB is soon full, and then no key is read.
    let mut keys = ["?", "\x7f"].into_iter().cycle().take(200);
    assert!(keys.any(|key| window.send(key).leaves_keys(Duration::from_millis(500))));
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
