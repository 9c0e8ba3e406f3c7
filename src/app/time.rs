//! Instants as the runtime hands them in. The core never reads a clock.

use std::time::Duration;

use jiff::civil::Time;

use crate::stretch::cramp::BootTime;

/// One moment on two clocks, and on the wall.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Now {
    /// Time since the program began, on a clock that stands still while the machine sleeps.
    pub mono: Duration,
    /// Time since the program began, on a clock that goes on while the machine sleeps.
    pub boot: BootTime,
    /// What a clock on the wall shows, where there is one.
    pub wall: Option<Time>,
}

impl Now {
    /// Both clocks at the same reading; for machines that never sleep, and for tests.
    pub const fn at(elapsed: Duration) -> Self {
        Self { mono: elapsed, boot: BootTime(elapsed), wall: None }
    }

    /// How long the machine has slept since the program began.
    pub fn slept(self) -> Duration {
        self.boot.0.saturating_sub(self.mono)
    }
}
