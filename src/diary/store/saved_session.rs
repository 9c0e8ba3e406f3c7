//! What the next start offers: a session that was broken off, a cramp without its details.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Entry, EntryId, Stamp, Store, StoreError, StoreResult, change, one, rows};
use crate::diary::jot::NewEntry;
use crate::stretch::session::Snapshot;

/// How long after a cramp its details are asked for: not in the same waking.
pub const ASK_AFTER: Duration = Duration::from_secs(2 * 60 * 60);

/// Details of a cramp that is longer ago are not asked for.
const ASK_UNTIL: Duration = Duration::from_secs(3 * 24 * 60 * 60);

/// Which rows are cramps to ask about.
const UNFINISHED: &str = "kind = 'cramp' AND details = 'missing' AND at BETWEEN ?1 AND ?2";

impl Store {
    /// Keeps a session for the offer to resume, in place of any other.
    pub fn save_session(&mut self, snapshot: &Snapshot, now: Timestamp) -> StoreResult<()> {
        let text = serde_json::to_string(snapshot)
            .map_err(|why| StoreError::Other(self.path.clone(), why.to_string()))?;
        self.write(|tx| {
            tx.execute(
                "INSERT OR REPLACE INTO kept (slot, at, snapshot) VALUES (1, ?1, ?2)",
                params![now.as_second(), text],
            )
            .map(drop)
        })
    }

    /// The kept session, if it was kept in the last twelve hours and can be read.
    pub fn saved_session(&self, now: Timestamp) -> StoreResult<Option<Snapshot>> {
        let kept = kept(&self.db, now).map_err(|why| self.failed(&why))?;
        Ok(kept.and_then(|(age, kept)| kept.filter(|_| Snapshot::is_fresh(age))))
    }

    /// Notes what a broken-off session came to, as it will not be gone on with, and forgets it:
    /// any one, or only one that is too old to be offered.
    pub fn give_up_session(&mut self, now: &Stamp, old_only: bool) -> StoreResult<()> {
        let given_up = |db: &Connection| {
            let kept = kept(db, now.instant())?;
            Ok(kept.filter(|(age, _)| !(old_only && Snapshot::is_fresh(*age))))
        };
        // A start at which there is nothing to give up writes nothing.
        let any = given_up(&self.db).map_err(|why: rusqlite::Error| self.failed(&why))?;
        if any.is_none() {
            return Ok(());
        }
        self.write(|tx| {
            // Another program may have done it meanwhile.
            let Some((age, kept)) = given_up(tx)? else {
                return Ok(());
            };
            let jot = kept.map(|kept| NewEntry::Stretched {
                ago: age + kept.elapsed(),
                routine: kept.routine.clone(),
                summary: kept.summary(),
            });
            if let Some(record) = jot.and_then(|jot| jot.dated(now)) {
                let id = rows::insert(tx, None, &record)?;
                change::note(tx, change::next_step(tx)?, id, None)?;
            }
            tx.execute("DELETE FROM kept", []).map(drop)
        })
    }

    /// Forgets the kept session: it was resumed, finished or declined.
    pub fn forget_session(&mut self) -> StoreResult<()> {
        self.write(|tx| tx.execute("DELETE FROM kept", []).map(drop))
    }

    /// The cramps of the last days whose details were neither given nor asked for, the oldest
    /// first. From now on they count as asked for.
    pub fn take_unfinished(&mut self, now: Timestamp) -> StoreResult<Vec<Entry>> {
        let ago = |age: Duration| {
            let seconds = i64::try_from(age.as_secs()).unwrap_or(i64::MAX);
            now.as_second().saturating_sub(seconds)
        };
        let window = params![ago(ASK_UNTIL), ago(ASK_AFTER)];
        // A start at which there is nothing to ask about writes nothing.
        let any = format!("SELECT EXISTS (SELECT 1 FROM entry WHERE {UNFINISHED})");
        let any = self.db.query_row(&any, window, |row| row.get(0));
        if !any.map_err(|why| self.failed(&why))? {
            return Ok(Vec::new());
        }
        // In one step: of two programs that start at once, each asks about what it has changed.
        let take =
            format!("UPDATE entry SET details = 'asked' WHERE {UNFINISHED} RETURNING id, at");
        self.within(|tx, path| {
            let taken = |row: &Row<'_>| Ok((row.get::<_, i64>(1)?, EntryId(row.get(0)?)));
            let taken = tx
                .prepare(&take)
                .and_then(|mut update| update.query_map(window, taken)?.collect::<Result<_, _>>());
            let mut taken: Vec<_> = taken.map_err(|why| StoreError::of(path, &why))?;
            taken.sort_unstable();
            let entries = taken.iter().filter_map(|(_, id)| one(tx, path, *id).transpose());
            entries.collect()
        })
    }
}

/// What is kept, and for how long; `None` in it for what another version wrote, which is no
/// loss worth a message.
fn kept(db: &Connection, now: Timestamp) -> rusqlite::Result<Option<(Duration, Option<Snapshot>)>> {
    let kept: Option<(i64, String)> = db
        .query_row("SELECT at, snapshot FROM kept WHERE slot = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((at, text)) = kept else {
        return Ok(None);
    };
    // A clock that was set back makes it new, not old.
    let age = u64::try_from(now.as_second().saturating_sub(at)).unwrap_or(0);
    Ok(Some((Duration::from_secs(age), serde_json::from_str(&text).ok())))
}
