//! The statistics of a diary as sentences and as a JSON document.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::diary_night::DiaryNight;
use super::statistics::{Statistics, StretchedNights};
use super::summary::{Count, NightSummary};
use crate::stretch::Leg;
use crate::text::messages::amounts::{self, decimal};
use crate::text::messages::diary::{DAYS, NO_CRAMP, NOT_LOGGED, STRETCHED_ON};

/// How many weeks are told one by one, so that listening does not take long.
const WEEKS: usize = 12;

/// The statistics as sentences, week by week. They need no columns or signs, so that they can be read
/// aloud.
pub(crate) fn lines(statistics: &Statistics) -> Vec<String> {
    if statistics.is_empty {
        return vec![
            "The diary is empty. `uncramp log` logs a cramp, `uncramp log --none` a night without one."
                .to_owned(),
        ];
    }
    let earlier = statistics.weeks.len().saturating_sub(WEEKS);
    let signs = statistics.nights.iter().skip(7 * earlier).flat_map(DiaryNight::signs);
    let mut lines: Vec<String> = signs
        .map(|sign| {
            format!("Danger sign logged {}: {}.", sign.logged.date_and_time(None), sign.title)
        })
        .collect();
    lines.push(
        "A night is named by its evening. Weeks and nights with nothing logged are left out."
            .to_owned(),
    );
    let weeks = statistics.weeks.iter().zip(statistics.nights.chunks(7)).skip(earlier);
    lines.extend(weeks.flat_map(|(week, nights)| week_lines(week, nights)));
    lines.push(String::new());
    let all = &statistics.all;
    lines.push(format!(
        "Since {}: {} on {}; {} without a cramp, {} with nothing logged.",
        all.run.first.full_date(),
        amounts::cramps(all.cramps),
        amounts::nights(all.with_cramp),
        amounts::nights(all.known - all.with_cramp),
        all.unlogged(),
    ));
    if all.cramps > 0 {
        let clock = (12..24).chain(0..12).map(clock_hour);
        lines.push(format!("By hour: {}.", counts(clock.zip(all.hours))));
        lines.push(format!("Muscle: {}.", counts(muscles(all))));
        lines.push(format!("Leg: {}.", counts(legs(all))));
    }
    lines.extend(statistics.stretching.map(stretching_line));
    lines
}

/// A week and its nights, leaving out those of which nothing is known.
fn week_lines(week: &NightSummary, nights: &[DiaryNight]) -> Vec<String> {
    let mut facts = Vec::new();
    if week.known > 0 {
        facts.push(amounts::cramps(week.cramps));
        facts.push(format!("{} of {} nights known", week.known, week.nights));
    }
    if week.stretched > 0 {
        facts.push(format!("{STRETCHED_ON}{}", amounts::nights(week.stretched)));
    }
    facts.extend(week.pain.map(|pain| format!("average pain {}", decimal(pain.mean))));
    facts.extend(week.minutes.map(|time| format!("median length {} min", decimal(time.median))));
    if facts.is_empty() {
        return Vec::new();
    }
    let logged = DAYS.iter().zip(nights).filter(|(_, night)| night.is_logged());
    let nights: Vec<String> =
        logged.map(|(day, night)| format!("{day} {}", night_words(night))).collect();
    vec![
        format!("Week of {}: {}.", week.run.first.full_date(), facts.join(", ")),
        format!("Its nights: {}.", nights.join(", ")),
    ]
}

/// What a night brought: `2 cramps and stretched`.
fn night_words(night: &DiaryNight) -> String {
    let cramps = night.is_known().then(|| match night.count() {
        0 => NO_CRAMP.to_owned(),
        cramps => amounts::cramps(cramps),
    });
    let stretched = night.stretched.then(|| "stretched".to_owned());
    cramps.into_iter().chain(stretched).collect::<Vec<_>>().join(" and ")
}

/// Muscles, with the cramps without one last.
fn muscles(nights: &NightSummary) -> impl Iterator<Item = (String, u32)> {
    let (logged, without): (Vec<&Count>, Vec<&Count>) =
        nights.muscles.iter().partition(|count| count.what != NOT_LOGGED);
    logged.into_iter().chain(without).map(|count| (count.what.clone(), count.times))
}

fn legs(nights: &NightSummary) -> impl Iterator<Item = (String, u32)> {
    let names = Leg::ALL.map(Leg::word).into_iter().chain([NOT_LOGGED]);
    names.map(str::to_owned).zip(nights.legs)
}

