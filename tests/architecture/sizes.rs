//! How long a file, a function and the whole program may be.

use super::{Source, all, none, sources};

/// Most lines of a file, tests in it included.
const LONGEST_FILE: usize = 400;

/// Most lines of a function, its head and its last brace included.
const LONGEST_FUNCTION: usize = 70;

/// Most lines of code of the whole program, without blank lines, comments and tests.
const MOST_CODE: usize = 23_500;

#[test]
fn no_file_is_longer_than_400_lines() {
    let long: Vec<String> = all()
        .iter()
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    none("too long", &long);
}

#[test]
fn no_function_is_longer_than_70_lines() {
    let long: Vec<String> = all()
        .iter()
        .flat_map(|source| {
            functions(&source.text)
                .into_iter()
                .filter(|(_, _, lines)| *lines > LONGEST_FUNCTION)
                .map(|(line, name, lines)| format!("{}:{line}: {name}: {lines} lines", source.path))
                .collect::<Vec<_>>()
        })
        .collect();
    none("too long", &long);
}

/// First line, name and number of lines of every function. The code is
/// formatted by rustfmt, so a function ends at the first brace below its head
/// that stands as far left as its head.
fn functions(text: &str) -> Vec<(usize, &str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else {
            continue;
        };
        let ends = |other: &&str| indent(other) == indent(line) && other.trim_start() == "}";
        let one_line = line.ends_with('}') || line.ends_with(';');
        let height = lines[index..].iter().position(ends);
        if let Some(height) = height.filter(|_| !one_line) {
            found.push((index + 1, name, height + 1));
        }
    }
    found
}

fn function_name(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    for word in ["pub(crate) ", "pub(super) ", "pub ", "const ", "async "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let rest = rest.strip_prefix("fn ")?;
    rest.split(['(', '<']).next()
}

#[test]
fn the_length_of_a_function_is_counted_from_head_to_brace() {
    let text = "impl A {\n    pub fn one(\n        x: u8,\n    ) -> u8 {\n        if x {\n        }\n    }\n}\nfn two() {}\n";
    assert_eq!(functions(text), [(2, "one", 6)]);
}

#[test]
fn the_program_stays_small() {
    let is_code = |(_, line): &(usize, &str)| !line.trim().is_empty();
    let lines = |source: &Source| source.code().into_iter().filter(is_code).count();
    let count: usize = sources("src").iter().map(lines).sum();
    assert!(count <= MOST_CODE, "{count} lines of code, at most {MOST_CODE} are wanted");
}
