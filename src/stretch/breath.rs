//! A calm pace for breathing during a hold.
//!
//! The evidence only says never to hold the breath. Four seconds in and six out is this program's own pace.

use std::time::Duration;

/// How long the breath goes in.
pub const IN: Duration = Duration::from_secs(4);
/// How long the breath goes out.
pub const OUT: Duration = Duration::from_secs(6);

const BREATHE_IN: &str = "Breathe in";
/// The longer of the words for it.
pub(crate) const BREATHE_OUT: &str = "Breathe out";

/// One moment of a breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breath {
    /// Whether it goes in.
    pub inward: bool,
    /// How full the lungs are shown, in thousandths; rises on the way in and falls on the way out.
    pub fullness: u16,
}

impl Breath {
    /// What a screen says meanwhile.
    pub fn words(self) -> &'static str {
        if self.inward { BREATHE_IN } else { BREATHE_OUT }
    }
}

/// The breath after this much of a hold. A hold begins with a breath in.
pub fn breath(passed: Duration) -> Breath {
    let cycle = (IN + OUT).as_millis();
    let at = passed.as_millis() % cycle;
    let (full, empty) = (IN.as_millis(), OUT.as_millis());
    let inward = at < full;
    let share = if inward { at * 1000 / full } else { 1000 - (at - full) * 1000 / empty };
    Breath { inward, fullness: u16::try_from(share).unwrap_or(1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fills_in_four_seconds_and_empties_in_six() {
        let at = |ms| breath(Duration::from_millis(ms));
        assert_eq!((at(0).inward, at(0).fullness), (true, 0));
        assert_eq!((at(2000).inward, at(2000).fullness), (true, 500));
        assert_eq!((at(4000).inward, at(4000).fullness), (false, 1000));
        assert_eq!((at(7000).inward, at(7000).fullness), (false, 500));
        assert_eq!(at(10_000), at(0));
    }
}
