//! The charts as sentences and as a JSON document.

use serde_json::{Value, json};

use super::stamp::Night;
use super::stats::{Kept, Stats, Week};
use crate::text::messages::amounts::{self, decimal};
use crate::text::messages::charts::DAYS;

/// Weeks that are told one by one at most.
pub const WEEKS: usize = 12;

/// What stands for a leg or a muscle of which nothing was noted.
pub const NOT_NOTED: &str = "not noted";

/// The legs in the order that the statistics count them.
const LEGS: [&str; 4] = ["left", "right", "both", NOT_NOTED];

/// The charts as sentences, week by week first: nothing rests on a column or a sign, so that it
/// can be read aloud.
pub fn lines(stats: &Stats) -> Vec<String> {
    if stats.is_empty {
        return vec![
            "The diary is empty. `uncramp log` logs a cramp, `uncramp log --none` a night \
     without one."
                .to_owned(),
        ];
    }
    let mut lines = vec!["Weeks and nights with nothing noted are left out.".to_owned()];
    let earlier = stats.weeks.len().saturating_sub(WEEKS);
    let told = stats.weeks[earlier..].iter();
    lines.extend(told.flat_map(|week| week_lines(week, stats)));
    lines.push(String::new());
    let tally = stats.tally;
    lines.push(format!(
        "Since {}: {} on {}; {} without a cramp, {} with nothing noted.",
        stats.run.first.short(),
        amounts::cramps(tally.cramps),
        amounts::nights(tally.with_cramp),
        amounts::nights(tally.known - tally.with_cramp),
        tally.silent(),
    ));
    if let Some((hour, times)) = stats.busiest() {
        let [hour, next] = [hour, (hour + 1) % 24].map(amounts::clock_hour);
        lines.push(format!("Most often between {hour} and {next} ({times})."));
    }
    if stats.tally.cramps > 0 {
        lines.push(format!("By hour: {}.", counts(hours(stats))));
        lines.push(format!("Muscle: {}.", counts(muscles(stats))));
        let legs = LEGS.iter().map(|leg| (*leg).to_owned()).zip(stats.legs);
        lines.push(format!("Leg: {}.", counts(legs.filter(|(_, n)| *n > 0))));
    }
    lines.extend(stats.kept.map(kept_line));
    lines
}

/// A week of which something is noted, and then its nights of which something is.
fn week_lines(week: &Week, stats: &Stats) -> Vec<String> {
    let tally = week.tally;
    let mut told = Vec::new();
    if tally.known > 0 {
        told.push(amounts::cramps(tally.cramps));
        told.push(format!("{} of {} nights known", tally.known, tally.nights));
    }
    if tally.stretched > 0 {
        told.push(format!("stretched on {}", amounts::nights(tally.stretched)));
    }
    told.extend(week.pain.map(|pain| format!("average pain {}", decimal(pain))));
    told.extend(week.minutes.map(|minutes| format!("median length {} min", decimal(minutes))));
    if told.is_empty() {
        return Vec::new();
    }
    let first = week.run.first;
    let nights = (0..7).filter_map(|weekday| night(weekday, first.plus(weekday), stats));
    let nights: Vec<String> = nights.collect();
    vec![
        format!("Week of {}: {}.", first.short(), told.join(", ")),
        format!("Its nights: {}.", nights.join(", ")),
    ]
}

/// `Sun 2 cramps and stretched`; nothing of a night without a word.
fn night(weekday: i32, night: Night, stats: &Stats) -> Option<String> {
    let facts = stats.nights.on(night);
    let cramps = facts.is_known().then(|| match facts.cramps {
        0 => "no cramp".to_owned(),
        cramps => amounts::cramps(cramps),
    });
    let stretched = facts.stretched.then(|| "stretched".to_owned());
    let day = DAYS[usize::try_from(weekday).ok()?];
    let told: Vec<String> = cramps.into_iter().chain(stretched).collect();
    (!told.is_empty()).then(|| format!("{day} {}", told.join(" and ")))
}

/// The hours in which cramps began and how often, from noon on.
fn hours(stats: &Stats) -> impl Iterator<Item = (String, u32)> + '_ {
    let clock = (12..24).chain(0..12).map(amounts::clock_hour);
    clock.zip(stats.hours).filter(|(_, count)| *count > 0)
}

