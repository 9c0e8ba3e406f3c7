//! What the printed card says besides the guide.

use super::codes::EMERGENCY;

/// Shown in capital letters.
pub fn title(guide: &str) -> String {
    format!("{guide}: first aid card")
}

// Heads the danger signs, where `codes` has no word for how soon.
pub const GET_HELP: &str = "Get help";
/// Heads those that cannot wait. `number`: a number or the words for it.
pub fn emergency(number: &str) -> String {
    format!("{EMERGENCY}. Call {number}")
}
/// A guide that has neither.
pub const NOTHING_FOR_IT: &str =
    "this guide has no first steps and no danger signs, so there is no card to print";
