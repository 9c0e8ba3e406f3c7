//! What part of a figure a picture shows, and how large.

use super::joints::Joints;
use super::props::{floor, points};
use super::vector::Vector;
use crate::guide::raw::{Figure, Highlight, PropKind};

/// With fewer pixels a unit a whole body is a blot, and the leg is shown alone.
const LEAST_SCALE: f32 = 0.3;
/// A leg alone is not drawn larger than this.
const LARGEST_LEG: f32 = 0.62;

/// From the figure's units to pixels; it stands still while the figure moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    /// Pixels a unit.
    pub(crate) scale: f32,
    /// Whether the leg is shown alone, cut out of the body.
    pub(crate) is_leg: bool,
    left: f32,
    bottom: f32,
    height: f32,
}

impl Frame {
    /// The whole figure, or its leg where that is too small, in a picture of this many pixels.
    pub(crate) fn of(figure: &Figure, width: f32, height: f32) -> Self {
        let whole = extent(figure);
        let scale = fitting(whole, width, height);
        let all = Self {
            scale,
            is_leg: false,
            left: f32::midpoint(whole[0], whole[2]) - width / scale / 2.0,
            bottom: whole[1],
            height,
        };
        if all.scale >= LEAST_SCALE {
            return all;
        }
        let leg = leg_extent(figure);
        let scale = fitting(leg, width, height).min(LARGEST_LEG);
        if scale <= all.scale * 1.1 {
            return all;
        }
        let (wide, high) = (width / scale, height / scale);
        let start = |low: f32, high: f32, size: f32, least: f32, most: f32| {
            let last = most - size;
            (f32::midpoint(low, high) - size / 2.0).clamp(least.min(last), least.max(last))
        };
        let bed = figure.props.iter().find(|prop| prop.kind == PropKind::Bed).map(points);
        // Below a mattress there is nothing of the leg to see.
        let lowest = bed.and_then(|at| Some(at.first()?.y - 6.0)).unwrap_or(f32::MIN);
        Self {
            scale,
            is_leg: true,
            left: start(leg[0], leg[2], wide, whole[0], whole[2]),
            bottom: start(leg[1], leg[3], high, whole[1], whole[3]).max(lowest.min(leg[1])),
            height,
        }
    }

    /// The point of the figure at this place of the picture, both from the upper left.
    pub(crate) fn point(&self, x: f32, y: f32) -> Vector {
        Vector::new(self.left + x / self.scale, self.bottom + (self.height - y) / self.scale)
    }

    /// Where an extent of the figure falls: left, top, right and bottom in pixels.
    pub(crate) fn pixels(&self, extent: [f32; 4]) -> [f32; 4] {
        [
            (extent[0] - self.left) * self.scale,
            self.height - (extent[3] - self.bottom) * self.scale,
            (extent[2] - self.left) * self.scale,
            self.height - (extent[1] - self.bottom) * self.scale,
        ]
    }
}

fn fitting(extent: [f32; 4], width: f32, height: f32) -> f32 {
    let wide = (extent[2] - extent[0]).max(1.0);
    let high = (extent[3] - extent[1]).max(1.0);
    (width / wide).min(height / high).max(0.01)
}

/// Everything the person reaches in either pose, and the things that have a size of their own.
/// Walls, floors and beds go on beyond it and are cut off.
pub(crate) fn extent(figure: &Figure) -> [f32; 4] {
    let mut shown = Extent::default();
    for held in [0.0, 1.0] {
        let joints = Joints::of(figure, held);
        for joint in joints.all() {
            shown.add(joint, 5.0, 4.0);
        }
        shown.add(joints.head, 9.0, 7.5);
    }
    let hip = Joints::of(figure, 1.0).hip;
    let floor = floor(figure);
    for prop in &figure.props {
        for point in points(prop) {
            match prop.kind {
                PropKind::Chair | PropKind::Towel | PropKind::Step => shown.add(point, 3.0, 2.5),
                PropKind::Floor | PropKind::Bed => {
                    let below = floor.unwrap_or(point.y - 6.0);
                    shown.add(Vector::new(hip.x, point.y.min(below)), 0.0, 2.4);
                }
                PropKind::Wall => shown.add(Vector::new(point.x, hip.y), 5.0, 0.0),
            }
        }
    }
    shown.0
}

/// The part of the stretched leg that matters, in both poses.
fn leg_extent(figure: &Figure) -> [f32; 4] {
    let mut shown = Extent::default();
    for held in [0.0, 1.0] {
        let joints = Joints::of(figure, held);
        let leg = joints.stretched;
        for joint in [leg.knee, leg.ankle, leg.toe] {
            shown.add(joint, 6.0, 5.0);
        }
        match figure.highlight {
            Highlight::Calf => {}
            Highlight::Hamstring | Highlight::Quadriceps => shown.add(joints.hip, 7.0, 7.0),
            Highlight::Foot => shown.add(joints.arm.hand, 3.0, 3.0),
        }
    }
    shown.0
}

/// Left, bottom, right and top of what was added.
pub(crate) struct Extent(pub(crate) [f32; 4]);

impl Default for Extent {
    fn default() -> Self {
        Self([f32::MAX, f32::MAX, f32::MIN, f32::MIN])
    }
}

impl Extent {
    pub(crate) fn add(&mut self, point: Vector, across: f32, up: f32) {
        let [left, bottom, right, top] = &mut self.0;
        *left = left.min(point.x - across);
        *bottom = bottom.min(point.y - up);
        *right = right.max(point.x + across);
        *top = top.max(point.y + up);
    }
}
