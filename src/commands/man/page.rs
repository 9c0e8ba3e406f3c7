//! A manual page as it is being written, in the `man` macros of roff.

use std::fmt::Write as _;

use crate::wrap::wrap_plain;

/// Bytes of a line of the source; those who read it like them short.
const WIDTH: usize = 60;

/// How a word is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// As the text around it.
    Roman,
    /// What is typed as it stands.
    Bold,
    /// What stands for something else.
    Italic,
}

/// The page so far.
#[derive(Debug, Default)]
pub struct Page {
    source: String,
}

impl Page {
    /// Begins a page of section 1.
    pub fn new(name: &str, date: &str, version: &str) -> Self {
        let name = name.to_uppercase();
        let source = format!(".TH {name} 1 {date} \"{version}\" \"User Commands\"\n");
        Self { source }
    }

    /// A heading.
    pub fn section(&mut self, title: &str) {
        let _ = writeln!(self.source, ".SH \"{}\"", escaped(title));
    }

    /// A heading below a heading.
    pub fn part(&mut self, title: &str) {
        let _ = writeln!(self.source, ".SS \"{}\"", escaped(title));
    }

    /// The beginning of another paragraph.
    pub fn paragraph(&mut self) {
        self.source.push_str(".PP\n");
    }

    /// A line that names something; the text that follows explains it.
    pub fn name(&mut self, words: &[(&str, Type)]) {
        self.source.push_str(".TP\n");
        for (word, set) in words {
            self.source.push_str(&styled(word, *set));
        }
        self.source.push('\n');
    }

    /// Running text; what stands between backticks is to be typed.
    pub fn text(&mut self, text: &str) {
        let mut set = Type::Roman;
        for line in wrap_plain(text, WIDTH) {
            let mut row = String::new();
            for (at, piece) in line.split('`').enumerate() {
                if at > 0 {
                    set = match set {
                        Type::Roman => Type::Bold,
                        _ => Type::Roman,
                    };
                }
                if !piece.is_empty() {
                    row.push_str(&styled(piece, set));
                }
            }
            if row.starts_with('.') {
                self.source.push_str("\\&");
            }
            self.source.push_str(&row);
            self.source.push('\n');
        }
    }

    /// The whole page.
    pub fn finish(self) -> String {
        self.source
    }
}

fn styled(text: &str, set: Type) -> String {
    let text = escaped(text);
    match set {
        Type::Roman => text,
        Type::Bold => format!("\\fB{text}\\fR"),
        Type::Italic => format!("\\fI{text}\\fR"),
    }
}

/// What roff would read as its own, made safe: a hyphen stays one that can be copied.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e")
        .replace('-', "\\-")
        .replace('\'', "\\(aq")
        .replace('"', "\\(dq")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_roff_would_read_as_its_own_is_made_safe() {
        let mut page = Page::default();
        page.text(".it's a \\ and --all \"day\"");
        assert_eq!(
            page.finish(),
            "\\&.it\\(aqs a \\e and \\-\\-all \\(dqday\\(dq\n"
        );
    }

    #[test]
    fn what_is_typed_is_bold_over_the_end_of_a_line_too() {
        let mut page = Page::default();
        let long = "x".repeat(WIDTH - 10);
        page.text(&format!("{long} `uncramp list` names them"));
        assert_eq!(
            page.finish(),
            format!("{long} \\fBuncramp\\fR\n\\fBlist\\fR names them\n")
        );
    }
}
