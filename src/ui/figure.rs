//! Puts the body of a figure into a buffer: in pixels of half a cell where there are colours
//! enough, else as a silhouette of whole characters.

use std::cell::RefCell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::theme::Theme;
use super::theme::palette::rgb;
use crate::figure::{FigurePalette, PictureSize, Posture, Rgb};
use crate::guide::raw::Figure;
use crate::stretch::Leg;

/// The foreground colours one half of a cell, the background the other.
const HALVES: [&str; 2] = ["▀", "▄"];

/// All that a drawing of a figure depends on.
#[derive(Debug, PartialEq)]
struct DrawingKey {
    figure: Figure,
    leg: Option<Leg>,
    held: Option<f32>,
    theme: Theme,
    beneath: Buffer,
}

/// The last drawing of a figure: it costs more than the rest of a frame, and most keys leave it as
/// it was.
#[derive(Debug, Default)]
pub struct FigureMemo(RefCell<Option<(DrawingKey, Buffer)>>);

impl FigureMemo {
    /// Draws the figure into all of an area, from the last drawing where nothing about it has
    /// changed.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme) {
        let area = area.intersection(buf.area);
        let mut beneath = Buffer::empty(area);
        for at in area.positions() {
            beneath[at].clone_from(&buf[at]);
        }
        let Posture { figure, leg, held } = *posture;
        let key = DrawingKey { figure: figure.clone(), leg, held, theme: *theme, beneath };
        let mut last = self.0.borrow_mut();
        let same = last.take().filter(|(last, _)| *last == key);
        let (_, cells) = last.insert(same.unwrap_or_else(|| {
            let mut cells = key.beneath.clone();
            paint(&mut cells, posture, theme);
            (key, cells)
        }));
        for at in area.positions() {
            buf[at].clone_from(&cells[at]);
        }
    }
}

/// Fills a buffer with the figure.
fn paint(buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme) {
    if buf.area.width < 8 || buf.area.height < 4 {
        return;
    }
    match palette(theme, buf.content[0].bg).filter(|_| !theme.is_ascii()) {
        Some(palette) => pixels(buf, posture, theme, &palette),
        None => characters(buf, posture, theme),
    }
}

fn pixels(buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme, palette: &FigurePalette) {
    let area = buf.area;
    let size = PictureSize { width: area.width.into(), height: usize::from(area.height) * 2 };
    let rows = posture.pixels(size, palette);
    let ink = |colour: Rgb| theme.shown(colour.into());
    for (y, pair) in (area.y..).zip(rows.chunks_exact(2)) {
        for ((x, upper), lower) in (area.x..).zip(&pair[0]).zip(&pair[1]) {
            if *upper == palette.ground && *lower == palette.ground {
                continue;
            }
            // Many fonts leave a thin line of the background at the outer edge of a half block.
            let is_upper = distance(*upper, palette.ground) >= distance(*lower, palette.ground);
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
fn distance(one: Rgb, other: Rgb) -> u16 {
    one.iter().zip(other).map(|(one, other)| u16::from(one.abs_diff(other))).sum()
}

fn characters(buf: &mut Buffer, posture: &Posture<'_>, theme: &Theme) {
    let area = buf.area;
    let size = PictureSize { width: area.width.into(), height: area.height.into() };
    let rows = posture.characters(size, theme.is_ascii());
    for (y, row) in (area.y..).zip(rows) {
        for (x, cell) in (area.x..).zip(row) {
            let Some((symbol, tone)) = cell else {
                continue;
            };
            let style = Style::new().fg(theme.shown(theme.body[tone as usize]));
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

/// The colours to paint with on this ground, where the theme has enough of them.
fn palette(theme: &Theme, ground: Color) -> Option<FigurePalette> {
    let tones = theme.body.map(rgb);
    let has_all = tones.iter().all(Option::is_some);
    let palette =
        FigurePalette { ground: rgb(ground)?, tones: tones.map(Option::unwrap_or_default) };
    has_all.then_some(palette)
}
