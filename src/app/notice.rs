//! The one line above the keys: what just happened.

use crate::diary::jot::Subject;
use crate::stretch::Leg;
use crate::text::messages::amounts::sentences;
use crate::text::messages::{amounts, cramp, diary as words};

/// What is told in one line until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something wrong at the start, such as a mistake in the config file, cut to one line.
    Startup(String),
    /// Something that failed outside the program, as a sentence.
    Failed(String),
    Guide(GuideNotice),
    Session(SessionNotice),
    Diary(DiaryNotice),
}

/// About the guide and its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuideNotice {
    Reloaded,
    HasMistakes,
    FirstPage,
    PrintedOnExit,
    NotPrinted,
    NoColor,
    /// The theme that was chosen, by its name in the settings.
    Theme(&'static str),
    ChooseFirst,
    AnswerTakenBack,
    NoStretchingBesideDanger,
    NoStretchingAfterDanger,
    WarningBeforeCramp,
}

/// About a stretch session or a cramp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionNotice {
    WindowTooSmall,
    NoStretches,
    Unfinished,
    Paused,
    /// Why a routine cannot start.
    NotStarted(String),
    BothLegsAtOnce,
    NoSeatedVersion,
    Muted,
    SoundOn,
    VoiceOn,
    VoiceOff,
    /// Which leg cramps; `None` where nobody has said it.
    CrampingLeg(Option<Leg>),
    /// The cramp lasted so long that stretching has to wait for advice.
    AdviceBeforeStretching,
}

/// About entries of the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiaryNotice {
    Logged {
        subject: Subject,
        ends_trial: bool,
        /// Whether another cramp began in the same minute.
        same_minute: bool,
        /// Whether a key adds details to it on this screen.
        details_key: bool,
    },
    AlreadyLogged,
    /// It was logged so recently that it can still be undone.
    JustLogged,
    PressAgainToLog {
        /// The danger sign of the page instead of a cramp.
        sign: bool,
    },
    NotSaved,
    Removed,
    NotLogged(String),
    Undone,
    GoneAlready,
    NothingToUndo,
    NotUndone(String),
    NotRead(String),
    /// Cramps of other days without details, in the diary's words.
    CrampsWithoutDetails(String),
    NoCrampThatNight,
    NothingToRemove,
    CrampFirst,
    NoCrampToAddTo,
}

impl From<GuideNotice> for Notice {
    fn from(notice: GuideNotice) -> Self {
        Self::Guide(notice)
    }
}

impl From<SessionNotice> for Notice {
    fn from(notice: SessionNotice) -> Self {
        Self::Session(notice)
    }
}

impl From<DiaryNotice> for Notice {
    fn from(notice: DiaryNotice) -> Self {
        Self::Diary(notice)
    }
}

/// Where a notice is read: the keys have other names there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// The full screen.
    Screen,
    /// Line by line.
    Lines,
    /// Line by line, as the program leaves and reads no key any more.
    LastLine,
}

/// Several notices in one line.
pub fn line(notices: &[Notice], surface: Surface) -> String {
    let texts: Vec<String> = notices.iter().map(|notice| notice.text(surface)).collect();
    texts.join(" ")
}

impl Notice {
    /// The words of a notice.
    pub fn text(&self, surface: Surface) -> String {
        match self {
            Self::Startup(text) | Self::Failed(text) => text.clone(),
            Self::Guide(notice) => guide(*notice, surface),
            Self::Session(notice) => session(notice),
            Self::Diary(notice) => diary(notice, surface),
        }
    }
}

fn guide(notice: GuideNotice, surface: Surface) -> String {
    let lines = surface != Surface::Screen;
    let text = match notice {
        GuideNotice::Theme(name) => return format!("Theme: {name}"),
        GuideNotice::Reloaded => "Guide reloaded.",
        GuideNotice::HasMistakes => "The guide file has mistakes; the last good guide stays.",
        GuideNotice::FirstPage => "This is the first page. Press q to leave.",
        GuideNotice::PrintedOnExit => "This page will be printed when you leave.",
        GuideNotice::NotPrinted => "This page will not be printed.",
        GuideNotice::NoColor => "Colour is turned off for this terminal.",
        GuideNotice::ChooseFirst => "Nothing is selected yet: move to an answer or press its key.",
        GuideNotice::AnswerTakenBack => "Answer taken back.",
        GuideNotice::NoStretchingBesideDanger if lines => {
            "No stretching beside danger signs. b: back."
        }
        GuideNotice::NoStretchingBesideDanger => "No stretching beside danger signs. Left: back.",
        GuideNotice::NoStretchingAfterDanger if lines => {
            "You reported a danger sign. No stretching; get help. a: answers."
        }
        GuideNotice::NoStretchingAfterDanger => {
            "You reported a danger sign. No stretching; get help. Tab: answers."
        }
        GuideNotice::WarningBeforeCramp => {
            "You reported a danger sign: read this first. Press c again for the cramp steps."
        }
    };
    text.to_owned()
}

