//! The colours of a picture.

use super::shape::Tone;

/// A colour of 24 bits.
pub type Rgb = [u8; 3];

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigurePalette {
    /// What the picture stands on.
    pub ground: Rgb,
    /// The limbs towards the reader, and the head.
    pub near: Rgb,
    /// The trunk.
    pub trunk: Rgb,
    /// The limbs on the other side.
    pub far: Rgb,
    /// The stretched muscle.
    pub muscle: Rgb,
    /// Walls, chairs, beds and floors.
    pub prop: Rgb,
    /// A towel.
    pub cloth: Rgb,
}

impl FigurePalette {
    /// The colour of a shape.
    pub fn tone(&self, tone: Tone) -> Rgb {
        match tone {
            Tone::Near => self.near,
            Tone::Trunk => self.trunk,
            Tone::Far => self.far,
            Tone::FarStretched => std::array::from_fn(|at| self.near[at].midpoint(self.far[at])),
            Tone::Muscle => self.muscle,
            Tone::Prop => self.prop,
            Tone::Cloth => self.cloth,
        }
    }
}
