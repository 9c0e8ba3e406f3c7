//! How far something reaches in the plane of a figure.

use glam::Vec2;

/// The smallest upright box around some points; without any, it is inside out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) left: f32,
    pub(crate) bottom: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
}

impl Extent {
    pub(crate) const EMPTY: Self =
        Self { left: f32::MAX, bottom: f32::MAX, right: f32::MIN, top: f32::MIN };

    /// Takes in a point with so much around it.
    pub(crate) fn add(&mut self, point: Vec2, across: f32, up: f32) {
        self.left = self.left.min(point.x - across);
        self.bottom = self.bottom.min(point.y - up);
        self.right = self.right.max(point.x + across);
        self.top = self.top.max(point.y + up);
    }
}
