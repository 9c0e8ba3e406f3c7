//! How the figure moves from its first pose into the stretch at the start of a hold: in one step,
//! within a second. Each step draws most of it anew, and a still picture is a calm one.

use std::time::Duration;

/// How long the first pose is seen in a hold.
const SEEN: Duration = Duration::from_millis(500);

/// The poses it is seen in, as shares of the way.
pub const POSES: [f32; 2] = [0.0, 1.0];

/// How far the figure has moved, 0 to 1, so far into a hold.
pub fn moved(into: Duration) -> f32 {
    POSES[usize::from(into >= SEEN)]
}

/// How long until it moves; `None` when it stands in the stretch.
pub fn until_moved(into: Duration) -> Option<Duration> {
    SEEN.checked_sub(into).filter(|wait| !wait.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_stands_in_the_stretch_within_a_second() {
        let wait = until_moved(Duration::ZERO).unwrap();
        assert!(wait < Duration::from_secs(1));
        let just_before = wait.checked_sub(Duration::from_nanos(1)).unwrap();
        assert!(moved(just_before) < 0.01 && until_moved(just_before).is_some());
        assert!(moved(wait) > 0.99 && until_moved(wait).is_none());
    }
}
