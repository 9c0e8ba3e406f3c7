//! What other programs leave behind: their text, their form of keys, and pasted words.

use std::fs::OpenOptions;
use std::io::Write;

use crate::terminal::{HOME, Start, Window};

/// Another program, such as `wall`, writes on the screen.
fn write_on(window: &Window, text: &str) {
    let terminal = window.shows_on().expect("a terminal");
    let mut terminal = OpenOptions::new().write(true).open(terminal).unwrap();
    write!(terminal, "\x1b[2;1H{text}").unwrap();
}

#[test]
fn ctrl_l_draws_over_what_another_program_wrote() {
    let mut window = Start::new(&["--no-save"]).until(HOME);
    let before = window.settle().text();
    write_on(&window, "Broadcast message\r\nsystem will reboot");
    window.wait_for("Broadcast message");
    window.send([12]).wait_away("Broadcast").wait_away("reboot");
    assert_eq!(window.settle().text(), before);
    window.send("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn a_new_screen_leaves_nothing_of_what_another_program_wrote() {
    let mut window = Start::new(&["--no-save"]).until(HOME);
    write_on(&window, "device descriptor read error");
    window.wait_for("read error");
    window.send("c").wait_away("read error");
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
}

#[test]
fn a_paste_is_no_keys_and_goes_into_a_text_field() {
    let paste = "\x1b[200~magn\x07es\rium q\x1b[201~";
    let mut window = Start::new(&["--no-save"]).until(HOME);
    let before = window.settle().text();
    window.send(paste).settle();
    assert_eq!(window.text(), before);
    window.send("/").send(paste).wait_for("magnes ium q");
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
}

#[test]
fn keys_in_the_form_that_another_program_asked_for_are_read() {
    let mut window = Start::new(&["--no-save"]).until(HOME);
    window.send("\x1b[50;1u").wait_away(HOME);
    window.send("\x1b[127u").wait_for(HOME);
    // A key that is let go is none.
    window.send("\x1b[113;1:3u").settle();
    assert!(!window.has_ended());
    window.send("\x1b[99;5u");
    assert_eq!(window.exit_code(), 130);
}
