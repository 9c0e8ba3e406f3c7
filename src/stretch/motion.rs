//! How the figure moves from its first pose into the stretch in the first second of a hold.

use std::time::Duration;

/// Pictures of the way, the first pose left out: twelve a second.
const FRAMES: u8 = 12;

/// How long each is seen.
const FRAME: Duration = Duration::from_nanos(1_000_000_000 / FRAMES as u64);

/// How far the figure has moved, 0 to 1, so far into a hold: slowly at both ends.
pub fn moved(passed: Duration) -> f32 {
    let frame = u8::try_from(passed.as_nanos() / FRAME.as_nanos()).unwrap_or(FRAMES);
    let share = f32::from(frame.min(FRAMES)) / f32::from(FRAMES);
    share * share * (3.0 - 2.0 * share)
}

/// How long until it moves on; `None` when it stands in the stretch.
pub fn until_moved(passed: Duration) -> Option<Duration> {
    let frame = u32::try_from(passed.as_nanos() / FRAME.as_nanos()).unwrap_or(u32::MAX);
    (frame < u32::from(FRAMES)).then(|| (FRAME * (frame + 1)).saturating_sub(passed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_moves_forward_in_twelve_steps_and_stands_after_a_second() {
        let (mut at, mut frames) = (Duration::ZERO, Vec::new());
        while let Some(wait) = until_moved(at) {
            assert!(!wait.is_zero());
            frames.push(moved(at));
            at += wait;
        }
        assert_eq!(frames.len(), 12);
        assert!(frames.is_sorted() && frames[0] < 0.01);
        assert!(at <= Duration::from_secs(1) && moved(at) > 0.99);
        assert!(moved(at.saturating_sub(Duration::from_nanos(1))) < 0.99);
    }
}
