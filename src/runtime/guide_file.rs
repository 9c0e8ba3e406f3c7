//! Reads a guide from disk, and refuses what cannot be one before reading it all.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{anyhow, ensure};

use crate::guide::bounds::MOST_BYTES;
use crate::guide::{Guide, load};
use crate::text::io_error;
use crate::text::messages::mistakes;

/// Reads and checks a guide file.
///
/// # Errors
/// When the file cannot be read, or has mistakes, which are [`Problems`](crate::guide::problem::Problems).
pub fn read(path: &Path) -> anyhow::Result<Guide> {
    Ok(load::parse(&path.display().to_string(), &read_bytes(path)?)?)
}

/// Reads the bytes of a guide file, at most 64 MiB.
///
/// # Errors
/// When the file is missing, not a file, too large or unreadable.
pub fn read_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let name = path.display();
    let explain =
        |why: io::Error| anyhow!("{name}: {}", mistakes::unreadable(&io_error::why(&why)));
    let file = File::open(path).map_err(explain)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(explain)?;
    ensure!(
        bytes.len() <= MOST_BYTES,
        "{name}: is larger than 64 MiB, which is too large for a guide"
    );
    Ok(bytes)
}
