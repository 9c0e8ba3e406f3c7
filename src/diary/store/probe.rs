//! Checks the file before it is used. It is opened read-only, so that a file that is newer, damaged
//! or not a diary stays as it is.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::StoreFault;
use super::schema::{self, APPLICATION, FORMAT};
use crate::runtime::platform;

/// The file can look damaged for an instant while another program begins to write, so it is checked
/// several times.
const LOOKS: u32 = 3;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// The size of the smallest database that is not empty. `SQLite` would overwrite a smaller file.
const SMALLEST: u64 = 512;

/// Accepts an empty file and a diary of this version or an older one.
pub(super) fn probe(path: &Path) -> Result<(), StoreFault> {
    let is_diary =
        |about: std::fs::Metadata| about.is_file() && (about.len() == 0 || about.len() >= SMALLEST);
    if path.metadata().is_ok_and(|about| !is_diary(about)) {
        return Err(StoreFault::Foreign);
    }
    let look = || check(&open_to_read(path)?);
    let mut result = look();
    for _ in 1..LOOKS {
        if !matches!(result, Err(StoreFault::Damaged(_))) {
            break;
        }
        std::thread::sleep(BETWEEN_LOOKS);
        result = look();
    }
    match result {
        // Opening the file for writing waits, or gives a better reason.
        Err(StoreFault::ReadOnly | StoreFault::Full | StoreFault::Busy) => Ok(()),
        other => other,
    }
}

fn check(db: &Connection) -> Result<(), StoreFault> {
    let number = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, format) = (number("application_id")?, number("user_version")?);
    if application == 0 && format == 0 {
        let tables: u32 =
            db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        return if tables == 0 { Ok(()) } else { Err(StoreFault::Foreign) };
    }
    if application != i64::from(APPLICATION) {
        return Err(StoreFault::Foreign);
    }
    if format > i64::from(FORMAT) {
        return Err(StoreFault::Newer(u32::try_from(format).unwrap_or(u32::MAX)));
    }
    let verdict: String = db.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreFault::Damaged(verdict)) }
}

/// The file opened read-only, where it has the format of this version.
pub(super) fn as_it_lies(path: &Path) -> Option<Connection> {
    probe(path).ok()?;
    let is_current = |db: &Connection| schema::format(db).is_ok_and(|it| it == FORMAT);
    let alone = || open_alone(path).ok().filter(is_current);
    open_to_read(path).ok().filter(is_current).or_else(alone)
}

/// Opens the file read-only, with the changes in the log beside it.
fn open_to_read(path: &Path) -> rusqlite::Result<Connection> {
    // Without a log, `immutable` keeps SQLite from making files beside it.
    open_as(path, if has_log(path) { "" } else { "&immutable=1" })
}

/// The same for a folder in which no file can be made: the index of the log stays in memory.
fn open_alone(path: &Path) -> Result<Connection, StoreFault> {
    let db = open_as(path, &format!("&vfs={}", platform::SQLITE_WITHOUT_LOCKS))?;
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    check(&db)?;
    Ok(db)
}

fn open_as(path: &Path, how: &str) -> rusqlite::Result<Connection> {
    let address = format!("file:{}?mode=ro{how}", encoded(path));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(address, flags)?;
    schema::trust_nothing(&db)?;
    Ok(db)
}

/// Whether nothing was ever written into the file, nor into a log beside it.
pub(super) fn is_empty(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| about.is_file() && about.len() == 0) && !has_log(path)
}

/// Whether a write-ahead log stands beside it, with changes that are not in the file yet.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    Path::new(&log).metadata().is_ok_and(|meta| meta.len() > 0)
}

/// A path as it is written in a URI.
fn encoded(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes.iter().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Cramp, Record};
    use crate::diary::stamp::Stamp;
    use crate::diary::store::{FILE, Store, StoreError};

    /// The diary in this folder, to be read only.
    fn as_it_lies_in(folder: &Path) -> Store {
        let path = folder.join(FILE);
        Store { db: as_it_lies(&path).unwrap(), path }
    }

    /// A diary in this folder, with one cramp, and the cramp.
    fn logged(folder: &Path) -> (Store, Record) {
        let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
        let record = Record::Cramp(Box::new(Cramp::at(began)));
        let mut store = Store::open(folder).unwrap();
        store.add(&record).unwrap();
        (store, record)
    }

    #[test]
    fn a_diary_is_read_as_it_lies_whatever_its_folder_is_called() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("my diary? 100% #1&immutable=0");
        let (_, record) = logged(&folder);
        let mut read = as_it_lies_in(&folder);
        assert_eq!(read.entries().unwrap().len(), 1);
        assert!(matches!(read.add(&record), Err(StoreError { fault: StoreFault::ReadOnly, .. })));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn what_another_program_has_just_written_is_read_too() {
        let home = tempfile::tempdir().unwrap();
        let _writer = logged(home.path());
        let read = as_it_lies_in(home.path());
        assert_eq!(read.entries().unwrap().len(), 1);
    }

    #[test]
    fn what_a_log_holds_is_read_where_nothing_can_be_made_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let _writer = logged(home.path());
        let left = tempfile::tempdir().unwrap();
        for name in ["diary.db", "diary.db-wal"] {
            std::fs::copy(home.path().join(name), left.path().join(name)).unwrap();
        }
        let path = left.path().join(FILE);
        let db = open_alone(&path).unwrap();
        assert_eq!(Store { db, path }.entries().unwrap().len(), 1);
        assert!(!left.path().join("diary.db-shm").exists());
    }
}
