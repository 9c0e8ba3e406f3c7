//! What the diary was told lately, and what can be taken back.

use std::time::Duration;

use crate::diary::diary_night::DiaryNight;
use crate::diary::entry::EntryId;
use crate::diary::request::NewEntry;

/// How long one key can undo an entry, and how soon a second `l` confirms the first.
pub const UNDO_WINDOW: Duration = Duration::from_secs(10);

/// A shorter cramp is only logged when asked for.
pub const WORTH_LOGGING: Duration = Duration::from_secs(30);

/// How long `l` on the after-care page still means the cramp that has just ended.
pub const AFTERWARDS: Duration = Duration::from_secs(10 * 60);

/// Nights that the home screen shows.
pub const HOME_NIGHTS: u16 = 14;

/// Nights that are read for it: as many before are compared with them.
pub const COMPARED_NIGHTS: u16 = 2 * HOME_NIGHTS;

/// What the diary was told lately.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DiaryStatus {
    /// The last change that the reader was told of.
    pub last: Option<LastSaved>,
    /// The nights of the home screen and as many before; empty until they are read.
    pub last_nights: Vec<DiaryNight>,
    /// Cramps whose details one key adds, the next one last.
    pub to_detail: Vec<EntryId>,
    /// Whether the last cramp could not be logged.
    pub cramp_refused: bool,
}

impl DiaryStatus {
    /// The nights that the home screen shows, after as many before them.
    pub(crate) fn compared(&self) -> (&[DiaryNight], &[DiaryNight]) {
        let nights = &self.last_nights;
        nights.split_at(nights.len().saturating_sub(usize::from(HOME_NIGHTS)))
    }
}

/// A change of the diary that the reader was told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSaved {
    /// The number of the entry.
    pub id: EntryId,
    /// What was logged; `None` where an entry was removed.
    pub entry: Option<NewEntry>,
    /// When it was last told, on the monotonic clock.
    pub at: Duration,
    /// Whether the line that offers to undo it is still on the screen.
    pub is_offered: bool,
}

/// The entry of the cramp on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CrampEntry {
    /// It has none yet.
    #[default]
    None,
    /// It was asked for and is not answered yet; `aloud` when a key asked for it.
    Asked {
        /// Whether the reader is told what comes of it.
        aloud: bool,
    },
    /// It has this number.
    Saved(EntryId),
    /// It was undone, and is logged again only when the cramp lets go.
    TakenBack,
    /// It could not be written; leaving tries again.
    Refused,
}
