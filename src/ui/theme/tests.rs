use ratatui::style::Color;

use super::*;

/// What a colour gives off, as the contrast of WCAG counts it; `None` for what the terminal chooses.
pub(crate) fn luminance(color: Color) -> Option<f64> {
    let [r, g, b] = rgb(color)?;
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b))
}

/// The contrast of two colours; `None` where the terminal chooses one of them.
pub(crate) fn contrast(ink: Color, ground: Color) -> Option<f64> {
    let (ink, ground) = (luminance(ink)? + 0.05, luminance(ground)? + 0.05);
    Some(ink.max(ground) / ink.min(ground))
}

/// The colour as xterm shows it.
pub(crate) fn rgb(color: Color) -> Option<[u8; 3]> {
    const BASIC: [[u8; 3]; 16] = [
        [0, 0, 0],
        [205, 0, 0],
        [0, 205, 0],
        [205, 205, 0],
        [0, 0, 238],
        [205, 0, 205],
        [0, 205, 205],
        [229, 229, 229],
        [127, 127, 127],
        [255, 0, 0],
        [0, 255, 0],
        [255, 255, 0],
        [92, 92, 255],
        [255, 0, 255],
        [0, 255, 255],
        [255, 255, 255],
    ];
    let basic = |at: usize| Some(BASIC[at]);
    match color {
        Color::Reset => None,
        Color::Black => basic(0),
        Color::Red => basic(1),
        Color::Green => basic(2),
        Color::Yellow => basic(3),
        Color::Blue => basic(4),
        Color::Magenta => basic(5),
        Color::Cyan => basic(6),
        Color::Gray => basic(7),
        Color::DarkGray => basic(8),
        Color::LightRed => basic(9),
        Color::LightGreen => basic(10),
        Color::LightYellow => basic(11),
        Color::LightBlue => basic(12),
        Color::LightMagenta => basic(13),
        Color::LightCyan => basic(14),
        Color::White => basic(15),
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(at @ 0..16) => basic(usize::from(at)),
        Color::Indexed(at @ 16..232) => {
            let step = |at: u8| if at == 0 { 0 } else { 55 + 40 * at };
            let at = at - 16;
            Some([step(at / 36), step(at / 6 % 6), step(at % 6)])
        }
        Color::Indexed(at) => Some([8 + 10 * (at - 232); 3]),
    }
}

const DEPTHS: [ColorDepth; 3] = [ColorDepth::Basic, ColorDepth::Indexed, ColorDepth::True];

#[test]
fn words_stand_out_from_every_ground_they_are_put_on() {
    for choice in [ThemeChoice::Dark, ThemeChoice::Light, ThemeChoice::Night] {
        for depth in DEPTHS {
            let theme = Theme::of(choice, depth, false);
            let inks = [
                theme.text,
                theme.strong,
                theme.muted,
                theme.hint,
                theme.accent,
                theme.key,
                theme.warning,
                theme.care(Care::SelfCare),
                theme.care(Care::Routine),
                theme.care(Care::Urgent),
                theme.care(Care::Emergency),
            ];
            for ground in [theme.ground, theme.panel, theme.field] {
                for ink in inks {
                    let [ink, ground] = [ink.fg.unwrap(), ground.bg.unwrap()];
                    let contrast = contrast(ink, ground).unwrap();
                    assert!(contrast >= 4.5, "{choice:?} {depth:?} {ink} on {ground}: {contrast}");
                }
            }
            for ink in [theme.text, theme.key, theme.accent] {
                let ink = ink.patch(theme.selected);
                let contrast = contrast(ink.fg.unwrap(), ink.bg.unwrap()).unwrap();
                assert!(contrast >= 4.5, "{choice:?} {depth:?} selected: {contrast}");
            }
            for care in [Care::SelfCare, Care::Routine, Care::Urgent, Care::Emergency] {
                let badge = theme.badge(theme.care(care));
                let contrast = contrast(badge.fg.unwrap(), badge.bg.unwrap()).unwrap();
                assert!(contrast >= 4.5, "{choice:?} {depth:?} {care:?}: {contrast}");
            }
        }
    }
}

#[test]
fn no_colour_of_the_night_has_blue_in_it() {
    for depth in [ColorDepth::Indexed, ColorDepth::True] {
        let theme = Theme::of(ThemeChoice::Night, depth, false);
        let values = [0.0, 0.2, 0.5, 0.8, 1.0].map(|share| theme.value(share));
        let styles = [
            theme.ground,
            theme.field,
            theme.selected,
            theme.muted,
            theme.accent,
            theme.cramp,
            theme.care(Care::Emergency),
        ];
        for color in values.into_iter().chain(styles).flat_map(|style| [style.fg, style.bg]) {
            assert!(color.and_then(rgb).is_none_or(|[_, _, blue]| blue == 0), "{color:?}");
        }
    }
}

#[test]
fn without_colour_things_are_told_apart_by_modifiers() {
    let mono = Theme::of(ThemeChoice::Mono, ColorDepth::True, false);
    assert_eq!(mono, Theme::of(ThemeChoice::Dark, ColorDepth::None, false));
    assert!(mono.selected.add_modifier.contains(Modifier::REVERSED));
    assert!(mono.fill(mono.cramp).add_modifier.contains(Modifier::REVERSED));
    assert_ne!(mono.care(Care::Emergency), mono.text);
}

#[test]
fn what_is_filled_never_has_the_ground_of_the_terminal() {
    for choice in [ThemeChoice::Dark, ThemeChoice::Light, ThemeChoice::Night, ThemeChoice::Terminal]
    {
        let theme = Theme::of(choice, ColorDepth::Basic, false);
        for style in [theme.text, theme.muted, theme.strong, theme.accent, theme.cramp] {
            let filled = theme.fill(style);
            let is_seen = filled.bg.is_some_and(|ground| ground != Color::Reset)
                || filled.add_modifier.contains(Modifier::REVERSED);
            assert!(is_seen, "{choice:?} {style:?}");
        }
    }
}
