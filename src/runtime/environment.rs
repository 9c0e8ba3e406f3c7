//! The environment of the running program: clocks, the guide file, outside programs and the diary.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::clock::Clock;
use super::programs::ExternalPrograms;
use super::terminal::TerminalHandle;
use super::{Environment, guide_file, platform};
use crate::app::effect::{DeviceRequest, Effect};
use crate::app::message::Message;
use crate::app::settings::Settings;
use crate::app::time::Now;
use crate::diary::service::DiaryService;

/// The machine and its terminal.
#[derive(Debug)]
pub struct SystemEnvironment {
    clock: Clock,
    /// The full screen; `None` line by line.
    terminal: Option<TerminalHandle>,
    file: Option<Watched>,
    /// The emergency number that is put into the guide.
    emergency_number: Option<String>,
    programs: ExternalPrograms,
    diary: DiaryService,
}

/// The files that a session reads and writes.
#[derive(Debug)]
pub struct Files {
    /// The file the guide came from; saving it reloads it.
    pub guide: Option<PathBuf>,
    /// Where the diary is kept; `None` without a home.
    pub data_dir: Option<PathBuf>,
}

/// A guide file that is read again when it is saved.
#[derive(Debug)]
struct Watched {
    path: PathBuf,
    seen: Option<Saved>,
    /// How often in a row it was not found.
    missing: u8,
    polled: Duration,
}

/// When a file was saved, and its length in bytes.
type Saved = (SystemTime, u64);

/// A file that is missing this many times in a row is gone; once may be an editor that saves it.
const GONE: u8 = 2;

/// How often the guide file is checked.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

impl SystemEnvironment {
    /// The environment of a program that fills this terminal, or talks line by line without one.
    pub fn new(
        clock: Clock,
        terminal: Option<TerminalHandle>,
        files: Files,
        programs: ExternalPrograms,
        settings: &Settings,
    ) -> Self {
        let file = files.guide.map(|path| {
            let seen = saved(&path);
            Watched { path, seen, missing: 0, polled: clock.now().mono }
        });
        let diary = DiaryService::new(files.data_dir, settings.save, settings.note_sessions);
        Self {
            clock,
            diary: if terminal.is_some() { diary.on_screen() } else { diary },
            terminal,
            file,
            emergency_number: settings.emergency_number.clone(),
            programs,
        }
    }
}

impl Environment for SystemEnvironment {
    fn now(&self) -> Now {
        self.clock.now()
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Diary(request) => self.diary.carry_out(&request).map(Message::Diary),
            Effect::Device(DeviceRequest::Ring) if !self.programs.has_bell_command() => {
                let failed = match &self.terminal {
                    Some(terminal) => terminal.write(b"\x07").err(),
                    None => io::stdout().write_all(b"\x07").and(io::stdout().flush()).err(),
                };
                failed.map(|error| Message::Failed(error.to_string()))
            }
            Effect::Device(request) => self.programs.carry_out(&request),
            Effect::Suspend => {
                // Line by line the shell stops it without being asked.
                if let Some(terminal) = &self.terminal {
                    terminal.suspend(platform::stop);
                }
                None
            }
            // The loop itself draws.
            Effect::Redraw => None,
        }
    }

    fn poll(&mut self) -> Option<Message> {
        let now = self.clock.now().mono;
        if let Some(words) = self.programs.poll() {
            return Some(Message::Failed(words));
        }
        let file = self.file.as_mut()?;
        if now.saturating_sub(file.polled) < POLL_INTERVAL {
            return None;
        }
        file.polled = now;
        let saved = saved(&file.path);
        if saved.is_none() {
            file.missing = file.missing.saturating_add(1);
            let gone = "The guide file is gone. The last good guide stays in use.".to_owned();
            return (file.missing == GONE).then_some(Message::Failed(gone));
        }
        file.missing = 0;
        if saved == file.seen {
            return None;
        }
        file.seen = saved;
        let read = guide_file::read(&file.path);
        Some(Message::GuideChanged(match read {
            Ok(loaded) => {
                let number = self.emergency_number.as_deref();
                Ok(Arc::new(loaded.guide.with_emergency_number(number)))
            }
            Err(error) => Err(error.to_string()),
        }))
    }

    fn finish(&mut self) -> Option<String> {
        self.programs.finish()
    }

    fn poll_interval(&self) -> Option<Duration> {
        let file = self.file.as_ref().map(|_| POLL_INTERVAL);
        let intervals = [file, self.programs.poll_interval()];
        intervals.into_iter().flatten().min()
    }
}

fn saved(path: &Path) -> Option<Saved> {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.modified().ok()?, meta.len()))
}
