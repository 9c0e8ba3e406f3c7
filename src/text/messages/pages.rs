//! What stands on the pages besides the words of the guide.

use std::time::Duration;

use super::amounts::spelled;

/// Said where a guide on another topic shows what it borrowed.
pub(crate) const BORROWED: &str = "From the built-in guide to leg cramps.";

/// Stands below the warning that rescue shows in place of its steps.
pub(crate) const STEPS_ALL_THE_SAME: &str = "Only read about it? Press c for the cramp steps.";

/// Stands in a text of the guide where no number is configured.
pub(crate) const EMERGENCY_NUMBER: &str = "your local emergency number";

/// When somebody last looked whether a guide is still right, behind its name.
pub(crate) fn last_checked(day: &str) -> String {
    format!(", last checked {day}")
}

// The answers so far.
pub(crate) const YOUR_ANSWERS: &str = "Your answers";

pub(crate) const WORDS: &str = "Words";

pub(crate) const WHEN_IT_LET_GO: &str = "When it has let go";

/// The heading, with the cramp in a few words.
pub(crate) fn cramp_now(cramp: &str) -> String {
    format!("A cramp now: {cramp}")
}

/// Heads the advice for a cramp that stays.
pub(crate) fn still_there(after: Duration) -> String {
    format!("Still there after {}", spelled(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advice_for_a_cramp_that_stays_names_the_limit_of_the_guide() {
        let head = |seconds| still_there(Duration::from_secs(seconds));
        assert_eq!(head(600), "Still there after 10 minutes");
        assert_eq!(head(60), "Still there after 1 minute");
        assert_eq!(head(90), "Still there after 1 minute 30 seconds");
        assert_eq!(head(30), "Still there after 30 seconds");
    }
}
