//! The colours of each theme, in 24 bits, in 256 colours and in 16.

use ratatui::style::{Color, Modifier, Style};

use crate::app::settings::{ColorDepth, ThemeChoice};

/// The colours of one theme; everything else follows from them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Palette {
    /// How many colours there are.
    pub depth: ColorDepth,
    pub window: Color,
    pub panel: Color,
    pub field: Color,
    /// For the empty part of a bar, where the field would be too dark.
    pub track: Color,
    /// What is laid over the selected row.
    pub selected: Style,
    pub text: Color,
    pub muted: Color,
    pub hint: Color,
    pub faint: Color,
    /// For shapes of what is still to come.
    pub ahead: Color,
    pub accent: Color,
    /// For letters and digits as large as a panel.
    pub large: Color,
    pub key: Color,
    /// Self-care, routine, urgent, emergency.
    pub care: [Color; 4],
    pub cramp: Color,
    /// Words on a ground of any of these colours.
    pub on_color: Color,
    /// From a low value to a high one.
    pub values: [Color; 3],
    pub body: [Color; 6],
}

impl Palette {
    /// The colour of a value from 0 to 1.
    pub(super) fn value(&self, share: f64) -> Color {
        let [low, middle, high] = self.values;
        let share = share.clamp(0.0, 1.0) * 2.0;
        if share < 1.0 { mix(low, middle, share) } else { mix(middle, high, share - 1.0) }
    }
}

