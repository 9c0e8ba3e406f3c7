//! One page for a doctor, with what the diary says and nothing else.
//!
//! The page never has more than [`MOST_LINES`] lines of [`MOST_CELLS`] cells: the more is logged, the
//! sooner long texts are cut.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};

use super::Diary;
use super::diary_night::DiaryNight;
use super::entry::{Cramp, Record, RemarkTopic};
use super::night::{DAYTIME, Run};
use super::note_text::NoteText;
use super::stamp::Stamp;
use super::summary::{Count, NightSummary, frequency, to_u32};
use super::trial::{self, Status};

mod page;

pub use page::page;

/// Lines of the page, at most.
pub const MOST_LINES: usize = 66;
/// Cells of a line, at most.
pub const MOST_CELLS: usize = 80;
/// The most days that a report may look back.
pub const MOST_DAYS: u16 = 366;

/// The most answers that are listed of one kind.
const MOST_LISTED: usize = 4;

/// Something with the day it was logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Dated {
    day: Date,
    text: String,
}

/// What the diary says of some weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct CrampReport {
    /// The day on which it was made.
    made: Date,
    nights: NightSummary,
    /// Cramps of each quarter of the time, the oldest first.
    quarters: [u32; 4],
    muscles: Vec<Count>,
    helped: Vec<Count>,
    /// What was done during the cramps.
    done: Vec<Count>,
    /// What the days before the cramps were like.
    activities: Vec<Count>,
    after_alcohol: u32,
    after_heat: u32,
    /// The routines of the sessions that count.
    routines: Vec<Count>,
    trial: Option<Status>,
    /// Conditions, medicines and what was tried, ever: a doctor asks about all of them.
    conditions: Vec<Dated>,
    medicines: Vec<Dated>,
    tried: Vec<Dated>,
    /// Danger signs logged in this time.
    danger_signs: Vec<Dated>,
    /// The last notes, the newest first.
    notes: Vec<Dated>,
}

impl CrampReport {
    /// The report on the last nights, at most [`MOST_DAYS`] of them.
    pub fn of(diary: &Diary, now: &Stamp, days: u16) -> Self {
        let tonight = now.night();
        let run = Run::ending(tonight, i32::from(days.clamp(1, MOST_DAYS)));
        let nights = NightSummary::of(diary, run);
        let cramps: Vec<&Cramp> = diary.within(run).flat_map(DiaryNight::cramps).collect();
        let texts = |of: fn(&Cramp) -> Option<&NoteText>| {
            frequency(cramps.iter().filter_map(|cramp| of(cramp)).map(NoteText::as_str))
        };
        let count = |is: fn(&Cramp) -> bool| to_u32(cramps.iter().filter(|one| is(one)).count());
        let mut quarters = [0; 4];
        for night in diary.within(run) {
            let nth = usize::try_from(run.first.until(night.night)).unwrap_or(0);
            quarters[(nth * 4 / nights.nights as usize).min(3)] += night.count();
        }
        let sessions = diary
            .sessions()
            .filter(|session| run.contains(session.began.night()) && session.counts());
        let signs = diary.signs().map(|(_, sign)| sign);
        let signs = signs.filter(|sign| run.contains(sign.logged.night()));
        let notes =
            cramps.iter().rev().filter_map(|cramp| Some(dated(&cramp.began, cramp.note.as_ref()?)));
        Self {
            made: now.local().date(),
            quarters,
            muscles: texts(|cramp| cramp.muscle.as_ref()),
            helped: texts(|cramp| cramp.helped.as_ref()),
            done: texts(|cramp| cramp.done.as_ref()),
            activities: texts(|cramp| cramp.activity.as_ref()),
            after_alcohol: count(|cramp| cramp.alcohol.is_some_and(|drinks| drinks > 0)),
            after_heat: count(|cramp| cramp.heat == Some(true)),
            routines: frequency(sessions.map(|session| session.routine.as_str())),
            trial: trial::last(diary, tonight),
            conditions: logged(diary, |record| remark(record, RemarkTopic::Condition)),
            medicines: medicines(diary),
            tried: logged(diary, |record| remark(record, RemarkTopic::Tried)),
            danger_signs: signs.map(|sign| dated(&sign.logged, &sign.title)).collect(),
            notes: notes.take(MOST_LISTED).collect(),
            nights,
        }
    }

    /// The report as a JSON document.
    pub fn document(&self) -> Value {
        json!({
            "from": self.nights.run.first,
            "to": self.nights.run.last,
            "made": self.made,
            "nights": self.nights.nights,
            "nights_known": self.nights.known,
            "nights_with_cramp": self.nights.with_cramp,
            "cramps": self.nights.cramps,
            "cramps_a_week": self.nights.a_week(),
            "cramps_by_quarter": self.quarters,
            "at_night": self.at_night(),
            "by_time": self.by_time(),
            "muscles": self.muscles,
            "legs": self.nights.legs,
            "minutes": self.nights.minutes,
            "pain": self.nights.pain,
            "sleep": self.nights.sleep,
            "helped": self.helped,
            "done": self.done,
            "tried": self.tried,
            "activities": self.activities,
            "after_alcohol": self.after_alcohol,
            "after_heat": self.after_heat,
            "stretching": {
                "nights": self.nights.stretched,
                "sessions": self.sessions(),
                "routines": self.routines,
            },
            "trial": self.trial.as_ref().map_or(Vec::new(), Status::lines),
            "conditions": self.conditions,
            "medicines": self.medicines,
            "danger_signs": self.danger_signs,
            "notes": self.notes,
        })
    }

    /// Cramps that began in an hour of the night; the hours are counted from noon on.
    fn at_night(&self) -> u32 {
        let hours = (12..24).chain(0..12).zip(self.nights.hours);
        hours.filter(|(hour, _)| !DAYTIME.contains(hour)).map(|(_, cramps)| cramps).sum()
    }

    /// Cramps that began in each quarter of the day, from noon on.
    fn by_time(&self) -> [u32; 4] {
        [0, 6, 12, 18].map(|hour| self.nights.hours[hour..hour + 6].iter().sum())
    }

    fn sessions(&self) -> u32 {
        self.routines.iter().map(|routine| routine.times).sum()
    }
}

/// The texts that `of` finds in the entries, each with its day.
fn logged<'a>(diary: &'a Diary, of: impl Fn(&'a Record) -> Option<&'a NoteText>) -> Vec<Dated> {
    let found = diary.entries().filter_map(|entry| Some((entry.record.at(), of(&entry.record)?)));
    found.map(|(at, text)| dated(at, text)).collect()
}

fn remark(record: &Record, about: RemarkTopic) -> Option<&NoteText> {
    match record {
        Record::Remark(remark) if remark.about == about => Some(&remark.text),
        _ => None,
    }
}

/// Medicines that were logged alone or with a cramp, each once.
fn medicines(diary: &Diary) -> Vec<Dated> {
    let mut medicines = logged(diary, |record| match record {
        Record::Cramp(cramp) => cramp.medicine.as_ref(),
        other => remark(other, RemarkTopic::Medicine),
    });
    let mut known = BTreeSet::new();
    medicines.retain(|medicine| known.insert(medicine.text.to_lowercase()));
    medicines
}

fn dated(at: &Stamp, text: &NoteText) -> Dated {
    Dated { day: at.local().date(), text: text.to_string() }
}

#[cfg(test)]
mod tests;
