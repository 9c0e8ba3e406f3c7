//! The figure of a stretch as a guide file writes it.

use serde::{Deserialize, Serialize};

/// A figure in two poses, side view, 0-100 with y upwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The pose before the stretch.
    pub start: Pose,
    /// The pose that is held.
    pub hold: Pose,
    /// Things around the person.
    #[serde(default)]
    pub props: Vec<Prop>,
    /// The muscle that is lit on the near leg.
    pub highlight: Highlight,
}

/// A point of the figure: x to the right, y upwards, both 0-100.
pub type Point = [f32; 2];

/// Joint positions of one pose.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pose {
    /// Centre of the head.
    pub head: Point,
    /// Base of the neck.
    pub neck: Point,
    /// The hip.
    pub hip: Point,
    /// The shoulder, where it differs from the neck.
    #[serde(default)]
    pub shoulder: Option<Point>,
    /// The elbow.
    pub elbow: Point,
    /// The hand.
    pub hand: Point,
    /// The elbow of the other arm, where that is to be seen.
    #[serde(default)]
    pub elbow_far: Option<Point>,
    /// The hand of the other arm.
    #[serde(default)]
    pub hand_far: Option<Point>,
    /// Knee of the near leg, the one that is stretched.
    pub knee_near: Point,
    /// Ankle of the near leg.
    pub ankle_near: Point,
    /// Toes of the near foot.
    pub toe_near: Point,
    /// Knee of the far leg.
    pub knee_far: Point,
    /// Ankle of the far leg.
    pub ankle_far: Point,
    /// Toes of the far foot.
    pub toe_far: Point,
}

/// A thing drawn beside the figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prop {
    /// What it is.
    pub kind: PropKind,
    /// The points of its outline.
    pub at: Vec<Point>,
}

/// The kinds of things a figure may lean on, sit on or hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PropKind {
    /// A wall, from bottom to top.
    Wall,
    /// A chair: top of the back, rear of the seat, front of the seat, foot of the front leg.
    Chair,
    /// The top edge of a bed.
    Bed,
    /// A towel or strap.
    Towel,
    /// The floor.
    Floor,
    /// A low step: two opposite corners.
    Step,
}

/// The muscle that a figure shows as stretched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Highlight {
    /// Back of the lower leg.
    Calf,
    /// Back of the thigh.
    Hamstring,
    /// Front of the thigh.
    Quadriceps,
    /// Sole of the foot.
    Foot,
}
