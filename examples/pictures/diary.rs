//! A made-up diary of ten weeks: two without stretching, then eight with.

use std::time::Duration;

use anyhow::Context as _;
use uncramp::diary::Diary;
use uncramp::diary::chart::{Chart, Charts};
use uncramp::diary::entry::{Cramp, Entry, EntryId, Lasted, Record, Scale, Stretched};
use uncramp::diary::note_text::NoteText;
use uncramp::diary::stamp::Stamp;

/// Nights of the made-up diary.
const NIGHTS: u64 = 70;

/// The charts of it, opened at the weeks.
pub fn charts() -> anyhow::Result<Charts> {
    let last = Stamp::parse("2026-03-29T03:10:00+00:00").ok().context("a date")?;
    let mut entries = Vec::new();
    for night in 0..NIGHTS {
        let ago = Duration::from_secs((NIGHTS - night) * 24 * 3600);
        let began = last.earlier(ago);
        let stretched = night >= 14 && night % 6 != 0;
        // Fewer as the weeks go by: every night, then every second, every third.
        if night % (1 + night / 16) == 0 {
            let mut cramp = Cramp::at(began.clone());
            cramp.lasted = Lasted::from_seconds(90 + u32::try_from(night % 7)? * 20);
            cramp.pain = Scale::new(8 - u8::try_from(night / 20)?);
            cramp.muscle = NoteText::cut("calf");
            entries.push(Record::Cramp(Box::new(cramp)));
        }
        if stretched {
            entries.push(Record::Stretched(Stretched {
                began: began.earlier(Duration::from_secs(5 * 3600)),
                routine: NoteText::cut("bedtime").context("a word")?,
                completed: 12,
                skipped: 0,
                planned: 12,
                left: Duration::from_secs(60),
                right: Duration::from_secs(60),
            }));
        }
    }
    let entries = (1..).zip(entries).map(|(id, record)| Entry { id: EntryId(id), record });
    let mut charts = Charts::of(&Diary::new(entries.collect()), last.night());
    while charts.chart != Chart::Weeks {
        charts.next();
    }
    Ok(charts)
}
