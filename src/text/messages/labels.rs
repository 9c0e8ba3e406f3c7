//! Labels of what the guide and the diary hold as values: how soon, how sure, which leg, how placed.

// How soon to get help.
pub(crate) const SELF_CARE: &str = "Self-care";
pub(crate) const ROUTINE: &str = "See a doctor";
pub(crate) const URGENT: &str = "Urgent: get help today";
pub(crate) const EMERGENCY: &str = "Emergency: get help now";

// The same as a badge; the signs have a plain form where only ASCII is drawn.
pub(crate) const CHECK: &str = "✓";
pub(crate) const DOT: &str = "●";
pub(crate) const EMPTY_DOT: &str = "○";
pub(crate) const BADGE_SELF_CARE: &str = "SELF-CARE";
pub(crate) const BADGE_ROUTINE: &str = "SEE A DOCTOR";
pub(crate) const BADGE_URGENT: &str = "URGENT TODAY";
pub(crate) const BADGE_EMERGENCY: &str = "EMERGENCY";

// How well a page is supported, in a sentence.
pub(crate) const GOOD: &str = "Good: trials or large studies agree.";
pub(crate) const MIXED: &str = "Mixed: studies or sources differ.";
pub(crate) const WEAK: &str = "Weak: few or small studies, or hints.";
pub(crate) const EXPERT: &str = "Expert advice: no good studies.";

// Where a muscle is, as the menus of the guide call it.
pub(crate) const HAMSTRING: &str = "back of the thigh";
pub(crate) const THIGH: &str = "front of the thigh";

// A leg.
pub(crate) const LEFT_LEG: &str = "left leg";
pub(crate) const RIGHT_LEG: &str = "right leg";
pub(crate) const BOTH_LEGS: &str = "both legs";

// How a person is placed.
pub(crate) const LYING: &str = "lying";
pub(crate) const SEATED: &str = "seated";
pub(crate) const STANDING: &str = "standing";

// How the legs take turns.
pub(crate) const ALTERNATE: &str = "alternating legs";
pub(crate) const EACH: &str = "one leg, then the other";
pub(crate) const BOTH: &str = "both legs at once";
