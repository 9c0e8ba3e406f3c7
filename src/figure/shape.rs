//! The shapes a picture is made of, and how far a point is from them.

use glam::Vec2;

use super::extent::Extent;

/// What a shape is, and with it its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tone {
    /// The limbs towards the reader, and the head.
    Near,
    Trunk,
    /// The limbs on the other side.
    Far,
    /// The stretched muscle.
    Muscle,
    /// A wall, a chair, a bed, the floor.
    Prop,
    /// A towel.
    Cloth,
}

/// A line with a thickness at each end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Capsule {
    pub(crate) from: Vec2,
    pub(crate) to: Vec2,
    pub(crate) radius: [f32; 2],
    /// Whether a gap is kept around it.
    pub(crate) apart: bool,
}

impl Capsule {
    pub(crate) fn new(from: Vec2, to: Vec2, radius: [f32; 2]) -> Self {
        Self { from, to, radius, apart: false }
    }

    /// The same with a gap around it.
    pub(crate) fn apart(self) -> Self {
        Self { apart: true, ..self }
    }

    /// How far a point is from its edge, negative inside; and where the point lies between the
    /// line, 0, and the edge, 1, as a direction.
    fn distance(&self, point: Vec2) -> (f32, Vec2) {
        let (line, to) = (self.to - self.from, point - self.from);
        let share = (to.dot(line) / line.dot(line).max(1e-6)).clamp(0.0, 1.0);
        let out = point - self.from.lerp(self.to, share);
        let radius = self.radius[0] + (self.radius[1] - self.radius[0]) * share;
        (out.length() - radius, out * (1.0 / radius.max(1e-3)))
    }
}

/// Capsules of one colour that flow into each other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BodyShape {
    pub(crate) tone: Tone,
    pub(crate) capsules: Vec<Capsule>,
    /// Whether it is shaded as something round.
    pub(crate) round: bool,
    /// How much it covers what is behind it, 0 to 1.
    pub(crate) opacity: f32,
}

/// How softly capsules of one shape meet, in units.
const BLEND: f32 = 1.6;

impl BodyShape {
    pub(crate) fn round(tone: Tone, capsules: Vec<Capsule>) -> Self {
        Self { tone, capsules, round: true, opacity: 1.0 }
    }

    pub(crate) fn flat(tone: Tone, capsules: Vec<Capsule>) -> Self {
        Self { round: false, ..Self::round(tone, capsules) }
    }

    /// How far a point is from its edge, and on which side of the middle it lies.
    pub(crate) fn distance(&self, point: Vec2) -> (f32, Vec2) {
        let mut found = (f32::MAX, Vec2::ZERO);
        for capsule in &self.capsules {
            let next = capsule.distance(point);
            found = if found.0 - next.0 > BLEND {
                next
            } else if next.0 - found.0 > BLEND {
                found
            } else {
                let share = (0.5 + 0.5 * (next.0 - found.0) / BLEND).clamp(0.0, 1.0);
                let mixed = next.0 + (found.0 - next.0) * share;
                let soft = if self.round { 0.5 * BLEND * share * (1.0 - share) } else { 0.0 };
                (mixed - soft, next.1.lerp(found.1, share))
            };
        }
        found
    }

    /// The distance to the part of it that keeps a gap.
    pub(crate) fn distance_apart(&self, point: Vec2) -> f32 {
        let apart = self.capsules.iter().filter(|capsule| capsule.apart);
        apart.map(|capsule| capsule.distance(point).0).fold(f32::MAX, f32::min)
    }

    pub(crate) fn extent(&self) -> Extent {
        let mut extent = Extent::EMPTY;
        for capsule in &self.capsules {
            for (point, radius) in [capsule.from, capsule.to].into_iter().zip(capsule.radius) {
                extent.add(point, radius, radius);
            }
        }
        extent
    }
}
