//! Where `PATH` has an outside program.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::child::silent;
use crate::runtime::platform;

/// A program of the system, with the arguments that come before those of a call.
pub(crate) type SystemProgram = (&'static str, &'static [&'static str]);

/// The first of these programs that `PATH` has: its name, and the command that starts it.
pub(crate) fn first(programs: &[SystemProgram]) -> Option<(&'static str, Command)> {
    programs.iter().find_map(|(name, arguments)| {
        let mut command = silent(find(name)?);
        command.args(*arguments);
        Some((*name, command))
    })
}

/// The file of a program: a name with a slash is the file itself, any other is sought in `PATH`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    if Path::new(name).components().count() > 1 {
        return platform::program(PathBuf::from(name));
    }
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find_map(|folder| platform::program(folder.join(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_every_system_has_is_found_and_nonsense_is_not() {
        let missing: SystemProgram = ("no-such-program-here", &[]);
        let found = first(&[missing, ("sh", &[])]);
        assert_eq!(found.map(|(name, _)| name), Some("sh"));
        assert!(first(&[missing]).is_none());
        let shell = find("sh").unwrap();
        assert_eq!(find(&shell.display().to_string()), Some(shell));
        assert_eq!(find("/no/such/place/sh"), None);
    }
}
