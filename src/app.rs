//! The program without its edges: state, messages, and how one changes the other.

pub mod settings;
