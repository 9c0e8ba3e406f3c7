//! Reads a guide from disk, and refuses what cannot be one before reading it all.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::guide::bounds::MOST_BYTES;
use crate::guide::problem::Problems;
use crate::guide::{Guide, load};
use crate::text::clean;
use crate::text::io_error;
use crate::text::messages::mistakes;

/// Why a guide file cannot be used.
#[derive(Debug)]
pub enum LoadError {
    /// The file could not be read at all; why, in words for the reader.
    Unreadable(String),
    /// The file was read, and has at least one error.
    Wrong(Problems),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => f.write_str(why),
            Self::Wrong(problems) => problems.fmt(f),
        }
    }
}

/// Reads and checks a guide file.
///
/// # Errors
/// When the file cannot be read, or has an error.
pub fn read(path: &Path) -> Result<Guide, LoadError> {
    let bytes = read_bytes(path).map_err(LoadError::Unreadable)?;
    load::parse(&path.display().to_string(), &bytes).map_err(LoadError::Wrong)
}

/// Reads the bytes of a guide file, at most [`MOST_BYTES`].
///
/// # Errors
/// When the file is missing, not a file, too large or unreadable.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, String> {
    let refuse = |why: String| format!("{}: {why}", clean(&path.display().to_string()));
    let explain = |why: io::Error| refuse(mistakes::unreadable(&io_error::why(&why)));
    let file = File::open(path).map_err(explain)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(explain)?;
    if bytes.len() > MOST_BYTES {
        return Err(refuse("is larger than 64 MiB, which is too large for a guide".to_owned()));
    }
    Ok(bytes)
}
