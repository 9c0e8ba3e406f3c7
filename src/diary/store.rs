//! The diary's file: one `SQLite` database that only its owner may read.
//!
//! Every change is one transaction, written through to the disk before it is acknowledged, so a
//! crash or a second running program loses nothing. A file that is not ours, is damaged or comes
//! from a newer version is recognised while it is only read, and left as it is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};

use super::Diary;
use super::entry::{Entry, EntryId, Record};
use super::field::Field;
use super::row::EntryRow;
use super::stamp::Stamp;

mod change;
mod error;
mod file;
mod probe;
mod reading;
mod rows;
mod saved_session;
mod schema;

pub use change::{Imported, Undone};
pub use error::StoreError;
pub use saved_session::ASK_AFTER;

/// Name of the file in the data folder.
pub const FILE: &str = "diary.db";

/// How long a command waits for another running program to finish its change.
pub const COMMAND_TIMEOUT: Duration = Duration::from_secs(5);

/// The open diary.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
}

type StoreResult<T> = Result<T, StoreError>;

impl Store {
    /// Opens the diary in this folder, and creates both where they are missing.
    pub fn open(folder: &Path) -> StoreResult<Self> {
        Self::open_within(folder, COMMAND_TIMEOUT)
    }

    /// The same, waiting only so long for another program, now and at every later change.
    pub fn open_within(folder: &Path, patience: Duration) -> StoreResult<Self> {
        let path = folder.join(FILE);
        file::create(folder, &path)?;
        Self::open_file(path, patience)
    }

    /// Opens the diary in this folder if there is one; creates nothing.
    pub fn open_existing(folder: &Path) -> StoreResult<Option<Self>> {
        Self::open_existing_within(folder, COMMAND_TIMEOUT)
    }

    /// The same, waiting only so long for another program, now and at every later change.
    pub fn open_existing_within(folder: &Path, patience: Duration) -> StoreResult<Option<Self>> {
        let path = folder.join(FILE);
        match path.try_exists() {
            Ok(false) => Ok(None),
            Ok(true) => Self::open_file(path, patience).map(Some),
            Err(why) => Err(StoreError::unreachable(folder, why)),
        }
    }

    fn open_file(path: PathBuf, patience: Duration) -> StoreResult<Self> {
        probe::probe(&path)?;
        crate::runtime::platform::close_to_others(&path);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let at = |why: rusqlite::Error| StoreError::of(&path, &why);
        let mut db = Connection::open_with_flags(&path, flags).map_err(at)?;
        schema::prepare(&mut db, &path, patience)?;
        Ok(Self { db, path })
    }

