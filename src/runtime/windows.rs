//! What Windows does in its own way: the ends of a console, clocks, file rights.

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal, Write};
pub use std::os::windows::io::AsHandle as AsOutput;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::tz::TimeZone;

use super::programs::SystemProgram;
use super::programs::child::ManagedChildren;
use super::terminal::TerminalHandle;

/// What the system itself gives a program that was ended by Ctrl-C.
const ENDED_BY_CONSOLE: i32 = 0xC000_013A_u32.cast_signed();

/// Writes all of it to the console.
///
/// # Errors
/// When the console cannot be written to.
pub fn write_terminal(bytes: &[u8]) -> io::Result<()> {
    // This call switches the console's escape sequences on.
    crossterm::ansi_support::supports_ansi();
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Columns and rows of the console behind this output, where there is one.
pub fn window_size(output: impl AsOutput) -> Option<(u16, u16)> {
    if !output.as_handle().is_terminal() {
        return None;
    }
    crossterm::terminal::size().ok()
}

/// Does nothing: keys come whole here.
///
/// # Errors
/// Never here.
pub fn read_without_waiting() -> io::Result<()> {
    Ok(())
}

/// A flag that nothing sets: programs are not suspended here.
///
/// # Errors
/// Never here.
pub fn continued_flag() -> io::Result<Arc<AtomicBool>> {
    Ok(Arc::default())
}

/// Ctrl-C, Ctrl-Break and the end of the console: each gives the terminal back and ends the
/// process.
#[derive(Debug)]
pub struct SignalWatch;

impl SignalWatch {
    /// Answers them from now on; child processes end too.
    ///
    /// # Errors
    /// When the system gives no handler.
    pub fn new(
        handle: TerminalHandle,
        children: ManagedChildren,
        _: Arc<AtomicBool>,
    ) -> io::Result<Self> {
        end_by_console(move || {
            handle.leave();
            children.end_for_good();
        })?;
        Ok(Self)
    }

    /// Does nothing: the handler runs already.
    ///
    /// # Errors
    /// Never here.
    pub fn start(self) -> io::Result<()> {
        Ok(())
    }
}

fn end_by_console(before: impl Fn() + Send + 'static) -> io::Result<()> {
    let end = move || {
        before();
        process::exit(ENDED_BY_CONSOLE);
    };
    ctrlc::set_handler(end).map_err(io::Error::other)
}

/// Does nothing: a console that is closed ends this process.
pub fn end_if_hung_up(_: &TerminalHandle) {}

/// Does nothing: programs are not suspended here.
pub fn stop() {}

/// Lets the end of this process end its child processes too.
///
/// # Errors
/// When the system gives no handler.
pub fn end_with_us(children: ManagedChildren) -> io::Result<()> {
    end_by_console(move || children.end_for_good())
}

/// The time zone of this machine.
pub fn time_zone() -> TimeZone {
    TimeZone::system()
}

/// Programs that speak, the preferred one first.
pub const VOICES: &[&str] = &["espeak-ng"];

/// None is known here.
pub const NOTIFIERS: &[SystemProgram] = &[];

/// None is known here.
pub const KEEP_AWAKE: &[SystemProgram] = &[];

/// The system is not asked here.
pub fn is_on_battery() -> bool {
    false
}

/// This file, or the same with `.exe`, if the system would start it as a program.
pub fn program(file: PathBuf) -> Option<PathBuf> {
    let exe = file.with_extension("exe");
    [file, exe].into_iter().find(|file| file.is_file())
}

/// Whether this user may write in this folder.
pub fn may_write(folder: &Path) -> bool {
    folder.metadata().is_ok_and(|about| !about.permissions().readonly())
}

/// Makes a folder, and the folders above it. Other users cannot read a user's folders here.
///
/// # Errors
/// When it cannot be made.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// Options for making a file. Other users cannot read a user's files here.
pub fn private_file() -> OpenOptions {
    File::options()
}

/// Does nothing: other users cannot read a user's files here.
pub fn close_to_others(_: &Path) {}
