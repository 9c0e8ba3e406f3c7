//! A cramp now: what stands beside the steps of the guide.

pub const LEG_NOT_SAID: &str = "Leg not said";

/// What was done about a cramp, as the diary keeps it.
pub fn steps_done(muscle: &str, position: &str) -> String {
    format!("rescue steps, {muscle} {position}")
}
