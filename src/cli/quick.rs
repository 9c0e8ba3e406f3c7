//! The command lines that people wait for, read without the whole parser:
//! building it costs a quarter of the time to the first frame.
//!
//! Knows a few bare words; whatever else stands there is left to the parser.

use std::ffi::OsString;

use super::{Cli, Command, Global, NowArgs, StandbyArgs, StretchArgs};

/// Reads the arguments after the program's name; `None` when the parser is needed.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Option<Cli> {
    let mut global = Global::default();
    let mut command = None;
    for argument in arguments {
        let word = argument.to_str()?;
        match (word, &command) {
            ("--no-save", _) if !global.no_save => global.no_save = true,
            ("now", None) => command = Some(Command::Now(NowArgs::default())),
            ("stretch", None) => command = Some(Command::Stretch(StretchArgs::default())),
            ("standby", None) => command = Some(Command::Standby(StandbyArgs::default())),
            _ => return None,
        }
    }
    Some(Cli { command, global })
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn quick(line: &str) -> Option<Cli> {
        read(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn what_is_read_quickly_means_the_same_to_the_parser() {
        for line in [
            "",
            "now",
            "stretch",
            "standby",
            "--no-save",
            "--no-save now",
            "stretch --no-save",
        ] {
            let parsed = Cli::parse_from(format!("uncramp {line}").split_whitespace());
            let read = quick(line).expect(line);
            assert_eq!(format!("{read:?}"), format!("{parsed:?}"), "{line}");
        }
    }

    #[test]
    fn everything_else_is_left_to_the_parser() {
        for line in [
            "--help",
            "-V",
            "now calf",
            "now now",
            "stretch bedtime",
            "--no-save --no-save",
            "--ascii",
            "nwo",
        ] {
            assert!(quick(line).is_none(), "{line}");
        }
    }
}
