//! The keys that are no characters, for presses at random: some come more often than others.

use uncramp::app::key::Code;

/// Every code, and what no code stands for.
pub const CODES: [Code; 22] = [
    Code::Enter,
    Code::Enter,
    Code::Esc,
    Code::Backspace,
    Code::Tab,
    Code::BackTab,
    Code::Delete,
    Code::Left,
    Code::Right,
    Code::Up,
    Code::Down,
    Code::Home,
    Code::End,
    Code::PageUp,
    Code::PageDown,
    Code::F(1),
    Code::F(2),
    Code::F(3),
    Code::F(4),
    Code::F(99),
    Code::Other,
    Code::Other,
];
