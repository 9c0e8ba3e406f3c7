//! The joints of a person at one moment between the two poses of a figure.

use glam::Vec2;

use crate::guide::raw::{Figure, JointPoints, Point};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Joints {
    pub(crate) head: Vec2,
    pub(crate) neck: Vec2,
    pub(crate) shoulder: Vec2,
    pub(crate) hip: Vec2,
    pub(crate) arm: ArmJoints,
    /// The arm behind the trunk, where the figure says where it is.
    pub(crate) other_arm: Option<ArmJoints>,
    /// The leg that is stretched.
    pub(crate) stretched: LegJoints,
    pub(crate) other: LegJoints,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ArmJoints {
    pub(crate) elbow: Vec2,
    pub(crate) hand: Vec2,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LegJoints {
    pub(crate) hip: Vec2,
    pub(crate) knee: Vec2,
    pub(crate) ankle: Vec2,
    pub(crate) toe: Vec2,
}

impl Joints {
    /// The joints this far on the way from the first pose, 0, to the held one, 1.
    pub(crate) fn of(figure: &Figure, held: f32) -> Self {
        let share = held.clamp(0.0, 1.0);
        let (start, end) = (&figure.start, &figure.hold);
        let at =
            |joint: fn(&JointPoints) -> Point| point(joint(start)).lerp(point(joint(end)), share);
        let neck = at(|pose| pose.neck);
        let hip = at(|pose| pose.hip);
        let between =
            |from: Point, to: Option<Point>| point(from).lerp(point(to.unwrap_or(from)), share);
        let shoulder = match start.shoulder {
            Some(from) => between(from, end.shoulder),
            None => neck.lerp(hip, 0.12),
        };
        let other_arm = start.elbow_far.zip(start.hand_far).map(|(elbow, hand)| ArmJoints {
            elbow: between(elbow, end.elbow_far),
            hand: between(hand, end.hand_far),
        });
        Self {
            head: at(|pose| pose.head),
            neck,
            shoulder,
            hip,
            arm: ArmJoints { elbow: at(|pose| pose.elbow), hand: at(|pose| pose.hand) },
            other_arm,
            stretched: LegJoints {
                hip,
                knee: at(|pose| pose.knee_near),
                ankle: at(|pose| pose.ankle_near),
                toe: at(|pose| pose.toe_near),
            },
            other: LegJoints {
                hip,
                knee: at(|pose| pose.knee_far),
                ankle: at(|pose| pose.ankle_far),
                toe: at(|pose| pose.toe_far),
            },
        }
    }

    /// On which side of the trunk, from hip to neck, its front is: 1 left, -1 right.
    ///
    /// Asked of the first pose: a person who bends far forward still has the same front.
    pub(crate) fn front(figure: &Figure) -> f32 {
        let start = Self::of(figure, 0.0);
        let up = start.neck - start.hip;
        let feet =
            (start.stretched.toe - start.stretched.ankle) + (start.other.toe - start.other.ankle);
        up.perp().dot(feet).signum()
    }

    /// Every joint.
    pub(crate) fn all(&self) -> impl Iterator<Item = Vec2> {
        let legs = [self.stretched, self.other];
        let legs = legs.into_iter().flat_map(|leg| [leg.knee, leg.ankle, leg.toe]);
        let arms = [Some(self.arm), self.other_arm];
        let arms = arms.into_iter().flatten().flat_map(|arm| [arm.elbow, arm.hand]);
        [self.head, self.neck, self.shoulder, self.hip].into_iter().chain(arms).chain(legs)
    }
}

impl LegJoints {
    /// On which side of the shin, going down, the toes are: 1 left, -1 right.
    pub(crate) fn front_of_shin(&self) -> f32 {
        let shin = self.ankle - self.knee;
        shin.perp().dot(self.toe - self.ankle).signum()
    }

    /// On which side of the thigh, going down, its front is: a knee only bends backwards.
    pub(crate) fn front_of_thigh(&self) -> f32 {
        let (thigh, shin) = (self.knee - self.hip, self.ankle - self.knee);
        let bend = thigh.perp().dot(shin);
        let straight = 0.12 * thigh.length() * shin.length();
        if bend.abs() > straight { -bend.signum() } else { self.front_of_shin() }
    }
}

/// A point of the guide, kept near the picture, whatever the file says: x to the right, y upwards.
pub(crate) fn point(at: Point) -> Vec2 {
    let near = |value: f32| if value.is_finite() { value.clamp(-100.0, 200.0) } else { 0.0 };
    Vec2::from(at.map(near))
}
