//! What is asked and said about one entry of the diary.

// The form of a cramp.
pub(crate) const BEGAN: &str = "when";
pub(crate) const WHEN_DID_IT_BEGIN: &str = "When did it begin?";
pub(crate) const LEGS: [&str; 3] = ["left", "right", "both"];
pub(crate) const YES_NO: [&str; 2] = ["yes", "no"];
pub(crate) const FORM_KEYS: &str =
    "Up, Down: move. Left, Right: change. Esc: done. Everything is saved as you go.";
pub(crate) fn details_of(at: &str) -> String {
    format!("The cramp of {at}")
}
