//! Details of a cramp are asked for line by line, with the terminal given back meanwhile.

use rustix::process::Signal;
use uncramp::diary::store::Store;
use uncramp::diary::transfer;

use crate::terminal::{HOME, Start, Window};
use crate::traces::left_on;

const HURT: &str = "How much did it hurt";
const QUESTION: &str = "Which muscle";

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
    window.send("12\r").wait_for("Write 1, 2, 3, 4 or a word.");
    window.send("1\r").wait_for("Which leg");
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

/// The details of the only entry in the diary of this window.
fn details(window: &Window) -> String {
    let folder = window.home.path().join(".local/share/uncramp");
    let store = Store::open_existing(&folder).expect("a diary");
    let entries = store.expect("a diary").entries().expect("entries");
    transfer::details(&entries[0].record)
}

#[test]
fn answers_are_saved_as_they_are_given_however_the_questions_end() {
    type Ends = fn(&mut Window);
    let ends: [Ends; 3] = [
        |window| window.signal(Signal::INT),
        |window| window.signal(Signal::KILL),
        |window| window.close(),
    ];
    for end in ends {
        let mut window = asked();
        window.send("1\r").wait_for("Which leg");
        window.send("left\r").wait_for("How many minutes");
        end(&mut window);
        window.wait_end();
        assert_eq!(details(&window), "calf, left leg");
    }
}

#[test]
fn an_entry_that_is_edited_line_by_line_keeps_the_answers_before_ctrl_c() {
    let mut window = Start::new(&["log"]).begin();
    assert_eq!(window.exit_code(), 0);
    let home = window.home.path().to_str().expect("a path").to_owned();
    let folder = format!("{home}/.local/share/uncramp");
    let mut edit = Start::new(&["diary", "edit", "1", "--data-dir", &folder]).begin();
    edit.wait_for(QUESTION);
    edit.send("foot\r").wait_for("Which leg");
    edit.send("\r").wait_for("How many minutes");
    edit.send("1:30\r").wait_for(HURT);
    edit.send("\x03");
    edit.wait_end();
    assert_eq!(details(&window), "foot, 1 min 30 s");
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
    window.send("1\rq\r").wait_for("Details saved.");
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
