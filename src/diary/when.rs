//! Reads when something was: `03:10`, `yesterday 23:40`, `20 minutes ago`, a date and time.

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan, Zoned};

use super::stamp::Night;

/// How long ago an entry may be; more is a slip in the year.
const MOST_YEARS: i64 = 100;

/// Why a time cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenError {
    /// It is in none of the forms.
    NotUnderstood(String),
    /// It has not come yet.
    Future(String),
    /// The night is not over.
    NotOver(Night),
    /// It is longer ago than anybody's diary goes back.
    LongAgo(String),
    /// The clocks went forward over it.
    Skipped(DateTime),
}

impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::NotUnderstood(text) => format!(
                "`{text}` is not a time: write 03:10, yesterday 23:40, 20 minutes ago or 2026-03-05 03:10"
            ),
            Self::Future(text) => format!("`{text}` has not come yet; give a time that is past"),
            Self::NotOver(night) => {
                format!("the night of {night} is not over: say in the morning how it was")
            }
            Self::LongAgo(text) => {
                format!("`{text}` is over {MOST_YEARS} years ago: look at the year")
            }
            Self::Skipped(local) => format!(
                "there was no {:02}:{:02} on {}: the clocks went forward; give the time \
         before or after",
                local.hour(),
                local.minute(),
                local.date()
            ),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for WhenError {}

/// The moment that a text means, said at `now` and in its time zone.
///
/// A time without a date is the latest one past. A time that the clocks showed twice is the later
/// one that is past.
pub fn parse(text: &str, now: &Zoned) -> Result<Zoned, WhenError> {
    let words = text.trim().to_ascii_lowercase();
    let unknown = || WhenError::NotUnderstood(text.trim().to_owned());
    let when = if words == "now" {
        now.clone()
    } else if words.ends_with("ago") {
        ago(&words, now).ok_or_else(unknown)?
    } else if let Some(time) = time(&words) {
        latest(time, now)?
    } else if let Some((day, rest)) = words.split_once([' ', ',']) {
        match (day_word(day, now), time(rest.trim())) {
            (Some(date), Some(time)) => past(date.to_datetime(time), now)?,
            _ => full(text.trim(), now)?,
        }
    } else {
        full(text.trim(), now)?
    };
    let when = when.with_time_zone(now.time_zone().clone());
    if when > *now {
        return Err(WhenError::Future(text.trim().to_owned()));
    }
    let years = now.checked_sub(MOST_YEARS.years());
    if years.is_ok_and(|oldest| when < oldest) {
        return Err(WhenError::LongAgo(text.trim().to_owned()));
    }
    Ok(when)
}

/// The night that a text means: a day is the night that begins on it; a moment is its night.
pub fn parse_night(text: &str, now: &Zoned) -> Result<Night, WhenError> {
    let words = text.trim().to_ascii_lowercase();
    let night = match words.as_str() {
        "last night" => last_night(now),
        "tonight" => Night::of(now.datetime()),
        _ => match day_word(&words, now).or_else(|| day(&words)) {
            Some(date) => Night(date),
            None => Night::of(parse(text, now)?.datetime()),
        },
    };
    if night > last_night(now) {
        return Err(WhenError::NotOver(night));
    }
    Ok(night)
}

/// A date and nothing else: whoever adds a time means the night which that belongs to.
fn day(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

/// The night that is over or about to be: before noon the running one, after noon the one before.
pub fn last_night(now: &Zoned) -> Night {
    Night::last(now.datetime())
}

fn day_word(word: &str, now: &Zoned) -> Option<Date> {
    match word {
        "today" => Some(now.date()),
        "yesterday" => now.date().yesterday().ok(),
        _ => None,
    }
}

/// The latest moment past at which the clock showed this time.
fn latest(time: Time, now: &Zoned) -> Result<Zoned, WhenError> {
    let today = now.date().to_datetime(time);
    match past(today, now) {
        Ok(when) if when <= *now => Ok(when),
        // Without a date nobody means a time that never was; the day before has it.
        Ok(_) => past(yesterday(today), now),
        Err(_) if today > now.datetime() => past(yesterday(today), now),
        Err(why) => Err(why),
    }
}

fn yesterday(local: DateTime) -> DateTime {
    local.saturating_sub(1.day())
}

/// A local time as a moment: of two, the later one that is past.
fn past(local: DateTime, now: &Zoned) -> Result<Zoned, WhenError> {
    let zone: &TimeZone = now.time_zone();
    let found = zone.to_ambiguous_zoned(local);
    if matches!(found.offset(), jiff::tz::AmbiguousOffset::Gap { .. }) {
        return Err(WhenError::Skipped(local));
    }
    let far = |_| WhenError::NotUnderstood(local.to_string());
    let later = found.clone().later().map_err(far)?;
    if later <= *now {
        return Ok(later);
    }
    found.earlier().map_err(far)
}

/// A date and a time, with or without an offset.
fn full(text: &str, now: &Zoned) -> Result<Zoned, WhenError> {
    let unknown = || WhenError::NotUnderstood(text.to_owned());
    let text = text.replace(", ", " ");
    let (date, rest) = text.split_once([' ', 'T', 't']).ok_or_else(unknown)?;
    let date: Date = date.parse().map_err(|_| unknown())?;
    if let Some(time) = time(&rest.trim().to_ascii_lowercase()) {
        return past(date.to_datetime(time), now);
    }
    let pieces = Pieces::parse(&text).map_err(|_| unknown())?;
    let offset = pieces.to_numeric_offset().ok_or_else(unknown)?;
    let local = pieces.date().to_datetime(pieces.time().ok_or_else(unknown)?);
    let instant = offset.to_timestamp(local).map_err(|_| unknown())?;
    Ok(instant.to_zoned(now.time_zone().clone()))
}

/// `3:10`, `03:10`, `03:10:30`, `3:10 pm`, `3 pm`.
fn time(text: &str) -> Option<Time> {
    // The library would take `3:1` too.
    let has_two = |part: &str| part.len() > 1 && part.as_bytes()[1].is_ascii_digit();
    let forms = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p", "%I %p"];
    let time = forms.iter().find_map(|form| Time::strptime(form, text).ok());
    time.filter(|_| text.split(':').skip(1).all(has_two))
}

/// `20 minutes ago`, `an hour ago`, `1h30m ago`: as people say it, put into the library's form.
fn ago(text: &str, now: &Zoned) -> Option<Zoned> {
    let said = text.trim().trim_end_matches("ago");
    let words = said.split_whitespace().filter(|word| *word != "and");
    let words = words.map(|word| match word {
        "a" | "an" | "one" => "1",
        other => other,
    });
    let said = match words.collect::<Vec<_>>().join(" ").as_str() {
        "half 1 hour" => "30 minutes".to_owned(),
        other => other.to_owned(),
    };
    // A sign before it would turn it around.
    let is_plain = said.starts_with(|c: char| c.is_ascii_digit());
    let span: Span = is_plain.then(|| said.parse().ok()).flatten()?;
    now.checked_sub(span).ok()
}

#[cfg(test)]
mod tests;
