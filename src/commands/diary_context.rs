//! What every diary command needs: the place of the diary and the time.

use std::io::{self, Write};
use std::path::Path;

use jiff::Zoned;

use super::{Exit, Failure, Setup};
use crate::diary::Diary;
use crate::diary::stamp::{Night, Stamp};
use crate::diary::store::{COMMAND_TIMEOUT, Store, StoreError};
use crate::text::messages::diary::NO_HOME;
use crate::text::wrap::wrap_plain;

/// Cells of a printed line.
const WIDTH: usize = 79;

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
    pub(super) fn open(&self) -> Result<Store, Failure> {
        Ok(Store::open(self.folder()?)?)
    }

    /// The diary, where there is one.
    pub(super) fn open_existing(&self) -> Result<Option<Store>, Failure> {
        Ok(Store::open_existing(self.folder()?, COMMAND_TIMEOUT)?)
    }

    /// The whole diary; an empty one where there is no file.
    pub(super) fn diary(&self) -> Result<Diary, Failure> {
        let store = Store::open_to_read(self.folder()?, COMMAND_TIMEOUT)?;
        Ok(Diary::new(store.map_or_else(|| Ok(Vec::new()), |store| store.entries())?))
    }

    fn folder(&self) -> Result<&Path, Failure> {
        if self.setup.settings.no_save {
            return Err(Failure::usage("--no-save keeps the diary closed; leave that flag out"));
        }
        let folder = self.setup.data_dir.as_deref();
        folder.ok_or_else(|| Failure::new(Exit::Failed, NO_HOME))
    }
}

/// Prints a paragraph; an empty one is an empty line.
pub(super) fn paragraph(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let lines = wrap_plain(text, WIDTH).join("\n");
    writeln!(out, "{lines}")
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(Exit::Failed, error.to_string())
    }
}
