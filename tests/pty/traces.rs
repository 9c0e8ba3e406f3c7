//! Reads the bytes a program sent: what it switched on and off again, what it
//! asked, where its frames begin and end.

use std::collections::BTreeMap;

/// Opens a synchronized frame.
pub const BEGIN: &[u8] = b"\x1b[?2026h";
/// Closes it.
pub const END: &[u8] = b"\x1b[?2026l";

/// One control sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sequence {
    /// `ESC [`, what lies between, and the last byte.
    Csi(String, char),
    /// `ESC ]` and what lies between that and its end.
    Osc(String),
    /// `ESC (` and the set of letters that it names.
    Letters(char),
    /// Any other sequence, by the byte after the escape byte.
    Other(char),
    /// A control byte outside any sequence.
    Control(u8),
}

/// All control sequences, in order.
pub fn sequences(bytes: &[u8]) -> Vec<Sequence> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail.first()) {
            (0x1b, Some(b'[')) => {
                let end = tail[1..].iter().position(|b| (0x40..0x7f).contains(b));
                let end = end.expect("a control sequence has an end") + 1;
                let middle = String::from_utf8_lossy(&tail[1..end]).into_owned();
                found.push(Sequence::Csi(middle, char::from(tail[end])));
                rest = &tail[end + 1..];
            }
            (0x1b, Some(b']')) => {
                let ends = |at: &usize| tail[*at] == 7 || tail[*at..].starts_with(b"\x1b\\");
                let end = (1..tail.len()).find(ends).expect("a string has an end");
                let text = String::from_utf8_lossy(&tail[1..end]).into_owned();
                found.push(Sequence::Osc(text));
                rest = &tail[end + if tail[end] == 7 { 1 } else { 2 }..];
            }
            (0x1b, Some(b'(')) => {
                let name = tail.get(1).expect("a set of letters has a name");
                found.push(Sequence::Letters(char::from(*name)));
                rest = &tail[2..];
            }
            (0x1b, Some(other)) => {
                found.push(Sequence::Other(char::from(*other)));
                rest = &tail[1..];
            }
            (0..0x20 | 0x7f, _) => found.push(Sequence::Control(*first)),
            _ => {}
        }
    }
    found
}

/// What was changed and not brought back, in words; empty when all is as before.
pub fn left_on(bytes: &[u8]) -> Vec<String> {
    let mut modes: BTreeMap<String, bool> = BTreeMap::new();
    let mut titles = 0;
    let mut keys = 0;
    let mut plain = true;
    let mut left = Vec::new();
    for sequence in sequences(bytes) {
        match sequence {
            Sequence::Csi(middle, last @ ('h' | 'l')) => {
                for mode in middle.trim_start_matches('?').split(';') {
                    modes.insert(mode.to_owned(), last == 'h');
                }
            }
            Sequence::Csi(middle, 't') if middle == "22;2" => titles += 1,
            Sequence::Csi(middle, 't') if middle == "23;2" => titles -= 1,
            Sequence::Csi(middle, 'u') if middle == ">0" => keys += 1,
            Sequence::Csi(middle, 'u') if middle == "<1" => keys -= 1,
            Sequence::Csi(middle, 'm') => plain = middle.is_empty() || middle == "0",
            Sequence::Csi(_, 'A'..='H' | 'J' | 'K' | 'X' | 'd') => {}
            Sequence::Osc(text) if text.starts_with("2;") => {
                if titles != 1 {
                    left.push(format!("title set with {titles} kept"));
                }
            }
            Sequence::Control(b'\n' | b'\r' | b'\t') => {}
            // The usual letters, and scrolling of the whole screen.
            Sequence::Letters('B') | Sequence::Control(0x0f) => {}
            Sequence::Csi(middle, 'r') if middle.is_empty() => {}
            other => left.push(format!("{other:?}")),
        }
    }
    // The cursor is there and nothing else is on.
    for (mode, on) in modes {
        if on != (mode == "25") {
            left.push(format!("mode {mode} is {}", if on { "on" } else { "off" }));
        }
    }
    if titles != 0 {
        left.push(format!("{titles} titles kept"));
    }
    if keys != 0 {
        left.push(format!("{keys} forms of keys kept"));
    }
    if !plain {
        left.push("colours".to_owned());
    }
    left
}

/// The frames and what lies between them; every mark has its partner.
pub fn frames(bytes: &[u8]) -> (Vec<Vec<u8>>, Vec<u8>) {
    let mut frames = Vec::new();
    let mut between = Vec::new();
    let mut rest = bytes;
    while let Some(begin) = find(rest, BEGIN) {
        between.extend(&rest[..begin]);
        let frame = &rest[begin + BEGIN.len()..];
        let end = find(frame, END).expect("every frame has an end");
        let inside = &frame[..end];
        assert_eq!(find(inside, BEGIN), None, "a frame begins inside a frame");
        frames.push(inside.to_vec());
        rest = &frame[end + END.len()..];
    }
    between.extend(rest);
    (frames, between)
}

/// Where these bytes come first.
pub fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[test]
fn a_trace_that_leaves_something_on_is_seen() {
    let clean = b"\x1b[?1049h\x1b[?25l\x1b[22;2t\x1b[>0u\x1b]2;x\x1b\\\x1b[1mA\x1b[0m\x1b[<1u\x1b[23;2t\x1b[?25h\x1b[?1049l";
    assert_eq!(left_on(clean), Vec::<String>::new());
    for (part, word) in [
        (&b"\x1b[0m"[..], "colours"),
        (b"\x1b[?1049l", "1049"),
        (b"\x1b[?25h", "25"),
        (b"\x1b[23;2t", "titles"),
        (b"\x1b[<1u", "keys"),
    ] {
        let at = find(clean, part).unwrap();
        let cut = [&clean[..at], &clean[at + part.len()..]].concat();
        assert!(left_on(&cut).concat().contains(word), "{word}");
    }
    assert!(!left_on(b"\x1b[?1004h").is_empty());
    assert!(!left_on(b"\x07").is_empty());
}
