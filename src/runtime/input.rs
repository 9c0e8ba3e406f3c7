//! Keys, pastes and new sizes of the window, as crossterm reads them.
//!
//! A thread reads them, because crossterm waits for the rest of a sequence that has begun, and
//! the timer must not wait with it.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::platform::{SignalWatch, continued_flag};
use super::programs::child::ManagedChildren;
use super::terminal::TerminalHandle;
use crate::app::key::{KeyName, KeyPress};
use crate::app::message::Message;

/// Where input comes from.
pub trait InputSource {
    /// What happened on the full screen, or a typed line.
    type Item;

    /// Waits for input, at most `timeout`, and returns all that is there, in order. An empty list
    /// means that the time is up.
    ///
    /// # Errors
    /// When the terminal can no longer be read.
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Self::Item>>;

    /// Whether the process was stopped and continued since the last call of this or of
    /// [`InputSource::wait`].
    fn was_stopped(&mut self) -> bool {
        false
    }
}

/// Input from the terminal and from signals.
#[derive(Debug)]
pub struct Keyboard {
    /// Not yet started; taken by the first wait.
    signals: Option<SignalWatch>,
    continued: Arc<AtomicBool>,
    sender: SyncSender<io::Result<Message>>,
    receiver: Receiver<io::Result<Message>>,
}

/// How many inputs are read ahead; the rest waits in the terminal.
const READ_AHEAD: usize = 4096;

impl Keyboard {
    /// Reads from the terminal; the threads start with the first wait.
    ///
    /// # Errors
    /// When no signal can be watched.
    pub fn new(terminal: TerminalHandle, children: ManagedChildren) -> io::Result<Self> {
        let (sender, receiver) = sync_channel(READ_AHEAD);
        // The flag first: it must be set before the thread of the signals learns of a stop.
        let continued = continued_flag()?;
        let signals = Some(SignalWatch::new(terminal, children)?);
        Ok(Self { signals, continued, sender, receiver })
    }

    /// Starts the threads. Called after the first frame, which they would delay.
    fn start(&mut self, signals: SignalWatch) -> io::Result<()> {
        let sender = self.sender.clone();
        signals.start(move || {
            // When the queue is full the flag still tells of the stop.
            let _ = sender.try_send(Ok(Message::Continued));
        })?;
        let sender = self.sender.clone();
        thread::Builder::new()
            .name("input".to_owned())
            .stack_size(256 * 1024)
            .spawn(move || read_all(&sender, event::read))?;
        Ok(())
    }
}

impl InputSource for Keyboard {
    type Item = Message;

    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Message>> {
        if let Some(signals) = self.signals.take() {
            self.start(signals)?;
        }
        let first = match self.receiver.recv_timeout(timeout.unwrap_or(Duration::MAX)) {
            Ok(first) => Some(first),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        };
        let mut inputs = Vec::new();
        if self.was_stopped() {
            inputs.push(Message::Continued);
        }
        for input in first.into_iter().chain(self.receiver.try_iter().take(READ_AHEAD)) {
            inputs.push(input?);
        }
        Ok(inputs)
    }

    fn was_stopped(&mut self) -> bool {
        self.continued.swap(false, Ordering::Relaxed)
    }
}

/// Reads until the terminal is gone or the receiver is dropped. A panic is passed on as an error,
/// because the main loop would else wait for keys for ever.
fn read_all(sender: &SyncSender<io::Result<Message>>, mut read: impl FnMut() -> io::Result<Event>) {
    let mut replies = ReplyFilter::default();
    let reading = || {
        loop {
            let event = read()?;
            if !replies.skips(&event)
                && let Some(message) = message(event)
                && sender.send(Ok(message)).is_err()
            {
                return Ok(());
            }
        }
    };
    let end = catch_unwind(AssertUnwindSafe(reading));
    if let Err(error) = end.unwrap_or_else(|_| Err(io::Error::other("reading keys has failed"))) {
        let _ = sender.send(Err(error));
    }
}

/// Drops a late reply of the terminal to an earlier program, which crossterm reads as an Alt key
/// followed by the letters of the reply.
#[derive(Debug, Default)]
struct ReplyFilter {
    /// When the last key of the reply came, while one is being read.
    inside: Option<Instant>,
}

/// The keys of a reply come closer together than anybody types.
const SAME_REPLY: Duration = Duration::from_millis(20);

impl ReplyFilter {
    fn skips(&mut self, event: &Event) -> bool {
        let Event::Key(key) = event else { return false };
        let KeyCode::Char(c) = key.code else {
            self.inside = None;
            return false;
        };
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let now = Instant::now();
        let goes_on = self.inside.is_some_and(|last| now - last < SAME_REPLY);
        if !goes_on {
            let begins = alt && matches!(c, ']' | 'P' | 'X' | '^' | '_');
            self.inside = begins.then_some(now);
            return begins;
        }
        let bell = c == 'g' && key.modifiers.contains(KeyModifiers::CONTROL);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let ends = control || alt && c == '\\';
        self.inside = (!ends).then_some(now);
        bell || !control
    }
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Some(Message::Pressed(pressed(key))),
        Event::Paste(text) => Some(Message::Pasted(text)),
        // The size is read before every frame.
        Event::Resize(..) => Some(Message::DeadlineReached),
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

fn pressed(key: KeyEvent) -> KeyPress {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let others = KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    let code = match key.code {
        KeyCode::Char(_) if key.modifiers.intersects(others) => KeyName::Other,
        // Some terminals send these bytes for Enter and Backspace.
        KeyCode::Char('j') if ctrl => KeyName::Enter,
        KeyCode::Char('h') if ctrl => KeyName::Backspace,
        KeyCode::Char(c) if ctrl => return KeyPress::ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::SHIFT) => {
            KeyName::Char(c.to_ascii_uppercase())
        }
        KeyCode::Char(c) => KeyName::Char(c),
        KeyCode::F(n) => KeyName::F(n),
        KeyCode::Enter => KeyName::Enter,
        KeyCode::Esc => KeyName::Esc,
        KeyCode::Backspace => KeyName::Backspace,
        KeyCode::Tab => KeyName::Tab,
        KeyCode::BackTab => KeyName::BackTab,
        KeyCode::Delete => KeyName::Delete,
        KeyCode::Left => KeyName::Left,
        KeyCode::Right => KeyName::Right,
        KeyCode::Up => KeyName::Up,
        KeyCode::Down => KeyName::Down,
        KeyCode::Home => KeyName::Home,
        KeyCode::End => KeyName::End,
        KeyCode::PageUp => KeyName::PageUp,
        KeyCode::PageDown => KeyName::PageDown,
        _ => KeyName::Other,
    };
    KeyPress::plain(code)
}

#[cfg(test)]
mod tests;
