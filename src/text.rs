//! Text: wrapping it to a width, and every sentence the program says.

pub(crate) mod messages;
pub mod wrap;
