//! What part of a figure a picture shows, and how large.

use glam::Vec2;

use super::extent::Extent;
use super::joints::Joints;
use super::props::{floor, points};
use crate::guide::raw::{Figure, Highlight, PropKind};

/// With fewer pixels a unit a whole body is a blot, and the leg is shown alone.
const LEAST_SCALE: f32 = 0.3;
/// A leg alone is not drawn larger than this.
const LARGEST_LEG: f32 = 0.62;

/// Room at the sides of a leg alone, where the picture runs out.
const FADING: f32 = 6.0;

/// How many pixels or points a picture has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PictureSize {
    pub(crate) width: usize,
    pub(crate) height: usize,
}

/// From the figure's units to pixels; it stands still while the figure moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    /// Pixels a unit.
    pub(crate) scale: f32,
    /// Whether the leg is shown alone, cut out of the body.
    pub(crate) is_leg: bool,
    pub(crate) size: PictureSize,
    /// The lower left corner.
    origin: Vec2,
    height: f32,
}

impl Frame {
    /// The whole figure, or its leg where that is too small, in a picture of this many pixels.
    #[expect(clippy::cast_precision_loss, reason = "pictures are small")]
    pub(crate) fn of(figure: &Figure, size: PictureSize) -> Self {
        let pixels = Vec2::new(size.width as f32, size.height as f32);
        let whole = extent(figure);
        let scale = fitting(whole, pixels);
        let left = whole.low.midpoint(whole.high).x - pixels.x / scale / 2.0;
        let origin = Vec2::new(left, whole.low.y);
        let all = Self { scale, is_leg: false, size, origin, height: pixels.y };
        if all.scale >= LEAST_SCALE {
            return all;
        }
        let leg = leg_extent(figure);
        let scale = fitting(leg, pixels).min(LARGEST_LEG);
        if scale <= all.scale * 1.1 {
            return all;
        }
        let room = pixels / scale;
        let sides = Vec2::new(FADING, 0.0);
        let (first, end) = (whole.low - sides, whole.high + sides - room);
        let middle = leg.low.midpoint(leg.high) - room / 2.0;
        let mut origin = middle.clamp(first.min(end), first.max(end));
        let bed = figure.props.iter().find(|prop| prop.kind == PropKind::Bed).map(points);
        // Below a mattress there is nothing of the leg to see.
        let lowest = bed.and_then(|at| Some(at.first()?.y - 6.0)).unwrap_or(f32::MIN);
        origin.y = origin.y.max(lowest.min(leg.low.y));
        Self { scale, is_leg: true, origin, ..all }
    }

    /// The point of the figure at this place of the picture, both from the upper left.
    pub(crate) fn point(&self, x: f32, y: f32) -> Vec2 {
        self.origin + Vec2::new(x, self.height - y) / self.scale
    }

    /// The place in the picture of a point of the figure.
    pub(crate) fn place(&self, point: Vec2) -> Vec2 {
        let from = (point - self.origin) * self.scale;
        Vec2::new(from.x, self.height - from.y)
    }
}

/// The largest scale at which an extent fits a picture, in pixels a unit.
fn fitting(extent: Extent, pixels: Vec2) -> f32 {
    let size = (extent.high - extent.low).max(Vec2::ONE);
    (pixels / size).min_element().max(0.01)
}

/// Everything the person reaches in either pose, and the things that have a size of their own.
/// Walls, floors and beds go on beyond it and are cut off.
pub(crate) fn extent(figure: &Figure) -> Extent {
    let mut shown = Extent::EMPTY;
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
                    shown.add(Vec2::new(hip.x, point.y.min(below)), 0.0, 2.4);
                }
                PropKind::Wall => shown.add(Vec2::new(point.x, hip.y), 5.0, 0.0),
            }
        }
    }
    shown
}

/// The part of the stretched leg that matters, in both poses.
fn leg_extent(figure: &Figure) -> Extent {
    let mut shown = Extent::EMPTY;
    for held in [0.0, 1.0] {
        let joints = Joints::of(figure, held);
        let leg = joints.stretched;
        for joint in [leg.knee, leg.ankle, leg.toe] {
            shown.add(joint, 6.0, 5.0);
        }
        match figure.highlight {
            Highlight::Calf => {}
            Highlight::Hamstring | Highlight::Quadriceps => shown.add(joints.hip, 7.0, 7.0),
            Highlight::Foot if (joints.arm.hand - leg.toe).length() > 40.0 => {}
            Highlight::Foot => shown.add(joints.arm.hand, 3.0, 3.0),
        }
    }
    shown
}
