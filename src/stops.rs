//! Whether the process was stopped and continued, told by the signal itself.
//!
//! Set before the main thread runs on, so that a wait that has ended meanwhile is not taken
//! for mere lateness.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::SIGCONT;
use signal_hook::flag;

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
