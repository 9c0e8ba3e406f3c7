//! What was changed, and how the last change is undone.

use std::collections::HashSet;

use rusqlite::{Connection, Transaction, params};

use super::{Entry, EntryId, EntryRow, Record, Store, StoreFault, StoreResult, rows};

/// How many changes can be undone.
const STEPS_KEPT: i64 = 50;

/// The last number that an imported entry keeps. No number is used twice, so behind one at the
/// end of the range there would be none left.
const LAST_KEPT: i64 = 1 << 40;

type FaultResult<T> = Result<T, StoreFault>;

/// How a change of an entry is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoStep {
    /// By itself.
    New,
    /// Together with the change before it, as the fields of one form.
    Last,
}

/// What an undo came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undone {
    /// Entries that were taken away again.
    pub removed: usize,
    /// Entries that are back as they were.
    pub restored: usize,
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

/// Notes what an entry was before a change; `None` when it was not there.
pub(super) fn note(
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
    note(tx, step, id, None)?;
    Ok(id)
}

/// Puts a record in the place of another one.
pub(super) fn replace(
    tx: &Transaction<'_>,
    id: EntryId,
    step: UndoStep,
    record: &Record,
) -> FaultResult<()> {
    if step == UndoStep::New {
        note(tx, next_step(tx)?, id, body(tx, id)?.as_deref())?;
    }
    rows::delete(tx, id)?;
    rows::insert(tx, Some(id), record)?;
    Ok(())
}

/// An entry as it stands, as JSON.
pub(super) fn body(db: &Connection, id: EntryId) -> FaultResult<Option<String>> {
    Ok(rows::one(db, id)?.map(|row| serde_json::to_string(&row)).transpose()?)
}

impl Store {
    /// Undoes the last change that was made, by this program or another one; `None` when there
    /// is none to undo.
    pub fn undo(&mut self) -> StoreResult<Option<Undone>> {
        self.write(|tx| {
            let Some(step) = last_step(tx)? else {
                return Ok(None);
            };
            let mut undone = Undone::default();
            for (id, before) in noted(tx, step)? {
                rows::delete(tx, id)?;
                match before {
                    None => undone.removed += 1,
                    Some(before) => {
                        let row: EntryRow = serde_json::from_str(&before)?;
                        let record = row.record().map_err(StoreFault::Other)?;
                        rows::insert(tx, Some(id), &record)?;
                        undone.restored += 1;
                    }
                }
            }
            tx.execute("DELETE FROM change WHERE step = ?1", params![step])?;
            Ok(Some(undone))
        })
    }

    /// Adds the entries that the diary does not have yet, all or none of them, as one change.
    ///
    /// An entry keeps its number unless that is taken by another one, or too large to count on from.
    pub fn import(&mut self, entries: &[Entry]) -> StoreResult<Imported> {
        self.write(|tx| {
            let step = next_step(tx)?;
            let mut imported = Imported::default();
            // Each row stands for one entry: two equal cramps in one file are two.
            let mut used = HashSet::new();
            for entry in entries {
                if let Some(id) = known(tx, entry, &used)? {
                    used.insert(id);
                    imported.known += 1;
                    continue;
                }
                if matches!(entry.record, Record::Cramp(_)) {
                    imported.same_minute += usize::from(is_cramp_in_minute(tx, entry)?);
                }
                let is_free = (1..=LAST_KEPT).contains(&entry.id.0) && !is_taken(tx, entry.id)?;
                used.insert(add(tx, step, is_free.then_some(entry.id), &entry.record)?);
                imported.added += 1;
            }
            Ok(imported)
        })
    }
}

fn noted(tx: &Transaction<'_>, step: i64) -> FaultResult<Vec<(EntryId, Option<String>)>> {
    let mut noted = tx.prepare("SELECT entry, before FROM change WHERE step = ?1")?;
    let noted = noted.query_map(params![step], |row| Ok((EntryId(row.get(0)?), row.get(1)?)))?;
    Ok(noted.collect::<Result<_, _>>()?)
}

fn is_cramp_in_minute(tx: &Transaction<'_>, entry: &Entry) -> FaultResult<bool> {
    let same = "SELECT 1 FROM entry WHERE kind = 'cramp' AND at / 60 = ?1 / 60";
    Ok(tx.prepare_cached(same)?.exists(params![entry.record.at().seconds()])?)
}

fn is_taken(tx: &Transaction<'_>, id: EntryId) -> FaultResult<bool> {
    Ok(tx.prepare_cached("SELECT 1 FROM entry WHERE id = ?1")?.exists(params![id.0])?)
}

/// The number under which an equal record is there already, those already used left out.
fn known(
    tx: &Transaction<'_>,
    entry: &Entry,
    used: &HashSet<EntryId>,
) -> FaultResult<Option<EntryId>> {
    let wanted = entry.record.at();
    let ids: Vec<i64> = tx
        .prepare_cached("SELECT id FROM entry WHERE at = ?1")?
        .query_map(params![wanted.seconds()], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in ids.into_iter().map(EntryId).filter(|id| !used.contains(id)) {
        let row = rows::one(tx, id)?;
        if row.is_some_and(|row| row.record().as_ref() == Ok(&entry.record)) {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
