//! What the diary of a running program keeps and offers.

use std::time::Duration;

use super::*;
use crate::diary::entry::Lasted;
use crate::diary::note_text::NoteText;
use crate::diary::stamp::Stamp;
use crate::diary::store::FILE;
use crate::guide::Guide;
use crate::stretch::Leg;
use crate::stretch::cramp::BootTime;
use crate::stretch::plan::{Options, Plan};
use crate::stretch::session::{Session, Snapshot};

fn now() -> Zoned {
    Zoned::now()
}

const ALL: SaveOptions = SaveOptions { diary: true, sessions: true };

fn service(folder: &std::path::Path) -> DiaryService {
    DiaryService::new(Some(folder.to_owned()), ALL)
}

#[test]
fn a_press_is_noted_filled_in_by_rescue_and_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = service.add(NewEntry::Cramp(NewCramp::default()), &now()).unwrap().unwrap().id;
    let more = NewCramp {
        ago: Duration::from_secs(120),
        lasted: Some(Duration::from_secs(100)),
        muscle: Some("calf".to_owned()),
        leg: Some(Leg::Right),
        ..NewCramp::default()
    };
    service.complete(id, more, &now()).unwrap();
    let entry = service.store().unwrap().get(id).unwrap().unwrap();
    let Record::Cramp(cramp) = entry.record else { panic!("a cramp") };
    assert_eq!(cramp.lasted.map(Lasted::seconds), Some(100));
    assert_eq!(cramp.leg, Some(Leg::Right));
    assert!(!service.diary().unwrap().is_empty());
    assert!(service.take_back(id).unwrap());
    assert!(!service.take_back(id).unwrap());
    assert!(service.diary().unwrap().is_empty());
}

#[test]
fn a_cramp_that_is_gone_meanwhile_is_noted_anew_when_more_is_known() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = service.add(NewEntry::Cramp(NewCramp::default()), &now()).unwrap().unwrap().id;
    Store::open(home.path()).unwrap().undo().unwrap();
    let logged = service.complete(id, NewCramp::default(), &now()).unwrap();
    let entries = service.store().unwrap().entries().unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(logged.map(|logged| logged.id), Some(entries[0].id));
}

#[test]
fn without_saving_no_file_appears() {
    let home = tempfile::tempdir().unwrap();
    let mut closed = DiaryService::new(Some(home.path().to_owned()), SaveOptions::default());
    assert_eq!(closed.add(NewEntry::Cramp(NewCramp::default()), &now()).unwrap(), None);
    assert!(closed.startup_prompts(&now()).unwrap().is_none());
    assert!(closed.diary().is_err());
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn looking_makes_no_file_and_a_missing_home_is_said() {
    let home = tempfile::tempdir().unwrap();
    let mut open = service(home.path());
    assert!(open.diary().unwrap().is_empty());
    assert!(open.startup_prompts(&now()).unwrap().is_none());
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    let mut homeless = DiaryService::new(None, ALL);
    assert!(
        homeless
            .add(NewEntry::Cramp(NewCramp::default()), &now())
            .unwrap_err()
            .to_string()
            .contains("--data-dir")
    );
}

#[test]
fn cramps_without_details_are_offered_with_their_number() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let ago = |hours: u64| {
        let ago = Duration::from_secs(hours * 3600);
        NewEntry::Cramp(NewCramp { ago, ..NewCramp::default() })
    };
    let now = now();
    let at = |hour| now.date().at(hour, 0, 0, 0).to_zoned(now.time_zone().clone()).unwrap();
    let offered =
        |service: &mut DiaryService, at: &Zoned| match service.startup_prompts(at).unwrap() {
            None => None,
            Some(DiaryReply::StartupPrompts { session: None, unfinished }) => unfinished,
            other => panic!("{other:?}"),
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

fn logged(service: &mut DiaryService) -> EntryId {
    match service.carry_out(&DiaryRequest::Add(NewEntry::Cramp(NewCramp::default())), &Zoned::now())
    {
        Some(DiaryReply::Added { result: Ok(Some(Logged { id, .. })), .. }) => id,
        other => panic!("{other:?}"),
    }
}

fn pain(service: &mut DiaryService, request: &DiaryRequest) -> Result<Option<String>, String> {
    match service.carry_out(request, &Zoned::now()) {
        Some(DiaryReply::Cramp(found)) => {
            found.map(|(_, cramp)| Field::named("pain").unwrap().typed(&cramp))
        }
        Some(DiaryReply::FieldSaved { result, .. }) => result.map(|()| None),
        other => panic!("{other:?}"),
    }
}

fn undo(service: &mut DiaryService) {
    assert!(service.store().unwrap().undo().unwrap().len() == 1);
}

#[test]
fn each_field_is_saved_at_once_and_a_form_is_undone_as_one() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = logged(&mut service);
    let set = |name, typed: &str| DiaryRequest::SetField(id, Field::named(name), typed.to_owned());
    let six = Ok(Some("6".to_owned()));
    assert_eq!(pain(&mut service, &set("pain", "6")), Ok(None));
    assert_eq!(pain(&mut service, &set("helped", "walking")), Ok(None));
    assert_eq!(pain(&mut service, &DiaryRequest::ReadCramp(None)), six);
    let refused = pain(&mut service, &set("pain", "11")).unwrap_err();
    assert!(refused.contains("from 0"), "{refused}");
    // Another program sees it before anything is closed.
    let mut other = self::service(home.path());
    assert_eq!(pain(&mut other, &DiaryRequest::ReadCramp(Some(id))), six);
    undo(&mut service);
    assert_eq!(pain(&mut service, &DiaryRequest::ReadCramp(Some(id))), Ok(None));
}

#[test]
fn undo_never_reverts_another_change_in_place_of_a_form() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let first = logged(&mut service);
    let second = logged(&mut service);
    let set =
        |name, typed: &str| DiaryRequest::SetField(first, Field::named(name), typed.to_owned());
    let read = DiaryRequest::ReadCramp(Some(first));
    pain(&mut service, &set("pain", "3")).unwrap();
    // Nothing changes by the first field, so that the second one is a change of its own.
    service.form = None;
    pain(&mut service, &set("pain", "3")).unwrap();
    pain(&mut service, &set("helped", "walking")).unwrap();
    pain(&mut service, &set("pain", "6")).unwrap();
    undo(&mut service);
    assert_eq!(pain(&mut service, &read), Ok(Some("3".to_owned())));
    assert!(service.store().unwrap().get(second).unwrap().is_some());
    // What another program has changed meanwhile is undone by itself, before the form.
    service.form = None;
    pain(&mut service, &set("pain", "5")).unwrap();
    let mut other = self::service(home.path());
    pain(&mut other, &set("note", "cold")).unwrap();
    pain(&mut service, &set("pain", "8")).unwrap();
    for before in ["5", "5", "3"] {
        undo(&mut service);
        assert_eq!(pain(&mut service, &read), Ok(Some(before.to_owned())));
    }
}

