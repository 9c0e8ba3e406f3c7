//! One page for a doctor: what the diary says, and nothing that it does not.
//!
//! The page has at most [`MOST_LINES`] lines of [`MOST_CELLS`] cells, whatever the diary holds:
//! every section has a fixed number of lines, and longer texts are cut.

use serde::Serialize;

use super::Diary;
use super::entry::{Lasted, Record, RemarkTopic, Scale};
use super::nights::{NightTally, Nights, Run};
use super::stamp::Stamp;
use super::stats::{frequency, legs, median};
use super::trial::{self, Status};
use crate::diary::entry::Cramp;
use crate::diary::note_text::NoteText;

mod page;

pub use page::{markdown, text};

/// Lines of the page, at most.
pub const MOST_LINES: usize = 66;
/// Cells of a line, at most.
pub const MOST_CELLS: usize = 80;
/// The most days that a report may look back.
pub const MOST_DAYS: u16 = 366;

/// The most different answers that are listed of one kind.
const MOST_LISTED: usize = 4;

/// A word and how often it was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The word or text.
    pub what: String,
    /// How often.
    pub times: u32,
}

/// Lowest, middle and highest of some numbers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Range {
    /// How many there are.
    pub known: u32,
    /// The lowest.
    pub low: f64,
    /// The middle one.
    pub median: f64,
    /// The highest.
    pub high: f64,
}

/// Stretching in the time of the report.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Stretching {
    /// Nights with stretching.
    pub nights: u32,
    /// Sessions in all.
    pub sessions: u32,
    /// Routines and how often.
    pub routines: Vec<Count>,
}

/// Something with the day it was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The day.
    pub day: String,
    /// The text.
    pub text: String,
}

/// What the diary says of some weeks.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CrampReport {
    /// The first night, by the day on which it begins.
    pub from: String,
    /// The last night.
    pub to: String,
    /// Nights in all.
    pub nights: u32,
    /// Nights of which it is known how many cramps there were.
    pub nights_known: u32,
    /// Nights with a cramp.
    pub nights_with_cramp: u32,
    /// Cramps.
    pub cramps: u32,
    /// Cramps a week; `None` when fewer than two nights in three are known.
    pub cramps_a_week: Option<f64>,
    /// Cramps of each quarter of the time, the oldest first.
    pub cramps_by_quarter: [u32; 4],
    /// Cramps that began from 21:00 to 07:00.
    pub at_night: u32,
    /// Cramps that began in each of six hours, from noon on.
    pub by_time: [u32; 4],
    /// Muscles.
    pub muscles: Vec<Count>,
    /// Left, right, both, not noted.
    pub legs: [u32; 4],
    /// Length in minutes.
    pub minutes: Option<Range>,
    /// Pain from 0 to 10.
    pub pain: Option<Range>,
    /// Sleep disturbed from 0 to 10.
    pub sleep: Option<Range>,
    /// What helped.
    pub helped: Vec<Count>,
    /// What was done during the cramps.
    pub done: Vec<Count>,
    /// What was tried otherwise.
    pub tried: Vec<Dated>,
    /// What the days before had been like.
    pub activities: Vec<Count>,
    /// Cramps after a day with alcohol.
    pub after_alcohol: u32,
    /// Cramps after heat or loss of fluid.
    pub after_heat: u32,
    /// Stretching.
    pub stretching: Stretching,
    /// The self-trial in its own words, where there is one.
    pub trial: Vec<String>,
    /// The same in a few lines, for the page.
    #[serde(skip)]
    pub trial_in_brief: Option<trial::Brief>,
    /// Conditions the person noted, ever.
    pub conditions: Vec<Dated>,
    /// Medicines and supplements the person noted, ever.
    pub medicines: Vec<Dated>,
    /// Danger signs noted in this time.
    pub danger_signs: Vec<Dated>,
    /// The last notes.
    pub notes: Vec<Dated>,
    /// The day on which the report was made.
    pub made: String,
}

impl CrampReport {
    /// Of the last nights up to now, at most [`MOST_DAYS`].
    pub fn of(diary: &Diary, now: &Stamp, days: u16) -> Self {
        let tonight = now.night();
        let days = i32::from(days.clamp(1, MOST_DAYS));
        let run = Run::from(tonight.plus(1 - days), days);
        let cramps: Vec<&Cramp> =
            diary.cramps().filter(|cramp| run.contains(cramp.began.night())).collect();
        let nights = Nights::of(diary);
        let tally = nights.tally(run);
        let trial = trial::last(diary, tonight);
        let report = Self {
            from: run.first.to_string(),
            to: run.last.to_string(),
            made: now.local().date().to_string(),
            stretching: stretching(diary, run, tally),
            trial: trial.as_ref().map_or(Vec::new(), Status::lines),
            trial_in_brief: trial.as_ref().map(Status::brief),
            conditions: remarks(diary, RemarkTopic::Condition),
            medicines: medicines(diary),
            tried: remarks(diary, RemarkTopic::Tried),
            danger_signs: diary
                .signs()
                .filter(|sign| run.contains(sign.noted.night()))
                .map(|sign| dated(&sign.noted, sign.title.as_str()))
                .collect(),
            nights: tally.nights,
            nights_known: tally.known,
            nights_with_cramp: tally.with_cramp,
            cramps: tally.cramps,
            cramps_a_week: tally.a_week(),
            ..Self::default()
        };
        report.with_cramps(&cramps, run)
    }

