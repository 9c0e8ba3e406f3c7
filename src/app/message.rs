//! What happened. The only input of the program's core.

use std::sync::Arc;

use super::key::Key;
use super::layout::Size;
use crate::guide::Guide;

/// Something that happened at the edge.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Pressed(Key),
    /// The window has this size now.
    Resized(Size),
    /// The time that `State::next_wake` asked for has come.
    Woke,
    /// The process was stopped and continued.
    Continued,
    /// The guide file changed: the new guide, or its problems as text.
    GuideChanged(Result<Arc<Guide>, String>),
    /// Something that the edge was asked for went wrong; a sentence for the reader.
    Failed(String),
}
