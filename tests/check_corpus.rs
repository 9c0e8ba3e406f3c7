//! One bad guide for every code a problem can have, with what is said about it,
//! and good guides on other topics about which nothing is said.
//!
//! `UPDATE_EXPECTED=1 cargo test --test check_corpus` writes what is said now.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use uncramp::commands::Exit;
use uncramp::commands::check::run;
use uncramp::guide::problem::Code;

const BAD: &str = "tests/guides/bad";
const GOOD: &str = "tests/guides/good";

/// Tests run in the directory of the package, so the names shown are the same everywhere.
fn guides(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is part of the repository");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|ext| ext == "yaml")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{folder} is empty");
    paths
}

fn said(path: &Path, strict: bool, json: bool) -> (Exit, String) {
    let mut out = Vec::new();
    let exit = run(Some(path), strict, json, false, &mut out);
    let exit = exit.unwrap_or_else(|failure| panic!("{}: {failure:?}", path.display()));
    (exit, String::from_utf8(out).expect("what is said is text"))
}

#[test]
fn every_code_has_a_guide_that_shows_it() {
    // No file of 64 MiB belongs into a repository, and none shows a fault of the program: both have
    // a test of their own.
    let has_no_guide = [Code::TooLarge, Code::ProgramFault];
    for code in Code::ALL.iter().filter(|code| !has_no_guide.contains(code)) {
        let path = Path::new(BAD).join(format!("{code}.yaml"));
        let (exit, said) = said(&path, true, false);
        assert_eq!(exit, Exit::BadFile, "{code}");
        assert!(said.contains(&format!("error[{code}]")), "{code}:\n{said}");
    }
}

#[test]
fn what_is_said_about_each_bad_guide_is_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    for path in guides(BAD) {
        let (_, said) = said(&path, false, false);
        let file = path.with_extension("expected");
        if update {
            fs::write(&file, &said).expect("the repository can be written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(said, expected, "{}", path.display());
    }
}

#[test]
fn a_warning_stops_nobody_unless_the_check_is_strict() {
    for code in Code::ALL {
        let path = Path::new(BAD).join(format!("{code}.yaml"));
        if code.severity() == uncramp::guide::problem::Severity::Warning {
            assert_eq!(said(&path, false, false).0, Exit::Done, "{code}");
            assert_eq!(said(&path, true, false).0, Exit::BadFile, "{code}");
        }
    }
}

#[test]
fn good_guides_on_other_topics_have_no_problem() {
    for path in guides(GOOD) {
        let (exit, said) = said(&path, true, false);
        assert_eq!(exit, Exit::Done, "{said}");
        assert_eq!(said, format!("{}: no problems\n", path.display()));
    }
}

#[test]
fn a_guide_without_rescue_and_danger_gets_those_of_the_program() {
    let path = Path::new(GOOD).join("bicycle.yaml");
    let loaded = uncramp::runtime::guide_file::read(&path).expect("it has no problem");
    assert!(loaded.rescue_is_borrowed() && loaded.danger_is_borrowed());
    let path = Path::new(GOOD).join("stiff-neck.yaml");
    let loaded = uncramp::runtime::guide_file::read(&path).expect("it has no problem");
    assert!(!loaded.rescue_is_borrowed() && !loaded.danger_is_borrowed());
    assert!(loaded.nodes().all(|(id, _)| !loaded.is_borrowed(id)));
}

#[test]
fn the_json_has_the_promised_shape() {
    let (_, said) = said(&Path::new(BAD).join("unknown-node.yaml"), false, true);
    let document: serde_json::Value = serde_json::from_str(&said).expect("it is JSON");
    assert_eq!(document["errors"], 1);
    assert_eq!(document["warnings"], 0);
    let problem = &document["problems"][0];
    let mut keys: Vec<_> = problem.as_object().expect("an object").keys().collect();
    keys.sort();
    let mut expected = ["code", "severity", "file", "line", "column", "message", "help"];
    expected.sort_unstable();
    assert_eq!(keys, expected);
    assert_eq!(problem["code"], "unknown-node");
    assert_eq!(problem["severity"], "error");
    assert_eq!(problem["help"], "did you mean `about`?");
}

#[test]
fn all_mistakes_of_a_file_are_told_in_one_run_and_in_file_order() {
    let text = fs::read_to_string(Path::new(GOOD).join("stiff-neck.yaml")).expect("it is there");
    let text = text
        .replace("language: en-GB", "language: English")
        .replace("limit: 5m", "limit: 50m")
        .replace("to: posture", "to: postures")
        .replace("    not_sure: posture\n", "")
        .replace("care: urgent", "care: soon")
        .replace("title: About this guide", "titel: About this guide");
    let checked = uncramp::guide::check::check("f", text.as_bytes());
    let lines: Vec<usize> = checked.problems.list.iter().map(|p| p.line).collect();
    assert!(lines.is_sorted(), "{lines:?}");
    let told: Vec<&str> = checked.problems.list.iter().map(|p| p.code.word()).collect();
    for code in [
        "bad-language",
        "rescue-limit",
        "unknown-node",
        "missing-not-sure",
        "unknown-word",
        "unknown-key",
        "missing-key",
    ] {
        assert!(told.contains(&code), "{code} is not among {told:?}");
    }
}
