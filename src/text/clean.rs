//! The one place where words from outside are made safe to send to a terminal.

use std::borrow::Cow;

/// The text without anything that could steer a terminal or reorder what is
/// shown: each such character becomes U+FFFD, a tab becomes a space. Line breaks stay.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c != '\n' && is_unsafe(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|c| match c {
                '\n' => '\n',
                '\t' => ' ',
                c if is_unsafe(c) => char::REPLACEMENT_CHARACTER,
                c => c,
            })
            .collect(),
    )
}

/// Whether a character steers a terminal, reorders text or hides in it.
pub fn is_unsafe(c: char) -> bool {
    // Nearly every character is ordinary ASCII, which is told apart quickly.
    !matches!(c, ' '..='~')
        && (c.is_control()
            || matches!(c,
                '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_or_hides_is_seen_and_the_rest_stays_as_it_is() {
        assert_eq!(clean("a\u{1b}[1m\u{202e}b\tc\nd"), "a\u{fffd}[1m\u{fffd}b c\nd");
        assert!(matches!(clean("a\n\u{e9}"), Cow::Borrowed(_)));
        assert!(!clean("x\u{9b}\u{e0041}\u{feff}").contains(is_unsafe));
    }
}
