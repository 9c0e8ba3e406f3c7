//! What the diary of a running program keeps and offers.

use super::*;
use crate::diary::entry::Lasted;

fn now() -> Stamp {
    Stamp::of(&Zoned::now())
}

fn service(folder: &std::path::Path) -> DiaryService {
    DiaryService::new(Some(folder.to_owned()), true, true)
}

#[test]
fn a_press_is_noted_filled_in_by_rescue_and_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = service.add(NewEntry::cramp_now(), &now()).unwrap().unwrap().id;
    let more = NewEntry::Cramp {
        ago: Duration::from_secs(120),
        lasted: Some(Duration::from_secs(100)),
        muscle: Some("calf".to_owned()),
        leg: Some(Leg::Right),
        done: None,
    };
    service.complete(id, more, &now()).unwrap();
    let entry = service.store().unwrap().get(id).unwrap().unwrap();
    let Record::Cramp(cramp) = entry.record else { panic!("a cramp") };
    assert_eq!(cramp.lasted.map(Lasted::seconds), Some(100));
    assert_eq!(cramp.leg, Some(Leg::Right));
    assert!(!service.charts(&now()).unwrap().is_empty);
    assert_eq!(service.take_back(id), Ok(true));
    assert_eq!(service.take_back(id), Ok(false));
    assert!(service.charts(&now()).unwrap().is_empty);
}

#[test]
fn a_cramp_that_is_gone_meanwhile_is_noted_anew_when_more_is_known() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = service.add(NewEntry::cramp_now(), &now()).unwrap().unwrap().id;
    Store::open(home.path()).unwrap().undo().unwrap();
    let noted = service.complete(id, NewEntry::cramp_now(), &now()).unwrap();
    let entries = service.store().unwrap().entries().unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(noted.map(|noted| noted.id), Some(entries[0].id));
}

#[test]
fn without_saving_no_file_appears() {
    let home = tempfile::tempdir().unwrap();
    let mut closed = DiaryService::new(Some(home.path().to_owned()), false, true);
    assert_eq!(closed.add(NewEntry::cramp_now(), &now()), Ok(None));
    assert_eq!(closed.prompts(&now()), Ok(StartupPrompts::default()));
    assert_eq!(closed.forget_session(), Ok(()));
    assert!(closed.charts(&now()).is_err());
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn looking_makes_no_file_and_a_missing_home_is_said() {
    let home = tempfile::tempdir().unwrap();
    let mut open = service(home.path());
    assert!(open.charts(&now()).unwrap().is_empty);
    assert_eq!(open.prompts(&now()), Ok(StartupPrompts::default()));
    assert_eq!(open.forget_session(), Ok(()));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    let mut homeless = DiaryService::new(None, true, true);
    assert!(homeless.add(NewEntry::cramp_now(), &now()).unwrap_err().why.contains("--data-dir"));
}

#[test]
fn cramps_without_details_are_offered_with_their_number() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
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
        let zoned = today.at(hour, 0, 0, 0).to_zoned(jiff::Zoned::now().time_zone().clone());
        Stamp::of(&zoned.unwrap())
    };
    let offered = |service: &mut DiaryService, at: &Stamp| {
        let offers = service.prompts(at).unwrap();
        offers.unfinished_line(at.local().year())
    };
    // At three in the morning nobody is asked, and nothing is used up.
    service.add(ago(30), &now).unwrap();
    assert_eq!(offered(&mut service, &at(3)), None);
    let offer = offered(&mut service, &at(12)).unwrap();
    assert!(offer.line.ends_with("w: add them."), "{offer:?}");
    assert_eq!(offer.ids, [EntryId(1)]);
    assert_eq!(offered(&mut service, &at(12)), None);
    service.add(ago(31), &now).unwrap();
    service.add(ago(32), &now).unwrap();
    let offer = offered(&mut service, &at(12)).unwrap();
    assert!(offer.line.starts_with("2 cramps have no details"), "{offer:?}");
    assert_eq!(offer.ids, [EntryId(3), EntryId(2)], "the oldest first");
}
