//! The diary's file: one `SQLite` database that only its owner may read.
//!
//! Every change is one transaction that is on the disk before it is acknowledged, so that neither a
//! crash nor a second running program loses anything. A file that is not a diary, is damaged or
//! comes from a newer version is recognised before anything is written, and stays as it is.

use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::tz::TimeZone;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};

use super::Diary;
use super::entry::{Entry, EntryId, Record};
use super::row::EntryRow;
use super::stamp::Stamp;
use crate::runtime::platform;

mod change;
mod error;
mod import;
mod rows;
mod saved_session;
mod schema;

pub use change::{Changed, UndoStep};
use error::WriteError;
pub use error::{StoreError, StoreFault};
pub use import::Imported;
pub use saved_session::ASK_AFTER;

/// Name of the file in the data folder.
pub const FILE: &str = "diary.db";

/// How long a command waits for another running program to finish its change.
pub const COMMAND_TIMEOUT: Duration = Duration::from_secs(5);

/// How long the screen waits for that.
pub(super) const SCREEN_TIMEOUT: Duration = Duration::from_secs(1);

/// An open diary; every method reads or writes its file.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
    /// Whether a change could not be written.
    has_failed: bool,
}

/// The size of the smallest database that is not empty, in bytes. `SQLite` would overwrite a
/// smaller file.
const SMALLEST: u64 = 512;

type StoreResult<T> = Result<T, StoreError>;

type DbResult<T> = Result<T, StoreFault>;

impl Store {
    /// Opens the diary in this folder, and creates both where they are missing.
    pub fn open(folder: &Path) -> StoreResult<Self> {
        let path = folder.join(FILE);
        create(folder, &path).map_err(|fault| fault.at(&path))?;
        Self::open_file(path, COMMAND_TIMEOUT)
    }

    /// Opens the diary in this folder if there is one; creates nothing. Waits only so long for
    /// another program, now and at every later change. In a read-only folder or on a full disk it
    /// can still be read.
    pub fn open_existing(folder: &Path, lock_timeout: Duration) -> StoreResult<Option<Self>> {
        let path = folder.join(FILE);
        match path.metadata() {
            // An empty file was made, but the disk was too full to write into it.
            Ok(about) if about.is_file() && about.len() == 0 => Ok(None),
            Ok(_) => Self::open_file(path, lock_timeout).map(Some),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            // `open` says the same when it tries to make the folder.
            Err(_) if folder.is_file() => {
                Err(StoreFault::Folder(io::ErrorKind::AlreadyExists.into()).at(&path))
            }
            Err(why) => Err(StoreFault::Folder(why).at(&path)),
        }
    }

    fn open_file(path: PathBuf, lock_timeout: Duration) -> StoreResult<Self> {
        let open = || {
            let is_diary =
                |about: Metadata| about.is_file() && (about.len() == 0 || about.len() >= SMALLEST);
            if path.metadata().is_ok_and(|about| !is_diary(about)) {
                return Err(StoreFault::Foreign);
            }
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let mut db = Connection::open_with_flags(&path, flags)?;
            match schema::prepare(&mut db, lock_timeout) {
                Err(why @ (StoreFault::ReadOnly | StoreFault::Full)) if !has_log(&path) => {
                    open_to_read(&path).map_err(|_| why)
                }
                prepared => prepared.map(|()| {
                    platform::close_to_others(&path);
                    db
                }),
            }
        };
        match open() {
            Ok(db) => Ok(Self { db, path, has_failed: false }),
            Err(fault) => Err(fault.at(&path)),
        }
    }

    /// Sets how long every change waits for another program.
    pub fn wait_within(&self, lock_timeout: Duration) {
        // This only sets a number, so it cannot fail in a way that matters.
        let _ = self.db.busy_timeout(lock_timeout);
    }

