//! The log of changes, and undo.

use jiff::tz::TimeZone;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{DbResult, EntryId, EntryRow, Record, Store, StoreResult, one, rows};

/// How many changes can be undone.
const STEPS_KEPT: i64 = 50;

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

pub(super) fn next_step(db: &Connection) -> DbResult<i64> {
    Ok(last_step(db)?.unwrap_or(0).saturating_add(1))
}

fn last_step(db: &Connection) -> DbResult<Option<i64>> {
    Ok(db.query_row("SELECT max(step) FROM change", [], |row| row.get(0))?)
}

/// Logs what an entry was before a change; `None` when it is new.
pub(super) fn log(db: &Connection, step: i64, id: EntryId, before: Option<&str>) -> DbResult<()> {
    db.prepare_cached("INSERT INTO change (step, entry, before) VALUES (?1, ?2, ?3)")?
        .execute(params![step, id.0, before])?;
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
) -> DbResult<EntryId> {
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
) -> DbResult<()> {
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
fn last_change(tx: &Transaction<'_>, id: EntryId) -> DbResult<Option<(i64, Option<String>)>> {
    let last = "SELECT step, before FROM change WHERE entry = ?1 ORDER BY step DESC LIMIT 1";
    Ok(tx.query_row(last, params![id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Makes an entry again what it was before a change.
fn revert(tx: &Transaction<'_>, id: EntryId, before: &str) -> DbResult<Record> {
    let row = EntryRow::new(serde_json::from_str(before)?);
    let record = row.and_then(|row| row.record(&TimeZone::UTC))?;
    rows::insert(tx, Some(id), &record)?;
    Ok(record)
}

/// An entry as it stands, as JSON.
pub(super) fn as_json(db: &Connection, id: EntryId) -> DbResult<Option<String>> {
    Ok(rows::one(db, id)?.map(|row| serde_json::to_string(&row)).transpose()?)
}

impl Store {
    /// Undoes the last change that was made, by this program or another one, and tells each entry
    /// with what became of it; none when there is nothing to undo.
    pub fn undo(&mut self) -> StoreResult<Vec<(Record, &'static str)>> {
        self.write(|tx| {
            let Some(step) = last_step(tx)? else { return Ok(Vec::new()) };
            let mut undone = Vec::new();
            for (id, before) in changes_in(tx, step)? {
                let now = one(tx, id)?;
                rows::delete(tx, id)?;
                undone.extend(match (before, now) {
                    (None, now) => now.map(|entry| (entry.record, "removed")),
                    (Some(before), None) => Some((revert(tx, id, &before)?, "brought back")),
                    (Some(before), Some(_)) => Some((revert(tx, id, &before)?, "changed back")),
                });
            }
            tx.execute("DELETE FROM change WHERE step = ?1", params![step])?;
            Ok(undone)
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
}

fn changes_in(tx: &Transaction<'_>, step: i64) -> DbResult<Vec<(EntryId, Option<String>)>> {
    let mut logged = tx.prepare("SELECT entry, before FROM change WHERE step = ?1")?;
    let logged = logged.query_map(params![step], |row| Ok((EntryId(row.get(0)?), row.get(1)?)))?;
    Ok(logged.collect::<Result<_, _>>()?)
}
