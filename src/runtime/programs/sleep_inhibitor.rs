//! The machine is kept awake for as long as that is wanted and it is not on battery: pulling
//! the plug lets go, plugging in takes hold again.

use std::time::{Duration, Instant};

use super::keep_awake::{KeepAwake, Power};
use crate::text::messages::system;

/// How long a program that keeps awake gets to find out that it cannot. It is looked at once more
/// after [`POLL_INTERVAL`].
const GIVES_UP_WITHIN: Duration = Duration::from_millis(500);

/// How often a machine that has a battery is looked at whether it runs on it.
const POLL_INTERVAL: Duration = Duration::from_secs(10);

/// What is wanted, and what has come of it.
#[derive(Debug, Default)]
pub struct SleepInhibitor {
    wanted: bool,
    held: Option<KeepAwake>,
    /// When to look next, and how long before this was said; `None` when nothing can change.
    next: Option<(Instant, Duration)>,
    /// What is in the way is told once.
    told: bool,
}

impl SleepInhibitor {
    /// Keeps the machine awake from now on, or no longer. The message is for the reader.
    pub fn want(&mut self, on: bool) -> Option<String> {
        if on == self.wanted {
            return None;
        }
        self.wanted = on;
        (self.held, self.next) = (None, None);
        let message = on.then(|| self.follow(Power::now()))?;
        self.tell(message)
    }

    /// How soon [`Self::poll`] is worth calling; `None` when there is nothing to look at.
    pub fn poll_interval(&self) -> Option<Duration> {
        self.next.map(|(_, pace)| pace)
    }

    /// Looks, when it is time, whether what keeps the machine awake still does and still may.
    pub fn poll(&mut self) -> Option<String> {
        let (from, pace) = self.next?;
        if from.elapsed() < pace {
            return None;
        }
        let first = pace == GIVES_UP_WITHIN;
        let gave_up = self.held.as_mut().and_then(KeepAwake::gave_up);
        let message = if gave_up.is_some() {
            // It would give up again.
            (self.held, self.next) = (None, None);
            gave_up
        } else {
            let message = self.follow(Power::now());
            if first && self.held.is_some() {
                self.next = Some((Instant::now(), POLL_INTERVAL));
            }
            message
        };
        self.tell(message)
    }

    fn tell(&mut self, message: Option<String>) -> Option<String> {
        let told = self.told;
        self.told |= message.is_some();
        message.filter(|_| !told)
    }

    /// Takes hold or lets go, as the power allows.
    fn follow(&mut self, power: Power) -> Option<String> {
        let later = (power != Power::Mains).then_some(POLL_INTERVAL);
        self.next = later.map(|pace| (Instant::now(), pace));
        if power == Power::Battery {
            self.held = None;
            return Some(system::ON_BATTERY.to_owned());
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
                // Without a program for it no plug will help.
                self.next = None;
                Some(message)
            }
        }
    }
}
