//! The two clocks that a session runs on.

use std::time::{Duration, Instant};

use super::platform::boot_clock;
use crate::app::time::Now;

/// The two clocks that a session runs on, counted from the program's start.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// This clock stands still while the machine sleeps.
    start: Instant,
    boot: Duration,
}

impl Clock {
    /// Starts counting.
    pub fn start() -> Self {
        Self { start: Instant::now(), boot: boot_clock() }
    }

    /// The present moment.
    pub fn now(&self) -> Now {
        Now {
            mono: self.start.elapsed(),
            boot: boot_clock().saturating_sub(self.boot),
            wall: Some(jiff::Zoned::now().time()),
        }
    }
}
