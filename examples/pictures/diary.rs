//! A made-up diary of ten weeks: two without stretching, then eight with.

use std::time::Duration;

use anyhow::Context as _;
use uncramp::diary::Diary;
use uncramp::diary::entry::{Cramp, Entry, EntryId, Lasted, Quiet, Record, Scale, Stretched};
use uncramp::diary::note_text::NoteText;
use uncramp::diary::stamp::Stamp;
use uncramp::diary::statistics::Statistics;

/// Nights of the made-up diary.
const NIGHTS: u64 = 70;

/// The cramps: how many nights ago, how many minutes after nine in the evening, pain, seconds,
/// muscle.
const CRAMPS: [(u64, u64, u8, u32, &str); 26] = [
    (68, 370, 8, 240, "calf"),
    (67, 300, 7, 200, "calf"),
    (65, 410, 8, 260, "foot"),
    (63, 350, 7, 180, "calf"),
    (61, 480, 6, 220, "calf"),
    (60, 390, 8, 300, "calf"),
    (57, 330, 7, 190, "foot"),
    (55, 440, 6, 170, "calf"),
    (52, 375, 7, 210, "calf"),
    (50, 260, 6, 160, "hamstring"),
    (46, 400, 7, 200, "calf"),
    (44, 360, 6, 150, "calf"),
    (41, 420, 5, 160, "foot"),
    (37, 380, 6, 140, "calf"),
    (33, 310, 5, 170, "calf"),
    (31, 450, 6, 150, "calf"),
    (27, 395, 5, 130, "foot"),
    (24, 340, 4, 120, "calf"),
    (22, 150, 5, 150, "calf"),
    (18, 405, 4, 110, "calf"),
    (15, 500, 5, 120, "hamstring"),
    (11, 385, 4, 100, "calf"),
    (11, 465, 3, 90, "foot"),
    (8, 415, 4, 110, "calf"),
    (4, 355, 3, 90, "calf"),
    (2, 430, 3, 80, "calf"),
];

/// What its charts show.
pub fn statistics() -> anyhow::Result<Statistics> {
    let evening = "2026-03-28T21:00:00+00:00[UTC]".parse().context("a date")?;
    let before = |minutes: u64| Stamp::before(&evening, Duration::from_secs(minutes * 60));
    let night = |ago: u64| before(ago * 24 * 60);
    let mut records = Vec::new();
    for (ago, minutes, pain, seconds, muscle) in CRAMPS {
        let mut cramp = Cramp::at(before(ago * 24 * 60 - minutes));
        cramp.lasted = Lasted::from_seconds(seconds);
        cramp.pain = Scale::new(pain);
        cramp.muscle = NoteText::cut(muscle);
        records.push(Record::Cramp(Box::new(cramp)));
    }
    for ago in 0..NIGHTS {
        if ago < 56 && ago % 7 != 3 && ago > 0 {
            records.push(Record::Stretched(Stretched {
                began: night(ago),
                routine: NoteText::cut("bedtime").context("a word")?,
                completed: 12,
                skipped: 0,
                planned: 12,
                left_ms: 60 * 1000,
                right_ms: 60 * 1000,
            }));
        }
        if ago % 9 != 5 && ago > 0 && CRAMPS.iter().all(|cramp| cramp.0 != ago) {
            records.push(Record::Quiet(Quiet { night: night(ago).night(), logged: night(ago) }));
        }
    }
    let entries = (1..).zip(records).map(|(id, record)| Entry { id: EntryId(id), record });
    Ok(Statistics::of(&Diary::new(entries.collect()), before(0).night()))
}
