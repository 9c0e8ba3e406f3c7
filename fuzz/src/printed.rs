//! What may stand in any text that is printed.

use uncramp::text::is_unsafe;

/// Panics when this would steer a terminal.
pub fn is_safe(text: &str) {
    let bad = text.chars().find(|c| *c != '\n' && is_unsafe(*c));
    assert_eq!(bad, None, "{text:?}");
}
