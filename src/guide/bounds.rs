//! Limits for guides and for sessions.

use std::time::Duration;

/// The largest guide that is read, in bytes: 64 MiB.
pub(crate) const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The longest a routine may take, with all its rests.
pub(crate) const LONGEST_ROUTINE: Duration = Duration::from_secs(2 * 60 * 60);
/// The shortest hold that a guide or a flag may ask for.
pub(crate) const SHORTEST_HOLD: Duration = Duration::from_secs(1);
/// The longest hold that a guide or a flag may ask for.
pub(crate) const LONGEST_HOLD: Duration = Duration::from_secs(10 * 60);
