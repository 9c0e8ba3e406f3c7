//! Counts over a run of nights, which the charts, the report and the self-trial share.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use statrs::statistics::{Data, Max, Median, Min};

use super::Diary;
use super::diary_night::DiaryNight;
use super::entry::{Cramp, Lasted, Scale};
use super::night::Run;
use super::note_text::NoteText;
use crate::stretch::Leg;
use crate::text::messages::diary::NOT_LOGGED;

/// A word or text and how often it was logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// As it was first written.
    pub what: String,
    pub times: u32,
}

/// How some numbers are spread.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    /// How many numbers there are.
    pub known: u32,
    pub low: f64,
    pub median: f64,
    pub high: f64,
    #[serde(skip)]
    pub mean: f64,
}

/// Counts over a run of nights.
#[derive(Debug, Clone, PartialEq)]
pub struct NightSummary {
    pub run: Run,
    pub nights: u32,
    /// Nights of which it is known how many cramps there were.
    pub known: u32,
    /// Nights of which anything is known, cramps or stretching.
    pub logged: u32,
    pub with_cramp: u32,
    pub cramps: u32,
    pub stretched: u32,
    /// How many cramps each known night had.
    pub counts: Vec<u32>,
    /// The mean pain of each night of which any is known.
    pub pains: Vec<f64>,
    /// Cramps that began in each hour, from noon on.
    pub hours: [u32; 24],
    /// Muscles, the most frequent first; among them how many cramps have none.
    pub muscles: Vec<Count>,
    /// Legs: left, right, both, not logged.
    pub legs: [u32; 4],
    /// From 0 to 10.
    pub pain: Option<Spread>,
    /// How much sleep was disturbed, from 0 to 10.
    pub sleep: Option<Spread>,
    /// How many minutes the cramps lasted.
    pub minutes: Option<Spread>,
}

impl NightSummary {
    pub fn of(diary: &Diary, run: Run) -> Self {
        let nights: Vec<&DiaryNight> =
            diary.within(run).filter(|night| night.is_logged()).collect();
        let cramps: Vec<&Cramp> = nights.iter().flat_map(|night| night.cramps()).collect();
        let known = nights.iter().filter(|night| night.is_known());
        let counts: Vec<u32> = known.map(|night| night.count()).collect();
        let pain = |cramp: &Cramp| cramp.pain.map(Scale::value).map(f64::from);
        let numbers = |of: fn(&Cramp) -> Option<f64>| {
            Spread::of(cramps.iter().filter_map(|cramp| of(cramp)).collect())
        };
        let muscles = cramps.iter().map(|cramp| cramp.muscle.as_ref());
        let mean_pain = |night: &&DiaryNight| -> Option<f64> {
            mean(&night.cramps().filter_map(pain).collect::<Vec<_>>())
        };
        let (mut hours, mut legs) = ([0; 24], [0; 4]);
        for cramp in &cramps {
            let hour = usize::try_from(cramp.began.local().hour()).unwrap_or(0);
            hours[(hour + 12) % 24] += 1;
            let leg = Leg::ALL.into_iter().position(|leg| cramp.leg == Some(leg));
            legs[leg.unwrap_or(3)] += 1;
        }
        Self {
            run,
            nights: run.nights(),
            known: to_u32(counts.len()),
            logged: to_u32(nights.len()),
            with_cramp: to_u32(counts.iter().filter(|count| **count > 0).count()),
            cramps: counts.iter().sum(),
            stretched: to_u32(nights.iter().filter(|night| night.stretched).count()),
            pains: nights.iter().filter_map(mean_pain).collect(),
            muscles: frequency(muscles.map(|muscle| muscle.map_or(NOT_LOGGED, NoteText::as_str))),
            pain: numbers(pain),
            sleep: numbers(|cramp| cramp.sleep.map(Scale::value).map(f64::from)),
            minutes: numbers(|cramp| cramp.lasted.map(Lasted::minutes)),
            counts,
            hours,
            legs,
        }
    }

    /// Cramps a week, where enough nights are known.
    pub fn a_week(&self) -> Option<f64> {
        enough_known(self.known, self.nights).then(|| self.known_a_week())
    }

    /// Cramps in seven of the nights that are known; 0 when none is.
    pub fn known_a_week(&self) -> f64 {
        f64::from(self.cramps) * 7.0 / f64::from(self.known.max(1))
    }