fn session(notice: &SessionNotice) -> String {
    let text = match notice {
        SessionNotice::NotStarted(why) => why,
        SessionNotice::CrampingLeg(leg) => {
            let leg = leg.map_or(cramp::LEG_NOT_SAID, Leg::said);
            return format!("{}.", amounts::capital(leg));
        }
        SessionNotice::WindowTooSmall => "Make the window larger.",
        SessionNotice::NoStretches => "This guide has no stretches.",
        SessionNotice::Unfinished => "You have an unfinished session. Press s to resume.",
        SessionNotice::Paused => "Session paused. Press s to resume.",
        SessionNotice::BothLegsAtOnce => "Both legs stretch at once here.",
        SessionNotice::NoSeatedVersion => "No seated version here (only while getting ready).",
        SessionNotice::Muted => "Muted.",
        SessionNotice::SoundOn => "Sound back on.",
        SessionNotice::VoiceOn => "Voice on.",
        SessionNotice::VoiceOff => "Voice off.",
        SessionNotice::AdviceBeforeStretching => {
            "That cramp was long: get advice before you stretch."
        }
    };
    text.to_owned()
}

fn diary(notice: &DiaryNotice, surface: Surface) -> String {
    let text = match notice {
        DiaryNotice::Logged { subject, ends_trial, same_minute, details_key } => {
            let more = match (*ends_trial, *same_minute) {
                (true, _) => "This ends the self-trial.",
                (_, true) => "Another one is logged at the same minute.",
                _ => "",
            };
            return logged(subject, more, *details_key, surface);
        }
        DiaryNotice::NotLogged(why) => return format!("Not logged: {why}"),
        DiaryNotice::NotUndone(why) => return format!("Not undone: {why}"),
        DiaryNotice::NotRead(why) => return amounts::capital(why),
        DiaryNotice::CrampsWithoutDetails(line) => line,
        DiaryNotice::AlreadyLogged => "This cramp is already logged.",
        DiaryNotice::JustLogged => "Already logged. Press u to undo.",
        DiaryNotice::PressAgainToLog { sign: false } => "Press l again to log a cramp.",
        DiaryNotice::PressAgainToLog { sign: true } => "Press l again to log this sign.",
        DiaryNotice::NoCrampThatNight => "No cramp that night. a: add one.",
        DiaryNotice::NothingToRemove => "Nothing to remove that night.",
        DiaryNotice::NotSaved => "Not saved (--no-save is on).",
        DiaryNotice::Removed => "Entry removed. Press u to undo.",
        DiaryNotice::Undone => "Undone.",
        DiaryNotice::GoneAlready => "It was gone already.",
        DiaryNotice::NothingToUndo => "Nothing to undo.",
        DiaryNotice::CrampFirst => "Deal with the cramp first; details can wait.",
        DiaryNotice::NoCrampToAddTo => {
            "No cramp to add details to. `uncramp diary edit N` changes any entry."
        }
    };
    text.to_owned()
}

fn logged(subject: &Subject, more: &str, details_key: bool, surface: Surface) -> String {
    let what = match subject {
        Subject::Cramp => "Cramp logged.",
        Subject::Stretched => "Stretching logged.",
        Subject::Sign(_) => "Danger sign logged.",
        Subject::Quiet => "Logged: no cramp last night.",
        Subject::Removal => "Entry removed.",
    };
    let undo = match surface {
        Surface::Screen | Surface::Lines => "Press u to undo.",
        Surface::LastLine => words::UNDO_TAKES_IT_BACK,
    };
    let details = if details_key { "w: add details." } else { "" };
    sentences(&[what, more, undo, details])
}

/// Shown by the system, not on this line.
pub const STRETCHES_DONE: &str = "The stretches are done.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_names_no_key_that_nobody_reads_any_more() {
        let logged = Notice::from(DiaryNotice::Logged {
            subject: Subject::Stretched,
            ends_trial: false,
            same_minute: false,
            details_key: false,
        });
        assert_eq!(logged.text(Surface::Lines), "Stretching logged. Press u to undo.");
        let last = logged.text(Surface::LastLine);
        assert!(!last.contains("Press"), "{last}");
        assert!(last.contains("`uncramp diary undo`"), "{last}");
    }
}
