//! Labels and signs: which leg, how soon, what a key does.

pub(crate) const LEFT_LEG: &str = "left leg";
pub(crate) const RIGHT_LEG: &str = "right leg";
pub(crate) const BOTH_LEGS: &str = "both legs";

// The signs have a plain form where only ASCII is drawn.
pub(crate) const CHECK: &str = "✓";
pub(crate) const MORE: &str = "…";

// What a key does.
pub(crate) const DANGER: &str = "danger signs";
pub(crate) const START: &str = "start";
pub(crate) const RESUME: &str = "resume";
