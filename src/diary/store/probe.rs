//! Looks at the file before it is used: it is opened to be read only, so a file that is newer,
//! damaged or not ours stays as it is.

use std::fmt::Write as _;
use std::path::{MAIN_SEPARATOR, Path};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::schema::{self, APPLICATION, FORMAT};

/// A program that begins to write at this moment can make the file look damaged for an instant.
const LOOKS: u32 = 3;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// No database is smaller, but for an empty one; of a single byte the engine makes a new one.
const SMALLEST: u64 = 512;

/// Accepts an empty file and a diary of this version or an older one.
pub(super) fn probe(path: &Path) -> Result<(), StoreError> {
    let is_diary =
        |about: std::fs::Metadata| about.is_file() && (about.len() == 0 || about.len() >= SMALLEST);
    if path.metadata().is_ok_and(|about| !is_diary(about)) {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let mut result = look(path);
    for _ in 1..LOOKS {
        if !matches!(result, Err(StoreError::Damaged(..))) {
            break;
        }
        std::thread::sleep(BETWEEN_LOOKS);
        result = look(path);
    }
    match result {
        // Opening it to write says better what is in the way, or waits.
        Err(StoreError::ReadOnly(..) | StoreError::Full(..) | StoreError::Busy(..)) => Ok(()),
        other => other,
    }
}

fn look(path: &Path) -> Result<(), StoreError> {
    let db = open_to_read(path).map_err(|why| StoreError::of(path, &why))?;
    check(&db, path)
}

fn check(db: &Connection, path: &Path) -> Result<(), StoreError> {
    let at = |why: rusqlite::Error| StoreError::of(path, &why);
    let foreign = || StoreError::Foreign(path.to_owned());
    let number = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let application = number("application_id").map_err(at)?;
    let format = number("user_version").map_err(at)?;
    if application == 0 && format == 0 {
        let tables = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0));
        let tables: u32 = tables.map_err(at)?;
        return if tables == 0 { Ok(()) } else { Err(foreign()) };
    }
    if application != i64::from(APPLICATION) {
        return Err(foreign());
    }
    if format > i64::from(FORMAT) {
        return Err(StoreError::Newer(path.to_owned(), u32::try_from(format).unwrap_or(u32::MAX)));
    }
    let check = db.pragma_query_value(None, "quick_check", |row| row.get::<_, String>(0));
    match check.map_err(at)?.as_str() {
        "ok" => Ok(()),
        what => Err(StoreError::Damaged(path.to_owned(), what.to_owned())),
    }
}

/// Opens the file as it lies there, with what a log beside it holds.
pub(super) fn open_to_read(path: &Path) -> rusqlite::Result<Connection> {
    // Without a log nothing needs to be made beside the file, not even where that can be done.
    open_as(path, if has_log(path) { "" } else { "&immutable=1" })
}

/// The same where nothing can be made beside the file: the index of the log stays in memory.
pub(super) fn open_alone(path: &Path) -> Result<Connection, StoreError> {
    let at = |why: rusqlite::Error| StoreError::of(path, &why);
    let how = if cfg!(windows) { "&vfs=win32-none" } else { "&vfs=unix-none" };
    let db = open_as(path, how).map_err(at)?;
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE").map_err(at)?;
    check(&db, path)?;
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
