//! The environment of the running program: clocks, the guide file, outside programs and the diary.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::guide_watch::{GuideWatch, POLL_INTERVAL};
use super::programs::ExternalPrograms;
use super::programs::child::ManagedChildren;
use super::terminal::TerminalHandle;
use super::{Environment, platform};
use crate::app::effect::{DeviceRequest, Effect};
use crate::app::message::Message;
use crate::app::settings::Settings;
use crate::app::time::Now;
use crate::diary::service::{DiaryService, SaveOptions};
use crate::stretch::cramp::BootTime;

/// The machine and its terminal.
#[derive(Debug)]
pub struct SystemEnvironment {
    /// When it began, by the clock that stands still while the machine sleeps, in nanoseconds.
    awake: u64,
    /// The same by the clock that goes on.
    boot: u64,
    zone: TimeZone,
    /// The full screen; `None` line by line.
    terminal: Option<TerminalHandle>,
    guide: Option<GuideWatch>,
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

impl SystemEnvironment {
    /// The environment of a program that fills this terminal, or talks line by line without one.
    pub fn new(
        terminal: Option<TerminalHandle>,
        files: Files,
        settings: &Settings,
        children: &ManagedChildren,
    ) -> Self {
        let number = settings.emergency_number.clone();
        let guide = files.guide.map(|path| GuideWatch::new(path, number, Duration::ZERO));
        let save = SaveOptions { diary: !settings.no_save, sessions: !settings.no_log };
        let diary = DiaryService::new(files.data_dir, save);
        Self {
            awake: zeitstempel::now_awake(),
            boot: zeitstempel::now(),
            zone: platform::time_zone(),
            terminal,
            guide,
            programs: ExternalPrograms::new(settings, children),
            diary,
        }
    }

    fn local_time(&self) -> Zoned {
        Timestamp::now().to_zoned(self.zone.clone())
    }
}

impl Environment for SystemEnvironment {
    fn now(&self) -> Now {
        let since = |now: u64, start| Duration::from_nanos(now.saturating_sub(start));
        Now {
            mono: since(zeitstempel::now_awake(), self.awake),
            boot: BootTime(since(zeitstempel::now(), self.boot)),
            wall: Some(self.local_time().time()),
        }
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Diary(request) => {
                let now = self.local_time();
                self.diary.carry_out(&request, &now).map(Message::Diary)
            }
            Effect::Device(DeviceRequest::Ring) if !self.programs.has_sound() => {
                let failed = match &self.terminal {
                    Some(terminal) => terminal.write(b"\x07").err(),
                    None => io::stdout().write_all(b"\x07").and(io::stdout().flush()).err(),
                };
                failed.map(|error| Message::Notice(error.to_string()))
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
        if let Some(words) = self.programs.poll() {
            return Some(Message::Notice(words));
        }
        let passed = self.now().mono;
        self.guide.as_mut()?.poll(passed)
    }

    fn finish(&mut self) -> Option<String> {
        self.programs.finish()
    }

    fn poll_interval(&self) -> Option<Duration> {
        let guide = self.guide.as_ref().map(|_| POLL_INTERVAL);
        let intervals = [guide, self.programs.poll_interval()];
        intervals.into_iter().flatten().min()
    }
}
