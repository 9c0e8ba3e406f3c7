//! Bytes of a terminal to keys. Nothing that comes in can make it deaf: a
//! sequence that is not finished in time, or runs into a control key, is given up.

use crate::app::key::{Code, Key};

/// Turns bytes into keys; remembers the beginning of a sequence between reads.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    /// After an escape byte.
    Escape,
    /// After `ESC O`: a function or arrow key in application mode.
    Ss3,
    /// After `ESC [`: the first number so far, and whether it is complete.
    Csi { first: u16, complete: bool },
    /// After `ESC [ [`: a function key of the Linux console.
    Console,
    /// Inside a string from the terminal: the late answer to what a program
    /// before us asked. Skipped.
    Text,
    /// After an escape byte inside such a string.
    TextEnd,
    /// Inside a character of several bytes.
    Utf8 { bytes: [u8; 4], have: u8, want: u8 },
}

const ESC: u8 = 0x1b;

impl Decoder {
    /// Reads more bytes.
    pub fn feed(&mut self, bytes: &[u8], keys: &mut Vec<Key>) {
        for byte in bytes {
            self.byte(*byte, keys);
        }
    }

    /// Whether a sequence has begun that is not finished.
    pub fn is_waiting(&self) -> bool {
        !matches!(self.state, State::Ground)
    }

    /// The rest of a sequence did not come: an escape byte alone is the Esc
    /// key, the beginning of anything else a key that means nothing.
    pub fn give_up(&mut self, keys: &mut Vec<Key>) {
        match std::mem::take(&mut self.state) {
            State::Ground | State::Utf8 { .. } | State::Text | State::TextEnd => {}
            State::Escape => press(keys, Code::Esc),
            State::Ss3 | State::Csi { .. } | State::Console => press(keys, Code::Other),
        }
    }

    fn byte(&mut self, byte: u8, keys: &mut Vec<Key>) {
        self.state = match std::mem::take(&mut self.state) {
            State::Escape => escaped(byte, keys),
            State::TextEnd if byte == b'\\' => State::Ground,
            State::TextEnd => escaped(byte, keys),
            State::Text => match byte {
                ESC => State::TextEnd,
                0x07 => State::Ground,
                0x00..0x20 => plain(byte, keys),
                _ => State::Text,
            },
            _ if byte < 0x20 => plain(byte, keys),
            State::Ground => plain(byte, keys),
            State::Ss3 => finish(ss3(byte), keys),
            State::Console => finish(console(byte), keys),
            State::Csi { first, complete } => csi(first, complete, byte, keys),
            State::Utf8 { bytes, have, want } => utf8(bytes, have, want, byte, keys),
        };
    }
}

fn press(keys: &mut Vec<Key>, code: Code) {
    keys.push(Key::plain(code));
}

fn finish(code: Code, keys: &mut Vec<Key>) -> State {
    press(keys, code);
    State::Ground
}

/// A byte that stands by itself, or begins something.
fn plain(byte: u8, keys: &mut Vec<Key>) -> State {
    match byte {
        ESC => return State::Escape,
        b'\r' | b'\n' => press(keys, Code::Enter),
        b'\t' => press(keys, Code::Tab),
        0x08 | 0x7f => press(keys, Code::Backspace),
        1..=26 => keys.push(Key::ctrl(char::from(byte + b'a' - 1))),
        0x20..0x7f => press(keys, Code::Char(char::from(byte))),
        0xc2..=0xf4 => {
            let want = match byte {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                _ => 4,
            };
            let bytes = [byte, 0, 0, 0];
            return State::Utf8 {
                bytes,
                have: 1,
                want,
            };
        }
        0x80.. => {}
        _ => press(keys, Code::Other),
    }
    State::Ground
}

fn utf8(mut bytes: [u8; 4], have: u8, want: u8, byte: u8, keys: &mut Vec<Key>) -> State {
    if !matches!(byte, 0x80..=0xbf) {
        return plain(byte, keys);
    }
    bytes[usize::from(have)] = byte;
    let have = have + 1;
    if have < want {
        return State::Utf8 { bytes, have, want };
    }
    let text = std::str::from_utf8(&bytes[..usize::from(have)]);
    if let Some(c) = text.ok().and_then(|text| text.chars().next()) {
        press(keys, Code::Char(c));
    }
    State::Ground
}

/// The byte after an escape byte.
fn escaped(byte: u8, keys: &mut Vec<Key>) -> State {
    match byte {
        b'[' => State::Csi {
            first: 0,
            complete: false,
        },
        b'O' => State::Ss3,
        b']' | b'P' | b'X' | b'^' | b'_' => State::Text,
        // The escape byte was the Esc key.
        0x00..0x20 => {
            press(keys, Code::Esc);
            plain(byte, keys)
        }
        // Alt and a key: none is bound, but standby wakes on it.
        _ => finish(Code::Other, keys),
    }
}

fn csi(first: u16, complete: bool, byte: u8, keys: &mut Vec<Key>) -> State {
    match byte {
        b'0'..=b'9' if !complete => State::Csi {
            first: first
                .saturating_mul(10)
                .saturating_add(u16::from(byte - b'0')),
            complete,
        },
        0x20..=0x3f => State::Csi {
            first,
            complete: true,
        },
        b'[' if first == 0 && !complete => State::Console,
        b'Z' => finish(Code::BackTab, keys),
        b'~' => finish(tilde(first), keys),
        // A late report of where the cursor is ends like F3.
        b'R' if first > 1 => finish(Code::Other, keys),
        b'M' => finish(Code::Other, keys),
        0x40..0x7f => finish(ss3(byte), keys),
        _ => plain(byte, keys),
    }
}

/// Keys sent as `ESC O x`, and most of them also as `ESC [ x`.
fn ss3(byte: u8) -> Code {
    match byte {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'M' => Code::Enter,
        b'P' => Code::F(1),
        b'Q' => Code::F(2),
        b'R' => Code::F(3),
        b'S' => Code::F(4),
        _ => Code::Other,
    }
}

/// Keys sent as `ESC [ [ x`.
fn console(byte: u8) -> Code {
    match byte {
        b'A'..=b'E' => Code::F(byte - b'A' + 1),
        _ => Code::Other,
    }
}

/// Keys sent as `ESC [ n ~`.
fn tilde(number: u16) -> Code {
    let f = |n: u16| Code::F(u8::try_from(n).unwrap_or(u8::MAX));
    match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => f(number - 10),
        17..=21 => f(number - 11),
        23 | 24 => f(number - 12),
        _ => Code::Other,
    }
}

#[cfg(test)]
mod tests;
