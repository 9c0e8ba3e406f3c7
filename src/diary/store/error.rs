//! Why the diary cannot be read or written, in words for its owner.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

use crate::text::io_error;

/// Why the diary cannot be read or written. Nothing has changed when this is returned.
#[derive(Debug)]
pub struct StoreError {
    path: PathBuf,
    /// What is wrong.
    pub fault: StoreFault,
}

/// What is wrong with the file of the diary.
#[derive(Debug)]
pub enum StoreFault {
    /// The folder cannot be made, or no file can be made in it.
    Folder(io::Error),
    /// The file was written by a newer version, in the format of this number.
    Newer(i64),
    /// The file is not a diary, or its beginning is damaged.
    Foreign,
    /// The file is damaged; with what was found.
    Damaged(String),
    /// The file may not be changed.
    ReadOnly,
    /// The disk has no room left.
    Full,
    /// Another program was writing for longer than this one waited.
    Busy,
    /// Anything else; with what `SQLite` says.
    Other(String),
}

/// Why nothing was written.
pub(super) enum WriteError<E> {
    /// The file.
    Store(StoreFault),
    /// Who was asked about the change refused it, with this reason.
    Refused(E),
}

impl<E, F: Into<StoreFault>> From<F> for WriteError<E> {
    fn from(fault: F) -> Self {
        Self::Store(fault.into())
    }
}

impl StoreFault {
    pub(super) fn at(self, path: &Path) -> StoreError {
        StoreError { path: path.to_owned(), fault: self }
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly
            }
            Some(ErrorCode::DiskFull) => Self::Full,
            // This is how SQLite says that its shared memory does not fit on the disk.
            Some(ErrorCode::SystemIoFailure)
                if error.sqlite_error().map(|error| error.extended_code)
                    == Some(ffi::SQLITE_IOERR_SHMSIZE) =>
            {
                Self::Full
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<anyhow::Error> for StoreFault {
    fn from(error: anyhow::Error) -> Self {
        Self::Other(format!("{error:#}"))
    }
}

impl From<serde_json::Error> for StoreFault {
    fn from(error: serde_json::Error) -> Self {
        Self::Other(error.to_string())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.path.display();
        match &self.fault {
            StoreFault::Folder(why) => write!(
                f,
                "the diary's folder {} cannot be used: {}; name another with --data-dir",
                self.path.parent().unwrap_or(&self.path).display(),
                io_error::why(why)
            ),
            StoreFault::Newer(format) => write!(
                f,
                "the diary {file} comes from a newer version of uncramp (format {format}); it was \
                 not touched: use that version, or name another folder with --data-dir"
            ),
            StoreFault::Foreign => write!(
                f,
                "{file} is not a diary of uncramp, or its beginning is damaged; it was not \
                 touched: move it away, or name another folder with --data-dir"
            ),
            StoreFault::Damaged(what) => write!(
                f,
                "the diary {file} is damaged ({what}); it was not touched: move it away and put a \
                 copy in its place, or import an export into a new one"
            ),
            StoreFault::ReadOnly => write!(
                f,
                "the diary {file} cannot be written: its file or folder is read-only, or the disk \
                 is full; make room, or name another folder with --data-dir"
            ),
            StoreFault::Full => write!(
                f,
                "the diary {file} was not changed: the disk is full; make room and do it again"
            ),
            StoreFault::Busy => f.write_str(
                "the diary is busy (another program is writing to it); try again in a moment",
            ),
            StoreFault::Other(what) => write!(f, "the diary {file} was not changed: {what}"),
        }
    }
}

impl std::error::Error for StoreError {}
