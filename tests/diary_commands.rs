//! `log`, `diary`, `report` and `trial` as a shell sees them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use finish::finish;

#[path = "program/finish.rs"]
mod finish;

/// What a run came to.
struct Run {
    code: i32,
    out: String,
    err: String,
}

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, args: &[&str]) -> Run {
        self.answer(args, "")
    }

    fn answer(&self, args: &[&str], input: &str) -> Run {
        self.answer_in("UTC", args, input)
    }

    fn answer_in(&self, zone: &str, args: &[&str], input: &str) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
        command.args(args).env_clear();
        command.env("HOME", self.folder()).env("TZ", zone);
        let output = finish(&mut command, input);
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs what must work.
    fn ok(&self, args: &[&str]) -> String {
        let run = self.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert_eq!(run.err, "", "{args:?}");
        run.out
    }

    fn entries(&self) -> Vec<Value> {
        let out = self.ok(&["diary", "list", "--json"]);
        let document: Value = serde_json::from_str(&out).unwrap();
        document["entries"].as_array().unwrap().clone()
    }
}

#[test]
fn one_word_notes_a_cramp_and_the_rest_is_filled_in_later() {
    let home = Home::new();
    let out = home.ok(&["log"]);
    assert!(out.starts_with("Logged #1: cramp, "), "{out}");
    assert_eq!(home.entries()[0]["details"], "missing");
    home.ok(&[
        "diary",
        "edit",
        "1",
        "--at",
        "2026-03-05 03:10",
        "--muscle",
        "calf",
        "--leg",
        "left",
        "--minutes",
        "4",
        "--pain",
        "7",
        "--sleep",
        "5",
        "--helped",
        "towel",
        "--activity",
        "long walk",
        "--alcohol",
        "2",
        "--heat",
        "--medicine",
        "a new one",
        "--note",
        "again",
    ]);
    let entry = &home.entries()[0];
    assert_eq!(entry["at"], "2026-03-05T03:10:00+00:00[UTC]");
    assert_eq!(entry["night"], "2026-03-04");
    assert_eq!((&entry["seconds"], &entry["pain"]), (&240.into(), &7.into()));
    assert_eq!((&entry["heat"], &entry["leg"]), (&true.into(), &"left".into()));
    assert_eq!(entry["details"], "given");
    home.ok(&["diary", "edit", "1", "--heat=no"]);
    assert_eq!(home.entries()[0]["heat"], false);
    home.ok(&["diary", "edit", "1", "--clear", "pain,heat", "--note", ""]);
    let entry = &home.entries()[0];
    assert!(entry.get("pain").is_none() && entry.get("heat").is_none());
    assert!(entry.get("note").is_none() && entry["medicine"] == "a new one");
}

#[test]
fn undo_brings_back_what_was_removed() {
    let home = Home::new();
    home.ok(&["log", "--at", "2026-03-05 03:10", "--note", "kept"]);
    let before = home.entries();
    home.ok(&["diary", "remove", "1"]);
    assert!(home.entries().is_empty());
    let undone = home.ok(&["diary", "undo"]);
    assert!(undone.starts_with("Undone: cramp of 5 Mar ") && undone.ends_with(" brought back.\n"));
    assert_eq!(home.entries(), before);
    assert_eq!(home.run(&["diary", "remove", "9"]).code, 5);
}

#[test]
fn the_diary_says_what_was_not_noted_last_and_each_hour_with_a_cramp() {
    let home = Home::new();
    home.ok(&["log", "--at", "yesterday 03:10", "--muscle", "calf"]);
    home.ok(&["log", "--at", "yesterday 05:10"]);
    home.ok(&["log", "--at", "yesterday 23:10"]);
    let out = home.ok(&["diary"]);
    assert!(out.contains("Muscle: calf: 1, not logged: 2."), "{out}");
    home.ok(&["log", "--at", "yesterday 23:40"]);
    let out = home.ok(&["diary"]);
    assert!(out.contains("By hour: 11 pm: 2, 3 am: 1, 5 am: 1."), "{out}");
    let undone = home.ok(&["diary", "undo"]);
    assert!(undone.starts_with("Undone: cramp of ") && undone.ends_with(" 23:40 removed.\n"));
    home.ok(&["log", "--none", "--at", "2025-03-05", "--nights", "4"]);
    let undone = home.ok(&["diary", "undo"]);
    assert!(undone.ends_with("; no cramp in the night of 3 to 4 Mar 2025 removed; 1 more.\n"));
}

