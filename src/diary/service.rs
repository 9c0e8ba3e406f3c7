//! The diary of a running program: carries out each request and replies.
//!
//! An error never stops the program; it becomes a sentence for the reader.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jiff::Zoned;

use super::Diary;
use super::entry::{Cramp, Details, Entry, EntryId, Record};
use super::field::Field;
use super::night::{Night, Run};
use super::request::{DiaryReply, DiaryRequest, Logged, NewCramp, NewEntry};
use super::statistics::Statistics;
use super::store::{Changed, SCREEN_TIMEOUT, Store, UndoStep};
use super::trial;
use crate::text::messages::diary as words;

mod session;

use session::SessionLock;

const NO_CRAMP_YET: &str = "No cramp has been logged yet, so there is nothing to add details to.";

/// What a running program saves.
#[derive(Debug, Clone, Copy, Default)]
pub struct SaveOptions {
    /// Anything at all; where nothing is saved, the diary is not even read.
    pub diary: bool,
    /// Stretch sessions too.
    pub sessions: bool,
}

/// The diary of a running program, opened when it is first needed.
#[derive(Debug, Default)]
pub struct DiaryService {
    folder: Option<PathBuf>,
    save: SaveOptions,
    store: Option<Store>,
    /// Held while this program runs or offers the saved session.
    session_lock: Option<SessionLock>,
    /// The cramp whose form is filled in, as its last change left it.
    form: Option<Entry>,
    /// Whether the reader was told that a session cannot be saved: once is enough.
    session_failure_told: bool,
}

impl DiaryService {
    /// The diary in this folder; `None` where there is no home for one.
    pub fn new(folder: Option<PathBuf>, save: SaveOptions) -> Self {
        Self { folder, save, ..Self::default() }
    }

    /// Carries out a request at this moment and replies, where there is anything to say.
    pub fn carry_out(&mut self, request: &DiaryRequest, now: &Zoned) -> Option<DiaryReply> {
        // Anything else ends the form, so that what comes later is undone by itself.
        let is_between_fields = matches!(
            request,
            DiaryRequest::SetField(_, Some(_), _)
                | DiaryRequest::ReadCramp(_)
                | DiaryRequest::ReadStatistics
                | DiaryRequest::ReadLastNights(_)
        );
        if !is_between_fields {
            self.form = None;
        }
        Some(match request {
            DiaryRequest::Add(NewEntry::Stretched { .. }) if !self.save.sessions => return None,
            DiaryRequest::Add(entry) => DiaryReply::Added {
                entry: entry.clone(),
                result: for_reader(match entry {
                    NewEntry::Stretched { .. } => self.log_session(entry.clone(), now),
                    _ => self.add(entry.clone(), now),
                }),
            },
            DiaryRequest::Complete(id, cramp) => DiaryReply::Added {
                entry: NewEntry::Cramp(cramp.clone()),
                result: for_reader(self.complete(*id, cramp.clone(), now)),
            },
            DiaryRequest::SetLeg(id, leg) => {
                let set = |cramp: &mut Cramp| {
                    cramp.leg = *leg;
                    Ok(())
                };
                let why = self.change_cramp(*id, UndoStep::Addition, set).err()?;
                DiaryReply::Failed(format!("The leg was not saved: {why}"))
            }
            DiaryRequest::TakeBack(id) => DiaryReply::Undone(for_reader(self.take_back(*id))),
            DiaryRequest::SaveSession(session) => return self.save_session(session, now),
            DiaryRequest::ReadStatistics => {
                let tonight = Night::of(now.datetime());
                let statistics = self.diary().map(|diary| Statistics::of(&diary, tonight));
                DiaryReply::Statistics(for_reader(statistics.map(Box::new)))
            }
            DiaryRequest::ReadLastNights(count) => {
                let run = Run::ending(Night::of(now.datetime()), i32::from(*count));
                DiaryReply::LastNights(self.diary().ok()?.every(run))
            }
            DiaryRequest::ReadCramp(id) => DiaryReply::Cramp(for_reader(self.cramp(*id))),
            DiaryRequest::SetField(id, field, typed) => DiaryReply::FieldSaved {
                entry: *id,
                field: *field,
                typed: typed.clone(),
                result: for_reader(match field {
                    Some(field) => self.set_field(*id, field, typed),
                    None => self.set_time(*id, typed, now),
                }),
            },
            DiaryRequest::Remove(id) => DiaryReply::Removed(for_reader(self.remove(*id, now))),
            DiaryRequest::Restore(id) => DiaryReply::Undone(for_reader(self.restore(*id))),
            DiaryRequest::ReadStartupPrompts => match self.startup_prompts(now) {
                Ok(prompts) => return prompts,
                Err(why) => DiaryReply::Failed(format!("Without the diary: {why}")),
            },
            DiaryRequest::ReleaseSession => {
                self.session_lock = None;
                return None;
            }
        })
    }

    /// The cramp with this number, or the one that began last.
    fn cramp(&mut self, id: Option<EntryId>) -> Result<(EntryId, Box<Cramp>)> {
        let diary = self.diary()?;
        let mut entries = diary.entries().rev().filter(|own| id.is_none_or(|id| id == own.id));
        let found = entries.find_map(|own| Some((own.id, Box::new(own.record.cramp()?.clone()))));
        found.with_context(|| id.map_or_else(|| NO_CRAMP_YET.to_owned(), entry_gone))
    }

