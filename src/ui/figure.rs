//! Puts the body of a figure into a buffer: in pixels of half a cell where there are colours
//! enough, else as a silhouette of whole characters.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::theme::Theme;
use super::theme::palette::nearest;
use crate::figure::{FigurePalette, Posture, Rgb, SilhouetteCell, Tone};
use crate::guide::raw::Figure;
use crate::stretch::Leg;

/// The foreground colours one half of a cell, the background the other.
const HALVES: [&str; 2] = ["▀", "▄"];

/// What a drawing of a figure depends on, besides its size.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureKey {
    figure: Figure,
    leg: Option<Leg>,
    held: f32,
    theme: Theme,
    ascii: bool,
}

/// The last drawing of a figure: it costs more than the rest of a frame, and most keys leave it as
/// it was.
#[derive(Debug, Default)]
pub struct FigureMemo(Option<(FigureKey, Buffer)>);

/// Draws the figure into all of an area.
pub fn draw(area: Rect, buf: &mut Buffer, posture: &Posture<'_>, (theme, ascii): (&Theme, bool)) {
    let area = area.intersection(buf.area);
    if area.width < 8 || area.height < 4 {
        return;
    }
    let ground = buf[(area.x, area.y)].bg;
    match palette(theme, ground).filter(|_| !ascii) {
        Some(palette) => pixels(area, buf, posture, theme, &palette),
        None => characters(area, buf, posture, theme, ascii),
    }
}

/// The same, taken from the last drawing where nothing about it has changed.
pub fn draw_again(
    area: Rect,
    buf: &mut Buffer,
    posture: &Posture<'_>,
    (theme, ascii): (&Theme, bool),
    memo: &mut FigureMemo,
) {
    let key = FigureKey {
        figure: posture.figure.clone(),
        leg: posture.leg,
        held: posture.held,
        theme: *theme,
        ascii,
    };
    let area = area.intersection(buf.area);
    let copy = |from: &Buffer, to: &mut Buffer| {
        for at in area.positions() {
            to[at].clone_from(&from[at]);
        }
    };
    match &memo.0 {
        Some((old, drawn)) if *old == key && drawn.area == area => copy(drawn, buf),
        _ => {
            draw(area, buf, posture, (theme, ascii));
            let mut drawn = Buffer::empty(area);
            copy(buf, &mut drawn);
            memo.0 = Some((key, drawn));
        }
    }
}

fn pixels(
    area: Rect,
    buf: &mut Buffer,
    posture: &Posture<'_>,
    theme: &Theme,
    palette: &FigurePalette,
) {
    let (width, height) = (usize::from(area.width), usize::from(area.height) * 2);
    let rows: Vec<Vec<Rgb>> = posture.pixels(width, height, palette).rows().collect();
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

fn characters(area: Rect, buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme, ascii: bool) {
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
    let tones = theme.body;
    let near = rgb(tones.near)?;
    let prop = rgb(tones.prop)?;
    Some(FigurePalette {
        ground: rgb(ground).or_else(|| rgb(tones.ground))?,
        near,
        trunk: rgb(tones.trunk)?,
        far: rgb(tones.far)?,
        muscle: rgb(tones.muscle)?,
        prop,
        cloth: std::array::from_fn(|at| near[at].midpoint(prop[at])),
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
