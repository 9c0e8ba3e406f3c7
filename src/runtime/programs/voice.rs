//! Sound and speech by outside commands, started without a shell. The clock
//! never waits for them: what is being said is cut off by what comes next.

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::child::{ManagedChild, ManagedChildren};
use super::find::{self, VOICES};
use crate::app::settings::{CommandLine, Sound, Voice};
use crate::text::io_error;
use crate::text::messages::system;

/// Says words and rings, one thing at a time each.
#[derive(Debug)]
pub struct Speaker {
    /// The one that speaks, then those that take over when it fails; looked for when one is needed.
    voices: Option<VecDeque<CommandLine>>,
    chosen: Option<CommandLine>,
    bell: Option<CommandLine>,
    speaking: ManagedChild,
    ringing: ManagedChild,
    /// What is being said, until its voice is known to work.
    said: Option<Said>,
    /// The program that handed the last sentence to a service, until it is taken back.
    queued: Option<String>,
    /// What is wrong with the voice is told once.
    told: bool,
}

/// A sentence that a voice was given.
#[derive(Debug)]
struct Said {
    words: String,
    at: Instant,
    /// When to look next what has become of it.
    look: Duration,
}

/// How long after its start a voice is first looked at whether it has failed.
const FAILS_WITHIN: Duration = Duration::from_millis(500);

/// No sentence of ours takes longer: a voice that still runs then hangs.
const HANGS_AFTER: Duration = Duration::from_secs(12);

impl Speaker {
    /// The commands the reader chose; those named in the config are trusted, a guide names none.
    pub fn new(sound: &Sound, voice: &Voice, all: &ManagedChildren) -> Self {
        let bell = match sound {
            Sound::Command(command) => Some(command.clone()),
            Sound::Unset | Sound::Off | Sound::Bell => None,
        };
        let chosen = match voice {
            Voice::Command(command) => Some(command.clone()),
            Voice::Unset | Voice::Off | Voice::Auto => None,
        };
        Self {
            voices: None,
            chosen,
            bell,
            speaking: all.voice.clone(),
            ringing: all.sound.clone(),
            said: None,
            queued: None,
            told: false,
        }
    }

    fn voices(&mut self) -> &mut VecDeque<CommandLine> {
        self.voices.get_or_insert_with(|| candidates(self.chosen.as_ref()))
    }

    /// Whether there is a voice that is not known to fail.
    ///
    /// # Errors
    /// A sentence for the reader, when there is none.
    pub fn check(&self) -> Result<(), String> {
        let known = self.voices.as_ref().map(VecDeque::is_empty);
        if known.unwrap_or_else(|| candidates(self.chosen.as_ref()).is_empty()) {
            return Err(system::NO_VOICE.to_owned());
        }
        Ok(())
    }

    /// Says these words. The message is for the reader, when there is no voice.
    pub fn say(&mut self, words: &str) -> Option<String> {
        // A sentence that is cut off may have failed before.
        let failed = self.poll_at(Duration::ZERO);
        let started = self.speak(words);
        failed.or(started)
    }

    /// Has the first voice say this; where it does not start, the next one.
    fn speak(&mut self, words: &str) -> Option<String> {
        let mut why = None;
        while let Some(voice) = self.voices().front().cloned() {
            self.queued = queues(&voice.program).then(|| voice.program.clone());
            let mut command = voice.clone();
            command.arguments.push(words.to_owned());
            match start(&command, &self.speaking) {
                Ok(()) => {
                    self.said = Some(Said {
                        words: words.to_owned(),
                        at: Instant::now(),
                        look: FAILS_WITHIN,
                    });
                    return why.and_then(|why| self.tell(why));
                }
                Err(error) => {
                    let reason = io_error::why(&error);
                    why = Some(system::voice_does_not_start(&voice.program, &reason));
                    self.voices().pop_front();
                }
            }
        }
        self.tell(why.unwrap_or_else(|| system::NO_VOICE.to_owned()))
    }

