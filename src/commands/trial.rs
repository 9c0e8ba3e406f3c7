//! `trial`: begins, shows and ends a self-trial.

use serde_json::{Value, json};

use super::diary_context::DiaryContext;
use super::output::{print_json, print_paragraphs};
use super::{Failure, Out, Outcome};
use crate::cli::diary::TrialCommand;
use crate::diary::Diary;
use crate::diary::entry::{Record, Trial};
use crate::diary::night::Night;
use crate::diary::store::UndoStep;
use crate::diary::summary::{NightSummary, mean};
use crate::diary::trial::{self, Stage, Status};
use crate::text::messages::dates;

/// Runs a command.
pub(super) fn run(
    context: &DiaryContext<'_>,
    command: Option<TrialCommand>,
    out: &mut Out,
) -> Outcome {
    match command {
        Some(TrialCommand::Start) => start(context, out),
        None | Some(TrialCommand::Status) => show(context, &context.diary()?, out),
        Some(TrialCommand::Stop) => stop(context, out),
    }
}

fn start(context: &DiaryContext<'_>, out: &mut Out) -> Outcome {
    let mut store = context.open()?;
    store.add_deciding(|diary| {
        may_begin(diary, context.tonight())?;
        let trial = Trial { began: context.stamp(), stopped: None };
        Ok::<_, Failure>(vec![Record::Trial(trial)])
    })?;
    if !context.json {
        let before = "Before any stretch: do not stretch a leg that is swollen, hot, red or darker, \
     cold, numb or injured; `uncramp show danger` lists the signs. Logging one (`l` on its page) ends the trial. \
     Log every cramp (`uncramp log`) and every night without one (`uncramp log --none`).";
        print_paragraphs(&[before.to_owned()], out)?;
    }
    show(context, &store.diary()?, out)
}

fn may_begin(diary: &Diary, tonight: Night) -> Outcome<()> {
    if let Some((id, sign)) = trial::fresh_sign(diary, tonight) {
        let message = format!(
            "you logged a danger sign on {}: {}\nHave it looked at before you stretch. If it was \
         logged by mistake: `uncramp diary remove {id}`",
            dates::full(sign.logged.local().date()),
            sign.title.as_str()
        );
        return Err(Failure::usage(message));
    }
    if trial::is_running(diary, tonight) {
        return Err(Failure::usage(
            "a self-trial is running; `uncramp trial status` shows it, `uncramp trial stop` ends it",
        ));
    }
    Ok(())
}

fn stop(context: &DiaryContext<'_>, out: &mut Out) -> Outcome {
    let mut store = context.open_existing()?.ok_or_else(not_running)?;
    let diary = store.diary()?;
    let running = trial::is_running(&diary, context.tonight());
    let last = diary.trials().next_back().filter(|_| running);
    let (id, _) = last.ok_or_else(not_running)?;
    store.change(id, UndoStep::New, |record| match record {
        Record::Trial(trial) if trial.stopped.is_none() => {
            Ok(Record::Trial(Trial { stopped: Some(context.stamp()), ..trial }))
        }
        _ => Err(not_running()),
    })?;
    show(context, &store.diary()?, out)
}

fn not_running() -> Failure {
    Failure::usage("no self-trial is running; `uncramp trial start` begins one")
}

/// Prints the state of the last trial.
fn show(context: &DiaryContext<'_>, diary: &Diary, out: &mut Out) -> Outcome {
    let status = trial::last(diary, context.tonight());
    if context.json {
        let none = || json!({ "stage": Value::Null });
        return print_json(&status.as_ref().map_or_else(none, document), out);
    }
    let none = || vec!["There is no self-trial. `uncramp trial start` begins one.".to_owned()];
    print_paragraphs(&status.as_ref().map_or_else(none, Status::lines), out)
}

fn document(status: &Status) -> Value {
    let (stage, night) = match &status.stage {
        Stage::Baseline { night } => ("baseline", Some((*night, trial::BASELINE))),
        Stage::Stretching { night } => ("stretching", Some((*night, trial::STRETCHING))),
        Stage::Over => ("over", None),
        Stage::Stopped => ("stopped", None),
        Stage::Danger(_) => ("danger", None),
    };
    let comparison = status.comparison.as_ref();
    json!({
        "id": status.id.0,
        "began": status.trial.began.to_string(),
        "stage": stage,
        "night": night.map(|(night, _)| night),
        "of": night.map(|(_, of)| of),
        "before": part(&status.before),
        "after": part(&status.after),
        "ratio": comparison.and_then(|both| both.ratio),
        "pain_change": comparison.and_then(|both| both.pain),
        "verdict": status.verdict.words(),
        "lines": status.lines(),
    })
}

fn part(part: &NightSummary) -> Value {
    json!({
        "nights": part.nights,
        "known": part.known,
        "cramps": part.cramps,
        "a_week": (part.known > 0).then(|| part.known_a_week()),
        "stretched": part.stretched,
        "pain": mean(&part.pains),
    })
}
