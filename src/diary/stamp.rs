//! When something happened: the instant, and the local time of the place.

use std::fmt;
use std::time::Duration;

use anyhow::{Result, anyhow};

use jiff::civil::DateTime;
use jiff::fmt::temporal::{DateTimePrinter, Pieces};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::night::Night;
use super::when::{self, day, time, two_ways};
use crate::text::messages::dates;

/// An instant to the second, with the offset and the name of the time zone it was logged in.
///
/// The offset is kept with the entry, so that 03:10 stays 03:10 when the computer moves to another
/// zone or the rules of the zone change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    instant: Timestamp,
    offset: Offset,
    zone: Option<String>,
}

impl Stamp {
    /// This moment, cut to the second.
    pub fn of(moment: &Zoned) -> Self {
        Self {
            instant: whole(moment.timestamp()),
            offset: to_minute(moment.offset()),
            zone: moment.time_zone().iana_name().and_then(named),
        }
    }

    /// From seconds since 1970, the offset in seconds, and the name of the zone where it is known.
    ///
    /// `None` when a number is out of range.
    pub fn from_numbers(seconds: i64, offset: i32, zone: Option<&str>) -> Option<Self> {
        let instant = Timestamp::from_second(seconds).ok()?;
        let offset = to_minute(Offset::from_seconds(offset).ok()?);
        Some(Self { instant, offset, zone: zone.and_then(named) })
    }

    /// Reads what [`fmt::Display`] writes: `2026-03-05T03:10:00+01:00[Europe/Berlin]`.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || anyhow!("`{text}` is not a date with a time, such as 2026-03-05 03:10");
        let pieces = Pieces::parse(text.trim())
            .map_err(|_| two_ways(text).map_or_else(wrong, anyhow::Error::msg))?;
        let offset = pieces.to_numeric_offset().ok_or_else(wrong)?;
        let local = DateTime::from_parts(pieces.date(), pieces.time().ok_or_else(wrong)?);
        let instant = offset.to_timestamp(local).map_err(|_| wrong())?;
        let zone = text
            .split_once('[')
            .and_then(|(_, rest)| rest.split_once(']'))
            .and_then(|(zone, _)| named(zone));
        Ok(Self { instant: whole(instant), offset: to_minute(offset), zone })
    }

    /// Reads a date and time without an offset as the clocks of a zone show it.
    pub(crate) fn parse_local(text: &str, zone: &TimeZone) -> Option<Self> {
        let text = text.trim();
        let mut between = text.match_indices(['T', ' ']);
        let local = between.find_map(|(at, _)| {
            Some(day(&text[..at])?.to_datetime(time(&text[at + 1..].to_lowercase())?))
        });
        Some(Self::of(&zone.to_ambiguous_zoned(local?).compatible().ok()?))
    }

    /// The instant.
    pub fn instant(&self) -> Timestamp {
        self.instant
    }

    /// Seconds since 1970.
    pub fn seconds(&self) -> i64 {
        self.instant.as_second()
    }

    /// How far local time was ahead of UTC, in seconds.
    pub fn offset_seconds(&self) -> i32 {
        self.offset.seconds()
    }

    /// The name of the time zone, where it is known.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// What the clock on the wall showed.
    pub fn local(&self) -> DateTime {
        self.offset.to_datetime(self.instant)
    }

    /// The night it belongs to.
    pub fn night(&self) -> Night {
        Night::of(self.local())
    }

    /// The moment this long before another one, cut to the second.
    pub fn before(moment: &Zoned, ago: Duration) -> Self {
        Self::of(&moment.checked_sub(ago).unwrap_or_else(|_| moment.clone()))
    }

    /// What a person has typed in its place, by the clocks of the place where it was logged.
    pub(crate) fn corrected(&self, typed: &str, now: &Zoned) -> Result<Self> {
        let named = self.zone().and_then(|zone| TimeZone::get(zone).ok());
        let mut zones = named.into_iter().chain([now.time_zone().clone()]);
        let zone = zones.find(|zone| zone.to_offset(self.instant) == self.offset);
        let zone = zone.unwrap_or_else(|| self.offset.to_time_zone());
        Ok(Self::of(&when::parse(typed, &now.with_time_zone(zone))?))
    }

    /// The time of day: `03:10`.
    pub fn time(&self) -> String {
        self.local().strftime("%H:%M").to_string()
    }

    /// `5 Mar 2026 03:10`, without the year where that is this one.
    pub fn date_and_time(&self, this_year: Option<i16>) -> String {
        format!("{} {}", dates::in_year(self.local().date(), this_year), self.time())
    }
}

