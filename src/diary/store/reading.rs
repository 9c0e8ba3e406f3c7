//! Reads a diary that cannot be written: in a read-only folder, or on a full disk.

use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

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
                // What a log beside it holds cannot be added here; then the reason stands.
                as_it_lies(folder.join(super::FILE)).map_or(Err(why), |store| Ok(Some(store)))
            }
            other => other,
        }
    }
}

fn as_it_lies(path: PathBuf) -> Option<Store> {
    header::look(&path).ok()?;
    let unchanging = if header::has_log(&path) {
        ""
    } else {
        // Without this the engine would have to make files beside it even to read.
        "&immutable=1"
    };
    let address = format!("file:{}?mode=ro{unchanging}", encoded(&path));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(address, flags).ok()?;
    schema::trust_nothing(&db).ok()?;
    let current = schema::format(&db).ok()? == schema::FORMAT;
    current.then_some(Store { db, path })
}

/// A path as it stands in an address.
fn encoded(path: &Path) -> String {
    let mut text = String::new();
    for byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-".contains(byte) {
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

    #[test]
    fn a_diary_is_read_as_it_lies_whatever_its_folder_is_called() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("my diary? 100% #1&immutable=0");
        let mut store = Store::open(&folder).unwrap();
        let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
        let record = Record::Cramp(Box::new(Cramp::at(began)));
        store.add(&record).unwrap();
        drop(store);
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
        let mut writer = Store::open(home.path()).unwrap();
        let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
        writer
            .add(&Record::Cramp(Box::new(Cramp::at(began))))
            .unwrap();
        let read = as_it_lies(home.path().join(super::super::FILE)).unwrap();
        assert_eq!(read.entries().unwrap().len(), 1);
    }
}
