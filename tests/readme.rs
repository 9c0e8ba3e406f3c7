//! The README and the documents keep their word: their commands run, and what they name is there.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use uncramp::app::keymap::{self, Context};
use uncramp::config::table::SETTINGS;

const README: &str = include_str!("../README.md");

/// The README and every document.
const DOCUMENTS: &str = concat!(
    include_str!("../README.md"),
    include_str!("../docs/reference.md"),
    include_str!("../docs/guides.md"),
    include_str!("../docs/architecture.md"),
    include_str!("../docs/promises.md"),
    include_str!("../docs/speed.md"),
);

/// What stands between backticks in the text, without the blocks of code.
fn spans() -> Vec<&'static str> {
    let text = DOCUMENTS.split("```").step_by(2);
    text.flat_map(|part| part.split('`').skip(1).step_by(2)).collect()
}

/// The lines of the blocks of code, without their remarks.
fn lines() -> Vec<&'static str> {
    let blocks = DOCUMENTS.split("```").skip(1).step_by(2);
    blocks
        .flat_map(|block| block.lines().skip(1))
        .filter_map(|line| line.split('#').next().map(str::trim))
        .filter(|line| !line.is_empty())
        .collect()
}

/// Every command of this program that the README shows.
fn commands() -> Vec<&'static str> {
    let all: BTreeSet<&str> = spans().into_iter().chain(lines()).collect();
    all.into_iter().filter(|said| *said == "uncramp" || said.starts_with("uncramp ")).collect()
}

/// The words of a command as a reader would type them.
fn typed(command: &str) -> Vec<&str> {
    let words = command.split_whitespace().skip(1).map(|word| match word {
        "csv|json|md" => "json",
        "FILE" => "diary.json",
        "WORDS" => "flat feet",
        // The number of the entry that the test has logged.
        "12" => "1",
        other => other,
    });
    words.collect()
}

fn run(home: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_uncramp"))
        .args(arguments)
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("TZ", "UTC")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&said).into_owned())
}

/// What a command that opens the screen says where there is none.
const NEEDS_A_SCREEN: [&str; 3] = ["uncramp", "uncramp standby", "uncramp stretch"];

#[test]
fn every_command_of_the_readme_does_what_it_is_for() {
    let commands = commands();
    assert!(commands.len() > 20, "{commands:?}");
    // Those that run a session take its time.
    thread::scope(|scope| {
        for command in commands {
            scope.spawn(move || does_what_it_is_for(command));
        }
    });
}

fn does_what_it_is_for(command: &str) {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    fs::copy("tests/guides/good/stiff-neck.yaml", home.join("my.yaml")).unwrap();
    assert_eq!(run(home, &["log"]).0, Some(0));
    let (_, diary) = run(home, &["diary", "export", "--format", "json"]);
    fs::write(home.join("diary.json"), diary).unwrap();
    let mut words = typed(command);
    if command.starts_with("uncramp trial status") {
        assert_eq!(run(home, &["trial", "start"]).0, Some(0));
    }
    if command == "uncramp log --none" || command == "uncramp diary erase" {
        // A night with a cramp is not a quiet one, and erasing asks for a yes.
        assert_eq!(run(home, &["diary", "remove", "1"]).0, Some(0));
    }
    let opens_a_screen = NEEDS_A_SCREEN.contains(&command) || words == ["--guide", "my.yaml"];
    if opens_a_screen {
        let (status, said) = run(home, &words);
        assert_eq!(status, Some(4), "{command}: {said}");
        assert!(said.contains("--plain"), "{command}: {said}");
        if words == ["stretch"] {
            words.extend(["--hold", "1", "--rest", "1", "--ready", "1", "--repeat", "1"]);
        }
        words.push("--plain");
    }
    let (status, said) = run(home, &words);
    if command.starts_with("uncramp diary edit") {
        // It asks; where nobody can answer it names the options.
        assert_eq!(status, Some(2), "{command}: {said}");
        words.extend(["--pain", "6"]);
        assert_eq!(run(home, &words).0, Some(0));
        return;
    }
    assert_eq!(status, Some(0), "{command}: {said}");
    assert!(!said.trim().is_empty(), "{command} says nothing");
}