#[test]
fn a_removed_entry_is_brought_back_and_one_that_is_gone_is_said() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = logged(&mut service);
    let removed = service.carry_out(&DiaryRequest::Remove(id), &Zoned::now());
    let said = |what: &str| what.starts_with("cramp of ");
    assert!(
        matches!(removed, Some(DiaryReply::Removed(Ok((of, what)))) if of == id && said(&what))
    );
    let read = DiaryRequest::ReadCramp(Some(id));
    assert!(pain(&mut service, &read).unwrap_err().contains("is gone"));
    assert!(service.remove(id, &Zoned::now()).is_err());
    // Another program has logged a cramp since, which stays.
    let since = logged(&mut self::service(home.path()));
    assert!(matches!(
        service.carry_out(&DiaryRequest::Restore(id), &Zoned::now()),
        Some(DiaryReply::Undone(Ok(true)))
    ));
    assert_eq!(pain(&mut service, &read), Ok(None));
    assert!(service.store().unwrap().get(since).unwrap().is_some());
    assert!(service.restore(EntryId(99)).is_err());
}

#[test]
fn a_form_never_joins_a_change_that_another_program_made_after_an_undo() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = logged(&mut service);
    let set = |name, typed: &str| DiaryRequest::SetField(id, Field::named(name), typed.to_owned());
    pain(&mut service, &set("pain", "5")).unwrap();
    let mut other = self::service(home.path());
    undo(&mut other);
    pain(&mut other, &set("pain", "7")).unwrap();
    pain(&mut service, &set("note", "cold")).unwrap();
    undo(&mut service);
    let read = DiaryRequest::ReadCramp(Some(id));
    assert_eq!(pain(&mut service, &read), Ok(Some("7".to_owned())));
}

#[test]
fn the_time_of_a_cramp_is_typed_as_on_the_command_line() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let id = logged(&mut service);
    let time = |typed: &str| DiaryRequest::SetField(id, None, typed.to_owned());
    assert!(pain(&mut service, &time("yesterday 03:10")).is_ok());
    let entry = service.store().unwrap().get(id).unwrap().unwrap();
    assert_eq!(entry.record.at().time(), "03:10");
    assert!(pain(&mut service, &time("soon")).is_err());
}

#[test]
fn a_corrected_time_is_that_of_the_place_where_the_cramp_was_logged() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let now = "2026-03-07T12:00:00+00:00[Europe/London]".parse().unwrap();
    for (was, becomes) in [
        ("2026-03-05T03:10:00+01:00[Europe/Berlin]", "2026-03-05T03:11:00+01:00[Europe/Berlin]"),
        // A zone without a name, and one whose rules are not those of the entry any more.
        ("2026-03-05T03:10:00-09:30", "2026-03-05T03:11:00-09:30"),
        ("2026-03-05T03:10:00+03:00[Europe/Berlin]", "2026-03-05T03:11:00+03:00"),
        ("2026-03-05T03:10:00+00:00", "2026-03-05T03:11:00+00:00[Europe/London]"),
    ] {
        let cramp = Cramp::at(Stamp::parse(was).unwrap());
        let id = service.store().unwrap().add(&Record::Cramp(Box::new(cramp))).unwrap();
        let time = DiaryRequest::SetField(id, None, "2026-03-05 03:11".to_owned());
        service.carry_out(&time, &now);
        let entry = service.store().unwrap().get(id).unwrap().unwrap();
        assert_eq!(entry.record.at().to_string(), becomes);
    }
}

