//! Keys from the terminal: waits for bytes, reads all there are, and turns them
//! into keys.
//!
//! Reads the terminal itself: crossterm's reader stops after 1 KB arriving at
//! once with one source, and spins through the last millisecond of every
//! time-out with the other; both use a whole core for ever when the terminal vanishes.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use vte::{Params, Parser, Perform};

use crate::app::key::{Code, Key};
use crate::terminal::signals::Watch;

/// What came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The window may have another size.
    Resized,
    /// The process was stopped and continued.
    Continued,
}

/// Where events come from.
pub trait Source {
    /// Waits for events, at most `timeout`; then all that are there, in order.
    /// None at all means that the time is up.
    ///
    /// # Errors
    /// When the terminal can no longer be read.
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Event>>;
}

/// The terminal on standard input, and the stream that tells of signals.
pub struct Keyboard {
    watch: Option<Watch>,
    wake: Option<UnixStream>,
    parser: Parser,
    buffer: Vec<u8>,
}

/// How long an escape byte is waited on before it counts as the Esc key.
const ESCAPE_TIME: Duration = Duration::from_millis(20);

/// Bytes read at once; a flood is taken in this many bytes a frame.
const BUFFER: usize = 64 * 1024;

impl Keyboard {
    /// Reads from standard input. Signals are answered from the first wait on.
    pub fn new(watch: Watch) -> Self {
        Self {
            watch: Some(watch),
            wake: None,
            parser: Parser::new(),
            buffer: Vec::new(),
        }
    }

    fn read_keys(&mut self, events: &mut Vec<Event>) -> io::Result<()> {
        let stdin = rustix::stdio::stdin();
        self.buffer.resize(BUFFER, 0);
        let mut ends_in_escape = false;
        loop {
            let length = match rustix::io::read(stdin, &mut self.buffer[..]) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(length) => length,
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => 0,
                Err(error) => return Err(error.into()),
            };
            let bytes = &self.buffer[..length];
            let mut reader = Reader {
                events,
                after_ss3: false,
            };
            self.parser.advance(&mut reader, bytes);
            ends_in_escape = bytes.last().map_or(ends_in_escape, |last| *last == ESC);
            let patience = if ends_in_escape {
                ESCAPE_TIME
            } else {
                Duration::ZERO
            };
            // A terminal hands out at most 4 KB a read; take what else is there.
            if events.len() > BUFFER || !ready(PollFd::new(&stdin, PollFlags::IN), patience)? {
                break;
            }
        }
        if ends_in_escape {
            events.push(Event::Key(Key::plain(Code::Esc)));
            self.parser = Parser::new();
        }
        Ok(())
    }

    fn read_signals(&mut self, events: &mut Vec<Event>) {
        let mut bytes = [0; 64];
        let Some(wake) = &mut self.wake else { return };
        while let Ok(length @ 1..) = wake.read(&mut bytes) {
            let continued = bytes[..length].contains(&b'C');
            events.push(if continued {
                Event::Continued
            } else {
                Event::Resized
            });
        }
    }
}

const ESC: u8 = 0x1b;

