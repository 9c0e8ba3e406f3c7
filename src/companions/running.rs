//! A program that this one has started and that must not outlive it: held by
//! whoever uses it, and by the thread that answers signals.

use std::io;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// At most one running program; copies mean the same one.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<Mutex<Option<Child>>>);

impl Running {
    /// Starts this program in the place of the one before, which ends.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(&self, command: &mut Command) -> io::Result<()> {
        self.end();
        // Locked from before it runs: a signal finds it or comes before it.
        let mut running = self.lock();
        *running = Some(command.spawn()?);
        Ok(())
    }

    /// Ends it.
    pub fn end(&self) {
        let mut running = self.lock();
        // Killing one that has ended already is harmless; waiting leaves no zombie.
        if let Some(child) = running.as_mut() {
            let _ = child.kill();
        }
        let ended = running.take();
        drop(running);
        if let Some(mut child) = ended {
            let _ = child.wait();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Child>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All that may run at once.
#[derive(Debug, Clone, Default)]
pub struct AllRunning {
    /// What speaks.
    pub voice: Running,
    /// What makes a sound.
    pub sound: Running,
    /// What shows a notification.
    pub notifier: Running,
}

impl AllRunning {
    /// Ends all of them.
    pub fn end(&self) {
        self.voice.end();
        self.sound.end();
        self.notifier.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_ends_with_the_next_one_and_when_it_is_asked_to() {
        let running = Running::default();
        let id = |running: &Running| running.lock().as_ref().map(Child::id);
        running.start(Command::new("sleep").arg("3600")).unwrap();
        let first = id(&running);
        let copy = running.clone();
        copy.start(Command::new("sleep").arg("3600")).unwrap();
        assert!(id(&running).is_some() && id(&running) != first);
        running.end();
        assert_eq!(id(&copy), None);
        copy.end();
    }

    #[test]
    fn a_program_that_does_not_start_is_an_error() {
        let running = Running::default();
        let mut missing = Command::new("/no-such-program");
        assert!(running.start(&mut missing).is_err());
        running.end();
    }
}
