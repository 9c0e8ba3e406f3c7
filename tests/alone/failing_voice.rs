//! A voice that is there and does not work: told once, and the next one speaks.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// A program of this name that runs this script.
fn program(folder: &Path, name: &str, script: &str) {
    let file = folder.join(name);
    fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(file, Permissions::from_mode(0o755)).unwrap();
}

/// What the program prints where only these voices are installed, and what was said.
fn run(voices: &[(&str, &str)], arguments: &[&str]) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let said = folder.path().join("said");
    for (name, script) in voices {
        let script = script.replace("SAID", &said.display().to_string());
        program(folder.path(), name, &script);
    }
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    let output = Command::new(env!("CARGO_BIN_EXE_uncramp"))
        .args(arguments)
        .env_clear()
        .env("PATH", path)
        .env("HOME", folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    (printed, fs::read_to_string(said).unwrap_or_default())
}

/// What comes of each of these scripts: a session is waited for, not worked for.
fn at_once<T: Send, const N: usize>(scripts: [&str; N], run: impl Fn(&str) -> T + Sync) -> Vec<T> {
    let run = &run;
    thread::scope(|scope| {
        let sessions = scripts.map(|script| scope.spawn(move || run(script)));
        sessions.into_iter().map(|session| session.join().unwrap()).collect()
    })
}

const SESSION: &[&str] = &[
    "--plain", "stretch", "--no-log", "--voice", "auto", "--ready", "2", "--hold", "1", "--rest",
    "0", "--repeat", "1",
];

const WORKS: (&str, &str) = ("espeak-ng", "echo \"$1\" >> SAID");

#[test]
fn a_voice_that_fails_is_told_once_and_the_next_one_speaks() {
    let fails = ["exit 1", "head -c 1000000 /dev/zero; exit 1", "sleep 0.3; kill -9 $$"];
    let session = |fails: &str| run(&[("spd-say", fails), WORKS], SESSION);
    for (fails, (printed, said)) in fails.into_iter().zip(at_once(fails, session)) {
        let told = printed.matches("`spd-say` does not work here").count();
        assert_eq!(told, 1, "{fails}: {printed}");
        assert!(!said.is_empty(), "{fails}");
    }
}

#[test]
fn a_sound_that_fails_is_told_once() {
    let sound = |script: &str| {
        let mut line = SESSION.to_vec();
        line[3..5].copy_from_slice(&["--sound", "my-sound"]);
        run(&[("my-sound", script)], &line).0.matches("`my-sound` does not work here").count()
    };
    assert_eq!(at_once(["exit 1", "exit 0"], sound), [1, 0]);
}

#[test]
fn doctor_tries_the_voices() {
    let (printed, _) = run(&[("spd-say", "exit 1"), WORKS], &["doctor"]);
    assert!(printed.contains("espeak-ng (spd-say does not work here)"), "{printed}");
    let hangs = ("espeak-ng", "trap '' TERM; sleep 60");
    let (printed, _) = run(&[("spd-say", "exit 1"), hangs], &["doctor"]);
    assert!(printed.contains("spd-say and espeak-ng do not work here"), "{printed}");
}

#[test]
fn a_word_that_means_on_or_off_is_no_program() {
    for (word, voice, sound) in
        [("yes", "auto", "bell"), ("ON", "auto", "bell"), ("no", "off", "off")]
    {
        let (printed, _) = run(&[], &["--voice", word, "--sound", word, "config", "show"]);
        let shown = printed.contains(&format!("voice: {voice}\n"));
        assert!(shown && printed.contains(&format!("sound: {sound}\n")), "{word}: {printed}");
    }
    let (printed, _) = run(&[], &["--voice", "yes please", "list"]);
    assert!(printed.contains("write off, auto, or a command"), "{printed}");
}
