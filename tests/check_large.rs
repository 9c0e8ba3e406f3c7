//! A guide of 100,000 nodes is checked within a gigabyte.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::fs;
use std::process::Command;

#[path = "../benches/check/grown.rs"]
mod grown;

fn check_within(kilobytes: u32, nodes: usize) {
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("grown.yaml");
    fs::write(&file, grown::guide(nodes)).expect("the file can be written");
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -v {kilobytes}; exec \"$@\""), "sh"])
        .arg(env!("CARGO_BIN_EXE_uncramp"))
        .args(["check", "--strict"])
        .arg(&file)
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.ends_with(": no problems\n"), "{said}");
}

#[test]
fn ten_thousand_nodes_are_checked_in_150_megabytes() {
    check_within(150_000, 10_000);
}

#[test]
#[ignore = "takes a minute without optimisation"]
fn a_hundred_thousand_nodes_are_checked_in_a_gigabyte() {
    check_within(1_000_000, 100_000);
}
