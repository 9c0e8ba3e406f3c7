//! What Linux, macOS and other Unix systems do in their own way: signals, clocks, file rights.

use std::env;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io;
pub(crate) use std::os::fd::AsFd as AsOutput;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use jiff::tz::TimeZone;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcgetwinsize, tcsetattr};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::{emulate_default_handler, raise};

use super::programs::SystemProgram;
use super::programs::child::ManagedChildren;
use super::terminal::TerminalHandle;

/// Writes to the terminal without the standard library's buffer, which would split a frame into
/// several writes, and without its lock, which another thread may hold while a signal is answered.
///
/// # Errors
/// When the terminal cannot be written to.
pub(crate) fn write_terminal(mut bytes: &[u8]) -> io::Result<()> {
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
pub(crate) fn window_size(output: impl AsOutput) -> Option<(u16, u16)> {
    let size = tcgetwinsize(output).ok()?;
    Some((size.ws_col, size.ws_row))
}

/// Lets a read of the terminal return at once where nothing more has come: crossterm reads again
/// while a sequence has begun, and a timer would stand still until the rest of it comes.
///
/// # Errors
/// When the terminal does not take the mode.
pub(crate) fn read_without_waiting() -> io::Result<()> {
    let stdin = rustix::stdio::stdin();
    let mut modes = tcgetattr(stdin)?;
    modes.special_codes[SpecialCodeIndex::VMIN] = 0;
    modes.special_codes[SpecialCodeIndex::VTIME] = 0;
    Ok(tcsetattr(stdin, OptionalActions::Now, &modes)?)
}

/// A flag that is set whenever the process is continued after a stop. The signal handler itself sets
/// it, before the main thread goes on, so that the time of the stop is never counted as time waited.
///
/// # Errors
/// When the system lets the signal not be caught.
pub(crate) fn continued_flag() -> io::Result<Arc<AtomicBool>> {
    let continued = Arc::default();
    flag::register(SIGCONT, Arc::clone(&continued))?;
    Ok(continued)
}

/// Catches the signals that end or stop a program. One thread sleeps until a signal comes or the
/// terminal vanishes; then it restores the terminal and ends the process by that signal. It is a
/// thread because the main thread may hang in a write to a terminal that reads nothing.
#[derive(Debug)]
pub struct SignalWatch {
    handle: TerminalHandle,
    children: ManagedChildren,
    continued: Arc<AtomicBool>,
    delivery: SignalDelivery<UnixStream, SignalOnly>,
}

impl SignalWatch {
    /// Catches the signals. One that ends this process also ends its child processes; `continued` is
    /// set, and the wait for keys ends, when the terminal was entered again after a stop.
    ///
    /// # Errors
    /// When the system gives no pipe or handler.
    pub fn new(
        handle: TerminalHandle,
        children: ManagedChildren,
        continued: Arc<AtomicBool>,
    ) -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
        let delivery = SignalDelivery::with_pipe(read, write, SignalOnly, all)?;
        Ok(Self { handle, children, continued, delivery })
    }

    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(mut self) -> io::Result<()> {
        thread::Builder::new().name("signals".to_owned()).stack_size(256 * 1024).spawn(
            move || {
                loop {
                    // A signal may have come before this thread ran.
                    for signal in self.delivery.pending() {
                        self.answer(signal);
                    }
                    if sleep(self.delivery.get_read()) {
                        self.answer(SIGHUP);
                    }
                }
            },
        )?;
        Ok(())
    }

    fn answer(&self, signal: i32) {
        match signal {
            SIGTSTP => {
                self.handle.suspend(stop);
                self.go_on();
            }
            SIGCONT => {
                // After a stop that cannot be caught the terminal has the modes of the shell.
                self.handle.enter_again();
                self.go_on();
            }
            _ => {
                self.handle.leave();
                self.children.end_for_good();
                let _ = emulate_default_handler(signal);
            }
        }
    }

    /// Ends the wait for keys after a stop: crossterm takes this signal for a new size of the window.
    fn go_on(&self) {
        self.continued.store(true, Ordering::Relaxed);
        let _ = raise(SIGWINCH);
    }
}

