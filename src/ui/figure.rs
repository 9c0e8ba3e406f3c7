//! The stick figure of a stretch, drawn on the canvas widget.
//!
//! The picture is first painted as dots, two by four a cell, and then handed to the canvas as
//! Braille or as the plain characters that look most like those dots.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Context, Painter, Shape};

use super::theme::Theme;
use crate::guide::raw::{Figure, Point, Pose};
use crate::stretch::Leg;

mod body;
mod plain;
mod raster;
mod scenery;
mod view;

use body::Turn;
use raster::{Ink, Raster};
use view::View;

/// Dots of one cell, across and down.
const CELL: (usize, usize) = (2, 4);

/// How the parts of a figure look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FigureStyle {
    /// The person.
    pub body: Style,
    /// The far leg and the things around.
    pub quiet: Style,
    /// The stretched muscle.
    pub muscle: Style,
}

impl From<&Theme> for FigureStyle {
    fn from(theme: &Theme) -> Self {
        Self {
            body: theme.text,
            quiet: theme.muted,
            muscle: theme.cramp,
        }
    }
}

/// A figure to draw.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// Its joints in both poses.
    pub figure: &'a Figure,
    /// The leg that stretches.
    pub leg: Leg,
    /// How far it has moved from the first pose, 0, to the held one, 1.
    pub held: f32,
    /// Plain characters instead of Braille.
    pub ascii: bool,
}

impl Picture<'_> {
    /// Draws the figure as large as the area allows, in its middle.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: FigureStyle) {
        let area = area.intersection(buf.area);
        if is_too_small(area.width, area.height) {
            return;
        }
        let raster = self.paint(area);
        // The canvas paints its own ground; it is to stay what it was.
        let ground = buf[(area.x, area.y)].bg;
        if self.ascii {
            plain::draw(&raster, ground, area, buf);
        } else {
            canvas(&raster, ground)
                .marker(Marker::Braille)
                .paint(|ctx: &mut Context| ctx.draw(&Dots(&raster)))
                .render(area, buf);
        }
        let blocks = raster.blocks(CELL);
        for (y, row) in (area.y..).zip(blocks.chunks_exact(area.width.into())) {
            for (x, ink) in (area.x..).zip(row) {
                let style = match ink {
                    None => continue,
                    Some(Ink::Scenery | Ink::Far) => style.quiet,
                    Some(Ink::Body) => style.body,
                    Some(Ink::Muscle) => style.muscle,
                };
                buf[(x, y)].set_style(style);
            }
        }
    }

    /// How many cells the figure lights in an area of this size; as many as [`Self::draw`] does.
    pub fn lit(&self, width: u16, height: u16) -> usize {
        if is_too_small(width, height) {
            return 0;
        }
        let raster = self.paint(Rect::new(0, 0, width, height));
        raster.blocks(CELL).iter().flatten().count()
    }

    fn paint(&self, area: Rect) -> Raster {
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        let mut raster = Raster::new(width * CELL.0, height * CELL.1);
        let view = View::of(self.figure, raster.width(), raster.height());
        let pose = between(&self.figure.start, &self.figure.hold, self.held);
        scenery::paint(&mut raster, &view, self.figure, &pose);
        let turn = Turn::of(self.leg, &self.figure.start);
        let highlight = self.figure.highlight;
        body::paint(&mut raster, &view, &pose, highlight, turn, self.ascii);
        raster
    }
}

fn is_too_small(width: u16, height: u16) -> bool {
    width < 4 || height < 3
}

/// A canvas whose coordinates are the raster's dots, with y upwards.
#[expect(
    clippy::cast_precision_loss,
    reason = "grids are far smaller than 2^52 dots"
)]
fn canvas<'a, F: Fn(&mut Context)>(raster: &Raster, ground: Color) -> Canvas<'a, F> {
    Canvas::default()
        .background_color(ground)
        .x_bounds([0.0, raster.width().saturating_sub(1) as f64])
        .y_bounds([0.0, raster.height().saturating_sub(1) as f64])
}

struct Dots<'a>(&'a Raster);

impl Shape for Dots<'_> {
    fn draw(&self, painter: &mut Painter) {
        for (x, y) in self.0.painted() {
            painter.paint(x, y, Color::Reset);
        }
    }
}

/// The pose this far between two poses.
fn between(start: &Pose, hold: &Pose, share: f32) -> Pose {
    let share = share.clamp(0.0, 1.0);
    let mix = |a: Point, b: Point| [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    let shoulder = |pose: &Pose| pose.shoulder.unwrap_or(pose.neck);
    Pose {
        head: mix(start.head, hold.head),
        neck: mix(start.neck, hold.neck),
        hip: mix(start.hip, hold.hip),
        shoulder: Some(mix(shoulder(start), shoulder(hold))),
        elbow: mix(start.elbow, hold.elbow),
        hand: mix(start.hand, hold.hand),
        knee_near: mix(start.knee_near, hold.knee_near),
        ankle_near: mix(start.ankle_near, hold.ankle_near),
        toe_near: mix(start.toe_near, hold.toe_near),
        knee_far: mix(start.knee_far, hold.knee_far),
        ankle_far: mix(start.ankle_far, hold.ankle_far),
        toe_far: mix(start.toe_far, hold.toe_far),
    }
}

#[cfg(test)]
mod tests;
