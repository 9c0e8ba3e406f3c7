//! Stopped and continued, the terminal changes hands and comes back.

use std::time::Duration;

use rustix::process::Signal;

use crate::before::assert_restored;
use crate::screens::on_every_screen;
use crate::terminal::{HOME, Start, Window};

#[track_caller]
fn is_lent(window: &mut Window) {
    assert_restored(window);
}

fn comes_back(window: &mut Window, words: &str) {
    let sent = window.sent();
    window.signal(Signal::CONT);
    window
        .until("a new frame", |window| window.sent() > sent && window.screen().alternate_screen());
    window.wait_for(words);
    window.until("raw mode", |window| !window.has_its_line_settings());
}

/// Stops each screen in this way, twice, and looks that it comes back as it was.
fn stops_every_screen(stop: impl Fn(&mut Window) + Sync) {
    on_every_screen(|screen| {
        let mut window = screen.open(screen.start());
        let before = window.settle().text();
        for _ in 0..2 {
            stop(&mut window);
            window.wait_stopped();
            is_lent(&mut window);
            comes_back(&mut window, "");
            if screen.is_still {
                assert_eq!(window.settle().text(), before, "{}", screen.name);
            }
        }
        // Keys are read one by one again.
        window.send([3]);
        assert_eq!(window.exit_code(), 130, "{}", screen.name);
        is_lent(&mut window);
    });
}

#[test]
fn ctrl_z_lends_the_terminal_from_every_screen_and_fg_draws_it_again() {
    stops_every_screen(|window| {
        window.send([26]);
    });
}

#[test]
fn the_stop_signal_lends_the_terminal_from_every_screen() {
    stops_every_screen(|window| window.signal(Signal::TSTP));
}

#[test]
fn ctrl_z_lends_the_terminal_and_fg_draws_the_screen_again() {
    let mut window = Start::new(&[]).until(HOME);
    window.send("2").wait_away(HOME);
    let before = window.text();
    let first = before.lines().find(|line| !line.is_empty()).unwrap().to_owned();
    for _ in 0..3 {
        window.send([26]);
        window.wait_stopped();
        is_lent(&mut window);
        comes_back(&mut window, first.trim());
    }
    assert_eq!(window.settle().text(), before);
    window.send("q");
    assert_eq!(window.exit_code(), 0);
    is_lent(&mut window);
}

#[test]
fn the_stop_signal_does_the_same() {
    let mut window = Start::new(&[]).until(HOME);
    for _ in 0..2 {
        window.signal(Signal::TSTP);
        window.wait_stopped();
        is_lent(&mut window);
        comes_back(&mut window, HOME);
    }
    window.signal(Signal::TERM);
    assert_eq!(window.ending_signal(), Signal::TERM.as_raw());
    is_lent(&mut window);
}

#[test]
fn a_stop_that_cannot_be_caught_is_mended_when_it_ends() {
    let mut window = Start::new(&[]).until(HOME);
    window.signal(Signal::STOP);
    window.wait_stopped();
    // The shell takes the terminal as it is and writes its prompt on it.
    window.set_line_settings_as_a_shell_does();
    comes_back(&mut window, HOME);
    // Keys are read one by one again: no Enter is needed.
    window.send("2").wait_away(HOME).send("q");
    assert_eq!(window.exit_code(), 0);
    is_lent(&mut window);
}

#[test]
fn a_stopped_program_can_be_ended() {
    let mut window = Start::new(&[]).until(HOME);
    window.send([26]);
    window.wait_stopped();
    window.signal(Signal::TERM);
    window.signal(Signal::CONT);
    assert_eq!(window.ending_signal(), Signal::TERM.as_raw());
    is_lent(&mut window);
}

#[test]
fn a_stop_in_the_middle_of_a_hold_pauses_it_on_its_second() {
    let mut window = Start::new(&["stretch", "--no-save"]).until("Get ready");
    window.send("n").wait_for("Hold");
    window.send([26]);
    window.wait_stopped();
    is_lent(&mut window);
    // Longer than two seconds is a gap.
    std::thread::sleep(Duration::from_millis(2300));
    comes_back(&mut window, "aused");
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    is_lent(&mut window);
}

#[test]
fn a_stop_that_cannot_be_caught_pauses_a_hold_too() {
    let mut window = Start::new(&["stretch", "--no-save"]).until("Get ready");
    window.send("n").wait_for("Hold");
    window.signal(Signal::STOP);
    window.wait_stopped();
    std::thread::sleep(Duration::from_millis(2300));
    comes_back(&mut window, "aused");
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    is_lent(&mut window);
}
