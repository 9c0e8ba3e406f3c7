//! Where the config file and the diary live: the XDG base directories, on macOS too.

use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Name of the program's own folder in each base directory.
const OWN: &str = "uncramp";

/// The folder for the diary, or `None` when this user has no home.
pub fn data() -> Option<PathBuf> {
    Xdg::new().ok().map(|xdg| xdg.data_dir().join(OWN))
}

/// The config file, or `None` when this user has no home. It need not exist.
pub fn config_file() -> Option<PathBuf> {
    Xdg::new().ok().map(|xdg| xdg.config_dir().join(OWN).join("config.yaml"))
}
