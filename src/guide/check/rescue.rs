//! The rules of rescue: moves in every position, short steps, ten minutes at most.

use std::time::Duration;

use super::report::Report;
use super::routines;
use super::tree::{Text, Value};
use crate::guide::problem::Code;
use crate::guide::raw::{Length, Position};
use crate::text::wrap::wrap_plain;

/// The longest a cramp may last before the guide says to get help.
const LONGEST: Duration = Duration::from_secs(600);

/// The most words a person in pain can take in at once.
const MOST_WORDS: usize = 12;

/// How much fits in the largest letters of the screen.
const BIG_LINES: usize = 2;
const BIG_LETTERS: usize = 16;

/// Notes what is wrong with `rescue`, where the guide has one.
pub(crate) fn check(root: &Value<'_>, report: &mut Report) {
    let Some(rescue) = root.get("rescue").filter(|value| value.text().is_none()) else {
        return;
    };
    if let (Some(text), Some(Length(limit))) = (rescue.text_of("limit"), rescue.read("limit"))
        && (limit > LONGEST || limit.is_zero())
    {
        let message = format!("a cramp may not last `{}` before help is advised", text.value);
        report.add(Code::RescueLimit, text.place, message);
    }
    let moves = rescue.entries_of("moves");
    if let (Some(value), true) = (rescue.get("moves"), moves.is_empty()) {
        report.add(Code::RescueMoveMissing, value.place, "`moves` is empty");
    }
    for (muscle, positions) in moves {
        moves_of(muscle, positions, report);
    }
    first(rescue, moves, report);
}

fn moves_of(muscle: &Text<'_>, positions: &Value<'_>, report: &mut Report) {
    for position in Position::WORDS {
        let found = positions.get(position);
        if found.is_none_or(|found| found.items_of("steps").is_empty()) {
            let place = found.map_or(muscle.place, |found| found.place);
            let message = format!("`{}` has no moves for {position}", muscle.value);
            report.add(Code::RescueMoveMissing, place, message);
        }
    }
    for (position, one) in positions.entries() {
        for step in one.items_of("steps") {
            let text = step.text().or_else(|| step.text_of("text"));
            for text in text.into_iter().chain(step.text_of("or")) {
                step_length(text, report);
            }
            if let Some(text) = step.text_of("big") {
                big_length(text, report);
            }
        }
        let what = format!("the move for `{}` {}", muscle.value, position.value);
        routines::figure(one, position.place, &what, report);
    }
}

fn step_length(step: &Text<'_>, report: &mut Report) {
    let words = step.value.split_whitespace().count();
    if words > MOST_WORDS {
        let message = format!("this step has {words} words");
        let help = format!("use at most {MOST_WORDS}: it is read in pain, in the dark");
        report.add_help(Code::StepTooLong, step.place, message, help);
    }
}

fn big_length(text: &Text<'_>, report: &mut Report) {
    let too_long = text.value.split_whitespace().any(|word| word.chars().count() > BIG_LETTERS);
    let lines = text.value.lines().map(|line| wrap_plain(line, BIG_LETTERS).len());
    if too_long || lines.sum::<usize>() > BIG_LINES {
        let message = "`big` does not fit two lines of 16 letters";
        let help = "say it in fewer words; the whole step stands in `text`";
        report.add_help(Code::StepTooLong, text.place, message, help);
    }
}

fn first(rescue: &Value<'_>, moves: &[(Text<'_>, Value<'_>)], report: &mut Report) {
    let Some(text) = rescue.get("default").and_then(|first| first.text_of("muscle")) else {
        return;
    };
    if moves.is_empty() || moves.iter().any(|(name, _)| name.value == text.value) {
        return;
    }
    report.add_unknown(
        Code::RescueDefault,
        text.place,
        format!("`{}` has no moves", text.value),
        &text.value,
        moves.iter().map(|(name, _)| &*name.value),
        "name a muscle that stands under `moves`",
    );
}
