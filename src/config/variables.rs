//! What the environment says about terminal, locale and the wishes of the user.

use std::env;
use std::io::{self, IsTerminal};

/// The environment variables that count, and which streams are terminals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnvironmentVariables {
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `CLICOLOR_FORCE` is set and not `0`.
    pub force_color: bool,
    /// `ACCESSIBLE` asks for line-by-line mode.
    pub accessible: bool,
    /// `REDUCED_MOTION` asks for figures that stand still.
    pub reduced_motion: bool,
    /// `TERM`; empty where it is not set.
    pub term: String,
    /// `COLORTERM`; empty where it is not set.
    pub colorterm: String,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    pub locale: String,
    /// Standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Standard output is a terminal.
    pub stdout_is_terminal: bool,
}

impl EnvironmentVariables {
    /// Reads the environment of this process.
    pub fn read() -> Self {
        let text = |name| {
            env::var_os(name).map_or_else(String::new, |value| value.to_string_lossy().into_owned())
        };
        let wish = |name| !matches!(&*text(name), "" | "0" | "false" | "no" | "off");
        Self {
            no_color: !text("NO_COLOR").is_empty(),
            force_color: !matches!(&*text("CLICOLOR_FORCE"), "" | "0"),
            accessible: wish("ACCESSIBLE"),
            reduced_motion: wish("REDUCED_MOTION"),
            term: text("TERM"),
            colorterm: text("COLORTERM"),
            locale: ["LC_ALL", "LC_CTYPE", "LANG"]
                .map(text)
                .into_iter()
                .find(|value| !value.is_empty())
                .unwrap_or_default(),
            stdin_is_terminal: io::stdin().is_terminal(),
            stdout_is_terminal: io::stdout().is_terminal(),
        }
    }

    /// Whether a full screen can be shown and answered.
    pub fn has_terminal(&self) -> bool {
        self.stdin_is_terminal && self.stdout_is_terminal
    }

    /// Whether the terminal can only print lines.
    pub fn is_dumb(&self) -> bool {
        self.term == "dumb"
    }

    /// Whether only plain characters are safe: the locale says it is not UTF-8,
    /// or this is the Linux console, whose font has few signs. An unset locale
    /// says nothing, as in most containers, and is trusted.
    pub fn is_ascii(&self) -> bool {
        let locale = self.locale.to_ascii_lowercase();
        let utf8 = locale.contains("utf-8") || locale.contains("utf8");
        (!locale.is_empty() && !utf8) || self.term == "linux"
    }
}
