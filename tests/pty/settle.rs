//! Waits until the program rests and all that it sent is here: seen, not guessed by a clock.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use crate::patience::Patience;
use crate::terminal::Window;

/// What a test sends itself behind the program's own bytes, to know that those are here. No
/// terminal shows it, and it is taken out again.
const MARK: &[u8] = b"\x1b_all here\x1b\\";

/// Whoever sleeps so long without having been woken waits for no rest of a key.
const REST: Duration = Duration::from_millis(50);

/// A terminal as any other program opens it.
fn open(terminal: &Path) -> File {
    let flags = OFlags::NOCTTY.bits().cast_signed();
    let mut options = OpenOptions::new();
    options.read(true).write(true).custom_flags(flags);
    options.open(terminal).expect("a terminal")
}

/// Sends the mark through this terminal, which wakes whoever reads what it shows.
pub fn mark(terminal: &Path) {
    open(terminal).write_all(MARK).expect("the terminal takes it");
}

impl Window {
    /// Waits until the program has taken every key, has nothing left to do before a clock or a
    /// key wakes it, and all that it sent is here; at once when it has stopped or ended.
    #[track_caller]
    pub fn settle(&mut self) -> &mut Self {
        self.wait_idle();
        self.drain();
        self
    }

    /// Waits until all that was sent so far is here.
    #[track_caller]
    pub fn drain(&mut self) {
        let Some(terminal) = self.shows_on() else {
            return;
        };
        mark(&terminal);
        let mut patience = Patience::new();
        while !self.feed.take_out(MARK) {
            assert!(!patience.ends(), "nothing comes any more");
            self.feed.wait(Duration::from_millis(5));
        }
    }

    #[cfg(target_os = "linux")]
    #[track_caller]
    fn wait_idle(&mut self) {
        let keys = self.types_on().map(|terminal| open(&terminal));
        let mut patience = Patience::new();
        let mut rests = (None, Instant::now());
        while !self.has_ended() {
            // First what wakes it, then whether it was woken.
            let waits = keys.as_ref().is_some_and(has_keys);
            let state = (!waits).then(|| tasks::state(self.pid)).flatten();
            match state {
                Some(tasks::State::Stopped) => return,
                Some(tasks::State::Asleep(_)) if rests.0 == state => {
                    if rests.1.elapsed() >= REST {
                        return;
                    }
                }
                _ => rests = (state, Instant::now()),
            }
            assert!(!patience.ends(), "it never rests");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the program leaves what was typed unread for so long.
    pub fn leaves_keys(&self, time: Duration) -> bool {
        let keys = self.types_on().map(|terminal| open(&terminal));
        let since = Instant::now();
        while keys.as_ref().is_some_and(has_keys) {
            if since.elapsed() >= time {
                return true;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        false
    }

    /// Elsewhere nobody tells what a process does: nothing comes for a while.
    #[cfg(not(target_os = "linux"))]
    fn wait_idle(&mut self) {
        let (mut sent, mut since) = (self.sent(), Instant::now());
        while since.elapsed() < 6 * REST {
            std::thread::sleep(Duration::from_millis(5));
            if self.sent() != sent {
                (sent, since) = (self.sent(), Instant::now());
            }
        }
    }

    /// Waits until nothing is sent for so long.
    #[track_caller]
    pub fn wait_silent(&mut self, time: Duration) {
        let mut patience = Patience::new();
        loop {
            self.drain();
            let sent = self.sent();
            std::thread::sleep(time);
            self.drain();
            if self.sent() == sent {
                return;
            }
            assert!(!patience.ends(), "it is never silent");
        }
    }

    /// Whether all that is sent is still read.
    pub(crate) fn is_read(&self) -> bool {
        !self.closing.load(Ordering::SeqCst)
    }
}

/// Whether keys wait to be read. Asking carries what was typed to where it is read from.
fn has_keys(terminal: &File) -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let mut fds = [PollFd::new(terminal, PollFlags::IN)];
    poll(&mut fds, Some(&Timespec::default())).is_ok_and(|count| count > 0)
}

/// What the system tells of the threads of a process.
#[cfg(target_os = "linux")]
mod tasks {
    use rustix::process::Pid;
    use std::fs;

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum State {
        /// Stopped by a signal.
        Stopped,
        /// All threads sleep, having changed places with others so often.
        Asleep(u64),
    }

    /// `None` while one of them runs, or waits for a processor or a disk.
    pub fn state(pid: Pid) -> Option<State> {
        let mut switches = 0;
        let mut stopped = false;
        for task in fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).ok()? {
            let status = fs::read_to_string(task.ok()?.path().join("status")).ok()?;
            for line in status.lines() {
                let Some((name, value)) = line.split_once(":\t") else {
                    continue;
                };
                match name {
                    "State" if value.starts_with('T') => stopped = true,
                    "State" if value.starts_with('S') => {}
                    "State" => return None,
                    "voluntary_ctxt_switches" | "nonvoluntary_ctxt_switches" => {
                        switches += value.parse::<u64>().ok()?;
                    }
                    _ => {}
                }
            }
        }
        Some(if stopped { State::Stopped } else { State::Asleep(switches) })
    }
}

#[test]
fn a_mark_is_taken_out_and_nothing_else() {
    let feed = crate::display::Feed::default();
    assert!(!feed.take_out(MARK));
    feed.add(&[b"before", &MARK[..5]].concat());
    assert!(!feed.take_out(MARK));
    feed.add(&[&MARK[5..], b"after"].concat());
    assert!(feed.take_out(MARK));
    assert_eq!(feed.bytes(), b"beforeafter");
}
