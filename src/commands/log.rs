//! `log`: a cramp, or a night without one.

use std::io::Write;

use jiff::Zoned;

use super::desk::Desk;
use super::{Exit, Failure, Outcome};
use crate::cli::diary::{CrampArgs, LogArgs};
use crate::diary::entry::{Cramp, Details, EntryId, Lasted, Quiet, Record};
use crate::diary::nights::Nights;
use crate::diary::row::Row;
use crate::diary::stamp::{Night, Stamp};
use crate::diary::transfer;
use crate::diary::when;
use crate::diary::words::Words;

/// Notes what the arguments say.
pub fn run(desk: &Desk<'_>, args: &LogArgs, out: &mut dyn Write) -> Outcome {
    if args.none {
        return quiet(desk, args, out);
    }
    let mut cramp = Cramp::at(moment(desk, &args.cramp)?);
    fill(&mut cramp, &args.cramp, &desk.now).map_err(wrong)?;
    let record = Record::Cramp(Box::new(cramp));
    let id = desk.open()?.add(&record)?;
    said(desk, id, &record, "noted", out)
}

fn moment(desk: &Desk<'_>, args: &CrampArgs) -> Result<Stamp, Failure> {
    match &args.at {
        None => Ok(desk.stamp()),
        Some(text) => when::parse(text, &desk.now)
            .map(|when| Stamp::of(&when))
            .map_err(|why| Failure::new(Exit::Usage, format!("--at: {why}"))),
    }
}

/// What is wrong with the command line.
pub(super) fn wrong(why: String) -> Failure {
    Failure::new(Exit::Usage, why)
}

/// Writes what was said into a cramp. With anything said, its details count as given.
///
/// # Errors
/// A sentence on what cannot be used.
pub(crate) fn fill(cramp: &mut Cramp, args: &CrampArgs, now: &Zoned) -> Result<(), String> {
    if let Some(text) = &args.at {
        let when = when::parse(text, now);
        cramp.began = Stamp::of(&when.map_err(|why| format!("--at: {why}"))?);
    }
    text("--muscle", &mut cramp.muscle, args.muscle.as_deref())?;
    text("--helped", &mut cramp.helped, args.helped.as_deref())?;
    text("--activity", &mut cramp.activity, args.activity.as_deref())?;
    text("--medicine", &mut cramp.medicine, args.medicine.as_deref())?;
    text("--note", &mut cramp.note, args.note.as_deref())?;
    cramp.leg = args.leg.map(Into::into).or(cramp.leg);
    let lasted = args
        .minutes
        .and_then(|minutes| Lasted::from_seconds(minutes * 60));
    cramp.lasted = lasted.or(cramp.lasted);
    cramp.pain = args.pain.or(cramp.pain);
    cramp.sleep = args.sleep.or(cramp.sleep);
    cramp.alcohol = args.alcohol.or(cramp.alcohol);
    cramp.heat = args.heat.or(cramp.heat);
    let only_time = CrampArgs {
        at: args.at.clone(),
        ..CrampArgs::default()
    };
    if *args != only_time {
        cramp.details = Details::Given;
    }
    Ok(())
}

/// An empty text takes the words away.
fn text(flag: &str, field: &mut Option<Words>, text: Option<&str>) -> Result<(), String> {
    if let Some(text) = text {
        *field = words(flag, text)?;
    }
    Ok(())
}

/// The words of a flag.
pub(super) fn words(flag: &str, text: &str) -> Result<Option<Words>, String> {
    Words::parse(text).map_err(|why| format!("{flag}: {why}"))
}

fn quiet(desk: &Desk<'_>, args: &LogArgs, out: &mut dyn Write) -> Outcome {
    let last = match &args.cramp.at {
        None => when::last_night(&desk.now),
        Some(text) => when::parse_night(text, &desk.now)
            .map_err(|why| Failure::new(Exit::Usage, format!("--at: {why}")))?,
    };
    let mut store = desk.open()?;
    let diary = crate::diary::Diary::new(store.entries()?);
    let known = Nights::of(&diary);
    let asked = args.nights.unwrap_or(1);
    if asked == 1 && known.on(last).cramps > 0 {
        return Err(Failure::new(
            Exit::Usage,
            format!("there is a cramp in the night of {last}; `uncramp diary list` shows it"),
        ));
    }
    let nights = (0..i32::from(asked)).map(|back| last.plus(-back));
    let silent: Vec<Night> = nights
        .filter(|night| !known.on(*night).is_known())
        .collect();
    let noted = desk.stamp();
    let records = silent.iter().map(|night| {
        Record::Quiet(Quiet {
            noted: noted.clone(),
            night: *night,
        })
    });
    let count = store.add_all(&records.collect::<Vec<_>>())?.len();
    if desk.json {
        let nights: Vec<String> = silent.iter().map(Night::to_string).collect();
        writeln!(out, "{}", serde_json::json!({ "quiet": nights }))?;
    } else if count == 0 {
        writeln!(out, "Nothing to note: that was known already.")?;
    } else if count == 1 {
        writeln!(out, "Noted: no cramp in the night of {}.", silent[0])?;
    } else {
        writeln!(
            out,
            "Noted: no cramp in {count} nights from {} to {}.",
            silent[count - 1],
            silent[0]
        )?;
    }
    Ok(Exit::Done)
}

/// What became of an entry that was not changed.
pub(super) const UNCHANGED: &str = "as before";

/// Tells what became of an entry.
pub(super) fn said(
    desk: &Desk<'_>,
    id: EntryId,
    record: &Record,
    what: &str,
    out: &mut dyn Write,
) -> Outcome {
    if desk.json {
        let row = Row {
            id: id.0,
            ..Row::of(record)
        };
        serde_json::to_writer_pretty(&mut *out, &row)?;
        writeln!(out)?;
        return Ok(Exit::Done);
    }
    let details = transfer::details(record);
    let back = match what {
        UNCHANGED => "",
        _ => " `uncramp diary undo` takes it back.",
    };
    let gap = if details.is_empty() { "" } else { ": " };
    writeln!(
        out,
        "{id}: {what}: {}, {}{gap}{details}.{back}",
        record.name(),
        record.at().short()
    )?;
    Ok(Exit::Done)
}
