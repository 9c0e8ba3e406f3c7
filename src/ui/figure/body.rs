//! The person: limbs, head and the stretched muscle, painted back to front.

use super::raster::{Dot, Ink, Raster, length};
use super::view::{View, head_radius, wide};
use crate::guide::raw::{Highlight, Point, Pose};
use crate::stretch::Leg;

/// Thickness of the parts, in units of the figure.
const TORSO: f64 = 3.4;
const NEAR: f64 = 2.6;
const FAR: f64 = 1.2;
const ARM: f64 = 1.8;
/// How far a stretched muscle stands out from the bone.
const BULGE: f64 = 5.0;

/// One leg of a pose.
#[derive(Debug, Clone, Copy)]
struct Limb {
    hip: [f64; 2],
    knee: [f64; 2],
    ankle: [f64; 2],
    toe: [f64; 2],
}

/// Which legs stand where and which of them stretch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    /// The leg with the stretch is behind the other.
    pub(super) behind: bool,
    /// Both legs stretch.
    pub(super) both: bool,
}

impl Turn {
    /// How this leg is drawn, judged by the first pose: a person facing right shows the right leg.
    pub(super) fn of(leg: Leg, pose: &Pose) -> Self {
        let shows_right = faces_right(pose);
        Self {
            behind: match leg {
                Leg::Left => shows_right,
                Leg::Right => !shows_right,
                Leg::Both => false,
            },
            both: leg == Leg::Both,
        }
    }
}

/// Whether the person's front is turned so that the right side is the near one.
fn faces_right(pose: &Pose) -> bool {
    let up = from(pose.hip, pose.neck);
    let far = from(pose.ankle_far, pose.toe_far);
    let near = from(pose.ankle_near, pose.toe_near);
    // Front to the clockwise side of "up" is how a body that faces right lies in the plane.
    cross(up, [far[0] + near[0], far[1] + near[1]]) <= 0.0
}

/// Paints the person in this pose.
pub(super) fn paint(
    raster: &mut Raster,
    view: &View,
    pose: &Pose,
    highlight: Highlight,
    turn: Turn,
    thin: bool,
) {
    let weight = if thin { 0.0 } else { 1.0 };
    let pen = Pen {
        raster,
        view,
        weight,
    };
    let stretched = limb(pose.hip, pose.knee_near, pose.ankle_near, pose.toe_near);
    let other = limb(pose.hip, pose.knee_far, pose.ankle_far, pose.toe_far);
    pen.person(pose, stretched, other, highlight, turn);
}

fn limb(hip: Point, knee: Point, ankle: Point, toe: Point) -> Limb {
    Limb {
        hip: wide(hip),
        knee: wide(knee),
        ankle: wide(ankle),
        toe: wide(toe),
    }
}

struct Pen<'a> {
    raster: &'a mut Raster,
    view: &'a View,
    /// 0 draws every line as thin as it goes.
    weight: f64,
}

