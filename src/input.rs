//! Keys from the terminal: waits for bytes, reads all there are, and turns them
//! into keys.
//!
//! Reads the terminal itself: crossterm's reader stops after 1 KB arriving at
//! once with one source, and spins through the last millisecond of every
//! time-out with the other; both use a whole core for ever when the terminal vanishes.

use std::io::{self, Read};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::app::key::Key;
use crate::terminal::signals::{CONTINUED, Wake, Watch};
use decode::Decoder;

pub mod decode;

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

    /// Whether the process was stopped and continued since this or [`Source::wait`] last said so.
    fn was_stopped(&mut self) -> bool {
        false
    }
}

/// The terminal on standard input, and the stream that tells of signals.
pub struct Keyboard {
    watch: Option<Watch>,
    wake: Option<Wake>,
    decoder: Decoder,
    keys: Vec<Key>,
    buffer: Vec<u8>,
}

/// How long the rest of a sequence is waited for; an escape byte alone is then the Esc key.
const ESCAPE_TIME: Duration = Duration::from_millis(20);

/// Bytes read at once; a flood is taken in this many bytes a frame.
const BUFFER: usize = 64 * 1024;

impl Keyboard {
    /// Reads from standard input. Signals are answered from the first wait on.
    pub fn new(watch: Watch) -> Self {
        Self {
            watch: Some(watch),
            wake: None,
            decoder: Decoder::default(),
            keys: Vec::new(),
            buffer: Vec::new(),
        }
    }

    fn read_keys(&mut self, events: &mut Vec<Event>) -> io::Result<()> {
        let stdin = rustix::stdio::stdin();
        self.buffer.resize(BUFFER, 0);
        loop {
            let length = match rustix::io::read(stdin, &mut self.buffer[..]) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(length) => length,
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => 0,
                Err(error) => return Err(error.into()),
            };
            self.decoder.feed(&self.buffer[..length], &mut self.keys);
            if self.keys.len() > BUFFER {
                break;
            }
            let patience = if self.decoder.is_waiting() {
                ESCAPE_TIME
            } else {
                Duration::ZERO
            };
            // A terminal hands out at most 4 KB a read; take what else is there.
            if !ready(PollFd::new(&stdin, PollFlags::IN), patience)? {
                self.decoder.give_up(&mut self.keys);
                break;
            }
        }
        events.extend(self.keys.drain(..).map(Event::Key));
        Ok(())
    }

    fn read_signals(&mut self, events: &mut Vec<Event>) {
        let mut bytes = [0; 64];
        let Some(wake) = &mut self.wake else { return };
        while let Ok(length @ 1..) = wake.stream.read(&mut bytes) {
            let continued = bytes[..length].contains(&CONTINUED);
            events.push(if continued {
                Event::Continued
            } else {
                Event::Resized
            });
        }
    }
}

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
                PollFd::new(&wake.stream, PollFlags::IN),
            ];
            let limit = timeout.map(timespec).transpose()?;
            match poll(&mut fds, limit.as_ref()) {
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            (!fds[0].revents().is_empty(), !fds[1].revents().is_empty())
        };
        let mut events = Vec::new();
        if self.was_stopped() {
            events.push(Event::Continued);
        }
        if signals {
            self.read_signals(&mut events);
        }
        if keys {
            self.read_keys(&mut events)?;
        }
        Ok(events)
    }

    fn was_stopped(&mut self) -> bool {
        match (&self.wake, &self.watch) {
            (Some(wake), _) => wake.stops.take(),
            (None, Some(watch)) => watch.was_stopped(),
            (None, None) => false,
        }
    }
}

fn ready(fd: PollFd<'_>, timeout: Duration) -> io::Result<bool> {
    let limit = timespec(timeout)?;
    let mut fds = [fd];
    loop {
        match poll(&mut fds, Some(&limit)) {
            Ok(count) => return Ok(count > 0),
            // A resize must not break a sequence apart: it would become the Esc key.
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn timespec(time: Duration) -> io::Result<Timespec> {
    Timespec::try_from(time).map_err(|_| io::ErrorKind::InvalidInput.into())
}
