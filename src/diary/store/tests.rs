use std::os::unix::fs::PermissionsExt;

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::diary::entry::{Cramp, Details, ImportedEntry, Scale};
use crate::diary::row::tests::records;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn cramp(at: &str) -> Record {
    Record::Cramp(Box::new(Cramp::at(Stamp::parse(at).unwrap())))
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

const NIGHT: &str = "2026-03-05T03:10:00+01:00[Europe/Berlin]";

fn undone(store: &mut Store) -> Vec<&'static str> {
    store.undo().unwrap().into_iter().map(|(_, what)| what).collect()
}

#[test]
fn only_the_owner_may_read_the_diary() {
    let home = folder();
    let own = home.path().join("a/b");
    let mut store = Store::open(&own).unwrap();
    store.add(&cramp(NIGHT)).unwrap();
    assert_eq!(mode(&own), 0o700);
    for entry in std::fs::read_dir(&own).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    drop(store);
    std::fs::set_permissions(own.join(FILE), std::fs::Permissions::from_mode(0o644)).unwrap();
    Store::open(&own).unwrap();
    assert_eq!(mode(&own.join(FILE)), 0o600);
}

#[test]
fn an_entry_that_is_filled_in_by_itself_is_one_change() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let id = store.add(&cramp(NIGHT)).unwrap();
    let later = cramp("2026-03-05T03:12:00+01:00[Europe/Berlin]");
    let change = |store: &mut Store| {
        store.change(id, UndoStep::Addition, |_| Ok::<_, StoreError>(later.clone())).unwrap()
    };
    assert!(change(&mut store).is_some());
    assert_eq!(store.get(id).unwrap().unwrap().record, later);
    assert_eq!(undone(&mut store), ["removed"]);
    assert!(change(&mut store).is_none());
    assert!(store.entries().unwrap().is_empty());
}

#[test]
fn reading_creates_nothing() {
    let home = folder();
    let own = home.path().join("none");
    assert!(Store::open_existing(&own, COMMAND_TIMEOUT).unwrap().is_none());
    assert!(!own.exists());
}

#[test]
fn each_change_is_written_through_to_the_disk() {
    let home = folder();
    let store = Store::open(home.path()).unwrap();
    let ask = |what: &str| {
        store
            .db
            .query_row(&format!("PRAGMA {what}"), [], |row| row.get::<_, rusqlite::types::Value>(0))
            .unwrap()
    };
    assert_eq!(ask("journal_mode"), "wal".to_owned().into());
    assert_eq!(ask("synchronous"), 2_i64.into());
    assert_eq!(ask("secure_delete"), 1_i64.into());
}

#[test]
fn where_no_file_can_be_made_the_diary_is_read_whatever_its_folder_is_called() {
    let home = folder();
    let own = home.path().join("my diary? 100% #1&immutable=0");
    Store::open(&own).unwrap().add(&cramp(NIGHT)).unwrap();
    let path = own.join(FILE);
    let mut read = Store { db: open_to_read(&path).unwrap(), path, has_failed: false };
    assert_eq!(read.entries().unwrap().len(), 1);
    assert!(matches!(read.add(&cramp(NIGHT)), Err(StoreError { fault: StoreFault::ReadOnly, .. })));
    assert_eq!(std::fs::read_dir(&own).unwrap().count(), 1);
}

#[test]
fn the_last_changes_are_undone_one_by_one() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let id = store.add(&cramp(NIGHT)).unwrap();
    let first = store.entries().unwrap();
    let Record::Cramp(mut with_pain) = cramp(NIGHT) else { unreachable!() };
    with_pain.pain = Scale::new(7);
    let change = |_| Ok::<_, StoreError>(Record::Cramp(with_pain));
    assert!(store.change(id, UndoStep::New, change).unwrap().is_some());
    assert!(store.remove(id).unwrap().is_some());
    assert_eq!(store.remove(id).unwrap(), None);
    assert!(store.entries().unwrap().is_empty());
    assert_eq!(undone(&mut store), ["brought back"]);
    assert_eq!(undone(&mut store), ["changed back"]);
    assert_eq!(store.entries().unwrap(), first);
    assert_eq!(undone(&mut store), ["removed"]);
    assert!(store.entries().unwrap().is_empty());
    assert!(store.undo().unwrap().is_empty());
}

