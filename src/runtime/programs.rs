//! The outside programs that a session may use: a voice, a sound, a
//! notification, something that keeps the machine awake. None outlives us.

pub(crate) mod child;
pub(crate) mod find;
pub mod keep_awake;
mod notification;
mod sleep_inhibitor;
pub(crate) mod voice;

use std::time::{Duration, Instant};

use crate::app::effect::DeviceRequest;
use crate::app::settings::Settings;
use crate::text::messages::system;
use child::{ManagedChild, ManagedChildren};
use sleep_inhibitor::SleepInhibitor;
use voice::Speaker;

/// How long after its start a program is looked at whether it has failed.
const FAILS_WITHIN: Duration = Duration::from_millis(500);

/// How long the end of a session waits for what is still being said or shown.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// The programs the reader chose, started when they are needed.
#[derive(Debug)]
pub struct ExternalPrograms {
    speaker: Speaker,
    awake: SleepInhibitor,
    notifier: ManagedChild,
    /// When it was started, until it was looked at.
    notified: Option<Instant>,
}

impl ExternalPrograms {
    /// Those that the settings name; what runs can be ended through `all` too.
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

    /// Whether there is a voice.
    ///
    /// # Errors
    /// A sentence for the reader, when there is none.
    pub fn check_voice(&self) -> Result<(), String> {
        self.speaker.check()
    }

    /// Does what one of the programs can do, and nothing else. The message is
    /// for the reader, when a program is missing.
    pub fn carry_out(&mut self, request: &DeviceRequest) -> Option<String> {
        match request {
            DeviceRequest::Ring => self.speaker.ring(),
            DeviceRequest::Speak(words) => self.speaker.say(words),
            DeviceRequest::Hush => {
                self.speaker.hush();
                None
            }
            DeviceRequest::KeepAwake(on) => self.awake.want(*on),
            DeviceRequest::Notify(words) => self.notify(words),
            DeviceRequest::CheckVoice => self.check_voice().err(),
        }
    }

    /// How soon [`Self::poll`] is worth calling; `None` when there is nothing to look at.
    pub fn poll_interval(&self) -> Option<Duration> {
        let shown = self.notified.map(|_| FAILS_WITHIN);
        let others = [self.awake.poll_interval(), self.speaker.poll_interval()];
        others.into_iter().flatten().chain(shown).min()
    }

    /// Looks, when it is time, whether what was started does its work; the message is for the
    /// reader.
    pub fn poll(&mut self) -> Option<String> {
        let failed = self.awake.poll().or_else(|| self.speaker.poll());
        failed.or_else(|| {
            let is_time = self.notified?.elapsed() >= FAILS_WITHIN;
            is_time.then(|| self.not_shown())?
        })
    }

    /// Lets what is being said and shown come to its end, for a moment at most. The message is
    /// for the reader.
    pub fn finish(&mut self) -> Option<String> {
        self.notifier.wait(self.speaker.finish(LAST_WORDS));
        self.not_shown()
    }

    /// A notifier that hangs must not keep us: the one before ends.
    fn notify(&mut self, words: &str) -> Option<String> {
        let failed = notification::show(words, &self.notifier).err();
        self.notified = failed.is_none().then(Instant::now);
        failed
    }

    fn not_shown(&mut self) -> Option<String> {
        self.notified.take()?;
        let failed = !self.notifier.ended()?.success();
        failed.then(|| system::NO_DESKTOP.to_owned())
    }
}

impl Drop for ExternalPrograms {
    fn drop(&mut self) {
        self.notifier.end();
    }
}
