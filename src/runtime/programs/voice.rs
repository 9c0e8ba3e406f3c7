//! Sound and speech by outside commands, started without a shell. The clock
//! never waits for them: what is being said is cut off by what comes next.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::child::{ManagedChild, ManagedChildren};
use super::find::{self, VOICES};
use crate::app::settings::{CommandLine, Sound, Voice};
use crate::text::io_error;
use crate::text::messages::system;

/// Says words and rings, one thing at a time each.
#[derive(Debug)]
pub struct Speaker {
    voice: Option<CommandLine>,
    bell: Option<CommandLine>,
    speaking: ManagedChild,
    ringing: ManagedChild,
    /// The program that handed the last sentence to a service, until it is taken back.
    queued: Option<String>,
    /// A missing voice is told once.
    told: bool,
}

impl Speaker {
    /// The commands the reader chose; those named in the config are trusted, a guide names none.
    pub fn new(sound: &Sound, voice: &Voice, all: &ManagedChildren) -> Self {
        let bell = match sound {
            Sound::Command(command) => Some(command.clone()),
            Sound::Unset | Sound::Off | Sound::Bell => None,
        };
        let voice = match voice {
            Voice::Command(command) => Some(command.clone()),
            Voice::Unset | Voice::Off | Voice::Auto => None,
        };
        Self {
            voice,
            bell,
            speaking: all.voice.clone(),
            ringing: all.sound.clone(),
            queued: None,
            told: false,
        }
    }

    /// Says these words. The message is for the reader, when there is no voice.
    pub fn say(&mut self, words: &str) -> Option<String> {
        let mut command = match &self.voice {
            Some(command) => command.clone(),
            None => match find::first(&VOICES) {
                Some((name, _)) => CommandLine {
                    program: name.to_owned(),
                    arguments: Vec::new(),
                },
                None => {
                    return self.tell(system::NO_VOICE);
                }
            },
        };
        self.queued = queues(&command.program).then(|| command.program.clone());
        command.arguments.push(words.to_owned());
        match start(&command, &self.speaking) {
            Ok(()) => None,
            Err(error) => self.tell(&system::voice_does_not_start(
                &command.program,
                &io_error::why(&error),
            )),
        }
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
            Err(error) => self.tell(&system::sound_does_not_start(
                &command.program,
                &io_error::why(&error),
            )),
        }
    }

    /// Cuts off what is being said or sounded.
    pub fn hush(&mut self) {
        self.speaking.end();
        self.ringing.end();
        if let Some(program) = self.queued.take() {
            // The sentence is with a service by now, which goes on after its messenger has ended.
            let cancel = CommandLine {
                program,
                arguments: vec!["--cancel".to_owned()],
            };
            let _ = start(&cancel, &self.speaking);
        }
    }

    /// Waits until what is being said and sounded has ended, this long at most; gives how much of
    /// it is left.
    pub fn finish(&self, patience: Duration) -> Duration {
        self.ringing.wait(self.speaking.wait(patience))
    }

    fn tell(&mut self, message: &str) -> Option<String> {
        (!std::mem::replace(&mut self.told, true)).then(|| message.to_owned())
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.speaking.end();
        self.ringing.end();
    }
}

/// Whether this program hands what it is to say to the speech service, and ends.
fn queues(program: &str) -> bool {
    let name = Path::new(program).file_name();
    name.is_some_and(|name| name == "spd-say")
}

/// Starts a command that neither reads our keys nor writes on our screen.
fn start(command: &CommandLine, running: &ManagedChild) -> io::Result<()> {
    let mut process = Command::new(&command.program);
    process
        .args(&command.arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    running.start(&mut process)
}