#[test]
fn an_entry_taken_back_leaves_no_trace() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let kept = store.add(&cramp(NIGHT)).unwrap();
    let id = store.add(&cramp(NIGHT)).unwrap();
    assert!(store.take_back(id).unwrap());
    assert!(!store.take_back(id).unwrap());
    assert_eq!(store.entries().unwrap().len(), 1);
    // What is undone next is the change before.
    store.undo().unwrap();
    assert_eq!(store.get(kept).unwrap(), None);
}

#[test]
fn erasing_leaves_not_a_word_in_the_file() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let Record::Cramp(mut logged) = cramp(NIGHT) else { unreachable!() };
    logged.note = crate::diary::note_text::NoteText::cut("a very private remark");
    let id = store.add(&Record::Cramp(logged)).unwrap();
    store.remove(id).unwrap();
    store.erase().unwrap();
    assert!(store.undo().unwrap().is_empty());
    for entry in std::fs::read_dir(home.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("private"));
    }
    assert_eq!(store.add(&cramp(NIGHT)).unwrap(), EntryId(1));
}

#[test]
fn two_open_diaries_see_and_keep_what_the_other_writes() {
    let home = folder();
    let mut one = Store::open(home.path()).unwrap();
    let mut two = Store::open(home.path()).unwrap();
    let first = one.add(&cramp(NIGHT)).unwrap();
    let second = two.add(&cramp(NIGHT)).unwrap();
    assert_ne!(first, second);
    assert_eq!(one.entries().unwrap(), two.entries().unwrap());
    assert_eq!(one.entries().unwrap().len(), 2);
}

/// Does the same at the same time in so many programs; says what became of it in each.
fn race<T: Send>(folder: &Path, programs: u8, work: impl Fn(&mut Store, u8) -> T + Sync) -> Vec<T> {
    let lock_timeout = Duration::from_secs(600);
    let open = |_| {
        let store = Store::open(folder).unwrap();
        store.wait_within(lock_timeout);
        store
    };
    let mut stores: Vec<Store> = (0..programs).map(open).collect();
    let line = std::sync::Barrier::new(stores.len());
    std::thread::scope(|scope| {
        let run = |(store, number)| {
            let (line, work) = (&line, &work);
            scope.spawn(move || {
                line.wait();
                work(store, number)
            })
        };
        let running: Vec<_> = stores.iter_mut().zip(0..).map(run).collect();
        running.into_iter().map(|run| run.join().unwrap()).collect()
    })
}

#[test]
fn what_was_decided_by_the_diary_holds_when_it_is_written() {
    let home = folder();
    let only_the_first = |diary: &Diary| {
        anyhow::ensure!(diary.is_empty(), "there is one");
        Ok(vec![cramp(NIGHT)])
    };
    let ran = race(home.path(), 8, |store, _| store.add_deciding(only_the_first));
    assert_eq!(ran.iter().filter(|ran| ran.is_ok()).count(), 1, "{ran:?}");
    let refused = ran.iter().filter_map(|ran| ran.as_ref().err());
    assert!(refused.clone().all(|why| why.to_string() == "there is one"), "{ran:?}");
    assert_eq!(refused.count(), 7, "{ran:?}");
    assert_eq!(Store::open(home.path()).unwrap().entries().unwrap().len(), 1);
}

#[test]
fn changes_of_one_entry_at_once_lose_nothing() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let id = store.add(&cramp(NIGHT)).unwrap();
    let add = |store: &mut Store, number| {
        let change = |record| {
            let Record::Cramp(mut cramp) = record else { unreachable!() };
            let before = cramp.note.map_or_else(String::new, |note| note.to_string());
            cramp.note = crate::diary::note_text::NoteText::cut(&format!("{before}{number}"));
            Ok::<_, StoreError>(Record::Cramp(cramp))
        };
        store.change(id, UndoStep::New, change).unwrap().unwrap();
    };
    race(home.path(), 8, add);
    let Record::Cramp(cramp) = store.get(id).unwrap().unwrap().record else { unreachable!() };
    let mut numbers: Vec<char> = cramp.note.unwrap().to_string().chars().collect();
    numbers.sort_unstable();
    assert_eq!(numbers, ['0', '1', '2', '3', '4', '5', '6', '7']);
}

