//! A home of its own for each run of the program, and a list of everything it can be asked.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use tempfile::TempDir;

pub use crate::finish::finish;
use crate::patience::Patience;

/// What every command is called with once, and what it reads from standard input.
pub const EVERY_COMMAND: &[(&str, &str)] = &[
    ("--plain", "2\nb\nq\n"),
    ("now", ""),
    ("now foot --plain", "\nq\n"),
    ("standby --plain", "q\n"),
    ("stretch --dry-run", ""),
    ("stretch --plain --no-log", "q\n"),
    ("list", ""),
    ("show home", ""),
    ("search calf", ""),
    ("answer 2,1 --json", ""),
    ("check", ""),
    ("paths", ""),
    ("graph", ""),
    ("schema", ""),
    ("card", ""),
    ("config show", ""),
    ("config path", ""),
    ("doctor", ""),
    ("completions fish", ""),
    ("man", ""),
    ("--help", ""),
    ("--version", ""),
    ("diary list", ""),
    ("diary export --format json", ""),
    ("report", ""),
    ("trial status", ""),
    // From here on something is written.
    ("log --pain 3 --note ouch", ""),
    ("diary", ""),
    ("diary edit 1 --pain 4", ""),
    ("diary remove 1", ""),
    ("diary undo", ""),
    ("trial start", ""),
    ("trial stop", ""),
    ("diary erase", "yes\n"),
    ("config init", ""),
];

/// How many of them write nothing.
pub fn reading() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let writes = |(line, _): &&(&str, &str)| !line.starts_with("log");
    EVERY_COMMAND.iter().take_while(writes)
}

/// A home with nothing in it.
pub struct House {
    /// The folder that is `HOME`.
    pub home: TempDir,
}

impl House {
    /// An empty one.
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        Self { home }
    }

    /// The program with this home and nothing else in its environment; `under`
    /// is started with it as its arguments.
    pub fn command(&self, under: &[&str], line: &str) -> Command {
        let program = env!("CARGO_BIN_EXE_uncramp");
        let mut words = under.iter().copied().chain([program]);
        let mut command = Command::new(words.next().unwrap());
        command.args(words).args(line.split_whitespace());
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", self.home.path());
        command.env("TERM", "xterm-256color");
        command.env("TZ", "UTC");
        // A voice that is tried asks for the sound server, which would keep its place in the home.
        command.env("PULSE_RUNTIME_PATH", std::env::temp_dir().join("uncramp-no-sound-server"));
        command.current_dir(self.home.path());
        command
    }

    /// Runs it on this input.
    pub fn run(&self, under: &[&str], line: &str, input: &str) -> Output {
        finish(&mut self.command(under, line), input)
    }

    /// Every file and folder in it, by their place in the home.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        collect(self.home.path(), &mut found);
        found.sort();
        let root = self.home.path();
        let inside = found.iter().map(|path| path.strip_prefix(root).unwrap());
        inside.map(Path::to_owned).collect()
    }
}

/// Fails unless the command line has ended well; what it said then is told.
#[track_caller]
pub fn ended_well(line: &str, output: &Output) {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{line}: {said}");
}

/// Writes a program of `sh`; gives its place.
///
/// By another process: what is open for writing here is so, for a moment, in whatever another
/// test is just starting too, and a file that is open for writing cannot be started.
pub fn program(folder: &Path, name: &str, script: &str) -> PathBuf {
    let program = folder.join(name);
    let mut write = Command::new("sh");
    write.args(["-c", r#"printf '#!/bin/sh\n%s\n' "$1" > "$0" && chmod 755 "$0""#]);
    write.arg(&program).arg(script);
    assert!(write.status().unwrap().success());
    program
}

/// Waits until this holds, and fails when it never does.
#[track_caller]
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let mut patience = Patience::new();
    while !holds() {
        assert!(!patience.ends(), "never: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Lets a session line by line run until all of these words were said, or to its end, and
/// leaves; gives what it printed.
pub fn until_said(command: &mut Command, words: &[&str]) -> String {
    let run = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut run = run.spawn().unwrap();
    let mut keys = run.stdin.take().unwrap();
    let mut told = String::new();
    let mut leaves = false;
    let mut lines = BufReader::new(run.stdout.take().unwrap());
    while lines.read_line(&mut told).unwrap() > 0 {
        if !leaves && words.iter().all(|word| told.contains(word)) {
            keys.write_all(b"q\n").unwrap();
            leaves = true;
        }
    }
    assert!(run.wait().unwrap().success());
    told
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        }
        found.push(path);
    }
}

/// What it printed or said, for a message.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_list_has_every_command() {
    let help = text(&House::new().run(&[], "--help", "").stdout);
    let from = help.find("Commands:\n").unwrap();
    let commands = help[from..].lines().skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> = commands
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.len() > 15, "{help}");
    for name in names {
        let is_it = |(line, _): &(&str, &str)| line.split(' ').next() == Some(name);
        assert!(EVERY_COMMAND.iter().any(is_it), "{name}");
    }
}
