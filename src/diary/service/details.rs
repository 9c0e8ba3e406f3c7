//! Asks for what one press could not say, and notes the answers.

use std::io::{BufRead, Write};

use super::DiaryService;
use crate::diary::entry::{Cramp, EntryId, Record};
use crate::diary::field::Field;
use crate::diary::questions;
use crate::diary::store::COMMAND_TIMEOUT;
use crate::text::io_error;
use crate::text::messages::diary;

impl DiaryService {
    /// Asks for what is not known of a cramp, one line each, and notes the answers.
    pub fn add_details(
        &mut self,
        id: EntryId,
        answers: &mut dyn BufRead,
        questions: &mut dyn Write,
    ) -> Result<bool, String> {
        let lock_timeout = self.lock_timeout;
        // Nothing moves on the screen meanwhile.
        self.wait_within(COMMAND_TIMEOUT);
        let told = self.ask_and_save(id, answers, questions);
        self.wait_within(lock_timeout);
        told
    }

    fn ask_and_save(
        &mut self,
        id: EntryId,
        answers: &mut dyn BufRead,
        questions: &mut dyn Write,
    ) -> Result<bool, String> {
        let cramp = self.cramp(id)?;
        let mut save = |field: Field, typed: &str| self.set_field(id, field, typed);
        let given = questions::ask(&cramp, answers, questions, &mut save);
        given
            .map(|given| given > 0)
            .map_err(|why| io_error::why(&why))
    }

    fn cramp(&mut self, id: EntryId) -> Result<Cramp, String> {
        let entry = self.get(id).map_err(|why| why.why)?;
        match entry.map(|entry| entry.record) {
            Some(Record::Cramp(cramp)) => Ok(*cramp),
            _ => Err(gone(id)),
        }
    }
}

pub(super) fn gone(id: EntryId) -> String {
    diary::entry_gone(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::Scale;
    use crate::diary::jot::{NewEntry, Noted};
    use crate::diary::request::{DiaryReply, DiaryRequest};
    use crate::diary::store::Store;

    fn noted(diary: &mut DiaryService) -> EntryId {
        match diary.carry_out(&DiaryRequest::Add(NewEntry::cramp_now())) {
            Some(DiaryReply::Added {
                result: Ok(Some(Noted { id, .. })),
                ..
            }) => id,
            other => panic!("{other:?}"),
        }
    }

    fn told(
        diary: &mut DiaryService,
        id: EntryId,
        answers: &str,
    ) -> (Result<bool, String>, String) {
        let mut questions = Vec::new();
        let told = diary.add_details(id, &mut answers.as_bytes(), &mut questions);
        (told, String::from_utf8(questions).unwrap())
    }

    #[test]
    fn answers_are_noted_and_undone_as_one_change() {
        let home = tempfile::tempdir().unwrap();
        let mut diary = DiaryService::new(Some(home.path().to_owned()), true, true).on_screen();
        let id = noted(&mut diary);
        let (result, asked) = told(&mut diary, id, "\n\n4\n7\nq\n");
        assert_eq!(result, Ok(true));
        assert!(asked.contains("How much did it hurt"), "{asked}");
        let cramp = diary.cramp(id).unwrap();
        assert_eq!((cramp.pain, cramp.sleep), (Scale::new(7), None));
        let mut store = Store::open(home.path()).unwrap();
        store.undo().unwrap();
        assert_eq!(diary.cramp(id).unwrap().pain, None);
    }

    #[test]
    fn without_an_answer_nothing_changes_and_a_missing_entry_is_said() {
        let home = tempfile::tempdir().unwrap();
        let mut diary = DiaryService::new(Some(home.path().to_owned()), true, true).on_screen();
        let id = noted(&mut diary);
        let before = diary.cramp(id).unwrap();
        assert_eq!(told(&mut diary, id, "").0, Ok(false));
        assert_eq!(diary.cramp(id).unwrap(), before);
        Store::open(home.path()).unwrap().remove(id).unwrap();
        let (result, asked) = told(&mut diary, id, "7\n");
        assert!(result.unwrap_err().contains("is gone"));
        assert_eq!(asked, "", "nothing is asked in vain");
    }
}
