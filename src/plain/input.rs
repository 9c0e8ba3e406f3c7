//! Where typed lines come from: standard input, or a script in tests.

use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use crate::runtime::input::InputSource;
use crate::runtime::platform::continued_flag;

/// What came in.
#[derive(Debug)]
pub(crate) enum LineInput {
    /// A line, without its end.
    Line(String),
    /// There will never be another line.
    End,
}

/// Standard input, read by a thread of its own so that a wait can end in time.
#[derive(Debug)]
pub(crate) struct TypedLines {
    lines: Receiver<String>,
    has_ended: bool,
    continued: Arc<AtomicBool>,
}

/// A line longer than this, in bytes, is cut, so that a pipe cannot fill the memory.
const LONGEST: u64 = 4096;

impl TypedLines {
    /// Begins to listen.
    ///
    /// # Errors
    /// When no thread can be started or no signal can be watched.
    pub(crate) fn open() -> io::Result<Self> {
        // The channel is short, so that a pipe that is far ahead waits and does not fill the memory.
        let (sender, lines) = sync_channel(16);
        thread::Builder::new().name("lines".to_owned()).spawn(move || {
            let mut input = io::stdin().lock();
            while let Ok(Some(line)) = read(&mut input) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { lines, has_ended: false, continued: continued_flag()? })
    }
}

impl InputSource for TypedLines {
    type Item = LineInput;

    /// After the end of input, time passes all the same.
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<LineInput>> {
        let line = match timeout {
            Some(time) if self.has_ended => {
                thread::sleep(time);
                return Ok(Vec::new());
            }
            _ => self.lines.recv_timeout(timeout.unwrap_or(Duration::MAX)),
        };
        Ok(match line {
            Ok(line) => vec![LineInput::Line(line)],
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => {
                self.has_ended = true;
                vec![LineInput::End]
            }
        })
    }

    fn was_stopped(&mut self) -> bool {
        self.continued.swap(false, Ordering::Relaxed)
    }
}

/// One line in bounded memory, whatever its bytes; `None` at the end.
fn read(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 == LONGEST {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_their_ends_and_at_a_length_that_nobody_types() {
        let longest = usize::try_from(LONGEST).unwrap();
        let long = "x".repeat(3 * longest);
        let text = format!("a\r\n\n{long}\nlast");
        let mut input = io::BufReader::with_capacity(64, text.as_bytes());
        let mut next = || read(&mut input).unwrap();
        assert_eq!(next().as_deref(), Some("a\r"));
        assert_eq!(next().as_deref(), Some(""));
        assert_eq!(next().map(|line| line.len()), Some(longest));
        assert_eq!(next().as_deref(), Some("last"));
        assert_eq!(next(), None);
    }
}
