//! The `uncramp` program: reads the command line and hands over to the library.

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use uncramp::cli::{Cli, mistake, quick};
use uncramp::commands::{self, Exit, Failure};

fn main() -> ExitCode {
    let quick = quick::read(env::args_os().skip(1));
    match quick.map_or_else(Cli::try_parse, Ok) {
        Ok(cli) => commands::run(&cli).into(),
        Err(answer) => tell(&answer).into(),
    }
}

/// Prints help, version, or what is wrong with the command line. A reader that
/// has gone away is no failure.
fn tell(answer: &clap::Error) -> Exit {
    if answer.use_stderr() {
        return commands::finish(Err(Failure::new(Exit::Usage, mistake::words(answer))));
    }
    let text = answer.render().to_string();
    commands::finish(match io::stdout().write_all(text.as_bytes()) {
        Ok(()) => Ok(Exit::Done),
        Err(error) => Err(error.into()),
    })
}
