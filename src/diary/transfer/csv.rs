//! Comma-separated values, and what spreadsheets make of them.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe in front, which reading
//! takes away again.

use csv::{ReaderBuilder, StringRecord, Terminator, Trim, WriterBuilder};
use serde_json::Value;

use super::PlacedRow;
use crate::diary::row::{EntryRow, columns};

/// The rows as a table, the names of the columns first.
pub(super) fn table(rows: impl Iterator<Item = EntryRow>) -> csv::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(columns())?;
    for row in rows {
        writer.write_record(columns().map(|name| match row.value(name) {
            Value::Null => String::new(),
            Value::String(text) => guarded(text),
            other => other.to_string(),
        }))?;
    }
    writer.into_inner().map_err(|why| why.into_error().into())
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\''])
}

fn guarded(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => text,
    }
}

/// The rows with their line numbers. Columns may come in any order, with commas, semicolons or
/// tabs between them; unknown ones are an error.
pub(super) fn rows(text: &str) -> Result<Vec<PlacedRow>, Vec<String>> {
    // Of two characters at the end of a line the library would count the second to the next.
    let text = text.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .trim(Trim::Headers)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let is_diary = |head: &&StringRecord| head.iter().any(|name| name == "kind");
    let Some(head) = reader.headers().ok().filter(is_diary).cloned() else {
        return Err(vec![
            "this is not a diary as JSON or CSV: the first line must name the columns with commas \
             between them, such as id,kind,at"
                .to_owned(),
        ]);
    };
    let is_unknown = |name: &&str| !columns().any(|known| known == *name);
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
            rows.push((format!("line {place}"), row(&head, &line)));
        }
    }
    Ok(rows)
}

/// What stands between the cells: of the marks that spreadsheets use, the one that the first
/// line has most of.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| head.bytes().filter(|byte| byte == mark).count();
    // Of equal counts the last is taken.
    let marks = *b"\t;,";
    marks.into_iter().max_by_key(count).unwrap_or(b',')
}

fn row(head: &StringRecord, cells: &StringRecord) -> Result<EntryRow, String> {
    if cells.len() != head.len() {
        let counted = |n, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        let (cells, columns) = (counted(cells.len(), "cell"), counted(head.len(), "column"));
        return Err(format!("has {cells} where the first line names {columns}"));
    }
    let mut row = EntryRow::default();
    for (name, cell) in head.iter().zip(cells) {
        if !cell.trim().is_empty() {
            row.put(name, unguarded(cell));
        }
    }
    Ok(row)
}
