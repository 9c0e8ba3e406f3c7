//! The modes of the terminal: set on entering, and restored on every way out.
//!
//! One lock guards the modes and every write, so that no late frame can be drawn on a restored
//! screen. The signal thread and the panic hook leave through the same handle as the program.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::cursor::{Hide, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};

use super::platform;

/// A terminal in the modes of the full screen. Restores it when dropped.
#[derive(Debug)]
pub(super) struct TerminalSession {
    handle: TerminalHandle,
}

/// A shared handle, through which any thread may restore the terminal.
#[derive(Debug, Clone)]
pub struct TerminalHandle(Arc<Mutex<TerminalModes>>);

#[derive(Debug)]
struct TerminalModes {
    entered: bool,
    title: String,
    black_background: bool,
}

/// How long leaving waits for a frame that is being written. A terminal that reads nothing can
/// block a write for ever; the modes must be restored all the same.
const LOCK_TIMEOUT: Duration = Duration::from_millis(200);

const PUSH_TITLE: &[u8] = b"\x1b[22;2t";
const POP_TITLE: &[u8] = b"\x1b[23;2t";
const BRACKETED_PASTE_ON: &[u8] = b"\x1b[?2004h";
const BRACKETED_PASTE_OFF: &[u8] = b"\x1b[?2004l";
/// Keys in their usual form, whatever form another program asked for before.
const PUSH_USUAL_KEYS: &[u8] = b"\x1b[>0u";
const POP_KEYS: &[u8] = b"\x1b[<1u";
const BLACK_BACKGROUND: &[u8] = b"\x1b]11;#000000\x1b\\";
const OWN_BACKGROUND: &[u8] = b"\x1b]111\x1b\\";
/// Resets modes that a crashed program may have left on: the form of keys, colours, line-drawing
/// letters, insert mode, origin mode and scroll region.
const USUAL_MODES: &[u8] = b"\x1b[>4m\x1b[0m\x1b(B\x0f\x1b[4l\x1b[?6l\x1b[r";
const CLEAR: &[u8] = b"\x1b[H\x1b[2J";

impl TerminalSession {
    /// A session with this title of the window, and with the window's own background black where
    /// that is wanted. It has not entered yet, so that signals and panics can be handled before it
    /// does.
    pub(super) fn new(title: String, black_background: bool) -> Self {
        let modes = TerminalModes { entered: false, title, black_background };
        Self { handle: TerminalHandle(Arc::new(Mutex::new(modes))) }
    }

    /// Enters the full screen: raw mode, alternate screen, title, hidden cursor.
    ///
    /// # Errors
    /// When the terminal cannot be set to raw mode or written to.
    pub(super) fn enter(&self) -> io::Result<()> {
        self.handle.lock().enter()
    }

    /// A handle for other threads and for drawing.
    pub(super) fn handle(&self) -> TerminalHandle {
        self.handle.clone()
    }
}

impl Drop for TerminalSession {
    fn drop(&mut self) {
        self.handle.leave();
    }
}

impl TerminalHandle {
    fn lock(&self) -> MutexGuard<'_, TerminalModes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Restores the terminal. Doing so twice is harmless; errors are ignored, since nobody could
    /// see them.
    pub fn leave(&self) {
        let deadline = Instant::now() + LOCK_TIMEOUT;
        loop {
            match self.0.try_lock() {
                Ok(mut modes) => return modes.leave(),
                Err(TryLockError::Poisoned(poisoned)) => return poisoned.into_inner().leave(),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    thread::sleep(Duration::from_millis(2));
                }
                Err(TryLockError::WouldBlock) => {
                    // The other thread hangs in a write.
                    let _ = disable_raw_mode();
                    return;
                }
            }
        }
    }

    /// Enters again after a stop, unless the program has left.
    pub fn enter_again(&self) {
        let mut modes = self.lock();
        if modes.entered {
            let _ = modes.enter();
        }
    }

    /// Leaves, runs `stop` (which stops the process and returns when it is continued), and enters
    /// again. No frame can be drawn in between.
    pub fn suspend(&self, stop: impl FnOnce()) {
        let mut modes = self.lock();
        let was_ours = modes.entered;
        modes.leave();
        stop();
        if was_ours {
            let _ = modes.enter();
        }
    }

    /// Writes a frame, unless the terminal has been restored.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let modes = self.lock();
        if modes.entered { platform::write_terminal(bytes) } else { Ok(()) }
    }
}

impl TerminalModes {
    /// Sets every mode, also when already entered: a stop that cannot be caught may have changed
    /// any of them.
    fn enter(&mut self) -> io::Result<()> {
        // crossterm does nothing when it believes raw mode is on, but the shell may have switched
        // it off while the process was stopped.
        disable_raw_mode()?;
        enable_raw_mode()?;
        let was_entered = std::mem::replace(&mut self.entered, true);
        platform::read_without_waiting()?;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, Hide)?;
        if !was_entered {
            bytes.extend(PUSH_TITLE);
            bytes.extend(PUSH_USUAL_KEYS);
        }
        bytes.extend(USUAL_MODES);
        bytes.extend(b"\x1b]2;");
        let title = self.title.bytes();
        bytes.extend(title.filter(|byte| !byte.is_ascii_control()));
        bytes.extend(b"\x1b\\");
        bytes.extend(BRACKETED_PASTE_ON);
        if self.black_background {
            bytes.extend(BLACK_BACKGROUND);
        }
        // A terminal without an alternate screen would show its old text between ours.
        bytes.extend(CLEAR);
        platform::write_terminal(&bytes)
    }

    fn leave(&mut self) {
        if !self.entered {
            return;
        }
        self.entered = false;
        let mut bytes = Vec::new();
        // Writing to memory cannot fail.
        let _ = queue!(bytes, EndSynchronizedUpdate, SetAttribute(Attribute::Reset));
        // A terminal without an alternate screen would show the prompt in the middle of our frame.
        bytes.extend(CLEAR);
        if self.black_background {
            bytes.extend(OWN_BACKGROUND);
        }
        bytes.extend(BRACKETED_PASTE_OFF);
        bytes.extend(POP_KEYS);
        bytes.extend(POP_TITLE);
        // After a stop the terminal may have stored the colours of a frame with the shell's screen.
        let reset = SetAttribute(Attribute::Reset);
        let _ = queue!(bytes, Show, LeaveAlternateScreen, reset);
        let _ = platform::write_terminal(&bytes);
        let _ = disable_raw_mode();
    }
}

/// Restores the terminal in a panic before its message is printed.
pub(super) fn restore_on_panic(handle: TerminalHandle) {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        handle.leave();
        report(panic);
    }));
}
