//! What is wrong with a command line, in words: what stands there, what fits, where to read more.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::messages::mistakes as said;

/// The words for a mistake, without a full stop at the end of the last line.
pub fn words(error: &Error) -> String {
    let Some(what) = what(error) else {
        // Nothing that a person is likely to meet.
        let text = error.render().to_string();
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        return text.trim_end().to_owned();
    };
    // A wrong value has no usage: what fits is in the words already.
    match usage(error) {
        Some(usage) => {
            let command = command(&usage);
            // A wrong word at 3 a.m. may be a call for help.
            if error.kind() == ErrorKind::InvalidSubcommand && command == "uncramp" {
                return format!("{what}\n{}", said::CRAMP_OR_HELP);
            }
            format!("{what}\n{}", said::read_the_help(&command))
        }
        None => what,
    }
}

fn what(error: &Error) -> Option<String> {
    let one = |kind| text(error, kind);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => {
            let given = one(ContextKind::InvalidArg)?;
            if given.starts_with('-') {
                let near = all(error, ContextKind::SuggestedArg);
                said::no_option(&given, nearest(&near))
            } else {
                said::not_expected(&given)
            }
        }
        ErrorKind::InvalidSubcommand => {
            let given = one(ContextKind::InvalidSubcommand)?;
            let mut near = all(error, ContextKind::SuggestedSubcommand);
            near.retain(|command| is_slip(&given, command));
            said::no_command(&given, nearest(&near))
        }
        ErrorKind::InvalidValue => {
            let option = name(&one(ContextKind::InvalidArg)?);
            let given = one(ContextKind::InvalidValue).unwrap_or_default();
            let fitting = all(error, ContextKind::ValidValue);
            match (given.as_str(), fitting.as_slice()) {
                ("", []) => said::needs_a_word(&option),
                ("", some) => said::needs_one_of(&option, some),
                (given, []) => said::cannot_be(&option, given),
                (given, some) => said::cannot_be_but(&option, given, some),
            }
        }
        ErrorKind::ValueValidation => {
            // What the parser of the value says names the value itself.
            let why = std::error::Error::source(error)?;
            let option = one(ContextKind::InvalidArg).filter(|name| name.starts_with('-'));
            option.map_or_else(
                || why.to_string(),
                |option| format!("`{}`: {why}", name(&option)),
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = names(&all(error, ContextKind::InvalidArg));
            said::missing(&missing, &usage(error)?)
        }
        ErrorKind::ArgumentConflict => {
            let given = name(&one(ContextKind::InvalidArg)?);
            let others = names(&all(error, ContextKind::PriorArg));
            match others.as_slice() {
                [] => return None,
                [other] if *other == given => said::given_twice(&given),
                some => said::not_together(&given, some),
            }
        }
        _ => return None,
    })
}

/// How the command is written, where the parser says so: `uncramp diary edit <ID>`.
fn usage(error: &Error) -> Option<String> {
    let usage = text(error, ContextKind::Usage)?;
    Some(usage.trim_start_matches("Usage:").trim().to_owned())
}

/// The words of the usage up to the first that stands for something: `uncramp diary edit`.
fn command(usage: &str) -> String {
    let words: Vec<&str> = usage
        .split_whitespace()
        .take_while(|word| word.starts_with(char::is_alphabetic))
        .collect();
    words.join(" ")
}

/// An option by its name; the number of an entry and the like as they stand in the usage:
/// `--pain` of `--pain <0-10>`, `ID` of `<ID>`.
fn name(argument: &str) -> String {
    let first = argument
        .split([' ', '=', '['])
        .find(|part| !part.is_empty());
    first
        .unwrap_or(argument)
        .trim_matches(['<', '>', '.'])
        .to_owned()
}

fn names(arguments: &[String]) -> Vec<String> {
    arguments.iter().map(|one| name(one)).collect()
}

/// Whether a word is a command with a letter in three wrong, or its beginning. The parser thinks
/// `graph` near to `cramp`.
fn is_slip(given: &str, command: &str) -> bool {
    let most = given.chars().count().div_ceil(3);
    let is_beginning = given.len() > 2 && command.starts_with(given);
    is_beginning || strsim::osa_distance(given, command) <= most
}

/// The nearest name, which the parser puts last.
fn nearest(near: &[String]) -> Option<&str> {
    near.last().map(String::as_str)
}

fn text(error: &Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(some)) => some.clone(),
        Some(ContextValue::StyledStr(one)) => vec![one.to_string()],
        _ => Vec::new(),
    }
}
