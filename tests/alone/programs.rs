//! Programs of the reader's choice are started without a shell; a guide starts none.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::house::{House, finish, program, text, until};

/// A guide whose words would do harm in a shell, with a routine of four seconds.
pub const GUIDE: &str = "schema: 1
title: \"$(touch pwned-1)\"
version: '1'
language: en
notice: \"`touch pwned-2`\"
start: home
bedtime: short
sources: {book: {title: A book, by: Me, url: \"https://example.org\"}}
nodes:
  home: {kind: topic, title: \"; touch pwned-3\", text: \"$(touch pwned-4)\"}
stretches:
  wall:
    title: \"$(touch pwned-5) '; touch pwned-6; '\"
    muscle: calf
    pose: standing
    setup: Stand.
    move: Lean.
    feel: A pull.
    avoid: Haste.
    stop_if: It hurts.
    sources: [book]
routines:
  short:
    title: \"| touch pwned-7\"
    text: Short.
    evidence: expert
    sources: [book]
    ready: 1s
    change: 1s
    steps: [{stretch: wall, sides: alternate, hold: 1s, rest: 1s, repeat: 1}]
";

/// A program that notes its arguments, one a line, and what it can reach.
fn recorder(folder: &Path) -> (PathBuf, PathBuf) {
    let notes = folder.join("notes");
    let script = format!(
        "for word; do echo \"<$word>\" >> '{}'; done\nread line && echo INPUT >> '{0}'\necho STRAY; echo STRAY >&2; echo END >> '{0}'",
        notes.display()
    );
    (program(folder, "recorder", &script), notes)
}

#[test]
fn a_voice_is_started_without_a_shell_and_hears_each_sentence_as_one_word() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let (program, notes) = recorder(tools.path());
    let guide = tools.path().join("guide.yaml");
    fs::write(&guide, GUIDE).unwrap();
    let mut command = house.command(&[], "stretch --plain --no-log");
    command.arg("--guide").arg(&guide);
    let asked = format!("{} ;touch pwned-8 '$(touch pwned-9)' >pwned-10", program.display());
    command.arg("--voice").arg(&asked);
    // Each sentence ends the one before: the first gets the time that it needs.
    command.args(["--ready", "300"]).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut run = command.spawn().unwrap();
    let mut heard = String::new();
    until("it speaks", || {
        heard = fs::read_to_string(&notes).unwrap_or_default();
        heard.ends_with("END\n")
    });
    run.stdin.take().unwrap().write_all(b"q\n").unwrap();
    let output = run.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    // The words after the program are words, and what is said is one more.
    for word in ["<;touch>", "<pwned-8>", "<$(touch pwned-9)>", "<>pwned-10>"] {
        assert!(heard.contains(word), "{word} in {heard}");
    }
    assert!(heard.lines().any(|line| line.contains(' ') && line.contains("eg")), "{heard}");
    assert!(!heard.contains("INPUT"), "it can read our keys");
    assert!(!text(&output.stdout).contains("STRAY"), "it writes on our screen");
    assert!(!text(&output.stderr).contains("STRAY"), "it writes on our screen");
    assert!(house.files().is_empty(), "{:?}", house.files());
}

#[test]
fn a_guide_names_no_program_and_none_is_started_for_it() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let (program, notes) = recorder(tools.path());
    let guide = tools.path().join("guide.yaml");
    for key in ["voice", "sound"] {
        let wish = format!("    text: Short.\n    {key}: {}\n", program.display());
        fs::write(&guide, GUIDE.replace("    text: Short.\n", &wish)).unwrap();
        let output = house.run(&[], &format!("check {}", guide.display()), "");
        assert_eq!(output.status.code(), Some(3), "{key}");
        assert!(text(&output.stdout).contains("[unknown-word]"), "{}", text(&output.stdout));
    }
    // Not even where a guide asks for a voice: without a wish of the reader the
    // first known voice is looked for, never a name from the file.
    fs::write(&guide, GUIDE).unwrap();
    for line in ["stretch --plain --no-log", "list", "show home", "card", "now", "--plain"] {
        let mut command = house.command(&[], line);
        command.arg("--guide").arg(&guide);
        let output = finish(&mut command, "q\n");
        assert_eq!(output.status.code(), Some(0), "{line}: {}", text(&output.stderr));
    }
    assert!(!notes.exists());
    assert!(house.files().is_empty(), "{:?}", house.files());
}

#[test]
fn only_voice_notification_and_wakefulness_start_programs_and_none_a_shell() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut starters = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(&path).unwrap_or_default();
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            if code.contains("Command::new") && code.contains("std::process") {
                let name = path.strip_prefix(&src).unwrap().display().to_string();
                for shell in ["\"sh\"", "\"bash\"", "\"/bin/sh\"", "\"-c\""] {
                    assert!(!code.contains(shell), "{name} names {shell}");
                }
                starters.push(name);
            }
        }
    }
    starters.sort();
    assert_eq!(starters, ["runtime/programs/child.rs"]);
}
