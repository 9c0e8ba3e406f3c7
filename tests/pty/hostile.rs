//! A guide whose words try to steer the terminal or break the layout.

use std::process::Command;

use uncramp::text::is_unsafe;

use crate::finish::finish;
use crate::terminal::{Start, Window};
use crate::traces::{Sequence, frames, left_on, sequences};

/// Text for every place of a guide: written as entities, so that the file
/// itself is accepted; wide, combining, joined and without any break.
const WORDS: &[&str] = &[
    "&#27;[2J&#27;]0;gone&#7;&#155;31m",
    "a&#x202e;b&#x2066;c&#x200f;d&#xfeff;e",
    "\u{30ad}\u{30e3}\u{30f3}\u{30d7}\u{ff21}\u{1f9b5}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "e\u{301}\u{302}\u{303}\u{304}o\u{20dd}\u{0e01}\u{0e33}\u{ad}\u{a0}x\u{fe0f}",
    "\u{5d0}\u{5d1}\u{5d2} \u{627}\u{644}\u{633}\u{644}\u{627}\u{645}",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
];

/// Every place of a guide that takes words of the author.
const GUIDE: &str = r#"schema: 1
version: '1'
language: en
start: home
danger: signs
bedtime: short
title: "WORDS"
notice: "WORDS"
sources: {book: {title: "WORDS", by: "WORDS", url: "https://example.org"}}
glossary: {term: "WORDS"}
nodes:
  home:
    kind: menu
    title: "WORDS"
    text: "WORDS"
    options:
      - {label: "WORDS", to: page}
      - {label: "WORDS", to: signs}
      - {label: now, to: "@rescue"}
    see_also: [cause]
  signs: {kind: menu, title: "WORDS", options: [{label: "WORDS", to: danger}]}
  page:
    kind: relief
    title: "WORDS"
    text: "WORDS"
    routine: short
    steps: ["WORDS", "WORDS"]
    care: self-care
    evidence: weak
    sources: [book]
  danger: {kind: warning, title: "WORDS", text: "WORDS", steps: ["WORDS"], care: urgent, evidence: good, sources: [book]}
  cause: {kind: cause, title: "WORDS", text: "WORDS", relief: [page], care: routine, evidence: mixed, sources: [book]}
stretches:
  wall:
    title: "WORDS"
    muscle: calf
    pose: standing
    setup: "WORDS"
    move: "WORDS"
    feel: "WORDS"
    avoid: "WORDS"
    stop_if: "WORDS"
    sources: [book]
routines:
  short:
    title: "WORDS"
    text: "WORDS"
    evidence: expert
    sources: [book]
    ready: 2s
    change: 1s
    steps: [{stretch: wall, sides: alternate, hold: 5s, rest: 1s, repeat: 1}]
"#;

