//! The line settings of the terminal: raw while it is ours, else as they were.
//!
//! Kept by ourselves: crossterm takes raw mode for granted once it has switched
//! it on, but a shell may have switched it off while the process was stopped.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

/// The settings from before, while they are not in force.
#[derive(Debug, Clone, Default)]
pub(super) struct Line(Arc<Mutex<Option<Termios>>>);

impl Line {
    /// Switches to raw mode, whatever the settings are now.
    pub(super) fn raw(&self) -> io::Result<()> {
        let stdin = rustix::stdio::stdin();
        let mut before = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = tcgetattr(stdin)?;
        let mut raw = now.clone();
        raw.make_raw();
        tcsetattr(stdin, OptionalActions::Now, &raw)?;
        before.get_or_insert(now);
        Ok(())
    }

    /// Brings the settings from before back. Harmless when they are in force.
    pub(super) fn restore(&self) {
        let mut before = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = before.take() {
            let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &before);
        }
    }
}