#[test]
fn the_guide_of_the_documents_has_no_mistake() {
    let (_, guide) = DOCUMENTS.split_once("```yaml\n").unwrap();
    let (guide, _) = guide.split_once("```").unwrap();
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("my.yaml"), guide).unwrap();
    let (status, said) = run(home.path(), &["check", "my.yaml", "--strict"]);
    assert_eq!(status, Some(0), "{said}");
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let under = |heading: &str| {
        let (_, table) = manifest.split_once(heading).unwrap();
        let names = table.lines().skip(1).take_while(|line| !line.is_empty());
        let names = names.filter_map(|line| line.split(' ').next());
        names.collect::<BTreeSet<&str>>()
    };
    let mut crates = under("\n[dependencies]");
    for system in ["unix", "windows"] {
        crates.extend(under(&format!("\n[target.'cfg({system})'.dependencies]")));
    }
    let for_tests = under("\n[dev-dependencies]");
    let architecture = include_str!("../docs/architecture.md");
    let (_, reasons) = architecture.split_once("## Dependencies").unwrap();
    let named: BTreeSet<&str> = reasons.split('`').skip(1).step_by(2).collect();
    assert!(crates.len() > 10 && for_tests.len() > 3);
    for name in crates.iter().chain(&for_tests) {
        assert!(named.contains(name), "{name} has no reason");
    }
    // And no reason is left of a crate that has gone.
    let rows = reasons.lines().filter(|line| line.starts_with("| `"));
    let first = rows.filter_map(|row| row.split('`').nth(1));
    for name in first {
        assert!(crates.contains(name), "{name} is no dependency");
    }
}

#[test]
fn the_readme_is_read_in_one_go() {
    assert!(README.lines().count() <= 150);
}

#[test]
fn the_two_commands_at_the_top_are_the_ones_for_a_fresh_clone() {
    assert_eq!(lines()[..2], ["cargo run --release", "cargo test"]);
    let ci = fs::read_to_string(".ci/run").unwrap();
    assert!(ci.lines().any(|line| line == "cargo test"));
}

#[test]
fn every_option_of_the_readme_is_in_the_help() {
    let home = tempfile::tempdir().unwrap();
    let mut help = run(home.path(), &["--help"]).1;
    for command in [
        "log",
        "stretch",
        "report",
        "answer",
        "check",
        "diary export",
        "diary import",
        "now",
        "paths",
        "graph",
        "standby",
    ] {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        help.push_str(&run(home.path(), &words).1);
    }
    help.push_str(&run(home.path(), &["diary", "edit", "--help"]).1);
    let options = spans().into_iter().flat_map(str::split_whitespace);
    let options: BTreeSet<&str> = options.filter(|word| word.starts_with("--")).collect();
    assert!(options.len() > 10, "{options:?}");
    // Of cargo, and of a script of ours.
    let others = [
        "--path",
        "--example",
        "--test",
        "--lib",
        "--bench",
        "--release",
        "--ignored",
        "--nocapture",
        "--profile",
        "--locked",
        "--sanitizer",
        "--keep",
    ];
    for option in options {
        let known = help.contains(option) || others.contains(&option) || option == "--";
        assert!(known, "{option} is in no help");
    }
}

#[test]
fn every_file_and_folder_of_the_readme_is_there() {
    let is_path = |span: &&str| {
        let whole = span.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
        let ends = [".rs", ".yaml", ".json", ".svg", ".sh", ".toml"];
        whole && (span.ends_with('/') || ends.iter().any(|end| span.ends_with(end)))
    };
    // What stands in the reader's home.
    let elsewhere = ["my.yaml", "config.yaml"];
    let paths: Vec<&str> = spans().into_iter().filter(is_path).collect();
    assert!(paths.len() > 10, "{paths:?}");
    for path in paths {
        let there = Path::new(path).exists() || Path::new("src").join(path).exists();
        assert!(there || elsewhere.contains(&path), "{path} is nowhere");
    }
    let pictures = README.split("](docs/").skip(1);
    for picture in pictures.map(|rest| rest.split(')').next().unwrap()) {
        assert!(Path::new("docs").join(picture).exists(), "{picture}");
    }
}

#[test]
fn every_part_of_the_program_has_its_job_said() {
    let named = spans();
    for line in include_str!("../src/lib.rs").lines() {
        let Some(part) = line.strip_prefix("pub mod ") else {
            continue;
        };
        let part = part.trim_end_matches(';');
        let places = [format!("{part}.rs"), format!("{part}/")];
        assert!(
            places.iter().any(|place| named.contains(&place.as_str())),
            "nothing says what {part} is for"
        );
    }
}

