//! What is wrong with a command line, in words: what stands there, what fits, where to read more.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

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
            let help = format!("`{command} --help` shows what can be written");
            // A wrong word at 3 a.m. may be a call for help.
            if error.kind() == ErrorKind::InvalidSubcommand && command == "uncramp" {
                return format!("{what}\n`uncramp now` helps with a cramp; {help}");
            }
            format!("{what}\n{help}")
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
                let near = did_you_mean(&all(error, ContextKind::SuggestedArg));
                format!("there is no option `{given}` here{near}")
            } else {
                format!("`{given}` is not expected here")
            }
        }
        ErrorKind::InvalidSubcommand => {
            let given = one(ContextKind::InvalidSubcommand)?;
            let mut near = all(error, ContextKind::SuggestedSubcommand);
            near.retain(|command| is_slip(&given, command));
            format!("there is no command `{given}`{}", did_you_mean(&near))
        }
        ErrorKind::InvalidValue => {
            let place = place(&one(ContextKind::InvalidArg)?);
            let given = one(ContextKind::InvalidValue).unwrap_or_default();
            let fitting = all(error, ContextKind::ValidValue);
            match (given.as_str(), fitting.as_slice()) {
                ("", []) => format!("{place} needs a word after it"),
                ("", some) => format!("{place} needs a word after it: {}", listed(some)),
                (given, []) => format!("{place} cannot be `{given}`"),
                (given, some) => {
                    format!("{place} cannot be `{given}`; write {}", listed(some))
                }
            }
        }
        ErrorKind::ValueValidation => {
            // What the parser of the value says names the value itself.
            let why = std::error::Error::source(error)?;
            let option = one(ContextKind::InvalidArg).filter(|name| name.starts_with('-'));
            option.map_or_else(
                || why.to_string(),
                |option| format!("{}: {why}", place(&option)),
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg);
            let usage = usage(error)?;
            let verb = if missing.len() == 1 { "is" } else { "are" };
            format!("{} {verb} missing; write `{usage}`", names(&missing))
        }
        ErrorKind::ArgumentConflict => {
            let given = name(&one(ContextKind::InvalidArg)?);
            let others = all(error, ContextKind::PriorArg);
            match others.as_slice() {
                [] => return None,
                [other] if name(other) == given => format!("`{given}` is there twice"),
                some => format!("`{given}` does not go together with {}", names(some)),
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

/// An option by its name; the number of an entry and the like as they stand in the usage.
fn place(argument: &str) -> String {
    format!("`{}`", name(argument))
}

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

fn names(arguments: &[String]) -> String {
    let quoted: Vec<String> = arguments.iter().map(|one| place(one)).collect();
    quoted.join(" and ")
}

fn listed(words: &[String]) -> String {
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// Whether a word is a command with a letter in three wrong, or its beginning. The parser thinks
/// `graph` near to `cramp`.
fn is_slip(given: &str, command: &str) -> bool {
    let most = given.chars().count().div_ceil(3);
    let is_beginning = given.len() > 2 && command.starts_with(given);
    is_beginning || strsim::osa_distance(given, command) <= most
}

/// The nearest name, which the parser puts last.
fn did_you_mean(near: &[String]) -> String {
    near.last()
        .map_or_else(String::new, |one| format!("; did you mean `{one}`?"))
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
