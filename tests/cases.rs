//! What people say about their legs gets help as soon as it should.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

/// One person, and how soon they should get help.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    say: String,
    answers: String,
    care: String,
}

/// The care level of the page that these answers lead to.
fn care(answers: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_uncramp"))
        .env_clear()
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .args(["answer", answers, "--json"])
        .output()
        .unwrap();
    let page: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    page["care"].as_str().unwrap_or("none").to_owned()
}

#[test]
fn each_case_gets_help_as_soon_as_it_should() {
    let cases: Vec<Case> = serde_yaml::from_str(include_str!("guides/cases.yaml")).unwrap();
    assert!(cases.len() >= 60, "{}", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter(|case| care(&case.answers) != case.care)
        .map(|case| format!("{} ({})", case.say, case.answers))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