#[test]
fn every_setting_stands_in_the_reference() {
    let (_, settings) = include_str!("../docs/reference.md").split_once("## Settings").unwrap();
    let (settings, _) = settings.split_once("\n## ").unwrap();
    let named: BTreeSet<&str> = settings.split('`').skip(1).step_by(2).collect();
    for setting in &SETTINGS {
        assert!(named.contains(setting.name), "{} is missing", setting.name);
    }
}

/// The rows of the table of keys: where they hold, and the keys.
fn rows_of_keys() -> Vec<(Vec<Context>, BTreeSet<String>)> {
    let (_, keys) = README.split_once("## Keys").unwrap();
    let rows = keys.lines().filter(|line| line.starts_with("| ")).skip(1).take(5);
    let row = |line: &str| {
        let contexts = match line.split(" | ").next().unwrap() {
            "| guide" => vec![Context::Guide],
            "| diary" => vec![Context::Diary],
            "| timer" => vec![Context::Timer],
            "| rescue" => vec![Context::Rescue],
            _ => Context::ALL.to_vec(),
        };
        let named = line.split('`').skip(1).step_by(2);
        let named = named.flat_map(|key| match key.split_once('-') {
            Some((first, last)) if first.len() == 1 && last.len() == 1 => vec![first, last],
            _ => vec![key],
        });
        (contexts, named.map(|key| key.replace("Del", "Delete")).collect())
    };
    rows.map(row).collect()
}

fn keys_in(contexts: &[Context]) -> BTreeSet<String> {
    let rows = contexts.iter().flat_map(|context| keymap::bindings(*context));
    rows.flat_map(|row| row.keys).map(ToString::to_string).collect()
}

#[test]
fn every_key_of_the_readme_works_where_it_stands() {
    let rows = rows_of_keys();
    assert_eq!(rows.len(), 5, "{rows:?}");
    for (contexts, named) in rows {
        let bound = keys_in(&contexts);
        let missing: Vec<&String> = named.difference(&bound).collect();
        assert!(missing.is_empty(), "{contexts:?} has no {missing:?}");
    }
}

#[test]
fn every_key_stands_in_the_readme() {
    let rows = rows_of_keys();
    let everywhere = &rows[0].1;
    for (contexts, named) in &rows[1..] {
        // Digits and arrows stand there as ranges and words.
        let letters = keys_in(contexts).into_iter();
        let letters = letters.filter(|key| key.len() == 1 && !key.starts_with(char::is_numeric));
        for letter in letters {
            let is_named = named.contains(&letter) || everywhere.contains(&letter);
            assert!(is_named, "`{letter}` of {contexts:?} is missing");
        }
    }
}

/// Whether a test in this folder has this in its name.
fn has_test_named(folder: &Path, part: &str) -> bool {
    let files = fs::read_dir(folder).unwrap().flatten();
    let codes = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    codes.into_iter().any(|code| {
        let mut tests = code.split("#[test]\n").skip(1);
        tests.any(|test| test.lines().next().is_some_and(|name| name.contains(part)))
    })
}

#[test]
fn every_test_that_the_readme_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = 0;
    for command in spans() {
        let words: Vec<&str> = command.split_whitespace().collect();
        let after = |option| {
            let at = words.iter().position(|word| *word == option)?;
            words.get(at + 1).copied()
        };
        if let Some(bench) = after("--bench") {
            let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
            assert!(manifest.contains(&format!("[[bench]]\nname = \"{bench}\"")), "{command}");
        }
        let Some(test) = after("--test").filter(|_| command.starts_with("cargo test")) else {
            continue;
        };
        assert!(root.join(format!("tests/{test}.rs")).exists(), "{command}");
        named += 1;
        let parts = words.iter().skip(2).filter(|word| !word.starts_with("--"));
        for part in parts.filter(|word| **word != test) {
            let folder = root.join(format!("tests/{test}"));
            let module = folder.join(format!("{part}.rs"));
            let code = fs::read_to_string(module).unwrap_or_default();
            let is_there = code.contains("#[test]") || has_test_named(&folder, part);
            assert!(is_there, "{command}: no tests of {part}");
        }
    }
    assert!(named > 10, "{named}");
}
