//! Themes: what each role looks like, at each depth of colour.

use ratatui::style::{Color, Modifier, Style};

use crate::app::page::Role;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::guide::raw::Care;

/// How everything on the screen looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Every cell before anything is drawn on it.
    pub ground: Style,
    /// Running text.
    pub text: Style,
    /// Text that stands out.
    pub strong: Style,
    /// Text of less weight.
    pub quiet: Style,
    /// Headings, and what one looks at first.
    pub accent: Style,
    /// Words that lead elsewhere.
    pub link: Style,
    /// The selected item.
    pub selected: Style,
    /// The mark before it.
    pub mark: Style,
    /// Who must not, and same-day signs.
    pub warning: Style,
    /// Emergency signs.
    pub danger: Style,
    /// Lines between panes and around phases.
    pub rule: Style,
    /// The big digits.
    pub digits: Style,
    /// The stick figure.
    pub figure: Style,
    /// Its far limbs and the things around it.
    pub figure_far: Style,
    /// The stretched muscle.
    pub muscle: Style,
    /// The part of a bar that is filled.
    pub bar: Style,
}

/// The colours of one theme; everything else follows from them.
struct Palette {
    ground: Option<Color>,
    text: Color,
    strong: Color,
    quiet: Color,
    accent: Color,
    warning: Color,
    danger: Color,
}

impl Theme {
    /// The look of a theme at a depth of colour. Without colour every theme is mono.
    pub fn of(choice: ThemeChoice, depth: ColorDepth) -> Self {
        match (choice, depth) {
            (ThemeChoice::Mono, _) | (_, ColorDepth::None) => Self::mono(),
            (ThemeChoice::Night, depth) => {
                let theme = Self::colored(&night(depth));
                // Bars are whole fields of light.
                Self {
                    bar: theme.quiet,
                    ..theme
                }
            }
            (ThemeChoice::Light, depth) => Self::colored(&light(depth)),
            (ThemeChoice::Auto | ThemeChoice::Dark, depth) => Self::colored(&dark(depth)),
        }
    }

    fn colored(palette: &Palette) -> Self {
        let ground = palette
            .ground
            .map_or_else(Style::new, |color| Style::new().bg(color));
        let ink = |color: Color| ground.fg(color);
        Self {
            ground: ink(palette.text),
            text: ink(palette.text),
            strong: ink(palette.strong).add_modifier(Modifier::BOLD),
            quiet: ink(palette.quiet),
            accent: ink(palette.accent).add_modifier(Modifier::BOLD),
            link: ink(palette.text).add_modifier(Modifier::UNDERLINED),
            selected: ink(palette.accent).add_modifier(Modifier::BOLD),
            mark: ink(palette.accent).add_modifier(Modifier::BOLD),
            warning: ink(palette.warning).add_modifier(Modifier::BOLD),
            danger: ink(palette.danger).add_modifier(Modifier::BOLD),
            rule: ink(palette.quiet),
            digits: ink(palette.accent),
            figure: ink(palette.text),
            figure_far: ink(palette.quiet),
            muscle: ink(palette.accent),
            bar: ink(palette.accent),
        }
    }

    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            ground: plain,
            text: plain,
            strong: bold,
            quiet: plain.add_modifier(Modifier::DIM),
            accent: bold,
            link: plain.add_modifier(Modifier::UNDERLINED),
            selected: plain.add_modifier(Modifier::REVERSED),
            mark: bold,
            warning: bold,
            danger: bold.add_modifier(Modifier::UNDERLINED),
            rule: plain.add_modifier(Modifier::DIM),
            digits: bold,
            figure: plain,
            figure_far: plain.add_modifier(Modifier::DIM),
            muscle: bold,
            bar: bold,
        }
    }

    /// The look of a run of page text.
    pub fn role(&self, role: Role) -> Style {
        match role {
            Role::Title | Role::Heading => self.accent,
            Role::Body => self.text,
            Role::Strong => self.strong,
            Role::Emphasis => self.text.add_modifier(Modifier::ITALIC),
            Role::Link => self.link,
            Role::Safety => self.warning,
            Role::Care(Care::Emergency) => self.danger,
            Role::Care(Care::Urgent) => self.warning,
            Role::Care(Care::Routine) => self.strong,
            Role::Care(Care::SelfCare) | Role::Quiet => self.quiet,
        }
    }
}

/// True black and amber; the blue channel is 0 everywhere, and every ink is at
/// least #B06000, which has a contrast of 4.5:1 on black.
fn night(depth: ColorDepth) -> Palette {
    let (black, [text, strong, quiet, accent, warning, danger]) = match depth {
        ColorDepth::True => (
            Color::Rgb(0, 0, 0),
            [
                Color::Rgb(0xC8, 0x74, 0),
                Color::Rgb(0xE8, 0x8C, 0),
                Color::Rgb(0xB0, 0x60, 0),
                Color::Rgb(0xFF, 0xA0, 0),
                Color::Rgb(0xFF, 0x78, 0),
                Color::Rgb(0xFF, 0x50, 0),
            ],
        ),
        ColorDepth::Indexed => (
            Color::Indexed(16),
            [
                Color::Indexed(172),
                Color::Indexed(208),
                Color::Indexed(166),
                Color::Indexed(214),
                Color::Indexed(208),
                Color::Indexed(202),
            ],
        ),
        ColorDepth::Basic | ColorDepth::None => (Color::Black, [Color::Yellow; 6]),
    };
    Palette {
        ground: Some(black),
        text,
        strong,
        quiet,
        accent,
        warning,
        danger,
    }
}

/// For dark windows: also for those whose ground is a dark grey or blue.
fn dark(depth: ColorDepth) -> Palette {
    on_own_ground(match depth {
        ColorDepth::True | ColorDepth::Indexed => [
            Color::Indexed(247),
            Color::Indexed(115),
            Color::Indexed(215),
            Color::Indexed(210),
        ],
        ColorDepth::Basic | ColorDepth::None => {
            [Color::Reset, Color::Cyan, Color::Yellow, Color::LightRed]
        }
    })
}

/// For light windows: also for those whose ground is a light grey or cream.
fn light(depth: ColorDepth) -> Palette {
    on_own_ground(match depth {
        ColorDepth::True | ColorDepth::Indexed => [
            Color::Indexed(241),
            Color::Indexed(24),
            Color::Indexed(94),
            Color::Indexed(124),
        ],
        ColorDepth::Basic | ColorDepth::None => {
            [Color::Reset, Color::Blue, Color::Magenta, Color::Red]
        }
    })
}

/// Ground and text as the terminal has them, and inks that are seen on them.
fn on_own_ground([quiet, accent, warning, danger]: [Color; 4]) -> Palette {
    Palette {
        ground: None,
        text: Color::Reset,
        strong: Color::Reset,
        quiet,
        accent,
        warning,
        danger,
    }
}
