//! The crates in use, as cargo names them.

use std::collections::BTreeMap;
use std::fmt;
use std::process::Command;

/// A crate in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an expression.
    pub licence: String,
    /// Whether it only runs inside the compiler.
    pub is_macro: bool,
}

impl fmt::Display for Crate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.name, self.version, self.licence)
    }
}

/// What cargo prints for these arguments; it must succeed, without a network.
pub fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every crate that building or testing uses on this system, but our own.
pub fn all() -> Vec<Crate> {
    tree("normal,build,dev")
}

/// The crates whose code ends up in the program.
pub fn built_in() -> Vec<Crate> {
    let crates = tree("normal,no-proc-macro");
    crates.into_iter().filter(|one| !one.is_macro).collect()
}

fn tree(edges: &str) -> Vec<Crate> {
    let text = cargo(&[
        "tree",
        "--edges",
        edges,
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}|{l}",
        "--offline",
        "--locked",
    ]);
    let mut found: Vec<Crate> = text.lines().filter_map(line).collect();
    found.sort();
    found.dedup();
    found.retain(|one| one.name != "uncramp");
    assert!(found.len() > 20, "{text}");
    found
}

/// `name v1.2.3 (proc-macro)|licence`.
fn line(line: &str) -> Option<Crate> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    Some(Crate {
        name: words.next()?.to_owned(),
        version: words.next()?.trim_start_matches('v').to_owned(),
        licence: licence.trim().to_owned(),
        is_macro: package.contains("(proc-macro)"),
    })
}

/// The folder of each crate's source, by name and version.
pub fn folders() -> BTreeMap<(String, String), std::path::PathBuf> {
    let host = cargo(&["-vV"]);
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let text = cargo(&[
        "metadata",
        "--format-version=1",
        "--filter-platform",
        host,
        "--offline",
        "--locked",
    ]);
    let meta: serde_json::Value = serde_json::from_str(&text).unwrap();
    let packages = meta["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let word = |key: &str| package[key].as_str().unwrap().to_owned();
            let manifest = std::path::PathBuf::from(word("manifest_path"));
            let folder = manifest.parent().unwrap().to_owned();
            ((word("name"), word("version")), folder)
        })
        .collect()
}
