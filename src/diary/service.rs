//! The diary of a running program: does what is asked of it and says what came of it.
//!
//! Nothing here stops the program; what goes wrong comes back as a sentence for the reader.

use std::path::PathBuf;
use std::time::Duration;

use super::Diary;
use super::chart::Charts;
use super::entry::{Cramp, Entry, EntryId, Record};
use super::jot::{NewEntry, Noted};
use super::nights::Run;
use super::request::{DiaryReply, DiaryRequest};
use super::stamp::{Night, Stamp};
use super::store::{COMMAND_TIMEOUT, Store};
use super::trial;
use crate::stretch::Leg;
use crate::text::messages::diary as words;
use jiff::Zoned;

mod edit;
mod error;
mod session;
mod session_lock;

pub use error::DiaryError;
pub use session::StartupPrompts;
use session_lock::SessionLock;

/// How long the screen may stand still for another program that is writing.
const SCREEN_TIMEOUT: Duration = Duration::from_secs(1);

/// A running session must not be late for being saved.
const SESSION_TIMEOUT: Duration = Duration::from_millis(50);

/// The diary of a running program, opened when it is first needed.
#[derive(Debug)]
pub struct DiaryService {
    folder: Option<PathBuf>,
    save: bool,
    /// Whether stretch sessions are saved too.
    sessions: bool,
    lock_timeout: Duration,
    store: Option<Store>,
    /// Held while the saved session is this program's: the one it runs, or was offered.
    session_lock: Option<SessionLock>,
    /// The cramp whose fields were changed last, until something else is asked for.
    form: Option<EntryId>,
    /// That a session cannot be saved is said once, not at every phase.
    session_failure_said: bool,
}

impl DiaryService {
    /// A diary in this folder. It is never opened when nothing is to be saved.
    pub fn new(folder: Option<PathBuf>, save: bool, sessions: bool) -> Self {
        Self {
            folder,
            save,
            sessions,
            lock_timeout: COMMAND_TIMEOUT,
            store: None,
            session_lock: None,
            form: None,
            session_failure_said: false,
        }
    }

    /// For a screen, which must not stand still for long.
    #[must_use]
    pub fn on_screen(mut self) -> Self {
        self.lock_timeout = SCREEN_TIMEOUT;
        self
    }

    /// Does what was asked; says what came of it.
    pub fn carry_out(&mut self, request: &DiaryRequest) -> Option<DiaryReply> {
        let clock = Zoned::now();
        let now = Stamp::of(&clock);
        let is_between_fields = matches!(
            request,
            DiaryRequest::SetField(..)
                | DiaryRequest::ReadEntry(_)
                | DiaryRequest::ReadCharts
                | DiaryRequest::ReadLastNights(_)
        );
        if !is_between_fields {
            self.form = None;
        }
        match request {
            DiaryRequest::Add(NewEntry::Stretched { .. }) if !self.sessions => None,
            DiaryRequest::Add(entry) => Some(DiaryReply::Added {
                subject: entry.subject(),
                result: said(self.add(entry.clone(), &now)),
            }),
            DiaryRequest::Complete(id, entry) => Some(DiaryReply::Added {
                subject: entry.subject(),
                result: said(self.complete(*id, entry.clone(), &now)),
            }),
            DiaryRequest::SetLeg(id, leg) => {
                let why = self.set_leg(*id, *leg).err()?;
                Some(DiaryReply::Failed(format!("The leg was not saved: {}", why.why)))
            }
            DiaryRequest::TakeBack(id) => Some(DiaryReply::TakenBack(said(self.take_back(*id)))),
            DiaryRequest::SaveSession(session) => self.save_session(session.as_deref(), &now),
            DiaryRequest::ReadCharts => {
                let charts = self.charts(&now).map(Box::new);
                Some(DiaryReply::Charts(said(charts)))
            }
            DiaryRequest::ReadLastNights(count) => {
                let diary = self.diary().ok()?;
                let nights = diary.every(Run::until(now.night(), i32::from(*count)));
                Some(DiaryReply::LastNights(nights))
            }
            DiaryRequest::ReadEntry(id) => Some(self.entry_reply(*id, Ok(()))),
            DiaryRequest::SetField(id, field, typed) => {
                let set = self.set_field(*id, *field, typed);
                Some(self.entry_reply(*id, set))
            }
            DiaryRequest::SetTime(id, typed) => {
                let set = self.set_time(*id, typed, &clock);
                Some(self.entry_reply(*id, set))
            }
            DiaryRequest::Remove(id) => Some(DiaryReply::Removed(self.remove(*id))),
            DiaryRequest::Undo => Some(DiaryReply::Undone(said(self.undo()))),
            DiaryRequest::ReadStartupPrompts => self.startup_prompts(&now),
            DiaryRequest::ReleaseSession => {
                self.session_lock = None;
                None
            }
        }
    }

