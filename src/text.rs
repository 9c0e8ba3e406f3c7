//! Text: wrapping it to a width, and every sentence the program says.

pub(crate) mod io_error;
pub(crate) mod messages;
pub mod wrap;
pub(crate) mod wrapping_writer;
