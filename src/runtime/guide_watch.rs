//! Reads the guide file again whenever it is saved.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::guide_file;
use crate::app::message::Message;

/// A file that is missing this many times in a row is gone; once may be an editor that saves it.
const GONE: u8 = 2;

/// How often the file is checked.
pub(super) const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// A guide file that is read again when it is saved.
#[derive(Debug)]
pub(super) struct GuideWatch {
    path: PathBuf,
    /// The emergency number that is put into the guide.
    emergency_number: Option<String>,
    seen: Option<Saved>,
    /// How often in a row it was not found.
    missing: u8,
    polled: Duration,
}

/// When a file was saved, and its length in bytes.
type Saved = (SystemTime, u64);

impl GuideWatch {
    /// Watches this file from now on.
    pub(super) fn new(path: PathBuf, emergency_number: Option<String>, now: Duration) -> Self {
        Self { seen: saved(&path), path, emergency_number, missing: 0, polled: now }
    }

    /// Checks the file, when it is time.
    pub(super) fn poll(&mut self, now: Duration) -> Option<Message> {
        if now.saturating_sub(self.polled) < POLL_INTERVAL {
            return None;
        }
        self.polled = now;
        let saved = saved(&self.path);
        if saved.is_none() {
            self.missing = self.missing.saturating_add(1);
            let gone = "The guide file is gone. The last good guide stays in use.".to_owned();
            return (self.missing == GONE).then_some(Message::Notice(gone));
        }
        self.missing = 0;
        if saved == self.seen {
            return None;
        }
        self.seen = saved;
        let number = self.emergency_number.as_deref();
        let read = guide_file::read(&self.path);
        let read = read.map(|guide| Arc::new(guide.with_emergency_number(number)));
        Some(Message::GuideChanged(read.map_err(|error| error.to_string())))
    }
}

fn saved(path: &Path) -> Option<Saved> {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.modified().ok()?, meta.len()))
}
