//! Tells a program that hangs from a machine that is busy, or that stood still for a while.

use std::time::{Duration, Instant};

/// What has not come within this time hangs. No verdict on speed: the busiest machine is far below.
const LONGEST: Duration = Duration::from_secs(60);

/// So often it is looked at all the same, a few milliseconds apart: a machine that stood still
/// kept nobody waiting.
const FEWEST_LOOKS: u32 = 1000;

/// How long something was waited for.
pub struct Patience {
    began: Instant,
    looks: u32,
}

impl Patience {
    /// From now on.
    pub fn new() -> Self {
        Self { began: Instant::now(), looks: 0 }
    }

    /// Whether what has not come at this look, one of many, never will.
    pub fn ends(&mut self) -> bool {
        self.looks += 1;
        self.looks > FEWEST_LOOKS && self.began.elapsed() > LONGEST
    }
}
