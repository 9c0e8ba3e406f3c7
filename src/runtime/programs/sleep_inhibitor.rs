//! Keeps the machine awake, but not its display, while that is wanted and it does not run on battery.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::child::ManagedChild;
use super::{FAILS_WITHIN, first};
use crate::runtime::platform;
pub use crate::runtime::platform::is_on_battery;
use crate::text::io_error;

/// How often a machine with a battery is checked.
const POLL_INTERVAL: Duration = Duration::from_secs(10);

/// Whether it is wanted, and the program that does it. That waits for the end of a pipe, which the
/// system closes however this process ends, even after `kill -9`.
#[derive(Debug, Default)]
pub(super) struct SleepInhibitor {
    wanted: bool,
    /// The name of the program, while it is to run.
    running: Option<&'static str>,
    child: ManagedChild,
    /// Since when to wait, and how long, until the next check; `None` while nothing runs.
    next: Option<(Instant, Duration)>,
    /// A failure is reported once.
    reported: bool,
}

impl SleepInhibitor {
    /// Keeps the machine awake from now on, or no longer. The message is for the reader.
    pub(super) fn want(&mut self, on: bool) -> Option<String> {
        if on == self.wanted {
            return None;
        }
        self.wanted = on;
        self.release();
        on.then(|| self.check())?
    }

    /// When to call [`Self::poll`] next; `None` while nothing runs.
    pub(super) fn poll_interval(&self) -> Option<Duration> {
        self.next.map(|(_, delay)| delay)
    }

    /// Checks, when it is time, the program that keeps awake and the battery.
    pub(super) fn poll(&mut self) -> Option<String> {
        let (from, delay) = self.next?;
        (from.elapsed() >= delay).then(|| self.check())?
    }

    /// Starts or ends the program, as the power allows.
    fn check(&mut self) -> Option<String> {
        let next = Some((Instant::now(), POLL_INTERVAL));
        let message = match self.running {
            Some(name) if self.child.ended().is_some() => {
                // It would fail again.
                self.release();
                format!("The computer is not kept awake: `{name}` ended.")
            }
            _ if is_on_battery() => {
                self.release();
                self.next = next;
                "The computer is on battery, so it is not kept awake.".to_owned()
            }
            Some(_) => {
                self.next = next;
                return None;
            }
            None => match self.start() {
                Ok(()) => return None,
                Err(message) => {
                    self.release();
                    message
                }
            },
        };
        (!std::mem::replace(&mut self.reported, true)).then_some(message)
    }

    fn start(&mut self) -> Result<(), String> {
        let Some((name, mut command)) = first(platform::KEEP_AWAKE) else {
            return Err("This system has no program that keeps it awake.".to_owned());
        };
        let started = self.child.start(command.stdin(Stdio::piped()));
        let failed = |error| format!("The computer is not kept awake: {}.", io_error::why(&error));
        started.map_err(failed)?;
        self.running = Some(name);
        self.next = Some((Instant::now(), FAILS_WITHIN));
        Ok(())
    }

    fn release(&mut self) {
        self.child.end();
        (self.running, self.next) = (None, None);
    }
}

impl Drop for SleepInhibitor {
    fn drop(&mut self) {
        self.child.end();
    }
}
