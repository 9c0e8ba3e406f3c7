//! Puts the body of a figure into a buffer: in pixels of half a cell where there are colours
//! enough, else as a silhouette of whole characters.

use std::cell::RefCell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::glyphs::{ASCII, Glyphs};
use super::theme::Theme;
use super::theme::palette::nearest;
use crate::figure::{FigurePalette, Posture, Rgb, SilhouetteCell, Tone};
use crate::guide::raw::Figure;
use crate::stretch::Leg;

/// The foreground colours one half of a cell, the background the other.
const HALVES: [&str; 2] = ["▀", "▄"];

/// What a drawing of a figure depends on, besides its size.
#[derive(Debug, Clone, PartialEq)]
struct FigureKey {
    figure: Figure,
    leg: Option<Leg>,
    held: f32,
    theme: Theme,
    ascii: bool,
}

/// The last drawing of a figure: it costs more than the rest of a frame, and most keys leave it as
/// it was.
#[derive(Debug, Default)]
pub struct FigureMemo(RefCell<Option<(FigureKey, Buffer)>>);

impl FigureMemo {
    /// Draws the figure into all of an area, from the last drawing where nothing about it has
    /// changed.
    pub fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        posture: &Posture<'_>,
        look: (&Theme, &Glyphs),
    ) {
        let (theme, glyphs) = look;
        let Posture { figure, leg, held } = *posture;
        let ascii = *glyphs == ASCII;
        let key = FigureKey { figure: figure.clone(), leg, held, theme: *theme, ascii };
        let area = area.intersection(buf.area);
        let mut last = self.0.borrow_mut();
        let (_, drawn) = match last.take() {
            Some(same) if same.0 == key && same.1.area == area => last.insert(same),
            _ => {
                let mut drawn = Buffer::empty(area);
                for at in area.positions() {
                    drawn[at].clone_from(&buf[at]);
                }
                paint(&mut drawn, posture, theme, ascii);
                last.insert((key, drawn))
            }
        };
        for at in area.positions() {
            buf[at].clone_from(&drawn[at]);
        }
    }
}

/// Fills a buffer with the figure.
fn paint(buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme, ascii: bool) {
    if buf.area.width < 8 || buf.area.height < 4 {
        return;
    }
    match palette(theme, buf.content[0].bg).filter(|_| !ascii) {
        Some(palette) => pixels(buf, posture, theme, &palette),
        None => characters(buf, posture, theme, ascii),
    }
}

fn pixels(buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme, palette: &FigurePalette) {
    let area = buf.area;
    let (width, height) = (usize::from(area.width), usize::from(area.height) * 2);
    let rows = posture.pixels(width, height, palette);
    let is_indexed = matches!(theme.body.ground, Color::Indexed(_));
    let ink = |colour: Rgb| {
        if is_indexed { nearest(colour) } else { Color::Rgb(colour[0], colour[1], colour[2]) }
    };
    for (y, pair) in (area.y..).zip(rows.chunks_exact(2)) {
        for ((x, upper), lower) in (area.x..).zip(&pair[0]).zip(&pair[1]) {
            if *upper == palette.ground && *lower == palette.ground {
                continue;
            }
            // Many fonts leave a thin line of the background at the outer edge of a half block.
            let is_upper = far(*upper, palette.ground) >= far(*lower, palette.ground);
            let (symbol, fore, back) = if is_upper {
                (HALVES[0], ink(*upper), ink(*lower))
            } else {
                (HALVES[1], ink(*lower), ink(*upper))
            };
            let cell = &mut buf[(x, y)];
            cell.modifier = Modifier::empty();
            let symbol = if fore == back { " " } else { symbol };
            cell.set_symbol(symbol).set_fg(fore).set_bg(back);
        }
    }
}

/// How much two colours differ.
fn far(one: Rgb, other: Rgb) -> u16 {
    one.iter().zip(other).map(|(one, other)| u16::from(one.abs_diff(other))).sum()
}

fn characters(buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme, ascii: bool) {
    let area = buf.area;
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let rows = posture.characters(width, height, ascii);
    for (y, row) in (area.y..).zip(rows) {
        for (x, cell) in (area.x..).zip(row) {
            let Some(SilhouetteCell { symbol, tone }) = cell else {
                continue;
            };
            let style = style(theme, tone);
            let cell = &mut buf[(x, y)];
            cell.modifier = Modifier::empty();
            match symbol {
                // The background fills a cell without the seams that a full block has in many fonts.
                ' ' => cell.set_symbol(" ").set_style(theme.fill(style)),
                symbol => cell.set_char(symbol).set_style(style),
            };
        }
    }
}

fn style(theme: &Theme, tone: Tone) -> Style {
    let color = match tone {
        Tone::Near | Tone::Trunk | Tone::FarStretched => theme.body.near,
        Tone::Far => theme.body.far,
        Tone::Prop | Tone::Cloth => theme.body.prop,
        Tone::Muscle => theme.body.muscle,
    };
    Style::new().fg(match (theme.body.ground, color) {
        (Color::Indexed(_), Color::Rgb(red, green, blue)) => nearest([red, green, blue]),
        _ => color,
    })
}

/// The colours to paint with on this ground, where the theme has enough of them.
fn palette(theme: &Theme, ground: Color) -> Option<FigurePalette> {
    let body = theme.body;
    let [near, trunk] = [rgb(body.near)?, rgb(body.trunk)?];
    let [far, muscle, prop] = [rgb(body.far)?, rgb(body.muscle)?, rgb(body.prop)?];
    let between = |other: Rgb| std::array::from_fn(|at| near[at].midpoint(other[at]));
    Some(FigurePalette {
        ground: rgb(ground).or_else(|| rgb(body.ground))?,
        tones: [near, trunk, far, between(far), muscle, prop, between(prop)],
    })
}

/// A colour in 24 bits, where it is not one of the terminal's own.
fn rgb(color: Color) -> Option<Rgb> {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match color {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(at @ 16..=231) => {
            let at = usize::from(at - 16);
            Some([at / 36, at / 6 % 6, at % 6].map(|step| STEPS[step]))
        }
        Color::Indexed(at @ 232..) => Some([8 + (at - 232) * 10; 3]),
        _ => None,
    }
}