impl Default for Stamp {
    /// The beginning of 1970, for places where any moment will do.
    fn default() -> Self {
        Self { instant: Timestamp::UNIX_EPOCH, offset: Offset::UTC, zone: None }
    }
}

impl fmt::Display for Stamp {
    /// RFC 3339, followed by the zone where it is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let printer = DateTimePrinter::new();
        f.write_str(&printer.timestamp_with_offset_to_string(&self.instant, self.offset))?;
        match &self.zone {
            Some(zone) => write!(f, "[{zone}]"),
            None => Ok(()),
        }
    }
}

/// The name of a zone, where it can stand between brackets.
fn named(zone: &str) -> Option<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    (!zone.is_empty() && zone.len() <= 64 && zone.chars().all(fits)).then(|| zone.to_owned())
}

/// The offset in whole minutes, as RFC 3339 writes it. Only very old offsets had seconds.
fn to_minute(offset: Offset) -> Offset {
    Offset::from_seconds(offset.seconds() / 60 * 60).unwrap_or(offset)
}

fn whole(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn stamp(text: &str) -> Stamp {
        Stamp::parse(text).unwrap()
    }

    #[test]
    fn a_stamp_is_written_and_read_back_with_its_zone() {
        for text in [
            "2026-03-05T03:10:00+01:00[Europe/Berlin]",
            "2026-03-05T03:10:00-09:30",
            "2026-03-05T03:10:59+00:00[Etc/UTC]",
        ] {
            assert_eq!(stamp(text).to_string(), text);
        }
        // Only whole minutes of an offset are ever written.
        let odd = stamp("2026-01-01T00:00:00+00:00:02");
        assert_eq!(stamp(&odd.to_string()), odd);
        assert!(Stamp::parse("2026-03-05 03:10").is_err());
        assert!(Stamp::parse("").is_err());
    }

    #[test]
    fn numbers_give_the_same_stamp() {
        let one = stamp("2026-03-05T03:10:00+01:00[Europe/Berlin]");
        let again = Stamp::from_numbers(one.seconds(), one.offset_seconds(), one.zone());
        assert_eq!(again, Some(one));
        assert_eq!(Stamp::from_numbers(i64::MAX, 0, None), None);
        assert_eq!(Stamp::from_numbers(0, i32::MAX, None), None);
    }

    #[test]
    fn a_night_runs_from_noon_to_noon() {
        let night = |text: &str| stamp(text).night().0;
        assert_eq!(night("2026-03-04T12:00:00+01:00"), date(2026, 3, 4));
        assert_eq!(night("2026-03-05T03:10:00+01:00"), date(2026, 3, 4));
        assert_eq!(night("2026-03-05T11:59:59+01:00"), date(2026, 3, 4));
        assert_eq!(night("2026-03-05T12:00:00+01:00"), date(2026, 3, 5));
    }

    #[test]
    fn the_night_is_that_of_the_place_where_it_was_noted() {
        let berlin = stamp("2026-03-05T03:10:00+01:00[Europe/Berlin]");
        let honolulu = stamp("2026-03-04T16:10:00-10:00[Pacific/Honolulu]");
        assert_eq!(berlin.instant(), honolulu.instant());
        assert_eq!(berlin.date_and_time(None), "5 Mar 2026 03:10");
        assert_eq!(berlin.date_and_time(Some(2026)), "5 Mar 03:10");
        assert_eq!(honolulu.date_and_time(None), "4 Mar 2026 16:10");
    }
}
