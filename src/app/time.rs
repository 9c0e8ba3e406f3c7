//! Instants as the edge hands them in. The core never reads a clock.

use std::time::Duration;

/// One moment on two clocks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Now {
    /// Time since the program began, on a clock that stands still while the machine sleeps.
    pub mono: Duration,
    /// Time since the program began, on a clock that goes on while the machine sleeps.
    pub boot: Duration,
}

impl Now {
    /// Both clocks at the same reading; for machines that never sleep, and for tests.
    pub const fn at(elapsed: Duration) -> Self {
        Self { mono: elapsed, boot: elapsed }
    }

    /// How long the machine has slept since the program began.
    pub fn slept(self) -> Duration {
        self.boot.saturating_sub(self.mono)
    }
}
