//! A program that this one has started and that must not outlive it: held by
//! whoever uses it, and by the thread that answers signals.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// At most one running program; copies mean the same one.
#[derive(Debug, Clone, Default)]
pub struct ManagedChild(Arc<Mutex<ChildSlot>>);

/// Where a program runs, or none.
#[derive(Debug, Default)]
struct ChildSlot {
    child: Option<Child>,
    /// This process is about to end: nothing is started any more.
    closed: bool,
}

impl ManagedChild {
    /// Starts this program in the place of the one before, which ends.
    ///
    /// # Errors
    /// When it does not start; after [`Self::end_for_good`] none does.
    pub fn start(&self, command: &mut Command) -> io::Result<()> {
        self.end();
        // Locked from before it runs: a signal finds it or comes before it.
        let mut place = self.lock();
        if place.closed {
            return Err(io::ErrorKind::Interrupted.into());
        }
        place.child = Some(command.spawn()?);
        Ok(())
    }

    /// How it has ended by itself; `None` while it runs, and where there is none.
    pub fn ended(&self) -> Option<ExitStatus> {
        let mut place = self.lock();
        place.child.as_mut()?.try_wait().ok().flatten()
    }

    /// Waits for its end, this long at most; gives how much of it is left. What counts is the
    /// time spent waiting: while we are stopped, so may be what we wait for.
    pub fn wait(&self, mut patience: Duration) -> Duration {
        const PACE: Duration = Duration::from_millis(5);
        while self.runs() && !patience.is_zero() {
            thread::sleep(PACE);
            patience = patience.saturating_sub(PACE);
        }
        patience
    }

    fn runs(&self) -> bool {
        self.lock().child.is_some() && self.ended().is_none()
    }

    /// Ends it.
    pub fn end(&self) {
        let mut place = self.lock();
        // Killing one that has ended already is harmless; waiting leaves no zombie.
        if let Some(child) = place.child.as_mut() {
            let _ = child.kill();
        }
        let ended = place.child.take();
        drop(place);
        if let Some(mut child) = ended {
            let _ = child.wait();
        }
    }

    /// Ends it, and lets no other start.
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
    /// Ends all of them, and lets none start any more.
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
