//! A terminal window with the program in it.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::display::{Display, Feed, read_along};
use crate::patience::Patience;
use crate::process::take_away_the_end_of_file_key;
use crate::settle::mark;
use portable_pty::{CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};
use tempfile::TempDir;

/// What the first page shows once it is there, and no other page.
pub const HOME: &str = "not a diagnosis";

/// How the program is started.
pub struct Start {
    args: Vec<String>,
    env: Vec<(&'static str, String)>,
    missing: Vec<&'static str>,
    under: Vec<String>,
    size: (u16, u16),
    signals_of_window: bool,
    output_apart: bool,
    pace: Option<(Duration, usize)>,
}

/// The program in its window.
pub struct Window {
    master: Option<Box<dyn MasterPty + Send>>,
    output: Option<PtyPair>,
    slave: Option<Box<dyn SlavePty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    pub(crate) feed: Arc<Feed>,
    pub(crate) closing: Arc<AtomicBool>,
    reader: Option<thread::JoinHandle<()>>,
    display: Display,
    size: (u16, u16),
    line_settings: String,
    pub(crate) pid: Pid,
    pub(crate) ended: Option<WaitStatus>,
    pub(crate) home: TempDir,
}

impl Start {
    /// Starts `uncramp` with these arguments in a window of 80x24.
    pub fn new(args: &[&str]) -> Self {
        Self {
            args: args.iter().map(|arg| (*arg).to_owned()).collect(),
            env: Vec::new(),
            missing: Vec::new(),
            under: Vec::new(),
            size: (80, 24),
            signals_of_window: false,
            output_apart: false,
            pace: None,
        }
    }

    /// With a variable in its otherwise bare environment.
    pub fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.push((name, value.to_owned()));
        self
    }

    /// Without this variable.
    pub fn without(mut self, name: &'static str) -> Self {
        self.missing.push(name);
        self
    }

    /// Started by this program, which becomes it.
    pub fn under(mut self, program: &[&str]) -> Self {
        self.under = program.iter().map(|word| (*word).to_owned()).collect();
        self
    }

    /// In a window of another size.
    pub fn sized(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// The terminal takes so many bytes each time so much time has passed.
    pub fn slow(mut self, every: Duration, bytes: usize) -> Self {
        self.pace = Some((every, bytes));
        self
    }

    /// The window sends signals of its own: its size changed, it was closed.
    /// The kernel then resets the line settings when the program ends, so that
    /// nothing can be learned from them.
    pub fn with_signals_of_the_window(mut self) -> Self {
        self.signals_of_window = true;
        self
    }

    /// Keys come from one terminal, the screen is on another; what is said
    /// besides goes into the file [`Window::said`] reads.
    pub fn with_output_apart(mut self) -> Self {
        self.output_apart = true;
        self
    }

    /// The program, and the terminal of its output where that is another.
    fn command(&self) -> (CommandBuilder, Option<PtyPair>) {
        let program = env!("CARGO_BIN_EXE_uncramp");
        if !self.output_apart {
            let mut words = self.under.iter().map(String::as_str).chain([program]);
            let mut command = CommandBuilder::new(words.next().unwrap_or(program));
            command.args(words);
            command.args(&self.args);
            return (command, None);
        }
        let pair = native_pty_system().openpty(size(self.size.0, self.size.1));
        let pair = pair.expect("a pseudo-terminal");
        let path = pair.master.tty_name().expect("a name");
        let mut command = CommandBuilder::new("sh");
        let script = "exec \"$0\" \"$@\" 2>said >";
        let script = script.to_owned() + &path.display().to_string();
        command.args(["-c", &script, program]);
        command.args(&self.args);
        (command, Some(pair))
    }

    /// Opens the window.
    pub fn open(self) -> Window {
        let home = tempfile::tempdir().expect("a folder");
        let pair =
            native_pty_system().openpty(size(self.size.0, self.size.1)).expect("a pseudo-terminal");
        let (mut command, output) = self.command();
        command.env_clear();
        command.env("PATH", std::env::var("PATH").unwrap_or_default());
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("TZ", "UTC");
        for (name, value) in &self.env {
            command.env(name, value);
        }
        for name in &self.missing {
            command.env_remove(name);
        }
        command.cwd(home.path());
        command.set_controlling_tty(self.signals_of_window);
        let line_settings = settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).expect("the program");
        let pid = child.process_id().and_then(|pid| i32::try_from(pid).ok());
        let feed = Arc::new(Feed::default());
        let closing = Arc::new(AtomicBool::new(false));
        let shown = output.as_ref().unwrap_or(&pair);
        let bytes = shown.master.try_clone_reader().expect("a reader");
        let reader = read_along(bytes, self.pace, Arc::clone(&feed), Arc::clone(&closing));
        let display = Display::new(Arc::clone(&feed), self.size);
        Window {
            writer: Some(pair.master.take_writer().expect("a writer")),
            master: Some(pair.master),
            output,
            slave: Some(pair.slave),
            feed,
            closing,
            reader: Some(reader),
            display,
            size: self.size,
            line_settings,
            pid: pid.and_then(Pid::from_raw).expect("a process"),
            ended: None,
            home,
        }
    }

