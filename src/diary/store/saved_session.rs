//! What the next start offers: a session that was broken off, and cramps without details.

use std::time::Duration;

use jiff::{Timestamp, Zoned};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{DbResult, Entry, EntryId, Store, StoreResult, change, one};
use crate::diary::entry::Record;
use crate::diary::request::NewEntry;
use crate::stretch::session::Snapshot;

/// How long a broken-off session is offered again.
const RESUMABLE_FOR: Duration = Duration::from_secs(12 * 60 * 60);

/// How long after a cramp its details are asked for, so that nobody is asked in the same night.
pub const ASK_AFTER: Duration = Duration::from_secs(2 * 60 * 60);

/// Details of a cramp that is longer ago are not asked for.
const ASK_UNTIL: Duration = Duration::from_secs(3 * 24 * 60 * 60);

/// Which rows are cramps to ask about.
const UNFINISHED: &str = "kind = 'cramp' AND details = 'missing' AND at BETWEEN ?1 AND ?2";

// The table is called `kept`, as in the first version: a new name would need a new format.
impl Store {
    /// Saves a session to be resumed later, in place of any other.
    pub fn save_session(&mut self, snapshot: &Snapshot, now: Timestamp) -> StoreResult<()> {
        self.write(|tx| {
            let text = serde_json::to_string(snapshot)?;
            let save = "INSERT OR REPLACE INTO kept (slot, at, snapshot) VALUES (1, ?1, ?2)";
            tx.execute(save, params![now.as_second(), text])?;
            Ok(())
        })
    }

    /// The session that was broken off, where it can still be resumed. One that is too old becomes
    /// an entry.
    pub fn resumable_session(&mut self, now: &Zoned) -> StoreResult<Option<Snapshot>> {
        match self.read(|db| saved(db, now.timestamp()))? {
            Some((age, session)) if age <= RESUMABLE_FOR => {
                Ok(session.map(|session| session.kept_for(age)))
            }
            Some(_) => self.end_session(now, RESUMABLE_FOR).map(|()| None),
            None => Ok(None),
        }
    }

    /// Forgets the saved session if it is at least so old; what it came to becomes an entry.
    pub fn end_session(&mut self, now: &Zoned, least_age: Duration) -> StoreResult<()> {
        self.write(|tx| {
            // Another program may have ended it meanwhile.
            let saved = saved(tx, now.timestamp())?.filter(|(age, _)| *age >= least_age);
            let Some((age, session)) = saved else { return Ok(()) };
            let entry = session.map(|session| NewEntry::Stretched {
                ago: age + session.age(),
                routine: session.plan().routine.clone(),
                summary: session.summary(),
            });
            if let Some(record) = entry.and_then(|entry| entry.dated(now)) {
                change::add(tx, change::next_step(tx)?, None, &record)?;
            }
            tx.execute("DELETE FROM kept", [])?;
            Ok(())
        })
    }

    /// Adds what a session came to, if anything, and forgets the saved session if it is this one.
    pub fn log_session(
        &mut self,
        record: Option<&Record>,
        is_saved: bool,
    ) -> StoreResult<Option<EntryId>> {
        self.write(|tx| {
            if is_saved {
                tx.execute("DELETE FROM kept", [])?;
            }
            let step = change::next_step(tx)?;
            Ok(record.map(|record| change::add(tx, step, None, record)).transpose()?)
        })
    }

    /// The cramps of the last days whose details were neither given nor asked for, the oldest
    /// first. From now on they count as asked for.
    pub fn ask_unfinished(&mut self, now: Timestamp) -> StoreResult<Vec<Entry>> {
        let ago = |age: Duration| {
            let seconds = i64::try_from(age.as_secs()).unwrap_or(i64::MAX);
            now.as_second().saturating_sub(seconds)
        };
        let window = params![ago(ASK_UNTIL), ago(ASK_AFTER)];
        // Where there is nothing to ask about, nothing is written.
        let any = format!("SELECT EXISTS (SELECT 1 FROM entry WHERE {UNFINISHED})");
        if !self.read(|db| Ok(db.query_row(&any, window, |row| row.get(0))?))? {
            return Ok(Vec::new());
        }
        // One statement, so that two programs that start together never ask about the same cramp.
        let ask = format!("UPDATE entry SET details = 'asked' WHERE {UNFINISHED} RETURNING at, id");
        self.write(|tx| {
            let mut ask = tx.prepare(&ask)?;
            let asked = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, EntryId(row.get(1)?)));
            let mut asked = ask.query_map(window, asked)?.collect::<Result<Vec<_>, _>>()?;
            asked.sort_unstable();
            let asked = asked.iter().filter_map(|(_, id)| one(tx, *id).transpose());
            Ok(asked.collect::<Result<_, _>>()?)
        })
    }
}

/// The saved session, and how long ago it was saved. A session that another version wrote cannot be
/// read, and is dropped without a message.
fn saved(db: &Connection, now: Timestamp) -> DbResult<Option<(Duration, Option<Snapshot>)>> {
    let saved: Option<(i64, String)> = db
        .query_row("SELECT at, snapshot FROM kept WHERE slot = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((at, text)) = saved else { return Ok(None) };
    // After the clock was set back the age would be negative; it counts as new.
    let age = u64::try_from(now.as_second().saturating_sub(at)).unwrap_or(0);
    Ok(Some((Duration::from_secs(age), serde_json::from_str(&text).ok())))
}
