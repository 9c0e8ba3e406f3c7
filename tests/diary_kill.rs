//! The diary loses nothing when its program is killed, or when two write at once.
//!
//! The writers are this very test program, started anew with a folder in its environment.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use uncramp::diary::entry::{Cramp, EntryId, Record};
use uncramp::diary::note_text::NoteText;
use uncramp::diary::stamp::Stamp;
use uncramp::diary::store::{FILE, Store, StoreError, StoreFault, UndoStep};

const FOLDER: &str = "UNCRAMP_TEST_WRITER";
const LIMIT: &str = "UNCRAMP_TEST_LIMIT";

/// Not a test of its own: the writer that the tests below start and kill.
#[test]
fn writer() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let limit = std::env::var(LIMIT).map_or(u32::MAX, |limit| limit.parse().unwrap());
    let mut store = in_turn(|| Store::open(Path::new(&folder)));
    let mut out = std::io::stdout();
    writeln!(out, "\nopen").unwrap();
    for number in 0..limit {
        let mut cramp = Cramp::at(Stamp::from_numbers(i64::from(number), 0, None).unwrap());
        cramp.note = NoteText::cut(&"n".repeat(1 + number as usize % 400));
        let cramp = Record::Cramp(Box::new(cramp));
        let id = in_turn(|| store.add(&cramp));
        if number % 5 == 4 {
            // Rewriting must not endanger what is there.
            let other = |record| match record {
                Record::Cramp(mut cramp) => {
                    cramp.heat = Some(true);
                    Ok::<_, StoreError>(Record::Cramp(cramp))
                }
                other => Ok(other),
            };
            in_turn(|| store.change(id, UndoStep::New, other));
        }
        if number % 7 == 6 && limit == u32::MAX {
            // Nor must taking it away and bringing it back. Only alone: the last change, which is
            // taken back, may be another program's where several write.
            store.remove(id).unwrap();
            store.undo().unwrap();
        }
        writeln!(out, "ack {id}").unwrap();
        out.flush().unwrap();
    }
}

/// Asks again as long as another program holds the file: on a slow disk the others take longer
/// than one program waits.
fn in_turn<T>(mut change: impl FnMut() -> Result<T, StoreError>) -> T {
    loop {
        match change() {
            Err(StoreError { fault: StoreFault::Busy, .. }) => {}
            done => return done.unwrap(),
        }
    }
}

fn start(folder: &Path, limit: Option<u32>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["writer", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    if let Some(limit) = limit {
        command.env(LIMIT, limit.to_string());
    }
    command.spawn().unwrap()
}

/// The number that this line of a writer acknowledges.
fn number(line: &str) -> Option<EntryId> {
    line.strip_prefix("ack ")?.parse().ok().map(EntryId)
}

/// A sequence without a pattern, the same in every run.
fn scatter(seed: u64) -> u64 {
    let mixed = (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 20
}

/// Kills a writer again and again, on one and the same diary: at some moment within its first
/// 60 ms, whatever it has come to by then, or soon after so many acknowledgements.
fn kill_writers(times: u64) -> usize {
    let home = tempfile::tempdir().unwrap();
    let mut expected = BTreeSet::new();
    for round in 0..times {
        let mut child = start(home.path(), None);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let chance = scatter(round);
        if round % 2 == 0 {
            std::thread::sleep(Duration::from_micros(chance % 60_000));
        } else {
            let some = usize::try_from(1 + chance % 12).unwrap();
            let seen = lines.by_ref().map_while(Result::ok);
            expected.extend(seen.filter_map(|line| number(&line)).take(some));
            std::thread::sleep(Duration::from_micros(chance % 3_000));
        }
        child.kill().unwrap();
        expected.extend(lines.map_while(Result::ok).filter_map(|line| number(&line)));
        child.wait().unwrap();
        if home.path().join(FILE).exists() && round % 10 == 9 {
            check(home.path(), &expected);
        }
    }
    check(home.path(), &expected);
    expected.len()
}

fn check(folder: &Path, expected: &BTreeSet<EntryId>) {
    let store = Store::open(folder).unwrap();
    let found: BTreeSet<EntryId> = store.entries().unwrap().iter().map(|e| e.id).collect();
    let lost: Vec<_> = expected.difference(&found).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    let db = rusqlite::Connection::open(folder.join(FILE)).unwrap();
    let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
}

#[test]
fn no_acknowledged_entry_is_lost_to_a_kill() {
    let written = kill_writers(40);
    assert!(written > 20, "only {written} entries were written at all");
}

#[test]
#[ignore = "takes a minute or two; the short one runs every time"]
fn no_acknowledged_entry_is_lost_to_a_thousand_kills() {
    let written = kill_writers(1000);
    assert!(written > 1000, "only {written} entries were written at all");
}

#[test]
fn several_programs_writing_at_once_lose_nothing() {
    let home = tempfile::tempdir().unwrap();
    // They also race to make the file.
    let mut children: Vec<Child> = (0..4).map(|_| start(home.path(), Some(50))).collect();
    let mut expected = BTreeSet::new();
    for child in &mut children {
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        expected.extend(lines.map_while(Result::ok).filter_map(|line| number(&line)));
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(expected.len(), 200);
    check(home.path(), &expected);
}

#[test]
fn of_programs_that_begin_a_self_trial_at_once_one_does() {
    let home = tempfile::tempdir().unwrap();
    let start = |_| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
        command.args(["trial", "start", "--data-dir"]);
        command.arg(home.path());
        command.env_clear();
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let runs: Vec<Child> = (0..6).map(start).collect();
    let ends = runs.into_iter().map(|mut run| run.wait().unwrap());
    assert_eq!(ends.filter(ExitStatus::success).count(), 1);
    let store = Store::open(home.path()).unwrap();
    assert_eq!(store.entries().unwrap().len(), 1);
}
