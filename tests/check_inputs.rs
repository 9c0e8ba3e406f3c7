//! Files that are no guides: one clear error, exit 3, little memory, no hang.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A program that has not answered within these seconds of its own work hangs, as
/// on a hopeless file without limits. No verdict on its speed: a slow or busy
/// machine is far below.
const HANG: &str = "600";

/// Runs the program with at most so much memory; one that hangs is ended.
fn program(arguments: &[&str], file: &Path) -> Output {
    let limits = format!("ulimit -v 400000; ulimit -t {HANG}; exec \"$@\"");
    let output = Command::new("sh")
        .args(["-c", &limits, "sh"])
        .arg(env!("CARGO_BIN_EXE_uncramp"))
        .args(arguments)
        .arg(file)
        .env("NO_COLOR", "1")
        .output()
        .expect("the program starts");
    let ended = output.status.code().is_some();
    assert!(ended, "it hung for {HANG} s or died: {:?}", output.status);
    output
}

/// What `check` says: everything it writes, and that it ends with 3.
fn said(file: &Path) -> String {
    let output = program(&["check"], file);
    let mut said = String::from_utf8(output.stdout).expect("it writes text");
    said.push_str(&String::from_utf8(output.stderr).expect("it writes text"));
    assert_eq!(output.status.code(), Some(3), "{said}");
    said
}

/// Writes a file, and expects exactly one error in it, which has this code.
fn one_error(bytes: &[u8], code: &str) -> String {
    let folder = TempDir::new().expect("a folder can be made");
    let file = folder.path().join("guide.yaml");
    fs::write(&file, bytes).expect("the file can be written");
    let said = said(&file);
    assert!(said.contains(&format!("error[{code}]")), "{said}");
    assert!(said.ends_with(": 1 error\n"), "{said}");
    said
}

#[test]
fn a_missing_file_is_told_as_such() {
    let folder = TempDir::new().expect("a folder can be made");
    let said = said(&folder.path().join("nowhere.yaml"));
    assert!(said.contains("nowhere.yaml: cannot be read: no such file or folder"), "{said}");
}

#[test]
fn a_directory_is_told_as_such() {
    let folder = TempDir::new().expect("a folder can be made");
    let said = said(folder.path());
    assert!(said.contains(": cannot be read: it is a folder"), "{said}");
}

#[test]
fn a_binary_file_is_told_as_such() {
    let program = fs::read(env!("CARGO_BIN_EXE_uncramp")).expect("it can be read");
    one_error(&program, "not-utf8");
    let said = one_error(b"schema: 1\0\0\x01\x02", "control-character");
    assert!(said.contains("binary file"), "{said}");
}

#[test]
fn text_in_another_encoding_is_told_where_it_begins() {
    let said = one_error(b"schema: 1\ntitle: Kr\xe4mpfe\n", "not-utf8");
    assert!(said.contains("guide.yaml:2:10"), "{said}");
    let utf16: Vec<u8> = "\u{feff}schema: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let said = one_error(&utf16, "not-utf8");
    assert!(said.contains("UTF-16"), "{said}");
}

#[test]
fn a_nesting_bomb_is_refused_at_once() {
    one_error("[".repeat(100_000).as_bytes(), "too-deep");
    one_error("{a: ".repeat(25_000).as_bytes(), "too-deep");
    one_error("- ".repeat(50_000).as_bytes(), "too-deep");
    let deep: Vec<String> = (0..5000).map(|n| " ".repeat(n) + "a:\n").collect();
    one_error(deep.concat().as_bytes(), "too-deep");
}

#[test]
fn an_alias_bomb_is_refused_without_being_blown_up() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..30 {
        let before = format!("*a{}", n - 1);
        let list = [before.as_str(); 9].join(", ");
        writeln!(bomb, "a{n}: &a{n} [{list}]").expect("a string takes everything");
    }
    let folder = TempDir::new().expect("a folder can be made");
    let file = folder.path().join("guide.yaml");
    fs::write(&file, bomb).expect("the file can be written");
    let said = said(&file);
    assert!(said.contains("error[alias]: a guide uses no anchors, aliases"), "{said}");
}

#[test]
fn a_file_of_100_megabytes_is_refused_without_being_read() {
    let folder = TempDir::new().expect("a folder can be made");
    let path = folder.path().join("guide.yaml");
    let mut file = fs::File::create(&path).expect("the file can be made");
    file.seek(SeekFrom::Start(100 * 1024 * 1024)).expect("it can grow");
    file.write_all(b"x").expect("it can be written");
    let said = said(&path);
    assert!(said.contains("larger than 64 MiB"), "{said}");
}

#[test]
fn a_file_of_60_megabytes_of_rubbish_is_answered_all_the_same() {
    let rubbish = "x".repeat(60 * 1024 * 1024);
    one_error(rubbish.as_bytes(), "wrong-type");
}

#[test]
fn another_format_version_is_told_without_further_misunderstandings() {
    let said = one_error(b"schema: 2\nname: x\npages: []\n", "wrong-schema");
    assert!(said.contains("this program reads format 1"), "{said}");
}

#[test]
fn a_bad_guide_named_by_a_flag_ends_every_command_with_3() {
    for arguments in [&["list", "--guide"][..], &["paths"], &["graph"]] {
        let output = program(arguments, Path::new("tests/guides/bad/unknown-node.yaml"));
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        let said = String::from_utf8(output.stderr).expect("it writes text");
        assert!(said.contains("unknown-node"), "{said}");
    }
}
