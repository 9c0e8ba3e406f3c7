//! Labels of what the guide and the diary hold as values: how soon, how sure, which leg, how placed.

// How soon to get help.
pub const SELF_CARE: &str = "Self-care";
pub const ROUTINE: &str = "See a doctor";
pub const URGENT: &str = "Urgent: get help today";
pub const EMERGENCY: &str = "Emergency: get help now";

// The same as a badge; the signs have a plain form where only ASCII is drawn.
pub const CHECK: &str = "✓";
pub const DOT: &str = "●";
pub const EMPTY_DOT: &str = "○";
pub const BADGE_SELF_CARE: &str = "SELF-CARE";
pub const BADGE_ROUTINE: &str = "SEE A DOCTOR";
pub const BADGE_URGENT: &str = "URGENT TODAY";
pub const BADGE_EMERGENCY: &str = "EMERGENCY";

// How well a page is supported, in a sentence.
pub const GOOD: &str = "Good: trials or large studies agree.";
pub const MIXED: &str = "Mixed: studies or sources differ.";
pub const WEAK: &str = "Weak: few or small studies, or hints.";
pub const EXPERT: &str = "Expert advice: no good studies.";

// Where a muscle is, as the menus of the guide call it.
pub const HAMSTRING: &str = "back of the thigh";
pub const THIGH: &str = "front of the thigh";

// A leg.
pub const LEFT_LEG: &str = "left leg";
pub const RIGHT_LEG: &str = "right leg";
pub const BOTH_LEGS: &str = "both legs";

// How a person is placed.
pub const LYING: &str = "lying";
pub const SEATED: &str = "seated";
pub const STANDING: &str = "standing";

// How the legs take turns.
pub const ALTERNATE: &str = "alternating legs";
pub const EACH: &str = "one leg, then the other";
pub const BOTH: &str = "both legs at once";
