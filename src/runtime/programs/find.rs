//! Which outside programs there are, and where `PATH` has them.

use std::env;
use std::path::{Path, PathBuf};

use crate::runtime::platform;

/// Programs that speak, the preferred one first.
pub(crate) const VOICES: [&str; 3] = ["spd-say", "say", "espeak-ng"];
/// Programs that show a notification.
pub(crate) const NOTIFIERS: [&str; 2] = ["notify-send", "osascript"];
/// Programs that keep the machine awake.
pub(crate) const WAKERS: [&str; 2] = ["systemd-inhibit", "caffeinate"];

/// The first of these programs that `PATH` has, with its file.
pub(crate) fn first(names: &[&'static str]) -> Option<(&'static str, PathBuf)> {
    let found = |name: &&'static str| find(name).map(|file| (*name, file));
    names.iter().find_map(found)
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
        let found = first(&["no-such-program-here", "sh"]);
        assert_eq!(found.map(|(name, _)| name), Some("sh"));
        assert_eq!(first(&["no-such-program-here"]), None);
        let shell = find("sh").unwrap();
        assert_eq!(find(&shell.display().to_string()), Some(shell));
        assert_eq!(find("/no/such/place/sh"), None);
    }
}
