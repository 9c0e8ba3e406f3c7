//! A data folder of its own for each run of the program.

use std::sync::atomic::{AtomicUsize, Ordering};

/// In the build folder: what one run keeps, the next must not find.
pub fn data_folder() -> String {
    static RUN: AtomicUsize = AtomicUsize::new(0);
    let run = RUN.fetch_add(1, Ordering::Relaxed);
    let process = std::process::id();
    format!("{}/data-{process}-{run}", env!("CARGO_TARGET_TMPDIR"))
}
