//! What happened. The only input of the program's core.

use std::sync::Arc;

use super::key::Key;
use super::layout::Size;
use crate::diary::chart::Charts;
use crate::diary::jot::{Noted, Subject, Unfinished};
use crate::guide::Guide;
use crate::stretch::session::Snapshot;
use crate::text::messages::notices;

/// Something that happened at the edge.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Pressed(Key),
    /// The window has this size now.
    Resized(Size),
    /// The time that `update::next_wake` asked for has come.
    Woke,
    /// The reader left without a key.
    Left,
    /// The process was stopped and continued.
    Continued,
    /// The guide file changed: the new guide, or its problems as text.
    GuideChanged(Result<Arc<Guide>, String>),
    /// What became of a note.
    Noted {
        /// What it is about.
        subject: Subject,
        /// Its entry; `None` where nothing is to be saved; or a sentence on what went wrong.
        result: Result<Option<Noted>, String>,
    },
    /// Another program holds the diary: what was asked for waits, a note about this or
    /// something else.
    Waits(Option<Subject>),
    /// An entry was taken back; `false` when it was gone already.
    TookBack(Result<bool, String>),
    /// The diary was read for its charts.
    DiaryRead(Result<Box<Charts>, String>),
    /// What may be offered at the start.
    StartupPrompts {
        /// A session that was broken off.
        session: Option<Box<Snapshot>>,
        /// Cramps without details.
        unfinished: Option<Unfinished>,
    },
    /// Details were asked for: whether any are noted now, or what went wrong.
    Detailed(Result<bool, String>),
    /// Something that the edge was asked for went wrong; a sentence for the reader.
    Failed(String),
}

impl Message {
    /// What could not be done, where that is what it says.
    pub fn exit_error(&self) -> Option<String> {
        match self {
            Self::Failed(why) => Some(why.clone()),
            Self::Noted {
                result: Err(why), ..
            } => Some(notices::not_noted_on_leaving(why)),
            _ => None,
        }
    }
}
