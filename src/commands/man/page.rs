//! A manual page as it is being written, in the `man` macros of roff.

use roff::{Inline, Roff, bold, roman};

use crate::text::messages::manual::USER_COMMANDS;
use crate::text::wrap::wrap_plain;

/// Bytes of a line of the source; those who read it like them short.
const WIDTH: usize = 60;

/// The page so far.
#[derive(Debug, Default)]
pub struct Page {
    source: Roff,
}

impl Page {
    /// Begins a page of section 1.
    pub fn new(name: &str, date: &str, version: &str) -> Self {
        let mut page = Self::default();
        let name = name.to_uppercase();
        let title = [name.as_str(), "1", date, version, USER_COMMANDS];
        page.source.control("TH", title);
        page
    }

    /// A heading.
    pub fn section(&mut self, title: &str) {
        self.source.control("SH", [title]);
    }

    /// A heading below a heading.
    pub fn part(&mut self, title: &str) {
        self.source.control("SS", [title]);
    }

    /// The beginning of another paragraph.
    pub fn paragraph(&mut self) {
        self.source.control("PP", []);
    }

    /// A line that names something; the text that follows explains it.
    pub fn name(&mut self, words: Vec<Inline>) {
        self.source.control("TP", []);
        self.source.text(words);
    }

    /// Running text; what stands between backticks is to be typed.
    pub fn text(&mut self, text: &str) {
        let mut typed = false;
        for line in wrap_plain(text, WIDTH) {
            let mut row = Vec::new();
            for (at, piece) in line.split('`').enumerate() {
                typed ^= at > 0;
                if !piece.is_empty() {
                    row.push(if typed { bold(piece) } else { roman(piece) });
                }
            }
            self.source.text(row);
        }
    }

    /// The whole page.
    pub fn finish(self) -> String {
        self.source.render()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_bold_over_the_end_of_a_line_too() {
        let mut page = Page::default();
        let long = "x".repeat(WIDTH - 10);
        page.text(&format!("{long} `uncramp list` names them"));
        let lines = page.source.to_roff();
        assert_eq!(
            lines,
            format!("{long} \\fBuncramp\\fR\n\\fBlist\\fR names them\n")
        );
    }
}
