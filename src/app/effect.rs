//! What the edge is asked to do: plain data, so that a test can compare it.

use crate::diary::request::DiaryRequest;

/// Something that the runtime is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Leave(Ending),
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
            Self::Leave(_) | Self::Redraw | Self::Device(_) => false,
        }
    }

    /// How the program ends, where one of these orders is to leave. That one then comes last:
    /// what else they ask for is done before it.
    pub fn ending(orders: &mut [Self]) -> Option<Ending> {
        let ending = orders.iter().find_map(|effect| match effect {
            Self::Leave(ending) => Some(*ending),
            _ => None,
        })?;
        orders.sort_by_key(|effect| matches!(effect, Self::Leave(_)));
        Some(ending)
    }

    /// Whether the terminal is given up while this is done.
    pub fn lends_terminal(&self) -> bool {
        matches!(self, Self::Suspend)
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