impl Pen<'_> {
    fn person(
        mut self,
        pose: &Pose,
        stretched: Limb,
        other: Limb,
        highlight: Highlight,
        turn: Turn,
    ) {
        let (near, far) = if turn.behind {
            (other, stretched)
        } else {
            (stretched, other)
        };
        let far_ink = if turn.behind || turn.both {
            Ink::Body
        } else {
            Ink::Far
        };
        self.leg(far, FAR, far_ink);
        if turn.behind || turn.both {
            self.muscle(far, highlight);
        }
        self.stroke(wide(pose.neck), wide(pose.hip), TORSO, Ink::Body);
        self.hide_behind(near, far_ink);
        self.leg(near, NEAR, Ink::Body);
        if !turn.behind {
            self.muscle(near, highlight);
        }
        self.arm(pose);
        self.head(pose);
    }

    fn leg(&mut self, leg: Limb, thick: f64, ink: Ink) {
        self.stroke(leg.hip, leg.knee, thick, ink);
        self.stroke(leg.knee, leg.ankle, thick, ink);
        let heel = along(leg.toe, leg.ankle, 1.35);
        self.stroke(heel, leg.toe, thick, ink);
    }

    fn arm(&mut self, pose: &Pose) {
        let shoulder = wide(pose.shoulder.unwrap_or(pose.neck));
        let (elbow, hand) = (wide(pose.elbow), wide(pose.hand));
        self.stroke(shoulder, elbow, ARM, Ink::Body);
        self.stroke(elbow, hand, ARM, Ink::Body);
        let dot = self.view.dot(hand);
        self.raster.disc(dot, self.size(1.6, 0.8), Ink::Body);
    }

    fn head(&mut self, pose: &Pose) {
        let centre = self.view.dot(wide(pose.head));
        let radius = self.size(head_radius(pose), 1.6);
        self.stroke(wide(pose.neck), wide(pose.head), ARM, Ink::Body);
        if radius < 3.5 {
            self.raster.disc(centre, radius, Ink::Body);
        } else {
            let thick = self.size(1.8, 1.0);
            self.raster.ring(centre, radius, thick, Ink::Body);
        }
    }

    /// The far leg is broken off where the near one passes in front of it.
    fn hide_behind(&mut self, near: Limb, far_ink: Ink) {
        if far_ink != Ink::Far {
            return;
        }
        let reach = self.size(NEAR, 1.0) / 2.0 + 1.2;
        for (from, to) in [(near.hip, near.knee), (near.knee, near.ankle)] {
            let (from, to) = (self.view.dot(from), self.view.dot(to));
            self.raster.clear(from, to, reach, Ink::Far);
        }
    }

    /// The stretched muscle: a bulge on its side of the bone.
    fn muscle(&mut self, leg: Limb, highlight: Highlight) {
        match highlight {
            Highlight::Calf => {
                self.bulge(leg.knee, leg.ankle, -front_of_shin(leg), [0.02, 0.32, 0.8]);
            }
            Highlight::Hamstring => {
                self.bulge(leg.hip, leg.knee, -front_of_thigh(leg), [0.15, 0.5, 0.95]);
            }
            Highlight::Quadriceps => {
                self.bulge(leg.hip, leg.knee, front_of_thigh(leg), [0.1, 0.5, 0.95]);
            }
            Highlight::Foot => self.sole(leg),
        }
    }

    /// A spindle beside the bone on one side of it: 1 is the left of the way, -1 the right.
    fn bulge(&mut self, from: [f64; 2], to: [f64; 2], side: f64, [start, belly, end]: [f64; 3]) {
        let way = [to[0] - from[0], to[1] - from[1]];
        let length = length(way).max(0.001);
        let normal = [-way[1] / length * side, way[0] / length * side];
        let depth = self.units(BULGE, 2.6);
        let at = |share: f64, out: f64| {
            self.view.dot([
                from[0] + way[0] * share + normal[0] * out,
                from[1] + way[1] * share + normal[1] * out,
            ])
        };
        let mid = f64::midpoint;
        let outline: [Dot; 6] = [
            at(start, 0.0),
            at(mid(start, belly), depth * 0.8),
            at(belly, depth),
            at(mid(belly, end), depth * 0.65),
            at(end, 0.0),
            at(belly, 0.0),
        ];
        self.raster.polygon(&outline, Ink::Muscle);
    }

    fn sole(&mut self, leg: Limb) {
        let heel = along(leg.toe, leg.ankle, 1.35);
        let way = from_to(heel, leg.toe);
        let shin = from_to(leg.ankle, leg.knee);
        let side = if cross(way, shin) > 0.0 { -1.0 } else { 1.0 };
        let length = length(way).max(0.001);
        let out = self.units(2.0, 1.0);
        let shift = |p: [f64; 2]| {
            [
                p[0] - way[1] / length * side * out,
                p[1] + way[0] / length * side * out,
            ]
        };
        let (a, b) = (self.view.dot(shift(heel)), self.view.dot(shift(leg.toe)));
        let thick = self.size(4.0, 2.2);
        self.raster.line(a, b, thick, Ink::Muscle);
    }

    fn stroke(&mut self, from: [f64; 2], to: [f64; 2], thick: f64, ink: Ink) {
        let thick = self.size(thick * self.weight, 1.0);
        let (from, to) = (self.view.dot(from), self.view.dot(to));
        self.raster.line(from, to, thick, ink);
    }

    /// A length in dots, at least this many.
    fn size(&self, units: f64, least: f64) -> f64 {
        (units * self.view.scale).max(least)
    }

    /// A length in units that is at least this many dots.
    fn units(&self, units: f64, least: f64) -> f64 {
        units.max(least / self.view.scale.max(0.001))
    }
}

/// On which side of the shin, going down, the toes are: 1 left, -1 right.
fn front_of_shin(leg: Limb) -> f64 {
    let shin = from_to(leg.knee, leg.ankle);
    cross(shin, from_to(leg.ankle, leg.toe)).signum()
}

/// On which side of the thigh, going down, its front is: a knee only bends backwards.
fn front_of_thigh(leg: Limb) -> f64 {
    let (thigh, shin) = (from_to(leg.hip, leg.knee), from_to(leg.knee, leg.ankle));
    let bend = cross(thigh, shin);
    let straight = 0.12 * length(thigh) * length(shin);
    if bend.abs() > straight {
        -bend.signum()
    } else {
        front_of_shin(leg)
    }
}

fn from(a: Point, b: Point) -> [f64; 2] {
    from_to(wide(a), wide(b))
}

fn from_to(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [b[0] - a[0], b[1] - a[1]]
}

fn along(a: [f64; 2], b: [f64; 2], share: f64) -> [f64; 2] {
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

fn cross(a: [f64; 2], b: [f64; 2]) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}
