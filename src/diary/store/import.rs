//! Adds the entries of a file.

use std::collections::{HashMap, HashSet};

use super::{Record, Store, StoreResult, change, entries};
use crate::diary::entry::{Cramp, ImportedEntry};

/// The largest number that an imported entry keeps. Later entries get larger numbers, so after one
/// at the end of the range there would be none left.
const LAST_KEPT: i64 = 1 << 40;

/// What an import came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// Entries that are new.
    pub added: usize,
    /// Entries that the diary had already.
    pub known: usize,
    /// New cramps that began in the same minute as another one.
    pub same_minute: usize,
}

impl Store {
    /// Adds the entries that the diary does not have yet, all or none of them, as one change.
    ///
    /// An entry keeps its number unless another entry has it or it is too large.
    pub fn import(&mut self, imports: &[ImportedEntry]) -> StoreResult<Imported> {
        self.write(|tx| {
            let step = change::next_step(tx)?;
            let mut imported = Imported::default();
            let minute = |record: &Record| record.cramp().map(Cramp::minute);
            let mut there: HashMap<i64, Vec<Record>> = HashMap::new();
            let (mut ids, mut minutes) = (HashSet::new(), HashSet::new());
            for entry in entries(tx)? {
                ids.insert(entry.id);
                minutes.extend(minute(&entry.record));
                there.entry(entry.record.at().seconds()).or_default().push(entry.record);
            }
            for ImportedEntry { id, record } in imports {
                let same = there.entry(record.at().seconds()).or_default();
                if let Some(known) = same.iter().position(|there| there == record) {
                    // Each entry matches only once, so that two equal cramps in a file stay two.
                    same.swap_remove(known);
                    imported.known += 1;
                    continue;
                }
                let is_again = minute(record).is_some_and(|minute| !minutes.insert(minute));
                imported.same_minute += usize::from(is_again);
                let free = id.filter(|id| id.0 <= LAST_KEPT && !ids.contains(id));
                ids.insert(change::add(tx, step, free, record)?);
                imported.added += 1;
            }
            Ok(imported)
        })
    }
}
