//! What the program says line by line, without screens.

use std::time::Duration;

use super::amounts::spelled;

// Before the first page.
pub(crate) const WELCOME: &str =
    "Type a number and press Enter. e: danger signs. c: a cramp now.\n?: help. q: leave.";

/// The keys of the safety gate; `none` is the guide's "none of these".
pub(crate) fn at_the_gate(none: &str) -> String {
    format!("Enter: {none}, start. e: danger signs. b: back.")
}

// What can be typed, below what was just said.
pub(crate) const IN_STANDBY: &str = "Standby. Enter: a cramp now. q or b: leave.";
pub(crate) const BELOW_ANSWERS: &str = "b: back.";
pub(crate) const BELOW_THE_DIARY: &str = "n: no cramp last night. b: back.";
pub(crate) const MORE_IS_FOUND: &str = "There is more. Add a word to narrow it down.";
pub(crate) const BELOW_A_SEARCH: &str = "A number opens that line. b: back.";
pub(crate) const IN_A_SESSION: &str = "p: pause. n: skip. b: leave it. e: danger signs.";
/// `muscles`: each with its number.
pub(crate) fn in_a_cramp(muscles: &str) -> String {
    format!("Enter: it has let go. e: danger signs. Muscle: {muscles}. Leg: left, right, both.")
}

/// Below the title of a form.
pub(crate) const SKIP_OR_FINISH: &str = "Press Enter to skip a question, q to finish.";
/// A question of a form, and what is known already.
pub(crate) fn asked(question: &str, known: &str) -> String {
    if known.is_empty() { question.to_owned() } else { format!("{question} (now: {known})") }
}

// A line that asks for nothing, or for what is not there.
pub(crate) fn means_nothing(line: &str) -> String {
    format!("No such choice here: \"{line}\". Type ? for help.")
}
pub(crate) fn no_choice(number: usize) -> String {
    format!("There is no choice {number} here.")
}
pub(crate) const LOOK_FOR_WHAT: &str = "Write / and what to look for, such as /magnesium.";
pub(crate) const NO_SEARCHING: &str = "Search is not available here. b: back.";

// The help: what can be typed here. First what only this place knows.
pub(crate) const IN_THE_GUIDE: &[&str] = &[
    "A number: choose that line. n: none of these. 0: not sure.",
    "s: start the stretches that fit. a: your answers, to change one.",
    "/ and words: search. i: sources and words of this page. r: start over.",
    "Enter alone: say the page again.",
];
pub(crate) const IN_A_LIST: &[&str] = &["A number: choose that line."];
pub(crate) const IN_A_SEARCH: &[&str] = &["A number: open that line."];
pub(crate) const HELP_AT_THE_GATE: &[&str] = &["Enter alone: none of these, start the stretches."];
pub(crate) const HELP_IN_A_SESSION: &[&str] = &[
    "p or Enter alone: pause or resume. n: skip this phase. x: swap the legs.",
    "+ and -: 10 seconds more or less. r: restart. s: seated version, at the start.",
    "`uncramp stretch --ready 30s` leaves more time to listen before each stretch.",
];
pub(crate) const AFTER_A_SESSION: &[&str] = &["Enter alone: done."];
pub(crate) const HELP_IN_A_CRAMP: &[&str] = &[
    "Enter alone: it has let go. -: it began a minute earlier.",
    "A number: the muscle. lying, seated, standing: how you are.",
    "left, right, both: the leg. x: the next of them, or not said. i: sources.",
];
pub(crate) const IN_THE_DIARY: &[&str] =
    &["n: log a night without a cramp. Enter alone: say it again."];
pub(crate) const IN_A_FORM: &[&str] =
    &["A line: the answer. Enter alone: skip the question. q: done."];
pub(crate) const HELP_IN_STANDBY: &str = "Enter, or any other line: a cramp now. q or b: leave.";
// Then what is noted from here.
pub(crate) const LOG_IN_THE_GUIDE: &str = "l: log a cramp. u: undo. w: add details. d: the diary.";
pub(crate) const LOG_IN_THE_DIARY: &str = "l: log a cramp. u: undo. w: add details.";
pub(crate) const LOG_IN_A_SESSION: &str = "l: log a cramp. u: undo.";
pub(crate) const LOG_IN_A_CRAMP: &str = "l: log this cramp now. u: undo.";
// And last what can be typed everywhere.
pub(crate) const EVERYWHERE: &str =
    "e: danger signs. c: a cramp now. b: back. ?: this help. q: leave.";

// A session. The name of the leg is one of those in `labels`.
pub(crate) fn routine(title: &str, total: Duration) -> String {
    format!("{title}. {}.", spelled(total))
}
/// What to do is in the words of the guide.
pub(crate) fn get_ready(leg: &str, time: Duration, what: &str) -> String {
    format!("Get ready, {leg}, {}. {what}", spelled(time))
}
pub(crate) fn hold(leg: &str, time: Duration, number: u32, of: u32) -> String {
    format!("Hold, {leg}, {}, {number} of {of}.", spelled(time))
}
pub(crate) fn change(leg: &str, time: Duration) -> String {
    format!("Change, {}: {leg} next.", spelled(time))
}
pub(crate) fn rest(leg: &str, time: Duration) -> String {
    format!("Rest, {}: {leg} next.", spelled(time))
}
pub(crate) fn left(time: Duration) -> String {
    format!("{} left.", spelled(time))
}
/// `interrupted`: the machine slept, or the program was stopped.
pub(crate) fn paused(interrupted: bool, left: Duration) -> String {
    let why = if interrupted { "Interrupted" } else { "Paused" };
    format!("{why}. p: resume. {} left.", spelled(left))
}
/// The legs are swapped; the one that stretches now or next.
pub(crate) fn swapped(leg: &str) -> String {
    format!("Legs swapped: {leg}.")
}
/// The running phase was made longer, or shorter.
pub(crate) fn changed_length(longer: bool, left: Duration) -> String {
    let how = if longer { "Longer" } else { "Shorter" };
    format!("{how}: {} left.", spelled(left))
}
pub(crate) fn going_on(left: Duration) -> String {
    format!("Resumed. {} left.", spelled(left))
}
/// How long each leg was held; `holds`: how many of them ran to their end.
pub(crate) fn done(left: Duration, right: Duration, holds: &str) -> String {
    format!("Done. Left leg held {}, right leg {}. {holds}.", spelled(left), spelled(right))
}

// A cramp now.
pub(crate) const LEG_NOT_SAID: &str = "leg not said";