impl Source for Keyboard {
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Event>> {
        if let Some(watch) = self.watch.take() {
            self.wake = Some(watch.start()?);
        }
        let (keys, signals) = {
            let stdin = rustix::stdio::stdin();
            let wake = self.wake.as_ref().ok_or(io::ErrorKind::NotConnected)?;
            let mut fds = [
                PollFd::new(&stdin, PollFlags::IN),
                PollFd::new(wake, PollFlags::IN),
            ];
            let limit = timeout.map(timespec).transpose()?;
            match poll(&mut fds, limit.as_ref()) {
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            (!fds[0].revents().is_empty(), !fds[1].revents().is_empty())
        };
        let mut events = Vec::new();
        if signals {
            self.read_signals(&mut events);
        }
        if keys {
            self.read_keys(&mut events)?;
        }
        Ok(events)
    }
}

fn ready(fd: PollFd<'_>, timeout: Duration) -> io::Result<bool> {
    let limit = timespec(timeout)?;
    match poll(&mut [fd], Some(&limit)) {
        Ok(count) => Ok(count > 0),
        Err(rustix::io::Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn timespec(time: Duration) -> io::Result<Timespec> {
    Timespec::try_from(time).map_err(|_| io::ErrorKind::InvalidInput.into())
}

struct Reader<'a> {
    events: &'a mut Vec<Event>,
    /// The bytes so far were `ESC O`: a function or arrow key in application mode.
    after_ss3: bool,
}

impl Reader<'_> {
    fn press(&mut self, code: Code) {
        self.events.push(Event::Key(Key::plain(code)));
    }
}

impl Perform for Reader<'_> {
    fn print(&mut self, c: char) {
        if std::mem::take(&mut self.after_ss3) {
            self.press(ss3(c));
        } else if c == '\x7f' {
            self.press(Code::Backspace);
        } else if c != char::REPLACEMENT_CHARACTER {
            self.press(Code::Char(c));
        }
    }

    fn execute(&mut self, byte: u8) {
        self.after_ss3 = false;
        match byte {
            b'\r' | b'\n' => self.press(Code::Enter),
            b'\t' => self.press(Code::Tab),
            0x08 | 0x7f => self.press(Code::Backspace),
            1..=26 => self
                .events
                .push(Event::Key(Key::ctrl(char::from(byte + b'a' - 1)))),
            _ => self.press(Code::Other),
        }
    }

    fn csi_dispatch(&mut self, params: &Params, _: &[u8], _: bool, action: char) {
        self.after_ss3 = false;
        let mut numbers = params.iter().filter_map(|param| param.first().copied());
        let first = numbers.next().unwrap_or(0);
        let code = match action {
            'Z' => Code::BackTab,
            '~' => tilde(first),
            _ => ss3(action),
        };
        self.press(code);
    }

    fn esc_dispatch(&mut self, _: &[u8], _: bool, byte: u8) {
        if byte == b'O' {
            self.after_ss3 = true;
        } else {
            // Alt and a key: none is bound, but standby wakes on it.
            self.press(Code::Other);
        }
    }
}

/// Keys sent as `ESC O x`, and as `ESC [ x`.
fn ss3(c: char) -> Code {
    match c {
        'A' => Code::Up,
        'B' => Code::Down,
        'C' => Code::Right,
        'D' => Code::Left,
        'H' => Code::Home,
        'F' => Code::End,
        'M' => Code::Enter,
        'P' => Code::F(1),
        'Q' => Code::F(2),
        'R' => Code::F(3),
        'S' => Code::F(4),
        _ => Code::Other,
    }
}

/// Keys sent as `ESC [ n ~`.
fn tilde(number: u16) -> Code {
    match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(u8::try_from(number - 10).unwrap_or(1)),
        17..=21 => Code::F(u8::try_from(number - 11).unwrap_or(6)),
        23 | 24 => Code::F(u8::try_from(number - 12).unwrap_or(11)),
        _ => Code::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        Parser::new().advance(
            &mut Reader {
                events: &mut events,
                after_ss3: false,
            },
            bytes,
        );
        events
    }

    fn codes(bytes: &[u8]) -> Vec<Code> {
        keys(bytes)
            .into_iter()
            .filter_map(|event| match event {
                Event::Key(key) => Some(key.code),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn arrows_come_in_both_cursor_modes() {
        assert_eq!(codes(b"\x1b[A\x1bOB"), [Code::Up, Code::Down]);
    }

    #[test]
    fn function_keys_come_in_every_dialect() {
        assert_eq!(
            codes(b"\x1bOP\x1b[11~\x1b[24~"),
            [Code::F(1), Code::F(1), Code::F(12)]
        );
    }

    #[test]
    fn letters_beyond_ascii_are_one_key() {
        assert_eq!(codes("é".as_bytes()), [Code::Char('é')]);
    }

    #[test]
    fn ctrl_c_is_ctrl_and_c() {
        assert_eq!(keys(b"\x03"), [Event::Key(Key::ctrl('c'))]);
    }

    #[test]
    fn both_backspace_bytes_are_backspace() {
        assert_eq!(codes(b"\x7f\x08"), [Code::Backspace, Code::Backspace]);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_break_the_reader(bytes: Vec<u8>) {
            keys(&bytes);
        }
    }
}
