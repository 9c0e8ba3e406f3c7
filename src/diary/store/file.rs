//! Makes the folder and the file, for their owner only.

use std::fs::{DirBuilder, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use super::StoreError;

const OWNER_ONLY_FOLDER: u32 = 0o700;
const OWNER_ONLY_FILE: u32 = 0o600;

/// Makes what is missing. The database engine gives its side files the same permissions.
pub(super) fn create(folder: &Path, path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    DirBuilder::new()
        .recursive(true)
        .mode(OWNER_ONLY_FOLDER)
        .create(folder)
        .map_err(|why| StoreError::Folder {
            path: folder.to_owned(),
            why,
        })?;
    // Another program may make it at the same moment: that is as good.
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(OWNER_ONLY_FILE)
        .open(path)
        .map(drop)
        .map_err(|why| StoreError::File {
            path: path.to_owned(),
            why,
        })
}

/// Takes away what others may do with the file, where that is possible.
pub(super) fn close_to_others(path: &Path) {
    let open = path
        .metadata()
        .is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0);
    if open {
        let _ = std::fs::set_permissions(path, Permissions::from_mode(OWNER_ONLY_FILE));
    }
}
