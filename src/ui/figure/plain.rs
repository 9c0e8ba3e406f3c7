//! A figure in plain characters: for each cell the one that looks most like its dots.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Context, Painter, Shape};

use super::raster::{Ink, Raster};
use super::{CELL, canvas};

/// Characters with the dots they cover, two by four, top row in the low bits.
const LOOKS: [(char, u8); 14] = [
    ('/', 0b01_01_10_10),
    ('\\', 0b10_10_01_01),
    ('|', 0b01_01_01_01),
    ('|', 0b10_10_10_10),
    ('-', 0b00_00_11_00),
    ('-', 0b00_11_00_00),
    ('_', 0b11_00_00_00),
    ('"', 0b00_00_00_11),
    ('.', 0b01_00_00_00),
    ('.', 0b10_00_00_00),
    ('\'', 0b00_00_00_01),
    ('`', 0b00_00_00_10),
    ('=', 0b00_11_00_11),
    ('o', 0b00_11_11_00),
];

/// Draws the raster with plain characters.
pub(super) fn draw(raster: &Raster, ground: Color, area: Rect, buf: &mut Buffer) {
    let blocks = raster.blocks(CELL);
    let width = usize::from(area.width).max(1);
    let mut chars: Vec<(char, usize, usize)> = Vec::new();
    for (index, ink) in blocks.iter().enumerate() {
        if let Some(ink) = *ink {
            let (x, y) = (index % width, index / width);
            chars.push((look(raster, x, y, ink), x, y));
        }
    }
    chars.sort_unstable();
    canvas(raster, ground)
        .marker(Marker::Custom(' '))
        .paint(|ctx: &mut Context| {
            for run in chars.chunk_by(|a, b| a.0 == b.0) {
                // Each marker is a layer of its own; cells never share one.
                ctx.marker(Marker::Custom(run[0].0));
                ctx.draw(&Cells(run));
            }
        })
        .render(area, buf);
}

struct Cells<'a>(&'a [(char, usize, usize)]);

impl Shape for Cells<'_> {
    fn draw(&self, painter: &mut Painter) {
        for (_, x, y) in self.0 {
            painter.paint(*x, *y, Color::Reset);
        }
    }
}

fn look(raster: &Raster, x: usize, y: usize, ink: Ink) -> char {
    let mut pattern = 0_u8;
    for bit in 0..8 {
        let dot = (x * CELL.0 + bit % 2, y * CELL.1 + bit / 2);
        if raster.at(dot.0, dot.1).is_some() {
            pattern |= 1 << bit;
        }
    }
    if ink == Ink::Muscle {
        return '#';
    }
    if pattern.count_ones() >= 6 {
        return 'O';
    }
    LOOKS
        .iter()
        .min_by_key(|(_, covers)| (covers ^ pattern).count_ones())
        .map_or('.', |(c, _)| *c)
}
