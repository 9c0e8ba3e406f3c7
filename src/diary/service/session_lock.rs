//! A lock that says which running program the saved session belongs to.
//!
//! The system releases it when its program ends, however it ends. So a session that is still
//! running is never offered, and one that was broken off is offered to one program only.

use std::fs::{File, TryLockError};
use std::path::Path;

/// Held for as long as the saved session is this program's.
#[derive(Debug)]
pub(super) struct SessionLock {
    /// `None` where the file system knows no locks; then every program may have it.
    _lock: Option<File>,
}

impl SessionLock {
    /// Takes the lock of the diary in this folder; `None` while another program has it.
    pub(super) fn take(folder: &Path) -> Option<Self> {
        let lock = match File::open(folder) {
            Ok(folder) => match folder.try_lock() {
                Ok(()) => Some(folder),
                Err(TryLockError::WouldBlock) => return None,
                Err(TryLockError::Error(_)) => None,
            },
            Err(_) => None,
        };
        Some(Self { _lock: lock })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_has_it_until_it_lets_go() {
        let home = tempfile::tempdir().unwrap();
        let lock = SessionLock::take(home.path()).unwrap();
        assert!(SessionLock::take(home.path()).is_none());
        drop(lock);
        assert!(SessionLock::take(home.path()).is_some());
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn without_a_folder_to_lock_nobody_is_kept_away() {
        let home = tempfile::tempdir().unwrap();
        let missing = home.path().join("none");
        let locks = (SessionLock::take(&missing), SessionLock::take(&missing));
        assert!(locks.0.is_some() && locks.1.is_some());
    }
}
