//! The terminal session: entered, left, suspended, and restored on every way out.
//!
//! One lock guards the modes and every write, so that no late frame can land on
//! a restored screen. The thread in `signals` and the panic hook leave through
//! the same door as the program itself.

pub mod backend;
mod blanks;
mod cluster;
mod ink;
mod line;
mod number;
mod pen;
mod runs;
pub mod signals;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use line::Line;

use crossterm::cursor::{Hide, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};

/// What to switch on besides the alternate screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The window's title while the program runs.
    pub title: String,
    /// Turn the window's own background black.
    pub black_background: bool,
}

/// The terminal while it is ours. Restores it when dropped.
#[derive(Debug)]
pub struct Session {
    stage: Stage,
}

/// A handle on the modes of the terminal; any thread may leave through it.
#[derive(Debug, Clone)]
pub struct Stage {
    modes: Arc<Mutex<Modes>>,
    /// Apart from the modes: it must come back even while a write is stuck.
    line: Line,
}

#[derive(Debug)]
struct Modes {
    line: Line,
    entered: bool,
    options: Options,
}

/// How long leaving waits for a frame that is being written. A terminal that
/// reads nothing can hold a write for ever; the modes still have to come back.
const PATIENCE: Duration = Duration::from_millis(200);

impl Session {
    /// A session that has not begun. Signals and panics can be seen to first, so
    /// that none comes between.
    pub fn new(options: Options) -> Self {
        let line = Line::default();
        let modes = Modes {
            line: line.clone(),
            entered: false,
            options,
        };
        let stage = Stage {
            modes: Arc::new(Mutex::new(modes)),
            line,
        };
        Self { stage }
    }

    /// Takes the terminal: raw mode, alternate screen, title, hidden cursor.
    ///
    /// # Errors
    /// When the terminal cannot be set to raw mode or written to.
    pub fn enter(&self) -> io::Result<()> {
        self.stage.lock().enter()
    }

    /// The handle for other threads and for drawing.
    pub fn stage(&self) -> Stage {
        self.stage.clone()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.stage.leave();
    }
}

impl Stage {
    fn lock(&self) -> MutexGuard<'_, Modes> {
        self.modes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the terminal back. Doing so twice is harmless; errors are ignored
    /// because there is nobody left to tell.
    pub fn leave(&self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.modes.try_lock() {
                Ok(mut modes) => return modes.leave(),
                Err(TryLockError::Poisoned(poisoned)) => return poisoned.into_inner().leave(),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    thread::sleep(Duration::from_millis(2));
                }
                Err(TryLockError::WouldBlock) => {
                    // The writer is stuck in a terminal that reads nothing.
                    self.line.restore();
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

    /// Leaves, lets `borrower` have the terminal, and takes it again. Signals are answered
    /// meanwhile as if the program had left.
    pub fn lend(&self, borrower: impl FnOnce()) {
        self.lock().leave();
        borrower();
        let _ = self.lock().enter();
    }

    /// Writes a frame, unless the terminal has been given back.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let modes = self.lock();
        if modes.entered {
            write_all(bytes)
        } else {
            Ok(())
        }
    }
}

impl Modes {
    /// Also while it is ours already: a stop that could not be caught may have
    /// changed anything.
    fn enter(&mut self) -> io::Result<()> {
        self.line.raw()?;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, Hide)?;
        if !self.entered {
            bytes.extend(b"\x1b[22;2t");
        }
        self.entered = true;
        bytes.extend(b"\x1b]2;");
        bytes.extend(
            self.options
                .title
                .bytes()
                .filter(|byte| !byte.is_ascii_control()),
        );
        bytes.extend(b"\x1b\\");
        if self.options.black_background {
            bytes.extend(b"\x1b]11;#000000\x1b\\");
        }
        write_all(&bytes)
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
        bytes.extend(b"\x1b[H\x1b[2J");
        if self.options.black_background {
            bytes.extend(b"\x1b]111\x1b\\");
        }
        bytes.extend(b"\x1b[23;2t");
        // Entered twice, as after a stop, a terminal may have kept the colours of
        // a frame for the screen it gives back.
        let reset = SetAttribute(Attribute::Reset);
        let _ = queue!(bytes, Show, LeaveAlternateScreen, reset);
        let _ = write_all(&bytes);
        self.line.restore();
    }
}

/// Straight to the terminal: the standard library's own buffer of 1 KB would
/// tear a frame into several writes, and its lock may be held by another thread
/// while a signal has to be answered.
fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    let stdout = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(stdout, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(rustix::io::Errno::INTR) => {}
            Err(rustix::io::Errno::AGAIN) => thread::sleep(Duration::from_millis(1)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Makes a panic give the terminal back before its message is printed.
pub fn restore_on_panic(stage: Stage) {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        stage.leave();
        report(panic);
    }));
}
