//! What the charts show, counted from the diary.

use std::collections::BTreeMap;

use super::Diary;
use super::entry::{Cramp, Lasted, Scale};
use super::nights::{NightTally, Nights, Run};
use super::stamp::Night;
use super::trial::{self, Stage};
use crate::stretch::Leg;

/// One week of nights, from Monday on.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// Its nights that have begun.
    pub run: Run,
    /// What they brought.
    pub tally: NightTally,
    /// The mean pain of its cramps, where any is rated.
    pub pain: Option<f64>,
    /// The middle length of its cramps in minutes, where any is known.
    pub minutes: Option<f64>,
}

/// The nights that somebody meant to stretch in, and how many of them brought it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Nights with stretching.
    pub stretched: u32,
    /// Nights that are meant: those of the self-trial, or without one all since the first session.
    pub planned: u32,
    /// Whether a self-trial planned them.
    pub by_trial: bool,
}

/// Everything the charts show, over a run of weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// The running or coming night.
    pub tonight: Night,
    /// Whole weeks, the oldest first; the last one holds tonight.
    pub weeks: Vec<Week>,
    /// All their nights that have begun.
    pub run: Run,
    /// Counts over all of them.
    pub tally: NightTally,
    /// Cramps that began in each hour of the night, from noon on.
    pub hours: [u32; 24],
    /// Muscles and how often, the most frequent first; those not noted are the empty word.
    pub muscles: Vec<(String, u32)>,
    /// Legs and how often: left, right, both, not noted.
    pub legs: [u32; 4],
    /// The mean pain of each night.
    pub pains: Vec<(Night, f64)>,
    /// Nights stretched of nights planned; `None` when there never was a session nor a trial.
    pub kept: Option<Kept>,
    /// What each night brought.
    pub nights: Nights,
    /// Whether the diary says nothing at all, now or earlier.
    pub is_empty: bool,
}

/// The Monday of the week of a night.
pub fn monday(night: Night) -> Night {
    night.plus(-i32::from(night.0.weekday().to_monday_zero_offset()))
}

impl Stats {
    /// Counts over the weeks from the first entry up to tonight: at least 1, at most so many.
    pub fn of(diary: &Diary, tonight: Night, weeks: u16) -> Self {
        let nights = Nights::of(diary);
        let oldest = nights.first().unwrap_or(tonight).min(tonight);
        let lived = monday(oldest).until(monday(tonight)) / 7 + 1;
        let weeks_shown = lived.clamp(1, i32::from(weeks.max(1)));
        let run = Run { first: monday(tonight).plus(-7 * (weeks_shown - 1)), last: tonight };
        let within = |cramp: &&Cramp| run.contains(cramp.began.night());
        let cramps: Vec<&Cramp> = diary.cramps().filter(within).collect();
        Self {
            tonight,
            weeks: weekly(&nights, &cramps, run, weeks_shown),
            run,
            tally: nights.tally(run),
            hours: hours(&cramps),
            muscles: frequency(cramps.iter().map(|cramp| {
                let muscle = cramp.muscle.as_ref();
                muscle.map_or(String::new(), |muscle| muscle.as_str().to_lowercase())
            })),
            legs: legs(&cramps),
            pains: per_night(&cramps, |cramp| cramp.pain.map(Scale::value).map(f64::from)),
            kept: kept(diary, &nights, tonight),
            nights,
            is_empty: diary.entries().is_empty(),
        }
    }

    /// The hour from noon on in which most cramps began, as hours of the clock, with their number.
    pub fn busiest(&self) -> Option<(u8, u32)> {
        let most = self.hours.into_iter().max().filter(|most| *most > 1)?;
        let mut hours = (0_u8..).zip(self.hours).filter(|(_, n)| *n == most);
        let (at, _) = hours.next()?;
        hours.next().is_none().then_some(((at + 12) % 24, most))
    }
}

fn weekly(nights: &Nights, cramps: &[&Cramp], run: Run, weeks: i32) -> Vec<Week> {
    let mut grouped: BTreeMap<Night, Vec<&Cramp>> = BTreeMap::new();
    for cramp in cramps {
        let week = monday(cramp.began.night());
        grouped.entry(week).or_default().push(cramp);
    }
    let week = |n: i32| {
        let run = Run::from(run.first.plus(7 * n), 7).up_to(run.last);
        let cramps = grouped.get(&run.first).map_or(&[][..], Vec::as_slice);
        let pains = cramps.iter().filter_map(|cramp| cramp.pain);
        let lengths = cramps.iter().filter_map(|cramp| cramp.lasted);
        Week {
            run,
            tally: nights.tally(run),
            pain: mean(pains.map(|pain| f64::from(pain.value()))),
            minutes: median(lengths.map(Lasted::minutes).collect()),
        }
    };
    (0..weeks).map(week).collect()
}

fn hours(cramps: &[&Cramp]) -> [u32; 24] {
    let mut hours = [0; 24];
    for cramp in cramps {
        let hour = usize::try_from(cramp.began.local().hour()).unwrap_or(0);
        hours[(hour + 12) % 24] += 1;
    }
    hours
}

