//! A cramp now: what stands beside the steps of the guide.

use std::time::Duration;

use jiff::civil::Time;

use super::amounts::clock;

pub(crate) const LEG_NOT_SAID: &str = "Leg not said";

/// What was done about a cramp, as the diary keeps it.
pub(crate) fn steps_done(muscle: &str, position: &str) -> String {
    format!("steps for {muscle} {position}")
}

/// How soon the next step comes, as `0:12`.
pub(crate) fn next_in(time: &str) -> String {
    format!("next in {time}")
}

/// When a cramp began, as `began 03:12`.
pub(crate) fn began(time: Time) -> String {
    format!("began {:02}:{:02}", time.hour(), time.minute())
}

/// When a cramp lasts too long, as `10:00`.
pub(crate) fn get_help_at(time: &str) -> String {
    format!("{time} get help")
}

// Who must not stretch, where the guide's own sentence has no room above the step.
pub(crate) const CHECK_SHORT: &str = "! Swollen, hot, red, cold, hurt? Stop";
pub(crate) const CHECK_SHORTEST: &str = "Swollen, hot? Stop";

/// The place of rescue in the header.
pub(crate) const CRAMP_NOW: &str = "Cramp now";

// Standby, before the screen goes black.
pub(crate) const STANDBY_HINT: &str = "Any key: a cramp now";
pub(crate) const STANDBY_LEAVE: &str = "q leaves";

/// How long a cramp lasted, as `It lasted 4:03.`
pub(crate) fn lasted(time: Duration) -> String {
    format!("It lasted {}.", clock(time))
}
