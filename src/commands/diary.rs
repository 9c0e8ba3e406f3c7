//! `diary`: the charts in words, and the commands for its entries.

use std::io::{self, BufRead, Read};
use std::path::Path;

use super::diary_context::{DiaryContext, UNCHANGED};
use super::output::{print_json, print_message, print_paragraphs};
use super::{Exit, Failure, Out, Outcome};
use crate::cli::diary::{DiaryCommand, EditArgs, ExportFormat};
use crate::diary::entry::{Cramp, Entry, EntryId, Record, Remark};
use crate::diary::note_text::NoteText;
use crate::diary::row::EntryRow;
use crate::diary::statistics::Statistics;
use crate::diary::store::{Store, UndoStep};
use crate::diary::{Diary, by_night, overview, transfer};
use crate::text::messages::amounts::counted;
use crate::text::messages::diary as words;

/// How many weeks the numbers cover.
pub(super) const WEEKS: u16 = 12;

/// The longest file that is imported, in bytes.
const MOST_BYTES: u64 = 256 << 20;

/// How many wrong lines of an import are named at most.
const MOST_SAID: usize = 10;

/// How many undone entries are named at most.
const MOST_UNDONE: usize = 3;

/// Runs a command; without one, prints the charts in words.
pub(super) fn run(
    context: &DiaryContext<'_>,
    command: Option<&DiaryCommand>,
    out: &mut Out,
) -> Outcome {
    match command {
        None => overview(context, out),
        Some(DiaryCommand::List) => list(context, out),
        Some(DiaryCommand::Edit(args)) => edit(context, args, out),
        Some(DiaryCommand::Remove { id }) => remove(context, *id, out),
        Some(DiaryCommand::Undo) => undo(context, out),
        Some(DiaryCommand::Note { about, text, more }) => {
            let text = NoteText::parse(&format!("{text} {}", more.join(" ")));
            let text = text.map_err(|why| Failure::usage(format!("the note: {why}")))?;
            let text = text.ok_or_else(|| Failure::usage("the note is empty"))?;
            let record = Record::Remark(Remark { logged: context.stamp(), about: *about, text });
            let id = context.open()?.add(&record)?;
            context.print_entry(id, &record, "Logged", out)
        }
        Some(DiaryCommand::Export { format }) => export(context, *format, out),
        Some(DiaryCommand::Import { file }) => import(context, file, out),
        Some(DiaryCommand::Erase) => erase(context, &mut io::stdin().lock(), out),
    }
}

fn overview(context: &DiaryContext<'_>, out: &mut Out) -> Outcome {
    let statistics = Statistics::over(&context.diary()?, context.tonight(), WEEKS);
    if context.json {
        return print_json(&overview::document(&statistics), out);
    }
    print_paragraphs(&overview::lines(&statistics), out)
}