#[test]
fn a_full_disk_is_said_and_nothing_changes() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    store.add(&cramp(NIGHT)).unwrap();
    let pages: i64 = store.db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    store.db.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    let Record::Cramp(mut long) = cramp(NIGHT) else { unreachable!() };
    long.note = crate::diary::note_text::NoteText::cut(&"x".repeat(500));
    let long = Record::Cramp(long);
    let mut written = 1;
    let why = loop {
        match store.add(&long) {
            Ok(_) => written += 1,
            Err(why) => break why,
        }
    };
    assert!(matches!(why.fault, StoreFault::Full), "{why}");
    assert!(why.to_string().contains("make room"));
    assert_eq!(store.entries().unwrap().len(), written);
}

#[test]
fn a_cramp_without_details_is_offered_once() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let id = store.add(&cramp(NIGHT)).unwrap();
    let now = |text: &str| text.parse::<Timestamp>().unwrap();
    let mut asked = |text: &str| store.ask_unfinished(now(text)).unwrap().len();
    assert_eq!(asked("2026-03-05T03:30:00+01:00"), 0);
    assert_eq!(asked("2026-03-05T07:30:00+01:00"), 1);
    assert_eq!(asked("2026-03-05T07:30:00+01:00"), 0);
    let Record::Cramp(asked) = store.get(id).unwrap().unwrap().record else { unreachable!() };
    assert_eq!(asked.details, Details::Asked);
}

#[test]
fn programs_that_start_at_once_offer_each_cramp_once_between_them() {
    let now = |text: &str| text.parse::<Timestamp>().unwrap();
    for _ in 0..20 {
        let home = folder();
        let mut store = Store::open(home.path()).unwrap();
        let ids = [NIGHT, "2026-03-05T01:10:00+01:00"].map(|at| store.add(&cramp(at)).unwrap());
        let taken = race(home.path(), 4, |store, _| {
            store.ask_unfinished(now("2026-03-05T07:30:00+01:00")).unwrap()
        });
        let mut offered: Vec<EntryId> = taken.iter().flatten().map(|entry| entry.id).collect();
        offered.sort_unstable();
        assert_eq!(offered, ids);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]
    #[test]
    fn what_is_added_is_read_back_and_imports_bring_it_over(
        records in proptest::collection::vec(records(), 1..8)
    ) {
        let (home, other) = (folder(), folder());
        let mut store = Store::open(home.path()).unwrap();
        for record in &records {
            let id = store.add(record).unwrap();
            prop_assert_eq!(&store.get(id).unwrap().unwrap().record, record);
        }
        let entries = store.entries().unwrap();
        let mut copy = Store::open(other.path()).unwrap();
        let file: Vec<_> = entries
            .iter()
            .map(|entry| ImportedEntry { id: Some(entry.id), record: entry.record.clone() })
            .collect();
        copy.import(&file).unwrap();
        let again = copy.import(&file).unwrap();
        prop_assert_eq!(again, Imported { known: entries.len(), ..Imported::default() });
        prop_assert_eq!(copy.entries().unwrap(), entries);
    }
}

#[test]
fn an_imported_number_at_the_end_of_the_range_does_not_use_up_all_others() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let record = cramp(NIGHT);
    let id = EntryId(i64::MAX);
    store.import(&[ImportedEntry { id: Some(id), record }]).unwrap();
    assert_eq!(store.get(id).unwrap(), None);
    assert_eq!(store.entries().unwrap().len(), 1);
    store.add(&cramp("2026-03-06T03:10:00+01:00")).unwrap();
}

#[test]
fn a_step_at_the_end_of_the_range_can_be_undone_too() {
    let home = folder();
    let mut store = Store::open(home.path()).unwrap();
    let last = "INSERT INTO change (step, entry) VALUES (9223372036854775807, 99)";
    store.db.execute_batch(last).unwrap();
    store.add(&cramp(NIGHT)).unwrap();
    store.undo().unwrap();
    assert_eq!(store.entries().unwrap(), []);
}
