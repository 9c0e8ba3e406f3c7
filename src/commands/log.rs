//! `log`: a cramp, or a night without one.

use super::diary_context::DiaryContext;
use super::{Exit, Failure, Out, Outcome};
use crate::cli::diary::LogArgs;
use crate::diary::entry::{Cramp, Quiet, Record};
use crate::diary::night::Night;
use crate::diary::when;

/// Logs what the arguments say.
pub(super) fn run(context: &DiaryContext<'_>, args: &LogArgs, out: &mut Out) -> Outcome {
    if args.none {
        if let Some((field, _)) = args.cramp.fields.0.first() {
            return Err(Failure::usage(format!(
                "`--none` says that there was no cramp, so `--{}` cannot be given with it",
                field.name
            )));
        }
        return quiet(context, args, out);
    }
    let mut cramp = Cramp::at(context.stamp());
    context.fill(&mut cramp, &args.cramp)?;
    let mut same_minute = None;
    let record = Record::Cramp(Box::new(cramp.clone()));
    let ids = context.open()?.add_deciding(|diary| {
        same_minute = diary.same_minute(&cramp);
        Ok::<_, Failure>(vec![record.clone()])
    })?;
    for id in ids {
        context.print_entry(id, &record, "Logged", out)?;
    }
    if let Some(other) = same_minute.filter(|_| !context.json) {
        let said = format!("Another cramp is logged at the same minute (#{other}).");
        writeln!(out, "{said} If it is the same one, undo this.")?;
    }
    Ok(Exit::Done)
}

fn quiet(context: &DiaryContext<'_>, args: &LogArgs, out: &mut Out) -> Outcome {
    let last = match &args.cramp.at {
        None => Night::last(context.now.datetime()),
        Some(text) => when::parse_night(text, &context.now)
            .map_err(|why| Failure::usage(format!("`--at`: {why}")))?,
    };
    let asked = args.nights.unwrap_or(1);
    let logged = context.stamp();
    let mut quiet_nights: Vec<Night> = Vec::new();
    context.open()?.add_deciding(|diary| {
        if let Err(why) = diary.may_be_quiet(last)
            && asked == 1
            && diary.on(last).count() > 0
        {
            return Err(Failure::usage(format!("{why}; `uncramp diary list` shows it")));
        }
        let nights = (0..i32::from(asked)).map(|back| last.plus(-back));
        quiet_nights.extend(nights.filter(|night| diary.may_be_quiet(*night).is_ok()));
        let quiet = |night: &Night| Record::Quiet(Quiet { logged: logged.clone(), night: *night });
        Ok(quiet_nights.iter().map(quiet).collect())
    })?;
    if context.json {
        writeln!(out, "{}", serde_json::json!({ "quiet": quiet_nights }))?;
    } else {
        writeln!(out, "{}", quiet_words(&quiet_nights, usize::from(asked)))?;
    }
    Ok(Exit::Done)
}

/// Says which of the nights asked for were logged; `logged` has the latest first.
fn quiet_words(logged: &[Night], asked: usize) -> String {
    let which = match logged {
        [] => return "Nothing to log: that is already logged.".to_owned(),
        [one] => format!("Logged: no cramp in the night of {}.", one.days(None)),
        [last, .., first] => {
            let (count, from, to) = (logged.len(), first.days(None), last.days(None));
            format!("Logged: no cramp in {count} nights, the first of {from}, the last of {to}.")
        }
    };
    match asked - logged.len() {
        0 => which,
        1 => which + " The other one is already logged.",
        _ => which + " The others are already logged.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::stamp::Stamp;

    #[test]
    fn fewer_nights_than_asked_for_are_not_passed_over_in_silence() {
        let night = |day: &str| Stamp::parse(day).unwrap().night();
        let [last, first] =
            ["2026-03-05", "2026-03-02"].map(|day| night(&format!("{day}T23:00:00+01:00")));
        assert_eq!(
            quiet_words(&[last, first], 4),
            "Logged: no cramp in 2 nights, the first of 2 to 3 Mar 2026, the last of 5 to 6 Mar 2026. \
             The others are already logged."
        );
        let one = "Logged: no cramp in the night of 5 to 6 Mar 2026.";
        assert_eq!(quiet_words(&[last], 2), format!("{one} The other one is already logged."));
        assert_eq!(quiet_words(&[last], 1), one);
    }
}
