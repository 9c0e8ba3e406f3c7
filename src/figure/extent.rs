//! How far something reaches in the plane of a figure.

use glam::Vec2;

/// The smallest upright box around some points; without any, it is inside out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) low: Vec2,
    pub(crate) high: Vec2,
}

impl Extent {
    pub(crate) const EMPTY: Self = Self { low: Vec2::MAX, high: Vec2::MIN };

    /// Takes in a point with so much around it.
    pub(crate) fn add(&mut self, point: Vec2, across: f32, up: f32) {
        let around = Vec2::new(across, up);
        self.low = self.low.min(point - around);
        self.high = self.high.max(point + around);
    }
}
