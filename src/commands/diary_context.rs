//! What every diary command needs: the place of the diary and the time.

use std::path::Path;

use jiff::Zoned;

use super::output::print_json;
use super::{Exit, Failure, Out, Outcome, Setup};
use crate::cli::diary::CrampArgs;
use crate::diary::Diary;
use crate::diary::entry::{Cramp, EntryId, Record};
use crate::diary::night::Night;
use crate::diary::row::EntryRow;
use crate::diary::stamp::Stamp;
use crate::diary::store::{COMMAND_TIMEOUT, Store, StoreError};
use crate::text::messages::diary as words;

/// What became of an entry that was not changed.
pub(super) const UNCHANGED: &str = "Unchanged";

/// Where the diary is, and which moment it is.
#[derive(Debug)]
pub(super) struct DiaryContext<'a> {
    setup: &'a Setup,
    /// This moment, in the local time zone.
    pub now: Zoned,
    /// Whether to answer in JSON.
    pub json: bool,
}

impl<'a> DiaryContext<'a> {
    /// At this moment.
    pub(super) fn new(setup: &'a Setup) -> Self {
        Self { setup, now: Zoned::now(), json: setup.flags.json }
    }

    /// This moment as an entry keeps it.
    pub(super) fn stamp(&self) -> Stamp {
        Stamp::of(&self.now)
    }

    /// The running or coming night.
    pub(super) fn tonight(&self) -> Night {
        self.stamp().night()
    }

    /// The diary, to change it; a new one where there is none.
    pub(super) fn open(&self) -> Outcome<Store> {
        Ok(Store::open(self.folder()?)?)
    }

    /// The diary, where there is one.
    pub(super) fn open_existing(&self) -> Outcome<Option<Store>> {
        Ok(Store::open_existing(self.folder()?, COMMAND_TIMEOUT)?)
    }

    /// The whole diary; an empty one where there is no file.
    pub(super) fn diary(&self) -> Outcome<Diary> {
        let store = Store::open_existing(self.folder()?, COMMAND_TIMEOUT)?;
        Ok(store.map_or_else(|| Ok(Diary::default()), |store| store.diary())?)
    }

    /// Writes what the command line says into a cramp.
    pub(super) fn fill(&self, cramp: &mut Cramp, args: &CrampArgs) -> Outcome<()> {
        let wrong = |flag: &str, why: anyhow::Error| Failure::usage(format!("`--{flag}`: {why}"));
        if let Some(text) = &args.at {
            let began = cramp.began.corrected(text, &self.now);
            cramp.began = began.map_err(|why| wrong("at", why))?;
        }
        for (field, typed) in &args.fields.0 {
            field.write(cramp, typed).map_err(|why| wrong(field.name, why))?;
        }
        Ok(())
    }

    /// Prints an entry and what became of it.
    pub(super) fn print_entry(
        &self,
        id: EntryId,
        record: &Record,
        what: &str,
        out: &mut Out,
    ) -> Outcome {
        if self.json {
            return print_json(&EntryRow::of(Some(id), record), out);
        }
        let at = record.when(Some(self.now.year()));
        let details = record.details();
        let gap = if details.is_empty() { "" } else { ": " };
        let undo = if what == UNCHANGED { "" } else { words::HOW_TO_UNDO };
        let line = format!("{what} #{id}: {}, {at}{gap}{details}. {undo}", record.name());
        writeln!(out, "{}", line.trim_end())?;
        Ok(Exit::Done)
    }

    fn folder(&self) -> Outcome<&Path> {
        if self.setup.settings.no_save {
            return Err(Failure::usage("--no-save keeps the diary closed; leave that flag out"));
        }
        self.setup.data_dir.as_deref().ok_or_else(|| Failure::new(Exit::Failed, words::NO_HOME))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(Exit::Failed, error.to_string())
    }
}