    /// Opens the window and waits until it shows these words.
    pub fn until(self, words: &str) -> Window {
        let mut window = self.open();
        window.wait_for(words);
        window
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn settings(master: &dyn MasterPty) -> String {
    let termios = master.get_termios().expect("line settings");
    let text = format!("{termios:?}");
    assert!(text.contains("local_flags"), "{text}");
    text
}

impl Window {
    /// Types, as far as the terminal takes it.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        let writer = self.writer.as_mut().expect("the window is open");
        writer.write_all(bytes.as_ref()).expect("the terminal takes it");
        writer.flush().expect("the terminal takes it");
        self
    }

    /// Everything the program has sent so far; all of it, once it has ended, else whole frames.
    pub fn bytes(&self) -> Vec<u8> {
        if self.ended.is_some() { self.feed.bytes() } else { self.feed.whole() }
    }

    /// How many bytes the program has sent so far.
    pub fn sent(&self) -> usize {
        self.feed.sent()
    }

    /// What the screen shows now, without spaces at the ends of lines.
    pub fn text(&mut self) -> String {
        self.display.text()
    }

    /// The screen as a terminal has it now.
    pub fn screen(&mut self) -> &vt100::Screen {
        self.display.screen()
    }

    /// Waits until this is so.
    #[track_caller]
    pub fn until(&mut self, what: &str, mut is_so: impl FnMut(&mut Self) -> bool) {
        let mut patience = Patience::new();
        while !is_so(self) {
            if patience.ends() {
                let text = self.text();
                panic!(
                    "waited in vain for {what} after {} bytes; the screen:\n{text}",
                    self.sent()
                );
            }
            self.feed.wait(Duration::from_millis(5));
        }
    }

    /// Whether the screen shows these words, in large letters or small ones.
    pub fn shows(&mut self, words: &str) -> bool {
        self.text().to_lowercase().contains(&words.to_lowercase())
    }

    /// Waits until the screen shows these words.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) -> &mut Self {
        self.until(words, |window| window.shows(words));
        self
    }

    /// Waits until the screen no longer shows these words.
    #[track_caller]
    pub fn wait_away(&mut self, words: &str) -> &mut Self {
        self.until(words, |window| !window.shows(words));
        self
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        let master = self.master.as_ref().expect("the window is open");
        // What is sent for the new size must find it: the display comes first.
        self.display.resize(width, height);
        master.resize(size(width, height)).expect("a new size");
        self
    }

    /// Whether the line settings are those from before the start.
    pub fn has_its_line_settings(&self) -> bool {
        let master = self.master.as_ref().expect("the window is open");
        settings(master.as_ref()) == self.line_settings
    }

    /// Puts the line settings from before back, as a shell does at its prompt.
    pub fn set_line_settings_as_a_shell_does(&self) {
        let master = self.master.as_ref().expect("the window is open");
        let name = master.tty_name().expect("a name");
        let terminal = std::fs::File::open(name).expect("a terminal");
        let done = std::process::Command::new("stty").arg("sane").stdin(terminal).status();
        assert!(done.expect("stty").success());
    }

    /// The terminal takes no more from the program.
    pub fn stop_reading(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
    }

    /// Closes the window without a word.
    pub fn close(&mut self) {
        if self.output.is_none() {
            self.end_reading();
        }
        let master = self.master.take().expect("the window is open");
        take_away_the_end_of_file_key(&master.tty_name().expect("a name"));
        (self.slave, self.writer) = (None, None);
    }

    /// Closes the other terminal, which shows the screen.
    pub fn close_output(&mut self) {
        self.end_reading();
        drop(self.output.take());
    }

    /// Lets the thread that reads along go, and with it its end of the terminal.
    fn end_reading(&mut self) {
        let terminal = self.shows_on().expect("the window is open");
        self.closing.store(true, Ordering::SeqCst);
        mark(&terminal);
        let reader = self.reader.take().expect("the window is open");
        reader.join().expect("the reader");
    }

    /// The terminal of the keyboard, while there is one.
    pub(crate) fn types_on(&self) -> Option<PathBuf> {
        self.master.as_ref().and_then(|master| master.tty_name())
    }

    /// The terminal of the screen, while it is read.
    pub(crate) fn shows_on(&self) -> Option<PathBuf> {
        let other = self.output.as_ref().map(|pair| &pair.master);
        let master = other.or(self.master.as_ref())?;
        self.is_read().then(|| master.tty_name())?
    }

    /// What was said besides, where that goes into a file.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.home.path().join("said")).unwrap_or_default()
    }

    /// Columns and rows at the start.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if self.ended.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
            let _ = waitpid(Some(self.pid), WaitOptions::empty());
        }
    }
}
