//! What each command does, and how the program ends.

use std::fmt::Display;
use std::io::{self, Write};

use crate::app::message::Launch;
use crate::cli::diary::DiaryCommand;
use crate::cli::{Cli, Command, ConfigCommand, GlobalFlags, GraphFormat};
use crate::guide::{Guide, SCHEMA, graph};
use crate::text::io_error;

pub mod answer;
mod card;
pub mod check;
pub mod completions;
mod config;
mod diary;
mod diary_context;
mod doctor;
mod exit;
mod guide_json;
mod interactive;
mod list;
mod log;
mod man;
mod output;
mod paths;
mod report;
mod search;
mod setup;
mod show;
mod stretch;
mod trial;
mod version;

use diary_context::DiaryContext;
pub use exit::Exit;
use output::{print, print_message, print_text};
pub use setup::{Setup, Strictness};

/// Why a command could not do what it was told, and how the program then ends.
#[derive(Debug)]
pub struct Failure {
    /// How the program ends.
    pub exit: Exit,
    /// What went wrong and how to fix it, without a full stop at the end of the last line;
    /// `None` where nobody is left to tell.
    pub message: Option<String>,
}

impl Failure {
    /// A failure with a message for stderr.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: Some(message.into()) }
    }

    /// A file or a stream that cannot be used.
    fn io(what: impl Display, why: &io::Error) -> Self {
        Self::new(Exit::Failed, format!("{what}: {}", io_error::why(why)))
    }

    /// A mistake on the command line.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }
}

/// The output could not be written. A reader that has gone away is no failure.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self { exit: Exit::Done, message: None };
        }
        Self::io("the output cannot be written", &error)
    }
}

/// Where a command writes.
pub type Out = dyn Write;

/// What a command comes to.
pub type Outcome<T = Exit> = Result<T, Failure>;

/// Does what the command line says and reports how it ended.
pub fn run(cli: &Cli) -> Exit {
    finish(dispatch(cli))
}

/// Prints the steps of the muscle that rescue begins with.
pub fn print_rescue() -> Exit {
    finish(interactive::printed_rescue(&GlobalFlags::default()))
}

/// Says a failure on stderr and gives the exit that goes with it.
pub fn finish(outcome: Outcome) -> Exit {
    outcome.unwrap_or_else(|failure| {
        if let Some(message) = &failure.message {
            print_message(message);
        }
        failure.exit
    })
}

const NO_JSON: &str =
    "`--json` works only where there is data to print, such as `list`, `show` or `check`";