fn list(context: &DiaryContext<'_>, out: &mut Out) -> Outcome {
    let diary = context.diary()?;
    if context.json {
        let rows: Vec<EntryRow> = diary.entries().map(EntryRow::from).collect();
        return print_json(&serde_json::json!({ "entries": rows }), out);
    }
    if diary.is_empty() {
        writeln!(out, "The diary is empty. `uncramp log` logs a cramp.")?;
    }
    for Entry { id, record } in diary.entries() {
        let (id, when, name) = (id.to_string(), record.when(None), record.name());
        let line = format!("{id:>5}  {when:>20}  {name:<11}  {}", record.details());
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(Exit::Done)
}

fn missing(id: EntryId) -> Failure {
    let message = format!("there is no entry {id}; `uncramp diary list` shows the numbers");
    Failure::new(Exit::NotFound, message)
}

/// The diary that may have the entry with this number; without a diary there is none.
fn store(context: &DiaryContext<'_>, id: EntryId) -> Outcome<Store> {
    context.open_existing()?.ok_or_else(|| missing(id))
}

fn edit(context: &DiaryContext<'_>, args: &EditArgs, out: &mut Out) -> Outcome {
    let id = args.id;
    let changed = store(context, id)?.change(id, UndoStep::New, |record| {
        let mut cramp = only_cramp(id, record)?;
        for field in &args.clear {
            field.write(&mut cramp, "").map_err(|why| Failure::usage(why.to_string()))?;
        }
        context.fill(&mut cramp, &args.cramp)?;
        Ok::<_, Failure>(Record::Cramp(cramp))
    })?;
    let changed = changed.ok_or_else(|| missing(id))?;
    let what = if changed.after == changed.before { UNCHANGED } else { "Changed" };
    context.print_entry(id, &changed.after, what, out)
}

/// Makes sure that there is a cramp with this number.
pub(super) fn check_cramp(context: &DiaryContext<'_>, id: EntryId) -> Outcome<()> {
    let entry = store(context, id)?.get(id)?.ok_or_else(|| missing(id))?;
    only_cramp(id, entry.record).map(drop)
}

fn only_cramp(id: EntryId, record: Record) -> Outcome<Box<Cramp>> {
    match record {
        Record::Cramp(cramp) => Ok(cramp),
        other => Err(Failure::usage(format!(
            "entry {id} is not a cramp but: {}; only cramps can be edited, \
         `uncramp diary remove {id}` removes it",
            other.name()
        ))),
    }
}

fn remove(context: &DiaryContext<'_>, id: EntryId, out: &mut Out) -> Outcome {
    let removed = store(context, id)?.remove(id)?.ok_or_else(|| missing(id))?;
    context.print_entry(id, &removed, "Removed", out)
}

fn undo(context: &DiaryContext<'_>, out: &mut Out) -> Outcome {
    let store = context.open_existing()?;
    let undone = store.map_or_else(|| Ok(Vec::new()), |mut store| store.undo())?;
    if undone.is_empty() {
        writeln!(out, "There is nothing to undo.")?;
        return Ok(Exit::Done);
    }
    let this_year = Some(context.now.year());
    let words = |(record, what): &(Record, _)| format!("{} {what}", record.label(this_year));
    let mut said: Vec<String> = undone.iter().take(MOST_UNDONE).map(words).collect();
    let more = undone.len() - said.len();
    said.extend((more > 0).then(|| format!("{more} more")));
    writeln!(out, "Undone: {}.", said.join("; "))?;
    Ok(Exit::Done)
}

fn export(context: &DiaryContext<'_>, form: Option<ExportFormat>, out: &mut Out) -> Outcome {
    let store = context.open_existing()?;
    let nights = by_night(store.map_or_else(|| Ok(Vec::new()), |store| store.entries())?);
    let entries = nights.values().flatten();
    let format = form.unwrap_or(if context.json { ExportFormat::Json } else { ExportFormat::Csv });
    let text = match format {
        ExportFormat::Json => transfer::to_json(entries).map_err(io::Error::from)?.into(),
        ExportFormat::Csv => transfer::to_csv(entries).map_err(io::Error::other)?,
        ExportFormat::Md => {
            let diary = Diary::new(nights.into_values().flatten().collect());
            transfer::to_markdown(diary.entries()).into()
        }
    };
    out.write_all(&text)?;
    Ok(Exit::Done)
}

fn import(context: &DiaryContext<'_>, file: &Path, out: &mut Out) -> Outcome {
    let cannot_read = |why| Failure::io(format!("{} cannot be read", file.display()), &why);
    let text = read_text(file).map_err(cannot_read)?;
    let entries =
        transfer::read(&text, context.now.time_zone()).map_err(|wrong| unreadable(file, &wrong))?;
    let imported = context.open()?.import(&entries)?;
    let mut said = format!("Imported: {} new, {} already there.", imported.added, imported.known);
    if imported.same_minute > 0 {
        let cramps = counted(imported.same_minute, "cramp", "cramps");
        said = format!("{said} {cramps} began in the same minute as another.");
    }
    // Where nothing was added, `undo` would undo an older change.
    match imported.added {
        0 => writeln!(out, "{said}")?,
        _ => writeln!(out, "{said} {}", words::HOW_TO_UNDO)?,
    }
    Ok(Exit::Done)
}

fn unreadable(file: &Path, wrong: &[String]) -> Failure {
    let mut lines = vec![format!("{}: nothing was imported:", file.display())];
    lines.extend(wrong.iter().take(MOST_SAID).map(|line| format!("  {line}")));
    if wrong.len() > MOST_SAID {
        lines.push(format!("  and {} more", wrong.len() - MOST_SAID));
    }
    Failure::new(Exit::Failed, lines.join("\n"))
}

fn read_text(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    let input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(std::fs::File::open(file)?)
    };
    input.take(MOST_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MOST_BYTES {
        return Err(io::Error::other("it is larger than 256 MiB; no diary is"));
    }
    Ok(text)
}

fn erase(context: &DiaryContext<'_>, answers: &mut dyn BufRead, out: &mut Out) -> Outcome {
    let Some(mut store) = context.open_existing()? else {
        writeln!(out, "There is no diary to erase.")?;
        return Ok(Exit::Done);
    };
    let entries = counted(store.entries()?.len(), "entry", "entries");
    let file = store.path().display();
    // On stderr it is seen even if stdout goes to a file.
    print_message(&format!("this deletes {entries} of {file} for good; type yes to do it"));
    let mut answer = Vec::new();
    // Anything but `yes` is a no, also an answer that cannot be read.
    let read = answers.take(100).read_until(b'\n', &mut answer);
    if read.is_ok() && answer.trim_ascii().eq_ignore_ascii_case(b"yes") {
        store.erase()?;
        writeln!(out, "Everything is deleted.")?;
    } else {
        writeln!(out, "Nothing was deleted.")?;
    }
    Ok(Exit::Done)
}
