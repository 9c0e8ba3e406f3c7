//! What a terminal makes of the bytes it is sent: whole frames, at its own pace.

use std::io::Read;
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use crate::traces::{BEGIN, END};

/// Everything that was sent so far.
#[derive(Default)]
pub struct Feed {
    bytes: Mutex<Vec<u8>>,
    more: Condvar,
    hurried: AtomicBool,
}

impl Feed {
    /// Everything that was sent so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
    }

    /// Adds what was sent.
    pub fn add(&self, bytes: &[u8]) {
        self.bytes.lock().unwrap().extend(bytes);
        self.more.notify_all();
    }

    /// Takes these bytes out, if they are there.
    pub fn take_out(&self, what: &[u8]) -> bool {
        let mut bytes = self.bytes.lock().unwrap();
        let at = bytes.windows(what.len()).rposition(|seen| seen == what);
        if let Some(at) = at {
            bytes.drain(at..at + what.len());
        }
        at.is_some()
    }

    /// Everything that was sent so far, but for what has only begun to come.
    pub fn whole(&self) -> Vec<u8> {
        let mut bytes = self.bytes();
        bytes.truncate(showable(&bytes));
        bytes
    }

    /// From here on what is sent is taken as fast as it comes.
    pub fn hurry(&self) {
        self.hurried.store(true, Ordering::SeqCst);
    }

    /// How many bytes were sent so far.
    pub fn sent(&self) -> usize {
        self.bytes.lock().unwrap().len()
    }

    /// Waits until more is sent, at most so long.
    pub fn wait(&self, time: Duration) {
        let seen = self.bytes.lock().unwrap();
        let _ = self.more.wait_timeout(seen, time).unwrap();
    }
}

/// Takes what is sent, in steps of this pace if one is given, until the sender
/// is gone or the window closes.
pub fn read_along(
    mut bytes: Box<dyn Read + Send>,
    pace: Option<(Duration, usize)>,
    feed: Arc<Feed>,
    closing: Arc<AtomicBool>,
) -> thread::JoinHandle<()> {
    let read = move || {
        let mut buffer = vec![0; pace.map_or(64 * 1024, |(_, bytes)| bytes)];
        while let Ok(length @ 1..) = bytes.read(&mut buffer) {
            feed.add(&buffer[..length]);
            if let Some((every, _)) = pace
                && !feed.hurried.load(Ordering::SeqCst)
            {
                thread::sleep(every);
            }
            if closing.load(Ordering::SeqCst) {
                return;
            }
        }
    };
    thread::Builder::new().spawn(read).expect("a thread")
}

/// The screen that the bytes make.
pub struct Display {
    feed: Arc<Feed>,
    screen: vt100::Parser,
    parsed: usize,
}

impl Display {
    /// An empty screen of these columns and rows.
    pub fn new(feed: Arc<Feed>, (width, height): (u16, u16)) -> Self {
        let screen = vt100::Parser::new(cells(height), cells(width), 0);
        Self { feed, screen, parsed: 0 }
    }

    /// What it shows now, without spaces at the ends of lines.
    pub fn text(&mut self) -> String {
        let screen = self.screen();
        let rows = screen.rows(0, screen.size().1.get());
        let lines: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// What it shows now. A frame is shown when all of it is there.
    pub fn screen(&mut self) -> &vt100::Screen {
        let new = self.feed.bytes.lock().unwrap()[self.parsed..].to_vec();
        let new = &new[..showable(&new)];
        self.parsed += new.len();
        // This one terminal gives no cell to what stands for a character that must not be sent.
        let seen = String::from_utf8_lossy(new).replace('\u{fffd}', "?");
        self.screen.process(seen.as_bytes());
        self.screen.screen()
    }

    /// It has another size from here on.
    pub fn resize(&mut self, width: u16, height: u16) {
        let _ = self.screen();
        let screen = self.screen.screen_mut();
        screen.set_size(cells(height), cells(width));
    }
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN)
}

/// How many of these bytes can be shown: not a frame of which the end is still
/// on its way, nor a part of a sequence or of a character.
fn showable(bytes: &[u8]) -> usize {
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|seen| seen == mark);
    if let Some(begin) = last(BEGIN)
        && last(END).is_none_or(|end| end < begin)
    {
        return begin;
    }
    if let Some(escape) = last(b"\x1b")
        && has_only_begun(&bytes[escape..])
    {
        // Its own beginning may be the end of a string that has only begun itself.
        return showable(&bytes[..escape]);
    }
    let whole = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    if bytes.len() - whole < 4 { whole } else { bytes.len() }
}

/// Whether more must come of the sequence that this escape byte, the last one, begins.
fn has_only_begun(sequence: &[u8]) -> bool {
    match sequence.get(1) {
        None => true,
        Some(b'[') => !sequence[2..].iter().any(|byte| (0x40..0x7f).contains(byte)),
        // A string ends by a bell, or by another escape byte, which would be the last one.
        Some(b']' | b'P' | b'_') => !sequence.contains(&7),
        Some(_) => false,
    }
}

#[test]
fn what_has_only_begun_to_come_is_not_shown() {
    let frame: &[u8] = b"a\x1b[?2026h\x1b[1mb\xc3\xa4\x1b[?2026l\x1b]2;t\x1b\\c\xc3\xa4";
    let shown = |length: usize| String::from_utf8(frame[..showable(&frame[..length])].to_vec());
    for length in 0..=frame.len() {
        let shown = shown(length).unwrap();
        let whole = ["", "a", &shown_frame(false), &shown_frame(true)].contains(&shown.as_str());
        let after = shown.strip_prefix(&shown_frame(true));
        assert!(whole || after.is_some_and(|after| ["c", "cä"].contains(&after)), "{shown:?}");
    }
}

#[cfg(test)]
fn shown_frame(with_title: bool) -> String {
    let title = if with_title { "\x1b]2;t\x1b\\" } else { "" };
    format!("a\x1b[?2026h\x1b[1mbä\x1b[?2026l{title}")
}
