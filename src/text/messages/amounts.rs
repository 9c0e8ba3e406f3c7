//! Counts and lengths of time, as they are shown and as they are read aloud.

use std::time::Duration;

use jiff::civil::Date;

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

/// `1 session`, `5 sessions`.
pub(crate) fn sessions(n: u32) -> String {
    counted(n, "session", "sessions")
}

/// Of alcohol: `1 drink`, `2 drinks`.
pub(crate) fn drinks(n: u32) -> String {
    counted(n, "drink", "drinks")
}

fn counted(n: u32, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}

/// Entries of the diary: `1 entry`, `12 entries`.
pub(crate) fn entries(n: usize) -> String {
    match n {
        1 => "1 entry".to_owned(),
        n => format!("{n} entries"),
    }
}

/// The months in three letters.
pub(crate) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day as people write it: `28 Nov 2026`.
pub(crate) fn day(date: Date) -> String {
    format!("{} {}", day_and_month(date), date.year())
}

/// The same, without the year where that is this one: `28 Nov`.
pub(crate) fn day_in(date: Date, this_year: i16) -> String {
    if date.year() == this_year { day_and_month(date) } else { day(date) }
}

fn day_and_month(date: Date) -> String {
    let month = usize::try_from(date.month()).unwrap_or(1);
    format!("{} {}", date.day(), MONTHS[(month + 11) % 12])
}

/// An hour of the day: `11 pm`, `midnight`.
pub(crate) fn clock_hour(hour: u8) -> String {
    match hour {
        0 => "midnight".to_owned(),
        12 => "noon".to_owned(),
        hour if hour < 12 => format!("{hour} am"),
        hour => format!("{} pm", hour - 12),
    }
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

/// A length of time in short: `45 s`, `4 min`, `4 min 30 s`.
pub(crate) fn length(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}

/// A length of time as it is read aloud, to the nearest second: `2 minutes 50 seconds`.
pub(crate) fn spelled(time: Duration) -> String {
    let unit = |count: u64, one: &str| match count {
        1 => format!("1 {one}"),
        more => format!("{more} {one}s"),
    };
    let seconds = (time + Duration::from_millis(500)).as_secs();
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    match (minutes, seconds) {
        (0, seconds) => unit(seconds, "second"),
        (minutes, 0) => unit(minutes, "minute"),
        (minutes, seconds) => format!("{} {}", unit(minutes, "minute"), unit(seconds, "second")),
    }
}

/// Several sentences after one another; an empty one is none.
pub(crate) fn sentences(said: &[&str]) -> String {
    let said: Vec<&str> = said.iter().copied().filter(|one| !one.is_empty()).collect();
    said.join(" ")
}

/// A word with its first letter in upper case.
pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
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
