//! The diary of a running program: opened when it is first needed, and told what to note.
//!
//! Nothing here stops the program: what goes wrong comes back as a sentence for the reader.

use std::path::PathBuf;

use jiff::Zoned;

use super::claim::Claim;
use super::{Store, StoreError};
use crate::diary::Diary;
use crate::diary::chart::{Charts, MOST_WEEKS};
use crate::diary::entry::{Cramp, Entry, EntryId, Record};
use crate::diary::jot::Jot;
use crate::diary::nights::Nights;
use crate::diary::stamp::Stamp;
use crate::diary::stats::Stats;
use crate::stretch::Leg;
use crate::stretch::session::Snapshot;

/// The diary of a running program.
#[derive(Debug)]
pub struct Keeper {
    folder: Option<PathBuf>,
    save: bool,
    store: Option<Store>,
    /// The kept session is this program's: the one it runs, or the one it was offered.
    claim: Option<Claim>,
}

/// Hours, on the clock on the wall, in which nobody is asked for details.
const ASLEEP: [std::ops::Range<i8>; 2] = [0..5, 22..24];

/// What the start of the program may offer, one line each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// A session that was broken off less than twelve hours ago.
    pub session: Option<Snapshot>,
    /// Cramps of the last days without details, the oldest first. They are offered this once.
    pub unfinished: Vec<Entry>,
}

impl Offers {
    /// The notice about cramps without details.
    pub fn unfinished_line(&self) -> Option<String> {
        let last = self.unfinished.last()?;
        let at = last.record.at().short();
        Some(match self.unfinished.len() {
            1 => format!(
                "The cramp of {at} has no details yet: uncramp diary edit {}",
                last.id
            ),
            n => format!(
                "{n} cramps have no details yet, the last of {at}: uncramp diary edit {}",
                last.id
            ),
        })
    }
}

impl Keeper {
    /// A diary in this folder, not opened yet. Without `save` it never is.
    pub fn new(folder: Option<PathBuf>, save: bool) -> Self {
        Self {
            folder,
            save,
            store: None,
            claim: None,
        }
    }

    /// Notes something as of this moment. `None` when nothing is to be saved.
    ///
    /// # Errors
    /// A sentence for the reader when it cannot be written.
    pub fn note(&mut self, jot: Jot) -> Result<Option<EntryId>, String> {
        let Some(record) = jot.dated(&now()).filter(|_| self.save) else {
            return Ok(None);
        };
        let told = |why: StoreError| why.to_string();
        let store = self.store()?;
        if let Record::Quiet(quiet) = &record {
            let diary = Diary::new(store.entries().map_err(told)?);
            let facts = Nights::of(&diary).on(quiet.night);
            if facts.is_known() {
                let night = quiet.night;
                return Err(if facts.cramps > 0 {
                    format!("there is a cramp in the night of {night}")
                } else {
                    format!("the night of {night} is noted already")
                });
            }
        }
        store.add(&record).map(Some).map_err(told)
    }

