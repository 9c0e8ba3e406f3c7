//! The colours of each theme, in 24 bits, in 256 colours and in 16.

use ratatui::style::Color;

use super::BodyTones;
use crate::app::settings::ColorDepth;

mod basic;

use basic::{DARK_16, LIGHT_16, NIGHT_16};
pub(super) use basic::{MONO, TERMINAL};

/// The colours of one theme; everything else follows from them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Palette {
    /// How many colours there are.
    pub depth: u32,
    pub has_color: bool,
    pub window: Color,
    pub panel: Color,
    pub field: Color,
    /// Where the field is too dark to be seen as one.
    pub track: Color,
    /// Ground of the selected row, and its ink where the row is to have only one. Without it the
    /// row is reversed.
    pub selected: Option<(Color, Option<Color>)>,
    pub text: Color,
    pub muted: Color,
    pub hint: Color,
    pub faint: Color,
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
    pub body: BodyTones,
}

impl Palette {
    /// The colour of a value from 0 to 1.
    pub fn value(&self, share: f32) -> Color {
        let share = share.clamp(0.0, 1.0);
        if self.depth <= 16 {
            return match share {
                low if low < 0.34 => self.values[0],
                middle if middle < 0.67 => self.values[1],
                _ => self.values[2],
            };
        }
        let [low, middle, high] = self.values;
        let mixed = if share < 0.5 {
            mix(low, middle, share * 2.0)
        } else {
            mix(middle, high, share * 2.0 - 1.0)
        };
        match (self.depth, mixed) {
            (256, Color::Rgb(r, g, b)) => nearest([r, g, b]),
            _ => mixed,
        }
    }

    /// The same colours as the nearest of 256. The ends of the values stay as they are, to be mixed.
    fn indexed(self) -> Self {
        let near = |color: Color| match color {
            Color::Rgb(r, g, b) => nearest([r, g, b]),
            other => other,
        };
        let body = self.body;
        Self {
            depth: 256,
            window: near(self.window),
            panel: near(self.panel),
            field: near(self.field),
            track: near(self.track),
            selected: self.selected.map(|(ground, ink)| (near(ground), ink.map(near))),
            text: near(self.text),
            muted: near(self.muted),
            hint: near(self.hint),
            faint: near(self.faint),
            accent: near(self.accent),
            large: near(self.large),
            key: near(self.key),
            care: self.care.map(near),
            cramp: near(self.cramp),
            on_color: near(self.on_color),
            body: BodyTones {
                ground: near(body.ground),
                // Shades of a faint hue are far from the cube; greys have shades of their own.
                trunk: grey(body.trunk),
                ..body
            },
            ..self
        }
    }
}

/// A colour without its hue.
fn grey(color: Color) -> Color {
    match color {
        Color::Rgb(red, green, blue) => {
            let mean = (u16::from(red) + u16::from(green) + u16::from(blue)) / 3;
            let mean = u8::try_from(mean).unwrap_or(u8::MAX);
            Color::Rgb(mean, mean, mean)
        }
        other => other,
    }
}

fn mix(from: Color, to: Color, share: f32) -> Color {
    let (Color::Rgb(r, g, b), Color::Rgb(r2, g2, b2)) = (from, to) else {
        return if share < 0.5 { from } else { to };
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between two bytes"
    )]
    let part = |from: u8, to: u8| {
        (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8
    };
    Color::Rgb(part(r, r2), part(g, g2), part(b, b2))
}

/// The nearest colour of the cube and the greys of 256 colours. Without blue it stays without.
pub(crate) fn nearest(rgb: [u8; 3]) -> Color {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let distance = |a: [u8; 3]| -> u32 {
        a.iter().zip(rgb).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let step =
        |value: u8| (0..6_u8).min_by_key(|at| STEPS[usize::from(*at)].abs_diff(value)).unwrap_or(0);
    let [r, mut g, b] = rgb.map(step);
    let has_blue = rgb[2] > 0;
    if !has_blue {
        // The nearest of a dark amber would be an olive.
        g = g.min(r.saturating_sub(1));
    }
    let cube = [r, g, b].map(|at| STEPS[usize::from(at)]);
    let grey = (0..24_u8).min_by_key(|at| distance([8 + 10 * at; 3])).unwrap_or(0);
    if has_blue && distance([8 + 10 * grey; 3]) < distance(cube) {
        Color::Indexed(232 + grey)
    } else {
        Color::Indexed(16 + 36 * r + 6 * g + b)
    }
}

const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color::Rgb(r, g, b)
}

/// True black and amber without blue; every ink for words has a contrast of 4.5:1 on black.
pub(super) fn night(depth: ColorDepth) -> Palette {
    match depth {
        ColorDepth::True => NIGHT,
        ColorDepth::Indexed => NIGHT_256,
        ColorDepth::Basic | ColorDepth::None => NIGHT_16,
    }
}

/// Light text on a dark ground of its own.
pub(super) fn dark(depth: ColorDepth) -> Palette {
    match depth {
        ColorDepth::True => DARK,
        ColorDepth::Indexed => DARK.indexed(),
        ColorDepth::Basic | ColorDepth::None => DARK_16,
    }
}