/// How many of the planned nights, or of all since the first session, brought stretching.
fn stretching_line(stretching: StretchedNights) -> String {
    let StretchedNights { stretched, nights, by_trial } = stretching;
    let of = if by_trial { "planned" } else { "since the first session" };
    format!("Stretched on {stretched} of {} {of}.", amounts::nights(nights))
}

fn counts(counts: impl Iterator<Item = (String, u32)>) -> String {
    let counts = counts.filter(|(_, times)| *times > 0);
    counts.map(|(what, times)| format!("{what}: {times}")).collect::<Vec<_>>().join(", ")
}

/// The statistics as a JSON document. A week of which nothing is known has null cramps.
pub(crate) fn document(statistics: &Statistics) -> Value {
    let week = |week: &NightSummary| {
        json!({
            "from": week.run.first,
            "nights": week.nights,
            "known": week.known,
            "cramps": (week.known > 0).then_some(week.cramps),
            "stretched": week.stretched,
            "pain": week.pain.map(|pain| pain.mean),
            "minutes": week.minutes.map(|length| length.median),
        })
    };
    let night = |night: &DiaryNight| {
        json!({
            "night": night.night,
            "cramps": night.is_known().then_some(night.count()),
            "stretched": night.stretched,
        })
    };
    let logged = statistics.nights.iter().filter(|night| night.is_logged());
    json!({
        "weeks": statistics.weeks.iter().map(week).collect::<Vec<_>>(),
        "nights": logged.map(night).collect::<Vec<_>>(),
        "hours_from_noon": statistics.all.hours,
        "muscles": muscles(&statistics.all).collect::<BTreeMap<_, _>>(),
        "legs": legs(&statistics.all).collect::<BTreeMap<_, _>>(),
        "stretched": statistics.stretching.map(|stretching| stretching.stretched),
        // The name stays, also where no self-trial planned them.
        "planned": statistics.stretching.map(|stretching| stretching.nights),
    })
}

/// An hour of the day: `11 pm`, `midnight`.
fn clock_hour(hour: u8) -> String {
    match hour {
        0 => "midnight".to_owned(),
        12 => "noon".to_owned(),
        hour if hour < 12 => format!("{hour} am"),
        hour => format!("{} pm", hour - 12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Diary;
    use crate::diary::entry::{Cramp, Entry, EntryId, Quiet, Record, Stretched};
    use crate::diary::note_text::NoteText;
    use crate::diary::stamp::Stamp;

    fn at(text: &str) -> Stamp {
        Stamp::parse(text).unwrap()
    }

    #[test]
    fn one_night_is_one_night() {
        let line = |stretched, nights, by_trial| {
            stretching_line(StretchedNights { stretched, nights, by_trial })
        };
        assert_eq!(line(0, 1, false), "Stretched on 0 of 1 night since the first session.");
        assert_eq!(line(3, 4, true), "Stretched on 3 of 4 nights planned.");
    }

    #[test]
    fn the_lines_and_the_document_name_each_night_with_a_word_and_no_other() {
        // Two cramps in the night of Tuesday; none and a session on Thursday; nothing else.
        let first = Record::Cramp(Box::new(Cramp::at(at("2026-03-03T23:40:00+01:00"))));
        let second = Record::Cramp(Box::new(Cramp::at(at("2026-03-04T03:10:00+01:00"))));
        let evening = at("2026-03-05T21:00:00+01:00");
        let quiet = Record::Quiet(Quiet { night: evening.night(), logged: evening.clone() });
        let session = Record::Stretched(Stretched {
            began: evening.clone(),
            routine: NoteText::cut("bedtime").unwrap(),
            completed: 12,
            skipped: 0,
            planned: 12,
            left_ms: 60 * 1000,
            right_ms: 60 * 1000,
        });
        let records = (1..).zip([first, second, quiet, session]);
        let entries = records.map(|(id, record)| Entry { id: EntryId(id), record });
        let statistics = Statistics::over(&Diary::new(entries.collect()), evening.night(), 12);
        let lines = lines(&statistics);
        assert!(
            lines.contains(&"Its nights: Tue 2 cramps, Thu no cramp and stretched.".to_owned()),
            "{lines:?}"
        );
        let week = "Week of 2 Mar 2026: 2 cramps, 2 of 4 nights known, stretched on 1 night.";
        assert!(lines.contains(&week.to_owned()), "{lines:?}");
        assert!(lines.contains(&"By hour: 11 pm: 1, 3 am: 1.".to_owned()), "{lines:?}");
        let nights = json!([
            {"night": "2026-03-03", "cramps": 2, "stretched": false},
            {"night": "2026-03-05", "cramps": 0, "stretched": true},
        ]);
        assert_eq!(document(&statistics)["nights"], nights);
    }
}
