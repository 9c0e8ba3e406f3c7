//! The outside programs that a session may use: a voice, a sound, a
//! notification, something that keeps the machine awake. None outlives us.

pub mod running;

use std::time::{Duration, Instant};

use crate::app::effect::Effect;
use crate::app::settings::Settings;
use crate::keep_awake::KeepAwake;
use crate::notification;
use crate::voice::Speaker;
use running::{AllRunning, Running};

/// How long a program that keeps awake gets to find out that it cannot.
const GIVES_UP_WITHIN: Duration = Duration::from_millis(500);

/// The programs the reader chose, started when they are needed.
#[derive(Debug)]
pub struct Companions {
    speaker: Speaker,
    awake: Option<KeepAwake>,
    /// When that was started, until it was looked at whether it has begun well.
    unproven: Option<Instant>,
    notifier: Running,
}

impl Companions {
    /// Those that the settings name; what runs can be ended through `all` too.
    pub fn new(settings: &Settings, all: &AllRunning) -> Self {
        Self {
            speaker: Speaker::new(&settings.sound, &settings.voice, all),
            awake: None,
            unproven: None,
            notifier: all.notifier.clone(),
        }
    }

    /// Whether a command makes the sound; otherwise it is the terminal's bell.
    pub fn has_bell_command(&self) -> bool {
        self.speaker.has_bell_command()
    }

    /// Does what one of the programs can do, and nothing else. The message is
    /// for the reader, when a program is missing.
    pub fn carry_out(&mut self, effect: &Effect) -> Option<String> {
        match effect {
            Effect::Ring => self.speaker.ring(),
            Effect::Speak(words) => self.speaker.say(words),
            Effect::Hush => {
                self.speaker.hush();
                None
            }
            Effect::KeepAwake(on) => self.keep_awake(*on),
            Effect::Notify(words) => self.notify(words),
            _ => None,
        }
    }

    fn keep_awake(&mut self, on: bool) -> Option<String> {
        if !on {
            (self.awake, self.unproven) = (None, None);
            return None;
        }
        if self.awake.is_some() {
            return None;
        }
        match KeepAwake::start() {
            Ok(awake) => {
                self.awake = Some(awake);
                self.unproven = Some(Instant::now());
                None
            }
            Err(message) => Some(message),
        }
    }

    /// How soon [`Self::look`] is worth calling; `None` when there is nothing to look at.
    pub fn pace(&self) -> Option<Duration> {
        self.unproven.map(|_| GIVES_UP_WITHIN)
    }

    /// Looks once, a moment after its start, whether what keeps the machine awake still does.
    pub fn look(&mut self) -> Option<String> {
        let started = self.unproven?;
        if started.elapsed() < GIVES_UP_WITHIN {
            return None;
        }
        self.unproven = None;
        let message = self.awake.as_mut()?.gave_up()?;
        self.awake = None;
        Some(message)
    }

    /// A notifier that hangs must not keep us: the one before ends.
    fn notify(&mut self, words: &str) -> Option<String> {
        notification::show(words, &self.notifier).err()
    }
}

impl Drop for Companions {
    fn drop(&mut self) {
        self.notifier.end();
    }
}