/// Where a colour is one of the terminal's own, the nearer of both.
fn mix(from: Color, to: Color, share: f64) -> Color {
    let (Color::Rgb(r, g, b), Color::Rgb(r2, g2, b2)) = (from, to) else {
        return if share < 0.5 { from } else { to };
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of two bytes")]
    let part = |from: u8, to: u8| {
        (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8
    };
    Color::Rgb(part(r, r2), part(g, g2), part(b, b2))
}

/// The tones of a body from those of near limbs, trunk, far limbs, muscle and things around it.
fn body([near, trunk, far, muscle, prop]: [Color; 5]) -> [Color; 6] {
    [near, trunk, far, muscle, prop, mix(near, prop, 0.5)]
}

/// What the parts of a colour can be in the cube of 256.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// A colour in 24 bits, where it is not one of the terminal's own.
pub(crate) fn rgb(color: Color) -> Option<[u8; 3]> {
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

/// The nearest of 256 colours. A colour without blue stays without blue, and one of the terminal's
/// own as it is.
pub(crate) fn nearest(color: Color) -> Color {
    let Color::Rgb(red, green, blue) = color else {
        return color;
    };
    let rgb = [red, green, blue];
    let distance = |a: [u8; 3]| -> u32 {
        a.iter().zip(rgb).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let step =
        |value: u8| (0..6_u8).min_by_key(|at| STEPS[usize::from(*at)].abs_diff(value)).unwrap_or(0);
    let [r, mut g, b] = rgb.map(step);
    let has_blue = blue > 0;
    if !has_blue {
        // The nearest colour to a dark amber would be an olive.
        g = g.min(r.saturating_sub(1));
    }
    let cube = [r, g, b].map(|at| STEPS[usize::from(at)]);
    let mean = rgb.map(u16::from).iter().sum::<u16>() / 3;
    // The greys are ten apart and begin at eight.
    let grey = u8::try_from(mean.saturating_sub(3) / 10).unwrap_or(23).min(23);
    if has_blue && distance([8 + 10 * grey; 3]) < distance(cube) {
        Color::Indexed(232 + grey)
    } else {
        Color::Indexed(16 + 36 * r + 6 * g + b)
    }
}

/// The colours of a theme at a depth of colour. Without colour every theme is mono.
pub(super) fn of(choice: ThemeChoice, depth: ColorDepth) -> Palette {
    match (choice, depth) {
        (_, ColorDepth::None) => basic(ThemeChoice::Mono),
        (ThemeChoice::Terminal | ThemeChoice::Mono, _) | (_, ColorDepth::Basic) => basic(choice),
        _ => full(choice, depth),
    }
}

/// The place of a theme in the lists of tones.
fn place(theme: ThemeChoice) -> usize {
    match theme {
        ThemeChoice::Auto | ThemeChoice::Dark => 0,
        ThemeChoice::Light => 1,
        ThemeChoice::Night => 2,
        ThemeChoice::Terminal => 3,
        ThemeChoice::Mono => 4,
    }
}

/// Dark, light, and night: true black and amber without blue, where every ink for words has a
/// contrast of 4.5:1.
fn full(theme: ThemeChoice, depth: ColorDepth) -> Palette {
    let is_indexed = depth == ColorDepth::Indexed;
    let exact = |tones: [u32; 3]| Color::from_u32(tones[place(theme)]);
    // The nearest of 256 to an amber is too dark or green, so that of the night is chosen by hand.
    let at = |tones, night| match (is_indexed, theme) {
        (false, _) => exact(tones),
        (true, ThemeChoice::Night) => Color::Indexed(night),
        (true, _) => nearest(exact(tones)),
    };
    let selected = Style::new().bg(at([0x1f_3a3b, 0xd4_ece6, 0x2a_1700], 52));
    Palette {
        depth,
        window: at([0x0b_0e11, 0xe9_edef, 0x00_0000], 16),
        panel: at([0x12_181d, 0xf8_fafa, 0x00_0000], 16),
        field: at([0x1a_232a, 0xdf_e6e8, 0x1c_0f00], 16),
        track: at([0x1a_232a, 0xdf_e6e8, 0x2a_1700], 52),
        selected: if is_indexed && theme == ThemeChoice::Night {
            selected.fg(Color::Indexed(214))
        } else {
            selected
        },
        text: at([0xd5_dbe1, 0x1c_252c, 0xda_7e00], 172),
        muted: at([0x96_a1ac, 0x4d_5963, 0xc2_6c00], 166),
        hint: at([0xa7_b1ba, 0x42_4e58, 0xbe_6a00], 166),
        faint: at([0x4a_5660, 0xa0_abb3, 0x6b_3c00], 94),
        ahead: at([0x96_a1ac, 0x4d_5963, 0x6b_3c00], 94),
        accent: at([0x5c_c8ad, 0x07_6552, 0xff_a000], 214),
        large: at([0x5c_c8ad, 0x07_6552, 0xe0_8600], 172),
        key: at([0xe6_c384, 0x6f_4600, 0xff_a000], 214),
        care: [
            at([0x7b_c47f, 0x1f_6a2a, 0xd0_7800], 172),
            at([0x6c_b6ff, 0x0f_55a2, 0xd0_7800], 172),
            at([0xf0_a848, 0x8a_4a00, 0xff_a000], 208),
            at([0xff_6b6b, 0xb3_1f1f, 0xff_7000], 202),
        ],
        cramp: at([0xff_9650, 0xb8_470a, 0xff_c400], 220),
        on_color: at([0x0b_0e11, 0xff_ffff, 0x00_0000], 16),
        // These and the tones of the body are mixed before the nearest of 256 is taken.
        values: [
            exact([0x7b_c47f, 0x2f_8a3c, 0x8a_5000]),
            exact([0xe0_b45c, 0xb0_7800, 0xd0_7800]),
            exact([0xff_6b5b, 0xc4_3322, 0xff_a000]),
        ],
        body: body([
            exact([0xd6_dcde, 0x6a_7a88, if is_indexed { 0x96_4e00 } else { 0xbe_6c00 }]),
            // The cube has few shades of a faint hue, but many greys.
            exact(if is_indexed {
                [0x98_9898, 0x6e_6e6e, 0x8a_3e00]
            } else {
                [0x78_98b8, 0x40_6f9c, 0x8a_3e00]
            }),
            exact([0x68_7279, 0xa3_adb5, 0x64_3000]),
            exact([0xff_8c3c, 0xe0_5a10, 0xff_c800]),
            exact([0x46_4e54, 0xc0_c8cd, 0x44_2400]),
        ]),
    }
}

/// The themes in the 16 colours of a terminal, in its own two colours, and without any.
fn basic(theme: ThemeChoice) -> Palette {
    use Color::{
        Black, Blue, Cyan, DarkGray, Gray, Green, LightCyan, LightGreen, LightRed, LightYellow,
        Magenta, Red, Reset, White, Yellow,
    };
    let at = |tones: [Color; 5]| tones[place(theme)];
    let ground = at([Black, White, Black, Reset, Reset]);
    let text = at([White, Black, Yellow, Reset, Reset]);
    let muted = at([Gray, Black, Yellow, Reset, Reset]);
    let faint = at([DarkGray, DarkGray, Yellow, DarkGray, Reset]);
    let accent = at([LightCyan, Blue, Yellow, Cyan, Reset]);
    let care = [
        at([LightGreen, Blue, Yellow, Green, Reset]),
        at([LightCyan, Blue, Yellow, Cyan, Reset]),
        at([Yellow, Magenta, Yellow, Yellow, Reset]),
        at([LightRed, Red, Yellow, Red, Reset]),
    ];
    let muscle = at([Yellow, Red, Yellow, Yellow, Reset]);
    Palette {
        depth: if theme == ThemeChoice::Mono { ColorDepth::None } else { ColorDepth::Basic },
        window: ground,
        panel: ground,
        field: ground,
        track: ground,
        selected: match theme {
            ThemeChoice::Auto | ThemeChoice::Dark => Style::new().fg(White).bg(Blue),
            ThemeChoice::Light => Style::new().fg(Black).bg(Cyan),
            ThemeChoice::Night => Style::new().fg(Black).bg(Yellow),
            _ => Style::new().add_modifier(Modifier::REVERSED),
        },
        text,
        muted,
        hint: muted,
        faint,
        ahead: muted,
        accent,
        large: accent,
        key: at([LightYellow, Magenta, Yellow, Yellow, Reset]),
        care,
        cramp: muscle,
        on_color: at([Black, White, Black, Black, Reset]),
        values: [care[0], care[2], care[3]],
        body: body([text, text, faint, muscle, faint]),
    }
}
