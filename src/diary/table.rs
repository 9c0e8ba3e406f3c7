//! The charts as lines of text and as a JSON document.

use serde_json::{Value, json};

use super::stats::{Kept, Stats, Week};

/// Weeks that the table shows at most.
pub const WEEKS: usize = 12;

/// The legs in the order that the statistics count them.
pub const LEGS: [&str; 4] = ["left", "right", "both", "not noted"];

/// The charts as lines, a table first.
pub fn lines(stats: &Stats) -> Vec<String> {
    if stats.is_empty {
        return vec![
            "The diary is empty. `uncramp log` notes a cramp, `uncramp log --none` a night \
             without one."
                .to_owned(),
        ];
    }
    let mut lines = vec!["Week from   cramps  nights known  stretched  pain  minutes".to_owned()];
    let earlier = stats.weeks.len().saturating_sub(WEEKS);
    lines.extend(stats.weeks[earlier..].iter().map(week_line));
    lines.push(String::new());
    lines.push(format!(
        "Since {}: {} on {}; {} without a cramp, {} without a word.",
        stats.run.first,
        counted(stats.tally.cramps, "cramp"),
        counted(stats.tally.with_cramp, "night"),
        counted(stats.tally.known - stats.tally.with_cramp, "night"),
        stats.tally.silent()
    ));
    if let Some((hour, times)) = stats.busiest() {
        lines.push(format!(
            "Most often from {hour:02}:00 to {:02}:00 ({times}).",
            (hour + 1) % 24
        ));
    }
    if stats.tally.cramps > 0 {
        lines.push(format!("Muscle: {}.", counts(muscles(stats))));
        let legs = LEGS.iter().map(|leg| (*leg).to_owned()).zip(stats.legs);
        lines.push(format!("Leg: {}.", counts(legs.filter(|(_, n)| *n > 0))));
    }
    lines.extend(stats.kept.map(|kept| match kept_line(kept) {
        line if kept.by_trial => line,
        line => format!("{} since the first session.", line.trim_end_matches('.')),
    }));
    lines
}

/// Muscles, and last, as with the legs, how often none was noted.
pub fn muscles(stats: &Stats) -> impl Iterator<Item = (String, u32)> + '_ {
    let is_noted = |(muscle, _): &&(String, u32)| !muscle.is_empty();
    let noted = stats.muscles.iter().filter(is_noted).cloned();
    let rest = stats.muscles.iter().filter(move |named| !is_noted(named));
    noted.chain(rest.map(|(_, count)| (LEGS[3].to_owned(), *count)))
}

/// How many nights brought stretching: of those planned, or of all since the first session.
pub fn kept_line(kept: Kept) -> String {
    let planned = if kept.by_trial { " planned" } else { "" };
    format!(
        "Stretched on {} of {} nights{planned}.",
        kept.stretched, kept.planned
    )
}

/// A number with its noun.
pub fn counted(n: u32, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

fn counts(counts: impl Iterator<Item = (String, u32)>) -> String {
    let words: Vec<String> = counts.map(|(what, n)| format!("{what} {n}")).collect();
    words.join(", ")
}

fn week_line(week: &Week) -> String {
    let cramps = match week.tally.known {
        0 => "-".to_owned(),
        _ => week.tally.cramps.to_string(),
    };
    let value = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.1}"));
    format!(
        "{}  {cramps:>6}  {:>7} of {}  {:>9}  {:>4}  {:>7}",
        week.run.first,
        week.tally.known,
        week.tally.nights,
        week.tally.stretched,
        value(week.pain),
        value(week.minutes),
    )
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
    let muscles: serde_json::Map<String, Value> = muscles(stats)
        .map(|(name, count)| (name, count.into()))
        .collect();
    let legs: serde_json::Map<String, Value> = LEGS
        .iter()
        .zip(stats.legs)
        .map(|(leg, count)| ((*leg).to_owned(), count.into()))
        .collect();
    json!({
        "weeks": stats.weeks.iter().map(week).collect::<Vec<_>>(),
        "hours_from_noon": stats.hours,
        "muscles": muscles,
        "legs": legs,
        "stretched": stats.kept.map(|kept| kept.stretched),
        "planned": stats.kept.map(|kept| kept.planned),
    })
}
