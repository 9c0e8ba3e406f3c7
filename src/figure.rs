//! The body that shows a move: from the joints of a guide to shapes, and from shapes to pixels
//! or characters.

mod body;
mod cells;
mod fit;
mod joints;
mod pixels;
mod props;
mod shape;
mod vector;

pub(crate) use fit::PictureSize;
pub(crate) use pixels::{FigurePalette, Rgb};
pub(crate) use shape::Tone;

use crate::guide::raw::Figure;
use crate::stretch::Leg;
use cells::{ACROSS, DOWN, SilhouetteCell};
use fit::Frame;
use joints::Joints;
use shape::BodyShape;

/// A figure at one moment of its move.
#[derive(Debug, Clone, Copy)]
pub struct Posture<'a> {
    /// Its joints in both poses.
    pub figure: &'a Figure,
    /// The leg that is stretched; the near one where it is not known.
    pub leg: Option<Leg>,
    /// How far it has moved from the first pose, 0, to the held one, 1.
    pub held: f32,
}

impl Posture<'_> {
    /// The figure in pixels, each as high as wide.
    pub(crate) fn pixels(&self, size: PictureSize, palette: &FigurePalette) -> Vec<Vec<Rgb>> {
        pixels::paint(&self.shapes(), &Frame::of(self.figure, size), palette)
    }

    /// The figure as rows of whole characters, plain ones where asked.
    pub(crate) fn characters(&self, size: PictureSize, ascii: bool) -> Vec<Vec<SilhouetteCell>> {
        let grid = PictureSize { width: size.width * ACROSS, height: size.height * DOWN };
        let points = pixels::tones(&self.shapes(), &Frame::of(self.figure, grid));
        let cell = |x: usize, y: usize| {
            let row = |at: usize| (y * DOWN + at / ACROSS) * grid.width;
            let point = |at: usize| points[row(at) + x * ACROSS + at % ACROSS];
            let eight = std::array::from_fn(point);
            if ascii { cells::ascii(eight) } else { cells::silhouette(eight) }
        };
        let row = |y: usize| (0..size.width).map(|x| cell(x, y)).collect();
        (0..size.height).map(row).collect()
    }

    /// Whether a picture of this many pixels has room for the whole body.
    pub(crate) fn is_whole(&self, size: PictureSize) -> bool {
        !Frame::of(self.figure, size).is_leg
    }

    fn shapes(&self) -> Vec<BodyShape> {
        let joints = Joints::of(self.figure, self.held);
        let mut shapes = props::behind(self.figure);
        shapes.extend(body::shapes(self.figure, &joints, self.leg));
        shapes
    }
}

#[cfg(test)]
mod tests;
