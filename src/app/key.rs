//! A key press, free of any terminal library.

use crate::text::messages::keys::name;
use std::fmt;

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// A function key, from 1.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Delete.
    Delete,
    /// Arrow to the left.
    Left,
    /// Arrow to the right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Any other key: enough to wake standby, means nothing elsewhere.
    Other,
}

/// One press of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

impl Key {
    /// A key without Ctrl.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false }
    }

    /// A character without Ctrl.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: Code::Char(c),
            ctrl: true,
        }
    }
}

impl fmt::Display for Key {
    /// The name the screen and the help use.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str(name::WITH_CTRL)?;
        }
        match self.code {
            Code::Char(' ') => f.write_str(name::SPACE),
            Code::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "F{n}"),
            Code::Enter => f.write_str(name::ENTER),
            Code::Esc => f.write_str(name::ESC),
            Code::Backspace => f.write_str(name::BACKSPACE),
            Code::Tab => f.write_str(name::TAB),
            Code::BackTab => f.write_str(name::BACK_TAB),
            Code::Delete => f.write_str(name::DELETE),
            Code::Left => f.write_str(name::LEFT),
            Code::Right => f.write_str(name::RIGHT),
            Code::Up => f.write_str(name::UP),
            Code::Down => f.write_str(name::DOWN),
            Code::Home => f.write_str(name::HOME),
            Code::End => f.write_str(name::END),
            Code::PageUp => f.write_str(name::PAGE_UP),
            Code::PageDown => f.write_str(name::PAGE_DOWN),
            Code::Other => f.write_str(name::OTHER),
        }
    }
}
