//! Dates, as people write them.

use jiff::civil::Date;

/// `28 Nov 2026`
pub(crate) fn full(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// `28 Nov`
pub(crate) fn short(date: Date) -> String {
    date.strftime("%-d %b").to_string()
}

/// Short in this year, full in any other.
pub(crate) fn in_year(date: Date, this_year: i16) -> String {
    if date.year() == this_year { short(date) } else { full(date) }
}
