//! From the figure's coordinates to dots: what is shown, how large, and where.

use super::raster::{Dot, length};
use crate::guide::raw::{Figure, Point, Pose, PropKind};

/// Empty space kept around the figure, in its own units.
const MARGIN: f64 = 4.0;

/// A fixed window on the figure; it does not move while the figure does.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    /// Left, bottom, right, top of what is shown, in units.
    pub(super) shown: [f64; 4],
    /// Dots a unit.
    pub(super) scale: f64,
    offset: Dot,
}

impl View {
    /// The whole figure in a grid of this many dots, each as high as wide.
    pub(super) fn of(figure: &Figure, width: usize, height: usize) -> Self {
        let shown = extent(figure);
        let [left, bottom, right, top] = shown;
        let (wide, high) = (dots(width), dots(height));
        let scale = ((wide - 1.0) / (right - left)).min((high - 1.0) / (top - bottom));
        let scale = scale.max(0.0);
        Self {
            shown,
            scale,
            offset: [
                (wide - 1.0 - (right - left) * scale) / 2.0,
                (high - 1.0 - (top - bottom) * scale) / 2.0,
            ],
        }
    }

    /// Where a point of the figure falls.
    pub(super) fn dot(&self, [x, y]: [f64; 2]) -> Dot {
        let [left, _, _, top] = self.shown;
        [
            self.offset[0] + (x - left) * self.scale,
            self.offset[1] + (top - y) * self.scale,
        ]
    }
}

/// A point as floats of the raster's kind, near the picture whatever the file says.
pub(super) fn wide(point: Point) -> [f64; 2] {
    point.map(|value| {
        if value.is_finite() {
            f64::from(value).clamp(-100.0, 200.0)
        } else {
            0.0
        }
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "grids are far smaller than 2^52 dots"
)]
fn dots(count: usize) -> f64 {
    count as f64
}

/// Everything the person reaches in either pose, and the things that have a size of their own.
/// Walls, floors and beds go on beyond it and are cut off.
fn extent(figure: &Figure) -> [f64; 4] {
    let mut points: Vec<[f64; 2]> = Vec::new();
    for pose in [&figure.start, &figure.hold] {
        let radius = head_radius(pose);
        let [x, y] = wide(pose.head);
        points.extend([[x - radius, y - radius], [x + radius, y + radius]]);
        points.extend(joints(pose).map(wide));
    }
    for prop in &figure.props {
        let own = match prop.kind {
            PropKind::Chair | PropKind::Towel | PropKind::Step => &prop.at[..],
            PropKind::Floor | PropKind::Bed | PropKind::Wall => &[],
        };
        points.extend(own.iter().copied().map(wide));
        // The ground and the wall are part of the picture where they are near.
        match (prop.kind, prop.at.first()) {
            (PropKind::Floor | PropKind::Bed, Some(at)) => {
                let middle = f64::midpoint(wide(figure.hold.hip)[0], wide(figure.start.hip)[0]);
                points.push([middle, wide(*at)[1]]);
            }
            (PropKind::Wall, Some(at)) => {
                points.push([wide(*at)[0], wide(figure.hold.hip)[1]]);
            }
            _ => {}
        }
    }
    let mut shown = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for [x, y] in points {
        shown[0] = shown[0].min(x - MARGIN);
        shown[1] = shown[1].min(y - MARGIN / 2.0);
        shown[2] = shown[2].max(x + MARGIN);
        shown[3] = shown[3].max(y + MARGIN / 2.0);
    }
    shown
}

/// The radius of the head, from the length of the neck.
pub(super) fn head_radius(pose: &Pose) -> f64 {
    let (head, neck) = (wide(pose.head), wide(pose.neck));
    (length([head[0] - neck[0], head[1] - neck[1]]) * 0.68).clamp(2.0, 9.0)
}

fn joints(pose: &Pose) -> [Point; 12] {
    [
        pose.neck,
        pose.hip,
        pose.shoulder.unwrap_or(pose.neck),
        pose.elbow,
        pose.hand,
        pose.knee_near,
        pose.ankle_near,
        pose.toe_near,
        pose.knee_far,
        pose.ankle_far,
        pose.toe_far,
        pose.head,
    ]
}
