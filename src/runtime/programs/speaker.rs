//! Sound and speech by outside commands. Nothing waits for them: a new sentence ends the one
//! before.

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::child::{ManagedChild, ManagedChildren, silent};
use super::{FAILS_WITHIN, find};
use crate::app::settings::{CommandLine, CueChoice};
use crate::runtime::platform;
use crate::text::io_error;

const NO_VOICE: &str = "No voice was found: install espeak-ng, or name one with --voice.";

/// Speaks and makes sounds, one of each at a time.
#[derive(Debug)]
pub(crate) struct Speaker {
    /// The voice in use, then those to try when it fails. They are looked for when one is first
    /// needed, because `PATH` may lead to slow disks and the first frame must not wait.
    voices: Option<VecDeque<CommandLine>>,
    chosen: Option<CommandLine>,
    pub(super) sound_command: Option<CommandLine>,
    speaking: ManagedChild,
    ringing: ManagedChild,
    /// The last sentence, until its voice is known to work.
    last: Option<Sentence>,
    /// The program that handed the last sentence to a speech service.
    queued: Option<String>,
    /// What makes that service silent, which must not be ended together with the speech.
    cancelling: ManagedChild,
    /// A failure is reported once.
    reported: bool,
}

/// A sentence that a voice was given.
#[derive(Debug)]
struct Sentence {
    words: String,
    at: Instant,
    /// How long after its start to check it next.
    check_after: Duration,
}

/// No sentence takes longer, so a voice that still runs then hangs.
const HANGS_AFTER: Duration = Duration::from_secs(12);

/// How long the next sentence, or the end of the program, waits until a speech service is silent.
const CANCEL_TIMEOUT: Duration = Duration::from_millis(500);

impl Speaker {
    /// The commands that the settings name. A guide cannot name any.
    pub(crate) fn new(sound: &CueChoice, voice: &CueChoice, all: &ManagedChildren) -> Self {
        Self {
            voices: None,
            chosen: voice.command().cloned(),
            sound_command: sound.command().cloned(),
            speaking: all.voice.clone(),
            ringing: all.sound.clone(),
            last: None,
            queued: None,
            cancelling: ManagedChild::default(),
            reported: false,
        }
    }

    /// Whether there is a voice that is not known to fail.
    ///
    /// # Errors
    /// A sentence for the reader, when there is none.
    pub(crate) fn check(&mut self) -> Result<(), String> {
        if self.voices().is_empty() { Err(NO_VOICE.to_owned()) } else { Ok(()) }
    }

    fn voices(&mut self) -> &mut VecDeque<CommandLine> {
        self.voices.get_or_insert_with(|| candidates(self.chosen.as_ref()))
    }

    /// Says these words. The message is for the reader, when there is no voice.
    pub(crate) fn speak(&mut self, words: &str) -> Option<String> {
        // The sentence before may have failed and not been checked yet.
        let failed = self.poll_at(Duration::ZERO);
        self.cancelling.wait(CANCEL_TIMEOUT);
        let started = self.start_voice(words);
        failed.or(started)
    }

    /// Starts the first voice; if it does not start, the next one.
    fn start_voice(&mut self, words: &str) -> Option<String> {
        let mut why = None;
        while let Some(voice) = self.voices().front().cloned() {
            self.queued = queues(&voice.program).then(|| voice.program.clone());
            let mut command = voice.clone();
            command.arguments.push(words.to_owned());
            match start(&command, &self.speaking) {
                Ok(()) => {
                    self.last = Some(Sentence {
                        words: words.to_owned(),
                        at: Instant::now(),
                        check_after: FAILS_WITHIN,
                    });
                    return why.and_then(|why| self.report_once(why));
                }
                Err(error) => {
                    let reason = io_error::why(&error);
                    why = Some(format!("The voice `{}` does not start: {reason}.", voice.program));
                    self.voices().pop_front();
                }
            }
        }
        self.report_once(why.unwrap_or_else(|| NO_VOICE.to_owned()))
    }

