//! The log of changes, undo and import.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{EntryId, EntryRow, Record, Store, StoreFault, StoreResult, entries, rows};
use crate::diary::entry::ImportedEntry;

/// How many changes can be undone.
const STEPS_KEPT: i64 = 50;

/// The largest number that an imported entry keeps. Later entries get larger numbers, so after one
/// at the end of the range there would be none left.
const LAST_KEPT: i64 = 1 << 40;

type FaultResult<T> = Result<T, StoreFault>;

/// How a change of an entry is undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UndoStep {
    /// By itself.
    New,
    /// Together with the change that left the entry like this, as the fields of one form; by itself
    /// where another program has changed the entry since, or has undone that change.
    Join(Record),
    /// Together with the addition of the entry, where nothing else has changed it since.
    Addition,
}

/// An entry before and after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Before it.
    pub before: Record,
    /// After it.
    pub after: Record,
}

/// What an import came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// Entries that are new.
    pub added: usize,
    /// Entries that the diary had already.
    pub known: usize,
    /// New cramps that began in the same minute as another one.
    pub same_minute: usize,
}

pub(super) fn next_step(db: &Connection) -> FaultResult<i64> {
    Ok(last_step(db)?.unwrap_or(0).saturating_add(1))
}

fn last_step(db: &Connection) -> FaultResult<Option<i64>> {
    Ok(db.query_row("SELECT max(step) FROM change", [], |row| row.get(0))?)
}

/// Logs what an entry was before a change; `None` when it is new.
pub(super) fn log(
    db: &Connection,
    step: i64,
    entry: EntryId,
    before: Option<&str>,
) -> FaultResult<()> {
    db.prepare_cached("INSERT INTO change (step, entry, before) VALUES (?1, ?2, ?3)")?
        .execute(params![step, entry.0, before])?;
    db.prepare_cached("DELETE FROM change WHERE step <= ?1")?
        .execute(params![step.saturating_sub(STEPS_KEPT)])?;
    Ok(())
}

/// Adds a record, under this number if one is given.
pub(super) fn add(
    tx: &Transaction<'_>,
    step: i64,
    id: Option<EntryId>,
    record: &Record,
) -> FaultResult<EntryId> {
    let id = rows::insert(tx, id, record)?;
    log(tx, step, id, None)?;
    Ok(id)
}

/// Writes what has changed of an entry.
pub(super) fn replace(
    tx: &Transaction<'_>,
    id: EntryId,
    changed: &Changed,
    step: UndoStep,
) -> FaultResult<()> {
    let joins = match (step, last_change(tx, id)?) {
        (UndoStep::Join(left), Some((_, Some(_)))) => left == changed.before,
        (UndoStep::Addition, Some((_, None))) => true,
        _ => false,
    };
    if !joins {
        log(tx, next_step(tx)?, id, as_json(tx, id)?.as_deref())?;
    }
    rows::delete(tx, id)?;
    rows::insert(tx, Some(id), &changed.after)?;
    Ok(())
}

/// The step in which an entry changed last, and what it was before.
fn last_change(tx: &Transaction<'_>, id: EntryId) -> FaultResult<Option<(i64, Option<String>)>> {
    let last = "SELECT step, before FROM change WHERE entry = ?1 ORDER BY step DESC LIMIT 1";
    Ok(tx.query_row(last, params![id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Makes an entry again what it was before a change.
fn revert(tx: &Transaction<'_>, id: EntryId, before: &str) -> FaultResult<()> {
    let row = EntryRow::new(serde_json::from_str(before)?);
    let record = row.and_then(|row| row.record(&TimeZone::UTC))?;
    rows::insert(tx, Some(id), &record)?;
    Ok(())
}

/// An entry as it stands, as JSON.
pub(super) fn as_json(db: &Connection, id: EntryId) -> FaultResult<Option<String>> {
    Ok(rows::one(db, id)?.map(|row| serde_json::to_string(&row)).transpose()?)
}

impl Store {
    /// Undoes the last change that was made, by this program or another one, and tells how many
    /// entries are gone with it; `None` when there is nothing to undo.
    pub fn undo(&mut self) -> StoreResult<Option<usize>> {
        self.write(|tx| {
            let Some(step) = last_step(tx)? else {
                return Ok(None);
            };
            let mut removed = 0;
            for (id, before) in changes_in(tx, step)? {
                rows::delete(tx, id)?;
                match before {
                    None => removed += 1,
                    Some(before) => revert(tx, id, &before)?,
                }
            }
            tx.execute("DELETE FROM change WHERE step = ?1", params![step])?;
            Ok(Some(removed))
        })
    }

    /// Brings back a removed entry, whatever has changed since; `false` when it cannot be found.
    pub fn restore(&mut self, id: EntryId) -> StoreResult<bool> {
        self.write(|tx| {
            if rows::one(tx, id)?.is_some() {
                return Ok(true);
            }
            let Some((step, Some(before))) = last_change(tx, id)? else {
                return Ok(false);
            };
            revert(tx, id, &before)?;
            tx.execute("DELETE FROM change WHERE step = ?1 AND entry = ?2", params![step, id.0])?;
            Ok(true)
        })
    }

    /// Adds the entries that the diary does not have yet, all or none of them, as one change.
    ///
    /// An entry keeps its number unless another entry has it or it is too large.
    pub fn import(&mut self, imports: &[ImportedEntry]) -> StoreResult<Imported> {
        self.write(|tx| {
            let step = next_step(tx)?;
            let mut imported = Imported::default();
            let minute = |record: &Record| match record {
                Record::Cramp(cramp) => Some(cramp.began.seconds().div_euclid(60)),
                _ => None,
            };
            let mut there: HashMap<i64, Vec<Record>> = HashMap::new();
            let (mut ids, mut minutes) = (HashSet::new(), HashSet::new());
            for entry in entries(tx)? {
                ids.insert(entry.id);
                minutes.extend(minute(&entry.record));
                there.entry(entry.record.at().seconds()).or_default().push(entry.record);
            }
            for ImportedEntry { id, record } in imports {
                let same = there.entry(record.at().seconds()).or_default();
                if let Some(known) = same.iter().position(|there| there == record) {
                    // Each entry matches only once, so that two equal cramps in a file stay two.
                    same.swap_remove(known);
                    imported.known += 1;
                    continue;
                }
                let is_again = minute(record).is_some_and(|minute| !minutes.insert(minute));
                imported.same_minute += usize::from(is_again);
                let free = id.filter(|id| id.0 <= LAST_KEPT && !ids.contains(id));
                ids.insert(add(tx, step, free, record)?);
                imported.added += 1;
            }
            Ok(imported)
        })
    }
}

fn changes_in(tx: &Transaction<'_>, step: i64) -> FaultResult<Vec<(EntryId, Option<String>)>> {
    let mut logged = tx.prepare("SELECT entry, before FROM change WHERE step = ?1")?;
    let logged = logged.query_map(params![step], |row| Ok((EntryId(row.get(0)?), row.get(1)?)))?;
    Ok(logged.collect::<Result<_, _>>()?)
}