/// A guide with two of the words in each place, others in the next.
fn guide() -> String {
    let mut words = WORDS.iter().cycle();
    let parts: Vec<&str> = GUIDE.split("WORDS").collect();
    let mut text = parts[0].to_owned();
    for part in &parts[1..] {
        for word in words.by_ref().take(2) {
            text.push_str(word);
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}

/// A file with that guide, in a folder that lives as long as it.
fn file() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.yaml");
    std::fs::write(&path, guide()).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

#[track_caller]
fn is_harmless(text: &str, what: &str) {
    let bad = text.chars().find(|c| !matches!(c, '\n' | '\r') && is_unsafe(*c));
    assert_eq!(bad, None, "{what}: {text:?}");
}

#[test]
fn no_command_prints_anything_of_a_guide_that_could_steer_a_terminal() {
    let (_folder, path) = file();
    for line in [
        "list",
        "list --json",
        "show home",
        "show page",
        "show danger",
        "show cause",
        "show wall",
        "show short",
        "show short --json",
        "search e",
        "search w --json",
        "answer 1",
        "answer 2 --json",
        "card",
        "now",
        "graph",
        "graph --format dot",
        "paths",
        "paths --list",
        "check",
        "check --json",
        "doctor",
        "stretch --dry-run",
        "stretch --dry-run --json",
        "stretch --plain --no-log",
        "--plain",
        "--plain --ascii",
        "-V",
    ] {
        let arguments = ["--guide", &path, "--no-save"];
        says_only_harmless_things(&arguments, line, "1\n?\n/w\nb\ne\nb\nc\nq\nq\n");
    }
}

/// Runs the program with these arguments and those of the line; gives what it printed.
#[track_caller]
fn says_only_harmless_things(arguments: &[&str], line: &str, input: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    command.args(arguments).args(line.split(' '));
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    let output = finish(&mut command, input);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (printed, said) = (text(output.stdout), text(output.stderr));
    assert!(output.status.success(), "{line}: {:?} {said}", output.status);
    is_harmless(&said, line);
    is_harmless(&printed, line);
    printed
}

#[test]
fn what_is_given_to_the_program_comes_back_harmless() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a\u{1b}[2J\u{202e}b.yaml");
    std::fs::write(&path, guide()).unwrap();
    let path = path.display().to_string();
    let config = folder.path().join("c\u{1b}[2J\u{202e}.yaml");
    std::fs::write(&config, "sound: \"a\\e[2J\\u202e9\"\n").unwrap();
    let given = ["--guide", &path, "--config", config.to_str().unwrap(), "--no-save"];
    let lines = ["-V", "doctor", "doctor --json", "check", "check --json", "show danger", "config"];
    for line in lines.into_iter().chain(["search zzzz\u{1b}[2J\u{202e}z", "--plain"]) {
        says_only_harmless_things(&given, line, "\u{1b}[2J\u{202e}\n/\u{1b}[2J\u{202e}zz\nq\nq\n");
    }
    std::fs::write(&config, "emergency_number: \"9\\e[2J\\u202e9\"\n").unwrap();
    let wrong = "\u{1b}[2J\u{202e}";
    for arguments in
        [&given[..], &[wrong], &["show", wrong], &["--guide", wrong], &["diary", "import", wrong]]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
        let output = finish(command.args(arguments), "");
        assert!(!output.status.success(), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains('\u{fffd}'), "{said}");
        is_harmless(&said, "what was wrong");
    }
}

#[test]
fn what_the_diary_keeps_of_a_guide_is_harmless_too() {
    let (folder, path) = file();
    let data = folder.path().join("data").display().to_string();
    let arguments = ["--guide", &path, "--data-dir", &data];
    let run = |line: &str, input| says_only_harmless_things(&arguments, line, input);
    run("stretch --plain --ready 0 --hold 1 --rest 0", "");
    // A danger sign is answered, which the diary notes with its title.
    run("--plain", "2\n1\nq\n");
    let kept = run("diary list", "");
    assert!(kept.contains("short"), "{kept}");
    for line in ["diary", "report", "report --format md", "trial status"] {
        run(line, "");
    }
    for format in ["csv", "json", "md"] {
        run(&format!("diary export --format {format}"), "");
    }
}

/// Every kind of screen, by keys from the first page.
const TOUR: &[&str] = &[
    "1", "i", "\x1b", "p", "s", "\r", "\x1b[6~", " ", " ", "\x1b", "e", "\x1b", "/w", "\r", "\x1b",
    "?", "\x1b", "c", "\x1b", "\t", "\x1b",
];

/// The page drawn anew in another size and back is what stood there: nothing of
/// an earlier screen was left and nothing is where the terminal does not have it.
#[track_caller]
fn is_drawn_whole(window: &mut Window, (width, height): (u16, u16), keys: &str) {
    let before = window.settle().text();
    for width in [width + 1, width] {
        let sent = window.sent();
        window.resize(width, height).settle();
        assert!(window.sent() > sent, "{width}x{height} draws nothing");
    }
    let after = window.text();
    let still = |text: &str| {
        let text: String = text.chars().filter(|c| !c.is_ascii_digit()).collect();
        text
    };
    assert_eq!(still(&before), still(&after), "after {keys:?} at {width}x{height}");
}

#[test]
fn no_screen_sends_anything_of_a_guide_raw_or_loses_its_shape() {
    let (_folder, path) = file();
    for size in [(80, 24), (120, 36), (40, 10)] {
        let args = ["--guide", &path, "--no-save", "--reduced-motion"];
        let mut window =
            Start::new(&args).with_signals_of_the_window().sized(size.0, size.1).open();
        window.until("the screen", |window| window.screen().alternate_screen());
        for keys in TOUR {
            window.send(keys);
            // The clock of a running session moves on while we look.
            if !matches!(*keys, "\r" | "\x1b[6~" | " " | "c") {
                is_drawn_whole(&mut window, size, keys);
            }
            window.settle();
        }
        window.send([3]);
        assert_eq!(window.exit_code(), 130);
        let bytes = window.bytes();
        let left = left_on(&bytes);
        assert!(left.is_empty(), "{left:?}");
        frames(&bytes);
        let text = String::from_utf8(bytes.clone()).unwrap();
        // The usual letters are asked for once, on entering.
        let bad =
            text.chars().find(|c| !matches!(c, '\u{1b}' | '\n' | '\r' | '\u{f}') && is_unsafe(*c));
        assert_eq!(bad, None);
        for sequence in sequences(&bytes) {
            if let Sequence::Osc(title) = &sequence {
                assert!(title.starts_with("2;"), "{title:?}");
                is_harmless(title, "title");
            }
            assert!(!matches!(sequence, Sequence::Other(_)), "{sequence:?}");
        }
        assert!(text.contains('\u{fffd}'), "the words were never shown");
    }
}