/// Dark text on a light ground of its own.
pub(super) fn light(depth: ColorDepth) -> Palette {
    match depth {
        ColorDepth::True => LIGHT,
        ColorDepth::Indexed => LIGHT.indexed(),
        ColorDepth::Basic | ColorDepth::None => LIGHT_16,
    }
}

const DARK: Palette = Palette {
    depth: 1 << 24,
    has_color: true,
    window: rgb(0x0b_0e11),
    panel: rgb(0x12_181d),
    field: rgb(0x1a_232a),
    track: rgb(0x1a_232a),
    selected: Some((rgb(0x1f_3a3b), None)),
    text: rgb(0xd5_dbe1),
    muted: rgb(0x96_a1ac),
    hint: rgb(0xa7_b1ba),
    faint: rgb(0x4a_5660),
    accent: rgb(0x5c_c8ad),
    large: rgb(0x5c_c8ad),
    key: rgb(0xe6_c384),
    care: [rgb(0x7b_c47f), rgb(0x6c_b6ff), rgb(0xf0_a848), rgb(0xff_6b6b)],
    cramp: rgb(0xff_9650),
    on_color: rgb(0x0b_0e11),
    values: [rgb(0x7b_c47f), rgb(0xe0_b45c), rgb(0xff_6b5b)],
    body: BodyTones {
        ground: rgb(0x12_181d),
        near: rgb(0xd6_dcde),
        trunk: rgb(0x78_98b8),
        far: rgb(0x68_7279),
        prop: rgb(0x46_4e54),
        muscle: rgb(0xff_8c3c),
    },
};

const LIGHT: Palette = Palette {
    depth: 1 << 24,
    has_color: true,
    window: rgb(0xe9_edef),
    panel: rgb(0xf8_fafa),
    field: rgb(0xdf_e6e8),
    track: rgb(0xdf_e6e8),
    selected: Some((rgb(0xd4_ece6), None)),
    text: rgb(0x1c_252c),
    muted: rgb(0x4d_5963),
    hint: rgb(0x42_4e58),
    faint: rgb(0xa0_abb3),
    accent: rgb(0x07_6552),
    large: rgb(0x07_6552),
    key: rgb(0x6f_4600),
    care: [rgb(0x1f_6a2a), rgb(0x0f_55a2), rgb(0x8a_4a00), rgb(0xb3_1f1f)],
    cramp: rgb(0xb8_470a),
    on_color: rgb(0xff_ffff),
    values: [rgb(0x2f_8a3c), rgb(0xb0_7800), rgb(0xc4_3322)],
    body: BodyTones {
        ground: rgb(0xf8_fafa),
        near: rgb(0x6a_7a88),
        trunk: rgb(0x40_6f9c),
        far: rgb(0xa3_adb5),
        prop: rgb(0xc0_c8cd),
        muscle: rgb(0xe0_5a10),
    },
};

/// True black, on which everything large is drawn darker.
pub(super) const NIGHT_GROUNDS: [Color; 2] = [rgb(0x00_0000), Color::Indexed(16)];

const NIGHT: Palette = Palette {
    depth: 1 << 24,
    has_color: true,
    window: rgb(0x00_0000),
    panel: rgb(0x00_0000),
    field: rgb(0x1c_0f00),
    track: rgb(0x2a_1700),
    selected: Some((rgb(0x2a_1700), None)),
    text: rgb(0xd0_7800),
    muted: rgb(0xbe_6a00),
    hint: rgb(0xbe_6a00),
    faint: rgb(0x6b_3c00),
    accent: rgb(0xff_a000),
    large: rgb(0xe8_8c00),
    key: rgb(0xff_a000),
    care: [rgb(0xd0_7800), rgb(0xd0_7800), rgb(0xff_a000), rgb(0xff_7000)],
    cramp: rgb(0xff_c400),
    on_color: rgb(0x00_0000),
    values: [rgb(0x8a_5000), rgb(0xd0_7800), rgb(0xff_a000)],
    body: BodyTones {
        ground: rgb(0x00_0000),
        near: rgb(0x8c_4a00),
        trunk: rgb(0x78_4000),
        far: rgb(0x5c_3000),
        prop: rgb(0x44_2400),
        muscle: rgb(0xf0_b400),
    },
};

/// Chosen by hand: the nearest of 256 colours are too dark for words, or have no ground between
/// black and a red that is too bright.
const NIGHT_256: Palette = Palette {
    depth: 256,
    window: Color::Indexed(16),
    panel: Color::Indexed(16),
    field: Color::Indexed(16),
    track: Color::Indexed(52),
    selected: Some((Color::Indexed(52), Some(Color::Indexed(214)))),
    text: Color::Indexed(172),
    muted: Color::Indexed(166),
    hint: Color::Indexed(166),
    faint: Color::Indexed(94),
    accent: Color::Indexed(214),
    large: Color::Indexed(208),
    key: Color::Indexed(214),
    care: [Color::Indexed(172), Color::Indexed(172), Color::Indexed(208), Color::Indexed(202)],
    cramp: Color::Indexed(220),
    on_color: Color::Indexed(16),
    // The other tones are mixed, and then the nearest of 256 is taken.
    body: BodyTones { ground: Color::Indexed(16), near: rgb(0x88_4800), ..NIGHT.body },
    ..NIGHT
};
