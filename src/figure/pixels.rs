//! From shapes to pixels: how much of each a shape covers, from its distance to the middle.

use glam::{Vec2, Vec3};

use super::extent::Extent;
use super::fit::{Frame, PictureSize};
use super::shape::{BodyShape, Tone};

/// A colour of 24 bits.
pub(crate) type Rgb = [u8; 3];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FigurePalette {
    /// What the picture stands on.
    pub ground: Rgb,
    /// The colour of each tone, in their order.
    pub tones: [Rgb; 6],
}

/// The gap between limbs is a pixel wide, but not wider than this many units.
const WIDEST_GAP: f32 = 1.7;

/// Pixels at an edge over which a leg that is shown alone runs out.
const FADE: usize = 3;

/// Where the light comes from: above, in front of the picture, a little from the left.
const LIGHT: Vec3 = Vec3::new(-0.38, 0.52, 0.765);

/// Pixels row by row, each as high as wide: these shapes, the first farthest away, on the ground of
/// the palette.
pub(crate) fn paint(shapes: &[BodyShape], frame: &Frame, palette: &FigurePalette) -> Vec<Rgb> {
    let PictureSize { width, height } = frame.size;
    let ground = Vec3::from(palette.ground.map(f32::from));
    let mut pixels = vec![ground; width * height];
    let gap = (1.0 / frame.scale).min(WIDEST_GAP);
    // A gap shows what stands behind the person.
    let mut behind = pixels.clone();
    for shape in shapes {
        let colour = Vec3::from(palette.tones[shape.tone as usize].map(f32::from));
        let is_apart = shape.capsules.iter().any(|capsule| capsule.apart);
        for (at, point) in within(shape.extent(), gap, frame) {
            let pixel = &mut pixels[at];
            if is_apart {
                let covered = coverage(shape.distance_apart(point) - gap, frame.scale);
                *pixel = pixel.lerp(behind[at], covered);
            }
            let (distance, side) = shape.distance(point);
            let covered = coverage(distance, frame.scale) * shape.opacity;
            if covered > 0.0 {
                let light = if shape.round { shade(side, shape.tone) } else { 1.0 };
                *pixel = pixel.lerp(colour * light, covered);
            }
        }
        if shape.tone == Tone::Prop {
            behind.clone_from(&pixels);
        }
    }
    if frame.is_leg {
        // The sides and the top run out into the ground, so that a leg does not look cut off.
        for (at, pixel) in pixels.iter_mut().enumerate() {
            let (x, y) = (at % width, at / width);
            let edge = x.min(width - 1 - x).min(y);
            if edge < FADE {
                *pixel = ground.lerp(*pixel, pixel_middle(edge) / pixel_middle(FADE));
            }
        }
    }
    pixels.into_iter().map(|colour| colour.to_array().map(byte)).collect()
}

/// Which shape is in front at every point of a grid.
pub(crate) fn tones(shapes: &[BodyShape], frame: &Frame) -> Vec<Option<Tone>> {
    let mut tones = vec![None; frame.size.width * frame.size.height];
    let gap = (0.8 / frame.scale).min(WIDEST_GAP);
    for shape in shapes {
        for (at, point) in within(shape.extent(), gap, frame) {
            if shape.distance(point).0 <= 0.0 {
                tones[at] = Some(shape.tone);
            } else if shape.distance_apart(point) < gap {
                tones[at] = None;
            }
        }
    }
    tones
}

/// The pixels that a shape may touch, with their points.
fn within(extent: Extent, gap: f32, frame: &Frame) -> impl Iterator<Item = (usize, Vec2)> {
    let PictureSize { width, height } = frame.size;
    let edge = Vec2::splat(gap + 1.0 / frame.scale);
    let [low, high] = [extent.low - edge, extent.high + edge].map(|corner| frame.place(corner));
    let frame = *frame;
    let columns = pixel(low.x, width)..pixel(high.x + 1.0, width);
    (pixel(high.y, height)..pixel(low.y + 1.0, height)).flat_map(move |y| {
        columns.clone().map(move |x| (y * width + x, frame.point(pixel_middle(x), pixel_middle(y))))
    })
}

/// How much of a pixel lies inside an edge this far away.
fn coverage(distance: f32, scale: f32) -> f32 {
    (0.5 - distance * scale).clamp(0.0, 1.0)
}

/// How light something round is on this side of its middle. A muscle shines by itself.
fn shade(side: Vec2, tone: Tone) -> f32 {
    let side = side.clamp_length_max(1.0);
    let depth = (1.0 - side.length_squared()).max(0.0).sqrt();
    let light = side.extend(depth).dot(LIGHT).max(0.0);
    match tone {
        Tone::Muscle => 0.78 + 0.25 * light,
        _ => 0.5 + 0.55 * light,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn byte(value: f32) -> u8 {
    value.clamp(0.0, 255.0).round() as u8
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "clamped to the size of the picture"
)]
fn pixel(value: f32, most: usize) -> usize {
    value.clamp(0.0, most as f32) as usize
}

#[expect(clippy::cast_precision_loss, reason = "pictures are small")]
fn pixel_middle(at: usize) -> f32 {
    at as f32 + 0.5
}
