//! The tables, and whether a file is a diary that this version can use.

use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreFault;

/// Marks the file as ours: "uncr".
const APPLICATION: u32 = 0x756e_6372;

/// The steps from an empty file to the current format; the format is numbered by how many there are.
const STEPS: [&str; 1] = [include_str!("schema/1.sql")];

#[expect(clippy::cast_possible_wrap, reason = "there are few steps")]
const FORMAT: i64 = STEPS.len() as i64;

/// Sets the connection up and brings an empty or older file to the current format. A file that is
/// newer, damaged or not a diary is only read, so that it stays as it is.
pub(super) fn prepare(db: &mut Connection, lock_timeout: Duration) -> Result<(), StoreFault> {
    db.busy_timeout(lock_timeout)?;
    // The first two protect against a file whose schema was made to run code.
    db.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;",
    )?;
    if is_older(db)? {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another program may have done it while this one waited.
        if is_older(&tx)? {
            let done = usize::try_from(number(&tx, "user_version")?).unwrap_or(0);
            for step in STEPS.iter().skip(done) {
                tx.execute_batch(step)?;
            }
            tx.pragma_update(None, "application_id", APPLICATION)?;
            tx.pragma_update(None, "user_version", FORMAT)?;
        }
        tx.commit()?;
    }
    check(db)?;
    // Where the file may not be changed, or another program uses it, the older journal is as safe.
    let _ = db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()));
    Ok(())
}

/// Whether the file is empty, or a diary of an older format.
fn is_older(db: &Connection) -> rusqlite::Result<bool> {
    let is_ours = number(db, "application_id")? == i64::from(APPLICATION);
    Ok(is_empty(db)? || is_ours && number(db, "user_version")? < FORMAT)
}

fn is_empty(db: &Connection) -> rusqlite::Result<bool> {
    let tables: u32 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0 && number(db, "application_id")? == 0 && number(db, "user_version")? == 0)
}

/// Accepts a diary of this format.
pub(super) fn check(db: &Connection) -> Result<(), StoreFault> {
    if number(db, "application_id")? != i64::from(APPLICATION) {
        return Err(StoreFault::Foreign);
    }
    let format = number(db, "user_version")?;
    if format > FORMAT {
        return Err(StoreFault::Newer(format));
    }
    let verdict: String = db.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreFault::Damaged(verdict)) }
}

fn number(db: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, pragma, |row| row.get(0))
}
