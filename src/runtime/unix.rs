//! What Linux, macOS and other Unix systems do in their own way: signals, clocks, file rights.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io;
pub use std::os::fd::AsFd as AsOutput;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::time::{ClockId, clock_gettime};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::emulate_default_handler;

use super::programs::child::ManagedChildren;
use super::terminal::TerminalHandle;

/// Straight to the terminal: the standard library's own buffer of 1 KB would
/// tear a frame into several writes, and its lock may be held by another thread
/// while a signal has to be answered.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn write_terminal(mut bytes: &[u8]) -> io::Result<()> {
    let stdout = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(stdout, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(rustix::io::Errno::INTR) => {}
            Err(rustix::io::Errno::AGAIN) => thread::sleep(Duration::from_millis(1)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Columns and rows of the window behind this output, where there is one.
pub fn window_size(output: impl AsOutput) -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(output).ok()?;
    Some((size.ws_col, size.ws_row))
}

/// Columns of the window behind this output, where there is one.
pub fn columns(output: impl AsOutput) -> Option<usize> {
    window_size(output).map(|(columns, _)| usize::from(columns))
}

/// Remembers that the process was continued after a stop. Told by the signal itself, before the
/// main thread runs on: else a wait that has ended meanwhile would be taken for mere lateness.
#[derive(Debug, Clone)]
pub struct SuspendFlag(Arc<AtomicBool>);

impl SuspendFlag {
    /// Takes note from now on.
    ///
    /// # Errors
    /// When the system lets the signal not be caught.
    pub fn watch() -> io::Result<Self> {
        let continued = Arc::new(AtomicBool::new(false));
        flag::register(SIGCONT, Arc::clone(&continued))?;
        Ok(Self(continued))
    }

    /// Whether the process was continued since this was last asked.
    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

/// Signals that are caught from now on, and answered once the thread runs: one thread sleeps
/// until a signal comes or the terminal vanishes, gives the terminal back, and ends the process
/// by that signal. A thread and not a flag: the main thread may be held in a write to a terminal
/// that reads nothing.
#[derive(Debug)]
pub struct SignalWatch {
    handle: TerminalHandle,
    children: ManagedChildren,
    delivery: SignalDelivery<UnixStream, SignalOnly>,
    suspended: SuspendFlag,
}

impl SignalWatch {
    /// Catches the signals. One that ends this process ends what is running, too.
    ///
    /// # Errors
    /// When the system gives no pipe or handler.
    pub fn new(handle: TerminalHandle, children: ManagedChildren) -> io::Result<Self> {
        let suspended = SuspendFlag::watch()?;
        let (read, write) = UnixStream::pair()?;
        let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
        let delivery = SignalDelivery::with_pipe(read, write, SignalOnly, all)?;
        Ok(Self { handle, children, delivery, suspended })
    }

    /// What remembers a stop.
    pub fn suspended(&self) -> SuspendFlag {
        self.suspended.clone()
    }

    /// Starts the thread, which tells when the terminal was taken again after a stop.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(self, continued: impl Fn() + Send + 'static) -> io::Result<()> {
        let Self { handle, children, mut delivery, .. } = self;
        thread::Builder::new().name("signals".to_owned()).stack_size(256 * 1024).spawn(
            move || {
                loop {
                    // What was caught before the thread ran is answered first.
                    for signal in delivery.pending() {
                        answer(&handle, &children, &continued, signal);
                    }
                    if sleep(delivery.get_read()) {
                        answer(&handle, &children, &continued, SIGHUP);
                    }
                }
            },
        )?;
        Ok(())
    }
}

fn answer(handle: &TerminalHandle, children: &ManagedChildren, continued: &impl Fn(), signal: i32) {
    match signal {
        SIGTSTP => {
            handle.suspend(stop);
            continued();
        }
        SIGCONT => {
            // After a stop that could not be caught the shell has set its own modes.
            handle.enter_again();
            continued();
        }
        _ => {
            handle.leave();
            children.end_for_good();
            let _ = emulate_default_handler(signal);
        }
    }
}

/// Sleeps until a signal or the end of the terminal; says whether it was the latter.
fn sleep(signals: &UnixStream) -> bool {
    let stdin = rustix::stdio::stdin();
    // No flags: only the end of the terminal is reported, keys are not ours.
    let mut fds =
        [PollFd::new(signals, PollFlags::IN), PollFd::from_borrowed_fd(stdin, PollFlags::empty())];
    match poll(&mut fds, None) {
        Ok(_) => fds[1].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL),
        Err(_) => false,
    }
}

/// To be called when reading or drawing has failed. If the terminal has
/// vanished, this ends the process by SIGHUP, as the thread would have done.
pub fn end_if_hung_up(handle: &TerminalHandle) {
    let stdin = rustix::stdio::stdin();
    let mut fds = [PollFd::from_borrowed_fd(stdin, PollFlags::empty())];
    if poll(&mut fds, Some(&Timespec::default())).is_ok_and(|count| count > 0) {
        handle.leave();
        let _ = emulate_default_handler(SIGHUP);
    }
}

/// Stops the process as Ctrl-Z does; returns when it is continued.
pub fn stop() {
    let _ = emulate_default_handler(SIGTSTP);
}

/// Whoever ends this process ends what it has started, too. The other signals that end it come
/// from the terminal, which sends them to all of us. Only for a program line by line: the full
/// screen answers signals by itself.
///
/// # Errors
/// When the system lets the signal not be caught, or gives no thread.
pub fn end_with_us(children: ManagedChildren) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM])?;
    let end = move || {
        for signal in signals.forever() {
            children.end_for_good();
            let _ = emulate_default_handler(signal);
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(end)?;
    Ok(())
}

/// Goes on while the machine sleeps.
#[cfg(target_os = "linux")]
const SINCE_BOOT: ClockId = ClockId::Boottime;
/// Goes on while the machine sleeps.
#[cfg(not(target_os = "linux"))]
const SINCE_BOOT: ClockId = ClockId::Monotonic;

/// A clock that goes on while the machine sleeps.
pub fn boot_clock() -> Duration {
    let time = clock_gettime(SINCE_BOOT);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let nanos = u32::try_from(time.tv_nsec).unwrap_or(0);
    Duration::new(seconds, nanos)
}

/// This program, where the system would start it.
pub fn program(file: PathBuf) -> Option<PathBuf> {
    let about = file.metadata().ok()?;
    (about.is_file() && about.permissions().mode() & 0o111 != 0).then_some(file)
}

/// Whether this user may write in this folder.
pub fn may_write(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
}

const OWNER_ONLY_FOLDER: u32 = 0o700;
const OWNER_ONLY_FILE: u32 = 0o600;

/// Makes a folder that only its owner can look into, and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(OWNER_ONLY_FOLDER);
    builder.create(folder)
}

/// How to make a file that only its owner can read.
pub fn private_file() -> OpenOptions {
    let mut options = File::options();
    options.mode(OWNER_ONLY_FILE);
    options
}

/// Takes away what others may do with the file, where that is possible.
pub fn close_to_others(file: &Path) {
    let open = file.metadata().is_ok_and(|about| about.permissions().mode() & 0o077 != 0);
    if open {
        let _ = std::fs::set_permissions(file, Permissions::from_mode(OWNER_ONLY_FILE));
    }
}
