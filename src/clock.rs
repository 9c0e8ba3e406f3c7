//! The clocks of the machine, read nowhere else in a running session.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::app::time::Now;

/// The two clocks that a session runs on, counted from the program's start.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Now,
}

/// Goes on while the machine sleeps.
#[cfg(target_os = "linux")]
const BOOT: ClockId = ClockId::Boottime;
/// Goes on while the machine sleeps.
#[cfg(not(target_os = "linux"))]
const BOOT: ClockId = ClockId::Monotonic;

/// Stands still while the machine sleeps.
#[cfg(target_os = "macos")]
const MONO: ClockId = ClockId::UptimeRaw;
/// Stands still while the machine sleeps.
#[cfg(not(target_os = "macos"))]
const MONO: ClockId = ClockId::Monotonic;

impl Clock {
    /// Starts counting.
    pub fn start() -> Self {
        Self {
            start: Now {
                mono: read(MONO),
                boot: read(BOOT),
            },
        }
    }

    /// The present moment.
    pub fn now(&self) -> Now {
        Now {
            mono: read(MONO).saturating_sub(self.start.mono),
            boot: read(BOOT).saturating_sub(self.start.boot),
        }
    }
}

fn read(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let nanos = u32::try_from(time.tv_nsec).unwrap_or(0);
    Duration::new(seconds, nanos)
}