fn dispatch(cli: &Cli) -> Outcome {
    let flags = &cli.global;
    if flags.json && (flags.version || !has_json(cli.command.as_ref())) {
        return Err(Failure::usage(NO_JSON));
    }
    if flags.version {
        return print_guide(flags, version::run);
    }
    let Some(command) = &cli.command else {
        return interactive::launch(Setup::new(flags, Strictness::Strict)?, Launch::Browse);
    };
    match command {
        Command::Now(args) => interactive::now(flags, args),
        Command::Standby { keep_awake } => interactive::standby(flags, *keep_awake),
        Command::Stretch(args) if !args.dry_run => interactive::stretch(flags, args),
        Command::Stretch(args) => {
            print_guide(flags, |guide, setup, out| stretch::dry_run(guide, setup, args, out))
        }
        Command::Log(args) => print_diary(flags, |context, out| log::run(context, args, out)),
        Command::Diary { command } => open_or_print_diary(flags, command.as_ref()),
        Command::Report(args) => print_diary(flags, |context, out| report::run(context, args, out)),
        Command::Trial { command } => {
            print_diary(flags, |context, out| trial::run(context, *command, out))
        }
        Command::Card => print_guide(flags, card::run),
        Command::List => print_guide(flags, list::run),
        Command::Show { id } => {
            print_guide(flags, |guide, setup, out| show::run(guide, setup, id, out))
        }
        Command::Search { words } => {
            let query = words.join(" ");
            print_guide(flags, |guide, setup, out| search::run(guide, setup, &query, out))
        }
        Command::Answer(args) => {
            print_guide(flags, |guide, _, out| answer::run(guide, args, flags.json, out))
        }
        Command::Check(args) => {
            let flags = flags.with_guide(args.file.as_ref());
            print_setup(&flags, |setup, out| check::run_command(setup, args.strict, out))
        }
        Command::Paths(args) => {
            let flags = flags.with_guide(args.file.as_ref());
            print_guide(&flags, |guide, setup, out| paths::run(guide, setup, args.list, out))
        }
        Command::Graph(args) => {
            let flags = flags.with_guide(args.file.as_ref());
            let write = match args.format {
                GraphFormat::Text => graph::text,
                GraphFormat::Dot => graph::dot,
            };
            print_guide(&flags, |guide, _, out| Ok(write(guide, out).map(|()| Exit::Done)?))
        }
        Command::Schema => print(|out| print_text(SCHEMA, out)),
        Command::Config { command } => {
            print_setup(flags, |setup, out| config::run(*command, setup, out))
        }
        Command::Doctor => {
            let (setup, guide) = Setup::with_guide(flags, Strictness::Forgiving)?;
            print(|out| doctor::run(&guide, &setup, out))
        }
        Command::Completions { shell } => print(|out| completions::run(*shell, out)),
        Command::Man { command } => print(|out| man::run(command, out)),
    }
}

/// Opens the diary on the screen where a person is meant to stay in it.
fn open_or_print_diary(flags: &GlobalFlags, command: Option<&DiaryCommand>) -> Outcome {
    let setup = Setup::new(flags, Strictness::Strict)?;
    let has_screen = setup.environment.has_terminal() && !setup.plain;
    match command {
        None if has_screen && !flags.json && !flags.no_save => {
            interactive::launch(setup, Launch::Diary)
        }
        Some(DiaryCommand::Edit(args)) if args.is_empty() => interactive::form(setup, args.id),
        _ => print_with(setup, |setup, out| diary::run(&DiaryContext::new(setup), command, out)),
    }
}

/// Whether what is asked for has a JSON form.
fn has_json(command: Option<&Command>) -> bool {
    use Command::{Card, Completions, Graph, Man, Now, Schema, Standby};
    use DiaryCommand::{Erase, Import, Undo};
    match command {
        None | Some(Now(_) | Standby { .. } | Card | Graph(_)) => false,
        Some(Schema | Completions { .. } | Man { .. }) => false,
        Some(Command::Stretch(args)) => args.dry_run,
        Some(Command::Diary { command }) => !matches!(command, Some(Import { .. } | Erase | Undo)),
        Some(Command::Config { command }) => matches!(command, None | Some(ConfigCommand::Show)),
        Some(_) => true,
    }
}

/// Lets a command write something of the guide in use.
fn print_guide(
    flags: &GlobalFlags,
    write: impl FnOnce(&Guide, &Setup, &mut Out) -> Outcome,
) -> Outcome {
    let (mut setup, guide) = Setup::with_guide(flags, Strictness::Strict)?;
    setup.print_notices();
    print(|out| write(&guide, &setup, out))
}

/// Lets a command write something that takes no guide.
fn print_setup(flags: &GlobalFlags, write: impl FnOnce(&Setup, &mut Out) -> Outcome) -> Outcome {
    print_with(Setup::new(flags, Strictness::Strict)?, write)
}

fn print_with(mut setup: Setup, write: impl FnOnce(&Setup, &mut Out) -> Outcome) -> Outcome {
    setup.print_notices();
    print(|out| write(&setup, out))
}

/// Lets a command read and write the diary.
fn print_diary(
    flags: &GlobalFlags,
    write: impl FnOnce(&DiaryContext<'_>, &mut Out) -> Outcome,
) -> Outcome {
    print_setup(flags, |setup, out| write(&DiaryContext::new(setup), out))
}
