//! What the conversation hears and feels: lines of input, and time.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::effect::{DeviceRequest, Effect};
use crate::app::message::Message;
use crate::app::settings::Settings;
use crate::app::time::Now;
use crate::diary::service::DiaryService;
use crate::runtime::clock::Clock;
use crate::runtime::platform::{SuspendFlag, end_with_us};
use crate::runtime::programs::ExternalPrograms;
use crate::runtime::programs::child::ManagedChildren;

/// What came of listening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A line, without its end.
    Line(String),
    /// The time is up.
    Nothing,
    /// What an outside program fails to do.
    Failed(String),
    /// There will never be another line.
    End,
}

/// The environment outside the conversation.
pub trait LineEnvironment {
    /// The present moment.
    fn now(&self) -> Now;
    /// Waits for a line, at most this long, or for ever.
    fn hear(&mut self, wait: Option<Duration>) -> Heard;
    /// Whether the process was stopped and continued since this was last asked.
    fn was_stopped(&self) -> bool;
    /// Lets this much time pass without listening.
    fn sleep(&mut self, time: Duration) -> Heard;
    /// Does what is not said in lines, such as a bell or a note in the diary;
    /// says what came of it.
    fn carry_out(&mut self, effect: &Effect) -> Option<Message>;
    /// Lets what is still being said or shown come to its end; says what failed.
    fn finish(&mut self) -> Option<String>;
}

/// Standard input, read by a thread of its own so that a wait can end in time.
#[derive(Debug)]
pub struct Streams {
    clock: Clock,
    lines: Receiver<String>,
    programs: ExternalPrograms,
    diary: DiaryService,
    suspended: SuspendFlag,
}

/// A line longer than this, in bytes, is cut: nobody types so much.
const LONGEST: usize = 4096;

impl Streams {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system gives no thread or no word of a stop.
    pub fn open(settings: &Settings, diary: Option<PathBuf>) -> io::Result<Self> {
        // Little room: a pipe that is far ahead waits instead of filling the memory.
        let (sender, lines) = sync_channel(16);
        thread::Builder::new().name("lines".to_owned()).spawn(move || {
            let mut input = io::stdin().lock();
            while let Ok(Some(line)) = read(&mut input) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        })?;
        let children = ManagedChildren::default();
        end_with_us(children.clone())?;
        Ok(Self {
            clock: Clock::start(),
            suspended: SuspendFlag::watch()?,
            lines,
            programs: ExternalPrograms::new(settings, &children),
            diary: DiaryService::new(diary, settings.save, settings.note_sessions),
        })
    }
}

impl Streams {
    /// Waits this long, or for ever, by `listen`, and looks after the outside programs meanwhile.
    fn wait(
        &mut self,
        wait: Option<Duration>,
        listen: fn(&Receiver<String>, Option<Duration>) -> Result<String, RecvTimeoutError>,
    ) -> Heard {
        let began = Instant::now();
        loop {
            let left = wait.map(|wait| wait.saturating_sub(began.elapsed()));
            let time = left.into_iter().chain(self.programs.poll_interval()).min();
            match listen(&self.lines, time) {
                Ok(line) => return Heard::Line(line),
                Err(RecvTimeoutError::Disconnected) => return Heard::End,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(words) = self.programs.poll() {
                return Heard::Failed(words);
            }
            if wait.is_some_and(|wait| began.elapsed() >= wait) {
                return Heard::Nothing;
            }
        }
    }
}

/// One line in bounded memory, whatever its bytes; `None` at the end.
fn read(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    loop {
        let part = match input.fill_buf() {
            Ok(part) => part,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if part.is_empty() {
            return Ok((!line.is_empty()).then(|| text(&line)));
        }
        let end = part.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(part.len());
        let room = LONGEST.saturating_sub(line.len());
        line.extend_from_slice(&part[..taken.min(room)]);
        input.consume(end.map_or(taken, |end| end + 1));
        if end.is_some() {
            return Ok(Some(text(&line)));
        }
    }
}

fn text(line: &[u8]) -> String {
    String::from_utf8_lossy(line).into_owned()
}

impl LineEnvironment for Streams {
    fn now(&self) -> Now {
        self.clock.now()
    }

    fn hear(&mut self, wait: Option<Duration>) -> Heard {
        self.wait(wait, |lines, time| match time {
            Some(time) => lines.recv_timeout(time),
            None => lines.recv().map_err(|_| RecvTimeoutError::Disconnected),
        })
    }

    fn was_stopped(&self) -> bool {
        self.suspended.take()
    }

    fn sleep(&mut self, time: Duration) -> Heard {
        self.wait(Some(time), |_, time| {
            thread::sleep(time.unwrap_or_default());
            Err(RecvTimeoutError::Timeout)
        })
    }

    fn carry_out(&mut self, effect: &Effect) -> Option<Message> {
        match effect {
            Effect::Diary(request) => self.diary.carry_out(request).map(Message::Diary),
            Effect::Device(DeviceRequest::CheckVoice) => {
                Some(Message::VoiceChecked(self.programs.check_voice()))
            }
            Effect::Device(DeviceRequest::Ring) if !self.programs.has_bell_command() => {
                let mut out = io::stdout();
                let _ = out.write_all(b"\x07").and_then(|()| out.flush());
                None
            }
            Effect::Device(request) => self.programs.carry_out(request).map(Message::Failed),
            // The conversation ends by itself; nothing is drawn, and the shell suspends it.
            Effect::Leave(_) | Effect::Redraw | Effect::Suspend => None,
        }
    }

    fn finish(&mut self) -> Option<String> {
        self.programs.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_their_ends_and_at_a_length_that_nobody_types() {
        let long = "x".repeat(3 * LONGEST);
        let text = format!("a\r\n\n{long}\nlast");
        let mut input = io::BufReader::with_capacity(64, text.as_bytes());
        let mut next = || read(&mut input).unwrap();
        assert_eq!(next().as_deref(), Some("a\r"));
        assert_eq!(next().as_deref(), Some(""));
        assert_eq!(next().map(|line| line.len()), Some(LONGEST));
        assert_eq!(next().as_deref(), Some("last"));
        assert_eq!(next(), None);
    }
}
