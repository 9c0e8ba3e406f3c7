//! Why the diary cannot be read or written, in words for its owner.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

use crate::text::io_error;

/// Why the diary cannot be read or written. Nothing has changed when one of these is returned.
#[derive(Debug)]
pub enum StoreError {
    /// The folder cannot be made or used.
    Folder(PathBuf, io::Error),
    /// The file cannot be made or read.
    File(PathBuf, io::Error),
    /// The file was written by a newer version, in the format of this number.
    Newer(PathBuf, u32),
    /// The file is not a diary, or its beginning is damaged.
    Foreign(PathBuf),
    /// The file is damaged; with what was found.
    Damaged(PathBuf, String),
    /// The file may not be changed.
    ReadOnly(PathBuf),
    /// There is no room left.
    Full(PathBuf),
    /// Another program holds the file.
    Busy(PathBuf),
    /// Anything else; with what the database engine says.
    Other(PathBuf, String),
}

impl StoreError {
    /// The way to a file is barred, so that nobody can say whether it is there: the same words
    /// as for one that is to be made there.
    pub(super) fn unreachable(folder: &Path, why: io::Error) -> Self {
        let is_file = folder.is_file();
        Self::Folder(
            folder.to_owned(),
            if is_file { io::ErrorKind::AlreadyExists.into() } else { why },
        )
    }

    pub(super) fn of(path: &Path, error: &rusqlite::Error) -> Self {
        let path = path.to_owned();
        let what = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(path, what),
            Some(ErrorCode::NotADatabase) => Self::Foreign(path),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly(path)
            }
            Some(ErrorCode::DiskFull) => Self::Full(path),
            // The engine's own words for a full disk, where the file beside it does not fit.
            Some(ErrorCode::SystemIoFailure)
                if error
                    .sqlite_error()
                    .is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE) =>
            {
                Self::Full(path)
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path),
            _ => Self::Other(path, what),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Folder(path, why) => {
                format!(
                    "the diary's folder {} cannot be used: {}; name another with --data-dir",
                    path.display(),
                    io_error::why(why)
                )
            }
            Self::File(path, why) => format!(
                "the diary {} cannot be opened: {}; name another folder with --data-dir",
                path.display(),
                io_error::why(why)
            ),
            Self::Newer(path, format) => format!(
                "the diary {} comes from a newer version of uncramp (format {format}); it was not \
                 touched: use that version, or name another folder with --data-dir",
                path.display()
            ),
            Self::Foreign(path) => format!(
                "{} is not a diary of uncramp, or its beginning is damaged; it was not touched: move it away, or name another \
         folder with --data-dir",
                path.display()
            ),
            Self::Damaged(path, what) => format!(
                "the diary {} is damaged ({what}); it was not touched: move it away and put a \
                 copy in its place, or import an export into a new one",
                path.display()
            ),
            Self::ReadOnly(path) => format!(
                "the diary {} cannot be written: its file or folder is read-only; name another folder \
         with --data-dir",
                path.display()
            ),
            Self::Full(path) => format!(
                "the diary {} was not changed: the disk is full; make room and do it again",
                path.display()
            ),
            Self::Busy(path) => format!(
                "the diary {} is held by another program; try again when that is done",
                path.display()
            ),
            Self::Other(path, what) => {
                format!("the diary {} was not changed: {what}", path.display())
            }
        };
        f.write_str(&said)
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Folder(_, why) | Self::File(_, why) => Some(why),
            _ => None,
        }
    }
}
