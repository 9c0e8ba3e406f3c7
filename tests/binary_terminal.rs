//! The program where both ends are a terminal: what differs from a pipe.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::io::{Read, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A program that has not said within this time what is waited for hangs. No
/// verdict on its speed: the busiest machine is far below.
const HANG: Duration = Duration::from_secs(60);

/// A program in a terminal of its own.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    screen: Receiver<Vec<u8>>,
    seen: String,
    _master: Box<dyn MasterPty + Send>,
}

/// A folder of its own for each run, in the build folder: what one run keeps, the next must not find.
fn data_folder() -> String {
    static RUN: AtomicUsize = AtomicUsize::new(0);
    let run = RUN.fetch_add(1, Ordering::Relaxed);
    let process = std::process::id();
    format!("{}/data-{process}-{run}", env!("CARGO_TARGET_TMPDIR"))
}

impl Terminal {
    fn run(arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_uncramp"));
        command.args(arguments);
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        command.env("XDG_DATA_HOME", data_folder());
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, screen) = channel();
        thread::Builder::new()
            .spawn(move || {
                let mut bytes = [0; 4096];
                while let Ok(count @ 1..) = reader.read(&mut bytes) {
                    if sender.send(bytes[..count].to_vec()).is_err() {
                        return;
                    }
                }
            })
            .unwrap();
        Self {
            child,
            keyboard: pair.master.take_writer().unwrap(),
            screen,
            seen: String::new(),
            _master: pair.master,
        }
    }

    fn wait_for(&mut self, words: &str) {
        let begin = Instant::now();
        while !self.seen.contains(words) {
            assert!(
                begin.elapsed() < HANG,
                "it hangs: no {words} in {}",
                self.seen
            );
            if let Ok(bytes) = self.screen.recv_timeout(Duration::from_millis(50)) {
                self.seen.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
    }

    fn type_line(&mut self, line: &str) {
        self.keyboard.write_all(line.as_bytes()).unwrap();
        self.keyboard.write_all(b"\n").unwrap();
        self.keyboard.flush().unwrap();
    }

    fn exit_code(mut self) -> u32 {
        self.child.wait().unwrap().exit_code()
    }
}

#[test]
fn rescue_in_lines_says_the_first_step_without_a_key_and_goes_on_to_after_care() {
    let mut terminal = Terminal::run(&["now", "foot", "--plain"]);
    terminal.wait_for("A cramp now: foot");
    terminal.wait_for("Do not stretch or rub");
    terminal.wait_for("1. ");
    terminal.type_line("");
    terminal.wait_for("It lasted ");
    terminal.type_line("q");
    assert!(!terminal.seen.contains('\u{1b}'), "{}", terminal.seen);
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn an_unknown_muscle_is_named_and_rescue_opens_all_the_same() {
    let mut terminal = Terminal::run(&["now", "calff", "--plain"]);
    terminal.wait_for("No steps for `calff`: these are for the calf.");
    terminal.wait_for("Knee straight.");
    terminal.type_line("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_session_in_lines_can_be_left_at_once() {
    let mut terminal = Terminal::run(&["stretch", "--plain", "--first", "right"]);
    terminal.wait_for("Get ready, right leg");
    terminal.type_line("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn line_by_line_a_stop_pauses_a_session_too() {
    use rustix::process::{Pid, Signal, kill_process};
    let mut terminal = Terminal::run(&["stretch", "--plain", "--no-save", "--ready", "1"]);
    terminal.wait_for("Hold");
    let id = i32::try_from(terminal.child.process_id().unwrap()).unwrap();
    let id = Pid::from_raw(id).unwrap();
    kill_process(id, Signal::STOP).unwrap();
    // Longer than two seconds is a gap.
    thread::sleep(Duration::from_millis(2300));
    kill_process(id, Signal::CONT).unwrap();
    terminal.wait_for("Interrupted. p goes on.");
    terminal.type_line("q");
    assert_eq!(terminal.exit_code(), 0);
}
