//! What the diary was told lately: what can be taken back, and the entry of a
//! cramp that still lasts.

use std::time::Duration;

use crate::diary::entry::EntryId;

/// How long an entry can be taken back with one key.
pub const REGRET: Duration = Duration::from_secs(10);

/// A cramp that was watched for less is only noted when asked for.
pub const WORTH_NOTING: Duration = Duration::from_secs(30);

/// What the diary was told lately.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Logbook {
    /// The last entry, and when it was made on the monotonic clock.
    pub last: Option<(EntryId, Duration)>,
    /// The entry of the cramp on the screen.
    pub cramp: CrampEntry,
    /// A notice to show after the present one.
    pub later: Option<String>,
}

/// The entry of the cramp on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CrampEntry {
    /// It has none yet.
    #[default]
    None,
    /// It was asked for, and its number is not known yet.
    Asked,
    /// It has this number.
    Saved(EntryId),
}
