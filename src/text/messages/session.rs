//! A stretch session, and a cramp now.

// Who must not stretch, where the guide's own sentence has no room above the step.
pub(crate) const CHECK_SHORT: &str = "! Swollen, hot, cold, injured? Stop";
pub(crate) const CHECK_SHORTEST: &str = "Swollen, hot? Stop";

pub(crate) const DONE: &str = "Done.";

/// How soon the next step against a cramp comes, as `0:12`.
pub(crate) fn next_in(time: &str) -> String {
    format!("next in {time}")
}

/// Of the holds of a session.
pub(crate) fn holds_done(done: u32, of: u32, skipped: u32) -> String {
    match skipped {
        0 => format!("{done} of {of} holds done"),
        skipped => format!("{done} of {of} holds done, {skipped} skipped"),
    }
}

/// Whether a text about when to stop begins with that word and needs no label.
pub(crate) fn says_stop(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    word.eq_ignore_ascii_case("stop")
}
