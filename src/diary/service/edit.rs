//! Changes to entries: each is saved at once.

use jiff::Zoned;

use super::{DiaryError, DiaryService, said};
use crate::diary::entry::{EntryId, Record};
use crate::diary::field::Field;
use crate::diary::request::DiaryReply;
use crate::diary::stamp::Stamp;
use crate::diary::when;
use crate::text::messages::diary as words;

impl DiaryService {
    /// Saves one field of a cramp. Fields of one cramp in a row are one change to undo.
    pub(super) fn set_field(
        &mut self,
        id: EntryId,
        field: Field,
        typed: &str,
    ) -> Result<(), String> {
        let joins = self.form == Some(id);
        let store = self.store().map_err(|why| why.why)?;
        let written = store.set_field(id, field, typed, joins);
        let written = written.map_err(|why| DiaryError::from(why).why)?;
        written.ok_or_else(|| gone(id))??;
        self.form = Some(id);
        Ok(())
    }

    /// Says when a cramp began.
    pub(super) fn set_time(
        &mut self,
        id: EntryId,
        typed: &str,
        clock: &Zoned,
    ) -> Result<(), String> {
        let began = when::parse(typed, clock).map_err(|why| why.to_string())?;
        let began = Stamp::of(&began);
        let store = said(self.store())?;
        let replaced = store.replace(id, |mut record| {
            if let Record::Cramp(cramp) = &mut record {
                cramp.began = began;
            }
            Ok::<_, DiaryError>(record)
        });
        said(replaced)?.map(drop).ok_or_else(|| gone(id))
    }

    /// The entry as it is now, where the change before it was made.
    pub(super) fn entry_reply(&mut self, id: EntryId, change: Result<(), String>) -> DiaryReply {
        let entry = change
            .and_then(|()| said(self.get(id)))
            .and_then(|entry| entry.ok_or_else(|| gone(id)));
        DiaryReply::Entry(entry.map(Box::new))
    }

    pub(super) fn remove(&mut self, id: EntryId) -> Result<EntryId, String> {
        let removed = said(self.store())?.remove(id);
        let is_there = said(removed.map_err(DiaryError::from))?;
        is_there.then_some(id).ok_or_else(|| gone(id))
    }

    /// `false` when there is nothing to undo.
    pub(super) fn undo(&mut self) -> Result<bool, DiaryError> {
        match self.existing()? {
            Some(store) => Ok(store.undo()?.is_some()),
            None => Ok(false),
        }
    }
}

fn gone(id: EntryId) -> String {
    words::entry_gone(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::jot::{NewEntry, Noted};
    use crate::diary::request::DiaryRequest;

    fn logged(service: &mut DiaryService) -> EntryId {
        match service.carry_out(&DiaryRequest::Add(NewEntry::cramp_now())) {
            Some(DiaryReply::Added { result: Ok(Some(Noted { id, .. })), .. }) => id,
            other => panic!("{other:?}"),
        }
    }

    fn pain(service: &mut DiaryService, request: &DiaryRequest) -> Result<Option<String>, String> {
        match service.carry_out(request) {
            Some(DiaryReply::Entry(entry)) => entry.map(|entry| match entry.record {
                Record::Cramp(cramp) => Field::Pain.typed(&cramp),
                other => panic!("{other:?}"),
            }),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_field_is_saved_at_once_and_a_form_is_undone_as_one() {
        let home = tempfile::tempdir().unwrap();
        let mut service = DiaryService::new(Some(home.path().to_owned()), true, true);
        let id = logged(&mut service);
        let set = |field, typed: &str| DiaryRequest::SetField(id, field, typed.to_owned());
        let six = Ok(Some("6".to_owned()));
        assert_eq!(pain(&mut service, &set(Field::Pain, "6")), six);
        assert_eq!(pain(&mut service, &set(Field::Helped, "walking")), six);
        let refused = pain(&mut service, &set(Field::Pain, "11")).unwrap_err();
        assert!(refused.contains("from 0"), "{refused}");
        // Another program sees it before anything is closed.
        let mut other = DiaryService::new(Some(home.path().to_owned()), true, true);
        assert_eq!(pain(&mut other, &DiaryRequest::ReadEntry(id)), six);
        assert!(matches!(
            service.carry_out(&DiaryRequest::Undo),
            Some(DiaryReply::Undone(Ok(true)))
        ));
        assert_eq!(pain(&mut service, &DiaryRequest::ReadEntry(id)), Ok(None));
    }

    #[test]
    fn a_removed_entry_is_brought_back_and_one_that_is_gone_is_said() {
        let home = tempfile::tempdir().unwrap();
        let mut service = DiaryService::new(Some(home.path().to_owned()), true, true);
        let id = logged(&mut service);
        let removed = service.carry_out(&DiaryRequest::Remove(id));
        assert!(matches!(removed, Some(DiaryReply::Removed(Ok(of))) if of == id));
        let read = DiaryRequest::ReadEntry(id);
        assert!(pain(&mut service, &read).unwrap_err().contains("is gone"));
        assert!(service.remove(id).is_err());
        assert_eq!(service.undo(), Ok(true));
        assert_eq!(pain(&mut service, &read), Ok(None));
    }

    #[test]
    fn the_time_of_a_cramp_is_typed_as_on_the_command_line() {
        let home = tempfile::tempdir().unwrap();
        let mut service = DiaryService::new(Some(home.path().to_owned()), true, true);
        let id = logged(&mut service);
        let time = |typed: &str| DiaryRequest::SetTime(id, typed.to_owned());
        assert!(pain(&mut service, &time("yesterday 03:10")).is_ok());
        let entry = service.get(id).unwrap().unwrap();
        assert_eq!(entry.record.at().time(), "03:10");
        assert!(pain(&mut service, &time("soon")).is_err());
    }
}
