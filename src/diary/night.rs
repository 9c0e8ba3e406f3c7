//! A night, and runs of nights.

use std::fmt;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::Serialize;

use crate::text::messages::dates;

/// The hour from which a night counts as over: some get up that early.
const MORNING: i8 = 4;

/// The hours of the day that are no night, as on a clock.
pub(crate) const DAYTIME: Range<i8> = 7..21;

/// The night that something belongs to, named by the day on which it begins.
///
/// A night runs from noon to noon, so a nap and the small hours after it are one night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Night(pub Date);

impl Night {
    /// The night of this local time.
    pub fn of(local: DateTime) -> Self {
        Self(local.saturating_sub(12.hours()).date())
    }

    /// The last night at this local time. Of the running one nothing can be said before the morning.
    pub fn last(local: DateTime) -> Self {
        let ago = if local.hour() < MORNING { 2 } else { 1 };
        Self(local.date()).plus(-ago)
    }

    /// The night this many nights later, or earlier when negative; it stays within the calendar.
    #[must_use]
    pub fn plus(self, nights: i32) -> Self {
        Self(self.0.saturating_add(nights.days()))
    }

    /// The day on which it begins: `4 Mar 2026`.
    pub fn full_date(self) -> String {
        dates::full(self.0)
    }

    /// Its evening and its morning: `28 to 29 Nov`, with the year where that is not this one.
    pub(crate) fn days(self, this_year: Option<i16>) -> String {
        let (evening, morning) = (self.0, self.plus(1).0);
        let from = if evening.month() == morning.month() {
            evening.day().to_string()
        } else {
            dates::in_year(evening, Some(morning.year()))
        };
        format!("{from} to {}", dates::in_year(morning, this_year))
    }

    /// How many nights from this one to another; negative when the other is earlier.
    pub fn until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }
}

impl fmt::Display for Night {
    /// The day on which it begins: `2026-03-04`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A run of nights, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub first: Night,
    /// The last night; before the first, the run is empty.
    pub last: Night,
}

impl Run {
    /// This many nights from this one on.
    pub fn starting(first: Night, nights: i32) -> Self {
        Self { first, last: first.plus(nights - 1) }
    }

    /// This many nights up to this one.
    pub fn ending(last: Night, nights: i32) -> Self {
        Self { first: last.plus(1 - nights), last }
    }

    pub fn nights(self) -> u32 {
        u32::try_from(self.first.until(self.last) + 1).unwrap_or(0)
    }

    pub fn contains(self, night: Night) -> bool {
        self.first <= night && night <= self.last
    }

    /// The part of it that ends with this night at the latest.
    #[must_use]
    pub fn up_to(self, last: Night) -> Self {
        Self { last: self.last.min(last), ..self }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn nights_are_counted_over_the_end_of_a_month() {
        let night = Night(date(2026, 2, 27));
        assert_eq!(night.plus(2), Night(date(2026, 3, 1)));
        assert_eq!(night.until(night.plus(400)), 400);
        assert_eq!(night.until(night.plus(-3)), -3);
        assert_eq!(Night(Date::MAX).plus(5), Night(Date::MAX));
    }

    #[test]
    fn a_night_is_named_by_both_its_days() {
        let days = |year, month, day, this_year| Night(date(year, month, day)).days(this_year);
        assert_eq!(days(2026, 11, 19, Some(2026)), "19 to 20 Nov");
        assert_eq!(days(2026, 11, 30, Some(2026)), "30 Nov to 1 Dec");
        assert_eq!(days(2025, 11, 19, Some(2026)), "19 to 20 Nov 2025");
        assert_eq!(days(2026, 12, 31, Some(2026)), "31 Dec 2026 to 1 Jan 2027");
    }
}
