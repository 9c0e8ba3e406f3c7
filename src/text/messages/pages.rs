//! What stands on the pages besides the words of the guide.

use std::time::Duration;

use super::amounts::spelled;

/// Said where a guide on another topic shows what it borrowed.
pub(crate) const BORROWED: &str = "From the built-in guide to leg cramps.";

/// Stands in a text of the guide where no number is configured.
pub(crate) const EMERGENCY_NUMBER: &str = "your local emergency number";

// A page of the guide.
pub(crate) const NOT_SURE: &str = "Not sure";
pub(crate) const NONE_OF_THESE: &str = "None of these";
pub(crate) const WHAT_TO_DO: &str = "What to do";
pub(crate) const WHAT_HELPS: &str = "What helps";
pub(crate) const STRETCHES: &str = "Stretches";
pub(crate) const READ_ON: &str = "Read on";
pub(crate) const NO_DANGER_SIGNS: &str = "None of the danger signs";
pub(crate) const EVIDENCE: &str = "Evidence: ";
pub(crate) const EVIDENCE_LABEL: &str = "Evidence  ";
pub(crate) const SOURCES_LABEL: &str = "Sources: ";
pub(crate) const WHAT_IT_IS: &str = "What it is";

// The pane beside a page.
pub(crate) const WHAT_IT_LOOKS_LIKE: &str = "What it looks like";
pub(crate) const NOT: &str = "Not:";
pub(crate) const WHAT_IT_IS_NOT: &str = "What it is not";
pub(crate) const NO: &str = "x";
pub(crate) const WORDS_EXPLAINED: &str = "Words this guide explains";
pub(crate) const HOW_TO_ANSWER: &str = "How to answer";
pub(crate) const HOW_TO_ANSWER_LINES: [&str; 3] = [
    "Read every line. Pick the one that fits best.",
    "Move to a line to see what it looks like, and what it is not.",
    "Nothing fits? Press n.",
];
pub(crate) const IN_DOUBT: &str = "Not sure? Act as if the answer is yes, or press 0.";
pub(crate) const CAREFUL_NOW: &str = "No stretching now";
pub(crate) const KEY_CRAMP_NOW: &str = "c  cramp now";

/// Which one of how many is selected.
pub(crate) fn of(which: usize, count: usize) -> String {
    format!("{which} of {count}")
}

/// How many hits a search has.
pub(crate) fn found(count: usize) -> String {
    format!("{count} found")
}

/// When the guide was checked last.
pub(crate) fn checked(day: &str) -> String {
    format!("checked {day}")
}

pub(crate) const ANSWERED: &str = "answered  ";

/// How far through the questions one is.
pub(crate) fn question(which: usize, about: usize) -> [String; 3] {
    ["question ".to_owned(), which.to_string(), format!(" of about {about}")]
}

/// An item that starts a routine.
pub(crate) fn start(routine: &str) -> String {
    format!("Start: {routine}")
}

/// How many sources a page has, beside the key that shows them.
pub(crate) fn sources_and_key(count: usize) -> String {
    format!("{count} {}  i", if count == 1 { "source" } else { "sources" })
}

/// The same where a command shows them.
pub(crate) fn sources_by_command(count: usize, page: &str) -> String {
    format!("{count}, `uncramp show {page}` names them")
}

// The answers so far.
pub(crate) const YOUR_ANSWERS: &str = "Your answers";
pub(crate) const NO_ANSWERS: &str = "No question has been answered yet.";
pub(crate) const TAKE_BACK_A_SIGN: &str =
    "You reported these danger signs. Choose one to take it back:";
pub(crate) const CHANGE_AN_ANSWER: &str =
    "Choose one to answer it again. Later answers stay where they still fit.";

