//! The tables, and whether a file is a diary that this version can use.

use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreFault;

/// Marks the file as ours: "uncr".
const APPLICATION: u32 = 0x756e_6372;

/// The number of the format in which this version keeps the diary.
const FORMAT: u32 = 1;

const TABLES: &str = include_str!("schema/1.sql");

/// Sets the connection up and makes the tables in an empty file. A file that is newer, damaged or
/// not a diary is only read, so that it stays as it is.
pub(super) fn prepare(db: &mut Connection, lock_timeout: Duration) -> Result<(), StoreFault> {
    db.busy_timeout(lock_timeout)?;
    // The first two protect against a file whose schema was made to run code.
    db.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;",
    )?;
    if is_empty(db)? {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another program may have made them while this one waited.
        if is_empty(&tx)? {
            tx.execute_batch(TABLES)?;
            tx.pragma_update(None, "application_id", APPLICATION)?;
            tx.pragma_update(None, "user_version", FORMAT)?;
        }
        tx.commit()?;
    }
    check(db)
}

fn is_empty(db: &Connection) -> rusqlite::Result<bool> {
    let tables: u32 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0 && number(db, "application_id")? == 0 && number(db, "user_version")? == 0)
}

fn check(db: &Connection) -> Result<(), StoreFault> {
    if number(db, "application_id")? != i64::from(APPLICATION) {
        return Err(StoreFault::Foreign);
    }
    let format = number(db, "user_version")?;
    if format > i64::from(FORMAT) {
        return Err(StoreFault::Newer(format));
    }
    let verdict: String = db.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreFault::Damaged(verdict)) }
}

fn number(db: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, pragma, |row| row.get(0))
}