    /// From now on waits so long for another program at every change.
    pub fn wait_within(&self, patience: Duration) {
        // It only sets a number; there is nothing to be done about an error.
        let _ = self.db.busy_timeout(patience);
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds a record. When this returns, it is on the disk.
    pub fn add(&mut self, record: &Record) -> StoreResult<EntryId> {
        self.write(|tx| {
            let id = rows::insert(tx, None, record)?;
            change::note(tx, change::next_step(tx)?, id, None)?;
            Ok(id)
        })
    }

    /// Adds what `decide` makes of the diary as it stands, as one change, all or nothing of it.
    /// No other program can write between the decision and the change.
    pub fn add_deciding<E: From<StoreError>>(
        &mut self,
        decide: impl FnOnce(&Diary) -> Result<Vec<Record>, E>,
    ) -> Result<Vec<EntryId>, E> {
        self.within(|tx, path| {
            let records = decide(&Diary::new(entries(tx, path)?))?;
            let insert = || {
                let step = change::next_step(tx)?;
                let mut ids = Vec::with_capacity(records.len());
                for record in &records {
                    let id = rows::insert(tx, None, record)?;
                    change::note(tx, step, id, None)?;
                    ids.push(id);
                }
                Ok(ids)
            };
            Ok(insert().map_err(|why| StoreError::of(path, &why))?)
        })
    }

    /// The entry with this number.
    pub fn get(&self, id: EntryId) -> StoreResult<Option<Entry>> {
        one(&self.db, &self.path, id)
    }

    /// All entries, the oldest first.
    pub fn entries(&self) -> StoreResult<Vec<Entry>> {
        entries(&self.db, &self.path)
    }

    /// Puts what `change` makes of an entry in its place, and gives the record before and after;
    /// `None` when there is no such entry. No other program can write in between.
    pub fn replace<E: From<StoreError>>(
        &mut self,
        id: EntryId,
        change: impl FnOnce(Record) -> Result<Record, E>,
    ) -> Result<Option<(Record, Record)>, E> {
        self.rewrite(id, true, change)
    }

    /// The same for an entry that was only just made, so that both are one change to undo.
    pub fn amend(
        &mut self,
        id: EntryId,
        change: impl FnOnce(Record) -> Record,
    ) -> StoreResult<Option<(Record, Record)>> {
        self.rewrite(id, false, |record| Ok(change(record)))
    }

    /// Writes what was typed into one field of a cramp. With `joins` it is part of the change
    /// before it, so that a form filled in is undone as one. `None` when there is no such cramp;
    /// inside, why the value was refused.
    pub fn set_field(
        &mut self,
        id: EntryId,
        field: Field,
        typed: &str,
        joins: bool,
    ) -> StoreResult<Option<Result<(), String>>> {
        let mut written = None;
        self.rewrite(id, !joins, |mut record| {
            if let Record::Cramp(cramp) = &mut record {
                written = Some(field.write(cramp, typed));
            }
            Ok::<_, StoreError>(record)
        })?;
        Ok(written)
    }

    fn rewrite<E: From<StoreError>>(
        &mut self,
        id: EntryId,
        undoable: bool,
        change: impl FnOnce(Record) -> Result<Record, E>,
    ) -> Result<Option<(Record, Record)>, E> {
        self.within(|tx, path| {
            let Some(Entry { record: before, .. }) = one(tx, path, id)? else {
                return Ok(None);
            };
            let after = change(before.clone())?;
            if after == before {
                return Ok(Some((before, after)));
            }
            let put = || {
                if undoable {
                    let body = change::body(tx, id)?;
                    change::note(tx, change::next_step(tx)?, id, body.as_deref())?;
                }
                rows::delete(tx, id)?;
                rows::insert(tx, Some(id), &after)
            };
            put().map_err(|why| StoreError::of(path, &why))?;
            Ok(Some((before, after)))
        })
    }

    /// Removes an entry; `false` when there is no such entry. `undo` brings it back.
    pub fn remove(&mut self, id: EntryId) -> StoreResult<bool> {
        self.write(|tx| {
            let Some(before) = change::body(tx, id)? else {
                return Ok(false);
            };
            rows::delete(tx, id)?;
            change::note(tx, change::next_step(tx)?, id, Some(&before))?;
            Ok(true)
        })
    }

    /// Takes back an entry as if it had never been made; `false` when there is no such entry.
    pub fn take_back(&mut self, id: EntryId) -> StoreResult<bool> {
        self.write(|tx| {
            tx.execute("DELETE FROM change WHERE entry = ?1", params![id.0])?;
            rows::delete(tx, id)
        })
    }

    /// Deletes everything, also what `undo` would have brought back.
    pub fn erase(&mut self) -> StoreResult<()> {
        self.write(|tx| {
            tx.execute_batch(
                "DELETE FROM entry; DELETE FROM change; DELETE FROM kept; DELETE FROM sqlite_sequence;",
            )
        })?;
        // The freed pages are overwritten already; this only makes the file small again, and may
        // have to wait for another program that is reading.
        let _ = self.db.execute_batch("VACUUM");
        let _ = schema::settle(&self.db);
        Ok(())
    }

    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> StoreResult<T> {
        self.within(|tx, path| work(tx).map_err(|why| StoreError::of(path, &why)))
    }

    /// Does the work in one transaction: all of it, or where it fails nothing.
    fn within<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, &Path) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = &self.path;
        let at = |why: rusqlite::Error| StoreError::of(path, &why);
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(at)?;
        let value = work(&tx, path)?;
        tx.commit().map_err(at)?;
        Ok(value)
    }

    fn failed(&self, why: &rusqlite::Error) -> StoreError {
        StoreError::of(&self.path, why)
    }
}

fn one(db: &Connection, path: &Path, id: EntryId) -> StoreResult<Option<Entry>> {
    rows::one(db, id)
        .map_err(|why| StoreError::of(path, &why))?
        .map(|found| entry(path, &found))
        .transpose()
}

fn entries(db: &Connection, path: &Path) -> StoreResult<Vec<Entry>> {
    let found = rows::all(db).map_err(|why| StoreError::of(path, &why))?;
    found.iter().map(|found| entry(path, found)).collect()
}

fn entry(path: &Path, row: &EntryRow) -> StoreResult<Entry> {
    row.entry().map_err(|what| {
        StoreError::Damaged(path.to_owned(), format!("entry {}: {what}", row.value("id")))
    })
}

#[cfg(test)]
mod tests;
