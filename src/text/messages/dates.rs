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

/// Short in this year, full in any other; always full where no year is given.
pub(crate) fn in_year(date: Date, this_year: Option<i16>) -> String {
    if Some(date.year()) == this_year { short(date) } else { full(date) }
}
