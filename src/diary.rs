//! The diary of cramps and stretches.
//!
//! Everything here but [`store`] is pure: it knows no file, database or clock. The edge hands in
//! the moment; entries keep the local time of the place where they were made.

pub mod entry;
pub mod jot;
pub mod row;
pub mod stamp;
pub mod store;
pub mod when;
pub mod words;
