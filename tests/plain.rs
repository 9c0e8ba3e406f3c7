//! Line by line, as a screen reader says it: the main tasks from the first
//! page to the advice, as transcripts; and the texts that are read outside the
//! program, the help and the manual page.
//!
//! After a change of the guide's words: `INSTA_UPDATE=always cargo test --test plain`,
//! then read the difference as a reader would.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::process::{Command, Stdio};

use serde_json::Value;

use data_folder::data_folder;
use finish::finish;

#[path = "program/data_folder.rs"]
mod data_folder;
#[path = "program/finish.rs"]
mod finish;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    command
        .env_clear()
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .env("XDG_DATA_HOME", data_folder())
        .stdin(Stdio::null());
    command
}

fn output(arguments: &[&str]) -> String {
    let output = program().args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The numbers to type so that the answers lead along these pages.
fn numbers(pages: &[&str]) -> Vec<String> {
    let mut typed: Vec<String> = Vec::new();
    for page in pages {
        let list = typed.join(",");
        let answer: Value = serde_json::from_str(&output(&["answer", &list, "--json"])).unwrap();
        let next = answer["next"].as_array().unwrap();
        let option = next.iter().find(|option| option["to"] == *page);
        let option = option.unwrap_or_else(|| panic!("{} does not lead to {page}", answer["node"]));
        typed.push(option["n"].to_string().trim_matches('"').to_owned());
    }
    typed
}

/// What is said on the way along these pages, and then for these lines.
fn transcript(pages: &[&str], more: &[&str]) -> String {
    let mut lines = numbers(pages);
    lines.extend(more.iter().map(ToString::to_string));
    lines.push("q".to_owned());
    let input = lines.join("\n") + "\n";
    let output = finish(program().arg("--plain"), &input);
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

const SAFE: [&str; 3] = ["emergency-signs", "same-day-signs", "about-you"];

fn safely(pages: &[&'static str]) -> Vec<&'static str> {
    SAFE.iter().chain(pages).copied().collect()
}

#[test]
fn a_calf_cramp_at_night_leads_to_its_cause_and_the_stretch_door() {
    let pages = safely(&["when", "night-eases", "background", "cause-night-cramp"]);
    insta::assert_snapshot!(transcript(&pages, &["s", "b"]));
}

#[test]
fn a_swollen_hot_calf_leads_to_help_today_and_no_stretch_starts() {
    let text = transcript(&["emergency-signs", "same-day-signs", "swollen-leg"], &["s"]);
    assert!(!text.contains("Get ready"));
    insta::assert_snapshot!(text);
}

#[test]
fn a_cramp_in_pregnancy_leads_to_relief_that_suits_it() {
    insta::assert_snapshot!(transcript(&safely(&["with-pregnancy", "cause-pregnancy"]), &["1"]));
}

#[test]
fn a_cramp_of_fifteen_minutes_leads_to_help_today() {
    let pages = ["emergency-signs", "same-day-signs", "cramp-over-limit"];
    insta::assert_snapshot!(transcript(&pages, &[]));
}

#[test]
fn cramps_since_a_new_medicine_lead_to_a_call() {
    insta::assert_snapshot!(transcript(&safely(&["cause-medicines"]), &["1"]));
}

#[test]
fn rescue_without_a_terminal_is_one_page() {
    insta::assert_snapshot!(output(&["now"]));
}

#[test]
fn rescue_on_paper_names_muscle_leg_and_position_as_the_screen_does() {
    let text = output(&["now", "thigh", "--leg", "left", "--pose", "seated"]);
    let title = text.lines().next();
    assert_eq!(title, Some("A cramp now: front of the thigh, left leg, seated"));
}

#[test]
fn the_card_is_one_page() {
    insta::assert_snapshot!(output(&["card"]));
}

#[test]
fn the_help_reads_well() {
    insta::assert_snapshot!(output(&["--help"]));
}

#[test]
fn the_help_of_a_session_reads_well() {
    insta::assert_snapshot!(output(&["stretch", "-h"]));
}

#[test]
fn the_config_file_to_start_from_reads_well() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = program();
    let output = command.args(["config", "init"]).env("XDG_CONFIG_HOME", folder.path());
    assert!(output.output().unwrap().status.success());
    let text = std::fs::read_to_string(folder.path().join("uncramp/config.yaml")).unwrap();
    insta::assert_snapshot!(text);
}

#[test]
fn a_word_that_is_no_command_gets_the_way_to_help_with_a_cramp() {
    for line in ["cramp", "helping", "qqq"] {
        let output = program().arg(line).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("`uncramp now`"), "{line}: {said}");
    }
}

#[test]
fn what_each_answer_means_is_said_when_asked_for() {
    let page: Value =
        serde_json::from_str(&output(&["show", "emergency-signs", "--json"])).unwrap();
    let said = transcript(&["emergency-signs"], &["i"]).replace("\n  ", " ");
    let explained = page["options"].as_array().unwrap().iter().filter(|it| it["about"].is_string());
    let explained: Vec<_> = explained.map(|option| option["label"].as_str().unwrap()).collect();
    assert!(!explained.is_empty());
    for label in explained {
        assert!(said.contains(&format!("- {label}. ")), "{label}: {said}");
    }
}
