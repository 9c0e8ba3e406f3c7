//! A desktop notification, shown by an outside program.

use std::process::{Command, Stdio};

use super::child::ManagedChild;
use super::find::{self, NOTIFIERS};
use crate::text::io_error;

/// Shows a notification. The program that shows it ends by itself.
///
/// # Errors
/// A sentence for the reader, when the system has no program for it.
pub(super) fn show(words: &str, running: &ManagedChild) -> Result<(), String> {
    let Some((name, path)) = find::first(&NOTIFIERS) else {
        return Err("This system has no program for notifications.".to_owned());
    };
    let mut command = Command::new(path);
    match name {
        "notify-send" => command.args(["--app-name=uncramp", "uncramp", words]),
        // The words are an argument of the script, so they cannot be run as a part of it.
        _ => command.args([
            "-e",
            "on run argv",
            "-e",
            "display notification (item 1 of argv) with title \"uncramp\"",
            "-e",
            "end run",
            words,
        ]),
    };
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    running
        .start(&mut command)
        .map_err(|error| format!("No notification: {}.", io_error::why(&error)))
}
