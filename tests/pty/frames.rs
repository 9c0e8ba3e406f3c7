//! What is sent: nothing asked, nothing torn, nothing for nothing.

use std::time::{Duration, Instant};

use crate::terminal::{HOME, Start};
use crate::traces::{END, Sequence, frames, sequences};

#[test]
fn the_first_frame_comes_without_a_question_to_the_terminal() {
    let window = Start::new(&[]).until(HOME);
    for sequence in sequences(&window.bytes()) {
        let asks = match &sequence {
            Sequence::Csi(middle, last) => {
                matches!(last, 'n' | 'c' | 'p' | 'q' | 'x' | 'S')
                    || (*last == 't' && middle != "22;2")
                    || (*last == 'u' && middle != ">0")
            }
            Sequence::Osc(text) => text.contains('?'),
            Sequence::Other(byte) => matches!(byte, 'P' | 'Z' | '_'),
            Sequence::Letters(_) | Sequence::Control(_) => false,
        };
        assert!(!asks, "{sequence:?}");
    }
}

#[test]
fn every_frame_stands_between_marks_and_nothing_is_drawn_outside() {
    let mut window = Start::new(&[]).until(HOME);
    window.send("2").wait_away(HOME).send("?");
    window.wait_for("PgDn").send("\x1b").wait_away("PgDn").send("q");
    assert_eq!(window.exit_code(), 0);
    let (frames, between) = frames(&window.bytes());
    assert!(frames.len() >= 4);
    let printed = between.iter().filter(|byte| **byte >= 0x20).count();
    let sequences = sequences(&between);
    // The title is the only text among them.
    let title = sequences.iter().find_map(|sequence| match sequence {
        Sequence::Osc(text) => Some(text.len()),
        _ => None,
    });
    assert!(title.is_some());
    let drawn = |sequence: &&Sequence| matches!(sequence, Sequence::Csi(_, 'A'..='H' | 'J' | 'K'));
    // The screen is emptied on entering and on leaving: there may be no other one.
    let clears_all = [Sequence::Csi(String::new(), 'H'), Sequence::Csi("2".to_owned(), 'J')];
    let emptied = [clears_all.clone(), clears_all].concat();
    let found: Vec<&Sequence> = sequences.iter().filter(drawn).collect();
    assert_eq!(found, emptied.iter().collect::<Vec<_>>(), "{sequences:?}");
    assert!(printed < 120, "{}", String::from_utf8_lossy(&between));
}

#[test]
fn nothing_is_sent_while_nothing_happens() {
    for (args, keys) in
        [(&["--no-save"][..], ""), (&["standby"], ""), (&["--no-save", "stretch"], " ")]
    {
        let mut window = Start::new(args).open();
        window.until("the screen", |window| window.screen().alternate_screen());
        window.send(keys).settle();
        // A clock that ticks would tick once a second, however late the first time.
        window.wait_silent(Duration::from_millis(1300));
        let sent = window.sent();
        window.wait_silent(Duration::from_millis(1300));
        assert_eq!(window.sent(), sent, "{args:?}");
    }
}

#[test]
fn no_bell_rings_unless_it_was_asked_for() {
    let mut window = Start::new(&[]).until(HOME);
    for keys in ["2", "n", "\x7f", "\x7f", "\x1b[A", "zzz", "/qqq\r", "\x1b"] {
        window.send(keys).settle();
    }
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    assert!(!window.bytes().contains(&7));
}

#[test]
fn the_window_says_the_name_of_the_guide() {
    let window = Start::new(&[]).until(HOME);
    let title = Sequence::Osc("2;Leg cramps".to_owned());
    assert!(sequences(&window.bytes()).contains(&title));
}

#[test]
fn the_cursor_stands_on_the_selected_row() {
    let mut window = Start::new(&[]).until(HOME);
    let row = |window: &mut crate::terminal::Window| {
        let screen = window.screen();
        assert!(!screen.hide_cursor());
        let (row, _) = screen.cursor_position();
        let text = screen.rows(0, 80).nth(usize::from(row));
        text.unwrap_or_default()
    };
    assert!(row(&mut window).contains("1  "), "{}", row(&mut window));
    window.send("j");
    window.until("the next row", |window| row(window).contains("2  "));
}

#[test]
fn a_running_clock_sends_at_most_one_short_frame_a_second() {
    for args in [["--no-save", "now"], ["--no-save", "stretch"]] {
        let mut window = Start::new(&args).open();
        window.until("the screen", |window| window.screen().alternate_screen());
        // The first seconds bring steps and figures in.
        std::thread::sleep(Duration::from_millis(1500));
        // What was sent before is here, so that what comes was sent after.
        let begin = Instant::now();
        window.drain();
        let before = window.sent();
        let mut count = 0;
        // However late a second comes on a busy machine, it brings no frame of its own.
        window.until("three seconds of the clock", |window| {
            let bytes = window.bytes();
            let marks = bytes[before..].windows(END.len());
            count = marks.filter(|bytes| *bytes == END).count();
            count >= 3
        });
        let most = usize::try_from(begin.elapsed().as_secs()).unwrap() + 3;
        assert!(count <= most, "{args:?}: {count} frames in {most} s");
    }
}
