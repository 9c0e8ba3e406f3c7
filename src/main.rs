//! The `uncramp` program: reads the command line and hands over to the library.

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use uncramp::cli::{self, Cli};
use uncramp::commands::{self, Exit};

fn main() -> ExitCode {
    commands::completions::answer_shell();
    match Cli::read(env::args_os()) {
        Ok(cli) => commands::run(&cli).into(),
        Err(mut answer) => tell(&mut answer).into(),
    }
}

/// Prints help, or what is wrong with the command line. A closed pipe is not an error.
fn tell(answer: &mut clap::Error) -> Exit {
    let text = cli::explain(answer);
    if answer.use_stderr() {
        // Nobody is left to tell when this fails.
        let _ = io::stderr().write_all(text.as_bytes());
        // Somebody with a cramp gets the first steps although a flag is mistyped.
        if cli::is_for_rescue(env::args_os().skip(1)) {
            let _ = writeln!(io::stderr());
            commands::print_rescue();
        }
        return Exit::Usage;
    }
    commands::finish(match io::stdout().write_all(text.as_bytes()) {
        Ok(()) => Ok(Exit::Done),
        Err(error) => Err(error.into()),
    })
}