/// Muscles, and last, as with the legs, how often none was noted.
pub fn muscles(stats: &Stats) -> impl Iterator<Item = (String, u32)> + '_ {
    let is_noted = |(muscle, _): &&(String, u32)| !muscle.is_empty();
    let noted = stats.muscles.iter().filter(is_noted).cloned();
    let rest = stats.muscles.iter().filter(move |named| !is_noted(named));
    noted.chain(rest.map(|(_, count)| (NOT_NOTED.to_owned(), *count)))
}

/// How many nights brought stretching: of those planned, or of all since the first session.
fn kept_line(kept: Kept) -> String {
    let of = if kept.by_trial { "planned" } else { "since the first session" };
    format!("Stretched on {} of {} {of}.", kept.stretched, amounts::nights(kept.planned))
}

fn counts(counts: impl Iterator<Item = (String, u32)>) -> String {
    let words: Vec<String> = counts.map(|(what, n)| format!("{what}: {n}")).collect();
    words.join(", ")
}

/// The charts as a JSON document. A week of which nothing is known has null cramps.
pub fn document(stats: &Stats) -> Value {
    let week = |week: &Week| {
        json!({
            "from": week.run.first.to_string(),
            "nights": week.tally.nights,
            "known": week.tally.known,
            "cramps": (week.tally.known > 0).then_some(week.tally.cramps),
            "stretched": week.tally.stretched,
            "pain": week.pain,
            "minutes": week.minutes,
        })
    };
    let noted = |offset: u32| {
        let night = stats.run.first.plus(i32::try_from(offset).ok()?);
        let facts = stats.nights.on(night);
        (facts.is_known() || facts.stretched).then(|| {
            json!({
                "night": night.to_string(),
                "cramps": facts.is_known().then_some(facts.cramps),
                "stretched": facts.stretched,
            })
        })
    };
    let muscles: serde_json::Map<String, Value> =
        muscles(stats).map(|(name, count)| (name, count.into())).collect();
    let legs: serde_json::Map<String, Value> =
        LEGS.iter().zip(stats.legs).map(|(leg, count)| ((*leg).to_owned(), count.into())).collect();
    json!({
        "weeks": stats.weeks.iter().map(week).collect::<Vec<_>>(),
        "nights": (0..stats.tally.nights).filter_map(noted).collect::<Vec<_>>(),
        "hours_from_noon": stats.hours,
        "muscles": muscles,
        "legs": legs,
        "stretched": stats.kept.map(|kept| kept.stretched),
        "planned": stats.kept.map(|kept| kept.planned),
    })
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
        let kept = |stretched, planned, by_trial| kept_line(Kept { stretched, planned, by_trial });
        assert_eq!(kept(0, 1, false), "Stretched on 0 of 1 night since the first session.");
        assert_eq!(kept(3, 4, true), "Stretched on 3 of 4 nights planned.");
    }

    #[test]
    fn the_lines_and_the_document_name_each_night_with_a_word_and_no_other() {
        // Two cramps in the night of Tuesday; none and a session on Thursday; nothing else.
        let first = Record::Cramp(Box::new(Cramp::at(at("2026-03-03T23:40:00+01:00"))));
        let second = Record::Cramp(Box::new(Cramp::at(at("2026-03-04T03:10:00+01:00"))));
        let evening = at("2026-03-05T21:00:00+01:00");
        let quiet = Record::Quiet(Quiet { night: evening.night(), noted: evening.clone() });
        let session = Record::Stretched(Stretched {
            began: evening.clone(),
            routine: NoteText::cut("bedtime").unwrap(),
            completed: 12,
            skipped: 0,
            planned: 12,
            left: std::time::Duration::from_secs(60),
            right: std::time::Duration::from_secs(60),
        });
        let records = (1..).zip([first, second, quiet, session]);
        let entries = records.map(|(id, record)| Entry { id: EntryId(id), record });
        let stats = Stats::of(&Diary::new(entries.collect()), evening.night(), 12);
        let lines = lines(&stats);
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
        assert_eq!(document(&stats)["nights"], nights);
    }
}
