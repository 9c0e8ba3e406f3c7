//! A grid of dots in several inks, painted back to front.

/// What a dot belongs to; the higher ink decides the look of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ink {
    /// Wall, floor, chair, bed, towel.
    Scenery,
    /// The leg that does not stretch, when it is the far one.
    Far,
    /// The rest of the person.
    Body,
    /// The stretched muscle.
    Muscle,
}

/// A point in dots: x to the right, y downwards.
pub(super) type Dot = [f64; 2];

/// How far a way leads. Not `hypot`, which would load the system's library of mathematics at every start.
pub(super) fn length([across, up]: Dot) -> f64 {
    (across * across + up * up).sqrt()
}

/// The dots of a picture.
#[derive(Debug)]
pub(super) struct Raster {
    width: usize,
    height: usize,
    dots: Vec<Option<Ink>>,
}

impl Raster {
    /// An empty grid.
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            dots: vec![None; width * height],
        }
    }

    /// Columns of dots.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Rows of dots.
    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// The ink at a dot.
    pub(super) fn at(&self, x: usize, y: usize) -> Option<Ink> {
        if x < self.width {
            self.dots.get(y * self.width + x).copied().flatten()
        } else {
            None
        }
    }

    /// The places of the dots that have an ink.
    pub(super) fn painted(&self) -> impl Iterator<Item = (usize, usize)> {
        let rows = self.dots.chunks_exact(self.width.max(1)).enumerate();
        rows.flat_map(|(y, row)| {
            let dots = row.iter().enumerate();
            dots.filter_map(move |(x, ink)| ink.map(|_| (x, y)))
        })
    }

    /// The strongest ink in each block of dots, row by row.
    pub(super) fn blocks(&self, (width, height): (usize, usize)) -> Vec<Option<Ink>> {
        let columns = self.width / width;
        let mut blocks = vec![None; columns * (self.height / height)];
        let rows = self.dots.chunks_exact(self.width.max(1));
        for (y, row) in rows.enumerate() {
            let above = &mut blocks[y / height * columns..];
            for (block, dots) in above.iter_mut().zip(row.chunks_exact(width)) {
                for dot in dots {
                    *block = (*block).max(*dot);
                }
            }
        }
        blocks
    }

    /// A line with round ends.
    pub(super) fn line(&mut self, from: Dot, to: Dot, thick: f64, ink: Ink) {
        // A thinner line than this has holes.
        let reach = (thick / 2.0).max(0.52);
        self.fill(
            bounds(&[from, to], reach),
            |dot| distance(dot, from, to) <= reach,
            Some(ink),
        );
    }

    /// Every second dot of a thin line.
    pub(super) fn dotted(&mut self, from: Dot, to: Dot, ink: Ink) {
        let length = length([to[0] - from[0], to[1] - from[1]]);
        let mut along = 0.0;
        while along <= length {
            let share = if length > 0.0 { along / length } else { 0.0 };
            let dot = [
                from[0] + (to[0] - from[0]) * share,
                from[1] + (to[1] - from[1]) * share,
            ];
            self.line(dot, dot, 1.0, ink);
            along += 2.0;
        }
    }

    /// Clears the dots of one ink around a line, so that what is painted there stands in front.
    pub(super) fn clear(&mut self, from: Dot, to: Dot, reach: f64, only: Ink) {
        let near = |dot| distance(dot, from, to) <= reach;
        let area = bounds(&[from, to], reach);
        self.visit(area, |dot, was| {
            if *was == Some(only) && near(dot) {
                *was = None;
            }
        });
    }

    /// A filled circle.
    pub(super) fn disc(&mut self, centre: Dot, radius: f64, ink: Ink) {
        self.line(centre, centre, radius * 2.0, ink);
    }

    /// A circle with an empty inside.
    pub(super) fn ring(&mut self, centre: Dot, radius: f64, thick: f64, ink: Ink) {
        self.disc(centre, radius, ink);
        let inside = radius - thick;
        let area = bounds(&[centre], inside);
        self.fill(area, |dot| distance(dot, centre, centre) <= inside, None);
    }

    /// A filled shape with straight edges.
    pub(super) fn polygon(&mut self, corners: &[Dot], ink: Ink) {
        self.fill(bounds(corners, 0.0), |dot| inside(dot, corners), Some(ink));
        for (index, corner) in corners.iter().enumerate() {
            let next = corners[(index + 1) % corners.len()];
            self.line(*corner, next, 1.0, ink);
        }
    }

    fn fill(&mut self, area: [Dot; 2], within: impl Fn(Dot) -> bool, ink: Option<Ink>) {
        self.visit(area, |dot, was| {
            if within(dot) {
                *was = ink;
            }
        });
    }

    fn visit(&mut self, [low, high]: [Dot; 2], mut each: impl FnMut(Dot, &mut Option<Ink>)) {
        let (xs, ys) = (
            span(low[0], high[0], self.width),
            span(low[1], high[1], self.height),
        );
        for y in ys {
            for x in xs.clone() {
                each(centre(x, y), &mut self.dots[y * self.width + x]);
            }
        }
    }
}

/// The middle of a dot.
#[expect(
    clippy::cast_precision_loss,
    reason = "grids are far smaller than 2^52 dots"
)]
fn centre(x: usize, y: usize) -> Dot {
    [x as f64, y as f64]
}

/// The dots from one coordinate to another that lie on a grid of this size.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "clamped to the grid first"
)]
fn span(low: f64, high: f64, size: usize) -> std::ops::Range<usize> {
    let clamp = |value: f64| value.clamp(0.0, size as f64) as usize;
    if high < 0.0 {
        return 0..0;
    }
    clamp(low.floor())..clamp(high.ceil() + 1.0)
}

fn bounds(points: &[Dot], margin: f64) -> [Dot; 2] {
    let mut low = [f64::MAX; 2];
    let mut high = [f64::MIN; 2];
    for point in points {
        for axis in 0..2 {
            low[axis] = low[axis].min(point[axis] - margin);
            high[axis] = high[axis].max(point[axis] + margin);
        }
    }
    [low, high]
}

/// From a point to the nearest point of a line.
fn distance(point: Dot, from: Dot, to: Dot) -> f64 {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let square = dx * dx + dy * dy;
    let along = if square > 0.0 {
        (((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    length([
        point[0] - from[0] - along * dx,
        point[1] - from[1] - along * dy,
    ])
}

/// Whether a point lies inside a shape: a ray from it crosses the edges an odd number of times.
fn inside(point: Dot, corners: &[Dot]) -> bool {
    let mut odd = false;
    for (index, a) in corners.iter().enumerate() {
        let b = corners[(index + 1) % corners.len()];
        if (a[1] > point[1]) != (b[1] > point[1]) {
            let x = a[0] + (point[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
            odd ^= point[0] < x;
        }
    }
    odd
}
