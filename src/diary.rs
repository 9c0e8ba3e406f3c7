//! The diary of cramps and stretches.
