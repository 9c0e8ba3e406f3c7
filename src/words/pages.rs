//! What stands on the pages besides the words of the guide.

/// Said where a guide on another topic shows what it borrowed.
pub const BORROWED: &str = "From the built-in guide to leg cramps.";