/// How often each leg: left, right, both, not noted.
pub(crate) fn legs(cramps: &[&Cramp]) -> [u32; 4] {
    let mut legs = [0; 4];
    for cramp in cramps {
        legs[match cramp.leg {
            Some(Leg::Left) => 0,
            Some(Leg::Right) => 1,
            Some(Leg::Both) => 2,
            None => 3,
        }] += 1;
    }
    legs
}

/// Words and how often, the most frequent first, then by alphabet.
pub(crate) fn frequency(words: impl Iterator<Item = String>) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

fn per_night(cramps: &[&Cramp], value: impl Fn(&Cramp) -> Option<f64>) -> Vec<(Night, f64)> {
    let mut nights: BTreeMap<Night, Vec<f64>> = BTreeMap::new();
    for cramp in cramps {
        if let Some(value) = value(cramp) {
            nights.entry(cramp.began.night()).or_default().push(value);
        }
    }
    let point = |(night, values): (Night, Vec<f64>)| Some((night, mean(values.into_iter())?));
    nights.into_iter().filter_map(point).collect()
}

fn kept(diary: &Diary, nights: &Nights, tonight: Night) -> Option<Kept> {
    if let Some(status) = trial::last(diary, tonight)
        && matches!(status.stage, Stage::Stretching { .. } | Stage::Over)
    {
        return Some(Kept {
            stretched: status.after.tally.stretched,
            planned: status.after.tally.nights,
            by_trial: true,
        });
    }
    let first = diary.sessions().next()?.began.night();
    let tally = nights.tally(Run { first, last: tonight });
    Some(Kept { stretched: tally.stretched, planned: tally.nights, by_trial: false })
}

/// The mean; `None` of nothing.
pub(crate) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

/// The middle value; `None` of nothing.
pub(crate) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = values.get(values.len() / 2)?;
    let lower = values.get((values.len() - 1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Entry, EntryId, Record};
    use crate::diary::note_text::NoteText;
    use crate::diary::stamp::Stamp;

    fn night(day: &str) -> Night {
        Night(day.parse().unwrap())
    }

    fn cramp(at: &str, pain: u8, minutes: u32, muscle: &str) -> Record {
        Record::Cramp(Box::new(Cramp {
            pain: Scale::new(pain),
            lasted: Lasted::from_seconds(minutes * 60),
            muscle: NoteText::cut(muscle),
            leg: Some(Leg::Left),
            ..Cramp::at(Stamp::parse(at).unwrap())
        }))
    }

    fn stats() -> Stats {
        let records = [
            cramp("2026-03-03T03:10:00+01:00", 6, 2, "calf"),
            cramp("2026-03-03T04:10:00+01:00", 8, 4, "Calf"),
            cramp("2026-03-10T23:10:00+01:00", 4, 1, "foot"),
            cramp("2025-03-10T23:10:00+01:00", 9, 9, "thigh"),
        ];
        let entry = |(id, record)| Entry { id: EntryId(id), record };
        let diary = Diary::new((1..).zip(records).map(entry).collect());
        Stats::of(&diary, night("2026-03-12"), 3)
    }

    #[test]
    fn weeks_begin_on_monday_and_end_tonight() {
        let stats = stats();
        let firsts: Vec<_> = stats.weeks.iter().map(|week| week.run.first).collect();
        let days = ["2026-02-23", "2026-03-02", "2026-03-09"];
        assert_eq!(firsts, days.map(night));
        assert_eq!(stats.weeks[2].run.nights(), 4);
        let counts: Vec<_> = stats.weeks.iter().map(|week| week.tally.cramps).collect();
        assert_eq!(counts, [0, 2, 1]);
        assert_eq!(stats.weeks[1].pain, Some(7.0));
        assert_eq!(stats.weeks[1].minutes, Some(3.0));
        assert_eq!(stats.weeks[0].pain, None);
    }

    #[test]
    fn hours_muscles_and_legs_are_counted_within_the_weeks() {
        let stats = stats();
        assert_eq!(stats.hours.iter().sum::<u32>(), 3);
        assert_eq!((stats.hours[15], stats.hours[16], stats.hours[11]), (1, 1, 1));
        // Three hours with one each: none stands out.
        assert_eq!(stats.busiest(), None);
        let muscles = [("calf".to_owned(), 2), ("foot".to_owned(), 1)];
        assert_eq!(stats.muscles, muscles);
        assert_eq!(stats.legs, [3, 0, 0, 0]);
        assert_eq!(stats.pains, [(night("2026-03-02"), 7.0), (night("2026-03-10"), 4.0)]);
        assert_eq!(stats.kept, None);
    }

    #[test]
    fn an_empty_diary_has_weeks_and_nothing_in_them() {
        let stats = Stats::of(&Diary::default(), night("2026-03-12"), 0);
        assert!(stats.is_empty && stats.weeks.len() == 1 && stats.busiest().is_none());
        assert_eq!(stats.tally.known, 0);
    }
}
