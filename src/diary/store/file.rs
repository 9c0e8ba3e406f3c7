//! Makes the folder and the file, for their owner only.

use std::path::Path;

use super::StoreError;
use crate::runtime::platform;

/// Makes what is missing. The database engine gives its side files the same permissions.
pub(super) fn create(folder: &Path, path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    platform::make_private_folder(folder)
        .map_err(|why| StoreError::Folder(folder.to_owned(), why))?;
    // Another program may make it at the same moment: that is as good.
    platform::private_file()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
        .map(drop)
        .map_err(|why| StoreError::File(path.to_owned(), why))
}
