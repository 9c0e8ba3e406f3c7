//! The terminal while it is ours: taken, given back, suspended, and restored on every way out.
//!
//! One lock guards the modes and every write, so that no late frame can land on a restored
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

/// What to switch on besides the alternate screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TerminalOptions {
    /// The window's title while the program runs.
    pub title: String,
    /// Turn the window's own background black.
    pub black_background: bool,
}

/// The terminal while it is ours. Restores it when dropped.
#[derive(Debug)]
pub struct TerminalSession {
    handle: TerminalHandle,
}

/// A handle on the modes of the terminal; any thread may leave through it.
#[derive(Debug, Clone)]
pub struct TerminalHandle(Arc<Mutex<TerminalModes>>);

#[derive(Debug)]
struct TerminalModes {
    entered: bool,
    options: TerminalOptions,
}

/// How long leaving waits for a frame that is being written. A terminal that
/// reads nothing can hold a write for ever; the modes still have to come back.
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
/// Undoes what a program that crashed may have left on: another form of keys, colours,
/// line-drawing letters, insert mode, an origin and a scroll region of its own.
const USUAL_MODES: &[u8] = b"\x1b[>4m\x1b[0m\x1b(B\x0f\x1b[4l\x1b[?6l\x1b[r";
const CLEAR: &[u8] = b"\x1b[H\x1b[2J";

impl TerminalSession {
    /// A session that has not begun. Signals and panics can be seen to first, so
    /// that none comes between.
    pub fn new(options: TerminalOptions) -> Self {
        let modes = TerminalModes { entered: false, options };
        Self { handle: TerminalHandle(Arc::new(Mutex::new(modes))) }
    }

    /// Takes the terminal: raw mode, alternate screen, title, hidden cursor.
    ///
    /// # Errors
    /// When the terminal cannot be set to raw mode or written to.
    pub fn enter(&self) -> io::Result<()> {
        self.handle.lock().enter()
    }

    /// The handle for other threads and for drawing.
    pub fn handle(&self) -> TerminalHandle {
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

    /// Gives the terminal back. Doing so twice is harmless; errors are ignored
    /// because there is nobody left to tell.
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
                    // The writer is stuck in a terminal that reads nothing.
                    let _ = disable_raw_mode();
                    return;
                }
            }
        }
    }

    /// Takes the terminal again after a stop, unless it has been given back for good.
    pub fn enter_again(&self) {
        let mut modes = self.lock();
        if modes.entered {
            let _ = modes.enter();
        }
    }

    /// Leaves, runs `stop` (which stops the process and returns when it is
    /// continued), and takes the terminal again; no frame can come between.
    pub fn suspend(&self, stop: impl FnOnce()) {
        let mut modes = self.lock();
        let was_ours = modes.entered;
        modes.leave();
        stop();
        if was_ours {
            let _ = modes.enter();
        }
    }

    /// Writes a frame, unless the terminal has been given back.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let modes = self.lock();
        if modes.entered { platform::write_terminal(bytes) } else { Ok(()) }
    }
}

impl TerminalModes {
    /// Also while it is ours already: a stop that could not be caught may have
    /// changed anything.
    fn enter(&mut self) -> io::Result<()> {
        // crossterm takes raw mode for granted once it has switched it on, but a shell may have
        // switched it off while the process was stopped.
        disable_raw_mode()?;
        enable_raw_mode()?;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, Hide)?;
        if !self.entered {
            bytes.extend(PUSH_TITLE);
            bytes.extend(PUSH_USUAL_KEYS);
        }
        self.entered = true;
        bytes.extend(USUAL_MODES);
        bytes.extend(b"\x1b]2;");
        let title = self.options.title.bytes();
        bytes.extend(title.filter(|byte| !byte.is_ascii_control()));
        bytes.extend(b"\x1b\\");
        bytes.extend(BRACKETED_PASTE_ON);
        if self.options.black_background {
            bytes.extend(BLACK_BACKGROUND);
        }
        // Where there is no alternate screen the old text would stand between ours.
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
        // A terminal with one screen only would keep the frame, with the prompt in its middle.
        bytes.extend(CLEAR);
        if self.options.black_background {
            bytes.extend(OWN_BACKGROUND);
        }
        bytes.extend(BRACKETED_PASTE_OFF);
        bytes.extend(POP_KEYS);
        bytes.extend(POP_TITLE);
        // Entered twice, as after a stop, a terminal may have kept the colours of
        // a frame for the screen it gives back.
        let reset = SetAttribute(Attribute::Reset);
        let _ = queue!(bytes, Show, LeaveAlternateScreen, reset);
        let _ = platform::write_terminal(&bytes);
        let _ = disable_raw_mode();
    }
}

/// Makes a panic give the terminal back before its message is printed.
pub fn restore_on_panic(handle: TerminalHandle) {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        handle.leave();
        report(panic);
    }));
}
