//! The process in the window: signals to it, its stops and its end.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;
use rustix::process::{Signal, WaitOptions, WaitStatus, kill_process, waitpid};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use crate::terminal::Window;

/// Lets a window vanish without a last word: when the library lets go of the
/// keyboard it types Enter and the end-of-file key, unless there is none.
pub fn take_away_the_end_of_file_key(terminal: &Path) {
    let terminal = OpenOptions::new()
        .read(true)
        .custom_flags(OFlags::NOCTTY.bits().cast_signed())
        .open(terminal)
        .expect("a terminal");
    let mut settings = tcgetattr(&terminal).expect("line settings");
    settings.special_codes[SpecialCodeIndex::VEOF] = 0;
    tcsetattr(&terminal, OptionalActions::Now, &settings).expect("line settings");
}

impl Window {
    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("the program lives");
    }

    /// Waits until the program is stopped, as by Ctrl-Z.
    #[track_caller]
    pub fn wait_stopped(&mut self) {
        self.until("the stop", |window| {
            let news = waitpid(Some(window.pid), WaitOptions::NOHANG | WaitOptions::UNTRACED);
            match news.expect("a child") {
                Some((_, status)) if status.stopped() => true,
                Some((_, status)) => panic!("ended instead of stopping: {status:?}"),
                None => false,
            }
        });
    }

    /// Whether the program has ended.
    pub fn has_ended(&mut self) -> bool {
        if self.ended.is_none() {
            let news = waitpid(Some(self.pid), WaitOptions::NOHANG).expect("a child");
            self.ended = news.map(|(_, status)| status);
        }
        self.ended.is_some()
    }

    /// Waits until the program has ended; says how.
    #[track_caller]
    pub fn wait_end(&mut self) -> WaitStatus {
        self.until("the end", Window::has_ended);
        // What it sent last may still be on its way through the terminal.
        self.drain();
        self.ended.expect("the end")
    }

    /// Waits for the end and gives the exit code.
    #[track_caller]
    pub fn exit_code(&mut self) -> i32 {
        let status = self.wait_end();
        status.exit_status().unwrap_or_else(|| panic!("ended by a signal: {status:?}"))
    }

    /// Waits for the end and gives the number of the signal that ended it.
    #[track_caller]
    pub fn ending_signal(&mut self) -> i32 {
        let status = self.wait_end();
        status.terminating_signal().unwrap_or_else(|| panic!("ended by itself: {status:?}"))
    }
}
