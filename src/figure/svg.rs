//! The same shapes as SVG, for paper.

use std::fmt::Write;

use super::colour::{FigurePalette, Rgb};
use super::fit::extent;
use super::shape::{BodyShape, Capsule};
use super::vector::Vector;
use crate::guide::raw::Figure;

/// A whole SVG picture of these shapes, one unit of the figure a unit of the picture.
pub(crate) fn picture(figure: &Figure, shapes: &[BodyShape], palette: &FigurePalette) -> String {
    let [left, bottom, right, top] = extent(figure);
    let mut svg = String::new();
    let clip = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.1} {:.1} {:.1} {:.1}">"#,
        -top,
        right - left,
        top - bottom
    );
    svg.push_str(&clip);
    for shape in shapes {
        let apart: Vec<_> = shape.capsules.iter().filter(|one| one.apart).collect();
        if !apart.is_empty() {
            group(&mut svg, palette.ground, 1.0);
            for capsule in apart {
                path(&mut svg, capsule, 0.8);
            }
            svg.push_str("</g>");
        }
        group(&mut svg, palette.tone(shape.tone), shape.opacity);
        for capsule in &shape.capsules {
            path(&mut svg, capsule, 0.0);
        }
        svg.push_str("</g>");
    }
    svg.push_str("</svg>");
    svg
}

fn group(svg: &mut String, [red, green, blue]: Rgb, opacity: f32) {
    let _ = write!(svg, r##"<g fill="#{red:02x}{green:02x}{blue:02x}""##);
    if opacity < 1.0 {
        let _ = write!(svg, r#" opacity="{opacity}""#);
    }
    svg.push('>');
}

/// The outline of a capsule: two arcs and the two lines that touch both.
fn path(svg: &mut String, capsule: &Capsule, wider: f32) {
    let [from_radius, to_radius] = capsule.radius.map(|radius| radius + wider);
    let side = (capsule.to - capsule.from).unit().turned();
    let point = |at: Vector| format!("{:.2} {:.2}", at.x, -at.y);
    if side == Vector::default() {
        let at = capsule.from;
        let _ = write!(svg, r#"<circle cx="{:.2}" cy="{:.2}" r="{from_radius:.2}"/>"#, at.x, -at.y);
        return;
    }
    let _ = write!(
        svg,
        r#"<path d="M{} L{} A{to_radius:.2} {to_radius:.2} 0 0 1 {} L{} A{from_radius:.2} {from_radius:.2} 0 0 1 {}Z"/>"#,
        point(capsule.from + side * from_radius),
        point(capsule.to + side * to_radius),
        point(capsule.to - side * to_radius),
        point(capsule.from - side * from_radius),
        point(capsule.from + side * from_radius),
    );
}
