//! A stopwatch that is given the time: it counts nothing down and so cannot drift.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Why it stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pause {
    /// The person asked, or looks at another screen.
    Asked,
    /// The machine slept or the program was stopped.
    Gap,
}

/// Time run so far, with pauses left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stopwatch {
    /// It runs.
    Running {
        /// Since this instant.
        since: Duration,
        /// What it showed then.
        shown: Duration,
    },
    /// It stands still.
    Paused {
        /// What it shows.
        shown: Duration,
        /// Why it does not run.
        why: Pause,
    },
}

impl Stopwatch {
    /// Lets it run from this instant, and tells why it stood still; no effect while it runs.
    pub fn resume(&mut self, now: Duration) -> Option<Pause> {
        let Self::Paused { shown, why } = *self else { return None };
        *self = Self::Running { since: now, shown };
        Some(why)
    }

    /// Stops it as of this instant; no effect while it stands still.
    pub fn pause(&mut self, now: Duration, why: Pause) {
        if self.paused().is_none() {
            *self = Self::Paused { shown: self.elapsed(now), why };
        }
    }

    /// Why it stands still, if it does.
    pub fn paused(&self) -> Option<Pause> {
        match self {
            Self::Running { .. } => None,
            Self::Paused { why, .. } => Some(*why),
        }
    }

    /// What it shows at this instant; an instant before its start counts as the start.
    pub fn elapsed(&self, now: Duration) -> Duration {
        match self {
            Self::Running { since, shown } => *shown + now.saturating_sub(*since),
            Self::Paused { shown, .. } => *shown,
        }
    }
}

/// A time left, in the whole seconds a person is shown: 10 until a full second is gone, never 0 before the end.
pub fn seconds_shown(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn pauses_are_left_out() {
        let mut watch = Stopwatch::Running { since: ms(1000), shown: ms(0) };
        assert_eq!(watch.resume(ms(1500)), None);
        assert_eq!(watch.elapsed(ms(2000)), ms(1000));
        watch.pause(ms(2500), Pause::Asked);
        watch.pause(ms(3000), Pause::Gap);
        assert_eq!(watch.elapsed(ms(90_000)), ms(1500));
        assert_eq!(watch.resume(ms(90_000)), Some(Pause::Asked));
        assert_eq!(watch.elapsed(ms(90_250)), ms(1750));
    }

    #[test]
    fn an_instant_before_the_start_counts_as_the_start() {
        let watch = Stopwatch::Running { since: ms(1000), shown: ms(7) };
        assert_eq!(watch.elapsed(ms(400)), ms(7));
    }

    #[test]
    fn a_full_second_is_shown_until_it_is_gone() {
        assert_eq!(seconds_shown(ms(10_000)), 10);
        assert_eq!(seconds_shown(ms(9001)), 10);
        assert_eq!(seconds_shown(ms(9000)), 9);
        assert_eq!(seconds_shown(ms(1)), 1);
    }
}