#[test]
fn what_was_typed_about_a_cramp_that_lasts_stays_when_it_has_let_go() {
    let home = tempfile::tempdir().unwrap();
    let mut service = service(home.path());
    let muscle = Field::named("muscle");
    for (field, typed) in [(muscle, "foot"), (None, "yesterday 03:10")] {
        let id = logged(&mut service);
        service.carry_out(&DiaryRequest::SetField(id, field, typed.to_owned()), &now());
        let cramp = |service: &mut DiaryService| service.cramp(Some(id)).unwrap().1;
        let before = cramp(&mut service);
        let more = NewCramp {
            lasted: Some(Duration::from_secs(100)),
            muscle: Some("calf".to_owned()),
            ..NewCramp::default()
        };
        service.complete(id, more, &now()).unwrap();
        let after = cramp(&mut service);
        assert_eq!((&after.began, after.lasted.map(Lasted::seconds)), (&before.began, Some(100)));
        let muscle = before.muscle.as_ref().map_or("calf", NoteText::as_str);
        assert_eq!(after.muscle.as_ref().map(NoteText::as_str), Some(muscle));
    }
}

/// A session as it stands after 20 seconds.
fn session(guide: &Guide) -> Snapshot {
    let (id, routine) = guide.routines.first().unwrap();
    let plan = Plan::new(id, routine, Options::default()).unwrap();
    let time = Duration::from_secs(20);
    let session = Session::new(plan, Duration::ZERO, BootTime::default());
    session.snapshot(time, BootTime(time)).unwrap()
}

#[test]
fn a_session_is_forgotten_only_by_the_change_that_logs_it() {
    let home = tempfile::tempdir().unwrap();
    let guide = crate::guide::built_in().unwrap();
    let kept = session(&guide);
    let over = DiaryRequest::Add(NewEntry::Stretched {
        ago: kept.age(),
        routine: kept.plan().routine.clone(),
        summary: kept.summary(),
    });
    let offered = || match service(home.path()).startup_prompts(&now()).unwrap() {
        Some(DiaryReply::StartupPrompts { session, .. }) => session.is_some(),
        _ => false,
    };
    let mut first = service(home.path());
    assert!(first.save_session(&kept, &now()).is_none());
    let writer = rusqlite::Connection::open(home.path().join(FILE)).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = first.carry_out(&over, &now());
    assert!(matches!(refused, Some(DiaryReply::Added { result: Err(_), .. })), "{refused:?}");
    writer.execute_batch("ROLLBACK").unwrap();
    drop(first);
    assert!(offered());
    let mut second = service(home.path());
    second.startup_prompts(&now()).unwrap();
    second.carry_out(&over, &now());
    assert_eq!(second.diary().unwrap().entries().count(), 1);
    assert!(!offered());
}

#[test]
fn a_session_is_offered_where_nothing_can_be_written() {
    let home = tempfile::tempdir().unwrap();
    let now = "2026-03-05T12:00:00+01:00[Europe/Berlin]".parse().unwrap();
    let guide = crate::guide::built_in().unwrap();
    let kept = session(&guide);
    let mut before = service(home.path());
    let ago = Duration::from_secs(9 * 3600);
    before.add(NewEntry::Cramp(NewCramp { ago, ..NewCramp::default() }), &now).unwrap();
    assert!(before.save_session(&kept, &now).is_none());
    drop(before);
    let mut service = service(home.path());
    service.store().unwrap();
    let writer = rusqlite::Connection::open(home.path().join(FILE)).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    match service.startup_prompts(&now) {
        Ok(Some(DiaryReply::StartupPrompts { session: Some(_), unfinished: None })) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_could_only_be_read_is_written_as_soon_as_it_can_be() {
    let home = tempfile::tempdir().unwrap();
    logged(&mut service(home.path()));
    // In the way of the memory that SQLite shares with other programs.
    let in_the_way = home.path().join("diary.db-shm");
    std::fs::create_dir(&in_the_way).unwrap();
    let mut service = service(home.path());
    assert_eq!(service.diary().unwrap().entries().count(), 1);
    let cramp = || NewEntry::Cramp(NewCramp::default());
    let why = service.add(cramp(), &now()).unwrap_err();
    assert!(why.to_string().contains("or the disk is full"), "{why}");
    std::fs::remove_dir(&in_the_way).unwrap();
    assert!(service.add(cramp(), &now()).unwrap().is_some());
    assert_eq!(service.diary().unwrap().entries().count(), 2);
}
