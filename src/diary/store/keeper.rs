//! The diary of a running program: opened when it is first needed, and told what to note.
//!
//! Nothing here stops the program: what goes wrong comes back as a sentence for the reader.

use std::path::PathBuf;
use std::time::Duration;

use super::claim::Claim;
use super::{DiaryError, PATIENCE, Store};
use crate::diary::Diary;
use crate::diary::chart::{Charts, MOST_WEEKS};
use crate::diary::entry::{Cramp, Entry, EntryId, Record};
use crate::diary::jot::{NewEntry, Noted, Unfinished};
use crate::diary::nights::Nights;
use crate::diary::stamp::{Night, Stamp};
use crate::diary::stats::Stats;
use crate::diary::trial;
use crate::local_time;
use crate::stretch::Leg;
use crate::stretch::session::Snapshot;
use crate::text::messages::diary as words;

/// The diary of a running program.
#[derive(Debug)]
pub struct Keeper {
    folder: Option<PathBuf>,
    save: bool,
    /// How long another program is waited for.
    patience: Duration,
    store: Option<Store>,
    /// The kept session is this program's: the one it runs, or the one it was offered.
    claim: Option<Claim>,
}

/// Hours, on the clock on the wall, in which nobody is asked for details.
const ASLEEP: [std::ops::Range<i8>; 2] = [0..5, 22..24];

/// What the start of the program may offer, one line each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StartupPrompts {
    /// A session that was broken off less than twelve hours ago.
    pub session: Option<Snapshot>,
    /// Cramps of the last days without details, the oldest first. They are offered this once.
    pub unfinished: Vec<Entry>,
}

impl StartupPrompts {
    /// What to say of cramps without details.
    pub fn to_tell(&self) -> Option<Unfinished> {
        let last = self.unfinished.last()?;
        let at = last.record.at().short();
        let line = match self.unfinished.len() {
            1 => words::one_without_details(&at),
            n => words::some_without_details(n, &at),
        };
        let ids = self.unfinished.iter().map(|entry| entry.id).collect();
        Some(Unfinished { ids, line })
    }
}

impl Keeper {
    /// A diary in this folder, not opened yet. Without `save` it never is.
    pub fn new(folder: Option<PathBuf>, save: bool) -> Self {
        Self {
            folder,
            save,
            patience: PATIENCE,
            store: None,
            claim: None,
        }
    }

    /// From now on waits so long for another program that holds the file.
    pub fn wait_within(&mut self, patience: Duration) {
        self.patience = patience;
        if let Some(store) = &self.store {
            store.wait_within(patience);
        }
    }

