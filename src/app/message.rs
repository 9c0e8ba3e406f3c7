//! What happened. The only input of the program's core.

use std::sync::Arc;

use super::key::KeyPress;
use super::keymap::Action;
use super::layout::Size;
use crate::diary::entry::EntryId;
use crate::diary::request::DiaryReply;
use crate::guide::Guide;
use crate::guide::raw::Pose;
use crate::stretch::Leg;
use crate::stretch::plan::Options;

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum Message {
    /// The program was started with this.
    Launched(Launch),
    /// A key was pressed.
    Pressed(KeyPress),
    /// A typed line asks for this.
    Asked(Action),
    /// A typed line is the answer to the field of the form.
    Answered(String),
    /// The item of the page with this index is to be chosen next.
    ItemSelected(usize),
    /// The notices were read out.
    NoticesRead,
    /// The leg that cramps was said.
    CrampLeg(Leg),
    /// How the person with a cramp lies, sits or stands was said.
    CrampPose(Pose),
    /// A text was pasted.
    Pasted(String),
    /// The window has this size now.
    Resized(Size),
    /// Time has passed: what `State::next_deadline` asked for has come, or the window is drawn anew.
    Tick,
    /// The reader quits without a key.
    Quit,
    /// The process was stopped and continued.
    Continued,
    /// The guide file changed: the new guide, or its problems as text.
    GuideChanged(Result<Arc<Guide>, String>),
    /// The diary has answered.
    Diary(DiaryReply),
    /// Whether there is a voice, or a sentence on why not.
    VoiceChecked(Result<(), String>),
    /// A sentence for the reader, mostly on what went wrong outside.
    Notice(String),
}

/// What stands on the first frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Launch {
    /// The guide.
    #[default]
    Browse,
    /// A running session of the routine with this id.
    Stretch {
        /// Id of the routine; one that the guide has.
        routine: String,
        /// Times of the reader's own.
        options: Options,
    },
    /// A cramp now.
    Rescue {
        /// The muscle, where it is known.
        muscle: Option<String>,
        /// The pose, where it is known.
        pose: Option<Pose>,
        /// The leg, where it is known.
        leg: Option<Leg>,
    },
    /// The black screen.
    Standby,
    /// The charts of the diary.
    Diary,
    /// The form of the cramp with this number.
    Form(EntryId),
}
