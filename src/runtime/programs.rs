//! The outside programs of a session: voice, sound, notification, and what keeps the machine
//! awake. All of them end with this program.

pub(crate) mod child;
pub(crate) mod find;
pub mod sleep_inhibitor;
pub(crate) mod voice;

use std::time::{Duration, Instant};

use crate::app::effect::DeviceRequest;
use crate::app::message::Message;
use crate::app::settings::Settings;
use crate::runtime::platform;
use crate::text::io_error;
use child::{ManagedChild, ManagedChildren};
use sleep_inhibitor::SleepInhibitor;
use voice::Speaker;

/// How long after its start it is checked whether a notifier has failed.
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

    /// Whether a command makes the sound; otherwise it is the terminal's bell.
    pub fn has_bell_command(&self) -> bool {
        self.speaker.has_bell_command()
    }

    /// Carries out a request. The message tells its result, or that a program is missing.
    pub fn carry_out(&mut self, request: &DeviceRequest) -> Option<Message> {
        let failed = match request {
            DeviceRequest::Ring => self.speaker.ring(),
            DeviceRequest::Speak(words) => self.speaker.say(words),
            DeviceRequest::Hush => {
                self.speaker.hush();
                None
            }
            DeviceRequest::KeepAwake(on) => self.awake.want(*on),
            DeviceRequest::Notify(words) => self.notify(words),
            DeviceRequest::CheckVoice => return Some(Message::VoiceChecked(self.speaker.check())),
        };
        failed.map(Message::Failed)
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
        let Some((_, mut command)) = find::first(platform::NOTIFIERS) else {
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