// The search.
pub(crate) const SEARCH: &str = "Search";
pub(crate) const SEARCH_SIGN: &str = "/ ";
pub(crate) const WHAT_TO_TYPE: &str = "Type a word: a sign, a muscle, a remedy, a stretch.";
pub(crate) const FOUND: &str = "Found";
pub(crate) const NOTHING_FOUND: &str = "Nothing found. Try a shorter or another word.";

// The keys.
pub(crate) const KEYS: &str = "Keys";
pub(crate) const ON_EVERY_SCREEN: &str = "On every screen";

// Sources, evidence and words.
pub(crate) const SOURCES_EVIDENCE_WORDS: &str = "Sources, evidence and words";
pub(crate) const EACH_ANSWER: &str = "What each answer means";
pub(crate) const SOURCES: &str = "Sources";
pub(crate) const WORDS: &str = "Words";
pub(crate) const ALL_WORDS: &str = "All words of this guide";
pub(crate) const THIS_GUIDE: &str = "This guide";

/// What the guide is. Not "reviewed": the notice says who has reviewed it, or that no clinician has.
pub(crate) fn about(title: &str, version: &str, checked: Option<&str>, notice: &str) -> String {
    match checked {
        Some(day) => format!("{title}, version {version}, last checked {day}. {notice}"),
        None => format!("{title}, version {version}. {notice}"),
    }
}

// A stretch or a routine by itself. The labels of a stretch are equally wide.
pub(crate) const SET_UP: &str = "Set up:  ";
pub(crate) const MOVE: &str = "Move:    ";
pub(crate) const FEEL: &str = "Feel:    ";
pub(crate) const CAREFUL: &str = "Avoid:   ";
pub(crate) const STOP_IF: &str = "Stop:    ";
pub(crate) const NO_LABEL: &str = "         ";
pub(crate) const ROUTINES_WITH_IT: &str = "Routines with it";
pub(crate) const STEPS: &str = "Steps";

/// A step of a routine: the stretch, how long, how often and how the legs take turns.
pub(crate) fn routine_step(stretch: &str, hold: &str, times: &str, sides: &str) -> String {
    format!("{stretch}: hold {hold}, {times} a leg, {sides}")
}

// A cramp now, where nobody can press a key.
pub(crate) const NO_RESCUE: &str = "This guide has no rescue steps.";
pub(crate) const WHEN_IT_LET_GO: &str = "When it has let go";

/// The heading, with the muscle and how the person is placed.
pub(crate) fn cramp_now(place: &str) -> String {
    format!("A cramp now: {place}")
}

/// Heads the advice for a cramp that stays.
pub(crate) fn still_there(after: Duration) -> String {
    format!("Still there after {}", spelled(after))
}

/// After a cramp that lasted too long; `what` is the first thing to do.
pub(crate) fn lasted_too_long(lasted: Duration, limit: Duration, what: &str) -> String {
    let lasted = super::cramp::lasted(lasted);
    let mut what = what.chars();
    let what: String = what.next().into_iter().flat_map(char::to_lowercase).chain(what).collect();
    let what = what.trim_end_matches('.');
    format!("{lasted} Over {}: {what}.", spelled(limit))
}

// What a hit of a search is, where it is no page.
pub(crate) const A_STRETCH: &str = "stretch";
pub(crate) const A_ROUTINE: &str = "routine";
pub(crate) const A_WORD: &str = "word";

// The problems of a guide file that is being written.
pub(crate) const GUIDE_HAS_PROBLEMS: &str = "The guide file has problems";
pub(crate) const LAST_GOOD_GUIDE: &str =
    "The last good guide stays in use. Save the file again once it is corrected.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advice_for_a_cramp_that_stays_names_the_limit_of_the_guide() {
        let head = |seconds| still_there(Duration::from_secs(seconds));
        assert_eq!(head(600), "Still there after 10 minutes");
        assert_eq!(head(60), "Still there after 1 minute");
        assert_eq!(head(90), "Still there after 1 minute 30 seconds");
        assert_eq!(head(30), "Still there after 30 seconds");
    }
}
