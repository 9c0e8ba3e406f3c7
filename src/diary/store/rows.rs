//! Rows of the table `entry`, read and written by the names of their columns.

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use serde_json::Value;

use super::{DbResult, EntryId, EntryRow, Record, Stamp};
use crate::diary::row::columns;

pub(super) fn one(db: &Connection, id: EntryId) -> rusqlite::Result<Option<EntryRow>> {
    db.prepare_cached("SELECT * FROM entry WHERE id = ?1")?
        .query_row(params![id.0], entry_row)
        .optional()
}

/// Every row, the oldest first.
pub(super) fn all(db: &Connection) -> rusqlite::Result<Vec<(EntryId, EntryRow)>> {
    let numbered = |row: &Row<'_>| Ok((EntryId(row.get("id")?), entry_row(row)?));
    db.prepare("SELECT * FROM entry ORDER BY at, id")?.query_map([], numbered)?.collect()
}

fn entry_row(found: &Row<'_>) -> rusqlite::Result<EntryRow> {
    let zone: Option<String> = found.get("zone")?;
    let at: i64 = found.get("at")?;
    let stamp = Stamp::from_numbers(at, found.get("ahead")?, zone.as_deref());
    let mut row = EntryRow::default();
    row.put("at", stamp.map_or_else(|| Value::from(at), |stamp| stamp.to_string().into()));
    for name in columns().filter(|name| *name != "at") {
        row.put(
            name,
            match found.get_ref(name)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => number.into(),
                other => other.as_str()?.into(),
            },
        );
    }
    Ok(row)
}

/// Inserts a record, under this number if one is given.
pub(super) fn insert(db: &Connection, id: Option<EntryId>, record: &Record) -> DbResult<EntryId> {
    let at = record.at();
    let mut row = EntryRow::of(id, record);
    row.put("at", at.seconds());
    if !matches!(record, Record::Quiet(_)) {
        // For every other kind, the night follows from the time.
        row.put("night", Value::Null);
    }
    let mut names = vec!["ahead", "zone"];
    let zone = at.zone().map(str::to_owned);
    let mut values = vec![Sql::from(at.offset_seconds()), Sql::from(zone)];
    for name in columns() {
        names.push(name);
        values.push(match row.value(name) {
            Value::String(text) => text.clone().into(),
            Value::Bool(yes) => (*yes).into(),
            other => other.as_i64().into(),
        });
    }
    let places = vec!["?"; names.len()].join(", ");
    let sql = format!("INSERT INTO entry ({}) VALUES ({places})", names.join(", "));
    db.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(EntryId(db.last_insert_rowid()))
}

/// Deletes a row; `false` when there was none.
pub(super) fn delete(db: &Connection, id: EntryId) -> rusqlite::Result<bool> {
    Ok(db.execute("DELETE FROM entry WHERE id = ?1", params![id.0])? > 0)
}
