//! Asks for what one press could not say, and notes the answers.

use std::io::{BufRead, Write};

use super::DiaryService;
use crate::app::message::Message;
use crate::details;
use crate::diary::entry::{Cramp, EntryId, Record};
use crate::diary::store::PATIENCE;
use crate::os_words;
use crate::text::messages::diary;

impl DiaryService {
    /// Asks for what is not known of a cramp, one line each, and notes the answers.
    pub fn add_details(
        &mut self,
        id: EntryId,
        answers: &mut dyn BufRead,
        questions: &mut dyn Write,
    ) -> Message {
        let patience = self.keeper.patience();
        // Nothing moves on the screen meanwhile.
        self.keeper.wait_within(PATIENCE);
        let told = self.ask_and_note(id, answers, questions);
        self.keeper.wait_within(patience);
        Message::Detailed(told)
    }

    fn ask_and_note(
        &mut self,
        id: EntryId,
        answers: &mut dyn BufRead,
        questions: &mut dyn Write,
    ) -> Result<bool, String> {
        let said = details::ask(&self.cramp(id)?, answers, questions);
        let said = said.map_err(|why| os_words::why(&why))?;
        // Answering takes a while: another program may have changed it meanwhile.
        let replaced = self.keeper.replace(id, |record| match record {
            Record::Cramp(cramp) => Ok(Record::Cramp(Box::new(said.of(*cramp)))),
            other => Ok(other),
        });
        let (before, after) = replaced.map_err(|why| why.why)?.ok_or_else(|| gone(id))?;
        Ok(before != after)
    }

    fn cramp(&mut self, id: EntryId) -> Result<Cramp, String> {
        let entry = self.keeper.get(id).map_err(|why| why.why)?;
        match entry.map(|entry| entry.record) {
            Some(Record::Cramp(cramp)) => Ok(*cramp),
            _ => Err(gone(id)),
        }
    }
}

fn gone(id: EntryId) -> String {
    diary::entry_gone(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Effect;
    use crate::diary::entry::Scale;
    use crate::diary::jot::{NewEntry, Noted};
    use crate::diary::store::Store;

    fn noted(clerk: &mut DiaryService) -> EntryId {
        match clerk.carry_out(&Effect::Note(NewEntry::cramp_now())) {
            Some(Message::Noted {
                result: Ok(Some(Noted { id, .. })),
                ..
            }) => id,
            other => panic!("{other:?}"),
        }
    }

    fn told(
        clerk: &mut DiaryService,
        id: EntryId,
        answers: &str,
    ) -> (Result<bool, String>, String) {
        let mut questions = Vec::new();
        match clerk.add_details(id, &mut answers.as_bytes(), &mut questions) {
            Message::Detailed(told) => (told, String::from_utf8(questions).unwrap()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn answers_are_noted_and_undone_as_one_change() {
        let home = tempfile::tempdir().unwrap();
        let mut clerk = DiaryService::new(Some(home.path().to_owned()), true, true).on_screen();
        let id = noted(&mut clerk);
        let (result, asked) = told(&mut clerk, id, "7\n\n4\nq\n");
        assert_eq!(result, Ok(true));
        assert!(asked.contains("How much did it hurt"), "{asked}");
        let cramp = clerk.cramp(id).unwrap();
        assert_eq!((cramp.pain, cramp.sleep), (Scale::new(7), None));
        let mut store = Store::open(home.path()).unwrap();
        store.undo().unwrap();
        assert_eq!(clerk.cramp(id).unwrap().pain, None);
    }

    #[test]
    fn without_an_answer_nothing_changes_and_a_missing_entry_is_said() {
        let home = tempfile::tempdir().unwrap();
        let mut clerk = DiaryService::new(Some(home.path().to_owned()), true, true).on_screen();
        let id = noted(&mut clerk);
        let before = clerk.cramp(id).unwrap();
        assert_eq!(told(&mut clerk, id, "").0, Ok(false));
        assert_eq!(clerk.cramp(id).unwrap(), before);
        Store::open(home.path()).unwrap().remove(id).unwrap();
        let (result, asked) = told(&mut clerk, id, "7\n");
        assert!(result.unwrap_err().contains("is gone"));
        assert_eq!(asked, "", "nothing is asked in vain");
    }
}
