//! The outside programs of a session: voice, sound, notification, and what keeps the machine
//! awake. All of them end with this program.

pub(crate) mod child;
pub mod sleep_inhibitor;
pub(crate) mod speaker;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::app::effect::DeviceRequest;
use crate::app::message::Message;
use crate::app::settings::Settings;
use crate::runtime::platform;
use crate::text::io_error;
use child::{ManagedChild, ManagedChildren, silent};
use sleep_inhibitor::SleepInhibitor;
use speaker::Speaker;

/// How long after its start it is checked whether a program has failed.
const FAILS_WITHIN: Duration = Duration::from_millis(500);

/// How long the end of a session waits for speech and notification.
const FINISH_TIMEOUT: Duration = Duration::from_secs(3);

/// The programs the reader chose, started when they are needed.
#[derive(Debug)]
pub struct ExternalPrograms {
    speaker: Speaker,
    awake: SleepInhibitor,
    notifier: ManagedChild,
    /// When it was started, until it has been checked.
    notified: Option<Instant>,
}

impl ExternalPrograms {
    /// The programs that the settings name. `all` can end them from another thread.
    pub fn new(settings: &Settings, all: &ManagedChildren) -> Self {
        Self {
            speaker: Speaker::new(&settings.sound, &settings.voice, all),
            awake: SleepInhibitor::default(),
            notifier: all.notifier.clone(),
            notified: None,
        }
    }

    /// Carries out a request. The message tells its result, or that a program is missing.
    pub fn carry_out(&mut self, request: &DeviceRequest) -> Option<Message> {
        let failed = match request {
            DeviceRequest::Ring => self.speaker.ring(),
            DeviceRequest::Speak(words) => self.speaker.speak(words),
            DeviceRequest::Hush => {
                self.speaker.hush();
                None
            }
            DeviceRequest::KeepAwake(on) => self.awake.want(*on),
            DeviceRequest::Notify(words) => self.notify(words),
            DeviceRequest::CheckVoice => return Some(Message::VoiceChecked(self.speaker.check())),
        };
        failed.map(Message::Notice)
    }

    /// Whether a command is the sound, in place of the terminal's own bell.
    pub fn has_sound(&self) -> bool {
        self.speaker.sound_command.is_some()
    }

    /// When to call [`Self::poll`] next; `None` when nothing is running.
    pub fn poll_interval(&self) -> Option<Duration> {
        let shown = self.notified.map(|_| FAILS_WITHIN);
        let others = [self.awake.poll_interval(), self.speaker.poll_interval()];
        others.into_iter().flatten().chain(shown).min()
    }

    /// Checks, when it is time, whether the programs have failed. The message is for the reader.
    pub fn poll(&mut self) -> Option<String> {
        let failed = self.awake.poll().or_else(|| self.speaker.poll());
        failed.or_else(|| {
            let is_time = self.notified?.elapsed() >= FAILS_WITHIN;
            is_time.then(|| self.not_shown())?
        })
    }

    /// Waits for the end of speech and notification, for three seconds at most. The message
    /// is for the reader.
    pub fn finish(&mut self) -> Option<String> {
        self.notifier.wait(self.speaker.finish(FINISH_TIMEOUT));
        self.not_shown()
    }

    /// Shows a notification; an earlier notifier that still runs is ended.
    fn notify(&mut self, words: &str) -> Option<String> {
        let Some((_, mut command)) = first(platform::NOTIFIERS) else {
            return Some("This system has no program for notifications.".to_owned());
        };
        let failed = self.notifier.start(command.arg(words)).err();
        self.notified = failed.is_none().then(Instant::now);
        failed.map(|error| format!("No notification: {}.", io_error::why(&error)))
    }

    fn not_shown(&mut self) -> Option<String> {
        self.notified.take()?;
        let failed = !self.notifier.ended()?.success();
        failed.then(|| "The notification could not be shown: there is no desktop here.".to_owned())
    }
}

impl Drop for ExternalPrograms {
    fn drop(&mut self) {
        self.notifier.end();
    }
}

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
