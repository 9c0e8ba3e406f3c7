//! What the system refused, and the outside programs.

// A guide or config file; its name stands before these.
pub(crate) fn unreadable(why: &str) -> String {
    format!("cannot be read: {why}")
}
pub(crate) const GUIDE_TOO_LARGE: &str = "is larger than 64 MiB, which is too large for a guide";
pub(crate) const GUIDE_FILE_GONE: &str =
    "The guide file is gone. The last good guide stays in use.";

// The terminal, when the program starts or loses it.
/// `stream`: one of the two below.
pub(crate) fn no_terminal(stream: &str) -> String {
    format!("standard {stream} is not a terminal")
}
pub(crate) const INPUT: &str = "input";
pub(crate) const OUTPUT: &str = "output";
pub(crate) const NO_SIGNALS: &str = "signals cannot be caught";
pub(crate) const TERMINAL_NOT_SET_UP: &str = "the terminal cannot be set up";
pub(crate) const TERMINAL_LOST: &str = "the terminal can no longer be used";
pub(crate) const DOCTOR_SAYS_ALL: &str = "...; run `uncramp doctor` for the rest";

// Voice and sound.
pub(crate) const NO_VOICE: &str =
    "No voice was found: install espeak-ng, or name one with --voice.";
pub(crate) fn voice_does_not_start(program: &str, why: &str) -> String {
    format!("The voice `{program}` does not start: {why}.")
}
pub(crate) fn voice_fails(program: &str) -> String {
    format!("The voice `{program}` does not work here.")
}
pub(crate) fn other_voice(failed: &str, other: &str) -> String {
    format!("The voice `{failed}` does not work here; `{other}` speaks now.")
}
pub(crate) fn sound_does_not_start(program: &str, why: &str) -> String {
    format!("The sound `{program}` does not start: {why}.")
}

// The notification at the end of a session.
pub(crate) const NO_NOTIFIER: &str = "This system has no program for notifications.";
pub(crate) const NO_DESKTOP: &str =
    "The notification could not be shown: there is no desktop here.";
pub(crate) fn no_notification(why: &str) -> String {
    format!("No notification: {why}.")
}

// Keeping the computer awake.
pub(crate) const NO_WAKER: &str = "This system has no program that keeps it awake.";
pub(crate) const ON_BATTERY: &str = "The computer is on battery, so it is not kept awake.";
/// What the system shows as the reason.
pub(crate) const WHY_AWAKE: &str = "a session is running";
pub(crate) fn not_kept_awake(why: &str) -> String {
    format!("The computer is not kept awake: {why}.")
}
pub(crate) fn waker_ended(program: &str) -> String {
    format!("The computer is not kept awake: `{program}` ended.")
}