    /// Notes more of a cramp that was noted before; what it does not say stays.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn note_more(&mut self, id: EntryId, jot: Jot) -> Result<(), String> {
        let Some(Record::Cramp(more)) = jot.dated(&now()).filter(|_| self.save) else {
            return Ok(());
        };
        let told = |why: StoreError| why.to_string();
        let store = self.store()?;
        let Some(entry) = store.get(id).map_err(told)? else {
            return Ok(());
        };
        if let Record::Cramp(cramp) = entry.record {
            let record = Record::Cramp(Box::new(Cramp {
                began: more.began,
                lasted: more.lasted.or(cramp.lasted),
                muscle: more.muscle.or(cramp.muscle.clone()),
                leg: more.leg.or(cramp.leg),
                done: more.done.or(cramp.done.clone()),
                ..*cramp
            }));
            store.amend(id, &record).map_err(told)?;
        }
        Ok(())
    }

    /// Notes the leg of a cramp that was noted before, or that nobody said it.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn note_leg(&mut self, id: EntryId, leg: Option<Leg>) -> Result<(), String> {
        if !self.save {
            return Ok(());
        }
        let told = |why: StoreError| why.to_string();
        let store = self.store()?;
        let entry = store.get(id).map_err(told)?;
        if let Some(Record::Cramp(cramp)) = entry.map(|entry| entry.record) {
            let record = Record::Cramp(Box::new(Cramp { leg, ..*cramp }));
            store.amend(id, &record).map_err(told)?;
        }
        Ok(())
    }

    /// Takes back what was noted; `false` when it is gone already.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn take_back(&mut self, id: EntryId) -> Result<bool, String> {
        if !self.save {
            return Ok(false);
        }
        self.store()?.take_back(id).map_err(|why| why.to_string())
    }

    /// The charts of the diary as it stands.
    ///
    /// # Errors
    /// A sentence for the reader when it cannot be read.
    pub fn charts(&mut self) -> Result<Charts, String> {
        let told = |why: StoreError| why.to_string();
        let entries = match self.existing() {
            Ok(Some(store)) => store.entries().map_err(told)?,
            Ok(None) => Vec::new(),
            Err(why) => match self.readable()? {
                Some(store) => store.entries().map_err(told)?,
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
    pub fn offers(&mut self) -> Result<Offers, String> {
        self.offers_at(&now())
    }

    fn offers_at(&mut self, now: &Stamp) -> Result<Offers, String> {
        if !self.save {
            return Ok(Offers::default());
        }
        let told = |why: StoreError| why.to_string();
        let claim = self.folder.as_deref().and_then(Claim::take);
        let Some(store) = self.existing()? else {
            return Ok(Offers::default());
        };
        let session = if claim.is_some() {
            store.give_up_session(now, true).map_err(told)?;
            store.kept_session(now.instant()).map_err(told)?
        } else {
            // Another program runs it, or has offered it.
            None
        };
        let hour = now.local().hour();
        let unfinished = if ASLEEP.iter().any(|hours| hours.contains(&hour)) {
            Vec::new()
        } else {
            store.take_unfinished(now.instant()).map_err(told)?
        };
        self.claim = claim.filter(|_| session.is_some());
        Ok(Offers {
            session,
            unfinished,
        })
    }

    /// Keeps a session for the next start; `None` forgets the kept one.
    ///
    /// # Errors
    /// As [`Self::note`].
    pub fn keep_session(&mut self, session: Option<&Snapshot>) -> Result<(), String> {
        if !self.save {
            return Ok(());
        }
        let told = |why: StoreError| why.to_string();
        let Some(session) = session else {
            // What another program keeps is not ours to forget.
            if self.claim.is_some() {
                self.store()?.forget_session().map_err(told)?;
                self.claim = None;
            }
            return Ok(());
        };
        let now = now();
        // Makes the folder, where it is missing.
        self.store()?;
        if self.claim.is_none() {
            let claim = self.folder.as_deref().and_then(Claim::take);
            let Some(claim) = claim else {
                // One program at a time can be gone on with; the next phase tries again.
                return Ok(());
            };
            let store = self.store()?;
            store.give_up_session(&now, false).map_err(told)?;
            self.claim = Some(claim);
        }
        let store = self.store()?;
        store.keep_session(session, now.instant()).map_err(told)
    }

    /// The offered session cannot be gone on with here: it is left as it lies.
    pub fn leave_session(&mut self) {
        self.claim = None;
    }

    fn store(&mut self) -> Result<&mut Store, String> {
        if let Some(ref mut store) = self.store {
            return Ok(store);
        }
        let folder = self.folder.as_deref().ok_or(NO_HOME)?;
        let store = Store::open(folder).map_err(|why| why.to_string())?;
        Ok(self.store.insert(store))
    }

    /// The diary where it can only be read.
    fn readable(&self) -> Result<Option<Store>, String> {
        match &self.folder {
            Some(folder) if self.save => Store::open_to_read(folder).map_err(|why| why.to_string()),
            _ => Ok(None),
        }
    }

    fn existing(&mut self) -> Result<Option<&mut Store>, String> {
        if !self.save {
            return Err("--no-save leaves the diary closed".to_owned());
        }
        if self.store.is_none() {
            let folder = self.folder.as_deref().ok_or(NO_HOME)?;
            self.store = Store::open_existing(folder).map_err(|why| why.to_string())?;
        }
        Ok(self.store.as_mut())
    }
}

const NO_HOME: &str = "there is no home folder to keep the diary in; name a folder with --data-dir";

fn now() -> Stamp {
    Stamp::of(&Zoned::now())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::diary::entry::Lasted;

    fn keeper(folder: &std::path::Path) -> Keeper {
        Keeper::new(Some(folder.to_owned()), true)
    }

    #[test]
    fn a_press_is_noted_filled_in_by_rescue_and_taken_back() {
        let home = tempfile::tempdir().unwrap();
        let mut keeper = keeper(home.path());
        let id = keeper.note(Jot::cramp_now()).unwrap().unwrap();
        let more = Jot::Cramp {
            ago: Duration::from_secs(120),
            lasted: Some(Duration::from_secs(100)),
            muscle: Some("calf".to_owned()),
            leg: Some(Leg::Right),
            done: None,
        };
        keeper.note_more(id, more).unwrap();
        let entry = keeper.store().unwrap().get(id).unwrap().unwrap();
        let Record::Cramp(cramp) = entry.record else {
            panic!("a cramp")
        };
        assert_eq!(cramp.lasted.map(Lasted::seconds), Some(100));
        assert_eq!(cramp.leg, Some(Leg::Right));
        assert!(!keeper.charts().unwrap().stats.is_empty);
        assert_eq!(keeper.take_back(id), Ok(true));
        assert_eq!(keeper.take_back(id), Ok(false));
        assert!(keeper.charts().unwrap().stats.is_empty);
    }

    #[test]
    fn without_saving_no_file_appears() {
        let home = tempfile::tempdir().unwrap();
        let mut closed = Keeper::new(Some(home.path().to_owned()), false);
        assert_eq!(closed.note(Jot::cramp_now()), Ok(None));
        assert_eq!(closed.offers(), Ok(Offers::default()));
        assert_eq!(closed.keep_session(None), Ok(()));
        assert!(closed.charts().is_err());
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn looking_makes_no_file_and_a_missing_home_is_said() {
        let home = tempfile::tempdir().unwrap();
        let mut open = keeper(home.path());
        assert!(open.charts().unwrap().stats.is_empty);
        assert_eq!(open.offers(), Ok(Offers::default()));
        assert_eq!(open.keep_session(None), Ok(()));
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
        let mut homeless = Keeper::new(None, true);
        assert!(
            homeless
                .note(Jot::cramp_now())
                .unwrap_err()
                .contains("--data-dir")
        );
    }

    #[test]
    fn cramps_without_details_are_offered_with_their_number() {
        let home = tempfile::tempdir().unwrap();
        let mut keeper = keeper(home.path());
        let ago = |hours: u64| Jot::Cramp {
            ago: Duration::from_secs(hours * 3600),
            lasted: None,
            muscle: None,
            leg: None,
            done: None,
        };
        let now = now();
        let today = now.local().date();
        let at = |hour| {
            let zoned = today
                .at(hour, 0, 0, 0)
                .to_zoned(jiff::tz::TimeZone::system());
            Stamp::of(&zoned.unwrap())
        };
        let offered = |keeper: &mut Keeper, at: &Stamp| {
            let offers = keeper.offers_at(at).unwrap();
            offers.unfinished_line()
        };
        // At three in the morning nobody is asked, and nothing is used up.
        keeper.note(ago(30)).unwrap();
        assert_eq!(offered(&mut keeper, &at(3)), None);
        let line = offered(&mut keeper, &at(12)).unwrap();
        assert!(line.ends_with("uncramp diary edit 1"), "{line}");
        assert_eq!(offered(&mut keeper, &at(12)), None);
        keeper.note(ago(31)).unwrap();
        keeper.note(ago(32)).unwrap();
        let line = offered(&mut keeper, &at(12)).unwrap();
        assert!(line.starts_with("2 cramps have no details"), "{line}");
    }
}
