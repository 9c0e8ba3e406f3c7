//! Writes the diary as CSV, JSON or Markdown, and reads the first two.
//!
//! In CSV, a text that a spreadsheet would take for a formula begins with an apostrophe, which is
//! removed again on reading.

use std::fmt::Write as _;

use anyhow::bail;
use csv::{ReaderBuilder, StringRecord, Terminator, Trim, WriterBuilder};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::entry::{Entry, ImportedEntry, Lasted};
use super::field::SECONDS;
use super::row::{EntryRow, columns};
use crate::text::markdown::escaped;
use crate::text::messages::{amounts, diary};

/// The format of a JSON export.
const FORMAT: u32 = 1;

/// The column in which a person counts what an export counts in seconds.
const MINUTES: &str = "minutes";

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<R> {
    /// Which program wrote it, and in which format.
    uncramp_diary: u32,
    entries: Vec<R>,
}

/// The place of a row in the file, and the row or what is wrong with it.
type PlacedRow = (String, anyhow::Result<EntryRow>);

/// A diary as JSON.
pub fn to_json<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> serde_json::Result<String> {
    let document = Document {
        uncramp_diary: FORMAT,
        entries: entries.into_iter().map(EntryRow::from).collect(),
    };
    serde_json::to_string_pretty(&document).map(|text| text + "\n")
}

/// A diary as CSV (RFC 4180), one line an entry, the names of the columns first.
pub fn to_csv<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> csv::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(columns())?;
    for row in entries.into_iter().map(EntryRow::from) {
        writer.write_record(columns().map(|name| match row.value(name) {
            Value::Null => String::new(),
            Value::String(text) if is_formula(text) => format!("'{text}"),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }))?;
    }
    writer.into_inner().map_err(|why| why.into_error().into())
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\''])
}

/// A diary as Markdown tables, to read; it cannot be imported.
pub fn to_markdown<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let mut text =
        format!("# {}\n\n| id | when | what | details |\n|--:|---|---|---|\n", diary::DIARY);
    for Entry { id, record } in entries {
        let (when, kind, details) = (record.when(None), record.name(), escaped(&record.details()));
        let _ = writeln!(text, "| {id} | {when} | {kind} | {details} |");
    }
    text
}

/// Reads what [`to_json`] or [`to_csv`] wrote.
pub fn read(text: &str, zone: &TimeZone) -> Result<Vec<ImportedEntry>, Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rows = if text.trim_start().starts_with('{') { json_rows(text)? } else { csv_rows(text)? };
    let mut entries = Vec::with_capacity(rows.len());
    let mut wrong = Vec::new();
    for (place, row) in rows {
        match row.and_then(|row| row.imported(zone)) {
            Ok(entry) => entries.push(entry),
            Err(why) => wrong.push(format!("{place}: {why:#}")),
        }
    }
    if wrong.is_empty() { Ok(entries) } else { Err(wrong) }
}

fn json_rows(text: &str) -> Result<Vec<PlacedRow>, Vec<String>> {
    let document: Document<Map<String, Value>> = serde_json::from_str(text).map_err(|why| {
        vec![if why.is_eof() {
            format!("the file ends early, in line {}; is it complete?", why.line())
        } else {
            format!("not a diary in JSON: {why}")
        }]
    })?;
    if document.uncramp_diary != FORMAT {
        return Err(vec![format!(
            "this export has format {}; this version reads format {FORMAT}",
            document.uncramp_diary
        )]);
    }
    let placed = |(n, row)| (format!("entry {n}"), EntryRow::new(row));
    Ok((1..).zip(document.entries).map(placed).collect())
}

fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

/// The rows with their line numbers. Columns may come in any order, with commas, semicolons or
/// tabs between them; unknown ones are an error.
fn csv_rows(text: &str) -> Result<Vec<PlacedRow>, Vec<String>> {
    // The csv crate would count the second of two line-end characters to the next line.
    let text = text.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .trim(Trim::Headers)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let small = |head: &StringRecord| head.iter().map(str::to_lowercase).collect();
    let is_diary = |head: &StringRecord| head.iter().any(|name| name == "kind");
    let Some(head) = reader.headers().ok().map(small).filter(is_diary) else {
        return Err(vec![
            "this is not a diary as JSON or CSV: the first line must name the columns, such as \
             id,kind,at"
                .to_owned(),
        ]);
    };
    let is_unknown = |name: &&str| *name != MINUTES && !columns().any(|known| known == *name);
    let unknown = head.iter().filter(is_unknown);
    let unknown: Vec<_> = unknown.map(|name| format!("line 1: unknown column `{name}`")).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut rows = Vec::new();
    for line in reader.records() {
        let line = line.map_err(|why| vec![why.to_string()])?;
        let place = line.position().map_or(0, csv::Position::line);
        if line.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((format!("line {place}"), csv_row(&head, &line)));
        }
    }
    Ok(rows)
}

/// The character between the cells: the most frequent one of those that spreadsheets use, in the
/// first line.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| head.bytes().filter(|byte| byte == mark).count();
    // `max_by_key` takes the last of equal counts, which is the comma.
    let marks = *b"\t;,";
    marks.into_iter().max_by_key(count).unwrap_or(b',')
}

fn csv_row(head: &StringRecord, cells: &StringRecord) -> anyhow::Result<EntryRow> {
    if cells.len() != head.len() {
        let cells = amounts::counted(cells.len(), "cell", "cells");
        let columns = amounts::counted(head.len(), "column", "columns");
        bail!("has {cells} where the first line names {columns}");
    }
    let mut row = EntryRow::default();
    for (name, cell) in head.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty()) {
        match name {
            MINUTES => row.put(SECONDS, Lasted::parse_minutes(cell)?.seconds()),
            "kind" => row.put(name, cell.trim().to_lowercase()),
            _ => row.put(name, unguarded(cell)),
        }
    }
    Ok(row)
}

#[cfg(test)]
mod tests;
