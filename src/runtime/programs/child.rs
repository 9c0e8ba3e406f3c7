//! A child process that must end with this program. It is shared with the thread that answers
//! signals.

use std::ffi::OsStr;
use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// A command that can neither read the keys nor write on the screen.
pub(crate) fn silent(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// At most one running child; clones share it.
#[derive(Debug, Clone, Default)]
pub struct ManagedChild(Arc<Mutex<ChildSlot>>);

/// The child that runs, if any.
#[derive(Debug, Default)]
struct ChildSlot {
    child: Option<Child>,
    /// This process is about to end, so nothing may be started any more.
    closed: bool,
}

impl ManagedChild {
    /// Ends the child that runs, and starts this program.
    ///
    /// # Errors
    /// When it does not start, or after [`Self::end_for_good`].
    pub fn start(&self, command: &mut Command) -> io::Result<()> {
        self.end();
        // Locked before the start, so that a signal cannot miss it.
        let mut slot = self.lock();
        if slot.closed {
            return Err(io::ErrorKind::Interrupted.into());
        }
        slot.child = Some(command.spawn()?);
        Ok(())
    }

    /// How it has ended by itself; `None` while it runs, or when there is none.
    pub fn ended(&self) -> Option<ExitStatus> {
        let mut slot = self.lock();
        slot.child.as_mut()?.try_wait().ok().flatten()
    }

    /// Waits for its end, `timeout` at most, and returns what is left of it. Counts the time spent
    /// waiting and not the clock, because both processes may be stopped meanwhile.
    pub fn wait(&self, mut timeout: Duration) -> Duration {
        const POLL_INTERVAL: Duration = Duration::from_millis(5);
        while self.runs() && !timeout.is_zero() {
            thread::sleep(POLL_INTERVAL);
            timeout = timeout.saturating_sub(POLL_INTERVAL);
        }
        timeout
    }

    fn runs(&self) -> bool {
        self.lock().child.is_some() && self.ended().is_none()
    }

    /// Ends it.
    pub fn end(&self) {
        let mut slot = self.lock();
        // To kill a child that has ended is harmless; waiting for it leaves no zombie.
        if let Some(child) = slot.child.as_mut() {
            let _ = child.kill();
        }
        let ended = slot.child.take();
        drop(slot);
        if let Some(mut child) = ended {
            let _ = child.wait();
        }
    }

    /// Ends it, and prevents any later start.
    pub fn end_for_good(&self) {
        self.lock().closed = true;
        self.end();
    }

    fn lock(&self) -> MutexGuard<'_, ChildSlot> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All that may run at once.
#[derive(Debug, Clone, Default)]
pub struct ManagedChildren {
    /// What speaks.
    pub voice: ManagedChild,
    /// What makes a sound.
    pub sound: ManagedChild,
    /// What shows a notification.
    pub notifier: ManagedChild,
}

impl ManagedChildren {
    /// Ends all of them, and prevents any later start.
    pub fn end_for_good(&self) {
        self.voice.end_for_good();
        self.sound.end_for_good();
        self.notifier.end_for_good();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_ends_with_the_next_one_and_when_it_is_asked_to() {
        let running = ManagedChild::default();
        let id = |running: &ManagedChild| running.lock().child.as_ref().map(Child::id);
        running.start(Command::new("sleep").arg("3600")).unwrap();
        let first = id(&running);
        let copy = running.clone();
        copy.start(Command::new("sleep").arg("3600")).unwrap();
        assert!(id(&running).is_some() && id(&running) != first);
        running.end();
        assert_eq!(id(&copy), None);
        copy.end_for_good();
        assert!(running.start(Command::new("sleep").arg("3600")).is_err());
        assert_eq!(id(&running), None);
    }

    #[test]
    fn a_program_is_waited_for_until_its_end_and_not_for_ever() {
        let running = ManagedChild::default();
        assert_eq!(running.ended(), None);
        let minute = Duration::from_secs(60);
        running.start(&mut Command::new("false")).unwrap();
        assert!(!running.wait(minute).is_zero());
        assert_eq!(running.ended().map(|how| how.success()), Some(false));
        running.start(Command::new("sleep").arg("3600")).unwrap();
        assert!(running.wait(Duration::from_millis(20)).is_zero());
        assert_eq!(running.ended(), None);
        running.end();
        assert_eq!(running.wait(minute), minute);
    }

    #[test]
    fn a_program_that_does_not_start_is_an_error() {
        let running = ManagedChild::default();
        let mut missing = Command::new("/no-such-program");
        assert!(running.start(&mut missing).is_err());
        running.end();
    }
}
