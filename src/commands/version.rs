//! `-V`: the versions of the program and of the guide in use.

use std::path::Path;

use super::output::print_text;
use super::{Out, Outcome, Setup};
use crate::guide::Guide;
use crate::text::clean;
use crate::text::messages::pages;

/// The program and its version.
pub(super) const PROGRAM: &str = concat!("uncramp ", env!("CARGO_PKG_VERSION"));

/// Prints both.
pub(super) fn run(guide: &Guide, setup: &Setup, out: &mut Out) -> Outcome {
    let guide = of_guide(guide, setup.guide_file.as_deref());
    print_text(&clean(&format!("{PROGRAM}\nguide {guide}\n")), out)
}

/// Title and version of a guide, where it comes from, and when it was checked last.
pub(super) fn of_guide(guide: &Guide, file: Option<&Path>) -> String {
    let Guide { title, version, reviewed, .. } = guide;
    let from = file.map_or_else(|| "built in".to_owned(), |file| file.display().to_string());
    let checked = reviewed.as_deref().map(pages::last_checked);
    format!("{title} {version} ({from}){}", checked.as_deref().unwrap_or(", not dated"))
}