    /// Whether it was opened to be written, and no change has failed since.
    pub fn can_write(&self) -> bool {
        !self.has_failed && !self.db.is_readonly("main").unwrap_or(true)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The entry with this number.
    pub fn get(&self, id: EntryId) -> StoreResult<Option<Entry>> {
        self.read(|db| one(db, id))
    }

    /// All entries, the oldest first.
    pub fn entries(&self) -> StoreResult<Vec<Entry>> {
        self.read(entries)
    }

    /// The whole diary.
    pub fn diary(&self) -> StoreResult<Diary> {
        self.entries().map(Diary::new)
    }

    /// Adds a record. When this returns, it is on the disk.
    pub fn add(&mut self, record: &Record) -> StoreResult<EntryId> {
        self.write(|tx| Ok(change::add(tx, change::next_step(tx)?, None, record)?))
    }

    /// Adds the records that `decide` chooses after it has seen the diary, as one change. No other
    /// program can write in between.
    pub fn add_deciding<E: From<StoreError>>(
        &mut self,
        decide: impl FnOnce(&Diary) -> Result<Vec<Record>, E>,
    ) -> Result<Vec<EntryId>, E> {
        self.write(|tx| {
            let records = decide(&Diary::new(entries(tx)?)).map_err(WriteError::Refused)?;
            let step = change::next_step(tx)?;
            let ids = records.iter().map(|record| change::add(tx, step, None, record));
            Ok(ids.collect::<Result<_, _>>()?)
        })
    }

    /// Changes an entry; `None` when there is no such entry. No other program can write in between.
    pub fn change<E: From<StoreError>>(
        &mut self,
        id: EntryId,
        step: UndoStep,
        change: impl FnOnce(Record) -> Result<Record, E>,
    ) -> Result<Option<Changed>, E> {
        self.write(|tx| {
            let Some(Entry { record: before, .. }) = one(tx, id)? else {
                return Ok(None);
            };
            let after = change(before.clone()).map_err(WriteError::Refused)?;
            let changed = Changed { before, after };
            if changed.after != changed.before {
                change::replace(tx, id, &changed, step)?;
            }
            Ok(Some(changed))
        })
    }

    /// Removes an entry and returns it; `None` when there is no such entry. `undo` brings it back.
    pub fn remove(&mut self, id: EntryId) -> StoreResult<Option<Record>> {
        self.write(|tx| {
            let removed = one(tx, id)?;
            if let Some(before) = change::as_json(tx, id)? {
                rows::delete(tx, id)?;
                change::log(tx, change::next_step(tx)?, id, Some(&before))?;
            }
            Ok(removed.map(|entry| entry.record))
        })
    }

    /// Takes back an entry as if it had never been made; `false` when there is no such entry.
    pub fn take_back(&mut self, id: EntryId) -> StoreResult<bool> {
        self.write(|tx| {
            tx.execute("DELETE FROM change WHERE entry = ?1", params![id.0])?;
            Ok(rows::delete(tx, id)?)
        })
    }

    /// Deletes everything, also what `undo` would have brought back and how many entries there were:
    /// the next one has number 1.
    pub fn erase(&mut self) -> StoreResult<()> {
        self.write::<_, StoreError>(|tx| {
            Ok(tx.execute_batch(
                "DELETE FROM entry; DELETE FROM change; DELETE FROM kept; DELETE FROM sqlite_sequence;",
            )?)
        })?;
        // The deleted data is already overwritten. This only makes the file smaller, and may fail
        // while another program reads.
        let _ = self.db.execute_batch("VACUUM");
        let _ = self.db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        Ok(())
    }

    fn read<T>(&self, work: impl FnOnce(&Connection) -> DbResult<T>) -> StoreResult<T> {
        work(&self.db).map_err(|fault| fault.at(&self.path))
    }

    /// Does the work in one transaction; where it fails or refuses, nothing has changed.
    fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, WriteError<E>>,
    ) -> Result<T, E> {
        let Self { db, path, has_failed } = self;
        let write = || {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&tx)?;
            tx.commit()?;
            Ok(value)
        };
        write().map_err(|error| match error {
            WriteError::Store(fault) => {
                *has_failed = true;
                fault.at(path).into()
            }
            WriteError::Refused(why) => why,
        })
    }
}

/// Makes the folder and the file where they are missing, for their owner only. `SQLite` gives its
/// side files the same permissions.
fn create(folder: &Path, path: &Path) -> DbResult<()> {
    if path.exists() {
        return Ok(());
    }
    platform::make_private_folder(folder).map_err(StoreFault::Folder)?;
    // Another program may make it at the same moment; then its file is used.
    let mut file = platform::private_file();
    file.write(true).create(true).truncate(false).open(path).map_err(StoreFault::Folder)?;
    Ok(())
}

/// Opens a file beside which `SQLite` can make none, as in a read-only folder or on a full disk;
/// every change is then refused.
fn open_to_read(path: &Path) -> DbResult<Connection> {
    let bytes = path.as_os_str().as_encoded_bytes();
    let encoded = bytes.iter().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(format!("file:{encoded}?immutable=1"), flags)?;
    schema::check(&db)?;
    Ok(db)
}

/// Whether a log stands beside the file, with changes that are not in it yet.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    Path::new(&log).metadata().is_ok_and(|log| log.len() > 0)
}

fn one(db: &Connection, id: EntryId) -> DbResult<Option<Entry>> {
    rows::one(db, id)?.map(|row| entry(id, &row)).transpose()
}

fn entries(db: &Connection) -> DbResult<Vec<Entry>> {
    rows::all(db)?.iter().map(|(id, row)| entry(*id, row)).collect()
}

fn entry(id: EntryId, row: &EntryRow) -> DbResult<Entry> {
    let damaged = |what: anyhow::Error| StoreFault::Damaged(format!("entry {id}: {what:#}"));
    Ok(Entry { id, record: row.record(&TimeZone::UTC).map_err(damaged)? })
}

#[cfg(test)]
mod tests;
