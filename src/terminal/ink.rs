//! Colours and modifiers, and the bytes that change from one to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::number::put;

/// Colours and modifiers of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ink {
    foreground: Hue,
    background: Hue,
    modifier: Modifier,
}

/// A colour in one number: each cell of a frame compares a dozen.
///
/// Below 256 what its SGR code adds to 30; else, in the highest byte, the kind of the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hue(u32);

const INDEXED: u8 = 1;
const RGB: u8 = 2;

impl Hue {
    const RESET: Self = Self(9);

    pub(super) fn of(color: Color) -> Self {
        Self(match color {
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::Reset => return Self::RESET,
            Color::DarkGray => 60,
            Color::LightRed => 61,
            Color::LightGreen => 62,
            Color::LightYellow => 63,
            Color::LightBlue => 64,
            Color::LightMagenta => 65,
            Color::LightCyan => 66,
            Color::White => 67,
            Color::Indexed(n) => u32::from_be_bytes([INDEXED, 0, 0, n]),
            Color::Rgb(red, green, blue) => u32::from_be_bytes([RGB, red, green, blue]),
        })
    }

    /// Adds the SGR code to the frame; `base` is 30 for text, 40 for the background.
    fn put(self, base: u16, frame: &mut Vec<u8>) {
        let [kind, rest @ .., low] = self.0.to_be_bytes();
        match kind {
            INDEXED => {
                put(frame, base + 8);
                frame.extend(b";5;");
                put(frame, low.into());
            }
            RGB => {
                put(frame, base + 8);
                frame.extend(b";2");
                for part in [rest[0], rest[1], low] {
                    frame.push(b';');
                    put(frame, part.into());
                }
            }
            _ => put(frame, base + u16::from(low)),
        }
    }
}

impl Ink {
    /// The terminal's own.
    pub(super) const PLAIN: Self = Self {
        foreground: Hue::RESET,
        background: Hue::RESET,
        modifier: Modifier::empty(),
    };

    /// What a cell is to look like.
    pub(super) fn of(cell: &Cell) -> Self {
        Self {
            foreground: Hue::of(cell.fg),
            background: Hue::of(cell.bg),
            modifier: cell.modifier,
        }
    }

    /// Whether a space looks the same in either: then the pen need not be dipped for it.
    pub(super) fn blank_as(self, other: Self) -> bool {
        let lit = Modifier::UNDERLINED | Modifier::REVERSED | Modifier::CROSSED_OUT;
        self.background == other.background && !(self.modifier | other.modifier).intersects(lit)
    }

    /// The background that a space in this ink shows, where it shows nothing else.
    pub(super) fn ground(self) -> Option<Hue> {
        self.blank_as(self).then_some(self.background)
    }

    /// Adds to the frame what changes this ink to another.
    pub(super) fn change(self, to: Self, frame: &mut Vec<u8>) {
        frame.extend(b"\x1b[");
        if to != Self::PLAIN {
            self.change_by_parts(to, frame);
        }
        frame.push(b'm');
    }

    fn change_by_parts(self, to: Self, frame: &mut Vec<u8>) {
        let mut first = true;
        let mut old = self.modifier;
        for (modifiers, code) in OFF {
            if (old - to.modifier).intersects(*modifiers) {
                separate(frame, &mut first);
                put(frame, *code);
                old -= *modifiers;
            }
        }
        for (modifier, code) in ON {
            if (to.modifier - old).contains(*modifier) {
                separate(frame, &mut first);
                put(frame, *code);
            }
        }
        if to.foreground != self.foreground {
            separate(frame, &mut first);
            to.foreground.put(30, frame);
        }
        if to.background != self.background {
            separate(frame, &mut first);
            to.background.put(40, frame);
        }
    }
}

fn separate(frame: &mut Vec<u8>, first: &mut bool) {
    if !*first {
        frame.push(b';');
    }
    *first = false;
}

/// SGR codes; slow blink, hidden and the like are not used by any theme.
const ON: &[(Modifier, u16)] = &[
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

/// SGR codes that take modifiers back.
const OFF: &[(Modifier, u16)] = &[
    (Modifier::BOLD.union(Modifier::DIM), 22),
    (Modifier::ITALIC, 23),
    (Modifier::UNDERLINED, 24),
    (Modifier::REVERSED, 27),
    (Modifier::CROSSED_OUT, 29),
];

#[cfg(test)]
mod tests {
    use super::*;

    const AMBER: Ink = Ink {
        foreground: Hue(0x0100_00ac),
        ..Ink::PLAIN
    };

    #[test]
    fn a_space_takes_new_ink_only_where_it_would_be_seen() {
        assert!(AMBER.blank_as(Ink::PLAIN));
        let black = Ink {
            background: Hue::of(Color::Indexed(16)),
            ..AMBER
        };
        assert!(!black.blank_as(AMBER));
        let turned = Ink {
            modifier: Modifier::REVERSED,
            ..AMBER
        };
        assert!(!turned.blank_as(AMBER) && !AMBER.blank_as(turned));
    }

    #[test]
    fn only_what_differs_is_sent() {
        let bold = Ink {
            modifier: Modifier::BOLD,
            ..AMBER
        };
        let white = Ink {
            foreground: Hue::of(Color::White),
            background: Hue::of(Color::LightRed),
            ..AMBER
        };
        let loud = Ink {
            modifier: Modifier::BOLD | Modifier::DIM | Modifier::REVERSED,
            ..AMBER
        };
        let night = Ink {
            foreground: Hue::of(Color::Rgb(176, 96, 0)),
            background: Hue::of(Color::Black),
            ..AMBER
        };
        for (from, to, bytes) in [
            (Ink::PLAIN, AMBER, "\x1b[38;5;172m"),
            (AMBER, bold, "\x1b[1m"),
            (bold, AMBER, "\x1b[22m"),
            (loud, bold, "\x1b[22;27;1m"),
            (AMBER, night, "\x1b[38;2;176;96;0;40m"),
            (AMBER, white, "\x1b[97;101m"),
            (white, AMBER, "\x1b[38;5;172;49m"),
            (night, Ink::PLAIN, "\x1b[m"),
        ] {
            let mut frame = Vec::new();
            from.change(to, &mut frame);
            assert_eq!(String::from_utf8(frame).unwrap(), bytes);
        }
    }
}
