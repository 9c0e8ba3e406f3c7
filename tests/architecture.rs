//! The house rules that no compiler knows: which part may know which, how long
//! a file or a function may be, and what files are called.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

#[path = "architecture/sentences.rs"]
mod sentences;
#[path = "architecture/sizes.rs"]
mod sizes;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The parts that know no terminal, file, database, clock or environment.
const CORE: &[&str] = &["guide", "stretch", "figure", "app", "diary"];

/// The parts of the program, each above all that it may know.
const ORDER: &[&str] = &[
    "words", "text", "guide", "stretch", "figure", "diary", "app", "ui", "runtime", "plain", "cli",
    "config", "commands",
];

/// The edge of the diary, which is not part of its core.
const DIARY_EDGE: [&str; 2] = ["src/diary/store", "src/diary/service"];

struct Source {
    /// From the root of the repository.
    path: String,
    text: String,
}

impl Source {
    /// Its first part below `src`: `guide` for `src/guide.rs` and `src/guide/…`.
    fn part(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let end = below.find(['/', '.']).unwrap_or(below.len());
        &below[..end]
    }

    /// Line number from 1 and text of every line that is code of the program:
    /// no comments, no tests.
    fn code(&self) -> Vec<(usize, &str)> {
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return Vec::new();
        }
        let code = self.text.lines().enumerate().map(|(n, line)| (n + 1, line));
        code.take_while(|(_, line)| *line != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .collect()
    }

    fn is_core(&self) -> bool {
        CORE.contains(&self.part()) && !DIARY_EDGE.iter().any(|edge| self.path.starts_with(edge))
    }
}

fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join(folder), &mut found);
    found.sort();
    found
        .into_iter()
        .map(|file| Source {
            text: fs::read_to_string(&file).unwrap(),
            path: file.strip_prefix(root).unwrap().display().to_string(),
        })
        .collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn all() -> Vec<Source> {
    ["src", "tests"].into_iter().flat_map(sources).collect()
}

/// Every line of these files that holds one of these words.
fn mentions(files: impl Fn(&Source) -> bool, words: &[&str]) -> Vec<String> {
    sources("src")
        .iter()
        .filter(|source| files(source))
        .flat_map(|source| {
            let bad = |line: &str| words.iter().any(|word| holds(line, word));
            let lines = source.code().into_iter();
            lines
                .filter(|(_, line)| bad(line))
                .map(|(n, line)| format!("{}:{n}: {}", source.path, line.trim()))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Whether the line holds the word, not as the beginning or end of a longer one.
fn holds(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part)
    })
}

#[track_caller]
fn none(what: &str, offenders: &[String]) {
    assert!(offenders.is_empty(), "{what}:\n{}", offenders.join("\n"));
}

#[test]
fn the_core_knows_no_terminal() {
    let found = mentions(Source::is_core, &["ratatui", "crossterm", "rustix", "signal_hook"]);
    none("the core names a terminal", &found);
}

#[test]
fn the_core_knows_no_files_no_environment_and_no_clock() {
    let words = [
        "std::fs",
        "std::env",
        "std::process",
        "std::thread",
        "std::net",
        "Instant",
        "SystemTime",
        "Zoned::now",
        "Timestamp::now",
        "rusqlite",
    ];
    none("the core reaches outside", &mentions(Source::is_core, &words));
}

#[test]
fn the_core_knows_nothing_of_the_database() {
    let found = mentions(Source::is_core, &["crate::diary::store", "super::store"]);
    none("the core knows where the diary lies", &found);
}

#[test]
fn each_part_knows_only_what_lies_below_it() {
    let height = |part: &str| ORDER.iter().position(|known| *known == part);
    let mut found = Vec::new();
    for source in sources("src") {
        let part = source.part();
        if matches!(part, "main" | "lib") {
            continue;
        }
        let own = height(part);
        assert!(own.is_some(), "{part} has no place in the order");
        for (n, line) in source.code() {
            // Files have rights, and the diary is one: its edge knows the runtime's systems.
            let is_edge = DIARY_EDGE.iter().any(|edge| source.path.starts_with(edge));
            let may_know = |named: &str| is_edge && named == "runtime";
            let above = named(line)
                .filter(|named| *named != part && height(named) >= own && !may_know(named));
            found.extend(above.map(|above| format!("{}:{n}: {above}", source.path)));
        }
    }
    none("a part knows one above it", &found);
}

/// The parts that a line of code names.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric());
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[test]
fn the_screen_reads_the_state_and_writes_a_frame_and_nothing_else() {
    let is_ui = |source: &Source| source.part() == "ui";
    let words = [
        "&mut State",
        "std::fs",
        "std::env",
        "std::io",
        "std::process",
        "std::thread",
        "Instant",
        "SystemTime",
        "Zoned::now",
        "crate::runtime",
        "crate::commands",
        "crate::diary::store",
        "crate::diary::service",
    ];
    none("the screen does more than draw", &mentions(is_ui, &words));
}

#[test]
fn plain_mode_knows_no_screen() {
    let is_plain = |source: &Source| source.part() == "plain";
    let words = ["ratatui", "crossterm", "crate::ui"];
    none("plain mode names a screen", &mentions(is_plain, &words));
}

#[test]
fn only_the_runtime_names_the_terminal_library() {
    let other = |source: &Source| source.part() != "runtime";
    let words = ["crossterm", "ratatui::Terminal", "ratatui::backend"];
    none("a terminal outside the edge", &mentions(other, &words));
}

