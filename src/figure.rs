//! The body that shows a move: from the joints of a guide to shapes, and from shapes to pixels
//! or characters.

mod body;
mod cells;
mod extent;
mod fit;
mod joints;
mod pixels;
mod props;
mod shape;

pub(crate) use fit::PictureSize;
pub(crate) use pixels::{FigurePalette, Rgb};

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
    /// The leg that is stretched. The figure is turned round where that is needed to have it in
    /// front, and stands as the guide draws it where the leg is not known.
    pub leg: Option<Leg>,
    /// How far it has moved from the first pose, 0, to the held one, 1; `None` for somebody in the
    /// first pose who stretches nothing.
    pub held: Option<f32>,
}

impl Posture<'_> {
    /// The figure in pixels, each as high as wide.
    pub(crate) fn pixels(&self, size: PictureSize, palette: &FigurePalette) -> Vec<Vec<Rgb>> {
        let pixels = pixels::paint(&self.shapes(), &Frame::of(self.figure, size), palette);
        self.facing(&pixels, size.width)
    }

    /// The figure as rows of whole characters, plain ones where asked.
    pub(crate) fn characters(&self, size: PictureSize, ascii: bool) -> Vec<Vec<SilhouetteCell>> {
        let grid = PictureSize { width: size.width * ACROSS, height: size.height * DOWN };
        let points = pixels::tones(&self.shapes(), &Frame::of(self.figure, grid));
        let points = self.facing(&points, grid.width);
        let cell = |x: usize, y: usize| {
            let point = |at: usize| points[y * DOWN + at / ACROSS][x * ACROSS + at % ACROSS];
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

    /// The rows of a picture in the order of the screen. A person who faces right shows the right
    /// side.
    fn facing<T: Clone>(&self, points: &[T], width: usize) -> Vec<Vec<T>> {
        let near = if Joints::front(self.figure) < 0.0 { Leg::Right } else { Leg::Left };
        let is_turned = self.leg.is_some_and(|leg| leg != Leg::Both && leg != near);
        let mut rows: Vec<_> = points.chunks(width.max(1)).map(<[T]>::to_vec).collect();
        for row in rows.iter_mut().filter(|_| is_turned) {
            row.reverse();
        }
        rows
    }

    fn shapes(&self) -> Vec<BodyShape> {
        props::behind(self.figure).into_iter().chain(body::shapes(self)).collect()
    }
}

#[cfg(test)]
mod tests;
