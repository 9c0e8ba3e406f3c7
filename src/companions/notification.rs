//! A desktop notification by an outside program, started without a shell.

use std::process::{Command, Stdio};

use super::running::Running;
use crate::os_words;
use crate::programs::{self, NOTIFIERS};
use crate::text::messages::system;

/// Shows a notification. The program that shows it ends by itself.
///
/// # Errors
/// A sentence for the reader, when the system has no program for it.
pub fn show(words: &str, running: &Running) -> Result<(), String> {
    let Some((name, path)) = programs::first(&NOTIFIERS) else {
        return Err(system::NO_NOTIFIER.to_owned());
    };
    let mut command = Command::new(path);
    match name {
        "notify-send" => command.args(["--app-name=uncramp", "uncramp", words]),
        // The words are an argument of the script and never part of it.
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
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    running
        .start(&mut command)
        .map_err(|error| system::no_notification(&os_words::why(&error)))
}
