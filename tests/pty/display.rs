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
}

impl Feed {
    /// Everything that was sent so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
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
            feed.bytes.lock().unwrap().extend(&buffer[..length]);
            feed.more.notify_all();
            if let Some((every, _)) = pace {
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
        Self {
            feed,
            screen,
            parsed: 0,
        }
    }

    /// What it shows now, without spaces at the ends of lines.
    pub fn text(&mut self) -> String {
        let contents = self.screen().contents();
        let lines: Vec<&str> = contents.lines().map(str::trim_end).collect();
        lines.join("\n")
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
/// on its way, nor a part of a character.
fn showable(bytes: &[u8]) -> usize {
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|seen| seen == mark);
    if let Some(begin) = last(BEGIN)
        && last(END).is_none_or(|end| end < begin)
    {
        return begin;
    }
    let whole = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    if bytes.len() - whole < 4 {
        whole
    } else {
        bytes.len()
    }
}