    /// Notes something as of that moment. `None` when nothing is to be saved.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&mut self, jot: NewEntry, now: &Stamp) -> Result<Option<Noted>, DiaryError> {
        let Some(record) = jot.dated(now).filter(|_| self.save) else {
            return Ok(None);
        };
        let store = self.store()?;
        if !matches!(record, Record::Quiet(_) | Record::Sign(_)) {
            let id = store.add(&record)?;
            let ends_trial = false;
            return Ok(Some(Noted { id, ends_trial }));
        }
        let mut ends_trial = false;
        let ids = store.add_deciding(|diary| {
            match &record {
                Record::Quiet(quiet) => may_be_quiet(diary, quiet.night)?,
                _ => ends_trial = trial::is_running(diary, record.night()),
            }
            Ok::<_, DiaryError>(vec![record])
        })?;
        let noted = |id| Noted { id, ends_trial };
        Ok(ids.into_iter().next().map(noted))
    }

    /// Notes more of a cramp that was noted before; what it does not say stays. One that is gone
    /// meanwhile is noted anew.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn note_more(
        &mut self,
        id: EntryId,
        jot: NewEntry,
        now: &Stamp,
    ) -> Result<Option<Noted>, DiaryError> {
        let Some(Record::Cramp(more)) = jot.clone().dated(now).filter(|_| self.save) else {
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
            let ends_trial = false;
            return Ok(Some(Noted { id, ends_trial }));
        }
        self.note(jot, now)
    }

    /// How long another program is waited for.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// The entry with this number.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn get(&mut self, id: EntryId) -> Result<Option<Entry>, DiaryError> {
        match self.existing()? {
            Some(store) => Ok(store.get(id)?),
            None => Ok(None),
        }
    }

    /// Puts what `change` makes of an entry in its place, and gives the record before and after;
    /// `None` when there is no such entry.
    ///
    /// # Errors
    /// As [`Self::note`], and whatever `change` refuses.
    pub fn replace(
        &mut self,
        id: EntryId,
        change: impl FnOnce(Record) -> Result<Record, DiaryError>,
    ) -> Result<Option<(Record, Record)>, DiaryError> {
        self.store()?.replace(id, change)
    }

    /// Notes the leg of a cramp that was noted before, or that nobody said it.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn note_leg(&mut self, id: EntryId, leg: Option<Leg>) -> Result<(), DiaryError> {
        if !self.save {
            return Ok(());
        }
        self.amend_cramp(id, |cramp| Cramp { leg, ..cramp })?;
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

    /// Takes back what was noted; `false` when it is gone already.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn take_back(&mut self, id: EntryId) -> Result<bool, DiaryError> {
        if !self.save {
            return Ok(false);
        }
        Ok(self.store()?.take_back(id)?)
    }

    /// The charts of the diary as it stands.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn charts(&mut self) -> Result<Charts, DiaryError> {
        let entries = match self.existing() {
            Ok(Some(store)) => store.entries()?,
            Ok(None) => Vec::new(),
            Err(why) if why.passes => return Err(why),
            Err(why) => match self.readable()? {
                Some(store) => store.entries()?,
                None => return Err(why),
            },
        };
        let stats = Stats::of(&Diary::new(entries), now().night(), MOST_WEEKS);
        Ok(Charts::new(stats))
    }

    /// What there is to offer at the start. Where there is no diary, none is made.
    ///
    /// # Errors
    /// As [`Self::charts`].
    pub fn offers(&mut self) -> Result<StartupPrompts, DiaryError> {
        self.offers_at(&now())
    }

    fn offers_at(&mut self, now: &Stamp) -> Result<StartupPrompts, DiaryError> {
        if !self.save {
            return Ok(StartupPrompts::default());
        }
        let claim = self.folder.as_deref().and_then(Claim::take);
        let Some(store) = self.existing()? else {
            return Ok(StartupPrompts::default());
        };
        let session = if claim.is_some() {
            store.give_up_session(now, true)?;
            store.kept_session(now.instant())?
        } else {
            // Another program runs it, or has offered it.
            None
        };
        let hour = now.local().hour();
        let unfinished = if ASLEEP.iter().any(|hours| hours.contains(&hour)) {
            Vec::new()
        } else {
            store.take_unfinished(now.instant())?
        };
        self.claim = claim.filter(|_| session.is_some());
        Ok(StartupPrompts {
            session,
            unfinished,
        })
    }

    /// Keeps a session for the next start; `None` forgets the kept one.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn keep_session(
        &mut self,
        session: Option<&Snapshot>,
        now: &Stamp,
    ) -> Result<(), DiaryError> {
        if !self.save {
            return Ok(());
        }
        let Some(session) = session else {
            // What another program keeps is not ours to forget.
            if self.claim.is_some() {
                self.store()?.forget_session()?;
                self.claim = None;
            }
            return Ok(());
        };
        // Makes the folder, where it is missing.
        self.store()?;
        if self.claim.is_none() {
            let claim = self.folder.as_deref().and_then(Claim::take);
            let Some(claim) = claim else {
                // One program at a time can be gone on with; the next phase tries again.
                return Ok(());
            };
            let store = self.store()?;
            store.give_up_session(now, false)?;
            self.claim = Some(claim);
        }
        let store = self.store()?;
        Ok(store.keep_session(session, now.instant())?)
    }

    /// The offered session cannot be gone on with here: it is left as it lies.
    pub fn leave_session(&mut self) {
        self.claim = None;
    }

    fn store(&mut self) -> Result<&mut Store, DiaryError> {
        if let Some(ref mut store) = self.store {
            return Ok(store);
        }
        let folder = self.folder.as_deref().ok_or(words::NO_HOME)?;
        let store = Store::open_within(folder, self.patience)?;
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
            return Err(words::CLOSED.into());
        }
        if self.store.is_none() {
            let folder = self.folder.as_deref().ok_or(words::NO_HOME)?;
            self.store = Store::open_existing_within(folder, self.patience)?;
        }
        Ok(self.store.as_mut())
    }
}

/// Whether this night can be noted as one without a cramp.
fn may_be_quiet(diary: &Diary, night: Night) -> Result<(), DiaryError> {
    let facts = Nights::of(diary).on(night);
    let why = if facts.cramps > 0 {
        words::cramp_in_night(night)
    } else if facts.is_known() {
        words::night_noted(night)
    } else {
        return Ok(());
    };
    Err(why.as_str().into())
}

fn now() -> Stamp {
    Stamp::of(&local_time::now())
}

#[cfg(test)]
mod tests;
