//! Whole transcripts of what runs in time, read as a screen reader reads them.
//!
//! After a change of the guide's words: `INSTA_UPDATE=always cargo test --lib transcript`,
//! then read the difference as a listener would.

use super::*;

/// Compares with the transcript of this name, which lies with all the others.
fn reads_as(name: &str, said: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../tests/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, said));
}

#[test]
fn a_session_with_a_pause_and_a_skip_reads_well() {
    let routine = Launch::Stretch {
        routine: "bedtime".to_owned(),
        options: Options {
            repeat: Some(1),
            ..Options::default()
        },
    };
    let said = talk(routine, &[(14, "p"), (60, "p"), (75, "n")]).text;
    reads_as("plain__a_session_with_a_pause_and_a_skip", &said);
}

#[test]
fn a_cramp_that_stays_reads_well() {
    let lines = [(4, "left"), (95, "sitting"), (640, ""), (641, "q")];
    let said = talk(cramp(), &lines).text;
    reads_as("plain__a_cramp_that_stays", &said);
}
