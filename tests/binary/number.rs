//! The number to call stands wherever a guide leaves room for it, in print and line by line.

use std::io::Write;
use std::process::Stdio;

use crate::shell::{file, program, stdout};

const GUIDE: &str = "tests/guides/number.yaml";
/// The stars mean something in small Markdown, and must show all the same.
const NUMBER: &str = "*31*112";

#[test]
fn the_number_to_call_is_in_everything_that_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let line = format!("emergency_number: \"{NUMBER}\"\n");
    let config = file(folder.path(), "config.yaml", &line);
    for arguments in [
        "show home",
        "show ask",
        "show cause",
        "show after",
        "show routine",
        "show pull",
        "search meaning",
        "search cause",
        "card",
        "list",
        "now",
        "answer 1,1",
        "show cause --json",
        "show pull --json",
        "list --json",
        "search cause --json",
        "answer 1,1 --json",
        "-V",
    ] {
        let flags = ["--guide", GUIDE, "--config", &config];
        let arguments = arguments.split(' ');
        let output = program().args(flags).args(arguments.clone()).output();
        let text = stdout(&output.unwrap());
        let line: Vec<&str> = arguments.collect();
        let shown = text.replace("\\\\", "");
        assert!(shown.contains(NUMBER), "{line:?}: {text}");
        assert!(!text.to_lowercase().contains("{emergency}"), "{line:?}: {text}");
    }
    // Without a number there are words for it.
    let plain = program().args(["--guide", GUIDE, "show", "ask"]).output();
    let text = stdout(&plain.unwrap());
    assert!(text.contains("Yes, your local emergency number"), "{text}");
}

#[test]
fn the_number_to_call_is_said_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let line = format!("emergency_number: \"{NUMBER}\"\n");
    let config = file(folder.path(), "config.yaml", &line);
    let mut child = program()
        .args(["--plain", "--guide", GUIDE, "--config", &config])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let keys = b"1\n1\na\nb\ni\nb\ns\n\nb\nc\n\nq\n";
    child.stdin.take().unwrap().write_all(keys).unwrap();
    let text = stdout(&child.wait_with_output().unwrap());
    for words in ["Yes, ", "Question ", "Cause ", "Hurt? ", "Stretch ", "Sit, ", "Pull, "] {
        assert!(text.contains(&format!("{words}{NUMBER}")), "{words}: {text}");
    }
    assert!(!text.contains("{emergency}"), "{text}");
}
