//! Two running programs and one session: only one of them has it.

use std::path::Path;
use uncramp::diary::request::{DiaryReply, DiaryRequest};

use jiff::Zoned;
use uncramp::app::effect::Effect;
use uncramp::diary::service::{DiaryService, SaveOptions};
use uncramp::stretch::session::Snapshot;

use crate::harness::{Journey, file};
use crate::launches::{self, records};

fn bedtime(home: &Path) -> Journey {
    Journey::new().keeping(home).launch(launches::bedtime())
}

fn diary(home: &Path) -> DiaryService {
    DiaryService::new(Some(home.to_owned()), SaveOptions { diary: true, sessions: true })
}

/// The session that this program is offered at its start.
fn offered(diary: &mut DiaryService) -> Option<Box<Snapshot>> {
    match diary.carry_out(&DiaryRequest::ReadStartupPrompts, &Zoned::now()) {
        Some(DiaryReply::StartupPrompts { session, .. }) => session,
        None => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_killed_session_is_offered_to_one_program_and_after_its_end_to_the_next() {
    let home = tempfile::tempdir().unwrap();
    bedtime(home.path()).wait(60).end();
    let mut one = diary(home.path());
    assert!(offered(&mut one).is_some());
    assert_eq!(offered(&mut diary(home.path())), None);
    let end = Journey::new().keeping(home.path()).end();
    assert!(!end.shows("unfinished session"), "{}", end.text());
    // Killed or left without going on with it: it is there for the next.
    drop(one);
    assert!(offered(&mut diary(home.path())).is_some());
}

#[test]
fn a_session_that_runs_in_another_program_is_neither_offered_nor_noted_by_this_one() {
    let home = tempfile::tempdir().unwrap();
    bedtime(home.path()).wait(60).end();
    let mut runs = diary(home.path());
    let kept = offered(&mut runs).unwrap();
    runs.carry_out(&DiaryRequest::SaveSession(kept.clone()), &Zoned::now());
    // A whole session of another program leaves it alone, and is logged itself.
    bedtime(home.path()).wait(300).end();
    assert_eq!(records(home.path()).len(), 1);
    drop(runs);
    let again = offered(&mut diary(home.path())).unwrap();
    assert_eq!((again.plan(), again.summary()), (kept.plan(), kept.summary()));
}

#[test]
fn a_session_left_behind_is_noted_once_however_many_begin_at_once() {
    let home = tempfile::tempdir().unwrap();
    bedtime(home.path()).wait(60).end();
    let mut first = diary(home.path());
    let kept = offered(&mut first).unwrap();
    drop(first);
    let mut services: Vec<DiaryService> = (0..8).map(|_| diary(home.path())).collect();
    std::thread::scope(|scope| {
        for diary in &mut services {
            let keep = DiaryRequest::SaveSession(kept.clone());
            scope.spawn(move || diary.carry_out(&keep, &Zoned::now()));
        }
    });
    assert_eq!(records(home.path()).len(), 1, "one gave it up");
}

#[test]
fn a_session_of_another_guide_is_left_to_it_and_noted_when_one_takes_its_place() {
    let home = tempfile::tempdir().unwrap();
    bedtime(home.path()).wait(60).end();
    let bicycle = || Journey::with(file("tests/guides/good/bicycle.yaml")).keeping(home.path());
    let end = bicycle().end();
    assert!(!end.shows("unfinished session"), "{}", end.text());
    assert!(end.effects.contains(&Effect::Diary(DiaryRequest::ReleaseSession)));
    let again = Journey::new().keeping(home.path()).end();
    assert!(again.shows("unfinished session"), "{}", again.text());
    assert_eq!(records(home.path()).len(), 0);
    bedtime(home.path()).wait(1).end();
    assert_eq!(records(home.path()).len(), 1);
}
