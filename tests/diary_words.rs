//! What the diary says, as transcripts: a cramp logged at night and in the morning, the table,
//! the report, the self-trial. Every digit is shown as `#`, so that the day does not matter.
//!
//! After a change of the words: `INSTA_UPDATE=always cargo test --test diary_words`, then read
//! the difference as a reader would.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

use finish::finish;

#[path = "program/finish.rs"]
mod finish;

fn run(home: &Path, args: &[&str], input: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    command.args(args).env_clear();
    command.env("HOME", home).env("TZ", "UTC");
    let output = finish(&mut command, input);
    assert!(output.status.success(), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Digits, days and hours masked, so that the moment of the test does not matter.
fn masked(text: &str) -> String {
    let mask = |c: char| if c.is_ascii_digit() { '#' } else { c };
    let mut text: String = text.chars().map(mask).collect();
    for day in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] {
        text = text.replace(&format!("{day} #"), "Day #");
    }
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    for month in months.split(' ') {
        // A list is aligned to the right, and elsewhere one digit is one digit.
        text = text.replace(&format!("   # {month}"), "  ## Mon");
        text = text.replace(&format!("# {month}"), "# Mon");
        text = text.replace(" # Mon", " ## Mon");
    }
    // The two days of a night may lie in two months.
    text = text.replace(" # to ## Mon", " ## to ## Mon").replace("## Mon to ", "## to ");
    let hour = |line: &str| match line.strip_prefix("By hour: ") {
        Some(_) => "By hour: HOUR: #.".to_owned(),
        None => line.to_owned(),
    };
    text.lines().map(|line| hour(line) + "\n").collect()
}

/// What is said when these lines are typed on the first page, which is told elsewhere.
fn typed(home: &Path, lines: &str) -> String {
    let page = run(home, &["--plain"], "\nq\n");
    let text = run(home, &["--plain"], lines);
    let (_, after) = text.split_at(page.find("\n> ").unwrap());
    masked(after)
}

/// One command after the other, each with what it says.
fn told(home: &Path, commands: &[&[&str]]) -> String {
    let mut text = String::new();
    for args in commands {
        text.push_str("$ uncramp ");
        text.push_str(&args.join(" "));
        text.push('\n');
        text += &run(home, args, "");
    }
    masked(&text)
}

#[test]
fn a_cramp_is_logged_now_and_taken_back_line_by_line() {
    let home = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(typed(home.path(), "l\nu\nl\nl\nd\nq\n"));
}

#[test]
fn details_are_added_line_by_line() {
    let home = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(typed(home.path(), "w\nl\nw\n1\n\n3\n11\n7\nq\nw\nq\n"));
}

#[test]
fn a_form_is_left_by_one_line_and_names_what_was_not_saved() {
    let home = tempfile::tempdir().unwrap();
    let text = run(home.path(), &["--plain"], "l\nw\n\n\n\n12\nq\n?\nq\n");
    let (_, after) = text.rsplit_once("> q").unwrap().0.rsplit_once("> q").unwrap();
    assert!(after.contains("Not saved: pain. `12` is not a whole number from 0 to 10"), "{text}");
    assert!(after.contains("b: back to the previous page"), "the guide is open again: {text}");
}

#[test]
fn a_night_without_a_cramp_is_noted_line_by_line() {
    let home = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(typed(home.path(), "d\nn\nn\n?\nq\n"));
}

#[test]
fn a_cramp_is_logged_in_the_morning() {
    let home = tempfile::tempdir().unwrap();
    let commands: [&[&str]; 5] = [
        &["log"],
        &["diary", "edit", "1", "--minutes", "4", "--leg", "left"],
        &["log", "--at", "20 minutes ago", "--muscle", "calf", "--pain", "6", "--sleep", "5"],
        &["diary", "list"],
        &["diary", "undo"],
    ];
    insta::assert_snapshot!(told(home.path(), &commands));
}

#[test]
fn the_table_and_the_report_read_well() {
    let home = tempfile::tempdir().unwrap();
    let commands: [&[&str]; 6] = [
        &[
            "log",
            "--muscle",
            "calf",
            "--leg",
            "left",
            "--minutes",
            "3",
            "--pain",
            "7",
            "--sleep",
            "6",
            "--helped",
            "standing up",
            "--activity",
            "long walk",
            "--alcohol",
            "2",
            "--heat",
        ],
        &["diary", "note", "condition", "high", "blood", "pressure"],
        &["diary", "note", "medicine", "a", "water", "tablet"],
        &["diary", "note", "tried", "magnesium"],
        &["diary"],
        &["report"],
    ];
    insta::assert_snapshot!(told(home.path(), &commands));
}

#[test]
fn a_self_trial_says_where_it_stands() {
    let home = tempfile::tempdir().unwrap();
    let commands: [&[&str]; 5] = [
        &["trial", "status"],
        &["trial", "start"],
        &["trial", "status"],
        &["trial", "stop"],
        &["trial", "status"],
    ];
    insta::assert_snapshot!(told(home.path(), &commands));
}
