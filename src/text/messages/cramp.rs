//! A cramp now: what stands beside the steps of the guide.

use std::time::Duration;

use jiff::civil::Time;

use super::amounts::clock;

pub const LEG_NOT_SAID: &str = "Leg not said";

/// What was done about a cramp, as the diary keeps it.
pub fn steps_done(muscle: &str, position: &str) -> String {
    format!("steps for {muscle} {position}")
}

/// How soon the next step comes, as `0:12`.
pub fn next_in(time: &str) -> String {
    format!("next in {time}")
}

/// When a cramp began, as `began 03:12`.
pub fn began(time: Time) -> String {
    format!("began {:02}:{:02}", time.hour(), time.minute())
}

/// When a cramp lasts too long, as `10:00`.
pub fn get_help_at(time: &str) -> String {
    format!("{time} get help")
}

// Who must not stretch, where the guide's own sentence has no room above the step.
pub const CHECK_SHORT: &str = "! Swollen, hot, red, cold, hurt? Stop";
pub const CHECK_SHORTEST: &str = "Swollen, hot? Stop";

/// The place of rescue in the header.
pub const CRAMP_NOW: &str = "Cramp now";

// Standby, before the screen goes black.
pub const STANDBY_HINT: &str = "Any key: a cramp now";
pub const STANDBY_LEAVE: &str = "q leaves";

/// How long a cramp lasted, as `It lasted 4:03.`
pub fn lasted(time: Duration) -> String {
    format!("It lasted {}.", clock(time))
}
