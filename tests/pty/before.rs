//! The screen of the shell, as it was before the program started.

use std::num::NonZeroU16;

use crate::terminal::Window;
use crate::traces::left_on;

/// What gives the shell's screen back, as the last thing sent.
pub const GIVEN_BACK: &[u8] = b"\x1b[?1049l\x1b[0m";

/// What a shell may have left on the screen and in its modes.
const SHELL: &[u8] = b"\x1b[H\x1b[31mred\x1b[0m and \x1b[1;44mbold\x1b[0m\r\n\
    some lines\r\nof before\r\n$ uncramp\r\n";

/// A terminal after a shell has used it.
fn shell((width, height): (u16, u16)) -> vt100::Parser {
    let cells = |n| NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN);
    let mut parser = vt100::Parser::new(cells(height), cells(width), 0);
    parser.process(SHELL);
    parser
}

/// Text, colours, cursor and modes, as the bytes that make them anew.
fn state(parser: &vt100::Parser) -> String {
    let screen = parser.screen();
    format!(
        "{:?} {} {} {}",
        screen.cursor_position(),
        screen.alternate_screen(),
        screen.hide_cursor(),
        screen.state_formatted()
    )
}

/// Fails unless these bytes leave a terminal as it was: modes, title, and, byte
/// for byte, text, colours and cursor of the shell's screen.
#[track_caller]
pub fn assert_given_back(bytes: &[u8], size: (u16, u16)) {
    let left = left_on(bytes);
    assert!(left.is_empty(), "left on: {left:?}");
    let before = state(&shell(size));
    let mut after = shell(size);
    // This one terminal gives no cell to what stands for a character that must not be sent.
    let seen = String::from_utf8_lossy(bytes).replace('\u{fffd}', "?");
    after.process(seen.as_bytes());
    assert_eq!(state(&after), before);
}

/// Fails unless the program in this window has left it as it was, line settings
/// included.
#[track_caller]
pub fn assert_restored(window: &mut Window) {
    // What was sent last may still be on its way through the terminal.
    window.drain();
    let bytes = window.bytes();
    assert_given_back(&bytes, window.size());
    assert!(window.has_its_line_settings(), "line settings");
}

#[test]
fn a_screen_that_is_not_as_before_is_seen() {
    let good: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[2;2H\x1b[41mX\x1b[0m\x1b[?25h\x1b[?1049l";
    assert_given_back(good, (80, 24));
    let seen =
        |bytes: Vec<u8>| std::panic::catch_unwind(|| assert_given_back(&bytes, (80, 24))).is_err();
    for bad in [&b"x"[..], b"\x1b[5;5H", b"\x1b[2J", b"\x1b[?2004h", b"\x1b[7m"] {
        assert!(seen([good, bad].concat()), "{bad:?}");
    }
    assert!(seen(good[b"\x1b[?1049h".len()..].to_vec()));
}
