//! Keeps the machine awake while that is wanted and it does not run on battery.

use std::time::{Duration, Instant};

use super::keep_awake::{KeepAwake, Power};

/// How long after its start it is first checked whether the program that keeps awake has failed.
const GIVES_UP_WITHIN: Duration = Duration::from_millis(500);

/// How often a machine with a battery is checked.
const POLL_INTERVAL: Duration = Duration::from_secs(10);

/// Whether it is wanted, and the program that does it.
#[derive(Debug, Default)]
pub(super) struct SleepInhibitor {
    wanted: bool,
    held: Option<KeepAwake>,
    /// Since when to wait, and how long, until the next check; `None` when nothing can change.
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
        (self.held, self.next) = (None, None);
        let message = on.then(|| self.follow(Power::now()))?;
        self.report_once(message)
    }

    /// When to call [`Self::poll`] next; `None` when nothing can change.
    pub(super) fn poll_interval(&self) -> Option<Duration> {
        self.next.map(|(_, delay)| delay)
    }

    /// Checks, when it is time, the program that keeps awake and the battery.
    pub(super) fn poll(&mut self) -> Option<String> {
        let (from, delay) = self.next?;
        if from.elapsed() < delay {
            return None;
        }
        let first = delay == GIVES_UP_WITHIN;
        let gave_up = self.held.as_mut().and_then(KeepAwake::gave_up);
        let message = if gave_up.is_some() {
            // It would fail again.
            (self.held, self.next) = (None, None);
            gave_up
        } else {
            let message = self.follow(Power::now());
            if first && self.held.is_some() {
                self.next = Some((Instant::now(), POLL_INTERVAL));
            }
            message
        };
        self.report_once(message)
    }

    fn report_once(&mut self, message: Option<String>) -> Option<String> {
        let reported = self.reported;
        self.reported |= message.is_some();
        message.filter(|_| !reported)
    }

    /// Starts or stops keeping awake, as the power allows.
    fn follow(&mut self, power: Power) -> Option<String> {
        let later = (power != Power::Mains).then_some(POLL_INTERVAL);
        self.next = later.map(|delay| (Instant::now(), delay));
        if power == Power::Battery {
            self.held = None;
            return Some("The computer is on battery, so it is not kept awake.".to_owned());
        }
        if self.held.is_some() {
            return None;
        }
        match KeepAwake::start() {
            Ok(awake) => {
                self.held = Some(awake);
                self.next = Some((Instant::now(), GIVES_UP_WITHIN));
                None
            }
            Err(message) => {
                // Without a program for it the power does not matter.
                self.next = None;
                Some(message)
            }
        }
    }
}
