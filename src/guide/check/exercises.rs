//! The rules of what the body does: rescue moves in every pose, in short steps and for ten
//! minutes at most; times of routines that no one should hold; figures that can be drawn.

use std::time::Duration;

use serde::Deserialize as _;

use super::report::{Location, Report};
use super::tree::{Text, Value};
use crate::guide::bounds::{LONGEST_HOLD, LONGEST_ROUTINE, SHORTEST_HOLD};
use crate::guide::problem::Code;
use crate::guide::raw::{Length, MOST_HOLDS, Pose, PropKind, Routine, RoutineStep, Sides};
use crate::text::wrap::wrap_plain;

/// The longest a cramp may last before the guide says to get help.
const LONGEST_CRAMP: Duration = Duration::from_secs(600);

/// The most words a person in pain can take in at once.
const MOST_WORDS: usize = 12;

/// How much fits in the largest letters of the screen.
const BIG_LINES: usize = 2;
const BIG_LETTERS: usize = 16;

/// Notes what is wrong with `rescue`, with the times of routines and with figures.
pub(crate) fn check(root: &Value<'_>, report: &mut Report) {
    if let Some(rescue) = root.get("rescue").filter(|value| value.text().is_none()) {
        check_limit_and_default(rescue, report);
        for (muscle, poses) in rescue.entries_of("moves") {
            check_moves(muscle, poses, report);
        }
    }
    let has_no_check = root.text_of("rescue").is_some();
    for (id, routine) in root.entries_of("routines") {
        if has_no_check {
            let message = format!("nothing says who must not do the routine `{}`", id.value);
            report.add(Code::RoutineWithoutCheck, id.location, message);
        }
        check_times(id, routine, report);
    }
    for (id, stretch) in root.entries_of("stretches") {
        check_figure(stretch, id.location, &format!("the stretch `{}`", id.value), report);
    }
}

fn check_limit_and_default(rescue: &Value<'_>, report: &mut Report) {
    if let (Some(text), Some(Length(limit))) = (rescue.text_of("limit"), rescue.read("limit"))
        && (limit > LONGEST_CRAMP || limit.is_zero())
    {
        let message = format!("a cramp may not last `{}` before help is advised", text.value);
        report.add(Code::RescueLimit, text.location, message);
    }
    let moves = rescue.entries_of("moves");
    if let (Some(value), true) = (rescue.get("moves"), moves.is_empty()) {
        report.add(Code::RescueMoveMissing, value.location, "`moves` is empty");
        return;
    }
    let muscles = || moves.iter().map(|(muscle, _)| &*muscle.value);
    let first = rescue.get("default").and_then(|default| default.text_of("muscle"));
    if let Some(text) = first.filter(|text| !muscles().any(|muscle| muscle == text.value)) {
        let message = format!("`{}` has no moves", text.value);
        let otherwise = "name a muscle that stands under `moves`";
        let code = Code::RescueDefault;
        report.add_unknown(code, text.location, message, &text.value, muscles(), otherwise);
    }
}

fn check_moves(muscle: &Text<'_>, poses: &Value<'_>, report: &mut Report) {
    for pose in Pose::WORDS {
        let found = poses.get(pose);
        if found.is_none_or(|found| found.items_of("steps").is_empty()) {
            let location = found.map_or(muscle.location, |found| found.location);
            let message = format!("`{}` has no moves for {pose}", muscle.value);
            report.add(Code::RescueMoveMissing, location, message);
        }
    }
    for (pose, one) in poses.entries() {
        for step in one.items_of("steps") {
            let text = step.text().or_else(|| step.text_of("text"));
            for text in text.into_iter().chain(step.text_of("or")) {
                let words = text.value.split_whitespace().count();
                if words > MOST_WORDS {
                    let message = format!("this step has {words} words, more than {MOST_WORDS}");
                    report.add(Code::StepTooLong, text.location, message);
                }
            }
            if let Some(text) = step.text_of("big").filter(|text| !fits_big(&text.value)) {
                let message = "`big` does not fit two lines of 16 letters";
                report.add(Code::StepTooLong, text.location, message);
            }
        }
        let what = format!("the move for `{}` {}", muscle.value, pose.value);
        check_figure(one, pose.location, &what, report);
    }
}

