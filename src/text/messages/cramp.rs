//! A cramp now: what stands beside the steps of the guide.

pub const LEG_NOT_SAID: &str = "Leg not said";

/// What was done about a cramp, as the diary keeps it.
pub fn steps_done(muscle: &str, position: &str) -> String {
    format!("steps for {muscle} {position}")
}

// In a window too small for the steps; the time stands before each.
pub fn too_small_for_steps(age: &str, place: &str) -> String {
    format!("{age} {place}. Make the window larger to see the steps.")
}
pub fn too_small(age: &str) -> String {
    format!("{age} Window too small.")
}
