//! The session saved for the next start, and what a start offers.

use super::{DiaryError, DiaryService, SESSION_TIMEOUT, SessionLock};
use crate::diary::entry::Entry;
use crate::diary::jot::Unfinished;
use crate::diary::request::DiaryReply;
use crate::diary::stamp::Stamp;
use crate::stretch::session::Snapshot;

/// Hours of the day in which nobody is asked for details.
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
    pub fn unfinished_line(&self, this_year: i16) -> Option<Unfinished> {
        let last = self.unfinished.last()?;
        let at = last.record.at().short_in(this_year);
        let line = match self.unfinished.len() {
            1 => format!("The cramp of {at} has no details yet. w: add them."),
            n => format!("{n} cramps have no details yet, the last of {at}. w: add them."),
        };
        let ids = self.unfinished.iter().map(|entry| entry.id).collect();
        Some(Unfinished { ids, line })
    }
}

impl DiaryService {
    pub(super) fn startup_prompts(&mut self, now: &Stamp) -> Option<DiaryReply> {
        match self.prompts(now) {
            Ok(prompts) if prompts == StartupPrompts::default() => None,
            Ok(prompts) => Some(DiaryReply::StartupPrompts {
                unfinished: prompts.unfinished_line(now.local().year()),
                session: prompts.session.map(Box::new),
            }),
            Err(why) => Some(DiaryReply::Failed(format!("Without the diary: {}", why.why))),
        }
    }

    /// Where there is no diary, none is made.
    pub(super) fn prompts(&mut self, now: &Stamp) -> Result<StartupPrompts, DiaryError> {
        if !self.save {
            return Ok(StartupPrompts::default());
        }
        let lock = self.folder.as_deref().and_then(SessionLock::take);
        let Some(store) = self.existing()? else {
            return Ok(StartupPrompts::default());
        };
        // Without the lock another program runs the session, or has offered it.
        let session = if lock.is_some() {
            store.give_up_session(now, true)?;
            store.saved_session(now.instant())?
        } else {
            None
        };
        let hour = now.local().hour();
        let unfinished = if ASLEEP.iter().any(|hours| hours.contains(&hour)) {
            Vec::new()
        } else {
            store.take_unfinished(now.instant())?
        };
        self.session_lock = lock.filter(|_| session.is_some());
        Ok(StartupPrompts { session, unfinished })
    }

    pub(super) fn save_session(
        &mut self,
        session: Option<&Snapshot>,
        now: &Stamp,
    ) -> Option<DiaryReply> {
        if !self.save || !self.sessions {
            return None;
        }
        let lock_timeout = self.lock_timeout;
        self.wait_within(SESSION_TIMEOUT);
        let saved = match session {
            Some(session) => self.write_session(session, now),
            None => self.forget_session(),
        };
        self.wait_within(lock_timeout);
        let why = saved.err()?;
        (!std::mem::replace(&mut self.session_failure_said, true))
            .then(|| DiaryReply::Failed(format!("The session cannot be saved: {}", why.why)))
    }

    fn write_session(&mut self, session: &Snapshot, now: &Stamp) -> Result<(), DiaryError> {
        // The folder must be there before it can be locked.
        self.store()?;
        if self.session_lock.is_none() {
            let Some(lock) = self.folder.as_deref().and_then(SessionLock::take) else {
                // Only one program's session can be resumed; the next phase tries again.
                return Ok(());
            };
            self.store()?.give_up_session(now, false)?;
            self.session_lock = Some(lock);
        }
        Ok(self.store()?.save_session(session, now.instant())?)
    }

    /// A session that another program has saved is not forgotten.
    pub(super) fn forget_session(&mut self) -> Result<(), DiaryError> {
        if self.session_lock.is_some() {
            self.store()?.forget_session()?;
            self.session_lock = None;
        }
        Ok(())
    }

    pub(super) fn wait_within(&mut self, timeout: std::time::Duration) {
        self.lock_timeout = timeout;
        if let Some(store) = &self.store {
            store.wait_within(timeout);
        }
    }
}
