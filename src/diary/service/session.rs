//! The saved stretch session, and what the program offers when it starts.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use jiff::Zoned;

use super::DiaryService;
use crate::diary::entry::{Entry, Record};
use crate::diary::request::{DiaryReply, Logged, NewEntry, Unfinished};
use crate::runtime::platform::private_file;
use crate::stretch::session::Snapshot;

/// Hours of the day in which nobody is asked for details.
const ASLEEP: [std::ops::Range<i8>; 2] = [0..5, 22..24];

/// The empty file that is locked.
const LOCK_FILE: &str = "session.lock";

/// A lock on a file beside the diary that says which running program the saved session belongs to.
///
/// The system releases the lock when the program ends, even after a crash. So no program offers a
/// session that is still running, and only one offers a session that was broken off.
#[derive(Debug)]
pub(super) struct SessionLock {
    /// The locked file. Where it cannot be made or locked, every program gets it.
    _file: Option<File>,
}

impl SessionLock {
    /// Takes the lock of the diary in this folder; `None` while another program has it.
    pub(super) fn acquire(folder: &Path) -> Option<Self> {
        // Windows opens no folder, and locks on the diary itself are SQLite's own.
        let file = private_file().create(true).append(true).open(folder.join(LOCK_FILE)).ok();
        match file.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) => None,
            _ => Some(Self { _file: file }),
        }
    }
}

/// What to say of cramps without details, the oldest first.
fn unfinished_cramps(cramps: &[Entry], this_year: i16) -> Option<Unfinished> {
    let at = cramps.last()?.record.at().date_and_time(Some(this_year));
    let line = match cramps.len() {
        1 => format!("The cramp of {at} has no details yet. w: add them."),
        n => format!("{n} cramps have no details yet, the last of {at}. w: add them."),
    };
    Some(Unfinished { ids: cramps.iter().map(|entry| entry.id).collect(), line })
}

impl DiaryService {
    /// A session that was broken off less than twelve hours ago, and the cramps of the last days
    /// without details, which are offered this once. Where there is no diary, none is made.
    pub(super) fn startup_prompts(&mut self, now: &Zoned) -> Result<Option<DiaryReply>> {
        if !self.save.diary {
            return Ok(None);
        }
        self.existing()?;
        let Some(store) = &mut self.store else { return Ok(None) };
        let lock = self.folder.as_deref().and_then(SessionLock::acquire);
        // Without the lock, another program runs this session or offers it.
        let session = if lock.is_some() { store.resumable_session(now)? } else { None };
        let hour = now.hour();
        let is_asleep = ASLEEP.iter().any(|hours| hours.contains(&hour));
        let asked = (!is_asleep).then(|| store.ask_unfinished(now.timestamp()));
        // Where nothing can be written nobody is asked, but the session is still offered.
        let cramps = asked.and_then(Result::ok).unwrap_or_default();
        self.session_lock = lock.filter(|_| session.is_some());
        let unfinished = unfinished_cramps(&cramps, now.year());
        let has_any = session.is_some() || unfinished.is_some();
        let session = session.map(Box::new);
        Ok(has_any.then_some(DiaryReply::StartupPrompts { session, unfinished }))
    }

    pub(super) fn save_session(&mut self, session: &Snapshot, now: &Zoned) -> Option<DiaryReply> {
        if !self.save.diary || !self.save.sessions {
            return None;
        }
        let why = self.write_session(session, now).err()?;
        (!std::mem::replace(&mut self.session_failure_told, true))
            .then(|| DiaryReply::Failed(format!("The session cannot be saved: {why}")))
    }

    fn write_session(&mut self, session: &Snapshot, now: &Zoned) -> Result<()> {
        // The folder must be there before it can be locked.
        self.store()?;
        if self.session_lock.is_none() {
            let Some(lock) = self.folder.as_deref().and_then(SessionLock::acquire) else {
                // Only one session can be saved at a time; the next phase tries again.
                return Ok(());
            };
            self.store()?.end_session(now, Duration::ZERO)?;
            self.session_lock = Some(lock);
        }
        Ok(self.store()?.save_session(session, now.timestamp())?)
    }

    /// Logs a session that is over and forgets it in one change, so that it is never lost. One that
    /// another program has saved is not forgotten.
    pub(super) fn log_session(&mut self, entry: NewEntry, now: &Zoned) -> Result<Option<Logged>> {
        let record = entry.dated(now).filter(|_| self.save.diary);
        let is_saved = self.session_lock.is_some();
        if record.is_none() && !is_saved {
            return Ok(None);
        }
        let id = self.store()?.log_session(record.as_ref(), is_saved)?;
        self.session_lock = None;
        let night = record.as_ref().map(Record::night);
        Ok(id.zip(night).map(|(id, night)| Logged {
            id,
            night,
            ends_trial: false,
            same_minute: false,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_has_it_until_it_lets_go() {
        let home = tempfile::tempdir().unwrap();
        let lock = SessionLock::acquire(home.path()).unwrap();
        assert!(SessionLock::acquire(home.path()).is_none());
        drop(lock);
        assert!(SessionLock::acquire(home.path()).is_some());
        let names = std::fs::read_dir(home.path()).unwrap().map(|file| file.unwrap().file_name());
        assert_eq!(names.collect::<Vec<_>>(), [LOCK_FILE]);
    }

    #[test]
    fn without_a_file_to_lock_nobody_is_kept_away() {
        let home = tempfile::tempdir().unwrap();
        let missing = home.path().join("none");
        let locks = (SessionLock::acquire(&missing), SessionLock::acquire(&missing));
        assert!(locks.0.is_some() && locks.1.is_some());
    }
}