    fn with_cramps(self, cramps: &[&Cramp], run: Run) -> Self {
        let words = |of: fn(&Cramp) -> Option<&NoteText>| {
            counted(cramps.iter().filter_map(|cramp| of(cramp)).map(NoteText::as_str))
        };
        let count = |is: fn(&Cramp) -> bool| {
            u32::try_from(cramps.iter().filter(|cramp| is(cramp)).count()).unwrap_or(u32::MAX)
        };
        let numbers = |of: fn(&Cramp) -> Option<f64>| {
            range(cramps.iter().filter_map(|cramp| of(cramp)).collect())
        };
        let mut by_time = [0; 4];
        let mut by_quarter = [0; 4];
        for cramp in cramps {
            let hour = usize::try_from(cramp.began.local().hour()).unwrap_or(0);
            by_time[(hour + 12) % 24 / 6] += 1;
            let night = usize::try_from(run.first.until(cramp.began.night())).unwrap_or(0);
            let nights = usize::try_from(run.nights()).unwrap_or(1).max(1);
            by_quarter[(night * 4 / nights).min(3)] += 1;
        }
        let notes = cramps.iter().rev().filter_map(|cramp| {
            let note = cramp.note.as_ref()?;
            Some(dated(&cramp.began, note.as_str()))
        });
        Self {
            cramps_by_quarter: by_quarter,
            by_time,
            at_night: count(|cramp| {
                let hour = cramp.began.local().hour();
                !(7..21).contains(&hour)
            }),
            muscles: words(|cramp| cramp.muscle.as_ref()),
            legs: legs(cramps),
            minutes: numbers(|cramp| cramp.lasted.map(Lasted::minutes)),
            pain: numbers(|cramp| cramp.pain.map(Scale::value).map(f64::from)),
            sleep: numbers(|cramp| cramp.sleep.map(Scale::value).map(f64::from)),
            helped: words(|cramp| cramp.helped.as_ref()),
            done: words(|cramp| cramp.done.as_ref()),
            activities: words(|cramp| cramp.activity.as_ref()),
            after_alcohol: count(|cramp| cramp.alcohol.is_some_and(|drinks| drinks > 0)),
            after_heat: count(|cramp| cramp.heat == Some(true)),
            notes: notes.take(MOST_LISTED).collect(),
            ..self
        }
    }
}

fn stretching(diary: &Diary, run: Run, tally: NightTally) -> Stretching {
    let sessions: Vec<&str> = diary
        .sessions()
        .filter(|session| run.contains(session.began.night()) && session.counts())
        .map(|session| session.routine.as_str())
        .collect();
    Stretching {
        nights: tally.stretched,
        sessions: u32::try_from(sessions.len()).unwrap_or(u32::MAX),
        routines: counted(sessions.into_iter()),
    }
}

fn remarks(diary: &Diary, about: RemarkTopic) -> Vec<Dated> {
    diary
        .remarks()
        .filter(|remark| remark.about == about)
        .map(|remark| dated(&remark.noted, remark.text.as_str()))
        .collect()
}

/// Medicines noted by themselves and with a cramp, each once.
fn medicines(diary: &Diary) -> Vec<Dated> {
    let mut medicines: Vec<Dated> = Vec::new();
    for entry in diary.entries() {
        let found = match &entry.record {
            Record::Remark(remark) if remark.about == RemarkTopic::Medicine => Some(&remark.text),
            Record::Cramp(cramp) => cramp.medicine.as_ref(),
            _ => None,
        };
        let Some(text) = found else { continue };
        let same = |known: &Dated| known.text.to_lowercase() == text.as_str().to_lowercase();
        if !medicines.iter().any(same) {
            medicines.push(dated(entry.record.at(), text.as_str()));
        }
    }
    medicines
}

fn dated(at: &Stamp, text: &str) -> Dated {
    Dated { day: at.local().date().to_string(), text: text.to_owned() }
}

/// Texts and how often, upper and lower case alike, the most frequent first.
fn counted<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Count> {
    frequency(texts.map(str::to_lowercase))
        .into_iter()
        .map(|(what, times)| Count { what, times })
        .collect()
}

fn range(values: Vec<f64>) -> Option<Range> {
    let low = values.iter().copied().min_by(f64::total_cmp)?;
    let high = values.iter().copied().max_by(f64::total_cmp)?;
    Some(Range {
        known: u32::try_from(values.len()).unwrap_or(u32::MAX),
        low,
        high,
        median: median(values)?,
    })
}

#[cfg(test)]
mod tests;
