//! Text: wrapping it to a width, and the sentences that the program says in more than one place.

pub(crate) mod io_error;
pub(crate) mod messages;
pub(crate) mod wrap;
pub(crate) mod wrapping_writer;
