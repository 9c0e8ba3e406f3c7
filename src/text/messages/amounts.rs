//! Counts and lengths of time, as they are shown and as they are read aloud.

use std::fmt::Display;
use std::time::Duration;

/// How often: `once`, `twice`, `3 times`.
pub(crate) fn times(n: u32) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

/// `1 night`, `14 nights`.
pub(crate) fn nights(n: u32) -> String {
    counted(n, "night", "nights")
}

/// `1 cramp`, `3 cramps`.
pub(crate) fn cramps(n: u32) -> String {
    counted(n, "cramp", "cramps")
}

/// A number with the word that fits it.
pub(crate) fn counted<N: Copy + Display + Eq + From<u8>>(n: N, one: &str, more: &str) -> String {
    format!("{n} {}", if n == N::from(1) { one } else { more })
}

/// At most one digit behind the point, and none where it is 0.
pub(crate) fn decimal(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// A length of time as minutes and seconds: `2:50`.
pub(crate) fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A length of time as it is read aloud, to the nearest second: `2 minutes 50 seconds`.
pub(crate) fn spelled(time: Duration) -> String {
    let whole = (time + Duration::from_millis(500)).as_secs();
    let minutes = counted(whole / 60, "minute", "minutes");
    let seconds = counted(whole % 60, "second", "seconds");
    match (whole / 60, whole % 60) {
        (0, _) => seconds,
        (_, 0) => minutes,
        _ => format!("{minutes} {seconds}"),
    }
}

/// A word with its first letter in upper case.
pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A sentence with its first letter in lower case.
pub(crate) fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_read_aloud_without_digits_between_colons() {
        let said = |ms| spelled(Duration::from_millis(ms));
        assert_eq!(said(0), "0 seconds");
        assert_eq!(said(1_300), "1 second");
        assert_eq!(said(60_000), "1 minute");
        assert_eq!(said(59_700), "1 minute");
        assert_eq!(said(170_000), "2 minutes 50 seconds");
        assert_eq!(said(121_000), "2 minutes 1 second");
    }
}
