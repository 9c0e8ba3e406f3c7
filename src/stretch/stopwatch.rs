//! A stopwatch that is given the time: it counts nothing down and so cannot drift.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Time run so far, with pauses left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopwatch {
    accumulated: Duration,
    started: Option<Duration>,
}

impl Stopwatch {
    /// A paused stopwatch that shows this much already.
    pub fn at(accumulated: Duration) -> Self {
        Self { accumulated, started: None }
    }

    /// Lets it run from this instant; no effect while it runs.
    pub fn start(&mut self, now: Duration) {
        self.started.get_or_insert(now);
    }

    /// Stops it as of this instant; no effect while it is stopped.
    pub fn pause(&mut self, now: Duration) {
        self.accumulated = self.elapsed(now);
        self.started = None;
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        self.started.is_some()
    }

    /// What it shows at this instant; an instant before its start counts as the start.
    pub fn elapsed(&self, now: Duration) -> Duration {
        self.started
            .map_or(self.accumulated, |started| self.accumulated + now.saturating_sub(started))
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
        let mut watch = Stopwatch::default();
        watch.start(ms(1000));
        watch.start(ms(1500));
        assert_eq!(watch.elapsed(ms(2000)), ms(1000));
        watch.pause(ms(2500));
        assert_eq!(watch.elapsed(ms(90_000)), ms(1500));
        watch.start(ms(90_000));
        assert_eq!(watch.elapsed(ms(90_250)), ms(1750));
    }

    #[test]
    fn an_instant_before_the_start_counts_as_the_start() {
        let mut watch = Stopwatch::at(ms(7));
        watch.start(ms(1000));
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
