//! The dark room: measured on the cells of the frame.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};
use uncramp::app::launch::Launch;
use uncramp::app::settings::{ColorDepth, ThemeChoice};
use uncramp::ui::theme::Theme;

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
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// Black ground, no blue and enough contrast in every cell; gives the share of
/// lit cells in percent.
#[track_caller]
fn measure(name: &str, buffer: &Buffer) -> usize {
    let mut lit = 0;
    for cell in &buffer.content {
        let (ground, ink) = (cell.bg, cell.fg);
        assert_eq!(
            rgb(ground),
            (0, 0, 0),
            "{name}: the ground behind {:?}",
            cell.symbol()
        );
        assert!(
            !cell.modifier.contains(ratatui::style::Modifier::REVERSED),
            "{name}: reversed {:?}",
            cell.symbol()
        );
        if cell.symbol().trim().is_empty() {
            continue;
        }
        lit += 1;
        assert_eq!(rgb(ink).2, 0, "{name}: blue in {:?}", cell.symbol());
        let contrast = contrast(ink, BLACK);
        assert!(
            contrast >= 4.5,
            "{name}: {contrast:.2}:1 in {:?}",
            cell.symbol()
        );
        assert!(
            !cell.modifier.contains(ratatui::style::Modifier::DIM),
            "{name}: dimmed {:?}",
            cell.symbol()
        );
    }
    lit * 100 / buffer.content.len()
}

const BLACK: Color = Color::Rgb(0, 0, 0);

/// Contrast as WCAG 2 defines it.
fn contrast(ink: Color, ground: Color) -> f64 {
    let (ink, ground) = (luminance(ink), luminance(ground));
    (ink.max(ground) + 0.05) / (ink.min(ground) + 0.05)
}

fn depths() -> [ColorDepth; 2] {
    [ColorDepth::True, ColorDepth::Indexed]
}

#[test]
fn every_ink_of_the_night_is_free_of_blue_and_bright_enough_on_black() {
    for depth in depths() {
        let night = Theme::of(ThemeChoice::Night, depth);
        assert_eq!(night.ground.bg.map(rgb), Some((0, 0, 0)));
        for style in styles(&night) {
            let ink = style.fg.unwrap();
            assert_eq!(rgb(ink).2, 0, "{ink:?}");
            let contrast = contrast(ink, BLACK);
            assert!(contrast >= 4.5, "{ink:?}: {contrast:.2}:1");
        }
    }
}

#[test]
fn every_ink_by_day_stands_out_on_the_grounds_that_windows_often_have() {
    let dark = [0x00_0000, 0x1e_1e1e, 0x28_2c34, 0x2e_3440, 0x30_0a24];
    let light = [0xff_ffff, 0xfd_f6e3, 0xfb_f1c7, 0xee_eeee];
    for (theme, grounds) in [
        (ThemeChoice::Dark, &dark[..]),
        (ThemeChoice::Light, &light[..]),
    ] {
        let inks = styles(&Theme::of(theme, ColorDepth::Indexed)).map(|style| style.fg);
        let own: Vec<Color> = inks
            .into_iter()
            .flatten()
            .filter(|ink| *ink != Color::Reset)
            .collect();
        assert!(own.len() > 8, "{own:?}");
        for ground in grounds {
            for ink in &own {
                let contrast = contrast(*ink, Color::from_u32(*ground));
                assert!(
                    contrast >= 4.5,
                    "{theme:?}: {ink:?} on {ground:06x}: {contrast:.2}:1"
                );
            }
        }
    }
}

#[test]
fn standby_is_black_whatever_one_reads_in() {
    for theme in [ThemeChoice::Auto, ThemeChoice::Light, ThemeChoice::Dark] {
        let journey = Journey::new().launch(Launch::Standby);
        let end = journey.set(|settings| settings.theme = theme).end();
        assert_eq!(measure("standby", &end.buffer), 0);
    }
}

#[test]
fn without_colour_no_style_names_one() {
    let plain = Theme::of(ThemeChoice::Night, ColorDepth::None);
    for style in styles(&plain) {
        assert_eq!((style.fg, style.bg), (None, None));
    }
}

/// Every style of a theme; the compiler asks for each new one.
fn styles(theme: &Theme) -> [Style; 16] {
    let Theme {
        ground,
        text,
        strong,
        quiet,
        accent,
        link,
        selected,
        mark,
        warning,
        danger,
        rule,
        digits,
        figure,
        figure_far,
        muscle,
        bar,
    } = *theme;
    [
        ground, text, strong, quiet, accent, link, selected, mark, warning, danger, rule, digits,
        figure, figure_far, muscle, bar,
    ]
}

#[test]
fn timer_rescue_and_standby_are_dark_by_themselves_and_light_few_cells() {
    let moments = [
        ("ready", launches::bedtime(), 2, ""),
        ("hold", launches::bedtime(), 15, ""),
        ("change", launches::bedtime(), 21, ""),
        ("paused", launches::bedtime(), 15, "<space>"),
        ("summary", launches::bedtime(), 171, ""),
        ("rescue", launches::cramp(), 0, ""),
        ("rescue with all steps", launches::cramp(), 60, ""),
        ("rescue after the limit", launches::cramp(), 601, ""),
        ("standby", Launch::Standby, 5, ""),
    ];
    for depth in depths() {
        for (name, launch, wait, keys) in &moments {
            for (width, height) in [(80, 24), (100, 30), (120, 36)] {
                let end = Journey::new()
                    .at(width, height)
                    .set(|settings| settings.depth = depth)
                    .launch(launch.clone())
                    .wait(*wait)
                    .press(keys)
                    .end();
                let name = format!("{name} at {width}x{height}");
                let share = measure(&name, &end.buffer);
                assert!(share <= 20, "{name}: {share} % lit\n{}", end.text());
            }
        }
    }
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
    let end = Journey::new()
        .at(140, 40)
        .launch(launches::bedtime())
        .wait(15)
        .end();
    measure("session beside the guide", &end.buffer);
}
