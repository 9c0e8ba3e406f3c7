//! The rules of rescue: moves in every position, short steps, ten minutes at most.

use std::time::Duration;

use super::format::POSITIONS;
use super::report::{Place, Report};
use super::tree::{Text, Value};
use crate::guide::problem::Code;
use crate::guide::raw::Length;

/// The longest a cramp may last before the guide says to get help.
const LONGEST: Duration = Duration::from_secs(600);

/// The most words a person in pain can take in at once.
const MOST_WORDS: usize = 12;

/// Notes what is wrong with `rescue`, where the guide has one.
pub(crate) fn check(root: &Value<'_>, report: &mut Report) {
    let Some(rescue) = root.get("rescue") else {
        return;
    };
    limit(rescue, report);
    let moves = rescue.entries_of("moves");
    if let (Some(value), true) = (rescue.get("moves"), moves.is_empty()) {
        let help = "add at least one muscle with moves lying, seated and standing";
        report.add_help(
            Code::RescueMoveMissing,
            value.place,
            "`moves` is empty",
            help,
        );
    }
    for (muscle, positions) in moves {
        moves_of(muscle, positions, report);
    }
    first(rescue, moves, report);
}

fn limit(rescue: &Value<'_>, report: &mut Report) {
    let Some(text) = rescue.text_of("limit") else {
        return;
    };
    let length = Length::parse(&text.value);
    if length.is_ok_and(|length| length.0 > LONGEST || length.0.is_zero()) {
        report.add_help(
            Code::RescueLimit,
            text.place,
            format!(
                "a cramp may not last `{}` before help is advised",
                text.value
            ),
            "write at most 10m",
        );
    }
}

fn moves_of(muscle: &Text<'_>, positions: &Value<'_>, report: &mut Report) {
    for position in POSITIONS {
        let steps = positions.get(position);
        if steps.is_none_or(|steps| steps.items().is_empty()) {
            let place = steps.map_or(muscle.place, |steps| steps.place);
            report.add_help(
                Code::RescueMoveMissing,
                place,
                format!("`{}` has no moves for {position}", muscle.value),
                "every muscle has moves lying, seated and standing",
            );
        }
    }
    for (_, steps) in positions.entries() {
        for step in steps.items().iter().filter_map(Value::text) {
            step_length(step, report);
        }
    }
}

fn step_length(step: &Text<'_>, report: &mut Report) {
    let words = step.value.split_whitespace().count();
    if words > MOST_WORDS {
        report.add_help(
            Code::StepTooLong,
            step.place,
            format!("this step has {words} words"),
            format!("use at most {MOST_WORDS}: it is read in pain, in the dark"),
        );
    }
}

fn first(rescue: &Value<'_>, moves: &[(Text<'_>, Value<'_>)], report: &mut Report) {
    let muscle = rescue.get("default").and_then(|first| first.get("muscle"));
    let Some(text) = muscle.and_then(Value::text) else {
        return;
    };
    if moves.is_empty() || moves.iter().any(|(name, _)| name.value == text.value) {
        return;
    }
    let place: Place = text.place;
    report.add_unknown(
        Code::RescueDefault,
        place,
        format!("`{}` has no moves", text.value),
        &text.value,
        moves.iter().map(|(name, _)| &*name.value),
        "name a muscle that stands under `moves`",
    );
}
