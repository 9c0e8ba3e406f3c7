//! Looks at the first bytes of the file, before the database engine does.
//!
//! The layout is that of <https://sqlite.org/fileformat2.html#the_database_header>.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::StoreError;
use super::schema::{APPLICATION, FORMAT};
use crate::text::messages::diary as words;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const LENGTH: usize = 100;

/// The header, and the beginning of the page behind it, which lists what tables there are.
const LOOKED_AT: usize = LENGTH + 8;

/// Whether nothing was ever written into the file, nor into a log beside it.
pub(super) fn is_empty(path: &Path) -> bool {
    path.metadata()
        .is_ok_and(|about| about.is_file() && about.len() == 0)
        && !has_log(path)
}

/// Accepts an empty file and a diary of this version or an older one.
///
/// # Errors
/// When the file is newer, damaged, or no diary. It was only read.
pub(super) fn look(path: &Path) -> Result<(), StoreError> {
    let failed = |why| StoreError::File {
        path: path.to_owned(),
        why,
    };
    let damaged = |what: &str| StoreError::Damaged {
        path: path.to_owned(),
        what: what.to_owned(),
    };
    let file = File::open(path).map_err(failed)?;
    let meta = file.metadata().map_err(failed)?;
    if !meta.is_file() {
        return Err(StoreError::Foreign {
            path: path.to_owned(),
        });
    }
    let mut header = Vec::with_capacity(LOOKED_AT);
    file.take(LOOKED_AT as u64)
        .read_to_end(&mut header)
        .map_err(failed)?;
    if header.is_empty() {
        return Ok(());
    }
    if header.len() < MAGIC.len() || !header.starts_with(MAGIC) {
        let ours =
            header.starts_with(&MAGIC[..6]) || header.iter().take(LENGTH).all(|byte| *byte == 0);
        return Err(if ours {
            damaged(words::BEGINNING_WRONG)
        } else {
            StoreError::Foreign {
                path: path.to_owned(),
            }
        });
    }
    if header.len() < LOOKED_AT {
        return Err(damaged(words::ENDS_IN_HEADER));
    }
    let application = number(&header, 68);
    let format = number(&header, 60);
    let is_blank = application == 0 && format == 0 && has_no_table(&header) && !has_log(path);
    if application != APPLICATION && !is_blank {
        return Err(StoreError::Foreign {
            path: path.to_owned(),
        });
    }
    if format > FORMAT {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            format,
        });
    }
    if meta.len() < promised(&header) && !has_log(path) {
        return Err(damaged(words::END_MISSING));
    }
    Ok(())
}

/// Whether the list of tables is one page without a line: a database in which nothing was made.
fn has_no_table(header: &[u8]) -> bool {
    const LEAF_OF_A_TABLE: u8 = 13;
    header[LENGTH] == LEAF_OF_A_TABLE && header[LENGTH + 3..LENGTH + 5] == [0, 0]
}

fn number(header: &[u8], at: usize) -> u32 {
    header[at..at + 4]
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// How long the file says it is; 0 when it does not say.
fn promised(header: &[u8]) -> u64 {
    let page = match u64::from(header[16]) << 8 | u64::from(header[17]) {
        1 => 65_536,
        page => page,
    };
    // The page count is only right when both change counters agree.
    if number(header, 24) == number(header, 92) {
        page * u64::from(number(header, 28))
    } else {
        0
    }
}

/// Whether a write-ahead log stands beside it, from which the end may still be completed.
pub(super) fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    Path::new(&log).metadata().is_ok_and(|meta| meta.len() > 0)
}