fn fits_big(text: &str) -> bool {
    let lines: Vec<_> = text.lines().flat_map(|line| wrap_plain(line, BIG_LETTERS)).collect();
    let mut words = text.split_whitespace();
    lines.len() <= BIG_LINES && words.all(|word| word.chars().count() <= BIG_LETTERS)
}

fn check_times(id: &Text<'_>, routine: &Value<'_>, report: &mut Report) {
    let mut in_bounds = true;
    let mut hold_to = |owner: &Value<'_>, key: &str, shortest: Duration| {
        let (Some(text), Some(Length(length))) = (owner.text_of(key), owner.read(key)) else {
            return;
        };
        if !(shortest..=LONGEST_HOLD).contains(&length) {
            let message = format!("`{key}` is `{}`", text.value);
            let help = format!("it must be from {} s to 10 minutes", shortest.as_secs());
            report.add_help(Code::DurationRange, text.location, message, help);
            in_bounds = false;
        }
    };
    hold_to(routine, "ready", Duration::ZERO);
    hold_to(routine, "change", Duration::ZERO);
    for step in routine.items_of("steps") {
        hold_to(step, "hold", SHORTEST_HOLD);
        hold_to(step, "rest", Duration::ZERO);
    }
    // Another check tells why a routine cannot be read.
    let Ok(read) = Routine::deserialize(routine) else { return };
    if read.steps.is_empty() {
        let location = routine.get("steps").map_or(id.location, |steps| steps.location);
        let message = format!("the routine `{}` has no steps", id.value);
        report.add(Code::EmptyRoutine, location, message);
    }
    let steps = read.steps.iter().filter(|step| in_bounds && step.repeat <= MOST_HOLDS);
    let least: Duration = steps.map(|step| read.ready.0 + step_time(step, read.change.0)).sum();
    if least > LONGEST_ROUTINE {
        let message = format!("the routine `{}` takes {} minutes", id.value, least.as_secs() / 60);
        report.add(Code::RoutineTooLong, id.location, message);
    }
}

/// How long one step takes. Rest is the time that the same leg gets between two holds,
/// so the holds of the other leg and the changes count towards it.
pub(crate) fn step_time(step: &RoutineStep, change: Duration) -> Duration {
    let RoutineStep { hold: Length(hold), rest: Length(rest), repeat, .. } = *step;
    let again = repeat.saturating_sub(1);
    match step.sides {
        Sides::Alternate => {
            // What one leg waits for, the other rests too.
            let missing = rest.saturating_sub(hold + change * 2);
            hold * repeat * 2 + change * (2 * repeat).saturating_sub(1) + missing * again
        }
        Sides::Each => (hold * repeat + rest * again) * 2 + change,
        Sides::Both => hold * repeat + rest * again,
    }
}

/// Notes a stretch or move without a figure, and things around it that cannot be drawn.
fn check_figure(owner: &Value<'_>, location: Location, what: &str, report: &mut Report) {
    let Some(figure) = owner.get("figure") else {
        report.add(Code::NoFigure, location, format!("{what} has no figure"));
        return;
    };
    for prop in figure.items_of("props") {
        let (Some(kind), Some(at)) = (prop.read::<PropKind>("kind"), prop.get("at")) else {
            continue;
        };
        let (least, most) = match kind {
            PropKind::Chair => (4, 4),
            PropKind::Step => (2, 2),
            _ => (2, usize::MAX),
        };
        let points = at.items().len();
        if !(least..=most).contains(&points) {
            let message = format!("a {} cannot be drawn from {points} points", kind.word());
            let need = if least == most { "exactly" } else { "at least" };
            let help = format!("it needs {need} {least}");
            report.add_help(Code::PropPoints, at.location, message, help);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::check::check;

    const GUIDE: &str = include_str!("../../../tests/guides/good/bicycle.yaml");

    #[test]
    fn a_number_of_holds_beyond_all_counting_is_out_of_range_and_nothing_else() {
        let text = GUIDE.replace("repeat: 2", "repeat: 4000000000");
        let told = check("f", text.as_bytes()).problems.list;
        let told: Vec<&str> = told.iter().map(|problem| problem.code.word()).collect();
        assert_eq!(told, ["out-of-range"]);
    }
}
