//! Walls, floors, chairs, beds, towels and steps: quiet, and plain to see.

use glam::Vec2;

use super::joints::{Joints, point};
use super::shape::{BodyShape, Capsule, Tone};
use crate::guide::raw::{Figure, Prop, PropKind};

pub(crate) fn behind(figure: &Figure) -> Vec<BodyShape> {
    let floor = floor(figure);
    let things = figure.props.iter().filter(|prop| prop.kind != PropKind::Towel);
    let shape = |prop: &Prop| {
        // A pillow must be seen on the mattress.
        let opacity = if prop.kind == PropKind::Step { 0.55 } else { 1.0 };
        BodyShape { opacity, ..BodyShape::flat(Tone::Prop, capsules(prop, floor)) }
    };
    things.map(shape).collect()
}

/// What lies in the hands. A towel is given as it lies in the held pose: where it begins at a hand
/// or a foot, it goes with them.
pub(crate) fn held(figure: &Figure, joints: &Joints) -> Vec<BodyShape> {
    let hold = Joints::of(figure, 1.0);
    let tied = |point: Vec2| {
        let mut ends = hold.all().zip(joints.all());
        ends.find(|(at, _)| (*at - point).length() < 2.0).map_or(point, |(_, now)| now)
    };
    let towels = figure.props.iter().filter(|prop| prop.kind == PropKind::Towel);
    towels
        .map(|prop| {
            let at: Vec<_> = points(prop).into_iter().map(tied).collect();
            BodyShape::flat(Tone::Cloth, along(&at, 1.3))
        })
        .collect()
}

/// How high the floor is, where there is one.
pub(crate) fn floor(figure: &Figure) -> Option<f32> {
    let floor = figure.props.iter().find(|prop| prop.kind == PropKind::Floor)?;
    points(floor).first().map(|point| point.y)
}

pub(crate) fn points(prop: &Prop) -> Vec<Vec2> {
    prop.at.iter().copied().map(point).collect()
}

fn capsules(prop: &Prop, floor: Option<f32>) -> Vec<Capsule> {
    let at = points(prop);
    let shifted = |x, y| at.iter().map(|point| *point + Vec2::new(x, y)).collect::<Vec<_>>();
    match prop.kind {
        PropKind::Floor => along(&shifted(0.0, -1.1), 1.1),
        PropKind::Wall => along(&shifted(1.8, 0.0), 1.8),
        PropKind::Bed => bed(&at, floor),
        PropKind::Chair => chair(&at),
        PropKind::Towel => along(&at, 1.3),
        PropKind::Step => block(&at),
    }
}

/// A line through these points.
fn along(points: &[Vec2], radius: f32) -> Vec<Capsule> {
    points.windows(2).map(|ends| Capsule::new(ends[0], ends[1], [radius; 2])).collect()
}

/// A mattress under its top edge, and its legs.
fn bed(at: &[Vec2], floor: Option<f32>) -> Vec<Capsule> {
    let (Some(from), Some(to)) = (at.first(), at.last()) else {
        return Vec::new();
    };
    let depth = floor.map_or(4.0, |floor| ((from.y - floor) * 0.45).clamp(2.0, 5.0));
    let down = |by: f32| Vec2::new(0.0, -by);
    let inset = Vec2::new(depth / 2.0, 0.0);
    let mut capsules = vec![Capsule::new(
        *from + inset + down(depth / 2.0),
        *to - inset + down(depth / 2.0),
        [depth / 2.0; 2],
    )];
    if let Some(floor) = floor {
        for end in [*from + Vec2::new(4.0, 0.0), *to - Vec2::new(4.0, 0.0)] {
            let foot = Vec2::new(end.x, floor);
            capsules.push(Capsule::new(end + down(depth), foot, [1.3; 2]));
        }
    }
    capsules
}

/// Back, seat and front leg as they are given, and the rear leg below the back.
fn chair(at: &[Vec2]) -> Vec<Capsule> {
    let mut capsules = along(at, 1.4);
    if let [_, rear, front, foot, ..] = at {
        capsules.push(Capsule::new(*rear, *front, [1.9; 2]));
        let lean = (foot.x - front.x).abs().min(2.0) * (rear.x - front.x).signum();
        let floor = Vec2::new(rear.x + lean, foot.y);
        capsules.push(Capsule::new(*rear, floor, [1.4; 2]));
    }
    capsules
}

/// A filled block between two corners.
fn block(at: &[Vec2]) -> Vec<Capsule> {
    let [one, other, ..] = at else {
        return Vec::new();
    };
    let (low, high) = (one.y.min(other.y), one.y.max(other.y));
    let (left, right) = (one.x.min(other.x), one.x.max(other.x));
    let radius = ((high - low) / 2.0).min((right - left) / 2.0).min(2.5);
    let row = |y: f32| {
        let (from, to) = (left + radius, right - radius);
        Capsule::new(Vec2::new(from, y), Vec2::new(to, y), [radius; 2])
    };
    let rows = std::iter::successors(Some(low + radius), |y| Some(y + radius));
    rows.take_while(|y| *y < high - radius).chain([high - radius]).map(row).collect()
}
