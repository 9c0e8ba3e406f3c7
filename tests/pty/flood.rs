//! Much at once: keys, rubbish, and sizes.

use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

use crate::terminal::{HOME, Start, Window};
use crate::traces::{frames, left_on};

/// Bytes that look random and are the same every time; those that leave or
/// stop the program are left out.
fn rubbish(length: usize) -> Vec<u8> {
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut bytes = vec![0; length];
    rng.fill_bytes(&mut bytes);
    for byte in &mut bytes {
        if matches!(*byte, 3 | 0x1a | b'q') {
            *byte = b'j';
        }
    }
    bytes
}

/// The program still answers: back to the first page, and out.
fn answers(window: &mut Window) {
    // Rubbish may end in the middle of anything, with a search or a session open.
    // and a sequence that was begun takes the next letter for its end.
    window.send("m").settle().send([3]);
    assert_eq!(window.exit_code(), 130);
    let left = left_on(&window.bytes());
    assert!(left.is_empty(), "{left:?}");
    frames(&window.bytes());
}

/// More than twice what a terminal keeps for a program that does not read.
const MUCH: usize = 10_000;

#[test]
fn ten_kilobytes_of_rubbish_at_once_are_read_to_the_last_byte() {
    let mut window = Start::new(&["--no-save"]).until(HOME);
    window.send(rubbish(MUCH));
    answers(&mut window);
}

#[test]
fn ten_kilobytes_of_one_key_are_read_to_the_last_byte() {
    let mut window = Start::new(&["--no-save"]).until(HOME);
    window.send(vec![b'j'; MUCH]);
    window.send("2").wait_away(HOME).send("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn the_clock_goes_on_while_a_sequence_has_begun() {
    for begun in [&b"\x1b["[..], b"\x1bO", b"\xc3"] {
        let mut window = Start::new(&["now", "--no-save"]).until("calf");
        let before = window.send(begun).settle().sent();
        window.until("another second", |window| window.sent() > before);
    }
}

#[test]
fn a_letter_ends_whatever_sequence_was_begun() {
    for begun in [
        "\x1b[",
        "\x1b[1;2;3",
        "\x1bO",
        "\x1b]0;x",
        "\x1bPq",
        "\x1b_G",
        "\x1b^",
        "\x1bX",
        "\x1b",
        "\u{9b}",
        "\x1b[<0;1",
    ] {
        let mut window = Start::new(&[]).until(HOME);
        window.send(begun).settle().send("m").settle().send([3]);
        assert_eq!(window.exit_code(), 130, "{begun:?}");
    }
    let mut window = Start::new(&[]).until(HOME);
    // A lone escape byte is the Esc key, and says so on the first page.
    window.send("\x1b").wait_for("first page");
    window.send(b"\xff\xfe\xc0\x80\xed\xa0\x80\xf8").send("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn every_size_of_the_window_is_survived_and_the_page_comes_back() {
    let mut window = Start::new(&[]).with_signals_of_the_window().until(HOME);
    let before = window.text();
    for (width, height) in [
        (1, 1),
        (1, 30),
        (100, 1),
        (2, 2),
        (3, 3),
        (10, 4),
        (0, 0),
        (40, 10),
        (300, 100),
        (500, 200),
    ] {
        let sent = window.sent();
        window.resize(width, height);
        if width > 1 {
            window.until("a frame", |window| window.sent() > sent);
        }
        window.send("j").send("k");
    }
    window.resize(80, 24);
    window.wait_for(HOME);
    // In one size a key scrolls, in another it selects: back to the first answer.
    window.send("\x1b[H");
    window.until("the page as before", |window| window.text() == before);
    window.send("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn a_storm_of_sizes_ends_with_the_right_page() {
    let mut window = Start::new(&[]).with_signals_of_the_window().until(HOME);
    let before = window.text();
    for n in 0..200_u16 {
        window.resize(20 + n % 97, 3 + n % 41);
        std::thread::sleep(Duration::from_millis(2));
    }
    window.resize(80, 24);
    window.until("the page as before", |window| window.text() == before);
    window.send("q");
    assert_eq!(window.exit_code(), 0);
}