#[test]
fn the_diary_in_words_names_a_danger_sign() {
    let home = Home::new();
    let now = jiff::Timestamp::now();
    let sign = serde_json::json!({
        "kind": "sign", "at": now.to_string(), "routine": "leg", "note": "One swollen leg",
    });
    let text = serde_json::json!({ "uncramp_diary": 1, "entries": [sign] }).to_string();
    let run = home.answer(&["diary", "import", "-"], &text);
    assert_eq!(run.code, 0, "{}", run.err);
    let out = home.ok(&["diary"]);
    assert!(out.starts_with("Danger sign logged ") && out.contains(": One swollen leg."), "{out}");
}

#[test]
fn export_erase_and_import_give_the_same_diary() {
    let home = Home::new();
    home.ok(&["log", "--at", "2026-03-05 03:10", "--note", "a \"quoted\", long; one"]);
    home.ok(&["log", "--none", "--at", "2026-03-05", "--nights", "4"]);
    home.ok(&["diary", "note", "condition", "type 2 diabetes"]);
    home.ok(&["trial", "start"]);
    let before = home.entries();
    assert_eq!(before.len(), 6);
    for format in ["csv", "json"] {
        let file = home.folder().join(format);
        std::fs::write(&file, home.ok(&["diary", "export", "--format", format])).unwrap();
        let erased = home.answer(&["diary", "erase"], "yes\n");
        assert_eq!(erased.out, "Everything is deleted.\n");
        assert!(home.entries().is_empty());
        home.ok(&["diary", "import", file.to_str().unwrap()]);
        assert_eq!(home.entries(), before, "{format}");
        let again = home.ok(&["diary", "import", file.to_str().unwrap()]);
        assert!(again.contains("0 new, 6 already there"), "{again}");
        // Nothing came of it, so `undo` would take back something else.
        assert!(!again.contains("undo"), "{again}");
    }
    assert!(home.ok(&["diary", "export", "--format", "md"]).starts_with("# Diary"));
}

#[test]
fn nothing_is_erased_without_a_typed_yes() {
    let home = Home::new();
    home.ok(&["log"]);
    for answer in ["", "no\n", "y\n"] {
        let run = home.answer(&["diary", "erase"], answer);
        assert_eq!((run.code, run.out.as_str()), (0, "Nothing was deleted.\n"));
        assert!(run.err.contains("deletes 1 entry of"), "{}", run.err);
    }
    assert_eq!(home.entries().len(), 1);
}

