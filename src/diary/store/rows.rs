//! Rows of the table `entry`.

use rusqlite::{Connection, OptionalExtension, params};

use super::{EntryId, Record, Row, Stamp};

const COLUMNS: &str = "id, kind, at, ahead, zone, night, seconds, pain, sleep, muscle, leg, done, \
    helped, activity, alcohol, heat, medicine, note, details, routine, completed, skipped, planned, \
    left_ms, right_ms, until";

/// A row as it was found; without a stamp its time is out of range.
pub(super) type Found = (Option<Stamp>, Row);

pub(super) fn one(db: &Connection, id: EntryId) -> rusqlite::Result<Option<Found>> {
    let sql = format!("SELECT {COLUMNS} FROM entry WHERE id = ?1");
    db.prepare_cached(&sql)?
        .query_row(params![id.0], found)
        .optional()
}

/// Every row, the oldest first.
pub(super) fn all(db: &Connection) -> rusqlite::Result<Vec<Found>> {
    let sql = format!("SELECT {COLUMNS} FROM entry");
    let mut rows: Vec<Found> = db
        .prepare(&sql)?
        .query_map([], found)?
        .collect::<Result<_, _>>()?;
    rows.sort_by_key(|(stamp, row)| (stamp.as_ref().map(Stamp::seconds), row.id));
    Ok(rows)
}

fn found(row: &rusqlite::Row<'_>) -> rusqlite::Result<Found> {
    let zone: Option<String> = row.get(4)?;
    let stamp = Stamp::from_numbers(row.get(2)?, row.get(3)?, zone.as_deref());
    let found = Row {
        id: row.get(0)?,
        kind: row.get(1)?,
        at: String::new(),
        night: row.get(5)?,
        seconds: row.get(6)?,
        pain: row.get(7)?,
        sleep: row.get(8)?,
        muscle: row.get(9)?,
        leg: row.get(10)?,
        done: row.get(11)?,
        helped: row.get(12)?,
        activity: row.get(13)?,
        alcohol: row.get(14)?,
        heat: row.get(15)?,
        medicine: row.get(16)?,
        note: row.get(17)?,
        details: row.get(18)?,
        routine: row.get(19)?,
        completed: row.get(20)?,
        skipped: row.get(21)?,
        planned: row.get(22)?,
        left_ms: milliseconds(row, 23)?,
        right_ms: milliseconds(row, 24)?,
        until: row.get(25)?,
    };
    Ok((stamp, found))
}

fn milliseconds(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<u64>> {
    let value: Option<i64> = row.get(at)?;
    Ok(value.map(|value| u64::try_from(value).unwrap_or(0)))
}

/// Inserts a record, under this number if one is given.
pub(super) fn insert(
    db: &Connection,
    id: Option<EntryId>,
    record: &Record,
) -> rusqlite::Result<EntryId> {
    let at = record.at();
    let row = Row::of(record);
    let night = matches!(record, Record::Quiet(_))
        .then_some(row.night)
        .flatten();
    let signed = |ms: Option<u64>| ms.map(|ms| i64::try_from(ms).unwrap_or(i64::MAX));
    let sql = format!(
        "INSERT INTO entry ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, \
         ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)"
    );
    db.prepare_cached(&sql)?.execute(params![
        id.map(|id| id.0),
        row.kind,
        at.seconds(),
        at.offset_seconds(),
        at.zone(),
        night,
        row.seconds,
        row.pain,
        row.sleep,
        row.muscle,
        row.leg,
        row.done,
        row.helped,
        row.activity,
        row.alcohol,
        row.heat,
        row.medicine,
        row.note,
        row.details,
        row.routine,
        row.completed,
        row.skipped,
        row.planned,
        signed(row.left_ms),
        signed(row.right_ms),
        row.until,
    ])?;
    Ok(EntryId(db.last_insert_rowid()))
}

/// Whether there was such a row.
pub(super) fn delete(db: &Connection, id: EntryId) -> rusqlite::Result<bool> {
    let deleted = db.execute("DELETE FROM entry WHERE id = ?1", params![id.0])?;
    Ok(deleted > 0)
}
