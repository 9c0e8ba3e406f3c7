//! Comma-separated values as RFC 4180 has them.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe in front, which reading
//! takes away again.

use std::iter::Peekable;
use std::str::Chars;

use serde_json::{Map, Value};

use crate::diary::row::{COLUMNS, Row};
use crate::text::messages::entry as words;

/// Columns that hold numbers, and the largest that a row has room for.
const NUMBERS: [(&str, u64); 10] = [
    ("id", i64::MAX.cast_unsigned()),
    ("seconds", u32::MAX as u64),
    ("pain", u8::MAX as u64),
    ("sleep", u8::MAX as u64),
    ("alcohol", u8::MAX as u64),
    ("completed", u32::MAX as u64),
    ("skipped", u32::MAX as u64),
    ("planned", u32::MAX as u64),
    ("left_ms", u64::MAX),
    ("right_ms", u64::MAX),
];

/// One line with its line break.
pub(super) fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
    cells.join(",") + "\r\n"
}

/// The cells of a row, in the order of the columns.
pub(super) fn cells(row: &Row) -> impl Iterator<Item = String> {
    let values = match serde_json::to_value(row) {
        Ok(Value::Object(values)) => values,
        _ => Map::new(),
    };
    COLUMNS.iter().map(move |name| match values.get(*name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => guarded(text),
        Some(value) => value.to_string(),
    })
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\''])
}

fn guarded(text: &str) -> String {
    if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => text,
    }
}

fn quoted(cell: &str) -> String {
    let edge = |c: char| c.is_whitespace();
    if cell.contains(['"', ',', '\n', '\r']) || cell.starts_with(edge) || cell.ends_with(edge) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// The rows with their line numbers. Columns may come in any order; unknown ones are an error.
pub(super) fn rows(text: &str) -> Result<Vec<(String, Row)>, Vec<String>> {
    let mut lines = records(text).into_iter();
    let head = match lines.next() {
        Some((_, head)) if head.iter().any(|name| name == "kind") => head,
        _ => {
            return Err(vec![words::neither_json_nor_csv(&COLUMNS[..3].join(","))]);
        }
    };
    let unknown: Vec<String> = head
        .iter()
        .filter(|name| !COLUMNS.contains(&name.as_str()))
        .map(|name| words::unknown_column(name))
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut rows = Vec::new();
    let mut wrong = Vec::new();
    for (number, cells) in lines {
        let place = words::line_number(number);
        if cells.len() == 1 && cells[0].trim().is_empty() {
            continue;
        }
        match row(&head, &cells) {
            Ok(row) => rows.push((place, row)),
            Err(why) => wrong.push(format!("{place}: {why}")),
        }
    }
    if wrong.is_empty() {
        Ok(rows)
    } else {
        Err(wrong)
    }
}

fn row(head: &[String], cells: &[String]) -> Result<Row, String> {
    if cells.len() != head.len() {
        return Err(words::wrong_number_of_cells(cells.len(), head.len()));
    }
    let mut values = Map::new();
    for (name, cell) in head.iter().zip(cells) {
        if cell.trim().is_empty() {
            continue;
        }
        let most = NUMBERS.iter().find(|(column, _)| column == name);
        let value = match (name.as_str(), most) {
            (_, Some((_, most))) => {
                let number = cell.trim().parse().ok().filter(|n: &u64| n <= most);
                let wrong = || words::not_a_number(name, cell, *most);
                number.ok_or_else(wrong)?.into()
            }
            ("heat", _) => Value::Bool(match cell.trim() {
                "true" | "yes" | "1" => true,
                "false" | "no" | "0" => false,
                other => return Err(words::neither_true_nor_false(name, other)),
            }),
            _ => Value::String(unguarded(cell).to_owned()),
        };
        values.insert(name.clone(), value);
    }
    serde_json::from_value(Value::Object(values)).map_err(|why| why.to_string())
}

/// Lines of cells, each with the number of the line it begins on.
fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut records = Vec::new();
    let mut chars = text.chars().peekable();
    let mut number = 1;
    while chars.peek().is_some() {
        let start = number;
        let mut cells = Vec::new();
        loop {
            let (cell, end) = cell(&mut chars, &mut number);
            cells.push(cell);
            if end {
                break;
            }
        }
        records.push((start, cells));
    }
    records
}

/// One cell, and whether it is the last of its line.
fn cell(chars: &mut Peekable<Chars<'_>>, number: &mut usize) -> (String, bool) {
    let mut cell = String::new();
    let mut inside = chars.next_if_eq(&'"').is_some();
    while let Some(c) = chars.next() {
        *number += usize::from(c == '\n');
        match c {
            '"' if inside && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if inside => inside = false,
            ',' if !inside => return (cell, false),
            '\r' if !inside && chars.peek() == Some(&'\n') => {}
            '\n' if !inside => return (cell, true),
            c => cell.push(c),
        }
    }
    (cell, true)
}
