//! Points, directions and extents in the plane of a figure.

use std::ops::{Add, Mul, Sub};

use crate::guide::raw::Point;

/// A point or a direction: x to the right, y upwards.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Vector {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

impl Vector {
    pub(crate) const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    pub(crate) fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction with length 1; nothing has no direction.
    pub(crate) fn unit(self) -> Self {
        let length = self.length();
        if length < 1e-4 {
            return Self::default();
        }
        self * (1.0 / length)
    }

    /// A quarter turn to the left.
    pub(crate) fn turned(self) -> Self {
        Self::new(-self.y, self.x)
    }

    pub(crate) fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// The point this share of the way to another.
    pub(crate) fn towards(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }
}

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
    pub(crate) fn add(&mut self, point: Vector, across: f32, up: f32) {
        self.left = self.left.min(point.x - across);
        self.bottom = self.bottom.min(point.y - up);
        self.right = self.right.max(point.x + across);
        self.top = self.top.max(point.y + up);
    }
}

impl Add for Vector {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Vector {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f32> for Vector {
    type Output = Self;
    fn mul(self, by: f32) -> Self {
        Self::new(self.x * by, self.y * by)
    }
}

impl From<Point> for Vector {
    /// Keeps the point near the picture, whatever the file says.
    fn from(point: Point) -> Self {
        let near = |value: f32| {
            if value.is_finite() { value.clamp(-100.0, 200.0) } else { 0.0 }
        };
        Self::new(near(point[0]), near(point[1]))
    }
}
