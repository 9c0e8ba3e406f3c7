//! Keys, pastes and new sizes of the window, as crossterm reads them.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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
    replies: ReplyFilter,
}

/// How many inputs come before the next frame, so that a flood of them is seen to be answered.
const INPUTS_A_FRAME: usize = 256;

/// crossterm counts milliseconds in 31 bits: 24 days.
const LONGEST_WAIT: Duration = Duration::from_secs(2_000_000);

/// For what has been read already. Asked with no time at all, crossterm would not look.
const LOOK: Duration = Duration::from_micros(10);

impl Keyboard {
    /// Reads from the terminal, and catches signals from the first wait on.
    ///
    /// # Errors
    /// When no signal can be watched.
    pub fn new(terminal: TerminalHandle, children: ManagedChildren) -> io::Result<Self> {
        // The flag first: it must be set before the thread of the signals learns of a stop.
        let continued = continued_flag()?;
        let signals = Some(SignalWatch::new(terminal, children, Arc::clone(&continued))?);
        Ok(Self { signals, continued, replies: ReplyFilter::default() })
    }
}

impl InputSource for Keyboard {
    type Item = Message;

    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Message>> {
        // Its thread would delay the first frame.
        if let Some(signals) = self.signals.take() {
            signals.start()?;
        }
        let mut inputs = Vec::new();
        let mut timeout =
            in_milliseconds(timeout.map_or(LONGEST_WAIT, |time| time.min(LONGEST_WAIT)));
        while inputs.len() < INPUTS_A_FRAME && event::poll(timeout)? {
            let event = without_alt_gr(event::read()?);
            if !self.replies.skips(&event) {
                inputs.extend(message(event));
            }
            timeout = LOOK;
        }
        if self.was_stopped() {
            inputs.insert(0, Message::Continued);
        }
        Ok(inputs)
    }

    fn was_stopped(&mut self) -> bool {
        self.continued.swap(false, Ordering::Relaxed)
    }
}

/// As crossterm can wait: it sleeps in whole milliseconds and would use a core for the rest of one,
/// so the next one is taken, and as much more as a sleep takes longer than asked.
fn in_milliseconds(timeout: Duration) -> Duration {
    let nanos = timeout.subsec_nanos().next_multiple_of(1_000_000);
    let whole = Duration::from_secs(timeout.as_secs()) + Duration::from_nanos(nanos.into());
    whole + Duration::from_micros(50)
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

/// On Windows a letter that is typed with `AltGr` comes with Ctrl and Alt; no key means anything with
/// both.
fn without_alt_gr(mut event: Event) -> Event {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    if let Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) = &mut event
        && modifiers.contains(alt_gr)
        && !c.is_ascii_alphanumeric()
    {
        modifiers.remove(alt_gr);
    }
    event
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Some(Message::Pressed(pressed(key))),
        Event::Paste(text) => Some(Message::Pasted(text)),
        // The size is read before every frame.
        Event::Resize(..) => Some(Message::Tick),
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
