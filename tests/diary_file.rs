//! A diary file that cannot be used is named, and stays as it is to the last byte.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use uncramp::diary::entry::{Cramp, Record};
use uncramp::diary::stamp::Stamp;
use uncramp::diary::store::{FILE, Store, StoreError, StoreFault};

fn cramp() -> Record {
    let began = Stamp::parse("2026-03-05T03:10:00+01:00[Europe/Berlin]").unwrap();
    Record::Cramp(Box::new(Cramp::at(began)))
}

/// A closed diary with so many entries.
fn diary(entries: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let mut store = Store::open(home.path()).unwrap();
    for _ in 0..entries {
        store.add(&cramp()).unwrap();
    }
    home
}

/// Opens a changed file, which must fail and leave the folder as it is.
fn refused(home: &Path, change: impl FnOnce(&mut Vec<u8>)) -> StoreError {
    let path = home.join(FILE);
    let mut bytes = fs::read(&path).unwrap();
    change(&mut bytes);
    fs::write(&path, &bytes).unwrap();
    let listing = || {
        let mut names: Vec<_> =
            fs::read_dir(home).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = listing();
    let why = Store::open(home).unwrap_err();
    assert_eq!(fs::read(&path).unwrap(), bytes, "{why}");
    assert_eq!(listing(), before, "{why}");
    assert!(why.to_string().contains(FILE), "{why}");
    why
}

#[test]
fn a_diary_of_a_newer_version_is_refused() {
    let home = diary(3);
    let why = refused(home.path(), |bytes| {
        bytes[60..64].copy_from_slice(&7_u32.to_be_bytes());
    });
    assert!(matches!(why.fault, StoreFault::Newer(7)), "{why}");
    assert!(why.to_string().contains("newer version"));
}

#[test]
fn a_damaged_beginning_is_refused() {
    let home = diary(3);
    let why = refused(home.path(), |bytes| bytes[8] = b'X');
    assert!(why.to_string().contains("its beginning is damaged"), "{why}");
    let home = diary(3);
    let why = refused(home.path(), |bytes| bytes[..100].fill(0));
    assert!(why.to_string().contains("its beginning is damaged"), "{why}");
}

#[test]
fn a_diary_cut_short_is_refused_wherever_it_was_cut() {
    for kept in [1, 15, 16, 99, 100, 5000] {
        let home = diary(3);
        let why = refused(home.path(), |bytes| bytes.truncate(kept));
        let cut = matches!(why.fault, StoreFault::Damaged(_) | StoreFault::Foreign);
        assert!(cut, "{kept}: {why}");
    }
}

#[test]
fn a_file_of_another_program_is_refused() {
    let home = diary(3);
    let why = refused(home.path(), |bytes| *bytes = b"Dear diary, ...".to_vec());
    assert!(matches!(why.fault, StoreFault::Foreign), "{why}");
    let home = diary(3);
    let why = refused(home.path(), |bytes| bytes[68] ^= 0xff);
    assert!(matches!(why.fault, StoreFault::Foreign), "{why}");
}

#[test]
fn a_database_of_another_program_is_refused_even_when_it_does_not_say_whose_it_is() {
    for log in [false, true] {
        let home = tempfile::tempdir().unwrap();
        let db = rusqlite::Connection::open(home.path().join(FILE)).unwrap();
        if log {
            db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;").unwrap();
        }
        db.execute_batch("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup');")
            .unwrap();
        // With a log, the tables are still in that and not in the file.
        let why = refused(home.path(), |_| {});
        assert!(matches!(why.fault, StoreFault::Foreign), "{why}");
        let soup: String = db.query_row("SELECT name FROM recipes", [], |row| row.get(0)).unwrap();
        assert_eq!(soup, "soup");
    }
}

#[test]
fn a_database_in_which_nothing_was_made_becomes_a_diary() {
    let home = tempfile::tempdir().unwrap();
    let db = rusqlite::Connection::open(home.path().join(FILE)).unwrap();
    db.execute_batch("VACUUM").unwrap();
    drop(db);
    assert!(fs::metadata(home.path().join(FILE)).unwrap().len() > 0);
    Store::open(home.path()).unwrap().add(&cramp()).unwrap();
}

#[test]
fn damage_further_in_is_found_before_anything_is_written() {
    let home = diary(300);
    let why = refused(home.path(), |bytes| bytes[4096..].fill(0xa5));
    assert!(matches!(why.fault, StoreFault::Damaged(_)), "{why}");
}

#[test]
fn an_empty_file_becomes_a_diary() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(FILE), "").unwrap();
    Store::open(home.path()).unwrap().add(&cramp()).unwrap();
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("file");
    fs::write(&file, "").unwrap();
    for folder in [file.join("below"), "/proc/uncramp".into(), file] {
        let why = Store::open(&folder).unwrap_err();
        assert!(why.to_string().contains(folder.to_str().unwrap()), "{why}");
    }
}

#[test]
fn a_read_only_folder_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let home = diary(1);
    let lock = |mode| fs::set_permissions(home.path(), fs::Permissions::from_mode(mode)).unwrap();
    lock(0o500);
    // Root may write anywhere, so there is nothing to see then.
    let is_root = fs::write(home.path().join("probe"), "").is_ok();
    let outcome = Store::open(home.path()).and_then(|mut store| store.add(&cramp()));
    lock(0o700);
    if !is_root {
        let why = outcome.unwrap_err();
        assert!(why.to_string().contains("read-only"), "{why}");
    }
}

#[test]
fn a_file_in_the_way_of_the_folder_is_told_alike_by_every_command() {
    let home = tempfile::tempdir().unwrap();
    let run = |line: &str, folder: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
        command.args(line.split(' ')).args(["--data-dir", folder]);
        command.env_clear().env("HOME", home.path());
        command.stdin(Stdio::null()).output().unwrap()
    };
    let file = home.path().join("file");
    fs::write(&file, "mine").unwrap();
    let file = file.display().to_string();
    let inside = format!("{file}/diary");
    for (folder, why) in
        [(&file, "there is a file of that name already"), (&inside, "a part of its path is a file")]
    {
        let told = format!(
            "uncramp: the diary's folder {folder} cannot be used: {why}; \
             name another with --data-dir\n"
        );
        for line in [
            "log",
            "log --none",
            "diary",
            "diary list --json",
            "diary edit 1 --pain 3",
            "diary remove 1",
            "diary undo",
            "diary export",
            "diary erase",
            "diary note tried magnesium",
            "report",
            "trial status",
            "trial start",
            "trial stop",
        ] {
            let run = run(line, folder);
            let said = String::from_utf8_lossy(&run.stderr);
            assert_eq!(said, told, "{line}");
            assert_eq!(run.status.code(), Some(1), "{line}");
        }
        let doctor = String::from_utf8(run("doctor", folder).stdout).unwrap();
        assert!(doctor.contains("a file is in the way"), "{doctor}");
    }
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
}
