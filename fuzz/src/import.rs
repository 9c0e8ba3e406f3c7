//! A diary to import of any content: refused with reasons, or taken and handed
//! out again without loss.

use jiff::tz::TimeZone;
use uncramp::diary::entry::{Entry, EntryId, ImportedEntry};
use uncramp::diary::statistics::Statistics;
use uncramp::diary::{Diary, report, transfer};

use super::printed::is_safe;

/// Reads it as `uncramp diary import` does, and works with what it says.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let read = match transfer::read(text, &TimeZone::UTC) {
        Ok(read) => read,
        Err(reasons) => return assert!(!reasons.is_empty()),
    };
    let numbered = |(n, entry): (i64, ImportedEntry)| Entry {
        id: entry.id.unwrap_or(EntryId(n)),
        record: entry.record,
    };
    let entries: Vec<Entry> = (1..).zip(read).map(numbered).collect();
    let again = |entry: &Entry| ImportedEntry { id: Some(entry.id), record: entry.record.clone() };
    let expected: Vec<ImportedEntry> = entries.iter().map(again).collect();
    let json = transfer::to_json(&entries).expect("a diary is JSON");
    assert_eq!(transfer::read(&json, &TimeZone::UTC).as_ref(), Ok(&expected), "by JSON");
    let csv = transfer::to_csv(&entries).expect("a table");
    let csv = String::from_utf8(csv).expect("text");
    assert_eq!(transfer::read(&csv, &TimeZone::UTC).as_ref(), Ok(&expected), "by CSV: {csv}");
    is_safe(&transfer::to_markdown(&entries));
    let Some(now) = entries.first().map(|entry| entry.record.at().clone()) else {
        return;
    };
    let diary = Diary::new(entries);
    let _ = Statistics::of(&diary, now.night());
    let report = report::CrampReport::of(&diary, &now, 42);
    for line in report::page(&report, false) {
        is_safe(&line);
    }
    for line in report::page(&report, true) {
        is_safe(&line);
    }
}
