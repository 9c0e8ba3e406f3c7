//! What is built in and what is handed out: licences, their notices, where the
//! sources come from, and what belongs to the package.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

#[path = "supply/crates.rs"]
mod crates;
#[path = "supply/licence.rs"]
mod licence;
#[path = "supply/notice.rs"]
mod notice;

use std::fs;
use std::path::Path;

use crates::{Crate, all, built_in, cargo};

/// A file of the repository.
fn read(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(name)).unwrap_or_default()
}

/// The quoted words between this head and the next closing bracket of `deny.toml`.
fn listed(head: &str) -> Vec<String> {
    let text = read("deny.toml");
    let at = text.find(head).unwrap();
    let list = &text[at + head.len()..];
    let list = &list[..list.find("\n]").unwrap()];
    let lines = list.lines().filter(|line| !line.trim().starts_with('#'));
    lines.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

#[test]
fn every_licence_is_one_that_deny_toml_allows() {
    let allowed = listed("allow = [\n");
    assert!(allowed.iter().any(|licence| licence == "MIT"));
    let is_allowed = |licence: &str| allowed.iter().any(|word| word == licence);
    let bad: Vec<String> = all()
        .into_iter()
        .filter(|one| !licence::holds(&one.licence, &is_allowed))
        .map(|one| format!("{} {}: {}", one.name, one.version, one.licence))
        .collect();
    assert!(bad.is_empty(), "not allowed:\n{}", bad.join("\n"));
}

#[test]
fn nothing_that_deny_toml_bans_is_used_and_no_terminal_library_twice() {
    let banned = listed("\ndeny = [");
    assert!(banned.iter().any(|name| name == "tokio"));
    let used = all();
    for name in banned {
        let versions: Vec<_> = used.iter().filter(|one| one.name == name).collect();
        let one_copy = read("deny.toml").contains(&format!("crate = \"{name}\""));
        let most = usize::from(one_copy);
        assert!(versions.len() <= most, "{name}: {versions:?}");
    }
}

#[test]
fn every_crate_comes_from_the_registry_with_a_checksum() {
    let lock = read("Cargo.lock");
    let packages: Vec<&str> = lock.split("[[package]]\n").skip(1).collect();
    assert!(packages.len() > 50);
    for package in packages {
        if package.starts_with("name = \"uncramp\"\n") {
            continue;
        }
        let registry = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        assert!(package.contains(registry), "{package}");
        assert!(package.contains("\nchecksum = \""), "{package}");
    }
}

#[test]
fn the_notice_names_everything_that_is_built_in() {
    let text = read("NOTICE");
    let missing: Vec<String> = built_in()
        .iter()
        .map(Crate::to_string)
        .filter(|line| !text.lines().any(|other| other == line))
        .collect();
    assert!(
        missing.is_empty(),
        "missing in NOTICE:\n{}\nwrite it anew: cargo test --test supply -- --ignored",
        missing.join("\n")
    );
    assert!(text.contains("https://crates.io/crates/nucleo-matcher"));
}

#[test]
fn the_notice_names_nothing_that_is_gone() {
    let lock = read("Cargo.lock");
    let mut named = 0;
    for line in read("NOTICE").lines() {
        let Some((head, _)) = line.split_once(": ") else {
            continue;
        };
        let Some((name, version)) = head.split_once(' ') else {
            continue;
        };
        if version.starts_with(|c: char| c.is_ascii_digit()) && !name.is_empty() {
            let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
            assert!(lock.contains(&entry), "{line}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
}

#[test]
#[ignore = "writes NOTICE from what is built in now"]
fn write_the_notice_anew() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::write(root.join("NOTICE"), notice::text(&built_in())).unwrap();
}

#[test]
fn unsafe_code_is_forbidden_where_nothing_can_allow_it_again() {
    // `forbid` holds for library, program, build script, tests and benches alike.
    assert!(read("Cargo.toml").contains("[lints.rust]\nunsafe_code = \"forbid\""));
}

#[test]
fn the_package_holds_the_program_and_its_papers_and_nothing_else() {
    let list = cargo(&["package", "--list", "--allow-dirty", "--offline"]);
    let files: Vec<&str> = list.lines().collect();
    let papers = [
        ".cargo_vcs_info.json",
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "Cargo.toml.orig",
        "LICENSE",
        "NOTICE",
        "README.md",
        "build.rs",
        "guide.schema.json",
        "guide.yaml",
    ];
    for wanted in papers.iter().skip(1).chain(&["src/main.rs"]) {
        assert!(files.contains(wanted), "{wanted} is missing");
    }
    let is_document = |file: &str| {
        let ending = std::path::Path::new(file).extension();
        file.starts_with("docs/") && ending.is_some_and(|ending| ending == "svg" || ending == "md")
    };
    let belongs =
        |file: &&str| file.starts_with("src/") || is_document(file) || papers.contains(file);
    assert!(files.contains(&"docs/rescue.svg"), "the README shows it");
    let strange: Vec<_> = files.iter().filter(|file| !belongs(file)).collect();
    assert!(strange.is_empty(), "{strange:?}");
}