    /// Adds an entry as of that moment. `None` when nothing is to be saved.
    fn add(&mut self, entry: NewEntry, now: &Stamp) -> Result<Option<Noted>, DiaryError> {
        let Some(record) = entry.dated(now).filter(|_| self.save) else {
            return Ok(None);
        };
        let store = self.store()?;
        let mut ends_trial = false;
        let mut same_minute = false;
        let ids = store.add_deciding(|diary| {
            match &record {
                Record::Quiet(quiet) => may_be_quiet(diary, quiet.night)?,
                Record::Sign(_) => ends_trial = trial::is_running(diary, record.night()),
                Record::Cramp(cramp) => {
                    same_minute = diary.cramp_in_minute(&cramp.began).is_some();
                }
                _ => {}
            }
            Ok::<_, DiaryError>(vec![record])
        })?;
        let noted = |id| Noted { id, ends_trial, same_minute };
        Ok(ids.into_iter().next().map(noted))
    }

    /// Writes more into a cramp; what is not given stays. One that is gone is added anew.
    fn complete(
        &mut self,
        id: EntryId,
        entry: NewEntry,
        now: &Stamp,
    ) -> Result<Option<Noted>, DiaryError> {
        let Some(Record::Cramp(more)) = entry.clone().dated(now).filter(|_| self.save) else {
            return Ok(None);
        };
        let is_there = self.amend_cramp(id, |cramp| Cramp {
            began: more.began,
            lasted: more.lasted.or(cramp.lasted),
            muscle: more.muscle.or(cramp.muscle),
            leg: more.leg.or(cramp.leg),
            done: more.done.or(cramp.done),
            ..cramp
        })?;
        if is_there {
            return Ok(Some(Noted { id, ends_trial: false, same_minute: false }));
        }
        self.add(entry, now)
    }

    fn set_leg(&mut self, id: EntryId, leg: Option<Leg>) -> Result<(), DiaryError> {
        if self.save {
            self.amend_cramp(id, |cramp| Cramp { leg, ..cramp })?;
        }
        Ok(())
    }

    /// Whether it is there.
    fn amend_cramp(
        &mut self,
        id: EntryId,
        change: impl FnOnce(Cramp) -> Cramp,
    ) -> Result<bool, DiaryError> {
        let amended = self.store()?.amend(id, |record| match record {
            Record::Cramp(cramp) => Record::Cramp(Box::new(change(*cramp))),
            other => other,
        })?;
        Ok(amended.is_some())
    }

    /// `false` when it is gone already.
    fn take_back(&mut self, id: EntryId) -> Result<bool, DiaryError> {
        if !self.save {
            return Ok(false);
        }
        Ok(self.store()?.take_back(id)?)
    }

    fn charts(&mut self, now: &Stamp) -> Result<Charts, DiaryError> {
        Ok(Charts::of(&self.diary()?, now.night()))
    }

    /// Everything it says, also where it can only be read.
    fn diary(&mut self) -> Result<Diary, DiaryError> {
        let entries = match self.existing() {
            Ok(Some(store)) => store.entries()?,
            Ok(None) => Vec::new(),
            Err(why) if why.busy => return Err(why),
            Err(why) => match self.readable()? {
                Some(store) => store.entries()?,
                None => return Err(why),
            },
        };
        Ok(Diary::new(entries))
    }

    fn get(&mut self, id: EntryId) -> Result<Option<Entry>, DiaryError> {
        match self.existing()? {
            Some(store) => Ok(store.get(id)?),
            None => Ok(None),
        }
    }

    fn store(&mut self) -> Result<&mut Store, DiaryError> {
        if let Some(ref mut store) = self.store {
            return Ok(store);
        }
        let folder = self.folder.as_deref().ok_or(words::NO_HOME)?;
        let store = Store::open_within(folder, self.lock_timeout)?;
        Ok(self.store.insert(store))
    }

    /// The diary where it can only be read.
    fn readable(&self) -> Result<Option<Store>, DiaryError> {
        match &self.folder {
            Some(folder) if self.save => Ok(Store::open_to_read(folder)?),
            _ => Ok(None),
        }
    }

    fn existing(&mut self) -> Result<Option<&mut Store>, DiaryError> {
        if !self.save {
            return Err("--no-save keeps the diary closed".into());
        }
        if self.store.is_none() {
            let folder = self.folder.as_deref().ok_or(words::NO_HOME)?;
            self.store = Store::open_existing_within(folder, self.lock_timeout)?;
        }
        Ok(self.store.as_mut())
    }
}

/// A result as the reader is told.
fn said<T>(result: Result<T, DiaryError>) -> Result<T, String> {
    result.map_err(|why| why.why)
}

/// Whether this night can be noted as one without a cramp.
fn may_be_quiet(diary: &Diary, night: Night) -> Result<(), DiaryError> {
    let noted = diary.on(night);
    let why = if noted.count() > 0 {
        format!("there is a cramp in the night of {}", night.short())
    } else if noted.is_known() {
        format!("the night of {} is noted already", night.short())
    } else {
        return Ok(());
    };
    Err(why.as_str().into())
}

#[cfg(test)]
mod tests;