#[test]
fn a_night_without_a_cramp_is_noted_once() {
    let home = Home::new();
    home.ok(&["log", "--at", "2026-03-05 03:10"]);
    let out = home.ok(&["log", "--none", "--at", "2026-03-05", "--nights", "3"]);
    assert!(
        out.contains("no cramp in 2 nights, the first of 3 to 4 Mar 2026, the last of 5 to 6 Mar"),
        "{out}"
    );
    let out = home.ok(&["log", "--none", "--at", "2026-03-05"]);
    assert!(out.contains("already logged"), "{out}");
    let run = home.run(&["log", "--none", "--at", "2026-03-04"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("there is a cramp in the night of 4 to 5 Mar 2026"));
}

#[test]
fn the_report_is_one_page_on_stdout_or_in_a_file() {
    let home = Home::new();
    home.ok(&["log", "--at", "2 days ago", "--muscle", "calf"]);
    let page = home.ok(&["report"]);
    assert!(page.lines().count() <= 66 && page.contains("1 cramp on 1 of 42 nights"));
    let file = home.folder().join("page.md");
    let path = file.to_str().unwrap();
    home.ok(&["report", "--format", "md", "--days", "7", "--out", path]);
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.starts_with("# Leg cramp diary"), "{page}");
    let document: Value = serde_json::from_str(&home.ok(&["report", "--json"])).unwrap();
    assert_eq!(document["muscles"][0]["what"], "calf");
    let run = home.run(&["report", "--out", "/nowhere/at/all"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("/nowhere/at/all cannot be written"));
}

#[test]
fn a_trial_is_begun_shown_and_stopped() {
    let home = Home::new();
    assert!(home.ok(&["trial", "status"]).contains("There is no self-trial"));
    let out = home.ok(&["trial", "start"]);
    assert!(out.contains("swollen, hot, red") && out.contains("night 1 of 14"), "{out}");
    assert_eq!(home.run(&["trial", "start"]).code, 2);
    let document: Value = serde_json::from_str(&home.ok(&["trial", "status", "--json"])).unwrap();
    assert_eq!(
        (&document["stage"], &document["verdict"]),
        (&"baseline".into(), &"too early".into())
    );
    assert!(home.ok(&["trial", "stop"]).contains("stopped"));
    assert_eq!(home.run(&["trial", "stop"]).code, 2);
}

#[test]
fn a_fresh_danger_sign_forbids_a_trial() {
    let home = Home::new();
    let file = home.folder().join("sign.csv");
    let today = home.ok(&["log", "--json"]);
    let today: Value = serde_json::from_str(&today).unwrap();
    let at = today["at"].as_str().unwrap();
    let text = format!("kind,at,routine,note\nsign,{at},one-swollen-leg,One swollen leg\n");
    std::fs::write(&file, text).unwrap();
    home.ok(&["diary", "import", file.to_str().unwrap()]);
    let run = home.run(&["trial", "start"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("One swollen leg") && run.err.contains("diary remove 2"));
    home.ok(&["diary", "remove", "2"]);
    home.ok(&["trial", "start"]);
}

#[test]
fn an_entry_keeps_the_clock_of_the_place_where_it_was_made() {
    let home = Home::new();
    // Rules written out, so that no zone database is needed.
    let berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
    let honolulu = "HST10";
    let log = |zone: &str, at: &str| home.answer_in(zone, &["log", "--at", at], "");
    assert_eq!(log(berlin, "2026-03-05 03:10").code, 0);
    assert_eq!(log(honolulu, "2026-03-06 23:50").code, 0);
    for zone in [berlin, honolulu, "UTC"] {
        let list = home.answer_in(zone, &["diary", "list"], "").out;
        assert!(list.contains("1      5 Mar 2026 03:10"), "{list}");
        assert!(list.contains("2      6 Mar 2026 23:50"), "{list}");
    }
    let nights: Vec<Value> = home.entries().iter().map(|e| e["night"].clone()).collect();
    assert_eq!(nights, ["2026-03-04", "2026-03-06"]);
    // In the night of 29 March 2026 the clocks in Berlin went from 02:00 to 03:00.
    let run = log(berlin, "2026-03-29 02:30");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("there was no 02:30"), "{}", run.err);
    assert_eq!(log(berlin, "2026-03-29 03:30").code, 0);
    assert_eq!(home.entries()[2]["at"], "2026-03-29T03:30:00+02:00");
}

#[test]
fn no_save_leaves_no_file_anywhere() {
    let home = Home::new();
    for args in [&["log"][..], &["diary"], &["report"], &["trial", "start"], &["diary", "undo"]] {
        let mut all = vec!["--no-save"];
        all.extend(args);
        let run = home.run(&all);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.err.contains("--no-save"), "{}", run.err);
    }
    assert_eq!(std::fs::read_dir(home.folder()).unwrap().count(), 0);
}

#[test]
fn a_wrong_value_is_named_and_nothing_is_written() {
    let home = Home::new();
    for (args, said) in [
        (["log", "--at", "noonish"], "is not a time"),
        (["log", "--at", "2999-01-01 03:10"], "has not come yet"),
        (["log", "--pain", "11"], "is not a whole number from 0 to 10"),
        (["log", "--pain", "-1"], "is not a whole number from 0 to 10"),
        (["log", "--minutes", "1441"], "minutes from 0 to 1440"),
        (["log", "--minutes", "2:5"], "minutes from 0 to 1440"),
        (["log", "--at", "10/11/2025 03:10"], "can be read in two ways"),
        (["log", "--alcohol", "-1"], "is not a whole number from 0 to 255"),
    ] {
        let run = home.run(&args);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.err.contains(said), "{}", run.err);
    }
    assert_eq!(std::fs::read_dir(home.folder()).unwrap().count(), 0);
}

#[test]
fn a_diary_that_cannot_be_used_leaves_the_rest_working() {
    let home = Home::new();
    let folder = home.folder().join("data");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("diary.db"), "something else").unwrap();
    let data = folder.to_str().unwrap();
    for command in [&["log"][..], &["diary"], &["report"], &["trial", "status"]] {
        let run = home.run(&[&["--data-dir", data], command].concat());
        assert_eq!(run.code, 1, "{command:?}");
        assert!(run.err.contains("it was not touched"), "{}", run.err);
    }
    assert_eq!(std::fs::read(folder.join("diary.db")).unwrap(), b"something else");
    home.ok(&["--data-dir", data, "list"]);
}

#[test]
fn a_shut_reader_and_an_empty_diary_are_no_failures() {
    let home = Home::new();
    for args in [&["diary"][..], &["diary", "list"], &["report"], &["diary", "export"]] {
        home.ok(args);
    }
    assert_eq!(home.ok(&["diary", "undo"]), "There is nothing to undo.\n");
    assert_eq!(home.ok(&["diary", "erase"]), "There is no diary to erase.\n");
    // Looking at it has made nothing.
    assert_eq!(std::fs::read_dir(home.folder()).unwrap().count(), 0);
}
