//! Where the config file and the diary live: the XDG base directories on Linux and macOS, the
//! roaming folder of the user on Windows.

use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};

/// Name of the program's own folder in each base directory.
const OWN: &str = "uncramp";

/// The folder for the diary, or `None` when this user has no home.
pub(crate) fn data() -> Option<PathBuf> {
    choose_base_strategy().ok().map(|folders| folders.data_dir().join(OWN))
}

/// The config file, or `None` when this user has no home. It need not exist.
pub(crate) fn config_file() -> Option<PathBuf> {
    choose_base_strategy().ok().map(|folders| folders.config_dir().join(OWN).join("config.yaml"))
}
