//! Details of a cramp are filled in on the full screen, each saved as it is given.

use rustix::process::Signal;

use crate::terminal::{HOME, Start, Window};

/// Logs a cramp and opens the form of its details, at the muscle.
fn form() -> Window {
    let mut window = Start::new(&[]).until(HOME);
    window.send("ll").wait_for("Cramp logged.");
    window.send("w").wait_for("The cramp of");
    window
}

#[test]
fn the_form_stands_on_the_full_screen_and_takes_what_is_typed() {
    let mut window = form();
    assert!(window.screen().alternate_screen());
    window.send("\t\t\t12\t").wait_for("is not a whole number");
    window.send("\x7f\t").wait_for("disturb your sleep");
    window.send("\x1b").wait_for(HOME);
    window.send("q");
    assert_eq!(window.exit_code(), 0);
    assert!(window.has_its_line_settings());
}

#[test]
fn a_signal_ends_the_form_and_the_program() {
    for signal in [Signal::TERM, Signal::INT] {
        let mut window = form();
        window.signal(signal);
        assert_eq!(window.ending_signal(), signal.as_raw());
        assert!(window.has_its_line_settings());
    }
}
