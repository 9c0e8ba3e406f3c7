//! Labels: which leg, what a key does.

pub(crate) const LEFT_LEG: &str = "left leg";
pub(crate) const RIGHT_LEG: &str = "right leg";
pub(crate) const BOTH_LEGS: &str = "both legs";

// What a key does.
pub(crate) const DANGER: &str = "danger signs";
pub(crate) const START: &str = "start";
pub(crate) const RESUME: &str = "resume";
