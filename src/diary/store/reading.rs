//! Reads a diary that cannot be written: in a read-only folder, or on a full disk.

use std::fmt::Write as _;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::{Outcome, Store, StoreError, header, schema};

impl Store {
    /// Opens the diary in this folder, if there is one, to read it: where it cannot be written,
    /// it is read as it lies there, and every change is refused.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_to_read(folder: &Path) -> Outcome<Option<Self>> {
        match Self::open_existing(folder) {
            Err(why @ (StoreError::ReadOnly { .. } | StoreError::Full { .. })) => {
                let path = folder.join(super::FILE);
                if header::is_empty(&path) {
                    // It was made, and there was no room for a word.
                    return Ok(None);
                }
                as_it_lies(path).map_or(Err(why), |store| Ok(Some(store)))
            }
            other => other,
        }
    }
}

/// The file as it lies there, with what a log beside it holds.
fn as_it_lies(path: PathBuf) -> Option<Store> {
    header::look(&path).ok()?;
    if header::has_log(&path) {
        // Beside a program that writes, its index of the log is there to be read. Where that is
        // missing nobody writes, and the index is made in memory, with no lock to be had.
        open(&path, "", "").or_else(|| open(&path, "&vfs=unix-none", IN_MEMORY))
    } else {
        // Without this the engine would have to make files beside it even to read.
        open(&path, "&immutable=1", "")
    }
    .map(|db| Store { db, path })
}

/// Keeps the index of the log in memory; said before the file is read at all.
const IN_MEMORY: &str = "PRAGMA locking_mode = EXCLUSIVE;";

fn open(path: &Path, how: &str, first: &str) -> Option<Connection> {
    let address = format!("file:{}?mode=ro{how}", encoded(path));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(address, flags).ok()?;
    db.execute_batch(first).ok()?;
    schema::trust_nothing(&db).ok()?;
    (schema::format(&db).ok()? == schema::FORMAT).then_some(db)
}

/// A path as it stands in an address.
fn encoded(path: &Path) -> String {
    let mut text = String::new();
    // A path that begins with the letter of a drive.
    if path.is_absolute() && !path.as_os_str().as_encoded_bytes().starts_with(b"/") {
        text.push('/');
    }
    for byte in path.as_os_str().as_encoded_bytes() {
        if char::from(*byte) == MAIN_SEPARATOR {
            text.push('/');
        } else if byte.is_ascii_alphanumeric() || b"/._-".contains(byte) {
            text.push(char::from(*byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Cramp, Record};
    use crate::diary::stamp::Stamp;

    /// A diary in this folder, with one cramp, and the cramp.
    fn noted(folder: &Path) -> (Store, Record) {
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
        let (_, record) = noted(&folder);
        let mut read = as_it_lies(folder.join(super::super::FILE)).unwrap();
        assert_eq!(read.entries().unwrap().len(), 1);
        assert!(matches!(
            read.add(&record),
            Err(StoreError::ReadOnly { .. })
        ));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn what_another_program_has_just_written_is_read_too() {
        let home = tempfile::tempdir().unwrap();
        let _writer = noted(home.path());
        let read = as_it_lies(home.path().join(super::super::FILE)).unwrap();
        assert_eq!(read.entries().unwrap().len(), 1);
    }

    #[test]
    fn the_log_of_a_program_that_is_gone_is_read_too_and_left_as_it_is() {
        let home = tempfile::tempdir().unwrap();
        let _writer = noted(home.path());
        // What lies there when its program was killed, without the index of the log.
        let copy = tempfile::tempdir().unwrap();
        for name in [super::super::FILE, "diary.db-wal"] {
            std::fs::copy(home.path().join(name), copy.path().join(name)).unwrap();
        }
        let before = std::fs::read(copy.path().join("diary.db-wal")).unwrap();
        let path = copy.path().join(super::super::FILE);
        let db = open(&path, "&vfs=unix-none", IN_MEMORY).unwrap();
        let mut read = Store { db, path };
        assert_eq!(read.entries().unwrap().len(), 1);
        assert!(read.erase().is_err());
        drop(read);
        let after = std::fs::read(copy.path().join("diary.db-wal")).unwrap();
        assert!(before == after && !before.is_empty());
        assert_eq!(std::fs::read_dir(copy.path()).unwrap().count(), 2);
    }
}
