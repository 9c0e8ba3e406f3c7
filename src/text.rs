//! Text: wrapping it to a width, and the sentences that the program says in more than one place.

mod clean;
pub(crate) mod io_error;
pub(crate) mod markdown;
pub(crate) mod messages;
mod nearest;
pub(crate) mod wrap;
pub(crate) mod wrapping_writer;

pub use clean::{clean, is_unsafe};
pub(crate) use nearest::nearest;
