//! The dark room: measured on the cells of the frame.

use ratatui::buffer::Buffer;
use ratatui::style::Color;
use uncramp::app::message::Launch;
use uncramp::app::settings::{ColorDepth, ThemeChoice};

use crate::harness::Journey;
use crate::launches;

fn rgb(color: Color) -> (u8, u8, u8) {
    let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match color {
        Color::Rgb(r, g, b) => (r, g, b),
        Color::Indexed(n @ 232..) => {
            let grey = 8 + 10 * (n - 232);
            (grey, grey, grey)
        }
        Color::Indexed(n @ 16..=231) => {
            let n = n - 16;
            (level(n / 36), level(n / 6 % 6), level(n % 6))
        }
        other => panic!("{other:?} has no value of its own"),
    }
}

/// Relative luminance as WCAG 2 defines it.
fn luminance(color: Color) -> f64 {
    let (r, g, b) = rgb(color);
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// No blue anywhere and enough contrast in every word; gives the mean luminance of the frame in
/// thousandths of white.
#[track_caller]
fn measure(name: &str, buffer: &Buffer) -> f64 {
    let mut light = 0.0;
    for cell in &buffer.content {
        let symbol = cell.symbol();
        let (mut ground, mut ink) = (cell.bg, cell.fg);
        if cell.modifier.contains(ratatui::style::Modifier::REVERSED) {
            (ground, ink) = (ink, ground);
        }
        assert_eq!(rgb(ground).2, 0, "{name}: blue behind {symbol:?}");
        assert!(
            !cell.modifier.contains(ratatui::style::Modifier::DIM),
            "{name}: dimmed {symbol:?}"
        );
        let share = coverage(symbol);
        light += luminance(ground) * (1.0 - share);
        if symbol.trim().is_empty() {
            continue;
        }
        light += luminance(ink) * share;
        assert_eq!(rgb(ink).2, 0, "{name}: blue in {symbol:?}");
        // Below a list the page is dimmed, and not to be read.
        let is_dimmed = matches!(name, "keys" | "sources" | "answers" | "safety check");
        if symbol.chars().all(char::is_alphanumeric) && !is_dimmed {
            let contrast = contrast(ink, ground);
            assert!(contrast >= 4.5, "{name}: {contrast:.2}:1 in {symbol:?}");
        }
    }
    light * 1000.0 / f64::from(buffer.area.area())
}

/// How much of its cell a sign covers, about.
fn coverage(symbol: &str) -> f64 {
    match symbol.chars().next() {
        None | Some(' ') => 0.0,
        Some(block @ '\u{2581}'..='\u{2588}') => f64::from(block as u32 - 0x2580) / 8.0,
        Some(block @ '\u{2589}'..='\u{258f}') => f64::from(0x2590 - block as u32) / 8.0,
        Some('\u{2580}' | '\u{2590}') => 0.5,
        Some('\u{2596}'..='\u{259f}') => 0.5,
        Some(dots @ '\u{2800}'..='\u{28ff}') => {
            f64::from((dots as u32 - 0x2800).count_ones()) / 12.0
        }
        Some(_) => 0.15,
    }
}

/// Contrast as WCAG 2 defines it.
pub fn contrast(ink: Color, ground: Color) -> f64 {
    let (ink, ground) = (luminance(ink), luminance(ground));
    (ink.max(ground) + 0.05) / (ink.min(ground) + 0.05)
}

fn depths() -> [ColorDepth; 2] {
    [ColorDepth::True, ColorDepth::Indexed]
}

#[test]
fn standby_is_black_whatever_one_reads_in() {
    for theme in [ThemeChoice::Auto, ThemeChoice::Light, ThemeChoice::Dark] {
        let journey = Journey::new().launch(Launch::Standby);
        let end = journey.set(|settings| settings.theme = theme).wait(3).end();
        assert!(measure("standby", &end.buffer) < 0.001);
    }
}

#[test]
fn timer_rescue_and_standby_give_little_light() {
    let moments = [
        ("ready", launches::bedtime(), 2, ""),
        ("hold", launches::bedtime(), 15, ""),
        ("change", launches::bedtime(), 21, ""),
        ("hold of the second stretch", launches::bedtime(), 99, ""),
        ("paused", launches::bedtime(), 15, "<space>"),
        ("summary", launches::bedtime(), 171, ""),
        ("rescue", launches::cramp(), 0, ""),
        ("rescue, third step", launches::cramp(), 30, ""),
        ("rescue after the limit", launches::cramp(), 601, ""),
        ("standby", Launch::Standby, 1, ""),
    ];
    let mut too_light = Vec::new();
    for depth in depths() {
        for (name, launch, wait, keys) in &moments {
            for (width, height) in [(40, 10), (60, 20), (80, 24), (100, 30), (120, 36)] {
                let end = Journey::new()
                    .at(width, height)
                    .set(|settings| settings.depth = depth)
                    .launch(launch.clone())
                    .late(*wait)
                    .press(keys)
                    .end();
                let name = format!("{name} at {width}x{height}, {depth:?}");
                let light = measure(&name, &end.buffer);
                let is_small = width < 80 || height < 24;
                let most = if name.starts_with("rescue") || is_small { 60.0 } else { 25.0 };
                if light > most {
                    too_light.push(format!("{name}: {light:.1} of {most}"));
                }
            }
        }
    }
    assert!(too_light.is_empty(), "thousandths of white:\n{}", too_light.join("\n"));
}

#[test]
fn the_guide_at_night_is_black_and_amber_on_every_screen() {
    for depth in depths() {
        for (name, journey) in crate::everywhere::screens() {
            let end = journey
                .set(|settings| {
                    settings.theme = ThemeChoice::Night;
                    settings.depth = depth;
                })
                .end();
            measure(name, &end.buffer);
        }
    }
}

#[test]
fn a_dark_room_shines_no_blue_beside_the_guide_either() {
    let end = Journey::new().at(140, 40).launch(launches::bedtime()).wait(15).end();
    measure("session beside the guide", &end.buffer);
}
