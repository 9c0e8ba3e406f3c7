//! The folders of this user: the XDG base directories on Linux and macOS, the roaming folder on
//! Windows. `None` where this user has no home.

use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};

/// Name of the program's own folder in each of them.
const OWN: &str = "uncramp";

/// The config file, whether or not it exists.
pub(crate) fn config_file() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.config_dir().join(OWN).join("config.yaml"))
}

/// Where the diary is kept.
pub(crate) fn data() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.data_dir().join(OWN))
}
