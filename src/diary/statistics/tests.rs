use super::*;
use crate::diary::entry::{Cramp, Entry, EntryId, Lasted, Quiet, Record, Scale, Stretched, Trial};
use crate::diary::note_text::NoteText;
use crate::diary::stamp::Stamp;

fn at(text: &str) -> Stamp {
    Stamp::parse(text).unwrap()
}

fn night(day: &str) -> Night {
    Night(day.parse().unwrap())
}

fn cramp(when: &str, pain: u8, seconds: u32) -> Record {
    Record::Cramp(Box::new(Cramp {
        pain: Scale::new(pain),
        lasted: Lasted::from_seconds(seconds),
        ..Cramp::at(at(when))
    }))
}

fn quiet(day: Night) -> Record {
    Record::Quiet(Quiet { logged: at("2026-04-01T09:00:00+02:00"), night: day })
}

fn session(when: &str) -> Record {
    Record::Stretched(Stretched {
        began: at(when),
        routine: NoteText::cut("bedtime").unwrap(),
        completed: 12,
        skipped: 0,
        planned: 12,
        left_ms: 60 * 1000,
        right_ms: 60 * 1000,
    })
}

fn diary(records: Vec<Record>) -> Diary {
    let entry = |(id, record)| Entry { id: EntryId(id), record };
    Diary::new((1..).zip(records).map(entry).collect())
}

#[test]
fn a_night_is_marked_by_what_was_said_and_holds_its_entries() {
    let diary = diary(vec![
        cramp("2026-03-04T03:10:00+01:00", 6, 180),
        cramp("2026-03-03T23:40:00+01:00", 8, 60),
        quiet(night("2026-03-04")),
        session("2026-03-05T21:00:00+01:00"),
    ]);
    let nights = diary.every(Run::ending(night("2026-03-06"), 4));
    let marks: Vec<_> = nights.iter().map(|night| night.known).collect();
    assert_eq!(marks, [Some(2), Some(0), None, None]);
    let stretched: Vec<_> = nights.iter().map(|night| night.stretched).collect();
    assert_eq!(stretched, [false, false, true, false]);
    let times: Vec<_> = (nights[0].entries.iter()).map(|entry| entry.record.at().time()).collect();
    assert_eq!(times, ["23:40", "03:10"]);
}

#[test]
fn the_values_say_what_was_before_and_nothing_where_too_little_is_known() {
    let tonight = night("2026-03-31");
    let mut records = Vec::new();
    for back in 0..84 {
        let day = tonight.plus(-back);
        // Twice as many before; the pain fell from 7 to 4.
        let every = if back < 42 { 4 } else { 2 };
        if back % every == 0 {
            let pain = if back < 42 { 4 } else { 7 };
            records.push(cramp(&format!("{day}T23:30:00+01:00"), pain, 120));
        } else {
            records.push(quiet(day));
        }
    }
    let statistics = Statistics::of(&diary(records), tonight);
    let KeyValues { cramps, pain, .. } = &statistics.values;
    let rounded = |value: Option<f64>| value.map(|value| (value * 10.0).round() / 10.0);
    assert_eq!((rounded(cramps.now), rounded(cramps.before)), (Some(1.8), Some(3.5)));
    assert_eq!((pain.now, pain.before), (Some(4.0), Some(7.0)));
    assert_eq!(statistics.values.minutes.now, Some(2.0));
    assert_eq!(statistics.values.stretched_of, 42);
    assert_eq!(cramps.weekly.len(), statistics.weeks.len());
    let few = Statistics::of(&diary(vec![cramp("2026-03-30T23:30:00+02:00", 4, 60)]), tonight);
    assert_eq!(few.values.cramps.now, None, "one known night of 42");
    assert_eq!(few.values.stretched.before, None);
    assert_eq!(few.values.stretched_of, 1);
}

#[test]
fn in_a_trial_the_nights_of_stretching_are_compared_with_those_before() {
    let first = night("2026-03-02");
    let trial = Record::Trial(Trial { began: at("2026-03-02T20:00:00+01:00"), stopped: None });
    let cramps = (0..14).map(|day| cramp(&format!("{}T23:30:00+01:00", first.plus(day)), 5, 60));
    let quiet = (14..56).map(|day| quiet(first.plus(day)));
    let diary = diary([trial].into_iter().chain(cramps).chain(quiet).collect());
    let statistics = |day| Statistics::of(&diary, night(day));
    let progress = |day| statistics(day).trial_night;
    assert_eq!(progress("2026-03-02"), Some(1));
    assert_eq!(progress("2026-04-01"), Some(31));
    assert_eq!(progress("2026-04-27"), None);
    let values = statistics("2026-04-01").values;
    assert_eq!((values.cramps.before, values.cramps.now), (Some(7.0), Some(0.0)));
    assert_eq!(values.stretched_of, 17);
    // The nights of a trial are counted for as long again, and no longer.
    let counted = |day| statistics(day).values.stretched_of;
    assert_eq!((counted("2026-06-07"), counted("2026-06-08")), (42, 0));
}

#[test]
fn an_empty_diary_has_one_week_of_nights_without_a_word() {
    let statistics = Statistics::of(&Diary::default(), night("2026-03-04"));
    assert_eq!(statistics.nights.len(), 3, "Monday to Wednesday");
    assert!(statistics.nights.iter().all(|night| night.entries.is_empty()));
    assert_eq!(statistics.values.cramps.now, None);
}

#[test]
fn weeks_begin_on_monday_and_end_tonight() {
    let diary = diary(vec![
        cramp("2026-03-03T03:10:00+01:00", 6, 120),
        cramp("2026-03-03T04:10:00+01:00", 8, 240),
        cramp("2026-03-10T23:10:00+01:00", 4, 60),
        cramp("2025-03-10T23:10:00+01:00", 9, 540),
    ]);
    let statistics = Statistics::over(&diary, night("2026-03-12"), 3);
    let firsts: Vec<_> = statistics.weeks.iter().map(|week| week.run.first).collect();
    assert_eq!(firsts, ["2026-02-23", "2026-03-02", "2026-03-09"].map(night));
    assert_eq!(statistics.weeks[2].nights, 4);
    let counts: Vec<_> = statistics.weeks.iter().map(|week| week.cramps).collect();
    assert_eq!((counts, statistics.all.cramps), (vec![0, 2, 1], 3));
    assert_eq!(statistics.weeks[1].pain.map(|pain| pain.mean), Some(7.0));
    assert_eq!(statistics.weeks[1].minutes.map(|length| length.median), Some(3.0));
    assert_eq!(statistics.weeks[0].pain, None);
    assert_eq!(statistics.stretching, None);
}
