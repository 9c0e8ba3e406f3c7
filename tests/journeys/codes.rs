//! The keys that are no characters, for presses at random: some come more often than others.

use uncramp::app::key::KeyName;

/// Every code, and what no code stands for.
pub const CODES: [KeyName; 22] = [
    KeyName::Enter,
    KeyName::Enter,
    KeyName::Esc,
    KeyName::Backspace,
    KeyName::Tab,
    KeyName::BackTab,
    KeyName::Delete,
    KeyName::Left,
    KeyName::Right,
    KeyName::Up,
    KeyName::Down,
    KeyName::Home,
    KeyName::End,
    KeyName::PageUp,
    KeyName::PageDown,
    KeyName::F(1),
    KeyName::F(2),
    KeyName::F(3),
    KeyName::F(4),
    KeyName::F(99),
    KeyName::Other,
    KeyName::Other,
];
