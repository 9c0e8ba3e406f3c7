//! Reads a diary that cannot be written: in a read-only folder, or on a full disk.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{Store, StoreError, StoreResult, probe, schema};

impl Store {
    /// Opens the diary in this folder, if there is one, to read it: where it cannot be written,
    /// it is read as it lies there, and every change is refused.
    pub fn open_to_read(folder: &Path) -> StoreResult<Option<Self>> {
        match Self::open_existing(folder) {
            Err(why @ (StoreError::ReadOnly(..) | StoreError::Full(..))) => {
                let path = folder.join(super::FILE);
                if probe::is_empty(&path) {
                    // It was made, and there was no room for a word.
                    return Ok(None);
                }
                as_it_lies(path).map_or(Err(why), |store| Ok(Some(store)))
            }
            other => other,
        }
    }
}

/// The file as it lies there, where it is of this version.
fn as_it_lies(path: PathBuf) -> Option<Store> {
    probe::probe(&path).ok()?;
    let is_current = |db: &Connection| schema::format(db).is_ok_and(|it| it == schema::FORMAT);
    let alone = || probe::open_alone(&path).ok().filter(is_current);
    let db = probe::open_to_read(&path).ok().filter(is_current).or_else(alone)?;
    Some(Store { db, path })
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
        assert!(matches!(read.add(&record), Err(StoreError::ReadOnly(..))));
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
    fn what_a_log_holds_is_read_where_nothing_can_be_made_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let _writer = noted(home.path());
        let left = tempfile::tempdir().unwrap();
        for name in ["diary.db", "diary.db-wal"] {
            std::fs::copy(home.path().join(name), left.path().join(name)).unwrap();
        }
        let path = left.path().join(super::super::FILE);
        let db = probe::open_alone(&path).unwrap();
        assert_eq!(Store { db, path }.entries().unwrap().len(), 1);
        assert!(!left.path().join("diary.db-shm").exists());
    }
}
