//! Themes: what each role looks like, at each depth of colour.

use ratatui::style::{Color, Modifier, Style};

use crate::app::page::{ColorRole, Role};
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::guide::raw::{Care, Evidence};

pub(super) mod palette;

use super::glyphs::{ASCII, Glyphs, UNICODE};
use palette::{Palette, nearest};

/// How everything on the screen looks. Words have no ground of their own: they take that of the
/// panel, field or selected row on which they stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// Every cell before anything is drawn on it: the ground of the window.
    pub ground: Style,
    /// The ground of a panel.
    pub panel: Style,
    /// The ground of inputs, of empty parts of bars, and of the footer.
    pub field: Style,
    /// The empty part of a bar, and what is left of a time.
    pub track: Style,
    /// Laid over the selected row once it is drawn.
    pub selected: Style,
    /// Running text.
    pub text: Style,
    /// Text that stands out.
    pub strong: Style,
    /// Text of less weight.
    pub muted: Style,
    /// The second line of an option.
    pub hint: Style,
    /// What is past, and marks that only separate other things.
    pub faint: Style,
    /// What is active, in bold.
    pub accent: Style,
    /// The largest words and digits of a screen, which give the most light.
    pub large: Style,
    /// Names of keys.
    pub key: Style,
    /// Shapes of what is still to come.
    pub ahead: Style,
    /// Who must not stretch.
    pub warning: Style,
    /// A cramp in a chart.
    pub cramp: Style,
    /// A stretched night in a chart.
    pub stretch: Style,
    /// The colours of the body that shows a move, one for each tone of its shapes.
    pub body: [Color; 6],
    /// Signs that are not letters.
    pub glyphs: &'static Glyphs,
    palette: Palette,
}

impl Theme {
    /// The look of a theme at a depth of colour, in ASCII only or not. Without colour every theme is
    /// mono.
    pub fn of(choice: ThemeChoice, depth: ColorDepth, ascii: bool) -> Self {
        let palette = palette::of(choice, depth);
        let ink = |color: Color| Style::new().fg(color);
        let bold = |color: Color| ink(color).add_modifier(Modifier::BOLD);
        let has_color = palette.depth != ColorDepth::None;
        let quiet = |color: Color| {
            if has_color { ink(color) } else { ink(color).add_modifier(Modifier::DIM) }
        };
        Self {
            ground: ink(palette.text).bg(palette.window),
            panel: Style::new().bg(palette.panel),
            field: Style::new().bg(palette.field),
            track: Style::new().bg(palette.track),
            selected: palette.selected,
            text: ink(palette.text),
            strong: bold(palette.text),
            muted: quiet(palette.muted),
            hint: ink(palette.hint),
            faint: quiet(palette.faint),
            accent: bold(palette.accent),
            large: bold(palette.large),
            key: bold(palette.key),
            ahead: quiet(palette.ahead),
            warning: bold(palette.care[2]),
            cramp: ink(palette.cramp),
            stretch: ink(palette.care[0]),
            body: palette.body,
            glyphs: if ascii { &ASCII } else { &UNICODE },
            palette,
        }
    }

    /// Whether colours tell things apart at all.
    pub(crate) fn has_color(&self) -> bool {
        self.palette.depth != ColorDepth::None
    }

    /// Whether there are shades of a colour, which 16 colours do not have.
    pub(crate) fn has_shades(&self) -> bool {
        matches!(self.palette.depth, ColorDepth::Indexed | ColorDepth::True)
    }

    /// Whether only the signs of ASCII may be drawn.
    pub(crate) fn is_ascii(&self) -> bool {
        *self.glyphs == ASCII
    }

    /// A colour as this terminal can show it.
    pub(crate) fn shown(&self, color: Color) -> Color {
        if self.palette.depth == ColorDepth::Indexed { nearest(color) } else { color }
    }

    /// How soon to get help, as the colour of words and borders.
    pub(crate) fn care(&self, care: Care) -> Style {
        let style = Style::new().fg(self.palette.care[care as usize]);
        if self.has_color() { style } else { style.add_modifier(Modifier::BOLD) }
    }

    /// A filled label in the colour of this style.
    pub(crate) fn badge(&self, style: Style) -> Style {
        self.fill(style).add_modifier(Modifier::BOLD)
    }

    /// Whole cells in the colour of this style, painted by their background, because a full block
    /// does not fill its cell in many fonts.
    pub(crate) fn fill(&self, style: Style) -> Style {
        match style.fg {
            Some(color) if self.has_color() && color != Color::Reset => {
                Style::new().fg(self.palette.on_color).bg(color)
            }
            _ => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// A colour for a value from 0, green, to 1, red.
    pub(crate) fn value(&self, share: f64) -> Style {
        let style = Style::new().fg(self.shown(self.palette.value(share)));
        if self.has_color() { style } else { self.text }
    }

    /// The colour that says this.
    pub(crate) fn role_color(&self, role: ColorRole) -> Style {
        match role {
            ColorRole::Care(care) => self.care(care),
            ColorRole::Check | ColorRole::Grade(Evidence::Good) => self.care(Care::SelfCare),
            ColorRole::Grade(Evidence::Mixed) => self.key,
            ColorRole::Grade(Evidence::Weak | Evidence::Expert) => self.cramp,
            ColorRole::Active => self.accent,
            ColorRole::Key => self.key,
            ColorRole::Quiet => self.muted,
        }
    }

    /// The look of a run of page text.
    pub(crate) fn role(&self, role: Role) -> Style {
        match role {
            Role::Title | Role::Heading | Role::Cursor => self.accent,
            Role::Body => self.text,
            Role::Strong => self.strong,
            Role::Emphasis => self.text.add_modifier(Modifier::ITALIC),
            Role::Link => self.text.add_modifier(Modifier::UNDERLINED),
            Role::Safety => self.warning,
            Role::Tone(role) => self.role_color(role).add_modifier(Modifier::BOLD),
            Role::Badge(role) => self.badge(self.role_color(role)),
            Role::Track => self.track,
            Role::Key => self.key,
            Role::Hint => self.hint,
            Role::Quiet => self.muted,
        }
    }
}

#[cfg(test)]
mod tests;