/// Sleeps until a signal comes or the terminal vanishes; whether the terminal has vanished.
fn sleep(signals: &UnixStream) -> bool {
    let stdin = rustix::stdio::stdin();
    // Without flags only the end of the terminal is reported; the main thread reads the keys.
    let mut fds =
        [PollFd::new(signals, PollFlags::IN), PollFd::from_borrowed_fd(stdin, PollFlags::empty())];
    match poll(&mut fds, None) {
        Ok(_) => fds[1].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL),
        Err(_) => false,
    }
}

/// To be called when reading or drawing has failed. If the terminal has vanished, this ends the
/// process by SIGHUP, as the signal thread does.
pub(crate) fn end_if_hung_up(handle: &TerminalHandle) {
    let stdin = rustix::stdio::stdin();
    let mut fds = [PollFd::from_borrowed_fd(stdin, PollFlags::empty())];
    if poll(&mut fds, Some(&Timespec::default())).is_ok_and(|count| count > 0) {
        handle.leave();
        let _ = emulate_default_handler(SIGHUP);
    }
}

/// Stops the process as Ctrl-Z does; returns when it is continued.
pub(crate) fn stop() {
    let _ = emulate_default_handler(SIGTSTP);
}

/// Lets SIGTERM end the child processes too. The terminal sends the other signals to all of them.
/// Only for plain mode: the full screen has its own signal thread.
///
/// # Errors
/// When the system lets the signal not be caught, or gives no thread.
pub(crate) fn end_with_us(children: ManagedChildren) -> io::Result<()> {
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

/// The time zone of this machine. Its name leads to the file with its rules; jiff would first list
/// every zone that the machine knows, which takes a fifth of the time until the first frame.
pub(crate) fn time_zone() -> TimeZone {
    const ZONES: &str = "/usr/share/zoneinfo";
    const LOCAL: &str = "/etc/localtime";
    let named = || {
        let (name, rules) = match env::var("TZ") {
            Ok(name) => (name.clone(), Path::new(ZONES).join(name)),
            Err(_) => {
                let link = fs::read_link(LOCAL).ok()?;
                (link.to_str()?.split_once("/zoneinfo/")?.1.to_owned(), PathBuf::from(LOCAL))
            }
        };
        let is_name = !name.starts_with('/') && !name.contains('.');
        TimeZone::tzif(&name, &fs::read(rules).ok().filter(|_| is_name)?).ok()
    };
    named().unwrap_or_else(TimeZone::system)
}

/// Programs that speak, the preferred one first.
pub(crate) const VOICES: &[&str] = &["spd-say", "say", "espeak-ng"];

/// Programs that show a notification, whose words come last.
pub(crate) const NOTIFIERS: &[SystemProgram] = &[
    ("notify-send", &["--app-name=uncramp", "uncramp"]),
    // The words are an argument of the script, so they cannot be run as a part of it.
    (
        "osascript",
        &[
            "-e",
            "on run argv",
            "-e",
            "display notification (item 1 of argv) with title \"uncramp\"",
            "-e",
            "end run",
        ],
    ),
];

/// Programs that keep the machine awake until `cat` has read the end of its input.
pub(crate) const KEEP_AWAKE: &[SystemProgram] = &[
    // With `idle` some desktops would keep the display on.
    ("systemd-inhibit", &["--what=sleep", "--who=uncramp", WHY_AWAKE, "cat"]),
    // `-s` holds on mains power only.
    ("caffeinate", &["-s", "cat"]),
];

const WHY_AWAKE: &str = "--why=a session is running";

/// Whether the machine runs on battery. Only Linux says it in files.
pub fn is_on_battery() -> bool {
    empties(Path::new("/sys/class/power_supply"))
}

/// Whether a battery empties and nothing feeds the machine, as a folder of the kernel says it.
fn empties(folder: &Path) -> bool {
    let supplies = fs::read_dir(folder).into_iter().flatten().flatten();
    let (mut online, mut discharging) = (false, false);
    for supply in supplies {
        let read = |name: &str| {
            let told = fs::read_to_string(supply.path().join(name));
            told.unwrap_or_default().trim().to_owned()
        };
        // The battery of a mouse or a headset.
        if read("scope") == "Device" {
            continue;
        }
        match read("type").as_str() {
            "Battery" | "UPS" => discharging |= read("status") == "Discharging",
            // Mains, USB and its kinds: 1, or 2 where the voltage can be chosen.
            _ => online |= matches!(read("online").as_str(), "1" | "2"),
        }
    }
    discharging && !online
}

/// This file, if the system would start it as a program.
pub(crate) fn program(file: PathBuf) -> Option<PathBuf> {
    let about = file.metadata().ok()?;
    (about.is_file() && about.permissions().mode() & 0o111 != 0).then_some(file)
}

/// Whether this user may write in this folder.
pub(crate) fn may_write(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
}

const OWNER_ONLY_FOLDER: u32 = 0o700;
const OWNER_ONLY_FILE: u32 = 0o600;

/// Makes a folder that only its owner can read, and the folders above it.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(OWNER_ONLY_FOLDER).create(folder)
}

