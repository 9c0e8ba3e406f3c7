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

pub(crate) use pixels::{FigurePalette, Rgb};
pub(crate) use shape::Tone;

use crate::guide::raw::Figure;
use crate::stretch::Leg;
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
    pub(crate) fn pixels(
        &self,
        width: usize,
        height: usize,
        palette: &FigurePalette,
    ) -> Vec<Vec<Rgb>> {
        let frame = self.frame(width, height);
        pixels::paint(&self.shapes(), &frame, (width, height), palette)
    }

    /// The figure as rows of whole characters, plain ones where asked; `None` where nothing is.
    pub(crate) fn characters(
        &self,
        width: usize,
        height: usize,
        ascii: bool,
    ) -> Vec<Vec<Option<cells::SilhouetteCell>>> {
        let (across, down) = cells::POINTS;
        let grid = (width * across, height * down);
        let points = pixels::tones(&self.shapes(), &self.frame(grid.0, grid.1), grid);
        let cell = |x: usize, y: usize| {
            let point =
                |at: usize| points[(y * down + at / across) * grid.0 + x * across + at % across];
            let eight = std::array::from_fn(point);
            if ascii { cells::letter(eight) } else { cells::silhouette(eight) }
        };
        let row = |y: usize| (0..width).map(|x| cell(x, y)).collect();
        (0..height).map(row).collect()
    }

    /// Whether a picture of this many pixels has room for the whole body.
    pub(crate) fn is_whole(&self, width: usize, height: usize) -> bool {
        !self.frame(width, height).is_leg
    }

    fn shapes(&self) -> Vec<BodyShape> {
        let joints = Joints::of(self.figure, self.held);
        let mut shapes = props::behind(self.figure);
        let held = props::held(self.figure, &joints);
        shapes.extend(body::shapes(self.figure, &joints, self.leg, held));
        shapes
    }

    #[expect(clippy::cast_precision_loss, reason = "pictures are small")]
    fn frame(&self, width: usize, height: usize) -> Frame {
        Frame::of(self.figure, width as f32, height as f32)
    }
}

#[cfg(test)]
mod tests;