#[test]
fn what_differs_by_system_is_in_one_file_for_each() {
    let other = |source: &Source| {
        !matches!(
            source.path.as_str(),
            "src/runtime/unix.rs" | "src/runtime/windows.rs" | "src/runtime.rs"
        )
    };
    let words = [
        "rustix",
        "signal_hook",
        "ctrlc",
        "os::unix",
        "os::windows",
        "cfg(unix)",
        "cfg(windows)",
        "target_os",
    ];
    none("a system outside its file", &mentions(other, &words));
}

#[test]
fn the_state_is_changed_by_update_alone() {
    let is_update = |source: &Source| source.path.starts_with("src/app/update");
    // The loop only hands it on.
    let other = |source: &Source| !is_update(source) && source.path != "src/runtime.rs";
    none("the state is changed elsewhere", &mentions(other, &["&mut State"]));
    let writes = |line: &str| {
        let (_, rest) = line.split_once("state.").unwrap_or_default();
        let path = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '_'));
        let after = path.map_or("", |end| &rest[end..]);
        let assigns = [" = ", " |= ", " &= ", " += "].iter().any(|sign| after.starts_with(sign));
        assigns || line.contains("(&mut self.state.") || line.contains("(&mut state.")
    };
    assert!(writes("app.state.size.width = 3;") && !writes("if state.size == size {"));
    let outside = sources("src").into_iter().filter(|source| source.part() != "app");
    let lines = outside.flat_map(|source| {
        let lines: Vec<String> = source.code().iter().map(|(_, line)| (*line).to_owned()).collect();
        lines
            .into_iter()
            .filter(|line| writes(line))
            .map(move |line| format!("{}: {line}", source.path))
    });
    none("the state is written elsewhere", &lines.collect::<Vec<_>>());
}

#[test]
fn a_test_of_the_rules_would_see_a_broken_one() {
    assert!(holds("use std::fs;", "std::fs"));
    assert!(holds("let now = Instant::now();", "Instant"));
    assert!(!holds("/// Instants as they come", "Instant"));
    assert!(!holds("use crate::uisomething;", "crate::ui"));
    let parts: Vec<&str> =
        named("use crate::ui::{crate::runtime::guide_file}, crate::app;").collect();
    assert_eq!(parts, ["ui", "runtime", "app"]);
    let source = Source {
        path: "src/guide/model.rs".to_owned(),
        text: "fn a() {\n    // std::fs\n    std::fs::read(x);\n}\n#[cfg(test)]\nstd::fs"
            .to_owned(),
    };
    let code = source.code();
    let lines: Vec<_> = code.iter().filter(|(_, l)| holds(l, "std::fs")).collect();
    assert_eq!((source.part(), lines.len()), ("guide", 1));
}

#[test]
fn no_type_name_is_defined_twice() {
    let mut seen: HashMap<String, String> = HashMap::new();
    let mut twice = Vec::new();
    // Windows has its own counterpart of some types of Unix.
    let is_counterpart = |source: &Source| source.path == "src/runtime/windows.rs";
    for source in sources("src").into_iter().filter(|source| !is_counterpart(source)) {
        for (_, line) in source.code() {
            if let Some(name) = type_name(line)
                && let Some(other) = seen.insert(name.to_owned(), source.path.clone())
            {
                twice.push(format!("{name}: {other}, {}", source.path));
            }
        }
    }
    none("one name, two meanings", &twice);
}

/// The name of the type that this line defines outside of any function.
fn type_name(line: &str) -> Option<&str> {
    let rest = ["pub(crate) ", "pub(super) ", "pub "];
    let rest = rest.iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line);
    let kinds = ["struct ", "enum ", "trait ", "type ", "union "];
    let rest = kinds.iter().find_map(|kind| rest.strip_prefix(kind))?;
    rest.split(|c: char| c != '_' && !c.is_alphanumeric()).next()
}

#[test]
fn the_name_of_a_type_is_read_from_its_definition() {
    assert_eq!(type_name("pub(crate) struct Plan<'a> {"), Some("Plan"));
    assert_eq!(type_name("type Events = u8;"), Some("Events"));
    assert_eq!(type_name("    type Err = String;"), None);
    assert_eq!(type_name("fn enum_name() {}"), None);
}

#[test]
fn no_file_is_called_mod_or_by_a_name_that_says_nothing() {
    let empty = [
        "mod", "util", "utils", "helper", "helpers", "manager", "common", "misc", "shared", "types",
    ];
    let bad: Vec<String> = all()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| {
            path.split('/').any(|part| empty.contains(&part.strip_suffix(".rs").unwrap_or(part)))
        })
        .collect();
    none("names that say nothing", &bad);
}

#[test]
fn every_file_says_its_one_job_in_its_first_line() {
    let silent: Vec<String> = all()
        .into_iter()
        // A `tests.rs` is the end of the file above it.
        .filter(|source| !source.path.ends_with("/tests.rs"))
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    none("files without a first doc line", &silent);
}

#[test]
fn no_lint_is_switched_off_without_a_reason() {
    let needle = ["allow", "("].concat();
    let bad: Vec<String> = all()
        .iter()
        .flat_map(|source| {
            let lines = source.text.lines().enumerate();
            lines
                .filter(|(_, line)| line.trim_start().starts_with('#'))
                .filter(|(_, line)| line.contains(&needle))
                .map(|(n, line)| format!("{}:{}: {}", source.path, n + 1, line.trim()))
                .collect::<Vec<_>>()
        })
        .collect();
    none("`#[expect(.., reason)]` says why", &bad);
}
