//! The world outside the loop: clocks, the guide file, sound, and stopping.

use std::path::PathBuf;
use std::process::Child;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::Edge;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::settings::Settings;
use crate::app::time::Now;
use crate::guide_file;
use crate::keep_awake::KeepAwake;
use crate::notification;
use crate::terminal::clock::Clock;
use crate::terminal::{Stage, signals};
use crate::voice::Speaker;

/// The real world.
#[derive(Debug)]
pub struct World {
    clock: Clock,
    stage: Stage,
    file: Option<Watched>,
    speaker: Speaker,
    awake: Option<KeepAwake>,
    /// The program that shows a notification, until it has ended.
    notifier: Option<Child>,
}

/// A guide file that may be saved while it is read.
#[derive(Debug)]
struct Watched {
    path: PathBuf,
    seen: Option<Stamp>,
    looked: Duration,
}

/// What changes when a file is saved.
type Stamp = (SystemTime, u64);

/// How often the guide file is looked at.
const PACE: Duration = Duration::from_secs(1);

impl World {
    /// The world of a session on this terminal.
    pub fn new(clock: Clock, stage: Stage, file: Option<PathBuf>, settings: &Settings) -> Self {
        let file = file.map(|path| {
            let seen = stamp(&path);
            Watched {
                path,
                seen,
                looked: clock.now().mono,
            }
        });
        Self {
            clock,
            stage,
            file,
            speaker: Speaker::new(&settings.sound, &settings.voice),
            awake: None,
            notifier: None,
        }
    }
}

impl World {
    fn keep_awake(&mut self, on: bool) -> Option<String> {
        if !on {
            self.awake = None;
            return None;
        }
        if self.awake.is_some() {
            return None;
        }
        match KeepAwake::start() {
            Ok(awake) => {
                self.awake = Some(awake);
                None
            }
            Err(message) => Some(message),
        }
    }

    fn notify(&mut self, words: &str) -> Option<String> {
        self.reap();
        match notification::show(words) {
            Ok(child) => {
                self.notifier = Some(child);
                None
            }
            Err(message) => Some(message),
        }
    }

    fn reap(&mut self) {
        if let Some(mut child) = self.notifier.take() {
            // One that hangs must not keep us.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.reap();
    }
}

impl Edge for World {
    fn now(&self) -> Now {
        self.clock.now()
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            // The loop leaves by itself.
            Effect::Leave(_) => None,
            Effect::Suspend => {
                self.stage.suspend(signals::stop);
                None
            }
            Effect::Ring if self.speaker.has_bell_command() => self.speaker.ring(),
            Effect::Ring => self
                .stage
                .write(b"\x07")
                .err()
                .map(|error| error.to_string()),
            Effect::Speak(words) => self.speaker.say(&words),
            Effect::Hush => {
                self.speaker.hush();
                None
            }
            Effect::KeepAwake(on) => self.keep_awake(on),
            Effect::Notify(words) => self.notify(&words),
        }
        .map(Message::Failed)
    }

    fn look_round(&mut self) -> Option<Message> {
        let now = self.clock.now().mono;
        let file = self.file.as_mut()?;
        if now.saturating_sub(file.looked) < PACE {
            return None;
        }
        file.looked = now;
        let stamp = stamp(&file.path);
        // A file that is not there for a moment is being saved.
        if stamp.is_none() || stamp == file.seen {
            return None;
        }
        file.seen = stamp;
        let read = guide_file::read(&file.path);
        Some(Message::GuideChanged(match read {
            Ok(loaded) => Ok(Arc::new(loaded.guide)),
            Err(error) => Err(error.to_string()),
        }))
    }

    fn pace(&self) -> Option<Duration> {
        self.file.as_ref().map(|_| PACE)
    }
}

fn stamp(path: &std::path::Path) -> Option<Stamp> {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.modified().ok()?, meta.len()))
}
