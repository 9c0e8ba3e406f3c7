//! One program in a pseudo-terminal, watched from outside.

use std::fs;
use std::io::{Read as _, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What is waited for at most: then something hangs.
const HANGS: Duration = Duration::from_secs(20);
/// When nothing has come for this long, a frame is over.
const STILL: Duration = Duration::from_millis(15);

/// A program to measure.
#[derive(Debug)]
pub struct Program {
    /// What it is called in the tables.
    pub name: &'static str,
    file: PathBuf,
    words: Vec<String>,
    /// A key that changes its screen.
    key: &'static str,
}

/// What one start cost, in milliseconds, but for the keys: microseconds each.
#[derive(Debug)]
pub struct Cost {
    /// From the start of the process to the last byte of its first frame.
    pub first_frame: f64,
    /// CPU time until nothing more came.
    pub cpu: f64,
    /// From a key to the last byte that answers it.
    pub keys: Vec<f64>,
    /// From the key that leaves to the end of the process.
    pub leaving: f64,
    /// Resident memory, in megabytes.
    pub resident: f64,
}

/// What a running program has spent so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spent {
    /// Times a thread of it was woken.
    pub wakeups: f64,
    /// Times something came.
    pub writes: f64,
    /// Bytes that came.
    pub bytes: f64,
    /// CPU time in milliseconds.
    pub cpu: f64,
}

impl Spent {
    /// What was spent after another moment.
    pub fn since(self, before: &Self) -> Self {
        Self {
            wakeups: self.wakeups - before.wakeups,
            writes: self.writes - before.writes,
            bytes: self.bytes - before.bytes,
            cpu: self.cpu - before.cpu,
        }
    }
}

/// A running program.
pub struct Run {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    /// When something came, and how much.
    came: Receiver<(Instant, usize)>,
    spent: Spent,
    home: tempfile::TempDir,
}

impl Program {
    /// A program, its words, and a key that changes its screen.
    pub fn new(name: &'static str, file: PathBuf, words: &[&str], key: &'static str) -> Self {
        let words = words.iter().map(ToString::to_string).collect();
        Self { name, file, words, key }
    }

    /// Starts it.
    pub fn open(&self) -> Run {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let home = tempfile::tempdir().expect("a folder");
        let mut command = CommandBuilder::new(&self.file);
        command.args(&self.words);
        command.env_clear();
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let (send, came) = channel();
        let reading = thread::Builder::new().name("reader".to_owned());
        let watch = move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send((Instant::now(), count)).is_err() {
                    return;
                }
            }
        };
        reading.spawn(watch).expect("a thread");
        let child = pair.slave.spawn_command(command).expect("it starts");
        Run { child, master: pair.master, keys, came, spent: Spent::default(), home }
    }

    /// Starts it, presses keys, leaves it; says what that cost.
    pub fn start(&self, keys: usize) -> Cost {
        let begin = Instant::now();
        let mut run = self.open();
        let first_frame = run.frame(begin);
        let cpu = run.cpu();
        let keys = (0..keys).map(|_| {
            let begin = Instant::now();
            run.press(self.key);
            run.frame(begin) * 1000.0
        });
        let keys = keys.collect();
        let resident = run.resident();
        let leaving = run.leave();
        Cost { first_frame, cpu, keys, leaving, resident }
    }
}

impl Run {
    fn press(&mut self, key: &str) {
        self.keys.write_all(key.as_bytes()).expect("a key");
        self.keys.flush().expect("a key");
    }

    /// Milliseconds until the last byte of the frame that begins after `begin`.
    fn frame(&mut self, begin: Instant) -> f64 {
        let (mut last, count) = self.came.recv_timeout(HANGS).expect("a frame");
        self.count(count);
        while let Ok((at, count)) = self.came.recv_timeout(STILL) {
            last = at;
            self.count(count);
        }
        last.duration_since(begin).as_secs_f64() * 1000.0
    }

    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    fn count(&mut self, bytes: usize) {
        self.spent.writes += 1.0;
        self.spent.bytes += bytes as f64;
    }

    /// What it has spent up to now.
    pub fn so_far(&mut self) -> Spent {
        while let Ok((_, count)) = self.came.try_recv() {
            self.count(count);
        }
        Spent { wakeups: self.wakeups(), cpu: self.cpu(), ..self.spent }
    }

    /// Leaves it; says how many milliseconds that took.
    pub fn leave(mut self) -> f64 {
        let begin = Instant::now();
        self.press("q");
        self.child.wait().expect("it ends");
        let took = begin.elapsed().as_secs_f64() * 1000.0;
        drop((self.master, self.home));
        took
    }

    /// Files of the kernel about each of its threads.
    fn threads(&self, file: &str) -> Vec<String> {
        let Some(id) = self.child.process_id() else {
            return Vec::new();
        };
        let Ok(threads) = fs::read_dir(format!("/proc/{id}/task")) else {
            return Vec::new();
        };
        let files = threads.flatten().map(|thread| thread.path().join(file));
        files.filter_map(|file| fs::read_to_string(file).ok()).collect()
    }

    /// CPU time in milliseconds.
    fn cpu(&self) -> f64 {
        let times = self.threads("schedstat");
        let times = times.iter().filter_map(|text| text.split(' ').next()?.parse::<f64>().ok());
        times.sum::<f64>() / 1e6
    }

    fn wakeups(&self) -> f64 {
        let statuses = self.threads("status");
        let counts = statuses.iter().filter_map(|text| field(text, "voluntary_ctxt_switches:"));
        counts.sum()
    }

    /// Resident memory in megabytes.
    fn resident(&self) -> f64 {
        let id = self.child.process_id().unwrap_or_default();
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        field(&status, "VmRSS:").map_or(f64::NAN, |kib| kib * 1024.0 / 1e6)
    }
}

fn field(text: &str, name: &str) -> Option<f64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
