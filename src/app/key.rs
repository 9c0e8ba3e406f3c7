//! A key press, free of any terminal library.

use std::fmt;

/// A key of the keyboard, whatever is held with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "keys are known by their names")]
pub enum KeyName {
    Char(char),
    /// A function key, from 1.
    F(u8),
    Enter,
    Esc,
    Backspace,
    Tab,
    /// Shift and Tab.
    BackTab,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    /// Any other key: enough to leave standby, means nothing elsewhere.
    Other,
}

/// One press of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// Which key.
    pub code: KeyName,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

impl KeyPress {
    /// A key without Ctrl.
    pub const fn plain(code: KeyName) -> Self {
        Self { code, ctrl: false }
    }

    /// A character without Ctrl.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyName::Char(c))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyName::Char(c), ctrl: true }
    }
}

impl fmt::Display for KeyPress {
    /// The name the screen and the help use.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        match self.code {
            KeyName::Char(' ') => f.write_str("Space"),
            KeyName::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            KeyName::Char(c) => write!(f, "{c}"),
            KeyName::F(n) => write!(f, "F{n}"),
            KeyName::BackTab => f.write_str("Shift-Tab"),
            KeyName::PageUp => f.write_str("PgUp"),
            KeyName::PageDown => f.write_str("PgDn"),
            KeyName::Other => f.write_str("key"),
            name => write!(f, "{name:?}"),
        }
    }
}
