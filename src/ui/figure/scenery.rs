//! The things around the person: wall, floor, chair, bed, towel, step.

use super::raster::{Ink, Raster, length};
use super::view::{View, wide};
use crate::guide::raw::{Figure, Point, Pose, Prop, PropKind};

/// How near a towel's end lies to a joint that holds it, in units.
const HELD: f64 = 2.5;

/// Paints everything around the person; a towel follows the hands and feet of this pose.
pub(super) fn paint(raster: &mut Raster, view: &View, figure: &Figure, pose: &Pose) {
    for prop in &figure.props {
        let points: Vec<[f64; 2]> = prop.at.iter().copied().map(wide).collect();
        match (prop.kind, points.as_slice()) {
            // In a small picture the bed's own lines are enough.
            (PropKind::Floor, _) if view.scale < 0.6 && has_bed(figure) => {}
            (PropKind::Floor, [from, .., to]) => ground(raster, view, *from, *to),
            (PropKind::Wall, [foot, .., top]) => wall(raster, view, *foot, *top),
            (PropKind::Bed, [from, .., to]) => bed(raster, view, *from, *to, floor(figure)),
            (PropKind::Chair, [back, rear, front, foot, ..]) => {
                chain(raster, view, &[*back, *rear, *front, *foot], 1.2);
                line(raster, view, *rear, [rear[0], foot[1]], 1.2);
            }
            (PropKind::Step, [a, b, ..]) => {
                let corners = [*a, [b[0], a[1]], *b, [a[0], b[1]], *a];
                chain(raster, view, &corners, 1.0);
            }
            (PropKind::Towel, _) => towel(raster, view, figure, prop, pose),
            _ => chain(raster, view, &points, 1.0),
        }
    }
}

fn has_bed(figure: &Figure) -> bool {
    figure.props.iter().any(|prop| prop.kind == PropKind::Bed)
}

fn floor(figure: &Figure) -> Option<f64> {
    let mut floors = figure.props.iter().filter(|p| p.kind == PropKind::Floor);
    floors.next()?.at.first().map(|at| wide(*at)[1])
}

fn ground(raster: &mut Raster, view: &View, from: [f64; 2], to: [f64; 2]) {
    let [left, _, right, _] = view.shown;
    let (a, b) = (from[0].min(to[0]).max(left), from[0].max(to[0]).min(right));
    line(raster, view, [a, from[1]], [b, to[1]], 1.0);
}

/// A line with short strokes behind it, away from the person.
fn wall(raster: &mut Raster, view: &View, foot: [f64; 2], top: [f64; 2]) {
    let [left, bottom, right, high] = view.shown;
    let (low, high) = (foot[1].max(bottom), top[1].min(high));
    line(raster, view, [foot[0], low], [top[0], high], 1.2);
    let out = if foot[0] * 2.0 > left + right {
        3.0
    } else {
        -3.0
    };
    let mut y = low + 4.0;
    while y < high {
        line(raster, view, [foot[0], y], [foot[0] + out, y - 3.0], 1.0);
        y += 8.0;
    }
}

/// A mattress as thick as there is room for above the floor.
fn bed(raster: &mut Raster, view: &View, from: [f64; 2], to: [f64; 2], floor: Option<f64>) {
    let [left, bottom, right, _] = view.shown;
    let (a, b) = (from[0].max(left), to[0].min(right));
    let under = (from[1] - 7.0).max(floor.unwrap_or(bottom)).max(bottom);
    line(raster, view, [a, from[1]], [b, to[1]], 1.0);
    line(raster, view, [a, under], [b, under], 1.0);
    for x in [a, b] {
        line(raster, view, [x, from[1]], [x, under], 1.0);
    }
    if let Some(floor) = floor.filter(|floor| *floor < under) {
        for x in [a + 3.0, b - 3.0] {
            line(raster, view, [x, under], [x, floor], 1.0);
        }
    }
}

fn towel(raster: &mut Raster, view: &View, figure: &Figure, prop: &Prop, pose: &Pose) {
    let points = prop.at.iter().map(|at| wide(followed(figure, *at, pose)));
    let dots: Vec<_> = points.map(|point| view.dot(point)).collect();
    for pair in dots.windows(2) {
        raster.dotted(pair[0], pair[1], Ink::Scenery);
    }
}

/// Where a point of a towel is in this pose: with the hand or foot it lies at in the held or the first pose.
fn followed(figure: &Figure, at: Point, pose: &Pose) -> Point {
    for (then, now) in [(&figure.hold, pose), (&figure.start, pose)] {
        let ends = ends(then).into_iter().zip(ends(now));
        let near = ends
            .filter(|(was, _)| length([0, 1].map(|axis| f64::from(was[axis] - at[axis]))) <= HELD);
        if let Some((_, is)) = near.into_iter().next() {
            return is;
        }
    }
    at
}

fn ends(pose: &Pose) -> [Point; 4] {
    [pose.hand, pose.toe_near, pose.ankle_near, pose.toe_far]
}

fn chain(raster: &mut Raster, view: &View, points: &[[f64; 2]], thick: f64) {
    for pair in points.windows(2) {
        line(raster, view, pair[0], pair[1], thick);
    }
}

fn line(raster: &mut Raster, view: &View, from: [f64; 2], to: [f64; 2], thick: f64) {
    let (from, to) = (view.dot(from), view.dot(to));
    raster.line(from, to, (thick * view.scale).clamp(1.0, 1.6), Ink::Scenery);
}