    /// Adds an entry. `None` when nothing is to be saved.
    fn add(&mut self, entry: NewEntry, now: &Zoned) -> Result<Option<Logged>> {
        let Some(record) = entry.dated(now).filter(|_| self.save.diary) else {
            return Ok(None);
        };
        let night = record.night();
        let mut ends_trial = false;
        let mut same_minute = false;
        let ids = self.store()?.add_deciding(|diary| {
            match &record {
                Record::Quiet(quiet) => diary.may_be_quiet(quiet.night)?,
                Record::Sign(_) => ends_trial = trial::is_running(diary, record.night()),
                Record::Cramp(cramp) => same_minute = diary.same_minute(cramp).is_some(),
                _ => {}
            }
            anyhow::Ok(vec![record])
        })?;
        Ok(ids.first().map(|id| Logged { id: *id, night, ends_trial, same_minute }))
    }

    /// Writes more into a cramp and keeps what is not given. A cramp that is gone is added again.
    fn complete(&mut self, id: EntryId, cramp: NewCramp, now: &Zoned) -> Result<Option<Logged>> {
        let more = cramp.clone().dated(now);
        let is_there = self.change_cramp(id, UndoStep::Addition, |cramp| {
            let known = cramp.clone();
            // What a person has typed stays.
            let is_typed = known.details != Details::Missing;
            let (first, second) = if is_typed { (known, more) } else { (more, known) };
            cramp.began = first.began;
            cramp.lasted = first.lasted.or(second.lasted);
            cramp.leg = first.leg.or(second.leg);
            cramp.muscle = first.muscle.or(second.muscle);
            cramp.done = first.done.or(second.done);
            Ok(())
        })?;
        if let Some(Changed { after, .. }) = is_there {
            let night = after.night();
            return Ok(Some(Logged { id, night, ends_trial: false, same_minute: false }));
        }
        self.add(NewEntry::Cramp(cramp), now)
    }

    /// Saves one field of a cramp. Fields saved one after the other are undone together.
    fn set_field(&mut self, id: EntryId, field: &Field, typed: &str) -> Result<()> {
        let left = self.form.clone().filter(|form| form.id == id);
        let step = left.map_or(UndoStep::New, |form| UndoStep::Join(form.record));
        let changed = self.change_cramp(id, step, |cramp| field.write(cramp, typed))?;
        let changed = changed.with_context(|| entry_gone(id))?;
        if changed.after != changed.before {
            self.form = Some(Entry { id, record: changed.after });
        }
        Ok(())
    }

    fn set_time(&mut self, id: EntryId, typed: &str, now: &Zoned) -> Result<()> {
        let set = |cramp: &mut Cramp| {
            cramp.began = cramp.began.corrected(typed, now)?;
            cramp.details = cramp.details.max(Details::Asked);
            Ok(())
        };
        self.change_cramp(id, UndoStep::New, set)?.with_context(|| entry_gone(id)).map(drop)
    }

    /// Changes a cramp; `None` when it is gone.
    fn change_cramp(
        &mut self,
        id: EntryId,
        step: UndoStep,
        change: impl FnOnce(&mut Cramp) -> Result<()>,
    ) -> Result<Option<Changed>> {
        self.store()?.change(id, step, |mut record| {
            if let Record::Cramp(cramp) = &mut record {
                change(cramp)?;
            }
            Ok(record)
        })
    }

    /// Its number, and what it was.
    fn remove(&mut self, id: EntryId, now: &Zoned) -> Result<(EntryId, String)> {
        let removed = self.store()?.remove(id)?.with_context(|| entry_gone(id))?;
        Ok((id, removed.label(Some(now.year()))))
    }

    /// `false` when it is gone already.
    fn take_back(&mut self, id: EntryId) -> Result<bool> {
        Ok(self.store()?.take_back(id)?)
    }

    fn restore(&mut self, id: EntryId) -> Result<bool> {
        self.store()?.restore(id)?.then_some(true).with_context(|| entry_gone(id))
    }

    /// The whole diary; an empty one where there is no file.
    fn diary(&mut self) -> Result<Diary> {
        Ok(self.existing()?.map_or_else(|| Ok(Diary::default()), |store| store.diary())?)
    }

    /// The open diary; a new one where there is none.
    fn store(&mut self) -> Result<&mut Store> {
        self.existing()?;
        // What could only be read may be written by now, such as after room was made on the disk.
        let store = match self.store.take().filter(Store::can_write) {
            Some(store) => store,
            None => Store::open(self.folder()?)?,
        };
        store.wait_within(SCREEN_TIMEOUT);
        Ok(self.store.insert(store))
    }

    fn existing(&mut self) -> Result<Option<&mut Store>> {
        if self.store.is_none() {
            self.store = Store::open_existing(self.folder()?, SCREEN_TIMEOUT)?;
        }
        Ok(self.store.as_mut())
    }

    fn folder(&self) -> Result<&Path> {
        ensure!(self.save.diary, "--no-save keeps the diary closed");
        self.folder.as_deref().context(words::NO_HOME)
    }
}

fn entry_gone(id: EntryId) -> String {
    format!("entry {id} is gone")
}

/// The reason of a failure in the words that the reader is told.
fn for_reader<T>(result: Result<T>) -> Result<T, String> {
    result.map_err(|why| format!("{why:#}"))
}

#[cfg(test)]
mod tests;
