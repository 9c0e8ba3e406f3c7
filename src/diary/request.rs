//! What a running program asks of its diary, and what the diary answers: plain data.

use super::chart::Charts;
use super::entry::{Entry, EntryId};
use super::field::Field;
use super::jot::{NewEntry, Noted, Subject, Unfinished};
use super::nights::DiaryNight;
use crate::stretch::Leg;
use crate::stretch::session::Snapshot;

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
    /// Read the diary for its screen.
    ReadCharts,
    /// Read the last nights for the home screen, so many of them.
    ReadLastNights(u16),
    /// Read the entry with this number, to fill in a form.
    ReadEntry(EntryId),
    /// Write what was typed into a field of the cramp with this number; nothing empties it.
    /// Fields of one cramp in a row are one change to undo.
    SetField(EntryId, Field, String),
    /// Say when the cramp with this number began, in the words that `--at` takes.
    SetTime(EntryId, String),
    /// Remove an entry. [`Self::Undo`] brings it back.
    Remove(EntryId),
    /// Undo the last change of the diary.
    Undo,
    /// Read what the start of the program may offer.
    ReadStartupPrompts,
    /// The saved session belongs to another guide: leave it for another program.
    ReleaseSession,
}

impl DiaryRequest {
    /// Whether the next key may mean something else once this is answered.
    pub fn is_waited_for(&self) -> bool {
        match self {
            Self::SetLeg(..)
            | Self::ReadLastNights(_)
            | Self::SaveSession(_)
            | Self::ReadStartupPrompts
            | Self::ReleaseSession => false,
            _ => true,
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
    /// The diary for its screen.
    Charts(Result<Box<Charts>, String>),
    /// The last nights, the oldest first. Nothing is answered where they cannot be read.
    LastNights(Vec<DiaryNight>),
    /// An entry that was read or changed, as it is now; or why it was not.
    Entry(Result<Box<Entry>, String>),
    /// An entry was removed, with its number; or why it was not.
    Removed(Result<EntryId, String>),
    /// The last change was undone; `false` when there was none.
    Undone(Result<bool, String>),
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
            Self::Entry(Err(why)) | Self::Added { result: Err(why), .. } => {
                Some(format!("not logged: {why}"))
            }
            _ => None,
        }
    }
}
