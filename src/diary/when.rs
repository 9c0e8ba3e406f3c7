//! Reads when something was: `03:10`, `yesterday 23:40`, `20 minutes ago`, a date and time.

use anyhow::{Context, Result, anyhow, bail, ensure};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::AmbiguousOffset;
use jiff::{Span, ToSpan, Zoned};

use super::night::Night;
use super::stamp::Stamp;

/// How long ago an entry may be; anything older is a typing mistake in the year.
const MOST_YEARS: i64 = 100;

/// The moment that a text means when it is typed at `now`, or why it means none.
///
/// A time without a date is the latest one in the past. When the clock showed a time twice, the
/// later one that is past is meant.
pub(crate) fn parse(text: &str, now: &Zoned) -> Result<Zoned> {
    let text = text.trim();
    let words = text.to_ascii_lowercase();
    let unknown = || {
        anyhow!(
            "`{text}` is not a time: write 03:10, yesterday 23:40, 20 minutes ago or \
             2026-03-05 03:10"
        )
    };
    if let Some(why) = two_ways(text) {
        bail!(why);
    }
    let when = if words == "now" {
        now.clone()
    } else if words.ends_with("ago") {
        ago(&words, now).ok_or_else(unknown)?
    } else if let Some(time) = time(&words) {
        latest(time, now)?
    } else if day_or_word(&words, now).is_some() {
        bail!("`{text}` is a day: write the time too, as in {text} 03:10");
    } else if let Ok(stamp) = Stamp::parse(text) {
        stamp.instant().to_zoned(now.time_zone().clone())
    } else {
        let mut between = words.match_indices([' ', ',', 't']);
        let local = between.find_map(|(at, _)| {
            let day = day_or_word(words[..at].trim_end_matches(','), now)?;
            Some(day.to_datetime(time(words[at + 1..].trim())?))
        });
        past(local.ok_or_else(unknown)?, now)?
    };
    ensure!(when <= *now, "`{text}` has not come yet; give a time that is past");
    if now.checked_sub(MOST_YEARS.years()).is_ok_and(|oldest| when < oldest) {
        bail!("`{text}` is over {MOST_YEARS} years ago: look at the year");
    }
    Ok(when)
}

/// The night that a text means. A day means the night that begins on it.
pub(crate) fn parse_night(text: &str, now: &Zoned) -> Result<Night> {
    let words = text.trim().to_ascii_lowercase();
    let last = Night::last(now.datetime());
    let night = match words.as_str() {
        "last night" => last,
        "tonight" => Night::of(now.datetime()),
        // A date with a time means the night around that time, not the one that begins on that day.
        _ => match day_or_word(&words, now) {
            Some(date) => Night(date),
            None => Night::of(parse(text, now)?.datetime()),
        },
    };
    let days = night.days(None);
    ensure!(night <= last, "the night of {days} is not over: say in the morning how it was");
    Ok(night)
}

fn day_or_word(word: &str, now: &Zoned) -> Option<Date> {
    match word {
        "today" => Some(now.date()),
        "yesterday" => now.date().yesterday().ok(),
        // A day without a year, as the program itself prints it, is the latest one past.
        _ => day(word).or_else(|| {
            let of_year = |year| day(&format!("{word} {year}")).filter(|day| *day <= now.date());
            [now.year(), now.year() - 1].into_iter().find_map(of_year)
        }),
    }
}

/// The latest moment in the past at which the clock showed this time.
fn latest(time: Time, now: &Zoned) -> Result<Zoned> {
    let today = now.date().to_datetime(time);
    match past(today, now) {
        Ok(when) if when <= *now => Ok(when),
        Err(why) if today <= now.datetime() => Err(why),
        // The clock skipped this time today, or has not reached it: yesterday is meant.
        _ => past(today.saturating_sub(1.day()), now),
    }
}

/// The moment of a local time. Of two such moments, it is the later one that is past.
fn past(local: DateTime, now: &Zoned) -> Result<Zoned> {
    let found = now.time_zone().to_ambiguous_zoned(local);
    if matches!(found.offset(), AmbiguousOffset::Gap { .. }) {
        bail!(
            "there was no {:02}:{:02} on {}: the clocks went forward; give the time before or \
             after",
            local.hour(),
            local.minute(),
            local.date(),
        );
    }
    let not_shown = || format!("`{local}` is not a time that the clock can show");
    let later = found.clone().later().with_context(not_shown)?;
    if later <= *now { Ok(later) } else { found.earlier().with_context(not_shown) }
}

/// `20 minutes ago`, `an hour ago`, `1h30m ago`. jiff reads the numbers and units; the words `an`
/// and `half` are replaced before.
fn ago(text: &str, now: &Zoned) -> Option<Zoned> {
    let text = text.trim().trim_end_matches("ago");
    let words = text.split_whitespace().filter(|word| *word != "and");
    let words = words.map(|word| match word {
        "a" | "an" | "one" => "1",
        other => other,
    });
    let span_text = words.collect::<Vec<_>>().join(" ").replace("half 1 hour", "30 minutes");
    // With a minus sign it would be in the future.
    let is_plain = span_text.starts_with(|c: char| c.is_ascii_digit());
    let span: Span = is_plain.then(|| span_text.parse().ok()).flatten()?;
    now.checked_sub(span).ok()
}

/// A date as people write it: `2026-03-05`, with points and the day first as in `5.3.2026`, or
/// `5 Mar 2026` as it is printed.
pub(super) fn day(text: &str) -> Option<Date> {
    ["%Y-%m-%d", "%Y/%m/%d", "%d.%m.%y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y"]
        .iter()
        .find_map(|form| Date::strptime(form, text).ok())
}

/// A time of day in small letters: `3:10`, `03.10`, `03h10`, `03:10:30`, `3:10 pm`, `3 pm`, `noon`.
pub(crate) fn time(text: &str) -> Option<Time> {
    // jiff would also accept `3:1`.
    let has_two = |part: &str| part.len() > 1 && part.as_bytes()[1].is_ascii_digit();
    let forms =
        ["%H:%M", "%H.%M", "%Hh%M", "%H:%M:%S", "%I:%M %p", "%I.%M %p", "%I:%M:%S %p", "%I %p"];
    let text = match text {
        "midnight" => "00:00",
        "noon" => "12:00",
        other => other,
    };
    let time = forms.iter().find_map(|form| Time::strptime(form, text).ok());
    time.filter(|_| text.split([':', '.', 'h']).skip(1).all(has_two))
}

/// What to write in place of a date with slashes, because its day and month cannot be told apart.
pub(super) fn two_ways(text: &str) -> Option<String> {
    let is_date = |part: &&str| {
        let begins_with_year = part.find('/') == Some(4);
        let is_numbers = part.chars().all(|c| c == '/' || c.is_ascii_digit());
        part.matches('/').count() == 2 && is_numbers && !begins_with_year
    };
    let date = text.split(['T', ' ', ',']).find(is_date)?;
    Some(format!(
        "`{date}` can be read in two ways: write the day first with points, such as 10.11.2026, \
         or the year first, such as 2026-11-10"
    ))
}

#[cfg(test)]
mod tests;
