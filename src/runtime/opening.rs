//! What the program starts from and how it was left, in the full screen and line by line.

use std::sync::Arc;

use super::environment::Files;
use crate::app::effect::Ending;
use crate::app::message::Launch;
use crate::app::settings::Settings;
use crate::guide::Guide;

/// Everything the program starts from, in the full screen or line by line.
#[derive(Debug)]
pub struct Opening {
    /// The guide.
    pub guide: Arc<Guide>,
    /// Where the guide came from, and where the diary is kept.
    pub files: Files,
    /// What the reader chose.
    pub settings: Settings,
    /// The first page.
    pub launch: Launch,
    /// Notices to show once.
    pub notices: Vec<String>,
}

/// How the program was left, and what to leave in the scrollback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// By choice or by Ctrl-C.
    pub ending: Ending,
    /// The pages marked for printing.
    pub exit_text: String,
    /// What could not be saved on leaving.
    pub exit_error: Option<String>,
}
