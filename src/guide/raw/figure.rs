//! The figure of a stretch as a guide file writes it.

use super::{KeyFormat, MappingFormat, ValueFormat};

mapping! {
    /// A figure in two poses, side view, 0-100 with y upwards.
    pub struct Figure, "a figure" {
        /// The pose before the stretch.
        start: JointPoints = Mapping(JointPoints::FORMAT);
        /// The pose that is held.
        hold: JointPoints = Mapping(JointPoints::FORMAT);
        /// Things around the person.
        props: Vec<Prop> = List(&Mapping(Prop::FORMAT)), default;
        /// The muscle that is lit on the near leg.
        highlight: Highlight = Word(Highlight::WORDS);
    }
}

/// A point of the figure: x to the right, y upwards, both 0-100.
pub type Point = [f32; 2];

mapping! {
    /// Where the joints are in one pose.
    #[derive(Copy)]
    pub struct JointPoints, "a pose" {
        /// Centre of the head.
        head: Point = Point;
        /// Base of the neck.
        neck: Point = Point;
        /// The hip.
        hip: Point = Point;
        /// The shoulder, where it differs from the neck.
        shoulder: Option<Point> = Point, default;
        /// The elbow.
        elbow: Point = Point;
        /// The hand.
        hand: Point = Point;
        /// The elbow of the other arm, where that is to be seen.
        elbow_far: Option<Point> = Point, default;
        /// The hand of the other arm.
        hand_far: Option<Point> = Point, default;
        /// Knee of the near leg, the one that is stretched.
        knee_near: Point = Point;
        /// Ankle of the near leg.
        ankle_near: Point = Point;
        /// Toes of the near foot.
        toe_near: Point = Point;
        /// Knee of the far leg.
        knee_far: Point = Point;
        /// Ankle of the far leg.
        ankle_far: Point = Point;
        /// Toes of the far foot.
        toe_far: Point = Point;
    }
}

mapping! {
    /// A thing drawn beside the figure.
    pub struct Prop, "a prop" {
        /// What it is.
        kind: PropKind = Word(PropKind::WORDS);
        /// The points of its outline.
        at: Vec<Point> = List(&Point);
    }
}

words! {
    /// The kinds of things a figure may lean on, sit on or hold.
    pub enum PropKind {
        /// A wall, from bottom to top.
        Wall = "wall",
        /// A chair: top of the back, rear of the seat, front of the seat, foot of the front leg.
        Chair = "chair",
        /// The top edge of a bed.
        Bed = "bed",
        /// A towel or strap.
        Towel = "towel",
        /// The floor.
        Floor = "floor",
        /// A low step: two opposite corners.
        Step = "step",
    }
}

words! {
    /// The muscle that a figure shows as stretched.
    pub enum Highlight {
        /// Back of the lower leg.
        Calf = "calf",
        /// Back of the thigh.
        Hamstring = "hamstring",
        /// Front of the thigh.
        Quadriceps = "quadriceps",
        /// Sole of the foot.
        Foot = "foot",
    }
}
