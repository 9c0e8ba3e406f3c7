//! Details of a cramp are filled in on the full screen, each saved as it is given.

use rustix::process::Signal;
use uncramp::diary::store::{COMMAND_TIMEOUT, Store};

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

/// The details of the only entry in the diary of this window.
fn details(window: &Window) -> String {
    let folder = window.home.path().join(".local/share/uncramp");
    let store = Store::open_existing(&folder, COMMAND_TIMEOUT).expect("a diary");
    let entries = store.expect("a diary").entries().expect("entries");
    entries[0].record.details()
}

#[test]
fn fields_are_saved_as_they_are_given_however_the_form_ends() {
    type Ends = fn(&mut Window);
    let ends: [Ends; 3] = [
        |window| window.signal(Signal::INT),
        |window| window.signal(Signal::KILL),
        |window| window.close(),
    ];
    for end in ends {
        let mut window = form();
        window.send("calf\tleft\t").settle();
        end(&mut window);
        window.wait_end();
        assert_eq!(details(&window), "calf, left leg");
    }
}

#[test]
fn an_entry_that_is_edited_line_by_line_keeps_the_answers_before_ctrl_c() {
    let mut window = Start::new(&["log"]).open();
    assert_eq!(window.exit_code(), 0);
    let home = window.home.path().to_str().expect("a path").to_owned();
    let folder = format!("{home}/.local/share/uncramp");
    let edit = Start::new(&["diary", "edit", "1", "--plain", "--data-dir", &folder]);
    let mut edit = edit.with_signals_of_the_window().open();
    edit.wait_for("Which muscle");
    edit.send("foot\r").wait_for("Which leg");
    edit.send("\r").wait_for("How many minutes");
    edit.send("1:30\r").wait_for("How much did it hurt");
    edit.send("\x03");
    edit.wait_end();
    assert_eq!(details(&window), "foot, 1:30 min");
}
