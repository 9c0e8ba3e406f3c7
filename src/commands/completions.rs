//! `completions`: what a shell offers after `uncramp`, names of the guide in use among it.

use clap::{Command, CommandFactory};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};

use super::output::print_text;
use super::{Failure, Out, Outcome, Setup, Strictness, list};
use crate::cli::{Cli, GlobalFlags};
use crate::guide::Guide;

/// The variable by which a shell asks for completions.
const VARIABLE: &str = "UNCRAMP_COMPLETE";

/// Answers a shell that asks what may come next, and ends the process; else does nothing.
pub fn answer_shell() {
    CompleteEnv::with_factory(command).var(VARIABLE).complete();
}

/// Prints what makes a shell ask.
pub fn run(shell: Shell, out: &mut Out) -> Outcome {
    let shells = Shells::builtins();
    let completer = shells.completer(&shell.to_string());
    let completer = completer.ok_or_else(|| Failure::usage("this shell is not known"))?;
    let mut script = Vec::new();
    completer.write_registration(VARIABLE, "uncramp", "uncramp", "uncramp", &mut script)?;
    // Bash quotes names with spaces, and puts no space after a folder, only with this option.
    let script = String::from_utf8_lossy(&script)
        .replace("complete -o nospace", "complete -o filenames -o nospace");
    print_text(&script, out)
}

/// The command line with the names of the guide in use as values.
fn command() -> Command {
    Cli::command()
        .mut_subcommand(
            "stretch",
            offering("routine", |guide| names(guide, |kind| kind == "routine")),
        )
        .mut_subcommand("show", offering("id", |guide| names(guide, |_| true)))
        .mut_subcommand(
            "answer",
            offering("from", |guide| names(guide, |kind| !["routine", "stretch"].contains(&kind))),
        )
        .mut_subcommand("now", offering("muscle", muscles))
}

/// Gives an argument of a command these values.
fn offering(
    argument: &'static str,
    candidates: fn(&Guide) -> Vec<CompletionCandidate>,
) -> impl FnOnce(Command) -> Command {
    let candidates = ArgValueCandidates::new(move || {
        let guide = Setup::with_guide(&GlobalFlags::default(), Strictness::Forgiving);
        guide.map_or_else(|_| Vec::new(), |(_, guide)| candidates(&guide))
    });
    move |command| command.mut_arg(argument, |arg| arg.add(candidates))
}

fn names(guide: &Guide, fits: fn(&str) -> bool) -> Vec<CompletionCandidate> {
    let named = list::names(guide).filter(|(_, kind, _)| fits(kind));
    let candidate = |(id, _, title): (&str, _, &str)| {
        CompletionCandidate::new(id).help(Some(title.to_owned().into()))
    };
    named.map(candidate).collect()
}

fn muscles(guide: &Guide) -> Vec<CompletionCandidate> {
    let names = guide.rescue.iter().flat_map(|rescue| rescue.moves.keys());
    names.map(CompletionCandidate::new).collect()
}
