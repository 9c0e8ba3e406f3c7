//! Runs the program as a shell would.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::data_folder::data_folder;

/// The program, kept from the config and the wishes of whoever runs the tests.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "REDUCED_MOTION", "LC_ALL", "LANG"] {
        command.env_remove(name);
    }
    // A config file of the person who runs the tests must not count.
    command
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .env("XDG_DATA_HOME", data_folder())
        .env("TERM", "xterm-256color")
        .stdin(Stdio::null());
    command
}

/// Runs it without input.
pub fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

/// What it printed.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it said besides.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Only its exit code.
pub fn code(arguments: &[&str]) -> i32 {
    run(arguments).status.code().unwrap()
}

/// What it printed as JSON; it must succeed.
pub fn json(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The keys of a JSON object, sorted.
pub fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Writes a file and gives its name.
pub fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}
