//! Whether the process was stopped and continued, told by the signal itself.
//!
//! Set before the main thread runs on, so that a wait that has ended meanwhile is not taken
//! for mere lateness.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use signal_hook::consts::{SIGCONT, SIGTERM};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::companions::running::AllRunning;

/// Remembers that the process was continued after a stop.
#[derive(Debug)]
pub struct Stops(Arc<AtomicBool>);

impl Stops {
    /// Takes note from now on.
    ///
    /// # Errors
    /// When the system lets the signal not be caught.
    pub fn watch() -> io::Result<Self> {
        let continued = Arc::new(AtomicBool::new(false));
        flag::register(SIGCONT, Arc::clone(&continued))?;
        Ok(Self(continued))
    }

    /// Whether the process was continued since this was last asked.
    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

/// Whoever ends this process ends what it has started, too. The other signals that end it come
/// from the terminal, which sends them to all of us. Only for a program line by line: the full
/// screen answers signals by itself.
///
/// # Errors
/// When the system lets the signal not be caught, or gives no thread.
pub fn end_with_us(running: AllRunning) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM])?;
    let end = move || {
        for signal in signals.forever() {
            running.end_for_good();
            let _ = emulate_default_handler(signal);
        }
    };
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(end)?;
    Ok(())
}
