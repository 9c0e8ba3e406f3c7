//! What is wrong with the guide file that was saved, as a page.

use super::{Page, Role, Writer};

/// The problems as `check` prints them, with their indentation.
pub(crate) fn page(text: &str) -> Page {
    let mut writer = Writer::new();
    writer.title("The guide file has problems");
    writer.text(
        "The last good guide stays in use. Save the file again once it is corrected.",
        Role::Quiet,
    );
    writer.gap();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        writer.hang(&" ".repeat(indent), Role::Body, &[(line, Role::Body)]);
    }
    writer.finish()
}
