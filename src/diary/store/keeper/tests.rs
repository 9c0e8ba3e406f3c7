//! What the diary of a running program keeps and offers.

use super::*;
use crate::diary::entry::Lasted;

fn keeper(folder: &std::path::Path) -> Keeper {
    Keeper::new(Some(folder.to_owned()), true)
}

#[test]
fn a_press_is_noted_filled_in_by_rescue_and_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let mut keeper = keeper(home.path());
    let id = keeper
        .note(NewEntry::cramp_now(), &now())
        .unwrap()
        .unwrap()
        .id;
    let more = NewEntry::Cramp {
        ago: Duration::from_secs(120),
        lasted: Some(Duration::from_secs(100)),
        muscle: Some("calf".to_owned()),
        leg: Some(Leg::Right),
        done: None,
    };
    keeper.note_more(id, more, &now()).unwrap();
    let entry = keeper.store().unwrap().get(id).unwrap().unwrap();
    let Record::Cramp(cramp) = entry.record else {
        panic!("a cramp")
    };
    assert_eq!(cramp.lasted.map(Lasted::seconds), Some(100));
    assert_eq!(cramp.leg, Some(Leg::Right));
    assert!(!keeper.charts().unwrap().stats.is_empty);
    assert_eq!(keeper.take_back(id), Ok(true));
    assert_eq!(keeper.take_back(id), Ok(false));
    assert!(keeper.charts().unwrap().stats.is_empty);
}

#[test]
fn a_cramp_that_is_gone_meanwhile_is_noted_anew_when_more_is_known() {
    let home = tempfile::tempdir().unwrap();
    let mut keeper = keeper(home.path());
    let id = keeper
        .note(NewEntry::cramp_now(), &now())
        .unwrap()
        .unwrap()
        .id;
    Store::open(home.path()).unwrap().undo().unwrap();
    let noted = keeper.note_more(id, NewEntry::cramp_now(), &now()).unwrap();
    let entries = keeper.store().unwrap().entries().unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(noted.map(|noted| noted.id), Some(entries[0].id));
}

#[test]
fn without_saving_no_file_appears() {
    let home = tempfile::tempdir().unwrap();
    let mut closed = Keeper::new(Some(home.path().to_owned()), false);
    assert_eq!(closed.note(NewEntry::cramp_now(), &now()), Ok(None));
    assert_eq!(closed.offers(), Ok(StartupPrompts::default()));
    assert_eq!(closed.keep_session(None, &now()), Ok(()));
    assert!(closed.charts().is_err());
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn looking_makes_no_file_and_a_missing_home_is_said() {
    let home = tempfile::tempdir().unwrap();
    let mut open = keeper(home.path());
    assert!(open.charts().unwrap().stats.is_empty);
    assert_eq!(open.offers(), Ok(StartupPrompts::default()));
    assert_eq!(open.keep_session(None, &now()), Ok(()));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    let mut homeless = Keeper::new(None, true);
    assert!(
        homeless
            .note(NewEntry::cramp_now(), &now())
            .unwrap_err()
            .why
            .contains("--data-dir")
    );
}

#[test]
fn cramps_without_details_are_offered_with_their_number() {
    let home = tempfile::tempdir().unwrap();
    let mut keeper = keeper(home.path());
    let ago = |hours: u64| NewEntry::Cramp {
        ago: Duration::from_secs(hours * 3600),
        lasted: None,
        muscle: None,
        leg: None,
        done: None,
    };
    let now = now();
    let today = now.local().date();
    let at = |hour| {
        let zoned = today
            .at(hour, 0, 0, 0)
            .to_zoned(crate::local_time::now().time_zone().clone());
        Stamp::of(&zoned.unwrap())
    };
    let offered = |keeper: &mut Keeper, at: &Stamp| {
        let offers = keeper.offers_at(at).unwrap();
        offers.to_tell()
    };
    // At three in the morning nobody is asked, and nothing is used up.
    keeper.note(ago(30), &now).unwrap();
    assert_eq!(offered(&mut keeper, &at(3)), None);
    let offer = offered(&mut keeper, &at(12)).unwrap();
    assert!(offer.line.ends_with("w adds them."), "{offer:?}");
    assert_eq!(offer.ids, [EntryId(1)]);
    assert_eq!(offered(&mut keeper, &at(12)), None);
    keeper.note(ago(31), &now).unwrap();
    keeper.note(ago(32), &now).unwrap();
    let offer = offered(&mut keeper, &at(12)).unwrap();
    assert!(
        offer.line.starts_with("2 cramps have no details"),
        "{offer:?}"
    );
    assert_eq!(offer.ids, [EntryId(3), EntryId(2)], "the oldest first");
}