    /// When to call [`Self::poll`] next; `None` when nothing is to be checked.
    pub(crate) fn poll_interval(&self) -> Option<Duration> {
        let last = self.last.as_ref()?;
        Some(last.check_after.saturating_sub(last.at.elapsed()))
    }

    /// Checks, when it is time, whether the voice has failed or hangs; then the next one says the
    /// same. The message is for the reader.
    pub(crate) fn poll(&mut self) -> Option<String> {
        let check_after = self.last.as_ref()?.check_after;
        self.poll_at(check_after)
    }

    fn poll_at(&mut self, check_after: Duration) -> Option<String> {
        let last = self.last.as_mut()?;
        let age = last.at.elapsed();
        if age < check_after {
            return None;
        }
        match self.speaking.ended() {
            Some(how) if how.success() => {
                self.last = None;
                return None;
            }
            None if age < HANGS_AFTER => {
                last.check_after = HANGS_AFTER;
                return None;
            }
            _ => {}
        }
        let last = self.last.take()?;
        self.speaking.end();
        let failed = self.voices().pop_front()?.program;
        self.queued = None;
        let message = match self.voices().front() {
            Some(next) => {
                format!("The voice `{failed}` does not work here; `{}` speaks now.", next.program)
            }
            None => format!("The voice `{failed}` does not work here."),
        };
        let message = self.report_once(message);
        if !self.voices().is_empty() {
            self.start_voice(&last.words);
        }
        message
    }

    /// Runs the sound command. Whether it failed is seen at the next sound.
    pub(crate) fn ring(&mut self) -> Option<String> {
        let command = self.sound_command.clone()?;
        let failed = self.ringing.ended().is_some_and(|how| !how.success());
        let program = &command.program;
        let message = match start(&command, &self.ringing) {
            Ok(()) if failed => format!("The sound `{program}` does not work here."),
            Ok(()) => return None,
            Err(error) => {
                let reason = io_error::why(&error);
                format!("The sound `{program}` does not start: {reason}.")
            }
        };
        self.report_once(message)
    }

    /// Ends speech and sound.
    pub(crate) fn hush(&mut self) {
        self.last = None;
        self.speaking.end();
        self.ringing.end();
        if let Some(program) = self.queued.take() {
            // The speech service goes on speaking after the program that called it has ended.
            let cancel = CommandLine { program, arguments: vec!["--cancel".to_owned()] };
            let _ = start(&cancel, &self.cancelling);
        }
    }

    /// Waits for the end of speech and sound, `timeout` at most, and returns what is left of it.
    pub(crate) fn finish(&mut self, timeout: Duration) -> Duration {
        // The service is to say the last sentence to its end.
        self.queued = None;
        self.ringing.wait(self.speaking.wait(timeout))
    }

    fn report_once(&mut self, message: String) -> Option<String> {
        (!std::mem::replace(&mut self.reported, true)).then_some(message)
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.hush();
        self.cancelling.wait(CANCEL_TIMEOUT);
        self.cancelling.end();
    }
}

/// The voice that was chosen, or else all that this system has.
fn candidates(chosen: Option<&CommandLine>) -> VecDeque<CommandLine> {
    if let Some(chosen) = chosen {
        return VecDeque::from([chosen.clone()]);
    }
    let installed = platform::VOICES.iter().filter(|name| find(name).is_some());
    installed
        .map(|name| CommandLine { program: (*name).to_owned(), arguments: Vec::new() })
        .collect()
}

/// The first voice that works, and those before it that do not. Each is started with a blank.
pub(crate) fn try_voices() -> (Option<String>, Vec<String>) {
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

/// Whether this program only hands the sentence to a speech service, and ends.
fn queues(program: &str) -> bool {
    let name = Path::new(program).file_name();
    name.is_some_and(|name| name == "spd-say")
}

fn start(command: &CommandLine, child: &ManagedChild) -> io::Result<()> {
    child.start(silent(&command.program).args(&command.arguments))
}
