//! The person: limbs, trunk, head and the stretched muscle, from back to front.

use glam::Vec2;

use super::Posture;
use super::joints::{ArmJoints, Joints, LegJoints};
use super::props;
use super::shape::{BodyShape, Capsule, Tone};
use crate::guide::raw::Highlight;
use crate::stretch::Leg;

/// Thickness of the parts, in hundredths of a standing person.
const SHOULDER: f32 = 5.3;
const WAIST: f32 = 4.7;
const PELVIS: f32 = 5.9;
const THIGH: [f32; 2] = [6.2, 4.3];
const SHIN: [f32; 2] = [4.0, 2.4];
const ARM: [f32; 3] = [2.9, 2.3, 1.8];
const HEAD: [f32; 2] = [5.0, 5.6];

/// The shapes of the person, with what is in the hands, the farthest first.
pub(super) fn shapes(posture: &Posture<'_>) -> Vec<BodyShape> {
    let figure = posture.figure;
    let joints = &Joints::of(figure, posture.held.unwrap_or_default());
    let muscle = |leg: LegJoints| posture.held.map(|_| leg.muscle(figure.highlight));
    let mut shapes = Vec::new();
    if let Some(far_arm) = joints.other_arm {
        shapes.push(arm(joints.shoulder, far_arm, Tone::Far));
    }
    shapes.push(joints.other.shape(Tone::Far));
    if posture.leg == Some(Leg::Both) {
        shapes.extend(muscle(joints.other));
    }
    shapes.push(trunk(joints));
    shapes.push(joints.stretched.shape(Tone::Near));
    shapes.extend(muscle(joints.stretched));
    shapes.extend(head(joints, Joints::front(figure)));
    shapes.extend(props::held(figure, joints));
    shapes.push(arm(joints.shoulder, joints.arm, Tone::Near));
    shapes
}

fn trunk(joints: &Joints) -> BodyShape {
    let waist = joints.shoulder.lerp(joints.hip, 0.62);
    let collar = joints.neck.lerp(joints.shoulder, 0.6);
    BodyShape::round(
        Tone::Trunk,
        vec![
            Capsule::new(collar, joints.shoulder, [3.4, SHOULDER]),
            Capsule::new(joints.shoulder, waist, [SHOULDER, WAIST]),
            Capsule::new(waist, joints.hip, [WAIST, PELVIS]),
        ],
    )
}

/// The neck and the head with its nose to the front.
fn head(joints: &Joints, front: f32) -> [BodyShape; 2] {
    let up = (joints.head - joints.neck).normalize_or_zero();
    let front = up.perp() * front;
    let neck =
        BodyShape::round(Tone::Near, vec![Capsule::new(joints.neck - up, joints.head, [2.3, 2.5])]);
    let chin = joints.head - up * 1.4 + front * 0.7;
    let crown = joints.head + up * 0.9;
    let nose = joints.head - up * 0.4 + front * 5.2;
    let skull = BodyShape::round(
        Tone::Near,
        vec![Capsule::new(chin, crown, HEAD), Capsule::new(nose - front * 2.0, nose, [1.4, 0.9])],
    );
    [neck, skull]
}

fn arm(shoulder: Vec2, joints: ArmJoints, tone: Tone) -> BodyShape {
    let fore = (joints.hand - joints.elbow).normalize_or_zero();
    let begin = shoulder.lerp(joints.elbow, 0.3);
    let middle = ARM[0] + (ARM[1] - ARM[0]) * 0.3;
    BodyShape::round(
        tone,
        vec![
            Capsule::new(shoulder, begin, [ARM[0], middle]),
            Capsule::new(begin, joints.elbow, [middle, ARM[1]]).apart(),
            Capsule::new(joints.elbow, joints.hand, [ARM[1], ARM[2]]).apart(),
            Capsule::new(joints.hand, joints.hand + fore * 1.4, [2.0, 1.8]).apart(),
        ],
    )
}

impl LegJoints {
    fn shape(&self, tone: Tone) -> BodyShape {
        let LegJoints { knee, ankle, .. } = *self;
        let begin = self.hip.lerp(knee, 0.34);
        let middle = THIGH[0] + (THIGH[1] - THIGH[0]) * 0.34;
        let back = self.back_of_shin();
        let top = knee.lerp(ankle, 0.12) + back * 0.6;
        let belly = knee.lerp(ankle, 0.32) + back;
        let end = knee.lerp(ankle, 0.64) + back * 0.4;
        let mut capsules = vec![
            Capsule::new(self.hip, begin, [THIGH[0], middle]),
            Capsule::new(begin, knee, [middle, THIGH[1]]).apart(),
            Capsule::new(knee, ankle, SHIN).apart(),
            Capsule::new(top, belly, [3.4, 4.3]),
            Capsule::new(belly, end, [4.3, 2.9]),
        ];
        capsules.extend(self.foot([2.4, 2.6, 1.5]));
        BodyShape::round(tone, capsules)
    }

    /// Heel, instep and toes, with these radii.
    fn foot(&self, [heel_radius, instep, toe_radius]: [f32; 3]) -> [Capsule; 3] {
        let LegJoints { ankle, toe, .. } = *self;
        let (along, sole) = (self.along_foot(), self.sole());
        let heel = ankle - along * 2.2 + sole * 0.5;
        let tip = toe + sole * 0.9;
        let ball = heel.lerp(tip, 0.72) + sole * 0.1;
        [
            Capsule::new(heel, ball, [heel_radius, toe_radius + 0.2]).apart(),
            Capsule::new(ankle, ball, [instep, toe_radius + 0.3]).apart(),
            Capsule::new(ball, tip, [toe_radius + 0.2, toe_radius]).apart(),
        ]
    }

    fn along_foot(&self) -> Vec2 {
        (self.toe - self.ankle).normalize_or_zero()
    }

    /// Out of the sole, away from the shin.
    fn sole(&self) -> Vec2 {
        let side = self.along_foot().perp();
        let shin = self.knee - self.ankle;
        side * -side.dot(shin).signum()
    }

    fn back_of_shin(&self) -> Vec2 {
        let down = (self.ankle - self.knee).normalize_or_zero();
        down.perp() * -self.front_of_shin()
    }

    /// The stretched muscle: a spindle on its side of the bone, or the foot.
    fn muscle(&self, highlight: Highlight) -> BodyShape {
        let LegJoints { knee, ankle, .. } = *self;
        let front = (knee - self.hip).normalize_or_zero().perp() * self.front_of_thigh();
        let thigh = |side: Vec2| {
            let at = |share, out| self.hip.lerp(knee, share) + side * out;
            vec![
                Capsule::new(at(0.2, 2.2), at(0.52, 1.9), [2.2, 2.9]),
                Capsule::new(at(0.52, 1.9), at(0.86, 1.3), [2.9, 1.5]),
            ]
        };
        let capsules = match highlight {
            Highlight::Calf => {
                let back = self.back_of_shin();
                let at = |share, out| knee.lerp(ankle, share) + back * out;
                vec![
                    Capsule::new(at(0.1, 1.2), at(0.34, 1.4), [2.0, 3.3]),
                    Capsule::new(at(0.34, 1.4), at(0.68, 0.6), [3.3, 1.5]),
                ]
            }
            Highlight::Hamstring => thigh(front * -1.0),
            Highlight::Quadriceps => thigh(front),
            Highlight::Foot => self.foot([2.5, 2.3, 1.6]).to_vec(),
        };
        let whole = |capsule: Capsule| Capsule { apart: false, ..capsule };
        BodyShape::round(Tone::Muscle, capsules.into_iter().map(whole).collect())
    }
}
