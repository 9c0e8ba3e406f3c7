//! What is written into entries, and in which order they stand: as a shell sees it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

use finish::finish;

#[path = "program/finish.rs"]
mod finish;

/// The exit code, and what was said on both streams.
fn run(home: &Path, args: &[&str], input: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    command.args(args).env_clear();
    command.env("HOME", home).env("TZ", "CET-1");
    let output = finish(&mut command, input);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

fn ok(home: &Path, args: &[&str]) -> String {
    let (code, said) = run(home, args, "");
    assert_eq!(code, 0, "{args:?}: {said}");
    said
}

#[test]
fn every_text_may_begin_with_a_hyphen() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    for flag in ["muscle", "helped", "activity", "medicine", "note"] {
        for text in ["-5 degrees", "-", "--- cold", "-n", "--really?"] {
            let said = ok(home, &["log", &format!("--{flag}"), text, "--pain", "3"]);
            assert!(said.contains(text) && said.contains("pain 3"), "{said}");
            ok(home, &["diary", "edit", "1", &format!("--{flag}"), text]);
        }
    }
    let said = ok(home, &["diary", "note", "tried", "-5 degrees", "--json"]);
    assert!(said.contains("\"note\": \"-5 degrees\""), "{said}");
    // A forgotten value is not the next flag.
    let (code, said) = run(home, &["log", "--pain", "3", "--note", "--heat"], "");
    assert_eq!(code, 2);
    assert!(said.contains("the value before it is missing"), "{said}");
    let (code, said) = run(home, &["log", "--pain", "-1"], "");
    assert_eq!(code, 2);
    assert!(said.contains("`-1` is not a whole number from 0"), "{said}");
}

#[test]
fn cramps_of_the_same_minute_are_said() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let at = ["log", "--at", "2026-03-05 03:10"];
    let twin = "Another cramp is logged at the same minute";
    assert!(!ok(home, &at).contains(twin));
    let said = ok(home, &at);
    assert!(said.contains("at the same minute (#1)"), "{said}");
    let next = ok(home, &["log", "--at", "2026-03-05 03:11"]);
    assert!(!next.contains(twin), "{next}");
    // A night without one at that minute is something else.
    let quiet = ok(home, &["log", "--none", "--at", "2026-03-08"]);
    assert!(!quiet.contains("minute"), "{quiet}");
    let file = home.join("more.csv");
    let line = "cramp,2026-03-05T03:10:30+01:00,5\n";
    std::fs::write(&file, format!("kind,at,pain\n{line}{line}")).unwrap();
    let said = ok(home, &["diary", "import", file.to_str().unwrap()]);
    assert!(said.contains("2 cramps began in the same minute"), "{said}");
}

#[test]
fn nights_without_a_cramp_stand_in_the_order_of_their_nights() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    ok(home, &["log", "--at", "2026-03-07 03:10"]);
    ok(home, &["log", "--at", "2026-03-05 23:40"]);
    ok(home, &["log", "--none", "--at", "2026-03-08"]);
    ok(home, &["log", "--none", "--at", "2026-03-03", "--nights", "2"]);
    let days = |said: &str| {
        let at = |day: &str| said.find(day).unwrap_or_else(|| panic!("{day}: {said}"));
        let days = [
            "2 to 3 Mar 2026",
            "3 to 4 Mar 2026",
            "5 Mar 2026 23:40",
            "7 Mar 2026 03:10",
            "8 to 9 Mar 2026",
        ];
        assert!(days.map(at).is_sorted(), "{said}");
    };
    days(&ok(home, &["diary", "list"]));
    days(&ok(home, &["diary", "export", "--format", "md"]));
    let json: serde_json::Value =
        serde_json::from_str(&ok(home, &["diary", "list", "--json"])).unwrap();
    let nights = json["entries"].as_array().unwrap().iter();
    let nights: Vec<&str> = nights.map(|entry| entry["night"].as_str().unwrap()).collect();
    assert!(nights.is_sorted(), "{nights:?}");
}

#[test]
fn a_cramp_makes_an_earlier_word_of_none_void_for_as_long_as_it_stands() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    ok(home, &["log", "--none", "--at", "2026-03-04"]);
    ok(home, &["log", "--at", "2026-03-05 03:10"]);
    for read in [&["diary", "list"][..], &["diary", "export", "--format", "md"]] {
        let said = ok(home, read);
        assert!(said.contains("5 Mar 2026 03:10") && !said.contains("no cramp"), "{said}");
    }
    // The file keeps both, and so does a copy of it.
    for format in ["csv", "json"] {
        let text = ok(home, &["diary", "export", "--format", format]);
        assert!(text.contains("quiet") && text.contains("03:10"), "{text}");
    }
    ok(home, &["diary", "remove", "2"]);
    assert!(ok(home, &["diary", "list"]).contains("no cramp"));
}

#[test]
fn a_table_from_a_spreadsheet_is_imported_in_the_local_zone() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let file = home.join("table.csv");
    let text = "\u{feff}kind;at;pain;note\r\ncramp;2026-03-05 03:10;7,0;\"cold, wet\"\r\n";
    std::fs::write(&file, text).unwrap();
    let said = ok(home, &["diary", "import", file.to_str().unwrap()]);
    assert!(said.starts_with("Imported: 1 new"), "{said}");
    let csv = ok(home, &["diary", "export"]);
    assert!(csv.contains("2026-03-05T03:10:00+01:00"), "{csv}");
    let list = ok(home, &["diary", "list"]);
    assert!(list.contains("pain 7, note: cold, wet"), "{list}");
    // What was exported is known again, whatever a spreadsheet made of its separators.
    let semicolons = csv.replace(',', ";").replace("cold; wet", "cold, wet");
    std::fs::write(&file, semicolons).unwrap();
    let said = ok(home, &["diary", "import", file.to_str().unwrap()]);
    assert!(said.contains("0 new, 1 already there"), "{said}");
}

#[test]
fn answers_typed_line_by_line_are_there_though_the_input_ends() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let (code, said) = run(home, &["--plain"], "l\nw\n1\nleft\n");
    assert_eq!(code, 0, "{said}");
    let list = ok(home, &["diary", "list"]);
    assert!(list.contains("calf, left leg"), "{list}");
    // All answers of one conversation are one change.
    ok(home, &["diary", "undo"]);
    let list = ok(home, &["diary", "list"]);
    assert!(!list.contains("calf") && list.contains("cramp"), "{list}");
}

#[test]
fn a_session_skipped_from_end_to_end_is_not_saved() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let skips = "n\n".repeat(60);
    let (code, said) = run(home, &["stretch", "--plain"], &skips);
    assert_eq!(code, 0, "{said}");
    let (_, list) = run(home, &["diary", "list"], "");
    assert!(!list.contains("holds"), "{list}");
}
