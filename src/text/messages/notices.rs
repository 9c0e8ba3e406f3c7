//! The one line above the keys: what just happened.

use super::amounts::capital;

/// Several of them after one another; an empty one is none.
pub fn sentences(said: &[&str]) -> String {
    let said: Vec<&str> = said.iter().copied().filter(|one| !one.is_empty()).collect();
    said.join(" ")
}

// The guide file, while it is being written.
pub const GUIDE_READ_AGAIN: &str = "The guide file was read again.";
pub const GUIDE_HAS_MISTAKES: &str = "The guide file has mistakes; the last good guide stays.";

// Reading.
pub const FIRST_PAGE: &str = "This is the first page.";
pub const FIRST_PAGE_LEAVE: &str = "This is the first page. q leaves.";
pub const PRINTED_ON_LEAVING: &str = "This page will be printed when you leave.";
pub const NOT_PRINTED: &str = "This page will not be printed.";
pub const WINDOW_TOO_SMALL: &str = "Make the window larger.";
pub const NO_COLOR: &str = "This terminal was asked for no colour.";

/// The theme that was chosen, by its name in the settings.
pub fn theme(name: &str) -> String {
    format!("Theme: {name}")
}

pub const CHOOSE_FIRST: &str = "Nothing is selected yet: move to an answer, or press its key.";
pub const ANSWER_TAKEN_BACK: &str = "Answer taken back.";

// Before a stretch.
pub const NO_STRETCHES: &str = "This guide has no stretches.";
pub const NO_STRETCHING_BESIDE_DANGER: &str = "No stretching beside danger signs. Left goes back.";
pub const NO_STRETCHING_AFTER_DANGER: &str =
    "You answered a danger sign: no stretching. Tab changes an answer.";

// A session.
pub const SESSION_BROKEN_OFF: &str = "A session was broken off. s goes on with it.";
pub const SESSION_WAITS: &str = "The session waits. s goes on with it.";
pub const BOTH_LEGS_AT_ONCE: &str = "Both legs hold at once here.";
pub const NO_SITTING_VERSION: &str = "There is no sitting version to change to now.";
pub const MUTED: &str = "Muted.";
pub const NOT_MUTED: &str = "Sound as chosen.";
pub const VOICE_ON: &str = "Voice on.";
pub const VOICE_OFF: &str = "Voice off.";

// A cramp.
pub const WARNING_BEFORE_CRAMP: &str =
    "You answered a danger sign: read this first. c again: cramp steps.";

/// Which leg it is now, as `left leg`, where nothing else on the screen shows it.
pub fn leg(said: &str) -> String {
    format!("{}.", capital(said))
}

/// How long the cramp lasted, as `4:03`.
pub fn lasted(time: &str) -> String {
    format!("It lasted {time}.")
}

// The diary.
pub const CRAMP_NOTED: &str = "Cramp noted.";
pub const STRETCHING_NOTED: &str = "Stretching noted.";
pub const SIGN_NOTED: &str = "Danger sign noted.";
pub const QUIET_NIGHT_NOTED: &str = "Noted: no cramp last night.";
pub const ENDS_TRIAL: &str = "It ends the self-trial.";
pub const CAN_BE_TAKEN_BACK: &str = "u takes it back.";
pub const JUST_NOTED: &str = "That is noted. u takes it back.";
pub const NOTED_ALREADY: &str = "This cramp is noted already.";
pub const DIARY_CLOSED: &str = "Not noted: --no-save leaves the diary closed.";
pub const TAKEN_BACK: &str = "Taken back.";
pub const GONE_ALREADY: &str = "It was gone already.";
pub const NOTHING_TO_TAKE_BACK: &str = "Nothing was noted in the last 10 seconds.";

/// Why something could not be noted; a sentence of its own.
pub fn not_noted(why: &str) -> String {
    format!("Not noted: {why}")
}

/// The same after the program has left the screen.
pub fn not_noted_on_leaving(why: &str) -> String {
    format!("not noted: {why}")
}

/// Why something could not be taken back.
pub fn not_taken_back(why: &str) -> String {
    format!("Not taken back: {why}")
}

// The details of a cramp.
pub const DETAILS_KEY: &str = "w adds details.";
pub const DETAILS_OF_THE_ONE_BEFORE: &str = "w: the cramp before it.";
pub const DETAILS_NOTED: &str = "Details noted.";
pub const NO_DETAILS: &str = "No details were given.";
pub const CRAMP_FIRST: &str = "First the cramp: its details can wait.";
pub const NO_CRAMP_TO_ADD_TO: &str =
    "There is no cramp to add to; uncramp diary edit N adds to any.";

/// Why the details could not be noted.
pub fn details_not_noted(why: &str) -> String {
    format!("Details not noted: {why}")
}

// Shown by the system, not on this line.
pub const STRETCHES_DONE: &str = "The stretches are done.";
