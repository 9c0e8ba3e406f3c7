//! What the runtime is asked to do: plain data, so that a test can compare it.

use crate::diary::request::DiaryRequest;

/// Something that the runtime is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Draw the whole screen anew.
    Redraw,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Use a device or an outside program.
    Device(DeviceRequest),
    /// Read or change the diary.
    Diary(DiaryRequest),
}

/// Something that a device or an outside program is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeviceRequest {
    /// Sound the bell or the sound command once.
    Ring,
    /// Say these words, after what is being said is cut off.
    Speak(String),
    /// Find out whether there is a voice.
    CheckVoice,
    /// Say nothing more.
    Hush,
    /// Keep the machine awake, or no longer.
    KeepAwake(bool),
    /// Show a desktop notification with these words.
    Notify(String),
}

impl Effect {
    /// Whether the next key may mean something else once this is done.
    pub fn is_waited_for(&self) -> bool {
        match self {
            Self::Diary(request) => request.is_waited_for(),
            Self::Suspend => true,
            Self::Redraw | Self::Device(_) => false,
        }
    }
}

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// By choice.
    Done,
    /// By Ctrl-C.
    Interrupted,
}
