//! `completions`: what a shell can offer after `uncramp`.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Exit, Outcome};
use crate::cli::Cli;

/// Prints the completions for a shell.
pub fn run(shell: Shell, out: &mut dyn Write) -> Outcome {
    // The generator panics when its writer fails, so it gets one that cannot.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "uncramp", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Done)
}
