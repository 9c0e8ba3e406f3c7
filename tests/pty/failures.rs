//! When the program itself fails: the terminal first, then a message to read.

use rustix::process::Signal;

use crate::before::{GIVEN_BACK, assert_given_back};
use crate::screens::{SCREENS, Screen, on_every_screen};
use crate::terminal::{Start, Window};
use crate::traces::{BEGIN, END, find, frames};

/// It has panicked: what it sent until then, with the terminal given back, and
/// what it said after that.
#[track_caller]
fn panicked(window: &mut Window) -> (Vec<u8>, String) {
    assert_eq!(window.exit_code(), 101);
    assert!(window.has_its_line_settings(), "line settings");
    let bytes = window.bytes();
    let at = find(&bytes, GIVEN_BACK).expect("given back") + GIVEN_BACK.len();
    assert_given_back(&bytes[..at], window.size());
    let message = String::from_utf8(bytes[at..].to_vec()).unwrap();
    let is_readable = |c: char| !c.is_control() || "\r\n".contains(c);
    assert!(message.chars().all(is_readable), "{message:?}");
    // A line break that does not go back to the left edge makes stairs of it.
    assert!(!message.replace("\r\n", "").contains('\n'), "{message:?}");
    assert!(message.contains("panicked at"), "{message:?}");
    assert!(message.contains("UNCRAMP_PANIC asked for this"), "{message:?}");
    (bytes[..at].to_vec(), message)
}

/// Whether the last frame was begun and cut off: nothing but the end mark of
/// the way out follows.
fn is_torn(bytes: &[u8]) -> bool {
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|window| window == mark);
    let (Some(begin), Some(end)) = (last(BEGIN), last(END)) else {
        return false;
    };
    begin < end && find(&bytes[end..], b"\x1b[?25h").is_some() && end - begin > BEGIN.len()
}

/// Opens a screen and panics in the middle of its next frame.
fn panic_on(screen: &Screen) -> Window {
    let count = {
        let window = screen.open(screen.start());
        frames(&window.bytes()).0.len()
    };
    // The second time may draw a frame less than the first, or on a busy machine one more for
    // each second that it takes longer on its way.
    let start = screen.start().env("UNCRAMP_PANIC", &(count + 30).to_string());
    let mut window = screen.open(start);
    while !window.has_ended() {
        // Whoever was stopped draws its screen anew and whole.
        let sent = window.sent();
        window.signal(Signal::CONT);
        window.until("a frame or the end", |window| window.sent() > sent || window.has_ended());
    }
    window
}

#[test]
fn a_panic_in_the_middle_of_a_frame_gives_every_screen_back_before_its_message() {
    on_every_screen(|screen| {
        let mut window = panic_on(screen);
        let (bytes, _) = panicked(&mut window);
        assert!(is_torn(&bytes), "{}: no frame was cut off", screen.name);
    });
}

#[test]
fn a_panic_in_the_very_first_frame_gives_the_terminal_back() {
    let mut window = Start::new(&["now", "--no-save"]).env("UNCRAMP_PANIC", "1").open();
    panicked(&mut window);
}

#[test]
fn a_screen_that_can_no_longer_be_written_is_an_error_with_the_line_settings_back() {
    on_every_screen(|screen| {
        let mut window = screen.open(screen.start().with_output_apart());
        window.close_output();
        // The next frame finds nobody: at once, or when the last program that is just
        // being started by another test has let go of the terminal too.
        window.until("the end", |window| {
            window.has_ended() || {
                window.signal(Signal::CONT);
                false
            }
        });
        assert_eq!(window.exit_code(), 1, "{}: {}", screen.name, window.said());
        assert!(window.has_its_line_settings(), "{}", screen.name);
        let said = window.said();
        assert!(said.starts_with("uncramp: "), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    });
}

#[test]
fn every_screen_has_a_name_of_its_own() {
    let mut names: Vec<&str> = SCREENS.iter().map(|screen| screen.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), SCREENS.len());
}