/// Options for making a file that only its owner can read.
pub(crate) fn private_file() -> OpenOptions {
    let mut options = File::options();
    options.mode(OWNER_ONLY_FILE);
    options
}

/// Takes the rights on this file from everybody but its owner, where that is possible.
pub(crate) fn close_to_others(file: &Path) {
    let open = file.metadata().is_ok_and(|about| about.permissions().mode() & 0o077 != 0);
    if open {
        let _ = fs::set_permissions(file, Permissions::from_mode(OWNER_ONLY_FILE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What this system would be told: a folder a supply, with its files.
    fn told(supplies: &[&[(&str, &str)]]) -> bool {
        let folder = tempfile::tempdir().unwrap();
        for (index, files) in supplies.iter().enumerate() {
            let supply = folder.path().join(index.to_string());
            fs::create_dir(&supply).unwrap();
            for (name, text) in *files {
                fs::write(supply.join(name), format!("{text}\n")).unwrap();
            }
        }
        empties(folder.path())
    }

    const DISCHARGING: &[(&str, &str)] = &[("type", "Battery"), ("status", "Discharging")];

    #[test]
    fn the_time_zone_is_the_one_that_jiff_finds() {
        let (ours, theirs) = (time_zone(), TimeZone::system());
        assert_eq!(ours.iana_name(), theirs.iana_name());
        let now = jiff::Timestamp::now();
        assert_eq!(ours.to_offset(now), theirs.to_offset(now));
    }

    #[test]
    fn a_machine_runs_on_battery_when_one_empties_and_nothing_feeds_it() {
        let unplugged = &[("type", "Mains"), ("online", "0")];
        assert!(told(&[unplugged, DISCHARGING]));
        assert!(told(&[DISCHARGING]));
        let ups: &[(&str, &str)] = &[("type", "UPS"), ("status", "Discharging")];
        assert!(told(&[ups]));
    }

    #[test]
    fn a_machine_that_is_plugged_in_does_not_even_if_its_battery_empties() {
        for (kind, online) in [("Mains", "1"), ("USB", "1"), ("USB", "2"), ("USB_PD", "1")] {
            let plugged = &[("type", kind), ("online", online)];
            assert!(!told(&[DISCHARGING, plugged]), "{kind}");
        }
        let full: &[(&str, &str)] = &[("type", "Battery"), ("status", "Full")];
        assert!(!told(&[full]));
    }

    #[test]
    fn the_battery_of_a_mouse_is_not_the_battery_of_the_machine() {
        let mouse = &[DISCHARGING[0], DISCHARGING[1], ("scope", "Device")];
        assert!(!told(&[mouse]));
        assert!(!told(&[]));
        assert!(!empties(Path::new("/no/such/folder")));
    }
}
