//! The program without its edges: state, messages, and how one changes the other.

pub mod key;
pub mod keymap;
pub mod layout;
pub mod page;
pub mod settings;
pub mod time;
pub mod words;
