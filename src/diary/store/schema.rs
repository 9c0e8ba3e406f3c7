//! The tables, and how an older file becomes a current one.

use std::time::{Duration, Instant};

use rusqlite::{Connection, TransactionBehavior};

use super::StoreFault;

/// Marks the file as ours: "uncr".
pub(super) const APPLICATION: u32 = 0x756e_6372;

/// The steps from an empty file to the current format; the format is numbered by how many there are.
const STEPS: [&str; 1] = [include_str!("schema/1.sql")];

/// The current format.
#[expect(clippy::cast_possible_truncation, reason = "there are few steps")]
pub(super) const FORMAT: u32 = STEPS.len() as u32;

/// How long to wait between two attempts to turn on the write-ahead log.
const RETRY: Duration = Duration::from_millis(10);

/// Sets the connection up and brings the file to the current format.
pub(super) fn prepare(db: &mut Connection, lock_timeout: Duration) -> Result<(), StoreFault> {
    db.busy_timeout(lock_timeout)?;
    trust_nothing(db)?;
    if format(db)? != FORMAT {
        migrate(db)?;
    }
    write_ahead(db, lock_timeout)?;
    db.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    Ok(())
}

/// Protects against a file whose schema was made to run code.
pub(super) fn trust_nothing(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
}

/// The number of the file's format, as it stands now.
pub(super) fn format(db: &Connection) -> rusqlite::Result<u32> {
    db.query_row("PRAGMA user_version", [], |row| row.get(0))
}

fn migrate(db: &mut Connection) -> Result<(), StoreFault> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have done it while this one waited.
    let found = format(&tx)?;
    if found > FORMAT {
        return Err(StoreFault::Newer(found));
    }
    for step in STEPS.iter().skip(found as usize) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", FORMAT)?;
    tx.commit()?;
    // Another program reads the format from the file itself, not from the log beside it.
    Ok(checkpoint(db)?)
}

/// Moves what the log holds into the file itself.
pub(super) fn checkpoint(db: &Connection) -> rusqlite::Result<()> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// Turns on the write-ahead log. This needs exclusive access, for which the timeout does not wait.
fn write_ahead(db: &Connection, lock_timeout: Duration) -> rusqlite::Result<()> {
    let started = Instant::now();
    loop {
        let mode = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
        match mode {
            Err(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
                    && started.elapsed() < lock_timeout =>
            {
                std::thread::sleep(RETRY);
            }
            // Some file systems cannot do it; the older kind of journal is as safe.
            other => return other.map(drop),
        }
    }
}
