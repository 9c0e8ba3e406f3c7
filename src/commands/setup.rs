//! What every command starts from: the settings in effect and the guide to use.

use std::path::{Path, PathBuf};

use super::output::print_message;
use super::{Exit, Failure, Outcome};
use crate::app::settings::Settings;
use crate::cli::GlobalFlags;
use crate::config::{EnvironmentVariables, Mistake, folders, merge, terminal};
use crate::guide::problem::Problems;
use crate::guide::{self, Guide};
use crate::runtime::guide_file;

/// The settings in effect, and what to tell the user about them.
#[derive(Debug)]
pub struct Setup {
    /// The flags that every command takes.
    pub flags: GlobalFlags,
    /// The environment variables that count, and which streams are terminals.
    pub environment: EnvironmentVariables,
    /// Flags, environment and config merged.
    pub settings: Settings,
    /// Where the diary is kept; `None` without a home.
    pub data_dir: Option<PathBuf>,
    /// Whether the program works line by line.
    pub plain: bool,
    /// What is wrong in the config file.
    pub mistakes: Vec<Mistake>,
    /// What to tell the user once, without stopping.
    pub notices: Vec<String>,
    /// The config file, whether or not it exists; `None` without a home.
    pub config_file: Option<PathBuf>,
    /// The file of the guide in use; `None` for the one that comes with the program.
    pub guide_file: Option<PathBuf>,
    /// Why the chosen guide file cannot be used, where the built-in guide stands in for it.
    pub guide_error: Option<String>,
}

/// What to do about a file that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// A file named by a flag must be usable.
    Strict,
    /// Go on without it, because somebody with a cramp cannot wait.
    Forgiving,
}

impl Setup {
    /// Merges flags, environment and config file.
    pub fn new(flags: &GlobalFlags, strictness: Strictness) -> Outcome<Self> {
        let environment = EnvironmentVariables::read();
        let named = flags.config.clone();
        let config_file = named.clone().or_else(folders::config_file);
        let (settings, mistakes) = merge::settings(flags, &environment, config_file.as_deref());
        if named.is_some() && !mistakes.is_empty() && strictness == Strictness::Strict {
            let lines: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
            return Err(Failure::new(Exit::BadFile, lines.join("\nuncramp: ")));
        }
        Ok(Self {
            settings,
            data_dir: flags.data_dir.clone().or_else(folders::data),
            plain: terminal::is_plain(flags, &environment),
            flags: flags.clone(),
            environment,
            mistakes,
            notices: Vec::new(),
            config_file,
            guide_file: None,
            guide_error: None,
        })
    }

    /// The same, and the guide to use.
    pub fn with_guide(flags: &GlobalFlags, strictness: Strictness) -> Outcome<(Self, Guide)> {
        let mut setup = Self::new(flags, strictness)?;
        let guide = setup.guide(strictness)?;
        Ok((setup, guide))
    }

    /// The same with a guide that has rescue steps, because somebody who asks for them by command
    /// has a cramp, whatever the guide in use is about.
    pub fn with_rescue(flags: &GlobalFlags, strictness: Strictness) -> Outcome<(Self, Guide)> {
        let (mut setup, mut guide) = Self::with_guide(flags, strictness)?;
        if guide.rescue.is_none() {
            setup.guide_file = None;
            guide = built_in()?.with_emergency_number(setup.settings.emergency_number.as_deref());
        }
        Ok((setup, guide))
    }

    /// The guide to use.
    pub(super) fn guide(&mut self, strictness: Strictness) -> Outcome<Guide> {
        let strictness =
            if self.flags.guide.is_some() { strictness } else { Strictness::Forgiving };
        let guide = match self.settings.guide.clone() {
            Some(file) => self.guide_from_file(&file, strictness)?,
            None => built_in()?,
        };
        if let Some(id) = self.settings.bedtime.take_if(|id| !guide.routines.contains_key(&**id)) {
            self.notices
                .push(format!("`bedtime: {id}` in the config file names no routine of this guide"));
        }
        Ok(guide.with_emergency_number(self.settings.emergency_number.as_deref()))
    }

    fn guide_from_file(&mut self, file: &Path, strictness: Strictness) -> Outcome<Guide> {
        match guide_file::read(file) {
            Ok(guide) => {
                self.guide_file = Some(file.to_owned());
                Ok(guide)
            }
            Err(why) => {
                let short = if why.is::<Problems>() {
                    format!(
                        "{file} has mistakes; `uncramp check {file}` shows each and how to fix it",
                        file = file.display()
                    )
                } else {
                    why.to_string()
                };
                if strictness == Strictness::Strict {
                    return Err(Failure::new(Exit::BadFile, short));
                }
                self.guide_error = Some(short);
                built_in()
            }
        }
    }

    /// Takes every notice for the reader, first that a chosen guide cannot be used. `tell` words a
    /// mistake of the config file.
    pub fn take_notices(&mut self, tell: fn(&Mistake) -> String) -> Vec<String> {
        let guide = self.guide_error.take();
        let guide = guide.map(|why| format!("the built-in guide is used: {why}"));
        let mistakes = std::mem::take(&mut self.mistakes);
        let mistakes = mistakes.iter().map(tell);
        guide.into_iter().chain(mistakes).chain(self.notices.drain(..)).collect()
    }

    /// Prints the notices on stderr and forgets them.
    pub fn print_notices(&mut self) {
        for notice in self.take_notices(Mistake::to_string) {
            print_message(&notice);
        }
    }
}

/// The guide that comes with the program.
pub(super) fn built_in() -> Outcome<Guide> {
    guide::built_in().map_err(|fault| Failure::new(Exit::Failed, fault))
}