    /// Nights that may have had cramps or not.
    pub fn unlogged(&self) -> u32 {
        self.nights.saturating_sub(self.known)
    }
}

impl Spread {
    fn of(values: Vec<f64>) -> Option<Self> {
        let mean = mean(&values)?;
        let known = to_u32(values.len());
        let data = Data::new(values);
        Some(Self { known, low: data.min(), median: data.median(), high: data.max(), mean })
    }
}

/// How often each text occurs, in any case, the most frequent first and then by alphabet.
pub(super) fn frequency<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Count> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for text in texts {
        let new = || Count { what: text.to_owned(), times: 0 };
        counts.entry(text.to_lowercase()).or_insert_with(new).times += 1;
    }
    let mut counts: Vec<Count> = counts.into_values().collect();
    counts.sort_by_key(|count| Reverse(count.times));
    counts
}

/// How many of these nights must be known to speak of all of them: two in three.
pub(crate) const fn nights_needed(nights: u32) -> u32 {
    (nights * 2).div_ceil(3)
}

/// Whether enough nights are known to speak of all of them.
pub(crate) fn enough_known(known: u32, nights: u32) -> bool {
    known > 0 && known >= nights_needed(nights)
}

/// The mean, where there is any value.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / f64::from(to_u32(values.len())))
}

pub(crate) fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Entry, EntryId, Quiet, Record};
    use crate::diary::night::Night;
    use crate::diary::stamp::Stamp;

    fn diary(records: Vec<Record>) -> Diary {
        let entry = |(id, record)| Entry { id: EntryId(id), record };
        Diary::new((1..).zip(records).map(entry).collect())
    }

    fn cramp(at: &str, pain: u8, muscle: &str) -> Record {
        Record::Cramp(Box::new(Cramp {
            pain: Scale::new(pain),
            muscle: NoteText::cut(muscle),
            leg: Some(Leg::Left),
            ..Cramp::at(Stamp::parse(at).unwrap())
        }))
    }

    fn week() -> Run {
        Run::starting(Night("2026-03-04".parse().unwrap()), 7)
    }

    #[test]
    fn a_night_without_a_word_is_not_a_night_without_a_cramp() {
        let diary = diary(vec![
            cramp("2026-03-05T03:10:00+01:00", 6, ""),
            cramp("2026-03-04T23:10:00+01:00", 6, ""),
            Record::Quiet(Quiet {
                logged: Stamp::parse("2026-04-01T09:00:00+02:00").unwrap(),
                night: week().first.plus(2),
            }),
        ]);
        let all = NightSummary::of(&diary, week());
        assert_eq!((all.nights, all.known, all.unlogged()), (7, 2, 5));
        assert_eq!((all.cramps, all.with_cramp, all.a_week()), (2, 1, None));
        let short = NightSummary::of(&diary, week().up_to(week().first.plus(2)));
        assert_eq!(short.a_week(), Some(7.0));
        let none = NightSummary::of(&diary, week().up_to(week().first.plus(-3)));
        assert_eq!((none.nights, none.known, none.cramps), (0, 0, 0));
    }

    #[test]
    fn hours_muscles_and_legs_are_counted_within_the_run() {
        let diary = diary(vec![
            cramp("2026-03-05T03:10:00+01:00", 6, "calf"),
            cramp("2026-03-05T04:10:00+01:00", 8, "Calf"),
            cramp("2026-03-10T23:10:00+01:00", 4, "foot"),
            cramp("2025-03-10T23:10:00+01:00", 9, "thigh"),
        ]);
        let all = NightSummary::of(&diary, week());
        assert_eq!(all.hours.iter().sum::<u32>(), 3);
        assert_eq!((all.hours[15], all.hours[16], all.hours[11]), (1, 1, 1));
        let muscles: Vec<_> =
            all.muscles.iter().map(|count| (count.what.as_str(), count.times)).collect();
        assert_eq!(muscles, [("calf", 2), ("foot", 1)]);
        assert_eq!((all.legs, all.pains), ([3, 0, 0, 0], vec![7.0, 4.0]));
        assert_eq!(all.pain.map(|pain| (pain.low, pain.median, pain.high)), Some((4.0, 6.0, 8.0)));
    }
}
