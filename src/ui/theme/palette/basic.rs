//! The themes in the 16 colours of a terminal, and without any.

use ratatui::style::Color;

use super::Palette;
use crate::ui::theme::BodyTones;

pub(super) const NIGHT_16: Palette = {
    let ink = Color::Yellow;
    Palette {
        depth: 16,
        has_color: true,
        window: Color::Black,
        panel: Color::Black,
        field: Color::Black,
        track: Color::Black,
        selected: Some((ink, Some(Color::Black))),
        text: ink,
        muted: ink,
        hint: ink,
        faint: ink,
        accent: ink,
        large: ink,
        key: ink,
        care: [ink; 4],
        cramp: ink,
        on_color: Color::Black,
        values: [ink; 3],
        body: flat(Color::Black, ink, ink, ink),
    }
};

pub(super) const DARK_16: Palette = Palette {
    depth: 16,
    has_color: true,
    window: Color::Black,
    panel: Color::Black,
    field: Color::Black,
    track: Color::Black,
    selected: Some((Color::Blue, Some(Color::White))),
    text: Color::White,
    muted: Color::Gray,
    hint: Color::Gray,
    faint: Color::DarkGray,
    accent: Color::LightCyan,
    large: Color::LightCyan,
    key: Color::LightYellow,
    care: [Color::LightGreen, Color::LightCyan, Color::Yellow, Color::LightRed],
    cramp: Color::Yellow,
    on_color: Color::Black,
    values: [Color::Green, Color::Yellow, Color::LightRed],
    body: flat(Color::Black, Color::White, Color::DarkGray, Color::Yellow),
};

pub(super) const LIGHT_16: Palette = Palette {
    depth: 16,
    has_color: true,
    window: Color::White,
    panel: Color::White,
    field: Color::White,
    track: Color::White,
    selected: Some((Color::Cyan, Some(Color::Black))),
    text: Color::Black,
    muted: Color::Black,
    hint: Color::Black,
    faint: Color::DarkGray,
    accent: Color::Blue,
    large: Color::Blue,
    key: Color::Magenta,
    care: [Color::Blue, Color::Blue, Color::Magenta, Color::Red],
    cramp: Color::Red,
    on_color: Color::White,
    values: [Color::Blue, Color::Magenta, Color::Red],
    body: flat(Color::White, Color::Black, Color::DarkGray, Color::Red),
};

/// The ground and the 16 colours of the terminal.
pub(in crate::ui::theme) const TERMINAL: Palette = Palette {
    depth: 16,
    has_color: true,
    window: Color::Reset,
    panel: Color::Reset,
    field: Color::Reset,
    track: Color::Reset,
    selected: None,
    text: Color::Reset,
    muted: Color::Reset,
    hint: Color::Reset,
    faint: Color::DarkGray,
    accent: Color::Cyan,
    large: Color::Cyan,
    key: Color::Yellow,
    care: [Color::Green, Color::Cyan, Color::Yellow, Color::Red],
    cramp: Color::Yellow,
    on_color: Color::Black,
    values: [Color::Green, Color::Yellow, Color::Red],
    body: flat(Color::Reset, Color::Reset, Color::DarkGray, Color::Yellow),
};

/// No colour at all.
pub(in crate::ui::theme) const MONO: Palette = {
    let none = Color::Reset;
    Palette {
        depth: 0,
        has_color: false,
        window: none,
        panel: none,
        field: none,
        track: none,
        selected: None,
        text: none,
        muted: none,
        hint: none,
        faint: none,
        accent: none,
        large: none,
        key: none,
        care: [none; 4],
        cramp: none,
        on_color: none,
        values: [none; 3],
        body: flat(none, none, none, none),
    }
};

const fn flat(ground: Color, near: Color, quiet: Color, muscle: Color) -> BodyTones {
    BodyTones { ground, near, trunk: near, far: quiet, prop: quiet, muscle }
}