    /// How soon [`Self::poll`] is worth calling; `None` when there is nothing to look at.
    pub fn poll_interval(&self) -> Option<Duration> {
        let said = self.said.as_ref()?;
        Some(said.look.saturating_sub(said.at.elapsed()))
    }

    /// Looks, when it is time, whether the voice has failed or hangs: then the next one says the
    /// same. The message is for the reader.
    pub fn poll(&mut self) -> Option<String> {
        let look = self.said.as_ref()?.look;
        self.poll_at(look)
    }

    fn poll_at(&mut self, look: Duration) -> Option<String> {
        let said = self.said.as_mut()?;
        let age = said.at.elapsed();
        if age < look {
            return None;
        }
        match self.speaking.ended() {
            Some(how) if how.success() => {
                self.said = None;
                return None;
            }
            None if age < HANGS_AFTER => {
                said.look = HANGS_AFTER;
                return None;
            }
            _ => {}
        }
        let said = self.said.take()?;
        self.speaking.end();
        let failed = self.voices().pop_front()?.program;
        self.queued = None;
        let message = match self.voices().front() {
            Some(next) => system::other_voice(&failed, &next.program),
            None => system::voice_fails(&failed),
        };
        let message = self.tell(message);
        if !self.voices().is_empty() {
            self.speak(&said.words);
        }
        message
    }

    /// Whether the sound is a command; otherwise it is the terminal's bell.
    pub fn has_bell_command(&self) -> bool {
        self.bell.is_some()
    }

    /// Runs the sound command.
    pub fn ring(&mut self) -> Option<String> {
        let command = self.bell.clone()?;
        match start(&command, &self.ringing) {
            Ok(()) => None,
            Err(error) => {
                let reason = io_error::why(&error);
                self.tell(system::sound_does_not_start(&command.program, &reason))
            }
        }
    }

    /// Cuts off what is being said or sounded.
    pub fn hush(&mut self) {
        self.said = None;
        self.speaking.end();
        self.ringing.end();
        if let Some(program) = self.queued.take() {
            // The sentence is with a service by now, which goes on after its messenger has ended.
            let cancel = CommandLine { program, arguments: vec!["--cancel".to_owned()] };
            let _ = start(&cancel, &self.speaking);
        }
    }

    /// Waits until what is being said and sounded has ended, this long at most; gives how much of
    /// it is left.
    pub fn finish(&self, timeout: Duration) -> Duration {
        self.ringing.wait(self.speaking.wait(timeout))
    }

    fn tell(&mut self, message: String) -> Option<String> {
        (!std::mem::replace(&mut self.told, true)).then_some(message)
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.speaking.end();
        self.ringing.end();
    }
}

/// The voice that was chosen and no other, or all that this system has.
fn candidates(chosen: Option<&CommandLine>) -> VecDeque<CommandLine> {
    if let Some(chosen) = chosen {
        return VecDeque::from([chosen.clone()]);
    }
    let installed = VOICES.iter().filter(|name| find::find(name).is_some());
    installed
        .map(|name| CommandLine { program: (*name).to_owned(), arguments: Vec::new() })
        .collect()
}

/// The voice that would speak, and those before it that do not work: each is given nothing to say.
pub fn try_voices() -> (Option<String>, Vec<String>) {
    let mut failing = Vec::new();
    for mut voice in candidates(None) {
        let child = ManagedChild::default();
        let program = voice.program.clone();
        voice.arguments.push(" ".to_owned());
        let works = start(&voice, &child).is_ok() && {
            child.wait(Duration::from_secs(3));
            child.ended().is_some_and(|how| how.success())
        };
        child.end();
        if works {
            return (Some(program), failing);
        }
        failing.push(program);
    }
    (None, failing)
}

/// Whether this program hands what it is to say to the speech service, and ends.
fn queues(program: &str) -> bool {
    let name = Path::new(program).file_name();
    name.is_some_and(|name| name == "spd-say")
}

/// Starts a command that neither reads our keys nor writes on our screen.
fn start(command: &CommandLine, child: &ManagedChild) -> io::Result<()> {
    let mut process = Command::new(&command.program);
    process
        .args(&command.arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    child.start(&mut process)
}
