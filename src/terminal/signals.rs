//! One thread that sleeps until a signal comes or the terminal vanishes, gives
//! the terminal back, and ends the process by that signal.
//!
//! A thread and not a flag: the main thread may be held in a write to a
//! terminal that reads nothing.

use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::{emulate_default_handler, pipe};

use super::Stage;
use crate::companions::running::AllRunning;
use crate::stops::Stops;

/// Signals that are caught from now on, and answered once the thread runs.
#[derive(Debug)]
pub struct Watch {
    stage: Stage,
    running: AllRunning,
    delivery: SignalDelivery<UnixStream, SignalOnly>,
    wake: Wake,
    waker: UnixStream,
}

/// What the signals have to tell the main thread.
#[derive(Debug)]
pub struct Wake {
    /// Becomes readable when the window has changed its size, or the terminal
    /// was taken again after a stop: one byte each.
    pub stream: UnixStream,
    /// Knows of a stop at once; the byte comes when the thread has taken the terminal.
    pub stops: Stops,
}

impl Watch {
    /// Catches the signals. One that ends this process ends what is running, too.
    ///
    /// # Errors
    /// When the system gives no pipe or handler.
    pub fn new(stage: Stage, running: AllRunning) -> io::Result<Self> {
        let (wake, waker) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        waker.set_nonblocking(true)?;
        pipe::register(SIGWINCH, waker.try_clone()?)?;
        let stops = Stops::watch()?;
        let (read, write) = UnixStream::pair()?;
        let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
        let delivery = SignalDelivery::with_pipe(read, write, SignalOnly, all)?;
        Ok(Self {
            stage,
            running,
            delivery,
            wake: Wake {
                stream: wake,
                stops,
            },
            waker,
        })
    }

    /// Whether the process was continued after a stop since this was last asked, before the
    /// thread has started.
    pub fn was_stopped(&self) -> bool {
        self.wake.stops.take()
    }

    /// Starts the thread: after the first frame, which it would only delay.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(self) -> io::Result<Wake> {
        let Self {
            stage,
            running,
            mut delivery,
            wake,
            waker,
        } = self;
        thread::Builder::new()
            .name("signals".to_owned())
            .stack_size(256 * 1024)
            .spawn(move || {
                loop {
                    // What was caught before the thread ran is answered first.
                    for signal in delivery.pending() {
                        act(&stage, &running, &waker, signal);
                    }
                    if sleep(delivery.get_read()) {
                        act(&stage, &running, &waker, SIGHUP);
                    }
                }
            })?;
        Ok(wake)
    }
}

/// Sleeps until a signal or the end of the terminal; says whether it was the latter.
fn sleep(signals: &UnixStream) -> bool {
    let stdin = rustix::stdio::stdin();
    // No flags: only the end of the terminal is reported, keys are not ours.
    let mut fds = [
        PollFd::new(signals, PollFlags::IN),
        PollFd::from_borrowed_fd(stdin, PollFlags::empty()),
    ];
    match poll(&mut fds, None) {
        Ok(_) => fds[1]
            .revents()
            .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL),
        Err(_) => false,
    }
}

/// To be called when reading or drawing has failed. If the terminal has
/// vanished, this ends the process by SIGHUP, as the thread would have done.
pub fn end_if_hung_up(stage: &Stage) {
    let stdin = rustix::stdio::stdin();
    let mut fds = [PollFd::from_borrowed_fd(stdin, PollFlags::empty())];
    let now = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    if poll(&mut fds, Some(&now)).is_ok_and(|count| count > 0) {
        stage.leave();
        let _ = emulate_default_handler(SIGHUP);
    }
}

fn act(stage: &Stage, running: &AllRunning, mut waker: &UnixStream, signal: i32) {
    match signal {
        SIGTSTP => {
            stage.suspend(stop);
            let _ = waker.write(&[CONTINUED]);
        }
        SIGCONT => {
            // After a stop that could not be caught the shell has set its own modes.
            stage.enter_again();
            let _ = waker.write(&[CONTINUED]);
        }
        _ => {
            stage.leave();
            running.end_for_good();
            let _ = emulate_default_handler(signal);
        }
    }
}

/// The byte that tells of a continue; a changed size sends another.
pub const CONTINUED: u8 = b'C';

/// Stops the process as Ctrl-Z does; returns when it is continued.
pub fn stop() {
    let _ = emulate_default_handler(SIGTSTP);
}
