//! The JSON of the diary is what docs/reference.md says: every field, and no other.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn run(home: &Path, args: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_uncramp"))
        .args(args)
        .arg("--json")
        .env_clear()
        .env("HOME", home)
        .env("TZ", "UTC")
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The fields of the shape that the documentation gives for a command, or for an entry.
fn documented(begin: &str) -> BTreeSet<String> {
    let text = include_str!("../docs/reference.md");
    let at = text.rfind(begin).unwrap_or_else(|| panic!("no {begin:?}"));
    let shape = &text[at + begin.len()..];
    let shape = &shape[shape.find("`{").unwrap() + 1..];
    let (mut depth, mut fields) = (0, BTreeSet::new());
    let mut parts = shape.split('"');
    while let Some(between) = parts.next() {
        for c in between.chars() {
            match c {
                '{' | '[' => depth += 1,
                '}' | ']' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return fields;
            }
        }
        if let (1, Some(field)) = (depth, parts.next()) {
            fields.insert(field.to_owned());
        }
    }
    fields
}

fn fields(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn every_field_of_the_diarys_json_is_documented() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let log = "log --muscle calf --leg left --minutes 3 --pain 7 --sleep 6 --helped walking \
        --activity gardening --alcohol 1 --heat --medicine none --note again";
    run(home, &log.split_whitespace().collect::<Vec<_>>());
    run(home, &["diary", "note", "condition", "diabetes"]);
    run(home, &["trial", "start"]);
    run(home, &["trial", "stop"]);
    assert_eq!(fields(&run(home, &["diary"])), documented("| `diary` | "));
    assert_eq!(fields(&run(home, &["report"])), documented("| `report` | "));
    let status = run(home, &["trial", "status"]);
    assert_eq!(fields(&status), documented("| `trial` | "));
    let known = documented("An entry is ");
    let list = run(home, &["diary", "list"]);
    let entries = list["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 3);
    for entry in entries {
        let unknown: Vec<_> = fields(entry).difference(&known).cloned().collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
    // The table has a column for each.
    let csv = Command::new(env!("CARGO_BIN_EXE_uncramp"))
        .args(["diary", "export", "--format", "csv"])
        .env_clear()
        .env("HOME", home)
        .output()
        .unwrap();
    let csv = String::from_utf8(csv.stdout).unwrap();
    let head = csv.lines().next().unwrap();
    let columns: BTreeSet<String> = head.split(',').map(str::to_owned).collect();
    assert_eq!(columns, known);
}
