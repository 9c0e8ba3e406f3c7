//! What a running program asks of its diary, and what the diary answers: plain data.

use super::chart::Charts;
use super::entry::EntryId;
use super::jot::{NewEntry, Noted, Subject, Unfinished};
use crate::stretch::Leg;
use crate::stretch::session::Snapshot;
use crate::text::messages::notices;

/// Something the diary is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiaryRequest {
    /// Add an entry.
    Add(NewEntry),
    /// Write more into the cramp with this number; what is not given stays.
    Complete(EntryId, NewEntry),
    /// Set the leg of the cramp with this number; `None` where nobody has said it.
    SetLeg(EntryId, Option<Leg>),
    /// Remove an entry as if it had never been made.
    TakeBack(EntryId),
    /// Save a session for the next start; `None` forgets the saved one.
    SaveSession(Option<Box<Snapshot>>),
    /// Read the numbers of the charts.
    ReadCharts,
    /// Read what the start of the program may offer.
    ReadStartupPrompts,
    /// The saved session belongs to another guide: leave it for another program.
    ReleaseSession,
}

impl DiaryRequest {
    /// Whether the next key may mean something else once this is answered.
    pub fn is_waited_for(&self) -> bool {
        match self {
            Self::Add(_) | Self::Complete(..) | Self::TakeBack(_) | Self::ReadCharts => true,
            Self::SetLeg(..)
            | Self::SaveSession(_)
            | Self::ReadStartupPrompts
            | Self::ReleaseSession => false,
        }
    }
}

/// What came of a request.
#[derive(Debug, Clone)]
pub enum DiaryReply {
    /// An entry was added or completed.
    Added {
        /// What it is about.
        subject: Subject,
        /// Its entry; `None` where nothing is to be saved; or why it was not added.
        result: Result<Option<Noted>, String>,
    },
    /// An entry was taken back; `false` when it was gone already.
    TakenBack(Result<bool, String>),
    /// The numbers of the charts.
    Charts(Result<Box<Charts>, String>),
    /// What the start of the program may offer.
    StartupPrompts {
        /// A session that was broken off.
        session: Option<Box<Snapshot>>,
        /// Cramps without details.
        unfinished: Option<Unfinished>,
    },
    /// Something that needs no other answer could not be done; a sentence for the reader.
    Failed(String),
}

impl DiaryReply {
    /// What was not saved, to be said when the program has been left.
    pub fn exit_error(&self) -> Option<String> {
        match self {
            Self::Failed(why) => Some(why.clone()),
            Self::Added {
                result: Err(why), ..
            } => Some(notices::not_logged_on_leaving(why)),
            Self::Added { .. }
            | Self::TakenBack(_)
            | Self::Charts(_)
            | Self::StartupPrompts { .. } => None,
        }
    }
}
