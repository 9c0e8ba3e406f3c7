//! A frame as SVG: grounds and blocks as rectangles, borders as lines, words as text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// Width and height of a cell in the picture's own units.
const CELL: (u16, u16) = (9, 20);
/// Around the window.
const MARGIN: u16 = 10;
/// Seconds of a moving picture before it begins again.
const LOOP: f32 = 4.0;
/// Seconds of it before the body moves.
const STILL: f32 = 1.0;

/// A frame.
pub fn still(frame: &Buffer) -> String {
    let mut out = head(frame);
    part(&mut out, frame, |_| true);
    out.push_str("</svg>\n");
    out
}

/// Frames a tenth of a second apart, then the last one for a while; the last alone where motion
/// is not wanted.
pub fn moving(frames: &[Buffer]) -> String {
    let Some((last, before)) = frames.split_last() else {
        return String::new();
    };
    let mut out = head(last);
    part(&mut out, last, |_| true);
    let percent = |seconds: f32| seconds / LOOP * 100.0;
    let mut style = String::new();
    let mut start = 0.0;
    for (at, frame) in before.iter().enumerate() {
        let end = if at == 0 { STILL } else { start + 0.1 };
        let (from, to) = (percent(start), percent(end));
        let _ = writeln!(
            style,
            ".f{at}{{visibility:hidden;animation:f{at} {LOOP}s step-end infinite}}\n\
             @keyframes f{at}{{0%{{visibility:hidden}}{from:.1}%{{visibility:visible}}{to:.1}%{{visibility:hidden}}}}"
        );
        let changed: BTreeSet<usize> =
            (0..frame.content.len()).filter(|at| frame.content[*at] != last.content[*at]).collect();
        let _ = writeln!(out, "<g class=\"f{at}\">");
        part(&mut out, frame, |at| changed.contains(&at));
        out.push_str("</g>\n");
        start = end;
    }
    let _ = writeln!(
        out,
        "<style>{style}@media (prefers-reduced-motion: reduce){{g{{animation:none!important}}}}</style>\n</svg>"
    );
    out
}

fn head(frame: &Buffer) -> String {
    let (width, height) =
        (frame.area.width * CELL.0 + 2 * MARGIN, frame.area.height * CELL.1 + 2 * MARGIN);
    let ground = hex(frame.content[0].bg).unwrap_or_else(|| "#000".to_owned());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"JetBrains Mono, DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{ground}\"/>\n"
    )
}

/// Ink and ground of a cell, as it is seen.
fn colors(cell: &Cell) -> (String, String) {
    let ink = hex(cell.fg).unwrap_or_else(|| "#d0d0d0".to_owned());
    let ground = hex(cell.bg).unwrap_or_else(|| "#000000".to_owned());
    if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) }
}

/// The cells that are asked for.
fn part(out: &mut String, frame: &Buffer, is_in: impl Fn(usize) -> bool) {
    // One path for all rectangles of a colour, in the order in which they lie above each other.
    let mut grounds: BTreeMap<String, String> = BTreeMap::new();
    let mut blocks: BTreeMap<String, String> = BTreeMap::new();
    let mut borders: BTreeMap<String, String> = BTreeMap::new();
    let mut words = String::new();
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let at = frame.index_of(x, y);
            let cell = &frame.content[at];
            let (left, top) = (MARGIN + x * CELL.0, MARGIN + y * CELL.1);
            x += 1;
            if !is_in(at) {
                continue;
            }
            let (ink, ground) = colors(cell);
            let mut wide = CELL.0;
            let symbol = cell.symbol().chars().next().unwrap_or(' ');
            if symbol == ' ' {
                // A run of blanks of one ground.
                while x < frame.area.width
                    && is_in(frame.index_of(x, y))
                    && frame[(x, y)].symbol() == " "
                    && colors(&frame[(x, y)]).1 == ground
                {
                    wide += CELL.0;
                    x += 1;
                }
            }
            let _ = write!(
                grounds.entry(ground).or_default(),
                "M{left} {top}h{wide}v{}h-{wide}z",
                CELL.1
            );
            if symbol == ' ' {
                continue;
            }
            if let Some((dx, dy, w, h)) = block(symbol) {
                let (x, y) = (left + dx, top + dy);
                let _ = write!(blocks.entry(ink).or_default(), "M{x} {y}h{w}v{h}h-{w}z");
            } else if let Some(line) = border(symbol) {
                let _ = write!(borders.entry(ink).or_default(), "M{left} {top}{line}");
            } else {
                word(&mut words, cell, &ink, (left, top));
            }
        }
    }
    for (color, path) in grounds.iter().chain(&blocks) {
        let _ =
            writeln!(out, "<path shape-rendering=\"crispEdges\" fill=\"{color}\" d=\"{path}\"/>");
    }
    for (color, path) in &borders {
        let _ = writeln!(
            out,
            "<path fill=\"none\" stroke=\"{color}\" stroke-width=\"1.3\" d=\"{path}\"/>"
        );
    }
    out.push_str(&words);
}

fn word(out: &mut String, cell: &Cell, ink: &str, (left, top): (u16, u16)) {
    let is_bold = cell.modifier.contains(Modifier::BOLD);
    let weight = if is_bold { " font-weight=\"bold\"" } else { "" };
    let text = cell.symbol().replace('&', "&amp;").replace('<', "&lt;");
    let baseline = top + 15;
    let _ =
        writeln!(out, "<text x=\"{left}\" y=\"{baseline}\" fill=\"{ink}\"{weight}>{text}</text>");
}

/// The part of its cell that a block character fills.
fn block(symbol: char) -> Option<(u16, u16, u16, u16)> {
    let (wide, high) = CELL;
    let at = u16::try_from(u32::from(symbol).checked_sub(0x2580)?).ok()?;
    match at {
        0 => Some((0, 0, wide, high / 2)),
        1..=8 => {
            let filled = high * at / 8;
            Some((0, high - filled, wide, filled))
        }
        9..=15 => Some((0, 0, wide * (16 - at) / 8, high)),
        16 => Some((wide / 2, 0, wide - wide / 2, high)),
        _ => None,
    }
}

/// The line of a border, from the upper left corner of its cell.
fn border(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        '─' => "m0 10h9",
        '│' | '┃' => "m4.5 0v20",
        '╭' => "m4.5 20v-5q0-5 4.5-5",
        '╮' => "m0 10q4.5 0 4.5 5v5",
        '╰' => "m4.5 0v5q0 5 4.5 5",
        '╯' => "m0 10q4.5 0 4.5-5v-5",
        _ => return None,
    })
}

fn hex(color: Color) -> Option<String> {
    match color {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}
