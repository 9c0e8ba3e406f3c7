//! The screens: each reads the state and writes a frame, nothing else.

pub mod digits;
pub mod figure;
